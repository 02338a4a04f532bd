"""How many ways of bringing in a name are understood: one coined name each, in as many constructions as came to mind.

The first 135 sentences were written before the rules were tried on them (four were exchanged later, for their wording),
forty after features full of scenes had shown how people name what they do (这张卡叫“…”), 37 still later, some of which
quote what is no practice. ``found`` says which are read today: a change that loses one fails here, and so does one that
finds more without saying so.
"""

from __future__ import annotations

import csv
from pathlib import Path

from kg.pipeline import facts_of_text

SENTENCES = Path(__file__).with_name("name_constructions.csv")


def is_found(sentence: str, names: list[str]) -> bool:
    """Whether every name is, or lies in, the name of a practice of a report that holds the sentence alone."""
    found = [p.name for facts in facts_of_text(f"基层治理工作见闻\n{sentence}") for p in facts.practices]
    return all(any(name in one for one in found) for name in names)


def test_the_constructions_that_are_understood_stay_so_and_new_ones_are_noted() -> None:
    with SENTENCES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    changed = [r["sentence"] for r in rows if is_found(r["sentence"], r["names"].split("|")) != (r["found"] == "1")]
    assert changed == []
    assert len({r["sentence"] for r in rows}) == len(rows)
