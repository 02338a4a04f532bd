"""A look ahead for the first character changes no match."""

from __future__ import annotations

import re

import pytest

from kg.rulebook import load_rulebook, opened

TEXT = "近12个社区、三十多家企业，2023年3月5日推行“红色物业”；周小燕（锦华社区书记）说：好。\n（1）第3届"


@pytest.mark.parametrize(
    ("pattern", "ahead"),
    [
        (r"(?:约|近)?\d+个", r"(?=[\d约近])"),
        (r"(?<!第)(?:甲|乙丙)", "(?=[乙甲])"),
        (r"(?:[一-三]|x{0,2}十)家", "(?=[x一-三十])"),
    ],
    ids=["optional-start", "look-behind", "class-and-repeat"],
)
def test_says_what_may_open_a_match(pattern: str, ahead: str) -> None:
    assert opened(pattern) == ahead + pattern


@pytest.mark.parametrize(
    "pattern", ["社区", "[甲乙]丙", "(?:约)?", ".社区", "[^，]{2}", r"(?:约)?\W", r"(?:x|)[^y]"],
    ids=["literal", "class", "may-be-empty", "any", "negated-class", "rare-category", "negated-behind-nothing"],
)  # fmt: skip
def test_leaves_a_pattern_that_it_cannot_help(pattern: str) -> None:
    assert opened(pattern) == pattern


def test_every_rule_finds_what_its_plain_pattern_finds() -> None:
    for rule in load_rulebook().all_rules:
        for text in (TEXT, *(example["text"] for example in rule.examples)):
            plain = [m.span() for m in re.finditer(rule.source, text)]
            assert [(m.start, m.end) for m in rule.matches(text)] == plain, rule.id


def test_a_rule_that_opens_with_a_name_is_tried_only_behind_its_sieve() -> None:
    rule = next(rule for rule in load_rulebook().all_rules if rule.id == "name-bracket-post")
    assert rule.sieve is not None
    assert rule.sieve.search("周小燕（锦华社区书记）") is not None
    assert rule.sieve.search("周小燕说，书记来了") is None
