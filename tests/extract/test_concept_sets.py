"""Sets of words that tell a kind of practice: in any order, close by, as words, and only where it is done."""

from __future__ import annotations

import pytest

from kg.errors import RuleError
from kg.extract.concept_cues import Cue
from kg.extract.concept_sets import SetIndex, WordSet, set_failures, set_index, word_set
from kg.pipeline import facts_of_text
from kg.rulebook import load_rulebook

BOOK = load_rulebook()
POINTS = WordSet(
    Cue("party-points", "记分;党员", "set"),
    (frozenset({"记分", "#分"}), frozenset({"党员"}), frozenset({"每月", "年底"})),
    ("村民",),
    "",
    "",
)


def found(text: str) -> list[str]:
    return [text[h.start : h.end] for h in SetIndex([POINTS]).find(text)]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("凭祥市给党员记分，每月公布。", ["党员记分，每月"]),
        ("每月公布一次，得了多少分，党员心里有数。", []),
        ("每月公布一次，得了30分的党员上榜。", ["每月公布一次，得了30分的党员"]),
        ("凭祥市给党员记分。每月公布。", []),
        ("凭祥市给党员和村民记分，每月公布。", []),
        ("党员" + "做事" * 40 + "记分，每月公布。", []),
    ],
    ids=["order", "no number", "number", "two sentences", "unless", "too far"],
)
def test_a_sentence_holds_one_word_of_each_group(text: str, spans: list[str]) -> None:
    assert found(text) == spans


def test_of_several_occurrences_the_nearest_that_is_a_word_counts() -> None:
    text = "党员记分，老党员也记，每月公布。"
    (hit,) = SetIndex([POINTS]).find(text, lambda start, end: start > 0 or end > 2)
    assert text[hit.start : hit.end] == "记分，老党员也记，每月"


@pytest.mark.parametrize(("groups", "message"), [("甲", "one group of words is no set"), ("甲;丙", "has no group 丙")])
def test_a_faulty_row_is_refused_by_name(groups: str, message: str) -> None:
    row = {"concept": "party-points", "groups": groups, "unless": "", "tells": "", "does_not": ""}
    with pytest.raises(RuleError, match=message):
        word_set(row, {"甲": frozenset({"记分"}), "乙": frozenset({"党员"})})


def test_every_set_holds_in_its_example_and_not_in_its_counterexample() -> None:
    assert list(set_failures(BOOK)) == []
    assert all(one.tells for one in set_index(BOOK).sets)


def test_every_group_is_used() -> None:
    groups = {row["group"] for row in BOOK.lexicon("concept_groups")}
    assert groups == {name for row in BOOK.lexicon("concept_sets") for name in row["groups"].split(";")}


def told(text: str) -> dict[str, str]:
    facts = facts_of_text(f"石门县见闻\n\n{text}")[0]
    return {use.concept: use.rule for use in facts.concepts}


def test_a_set_tells_what_no_form_does_and_names_its_rule() -> None:
    assert told("石门县白云镇的快递员送件路上看见井盖坏了，拍张照传给网格。") == {"part-time-grid": "concept-set"}


@pytest.mark.parametrize(
    "text",
    [
        "石门县白云镇计划从下月起请快递员送件路上看见井盖坏了拍张照传给网格。",
        "快递员送件路上看见井盖坏了，能不能拍张照传给网格？",
    ],
    ids=["plan", "question"],
)
def test_a_set_tells_no_plan_and_no_question(text: str) -> None:
    assert "part-time-grid" not in told(text)
