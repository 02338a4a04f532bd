"""The ready questions answer on the samples what was pinned; run pin_answers.py after a change that is meant."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pin_answers import PINNED, answers

from kg.graph import list_questions, load_graph

EXPECTED: dict[str, Any] = json.loads(PINNED.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def found(sample_build: Path) -> dict[str, Any]:
    return answers(load_graph(sample_build))


def test_every_question_is_pinned(found: dict[str, Any]) -> None:
    assert set(EXPECTED) == set(found) == {q.name for q in list_questions()} - {"source-of-fact"}


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_question_answers_as_pinned(name: str, found: dict[str, Any]) -> None:
    assert found[name] == EXPECTED[name], "if it is meant: python tests/graph/pin_answers.py"
