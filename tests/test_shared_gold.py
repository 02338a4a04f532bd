"""The facts of the hand-annotated articles reach the floors, judged alike by our scorer and the one they came with."""

from __future__ import annotations

import importlib.util
import json
import re
from pathlib import Path
from typing import Any

import pytest

from kg.evaluate import FAMILIES, Score, fallen, load_gold, read_floors, score
from kg.pipeline import Outcome
from kg.tables import facts_to_json

pytestmark = pytest.mark.shared

ROOT = Path(__file__).resolve().parent.parent
PINNED = read_floors(ROOT / "tests" / "gold" / "floors.json")["annotated"]
"""Raised by ``kg evaluate … --floors tests/gold/floors.json --set annotated --raise``; lowered only with a reason."""


@pytest.fixture(scope="module")
def found(shared_outcomes: tuple[Outcome, ...]) -> list[dict[str, Any]]:
    return [json.loads(facts_to_json(facts)) for outcome in shared_outcomes for facts in outcome.facts]


@pytest.fixture(scope="module")
def judged(shared_dir: Path, found: list[dict[str, Any]]) -> Score:
    return score(load_gold(shared_dir / "gold"), found)


def test_no_annotated_file_fails(shared_outcomes: tuple[Outcome, ...]) -> None:
    assert [(outcome.name, outcome.error) for outcome in shared_outcomes if outcome.error] == []


def test_every_family_reaches_its_floor(judged: Score, capsys: pytest.CaptureFixture[str]) -> None:
    figures = judged.figures()
    with capsys.disabled():
        print("\n  " + ", ".join(f"{f} {figures[f].f1:.3f}" for f in FAMILIES) + f", mean {judged.mean():.3f}")  # noqa: T201
    assert set(PINNED.floors) == {*FAMILIES, "mean"}
    assert fallen(judged, PINNED) == {}


def test_the_scorer_agrees_with_the_one_the_annotation_came_with(
    judged: Score, shared_dir: Path, found: list[dict[str, Any]]
) -> None:
    spec = importlib.util.spec_from_file_location("shared_score", shared_dir / "score.py")
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    theirs = scorer.score(scorer.load_gold(shared_dir / "gold"), found)[0]
    ours = {family: (f.gold, f.found, f.right) for family, f in judged.figures().items()}
    assert ours == {family: (f["gold"], f["found"], f["correct"]) for family, f in theirs.items() if family != "mean"}
    assert judged.mean() == pytest.approx(theirs["mean"]["f1"])


ROW = re.compile(
    r"^\| (?:\S+ )?([a-z_]+)(?: of the families with ten or more)? \| \d* ?\| (\d\.\d\d) \|$", re.MULTILINE
)


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_readme_claims_no_more_than_is_reached(name: str, judged: Score) -> None:
    claimed = dict(ROW.findall((ROOT / name).read_text(encoding="utf-8")))
    reached = {family: f.f1 for family, f in judged.figures().items()} | {"mean": judged.mean()}
    assert set(claimed) == set(reached)
    assert {family: f"{f1:.2f}" for family, f1 in reached.items()} == claimed
