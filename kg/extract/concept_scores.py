"""Scores: the kinds of practice that a stretch of text tells, by the words that speak for and against each of them.

A form of ``concept_cues.csv`` is a wording and a set of ``concept_sets.csv`` a few things that must all be spoken of.
Most of what reporters tell in words of their own holds neither, but many words that make one kind likelier than the
others. Each has points in ``concept_scores.csv``, which ``python -m kg.extract.fit`` finds from labelled sentences; a
stretch tells the kinds whose points add up to zero or more.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from kg.errors import RuleError
from kg.extract.concept_cues import Cue, CueHit, cue_hits, cue_index, read_cues
from kg.extract.concept_sets import group_words, word_groups
from kg.extract.sentences import split_sentences
from kg.model import Sentence
from kg.rulebook import RuleBook
from kg.rulebook.hint import closest

ROLE = "score"
START = "start"
LONGEST, SHORTEST = 80, 12  # characters of a stretch; labelled sentences are as long
# Points are added in hundredths, as whole numbers, so that every machine and every order gives the same sum.
HUNDREDTHS = 100
# What a kind's points must come to, and in a stretch that tells another kind by a form or set. Of 0, 70 and 140 the
# first finds most in reports set aside, but too much beside what forms tell; 70 and 200 lose little of it.
TELLS, TELLS_BESIDE = 70, 200
PIECES, SHARE = 3, 0.6  # words that stand for a stretch, and of its points in favour the part they must bring
_CLAUSES = re.compile(r"[^，；：,;:\n]*(?:[，；：,;:\n]|$)")


def stretches(text: str, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """A sentence in stretches of whole clauses, none longer than eighty characters unless a clause is."""
    if sentence.end - sentence.start <= LONGEST:
        yield sentence.start, sentence.end
        return
    start = end = sentence.start
    for clause in _CLAUSES.finditer(text, sentence.start, sentence.end):
        if end > start and clause.end() - start > LONGEST:
            yield start, end
            start = end
        end = clause.end()
        if text[end - 1] in "；;" and end - start > SHORTEST:
            yield start, end
            start = end
    if end > start:
        yield start, end


class Sign(NamedTuple):
    """What speaks for or against kinds of practice, where it stands: a word of a group or a form of a concept."""

    start: int
    end: int
    name: str


class Signs:
    """The signs of one text: ``group:…`` for words of a group, ``form:concept:role`` for forms."""

    def __init__(self, text: str, book: RuleBook) -> None:
        self.groups = groups_of_words(book)
        self.words = group_words(text, book)
        self.hits = cue_hits(text, cue_index(book))
        self.starts = [start for start, _, _ in self.words]
        self.begins = [hit.start for hit in self.hits]

    def names(self, start: int, end: int) -> set[str]:
        """The names of the signs in a stretch, each once."""
        words = self.words[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
        found = {name for word in {word for _, stop, word in words if stop <= end} for name in self.groups[word]}
        hits = self.hits[bisect_left(self.begins, start) : bisect_left(self.begins, end)]
        found.update(form_name(hit.cue) for hit in hits if hit.end <= end)
        return found

    def among(self, start: int, end: int) -> list[Sign]:
        """The signs in a stretch, in reading order."""
        words = self.words[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
        found = [Sign(at, stop, name) for at, stop, word in words if stop <= end for name in self.groups[word]]
        hits = self.hits[bisect_left(self.begins, start) : bisect_left(self.begins, end)]
        return sorted(found + [Sign(h.start, h.end, form_name(h.cue)) for h in hits if h.end <= end])


def form_name(cue: Cue) -> str:
    """The name of a form as a sign."""
    return f"form:{cue.concept}:{cue.role}"


@lru_cache(maxsize=4)
def groups_of_words(book: RuleBook) -> Mapping[str, tuple[str, ...]]:
    """For each word of ``concept_groups.csv`` the groups that hold it."""
    groups: dict[str, list[str]] = {}
    for name, words in word_groups(book).items():
        for word in words:
            groups.setdefault(word, []).append(f"group:{name}")
    return {word: tuple(sorted(names)) for word, names in groups.items()}


class Stretch(NamedTuple):
    """A stretch of a text and the sum of the points of each kind, in hundredths, in the order of the score card."""

    start: int
    end: int
    sums: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ScoreCard:
    """The points of all kinds in hundredths: where each starts, and for each sign what it adds to each of the kinds.

    ``favours`` are the signs that speak for each kind, with their points.
    """

    kinds: tuple[str, ...]
    starts: tuple[int, ...]
    points: Mapping[str, tuple[int, ...]]
    favours: Mapping[str, Mapping[str, int]]

    def sums(self, names: Iterable[str]) -> tuple[int, ...]:
        """The sum of the points of each kind for a stretch with some signs."""
        rows = [self.points[name] for name in names if name in self.points]
        return tuple(map(sum, zip(self.starts, *rows, strict=True)))

    def of(self, stretch: Stretch, concept: str) -> int:
        """The sum of a kind in a stretch."""
        return stretch.sums[self.kinds.index(concept)]

    def favouring(self, concept: str, found: Iterable[Sign]) -> list[tuple[int, Sign]]:
        """The signs that speak for a kind with their points, the strongest first, each name once."""
        own = self.favours[concept]
        once: dict[str, tuple[int, Sign]] = {}
        for sign in found:
            points = own.get(sign.name)
            if points is not None:
                once.setdefault(sign.name, (points, sign))
        return sorted(once.values(), key=lambda one: (-one[0], one[1]))

    def pieces(self, concept: str, found: Iterable[Sign]) -> tuple[tuple[int, int], ...]:
        """The spans that stand for a kind: its strongest signs, none on another, that bring most of the points."""
        favouring = self.favouring(concept, found)
        wanted = SHARE * sum(points for points, _ in favouring)
        chosen: list[tuple[int, int]] = []
        for points, sign in favouring:
            if wanted <= 0 or len(chosen) == PIECES:
                break
            if all(sign.end <= start or sign.start >= end for start, end in chosen):
                chosen.append((sign.start, sign.end))
            wanted -= points
        return tuple(sorted(chosen))


@lru_cache(maxsize=2)
def signs_of(text: str, book: RuleBook) -> Signs:
    """The signs of a text, looked for once."""
    return Signs(text, book)


@lru_cache(maxsize=2)
def scored(text: str, book: RuleBook) -> tuple[Stretch, ...]:
    """The stretches of a text with their sums, in reading order."""
    card, signs = score_card(book), signs_of(text, book)
    spans = (span for sentence in split_sentences(text) for span in stretches(text, sentence))
    return tuple(Stretch(start, end, card.sums(signs.names(start, end))) for start, end in spans)


def score_hits(text: str, book: RuleBook) -> Iterator[CueHit]:
    """The kinds that the stretches of a text tell by their sums, in reading order."""
    hits = (score_hit(text, stretch, concept, book) for stretch, concept in told_by_points(text, book))
    return (hit for hit in hits if hit is not None)


def told_by_points(text: str, book: RuleBook) -> Iterator[tuple[Stretch, str]]:
    """The stretches of a text with the kinds whose points come to enough, in reading order."""
    kinds = score_card(book).kinds
    for stretch in scored(text, book):
        yield from ((stretch, kind) for kind, points in zip(kinds, stretch.sums, strict=True) if points >= TELLS)


def score_hit(text: str, stretch: Stretch, concept: str, book: RuleBook) -> CueHit | None:
    """The words of a stretch that stand for a kind; None where none speaks for it. A single character quotes it all."""
    pieces = score_card(book).pieces(concept, signs_of(text, book).among(stretch.start, stretch.end))
    if not pieces:
        return None
    start, end = pieces[0][0], pieces[-1][1]
    start, end = (start, end) if end - start > 1 else (stretch.start, stretch.end)
    return CueHit(Cue(concept, ROLE, ROLE), start, end, pieces)


def stretch_at(text: str, offset: int, book: RuleBook) -> Stretch:
    """The stretch of a text in which an offset lies."""
    found = scored(text, book)
    return found[max(bisect_right(found, offset, key=lambda s: s.start) - 1, 0)]


@lru_cache(maxsize=4)
def score_card(book: RuleBook) -> ScoreCard:
    """The score card of a rule book, made once; raises RuleError for a sign that no text can show, or no start."""
    rows = [
        (row["concept"], row["sign"], round(HUNDREDTHS * float(row["points"])))
        for row in book.lexicon("concept_scores")
    ]
    starts = {concept: points for concept, sign, points in rows if sign == START}
    kinds = tuple(sorted(starts))
    points: dict[str, list[int]] = {}
    known = known_signs(book)
    for concept, sign, value in rows:
        if sign == START:
            continue
        if sign not in known:
            where = f"concept_scores.csv {concept} {sign}"
            raise RuleError(f"{where}: no such sign{closest(sign, known)}; fit the points anew: kg/extract/fit.py")
        if concept not in starts:
            raise RuleError(f"concept_scores.csv: no row {START} for {concept}; fit the points anew")
        points.setdefault(sign, [0] * len(kinds))[kinds.index(concept)] = value
    favours: dict[str, dict[str, int]] = {kind: {} for kind in kinds}
    for concept, sign, value in rows:
        if sign != START and value > 0:
            favours[concept][sign] = value
    by_sign = {sign: tuple(own) for sign, own in points.items()}
    return ScoreCard(kinds, tuple(starts[kind] for kind in kinds), by_sign, favours)


def known_signs(book: RuleBook) -> frozenset[str]:
    """The signs that a text may show: those of the groups and forms that there are."""
    groups = (f"group:{name}" for name in word_groups(book))
    return frozenset((*groups, *map(form_name, read_cues(book))))
