"""Fit the weights of ``kind_weights.csv`` anew: ``python -m kg.evaluate.fit TEXTS FACTS`` (needs scikit-learn).

TEXTS is a folder of reports and FACTS one of their annotations, as ``kg evaluate`` reads them. It learns from the names
that the program finds and the annotators gave, where no word of the name tells its kind outright.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from kg.evaluate.compare import SAME
from kg.evaluate.gold import load_gold
from kg.extract.concept_scores import score_card
from kg.extract.lexica import lexica
from kg.extract.name_kinds import SIGNS, START, Naming, signs_of_kinds, told_by_words
from kg.extract.sentences import split_sentences
from kg.model import ArticleFacts, Practice
from kg.pipeline import find_sources, run
from kg.rulebook import load_rulebook

LEXICON = Path(__file__).parents[1] / "lexicons" / "kind_weights.csv"
LOOSENESS = 1.0  # the inverse of how dearly weights are paid for
FOLDERS = 2
Labelled = tuple[tuple[float, ...], bool]


def namings_of(text: str, practice: Practice) -> tuple[Naming, ...]:
    """The mentions of a practice, each with the longest of its names that begins there."""
    found = []
    for e in practice.evidence:
        begins = [name for name in practice.aliases for at in (e.start - 1, e.start) if text.startswith(name, at)]
        long_name = max(begins, key=len, default=practice.name)
        found.append(Naming(e.start, e.end, e.start + len(long_name), text[e.start : e.end], long_name))
    return tuple(found)


def label(facts: ArticleFacts, annotated: Sequence[dict[str, Any]]) -> Iterator[Labelled]:
    """The signs of each kind for each name found that is annotated, and whether the annotators gave it the kind."""
    text, cues = facts.article.text, lexica(load_rulebook()).cues
    sentences, left = split_sentences(text), list(annotated)
    for practice in facts.practices:
        item = {"name": practice.name, "aliases": list(practice.aliases)}
        same = next((one for one in left if SAME["practices"](one, item)), None)
        namings = namings_of(text, practice)
        told = told_by_words(text, sentences, namings, cues)
        if same is None or told.outright:
            continue
        left.remove(same)
        rows = signs_of_kinds(text, sentences, namings, told.kinds, cues)
        yield from ((row, kind in same["concepts"]) for row, kind in zip(rows, score_card().kinds, strict=True))


def labelled(texts: Path, annotated: Path) -> Iterator[Labelled]:
    """The same for all reports of a folder; raises ReadError where the annotations cannot be read."""
    gold = {(one["source"], one["n"]): one["practices"] for one in load_gold(annotated)}
    for outcome in run(find_sources([texts])):
        for facts in outcome.facts:
            yield from label(facts, gold.get((outcome.name, facts.article.n), ()))


def fit(rows: Iterable[Labelled]) -> dict[str, float]:
    """The weight of each sign, and where sums start."""
    signs, told = zip(*rows, strict=True)
    return regression(SIGNS, signs, told)


def regression(names: Sequence[str], signs: Sequence[Sequence[float]], right: Sequence[bool]) -> dict[str, float]:
    """What each sign of the rows is worth for their being right, and where sums start."""
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=LOOSENESS, solver="newton-cholesky", tol=1e-8).fit(signs, right)
    return {START: float(model.intercept_[0]), **dict(zip(names, map(float, model.coef_[0]), strict=True))}


def write(lexicon: Path, fitted: Mapping[tuple[str, ...], float]) -> None:
    """Put numbers into a lexicon by the cells before them; its other rows, and what each says, stay as they are."""
    with lexicon.open(encoding="utf-8", newline="") as file:
        header, *rows = list(csv.reader(file))
    kept = [[*key, f"{fitted[tuple(key)]:.2f}" if tuple(key) in fitted else old, says] for *key, old, says in rows]
    with lexicon.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *kept])


def folders(paths: Sequence[str]) -> tuple[Path, Path]:
    """The folder of the reports and that of their annotations; raises SystemExit where not both are named."""
    if len(paths) != FOLDERS:
        raise SystemExit("name the folder of the reports and that of their annotations")
    return Path(paths[0]), Path(paths[1])


def main(*paths: str) -> None:
    """Fit the weights to the reports of a folder and write them; raises SystemExit without two folders."""
    write(LEXICON, {(name,): weight for name, weight in fit(labelled(*folders(paths))).items()})


if __name__ == "__main__":
    main(*sys.argv[1:])
