"""The table of places drawn from the official lists: its rows, and what the program makes of each."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from kg.extract.places import find_place_mentions
from kg.gazetteer import Gazetteer
from kg.link.places import resolve_places
from kg.model import Article, ArticlePlaces, FrameLine, FrameRole, Place, Segment
from kg.rulebook import load_rulebook

TABLE = Path(__file__).with_name("places_of_china.csv")
_ROLES: dict[str, FrameRole] = {"masthead": "masthead", "issuer": "issuer"}
_FRAME_START = 10_000
Verdict = Literal["right", "open", "wrong"]


@dataclass(frozen=True, slots=True)
class Row:
    """One place in an invented report.

    ``expected`` is the official code, ``open`` where the report does not settle which place is meant, ``none`` for a
    place that has no official code, ``absent`` where the words name no place.
    """

    sort: str
    name: str
    expected: str
    published: str
    frame: str
    title: str
    body: str

    def article(self) -> Article:
        """The report."""
        text = f"{self.title}\n{self.body}"
        role, _, line = self.frame.partition("=")
        frame = (FrameLine(_ROLES[role], line, _FRAME_START, _FRAME_START + len(line)),) if line else ()
        segments = (Segment(0, 0, len(text)),)
        return Article("table.txt", 1, self.title, text, segments, self.published or None, frame=frame)


def rows() -> list[Row]:
    """The rows of the table."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return [Row(**row) for row in csv.DictReader(file)]


def places_of(row: Row, gazetteer: Gazetteer) -> ArticlePlaces:
    """What the program finds in the report of a row."""
    article = row.article()
    return resolve_places(article, find_place_mentions(article, gazetteer, load_rulebook()), gazetteer)


def verdict(row: Row, found: ArticlePlaces) -> Verdict:
    """Whether the place is settled right, left open though the report settles it, or wrong."""
    named = [p for p in found.places if p.name == row.name]
    codes = {p.code for p in named if p.status == "settled"} - {None}
    if row.expected == "absent":
        return "wrong" if named else "right"
    if row.expected in {"open", "none"}:
        return "wrong" if codes else "right"
    if any(was(p, row.expected) for p in named):
        return "right"
    return "wrong" if codes or _elsewhere(row, found) else "open"


def was(place: Place, code: str) -> bool:
    """Whether a settled place has a code, or had it while it lasted."""
    held = place.candidates[0].code.rpartition(":")[2] if place.candidates else None
    return place.status == "settled" and code in {place.code, held}


def _elsewhere(row: Row, found: ArticlePlaces) -> bool:
    """Whether another place of the same level and stem was settled in its stead."""
    return any(p.status == "settled" and p.name[:2] == row.name[:2] and len(p.code or "") == len(row.expected)
               for p in found.places)  # fmt: skip


def tally(verdicts: Iterable[tuple[str, Verdict]]) -> dict[str, Counter[Verdict]]:
    """Verdicts by sort of row."""
    found: dict[str, Counter[Verdict]] = {}
    for sort, one in verdicts:
        found.setdefault(sort, Counter())[one] += 1
    return found
