"""Fit the points of ``confidence.csv`` anew: ``python -m kg.evaluate.fit_confidence TEXTS FACTS`` (needs scikit-learn).

TEXTS is a folder of reports and FACTS one of their annotations, as ``kg evaluate`` reads them. It learns which of the
practices, and which of the kinds at places, that the program reads are among the annotators'. The sums from which on a
reading is sure, ``high`` and ``medium``, are chosen by hand and stay.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from kg.evaluate.compare import SAME
from kg.evaluate.fit import folders, regression, write
from kg.evaluate.gold import load_gold
from kg.extract.confidence import CONCEPTS, PRACTICES, SIGNS
from kg.model import ArticleFacts, ScorePart
from kg.pipeline import find_sources, run

LEXICON = Path(__file__).parents[1] / "lexicons" / "confidence.csv"
Judged = tuple[tuple[ScorePart, ...], bool]


def judge(facts: ArticleFacts, annotated: dict[str, Sequence[Any]]) -> Iterator[tuple[str, Judged]]:
    """Family, signs and whether the annotators have it, for every practice and every kind at a place that was read."""
    named = (({"name": p.name, "aliases": list(p.aliases)}, p.signs) for p in facts.practices)
    kinds = (({"concept": c.concept, "at": c.at}, c.signs) for c in facts.concepts)
    for family, items in ((PRACTICES, named), (CONCEPTS, kinds)):
        left = list(annotated.get(family, ()))
        for item, signs in items:
            same = next((one for one in left if SAME[family](one, item)), None)
            if same is not None:
                left.remove(same)
            yield family, (signs, same is not None)


def judged(texts: Path, annotated: Path) -> dict[str, list[Judged]]:
    """The same for all reports of a folder; raises ReadError where the annotations cannot be read."""
    gold = {(one["source"], one["n"]): one for one in load_gold(annotated)}
    found: dict[str, list[Judged]] = {family: [] for family in SIGNS}
    for outcome in run(find_sources([texts])):
        for facts in outcome.facts:
            for family, one in judge(facts, gold.get((outcome.name, facts.article.n), {})):
                found[family].append(one)
    return found


def fit(family: str, rows: Iterable[Judged]) -> dict[tuple[str, str], float]:
    """The points of each sign of a family, and where sums start."""
    signs, right = zip(*rows, strict=True)
    points = regression(SIGNS[family], [[sign.value for sign in row] for row in signs], right)
    return {(family, sign): worth for sign, worth in points.items()}


def main(*paths: str) -> None:
    """Fit the points to the reports of a folder and write them; raises SystemExit without two folders."""
    found = judged(*folders(paths))
    write(LEXICON, {key: points for family, rows in found.items() for key, points in fit(family, rows).items()})


if __name__ == "__main__":
    main(*sys.argv[1:])
