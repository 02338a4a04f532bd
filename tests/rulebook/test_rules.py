"""Every rule of every group proves itself."""

from __future__ import annotations

import re

import pytest

from kg.rulebook import Rule, failures, load_rulebook

ALL = [pytest.param(rule, id=rule.id) for rule in load_rulebook().all_rules]
MARKS = "，、“”《》（）—的和在为"


def hostile(rule: Rule) -> str:
    """10,000 characters that begin like a match again and again and never finish it."""
    pieces = re.findall(r"[\u4e00-\u9fff]+", rule.pattern) or ["共"]
    text = rule.examples[0]["text"]
    unit = text[: max(1, len(text) * 2 // 3)] + rule.triggers[0] + pieces[0] + MARKS + "12万余个" * 3
    return (unit * (10_000 // len(unit) + 1))[:10_000]


@pytest.mark.parametrize("rule", ALL)
def test_rule_keeps_the_promises_of_its_examples(rule: Rule) -> None:
    assert list(failures(rule)) == []


@pytest.mark.parametrize("rule", ALL)
def test_rule_ends_at_once_on_hostile_text(rule: Rule) -> None:
    for text in (hostile(rule), rule.triggers[0] * 5_000, "一" * 10_000, "9" * 10_000):
        assert sum(1 for _ in rule.matches(text[:10_000])) <= 10_000
