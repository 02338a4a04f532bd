"""Fit the points of lexicons anew: ``python -m kg.extract.fit concepts FILE…`` or ``… names FILE…``.

Needs scikit-learn. A file for ``points/concepts.csv`` has the columns ``sentence`` and ``tells`` (the ids of all kinds
that it reports as done, joined by ``;``), perhaps with ``not``, the kinds that it is easily mistaken for; or
``concept``, ``tells`` and ``does_not``: a sentence that tells the kind, and one near it that tells none. One for
``name_scores.csv`` has ``passage``, ``names`` and ``others``: its quoted strings that name a practice, and all others.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from kg.extract import name_points
from kg.extract.concept_scores import CARD, HUNDREDTHS, START
from kg.extract.lexica import lexica
from kg.extract.practice_quotes import quoted_candidates
from kg.rulebook import RuleBook, load_rulebook

LEXICONS = Path(__file__).parents[1] / "lexicons"
LOOSENESS = 1.0  # the inverse of how dearly points are paid for; of 0.5, 1 and 2 good as any on reports set aside
FEWEST = 3  # sentences that must show a sign
LEAST = 0.03  # points
COUNTER = 4.0  # written to look like the kind, a counterexample is worth several sentences that do not
NAME_LOOSENESS, NAME_FEWEST, NAME_LEAST = 0.05, 3, 0.02  # the same for names, by quoted strings that show a sign
SIGN = re.compile("(?=([\u4e00-\u9fff]))(?=([\u4e00-\u9fff]{2})?)")


class Labelled(NamedTuple):
    """A sentence, the kinds that it tells, and how many sentences it counts for."""

    text: str
    kinds: frozenset[str]
    weight: float = 1.0


def read_sentences(path: Path) -> list[Labelled]:
    """The labelled sentences of a file; raises KeyError where a column is missing."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    if not rows or "sentence" in rows[0]:
        chosen = COUNTER if rows and "not" in rows[0] else 1.0
        return [Labelled(row["sentence"], frozenset(filter(None, row["tells"].split(";"))), chosen) for row in rows]
    found = [Labelled(row["tells"], frozenset({row["concept"]})) for row in rows]
    return found + [Labelled(row["does_not"], frozenset(), COUNTER) for row in rows if row["does_not"]]


def matrix(signs: Iterable[Mapping[str, float]]) -> tuple[Any, Sequence[str]]:
    """One row for each mapping and one column for each sign, with the names of the columns."""
    from sklearn.feature_extraction import DictVectorizer

    vectorizer = DictVectorizer()
    found = vectorizer.fit_transform(signs)
    found.indices, found.indptr = found.indices.astype("int32"), found.indptr.astype("int32")
    return found, vectorizer.get_feature_names_out()


def regress(found: Any, tells: Sequence[bool], weights: Sequence[float], looseness: float) -> tuple[float, Any]:
    """Where the points start and those of each column."""
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=looseness, solver="liblinear", max_iter=500, random_state=0)
    model.fit(found, tells, sample_weight=weights)
    return float(model.intercept_[0]), model.coef_[0]


def fit_concepts(sentences: Sequence[Labelled], kinds: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The rows of the score card: the kinds, where each starts, then each character and pair with its points."""
    shown = Counter(sign for one in sentences for sign in signs_of(one.text))
    kept = (dict.fromkeys((s for s in signs_of(one.text) if shown[s] >= FEWEST), 1.0) for one in sentences)
    found, signs = matrix(kept)
    weights = [one.weight for one in sentences]
    cards = [regress(found, [kind in one.kinds for one in sentences], weights, LOOSENESS) for kind in kinds]
    yield ("sign", *kinds)
    yield (START, *(hundredths(start) for start, _ in cards))
    for sign, *points in zip(signs, *(points for _, points in cards), strict=True):
        yield (sign, *(hundredths(p) if abs(p) >= LEAST else "" for p in points))


def hundredths(points: float) -> str:
    """Points as a whole number of hundredths."""
    return str(round(HUNDREDTHS * float(points)))


def signs_of(text: str) -> set[str]:
    """The Chinese characters of a text and the pairs of them that stand side by side."""
    return {sign for m in SIGN.finditer(text) for sign in m.groups() if sign}


def read_names(path: Path, book: RuleBook) -> Iterator[tuple[dict[str, float], bool]]:
    """The signs of each labelled string of a file's passages, and whether it names a practice.

    Speech, and what is quoted inside it, is left out. Raises ValueError for a string with both labels.
    """
    words = lexica(book)
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            names, others = (set(filter(None, row[column].split(";"))) for column in ("names", "others"))
            for candidate in quoted_candidates(row["passage"], words, frozenset()):
                if candidate.name in names & others:
                    raise ValueError(f"{path.name}: “{candidate.name}” stands in names and in others")
                if candidate.name in names | others:
                    yield name_points.signs_of(row["passage"], candidate), candidate.name in names


def fit_names(labelled: Sequence[tuple[dict[str, float], bool]]) -> list[tuple[str, float]]:
    """Sign and points of each row of the score card of names, in one regression over signs that are not too rare."""
    shown = Counter(name for signs, _ in labelled for name in signs)
    kept = ({n: much for n, much in signs.items() if shown[n] >= NAME_FEWEST} for signs, _ in labelled)
    found, names = matrix(kept)
    told = [name for _, name in labelled]
    start, points = regress(found, told, [1.0] * len(labelled), NAME_LOOSENESS)
    rows = [(name, float(p)) for name, p in sorted(zip(names, points, strict=True)) if abs(p) >= NAME_LEAST]
    return [(name_points.START, start), *rows]


def write(path: Path, rows: Iterable[Sequence[str]]) -> None:
    """Write a table."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def main(what: str = "", *paths: str) -> None:
    """Fit the points of ``concepts`` or ``names`` to the labelled texts of some files and write them."""
    if what == "concepts":
        sentences = [sentence for path in paths for sentence in read_sentences(Path(path))]
        write(CARD, fit_concepts(sentences, sorted({kind for one in sentences for kind in one.kinds})))
    elif what == "names":
        labelled = [one for path in paths for one in read_names(Path(path), load_rulebook())]
        rows = ((sign, f"{points:.2f}") for sign, points in fit_names(labelled))
        write(LEXICONS / "name_scores.csv", [("sign", "points"), *rows])
    else:
        raise SystemExit(f"“{what}”: say concepts or names, and the files of labelled texts")


if __name__ == "__main__":
    main(*sys.argv[1:])
