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
from types import MappingProxyType
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
# What a kind's points must come to, and in a stretch that tells another kind by a form or set. Of 0, 0.7 and 1.4 the
# first finds most in reports set aside, but too much beside what forms tell; 0.7 and 2 lose little of it.
TELLS, TELLS_BESIDE = 0.7, 2.0
PIECES, SHARE = 3, 0.6  # words that stand for a stretch, and of its points in favour the part they must bring
NOTHING: Mapping[str, float] = MappingProxyType({})
_CLAUSES = re.compile(r"[^，；：,;:\n]*(?:[，；：,;:\n]|$)")


class Sign(NamedTuple):
    """What speaks for or against kinds of practice, where it stands: a word of a group or a form of a concept."""

    start: int
    end: int
    name: str


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


@lru_cache(maxsize=2)
def signs(text: str, book: RuleBook) -> tuple[Sign, ...]:
    """The signs of a text in reading order: ``group:…`` for words of a group, ``form:concept:role`` for forms."""
    of_word = groups_of_words(book)
    found = [
        Sign(start, end, f"group:{name}") for start, end, word in group_words(text, book) for name in of_word[word]
    ]
    hits = cue_hits(text, cue_index(book))
    found += [Sign(h.start, h.end, f"form:{h.cue.concept}:{h.cue.role}") for h in hits]
    return tuple(sorted(found))


@lru_cache(maxsize=4)
def groups_of_words(book: RuleBook) -> Mapping[str, tuple[str, ...]]:
    """For each word of ``concept_groups.csv`` the groups that hold it."""
    groups: dict[str, list[str]] = {}
    for name, words in word_groups(book).items():
        for word in words:
            groups.setdefault(word, []).append(name)
    return {word: tuple(sorted(names)) for word, names in groups.items()}


class Stretch(NamedTuple):
    """A stretch of a text, its signs, and the sum of points of each kind that one of them speaks for or against."""

    start: int
    end: int
    signs: tuple[Sign, ...]
    sums: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class ScoreCard:
    """The points of all kinds: where each starts, and for each sign the kinds that it speaks for or against."""

    starts: Mapping[str, float]
    points: Mapping[str, Mapping[str, float]]

    def sums(self, found: Iterable[Sign]) -> Mapping[str, float]:
        """The sum of the points of each kind for a stretch with some signs, each name of a sign counted once."""
        sums: dict[str, float] = {}
        for name in {sign.name for sign in found}:
            for concept, points in self.points.get(name, NOTHING).items():
                sums[concept] = sums.get(concept, self.starts[concept]) + points
        return sums

    def favouring(self, concept: str, found: Iterable[Sign]) -> list[tuple[float, Sign]]:
        """The signs that speak for a kind with their points, the strongest first, each name once."""
        once: dict[str, tuple[float, Sign]] = {}
        for sign in found:
            points = self.points.get(sign.name, NOTHING).get(concept, 0.0)
            if points > 0:
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
def scored(text: str, book: RuleBook) -> tuple[Stretch, ...]:
    """The stretches of a text with their sums, in reading order."""
    card, every = score_card(book), signs(text, book)
    starts = [sign.start for sign in every]
    found = []
    for sentence in split_sentences(text):
        for start, end in stretches(text, sentence):
            first, last = bisect_left(starts, start), bisect_left(starts, end)
            inside = tuple(sign for sign in every[first:last] if sign.end <= end)
            found.append(Stretch(start, end, inside, card.sums(inside)))
    return tuple(found)


def score_hits(text: str, book: RuleBook) -> Iterator[CueHit]:
    """The kinds that the stretches of a text tell by their sums, in reading order."""
    card = score_card(book)
    for stretch in scored(text, book):
        for concept in sorted(c for c, points in stretch.sums.items() if points >= TELLS):
            if pieces := card.pieces(concept, stretch.signs):
                yield CueHit(Cue(concept, ROLE, ROLE), pieces[0][0], pieces[-1][1], pieces)


def stretch_at(text: str, offset: int, book: RuleBook) -> Stretch:
    """The stretch of a text in which an offset lies."""
    found = scored(text, book)
    return found[max(bisect_right(found, offset, key=lambda s: s.start) - 1, 0)]


@lru_cache(maxsize=4)
def score_card(book: RuleBook) -> ScoreCard:
    """The score card of a rule book, made once; raises RuleError for a sign that no text can show, or no start."""
    starts: dict[str, float] = {}
    points: dict[str, dict[str, float]] = {}
    known = known_signs(book)
    for row in book.lexicon("concept_scores"):
        if row["sign"] == START:
            starts[row["concept"]] = float(row["points"])
            continue
        if row["sign"] not in known:
            where = f"concept_scores.csv {row['concept']} {row['sign']}"
            raise RuleError(
                f"{where}: no such sign{closest(row['sign'], known)}; fit the points anew: kg/extract/fit.py"
            )
        points.setdefault(row["sign"], {})[row["concept"]] = float(row["points"])
    if missing := {concept for kinds in points.values() for concept in kinds} - starts.keys():
        raise RuleError(f"concept_scores.csv: no row {START} for {', '.join(sorted(missing))}; fit the points anew")
    return ScoreCard(starts, points)


def known_signs(book: RuleBook) -> frozenset[str]:
    """The signs that a text may show: those of the groups and forms that there are."""
    groups = (f"group:{name}" for name in word_groups(book))
    return frozenset((*groups, *(f"form:{cue.concept}:{cue.role}" for cue in read_cues(book))))
