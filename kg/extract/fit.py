"""Fit ``concept_scores.csv`` anew: ``python -m kg.extract.fit FILE…``, with scikit-learn installed.

A file has the columns ``sentence`` and ``tells`` (the ids of all kinds that it reports as done, joined by ``;``),
perhaps with ``not``, the kinds that it is easily mistaken for; or ``concept``, ``tells`` and ``does_not``: a sentence
that tells the kind, and one near it that tells none.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from kg.extract.concept_scores import START, signs_of
from kg.rulebook import RuleBook, load_rulebook

OUTPUT = Path(__file__).parents[1] / "lexicons" / "concept_scores.csv"
LOOSENESS = 0.5  # the inverse of how dearly each sign is paid for; of 0.5, 1 and 2 the best on reports set aside
FEWEST = 5  # sentences that must tell a kind
LEAST = 0.05  # points
COUNTER = 4.0  # written to look like the kind, a counterexample is worth several sentences that do not


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


def fit(sentences: Sequence[Labelled], book: RuleBook) -> list[tuple[str, str, float]]:
    """Kind, sign and points of each row of the score card: one regression a kind, most signs without points."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    vectorizer = DictVectorizer()
    features = vectorizer.fit_transform(
        dict.fromkeys(signs_of(one.text, book).names(0, len(one.text)), 1.0) for one in sentences
    )
    features.indices, features.indptr = features.indices.astype("int32"), features.indptr.astype("int32")
    names = vectorizer.get_feature_names_out()
    rows: list[tuple[str, str, float]] = []
    for kind in sorted({kind for one in sentences for kind in one.kinds}):
        tells = [kind in one.kinds for one in sentences]
        if sum(tells) < FEWEST:
            continue
        model = LogisticRegression(C=LOOSENESS, l1_ratio=1, solver="liblinear", max_iter=500, random_state=0)
        model.fit(features, tells, sample_weight=[one.weight for one in sentences])
        rows.append((kind, START, float(model.intercept_[0])))
        weights = sorted(zip(names, model.coef_[0], strict=True))
        rows += [(kind, name, float(points)) for name, points in weights if abs(points) >= LEAST]
    return rows


def main(paths: Sequence[str]) -> None:
    """Fit the points to the sentences of some files and write them."""
    sentences = [sentence for path in paths for sentence in read_sentences(Path(path))]
    rows = fit(sentences, load_rulebook())
    with OUTPUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["concept", "sign", "points"])
        writer.writerows((kind, name, f"{points:.2f}") for kind, name, points in rows)


if __name__ == "__main__":
    main(sys.argv[1:])
