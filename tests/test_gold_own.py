"""The facts of the reports composed for the tests reach their floors: ten files, and 116 invented reports."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from kg.evaluate import FAMILIES, Score, fallen, load_gold, read_floors, score
from kg.pipeline import find_sources, run
from kg.tables import facts_to_json

GOLD = Path(__file__).resolve().parent / "gold"
SETS = ("ten", "reports")
UNCODED = {"reports": {"place_codes"}}  # families that a set leaves out


@pytest.fixture(scope="module")
def judged() -> dict[str, Score]:
    return {name: judge(GOLD / name) for name in SETS}


def judge(folder: Path) -> Score:
    """The score of a folder of texts and annotations; every file is read."""
    outcomes = list(run(find_sources([folder / "texts"])))
    assert [(o.name, o.error) for o in outcomes if o.error] == []
    return score(load_gold(folder / "facts"), [json.loads(facts_to_json(f)) for o in outcomes for f in o.facts])


def bare(text: str) -> str:
    """A text without white space and quotation marks."""
    return re.sub(r"[\s“”]", "", text)


@pytest.mark.parametrize("name", SETS)
def test_every_family_reaches_its_floor(name: str, judged: dict[str, Score]) -> None:
    pinned = read_floors(GOLD / "floors.json")[name]
    assert set(pinned.floors) == {*FAMILIES, "mean"} - UNCODED.get(name, set())
    assert fallen(judged[name], pinned) == {}


def test_the_ten_are_ten_provinces_and_every_article_is_found(judged: dict[str, Score]) -> None:
    assert len({p.stem.partition("_")[2] for p in (GOLD / "ten" / "texts").iterdir()}) == 10
    assert judged["ten"].figures()["articles"].f1 == 1.0


@pytest.mark.parametrize("name", SETS)
def test_what_is_annotated_stands_in_the_texts(name: str) -> None:
    texts = {p.name: bare(p.read_text(encoding="utf-8")) for p in (GOLD / name / "texts").iterdir()}
    annotated = load_gold(GOLD / name / "facts")
    assert {one["source"] for one in annotated} == texts.keys()
    for one in annotated:
        missing = [p["name"] for p in one["practices"] if bare(p["name"]) not in texts[one["source"]]]
        assert missing == [], one["source"]
