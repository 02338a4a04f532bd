"""Sections of an article that report nothing done: what stands below a heading of plans or of problems."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from kg.rulebook import RuleBook

LEVELS = (
    re.compile(r"\s*[一二三四五六七八九十]{1,3}、"),
    re.compile(r"\s*[（(][一二三四五六七八九十]{1,3}[）)]"),
    re.compile(r"\s*[0-9]{1,2}[.\uff0e、]"),
)
UNNUMBERED = len(LEVELS)
LONGEST = 30  # characters of a heading
MARKS = "。！？；…”：:，,"  # a line that ends with one is no heading
HEADING = "heading"


class Section(NamedTuple):
    """A section as offsets, and what its heading makes of all that it says (a kind of ``context.csv``)."""

    start: int
    end: int
    kind: str


def kind_at(text: str, offset: int, book: RuleBook) -> str | None:
    """What the heading above an offset makes of what is said there, None where it only tells what comes."""
    found = sections(text, book)
    before = bisect_right(found, offset, key=lambda s: s.start)
    last = found[before - 1] if before else None
    return last.kind if last and offset < last.end else None


@lru_cache(maxsize=2)
def sections(text: str, book: RuleBook) -> tuple[Section, ...]:
    """The sections of plans and problems in reading order; one ends where a heading of its level or above begins."""
    heads = list(headings(text))
    found: list[Section] = []
    for i, (start, level, line) in enumerate(heads):
        kind = _kind(line, book)
        if kind and not (found and start < found[-1].end):
            behind = (heads[n] for n in range(i + 1, len(heads)))
            end = next((s for s, other, _ in behind if other <= level), len(text))
            found.append(Section(start + len(line), end, kind))
    return tuple(found)


def headings(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, level (0 the highest) and text of the headings: short lines without a mark, numbered first sentences."""
    start = 0
    for line in text.split("\n"):
        level = next((n for n, number in enumerate(LEVELS) if number.match(line)), UNNUMBERED)
        head = line if level == UNNUMBERED else line.partition("。")[0]
        if head.strip() and len(head) <= LONGEST and head[-1] not in MARKS:
            yield start, level, head
        start += len(line) + 1


def _kind(head: str, book: RuleBook) -> str | None:
    for cue, kind, unless in _cues(book):
        if cue in head and not any(word in head for word in unless):
            return kind
    return None


@lru_cache(maxsize=4)
def _cues(book: RuleBook) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    return tuple(
        (row["cue"], row["kind"], tuple(filter(None, row["unless"].split(";"))))
        for row in book.lexicon("context")
        if row["direction"] == HEADING
    )
