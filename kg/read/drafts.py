"""Articles in the making, and the groups of headings that may head them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from kg.read.carve import turn_of
from kg.read.headings import NUMBERED
from kg.read.piece import Piece

_LEAD = 240


@dataclass(slots=True)
class Draft:
    """One article while it is being put together: its headline pieces and everything below them.

    ``set_aside`` is what stood with the headlines and is none: a page's banner, a headline printed again.
    ``of_news`` says that its headline is one of a series of news.
    """

    title: list[Piece] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    set_aside: list[Piece] = field(default_factory=list)
    sent_on: int = 0
    has_text: bool = False
    of_news: bool = False

    def add(self, piece: Piece) -> None:
        """Add a piece, and count whether the text is sent on to another page (下转) and taken up again (上接)."""
        self.pieces.append(piece)
        self.has_text = self.has_text or piece.kind in ("body", "heading")
        if piece.kind == "page-mark":
            self.sent_on += {"to": 1, "from": -1}.get(turn_of(piece.text), 0)

    @property
    def body(self) -> list[Piece]:
        """Paragraphs and subheads."""
        return [p for p in self.pieces if p.kind in ("body", "heading")]


@dataclass(frozen=True, slots=True)
class Group:
    """Headings that stand together, what frames them, and where they are in the page."""

    start: int
    end: int
    headings: tuple[Piece, ...]
    before: Piece | None
    behind: Piece | None
    lead: str
    byline_before: bool
    byline_behind: bool
    taken_up: bool
    numbered: bool = False

    @property
    def text(self) -> str:
        """The headings as one line."""
        return " ".join(p.text for p in self.headings)


def groups_of(pieces: Sequence[Piece]) -> list[Group]:
    """The groups of headings of a page, in order."""
    found: list[Group] = []
    numbers = _section_numbers(pieces)
    i = 0
    while i < len(pieces):
        if pieces[i].kind != "heading":
            i += 1
            continue
        start = i
        headings = [pieces[i]]
        i += 1
        while i < len(pieces) and pieces[i].kind == "heading" and _together(headings, pieces[i]):
            headings.append(pieces[i])
            i += 1
        found.append(replace(_group(pieces, start, i, headings), numbered=start - 1 in numbers))
    return found


def _section_numbers(pieces: Sequence[Piece]) -> frozenset[int]:
    """Where numbers alone in a line count the sections of one report: 1, 2, 3 …, each right before a heading.

    The number of a page stands before the first text or behind the last one, too.
    """
    marks = [i for i, p in enumerate(pieces) if p.kind == "page-mark" and p.text.isdecimal()]
    if not marks or [int(pieces[i].text) for i in marks] != list(range(1, len(marks) + 1)):
        return frozenset()
    begun = any(p.kind == "body" for p in pieces[: marks[0]])
    heading = all(i + 1 < len(pieces) and pieces[i + 1].kind == "heading" for i in marks)
    return frozenset(marks) if begun and heading else frozenset()


def _together(headings: Sequence[Piece], piece: Piece) -> bool:
    if piece.headline or NUMBERED.match(piece.text):
        return False
    level = headings[-1].block.level
    return not (level and piece.block.level) or level == piece.block.level


def _group(pieces: Sequence[Piece], start: int, end: int, headings: Sequence[Piece]) -> Group:
    text = ("body", "heading")
    before = next((p for p in reversed(pieces[max(start - 64, 0) : start]) if p.kind in text), None)
    behind = next((p for p in pieces[end : end + 12] if p.kind in text), None)
    signs_before = _kinds(reversed(pieces[max(start - 6, 0) : start]))
    signs_behind = _kinds(pieces[end : end + 6])
    taken_up = end < len(pieces) and pieces[end].kind == "page-mark" and turn_of(pieces[end].text) == "from"
    return Group(
        start,
        end,
        tuple(headings),
        before,
        behind,
        _lead(pieces, end),
        byline_before="byline" in signs_before,
        byline_behind=bool({"byline", "date", "masthead", "issuer"} & signs_behind),
        taken_up=taken_up,
    )


def _lead(pieces: Sequence[Piece], start: int) -> str:
    """The text behind a group of headings, up to the next heading and no further than a report's lead goes."""
    found = ""
    for piece in pieces[start : start + 12]:
        if piece.kind == "heading" or len(found) >= _LEAD:
            break
        found += piece.text if piece.kind == "body" else ""
    return found[:_LEAD]


def _kinds(pieces: Iterable[Piece]) -> set[str]:
    """Kinds of the pieces up to the next text."""
    kinds: set[str] = set()
    for piece in pieces:
        if piece.kind in ("body", "heading"):
            break
        kinds.add(piece.kind)
    return kinds


def bare(text: str) -> str:
    """A text without white space and punctuation."""
    return re.sub(r"[\W_]+", "", text)
