"""Score extracted facts against annotated ones: precision, recall and F1 a family, and every item missed or made up."""

from __future__ import annotations

import difflib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, Literal

from kg.evaluate.compare import SAME, Item, plain

FAMILIES = ("articles", *SAME)
COUNTED = 10  # a family with fewer annotated items says little and does not enter the mean
ALIKE = 0.6
UNSCORED = frozenset({"evidence", "iri", "confidence", "rule"})
Article = Mapping[str, Any]
Verdict = Literal["right", "missed", "made up"]


@dataclass(frozen=True, slots=True)
class Judged:
    """One item and what became of it; ``where`` is file#n of its article."""

    family: str
    verdict: Verdict
    where: str
    item: Item


@dataclass(frozen=True, slots=True)
class Figures:
    """How many items of a family are annotated, found, and found right."""

    gold: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of what is annotated that was found."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Score:
    """All items judged, in the order of files, articles and families."""

    judged: tuple[Judged, ...]

    def figures(self) -> dict[str, Figures]:
        """The figures of every family."""
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for item in self.judged:
            counts[item.family][item.verdict] += 1
        return {
            family: Figures(c["right"] + c["missed"], c["right"] + c["made up"], c["right"])
            for family, c in ((family, counts[family]) for family in FAMILIES)
        }

    def mean(self) -> float:
        """The plain mean of F1 over the families with ten annotated items or more; 0 where there is none."""
        scored = [f.f1 for f in self.figures().values() if f.gold >= COUNTED]
        return sum(scored) / len(scored) if scored else 0.0


def score(gold: Sequence[Article], found: Sequence[Article]) -> Score:
    """Judge what was found in the files that are annotated; both sides are objects after ``facts.schema.json``."""
    judged: list[Judged] = []
    for source in sorted({a["source"] for a in gold}):
        wanted = [a for a in gold if a["source"] == source]
        got = [a for a in found if PurePath(a["source"]).name == source]
        for one, other in pair_articles(wanted, got):
            judged += judge_article(one, other)
    return Score(tuple(judged))


def judge_article(gold: Article | None, found: Article | None) -> Iterator[Judged]:
    """The items of an annotated article and the one it is paired with; None where there is no such article."""
    known: Article = gold or found or {}
    where = f"{known['source']}#{known['n']}"
    verdict: Verdict = "right" if gold and found else "missed" if gold else "made up"
    yield Judged("articles", verdict, where, known["title"])
    for family in SAME:
        wanted = distinct(items(gold, family)) if gold else []
        got = distinct(items(found, family)) if found else []
        pairs, missed, extra = pair_items(wanted, got, family)
        yield from (Judged(family, "right", where, item) for item in pairs)
        yield from (Judged(family, "missed", where, item) for item in missed)
        yield from (Judged(family, "made up", where, item) for item in extra)


def items(article: Article, family: str) -> list[Item]:
    """What a family counts in one article."""
    if family == "place_codes":
        return [place for place in article["places"] if place["code"]]
    if family == "runs":
        return [(practice, place) for practice in article["practices"] for place in practice["at"]]
    return list(article[family])


def distinct(found: Iterable[Item]) -> list[Item]:
    """Items without repeats and without what is not scored, so that saying a thing twice neither helps nor hurts."""
    seen: dict[str, Item] = {}
    for item in map(bare, found):
        seen.setdefault(json.dumps(item, sort_keys=True, ensure_ascii=False, default=str), item)
    return list(seen.values())


def bare(item: Item) -> Item:
    """An item without its evidence, rule and identifiers."""
    if isinstance(item, tuple):
        return tuple(map(bare, item))
    return {k: v for k, v in item.items() if k not in UNSCORED} if isinstance(item, dict) else item


def pair_items(gold: Sequence[Item], found: Sequence[Item], family: str) -> tuple[list[Item], list[Item], list[Item]]:
    """Annotated items that were found, those missed, and those made up; each item is paired once, first come."""
    left, right, missed = list(found), [], []
    for item in gold:
        match = next((other for other in left if SAME[family](item, other)), None)
        if match is None:
            missed.append(item)
        else:
            left.remove(match)
            right.append(item)
    return right, missed, left


def pair_articles(gold: Sequence[Article], found: Sequence[Article]) -> Iterator[tuple[Article | None, Article | None]]:
    """Articles paired where openings or headlines agree, the most alike first; then those left over on either side."""
    ranked = sorted(
        (
            (alike(g, f), -i, -j)
            for i, g in enumerate(gold)
            for j, f in enumerate(found)
            if opens_alike(g, f) or alike(g, f) >= ALIKE
        ),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    for _, i, j in ranked:
        if -i not in pairs and -j not in pairs.values():
            pairs[-i] = -j
    yield from ((gold[i], found[j]) for i, j in pairs.items())
    yield from ((article, None) for i, article in enumerate(gold) if i not in pairs)
    yield from ((None, article) for j, article in enumerate(found) if j not in pairs.values())


def opens_alike(gold: Article, found: Article) -> bool:
    """Whether the found article opens as the annotated one does, or holds its opening near the start of its text."""
    wanted = plain(gold["opening"])[:12]
    begins = plain(found["opening"])[:12] == wanted
    return len(wanted) >= 4 and (begins or wanted in plain(found.get("text"))[:200])


def alike(gold: Article, found: Article) -> float:
    """How alike two headlines are (0 to 1)."""
    return difflib.SequenceMatcher(None, plain(gold["title"]), plain(found["title"])).ratio()
