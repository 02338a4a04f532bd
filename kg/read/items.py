"""Items of a bulletin: ``□headline。text``, ``○ headline`` above its text, ``一、headline`` where each is a report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.model import ScorePart
from kg.read.blocks import ITEM_MARKS
from kg.read.cues import pattern
from kg.read.headings import may_be_heading
from kg.read.piece import Piece, part_of
from kg.read.places import starts_with_place

_NUMBER = re.compile(r"(?:[一二三四五六七八九十]{1,3}[、.]|\d{1,2}[、.](?!\d)|[①-⑳])\s*")
_LONGEST_HEAD, _SHORTEST_TEXT = 60, 30
_THRESHOLD = 2.0


def as_items(pieces: Sequence[Piece]) -> list[Piece]:
    """Marked or numbered paragraphs that open with a headline of their own become a headline and a text."""
    numbered = _run_in_numbers(pieces)
    found: list[Piece] = []
    for i, piece in enumerate(pieces):
        mark = piece.block.mark
        if piece.kind == "body" and ((mark and mark in ITEM_MARKS) or i in numbered):
            found += _item(piece)
        else:
            found.append(piece)
    return found


def _item(piece: Piece) -> Iterator[Piece]:
    number = _NUMBER.match(piece.text)
    start = number.end() if number else 0
    end = piece.text.find("。", start)
    head = part_of(piece, start, end, "heading") if 4 <= end - start <= _LONGEST_HEAD else None
    body = part_of(piece, end + 1, len(piece.text), "body")
    if head and body and len(body.text) >= _SHORTEST_TEXT:
        yield replace(head, headline=True, block=replace(head.block, mark=piece.block.mark, gap=piece.block.gap))
        yield body
    elif len(piece.text) > _LONGEST_HEAD:
        # An item without a headline is an article all the same; its headline is empty.
        yield replace(piece, headline=True)
    elif may_be_heading(piece.text.rstrip("。")):
        yield replace(piece, kind="heading", headline=piece.block.mark in "□○●")
    else:
        yield piece


def _run_in_numbers(pieces: Sequence[Piece]) -> set[int]:
    """Numbered paragraphs that open with a headline naming a place, where most numbered ones of the page do."""
    numbered = [
        (i, number.end())
        for i, p in enumerate(pieces)
        if p.kind == "body" and len(p.text) > _LONGEST_HEAD and (number := _NUMBER.match(p.text))
    ]
    placed = {i for i, start in numbered if starts_with_place(pieces[i].text[start:])}
    return placed if len(placed) >= 2 and len(placed) >= 0.6 * len(numbered) else set()


def mark_series(pieces: Sequence[Piece]) -> list[Piece]:
    """Numbered headings that each head a report of their own, told by the series as a whole."""
    series = [
        i
        for i, p in enumerate(pieces)
        if p.kind == "heading" and not p.headline and _NUMBER.match(p.text) and not p.block.level
    ]
    if len(series) < 2 or sum(part.value for part in series_parts(pieces, series)) < _THRESHOLD:
        return list(pieces)
    marked = list(pieces)
    for i in series:
        number = _NUMBER.match(marked[i].text)
        head = part_of(marked[i], number.end() if number else 0, len(marked[i].text), "heading")
        marked[i] = replace(head, headline=True) if head else marked[i]
    return marked


def series_parts(pieces: Sequence[Piece], series: Sequence[int]) -> tuple[ScorePart, ...]:
    """The named parts of the score for numbered headings to head reports rather than sections of one report."""
    heads = [_NUMBER.sub("", pieces[i].text, count=1) for i in series]
    above = [p for p in pieces[: series[0]] if p.kind in ("body", "heading")]
    listed = {_bare(_NUMBER.sub("", p.text, count=1)) for p in pieces if p.kind == "contents"}
    share = 1 / len(series)
    parts = (
        ScorePart("listed", 3.0 * (sum(any(_bare(h) in entry for entry in listed) for h in heads) * share >= 0.5)),
        ScorePart("places-first", 2.5 * (sum(map(starts_with_place, heads)) * share >= 0.6)),
        ScorePart("bylines-between", 2.0 * (sum(_byline_above(pieces, i) for i in series[1:]) * share > 0.3)),
        ScorePart("bulletin", 0.5 * any(p.kind == "issue" for p in pieces[: series[0]])),
        ScorePart("introduced", -3.0 * any(p.kind == "body" for p in above)),
        ScorePart("under-a-headline", -1.0 * bool(above and all(p.kind == "heading" for p in above))),
        ScorePart("names-sections", -4.0 * any(pattern("<<section_titles>>").search(h) for h in heads)),
    )
    return tuple(part for part in parts if part.value)


def _byline_above(pieces: Sequence[Piece], i: int) -> bool:
    for piece in reversed(pieces[max(i - 6, 0) : i]):
        if piece.kind in ("body", "heading"):
            return False
        if piece.kind == "byline":
            return True
    return False


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)
