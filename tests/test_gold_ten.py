"""The facts of the ten composed files reach their floors."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.evaluate import FAMILIES, Score, fallen, load_gold, read_floors, score
from kg.pipeline import find_sources, run
from kg.tables import facts_to_json

GOLD = Path(__file__).resolve().parent / "gold"
TEN = GOLD / "ten"


@pytest.fixture(scope="module")
def judged() -> Score:
    outcomes = list(run(find_sources([TEN / "texts"])))
    assert [(o.name, o.error) for o in outcomes if o.error] == []
    return score(load_gold(TEN / "facts"), [json.loads(facts_to_json(f)) for o in outcomes for f in o.facts])


def test_every_family_of_the_ten_reaches_its_floor(judged: Score) -> None:
    pinned = read_floors(GOLD / "floors.json")["ten"]
    assert set(pinned.floors) == {*FAMILIES, "mean"}
    assert fallen(judged, pinned) == {}


def test_the_ten_are_ten_provinces_and_every_article_is_found(judged: Score) -> None:
    assert len({p.stem.partition("_")[2] for p in (TEN / "texts").iterdir()}) == 10
    assert judged.figures()["articles"].f1 == 1.0
