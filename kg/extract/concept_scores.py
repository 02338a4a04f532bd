"""Scores: the kinds of practice that a stretch of text tells, by the characters that speak for and against each.

A form of ``concept_cues.csv`` is a wording and a set of ``concept_sets.csv`` a few things that must all be spoken of.
Most of what reporters tell in words of their own holds neither, but many characters and pairs of characters that make
one kind likelier than the others. Each has points in ``lexicons/points/concepts.csv``, which ``python -m kg.extract.fit
concepts`` finds from labelled sentences; a stretch tells the kinds whose points add up to enough, and hardly any whose
points stay far below.
"""

from __future__ import annotations

import re
import struct
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from kg.errors import RuleError
from kg.extract.concept_cues import Cue, CueHit
from kg.extract.sentences import split_sentences
from kg.model import Sentence

ROLE = "score"
START = "start"
CARD = Path(__file__).parents[1] / "lexicons" / "points" / "concepts.csv"
LONGEST, SHORTEST = 80, 12  # characters of a stretch; labelled sentences are as long
# Points are added in hundredths, as whole numbers, so that every machine and every order gives the same sum.
HUNDREDTHS = 100
# What a kind's points must come to; where they come to less than the second, forms of several parts and sets that tell
# it are taken for something else.
TELLS, UNLIKELY = 20, -600
# An article that tells of a kind beyond doubt in one stretch tells it of another place in fewer words.
BEYOND_DOUBT, AGAIN = 200, -320
FIELD, LIFT = 32, 1 << 31  # bits; all signs of a kind together come to less than a thousandth of what a field holds
MASK = (1 << FIELD) - 1
PAIR, WHOLE = 2, re.compile("-?[0-9]+")
PIECES, SHARE = 3, 0.6  # pairs that stand for a stretch, and of its points in favour the part they must bring
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


class Piece(NamedTuple):
    """A pair of characters that speaks for a kind, where it stands first, with its points."""

    points: int
    start: int
    end: int


class Stretch(NamedTuple):
    """A stretch of a text and the sum of the points of each kind, in hundredths, in the order of the score card."""

    start: int
    end: int
    sums: tuple[int, ...]


@dataclass(frozen=True, eq=False)
class ScoreCard:
    """The points of all kinds in hundredths: where each starts, and what each character and each pair adds to them.

    ``lines`` are these signs with their points as the file has them. They are read when a text first holds the sign,
    into one whole number with a field for each kind, so that one addition adds to all kinds.
    """

    kinds: tuple[str, ...]
    starts: tuple[int, ...]
    lines: Mapping[str, str]
    read: dict[str, int] = field(default_factory=dict)

    @cached_property
    def lift(self) -> int:
        """What makes every field positive."""
        return packed(LIFT for _ in self.kinds)

    @cached_property
    def nothing(self) -> int:
        """The sums of a text without signs."""
        return packed(self.starts) + self.lift

    def points(self, sign: str) -> int | None:
        """What a sign adds to each kind, in fields; None for one that has no points."""
        known = self.read.get(sign)
        if known is None and (line := self.lines.get(sign)) is not None:
            cells = enumerate(line.split(","))
            known = self.read[sign] = sum(int(cell) << (FIELD * kind) for kind, cell in cells if cell)
        return known

    def point(self, sign: str, kind: int) -> int:
        """What a sign adds to the kind of a number."""
        row = self.points(sign)
        return 0 if row is None else ((row + self.lift) >> (FIELD * kind) & MASK) - LIFT

    def sums(self, text: str) -> tuple[int, ...]:
        """The sum of the points of each kind for a text; a sign counts once."""
        signs = self.lines.keys() & {*text, *map("".join, pairwise(text))}
        for sign in signs.difference(self.read):
            self.points(sign)
        total = sum(map(self.read.__getitem__, signs), self.nothing)
        fields = total.to_bytes(FIELD // 8 * len(self.kinds), "little")
        return tuple(value - LIFT for value in struct.unpack(f"<{len(self.kinds)}I", fields))

    def of(self, stretch: Stretch, concept: str) -> int:
        """The sum of a kind in a stretch."""
        return stretch.sums[self.kinds.index(concept)]

    def favouring(self, concept: str, text: str, stretch: Stretch) -> list[Piece]:
        """The pairs of a stretch that speak for a kind, the strongest first, each once."""
        kind, once = self.kinds.index(concept), dict[str, Piece]()
        for start in range(stretch.start, stretch.end - 1):
            pair = text[start : start + 2]
            if pair not in once and (points := self.point(pair, kind)) > 0:
                once[pair] = Piece(points, start, start + 2)
        return sorted(once.values(), key=lambda piece: (-piece.points, piece.start))

    def pieces(self, concept: str, text: str, stretch: Stretch) -> tuple[tuple[int, int], ...]:
        """The spans that stand for a kind: its strongest pairs, none on another, that bring most of the points."""
        favouring = self.favouring(concept, text, stretch)
        wanted = SHARE * sum(piece.points for piece in favouring)
        chosen: list[tuple[int, int]] = []
        for points, start, end in favouring:
            if wanted <= 0 or len(chosen) == PIECES:
                break
            if all(end <= other or start >= stop for other, stop in chosen):
                chosen.append((start, end))
            wanted -= points
        return tuple(sorted(chosen))


def packed(values: Iterable[int]) -> int:
    """Whole numbers as one, a field each; sums of such numbers hold the sums of their fields."""
    return sum(value << (FIELD * i) for i, value in enumerate(values))


@lru_cache(maxsize=2)
def scored(text: str) -> tuple[Stretch, ...]:
    """The stretches of a text with their sums, in reading order."""
    card = score_card()
    spans = (span for sentence in split_sentences(text) for span in stretches(text, sentence))
    return tuple(Stretch(start, end, card.sums(text[start:end])) for start, end in spans)


def score_hits(text: str) -> Iterator[CueHit]:
    """The kinds that the stretches of a text tell by their sums, in reading order."""
    hits = (score_hit(text, stretch, concept) for stretch, concept in told_by_points(text))
    return (hit for hit in hits if hit is not None)


def told_by_points(text: str) -> Iterator[tuple[Stretch, str]]:
    """The stretches of a text with the kinds whose points come to enough, in reading order."""
    kinds, every = score_card().kinds, scored(text)
    most = map(max, zip(*(stretch.sums for stretch in every), strict=True))
    again = [kind for kind, points in enumerate(most) if points >= BEYOND_DOUBT]
    for stretch in every:
        outright = max(stretch.sums) >= TELLS
        told = {kind for kind, points in enumerate(stretch.sums) if points >= TELLS} if outright else set[int]()
        told.update(kind for kind in again if stretch.sums[kind] >= AGAIN)
        yield from ((stretch, kinds[kind]) for kind in sorted(told))


def score_hit(text: str, stretch: Stretch, concept: str) -> CueHit | None:
    """The words of a stretch that stand for a kind; None where none speaks for it."""
    pieces = score_card().pieces(concept, text, stretch)
    return CueHit(Cue(concept, ROLE, ROLE), pieces[0][0], pieces[-1][1], pieces) if pieces else None


def stretch_at(text: str, offset: int) -> Stretch:
    """The stretch of a text in which an offset lies."""
    found = scored(text)
    return found[max(bisect_right(found, offset, key=lambda s: s.start) - 1, 0)]


def points_at(text: str, offset: int, concept: str) -> int:
    """What the points of a kind come to in the stretch in which an offset lies."""
    return score_card().of(stretch_at(text, offset), concept)


@lru_cache(maxsize=1)
def score_card() -> ScoreCard:
    """The score card of the package, read once a process."""
    return read_card(CARD.read_text(encoding="utf-8").splitlines())


def read_card(lines: Iterable[str]) -> ScoreCard:
    """The score card of a file with one column for each kind; raises RuleError where it is not one."""
    header, start, *rows = (line.partition(",") for line in lines)
    kinds, starts = tuple(header[2].split(",")), tuple(int(cell or 0) for cell in start[2].split(","))
    if start[0] != START or len(starts) != len(kinds):
        raise RuleError("points/concepts.csv: the second line must say where each kind starts; fit the points anew")
    return ScoreCard(kinds, starts, {sign: points for sign, _, points in rows})


def check_card(lines: Iterable[str]) -> None:
    """Read every row of a score card at once; raises RuleError with the line of the first that is not one."""
    rows = list(lines)
    card = read_card(rows)
    for number, row in enumerate(rows[2:], 3):
        sign, *cells = row.split(",")
        where = f"points/concepts.csv:{number} {sign}"
        if not 1 <= len(sign) <= PAIR:
            raise RuleError(f"{where}: a sign is one character or two; fit the points anew: kg/extract/fit.py")
        if len(cells) != len(card.kinds):
            raise RuleError(f"{where}: {len(cells)} points for {len(card.kinds)} kinds; fit the points anew")
        wrong = next((cell for cell in cells if cell and not WHOLE.fullmatch(cell)), None)
        if wrong is not None:
            raise RuleError(f"{where}: “{wrong}” is no whole number; points are in hundredths")
