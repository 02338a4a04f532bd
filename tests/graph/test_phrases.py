"""Questions asked as sentences find the ready question and its slots."""

from __future__ import annotations

import pytest

from kg.graph import list_questions
from kg.graph.questions import read_phrase


@pytest.mark.parametrize(
    ("asked", "name", "slots"),
    [
        ("哪些地方在做红色物业", "who-runs", {"practice": "红色物业"}),
        ("哪些地方在做“红色物业”？", "who-runs", {"practice": "红色物业"}),
        ("丹阳市在做什么?", "what-does-place-run", {"place": "丹阳市"}),
        ("丹阳市有哪些做法", "what-does-place-run", {"place": "丹阳市"}),
        ("丹阳市有哪些别处没有的做法", "unique-practices-of-place", {"place": "丹阳市"}),
        ("比较德清县和龙泉市", "compare-places", {"place": "德清县", "other": "龙泉市"}),
        ("2023年报道了哪些做法", "reported-in-year", {"year": "2023年"}),
        ("Who runs red property management", "who-runs", {"practice": "red property management"}),
    ],
)
def test_a_sentence_is_read_as_a_question(asked: str, name: str, slots: dict[str, str]) -> None:
    assert read_phrase(asked) == (name, slots)


@pytest.mark.parametrize("asked", ["", "红色物业", "今天天气怎样", "在做什么"])
def test_what_asks_nothing_is_no_question(asked: str) -> None:
    assert read_phrase(asked) is None


def test_every_phrase_names_only_slots_of_its_question() -> None:
    for question in list_questions():
        for phrase in question.phrases:
            assert set(phrase.groupindex) <= set(question.slots)
