"""Items of a bulletin: ``□headline。text``, ``○ headline`` above its text, ``一、headline`` where each is a report.

The same signs also stand before the sections of one report, so a series is judged as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from kg.model import ScorePart
from kg.read.blocks import ITEM_MARKS, ends_sentence
from kg.read.cues import pattern
from kg.read.dates import number
from kg.read.headings import body_opening, may_be_heading
from kg.read.piece import Piece, part_of
from kg.read.places import is_bare_place, starts_with_place
from kg.read.series import all_news

_SIGNS = {
    "chinese": re.compile(r"[一二三四五六七八九十]{1,3}[、.]\s*"),
    "chinese-bracket": re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)]\s*"),
    "square": re.compile(r"[【\[](?:[一二三四五六七八九十]{1,3}|\d{1,2})[】\]]\s*"),
    "digit": re.compile(r"\d{1,2}[、.](?!\d)\s*"),
    "digit-bracket": re.compile(r"[（(]\d{1,2}[）)]\s*"),
    "circled": re.compile(r"[①-⑳]\s*"),
    # The place in brackets is part of the headline: the sign has no length.
    "place": re.compile(r"(?=[【\[][\u4e00-\u9fff]{2,12}[】\]].)"),
}
_BRACKETED = re.compile(r"【(?P<head>[^【】。]{6,40})】(?=.{12})")  # 【某镇：网格治理添活力】text
_LONGEST_HEAD, _SHORTEST_TEXT = 60, 12
_COUNT, _SIGN = re.compile(r"[一二三四五六七八九十]+|\d+"), 4
_HEADLINE = 10  # characters of a headline, in the mean
_PARAGRAPH = 40
_THRESHOLD = 2.0


def free_items(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with ▲ before headlines, not before captions: one stands above all text, most above a paragraph."""
    signed = [i for i, p in enumerate(pieces) if p.kind == "caption" and p.block.mark in ("▲", "△")]
    first = next((i for i, p in enumerate(pieces) if p.kind in ("body", "heading", "caption")), -1)
    long = sum(len(p.text) >= _PARAGRAPH for i in signed for p in pieces[i + 1 : i + 2])
    items = signed if len(signed) > 1 and signed[0] == first and 3 * long >= 2 * len(signed) else ()
    return [p.as_kind("body") if i in items else p for i, p in enumerate(pieces)]


def as_items(pieces: Sequence[Piece]) -> list[Piece]:
    """Marked or numbered pieces that are reports of their own become a headline and a text."""
    series: dict[str, list[int]] = {}
    for i, piece in enumerate(pieces):
        if sign := _sign(piece):
            series.setdefault(sign, []).append(i)
    chosen = {i for places in series.values() if _is_series(pieces, places) for i in places}
    found: list[Piece] = []
    for i, piece in enumerate(pieces):
        found += _item(piece) if i in chosen else (piece,)
    return found


def _sign(piece: Piece) -> str:
    """The kind of sign that a piece opens with, empty where it has none."""
    if piece.kind != "body":
        return ""
    if piece.block.mark:
        return piece.block.mark if piece.block.mark in ITEM_MARKS else ""
    if piece.block.bold_head:
        return "bold"
    if sign := _bracket_sign(piece.text):
        return sign
    if len(piece.text) <= _LONGEST_HEAD and not may_be_heading(piece.text.rstrip("。")):
        return ""
    return next((name for name, sign in _SIGNS.items() if sign.match(piece.text)), "")


def _bracket_sign(text: str) -> str:
    """Whether brackets hold the headline of what stands behind them, or the place that a headline opens with."""
    headed = _BRACKETED.match(text)
    if headed and not is_bare_place(headed["head"]):
        return "bracketed"
    return "place" if _SIGNS["place"].match(text) and not _SIGNS["square"].match(text) else ""


def _is_series(pieces: Sequence[Piece], series: Sequence[int]) -> bool:
    return sum(part.value for part in series_parts(pieces, series)) >= _THRESHOLD


def series_parts(pieces: Sequence[Piece], series: Sequence[int]) -> tuple[ScorePart, ...]:
    """The named parts of the score for signed pieces to be reports rather than sections of one report."""
    first = pieces[series[0]]
    heads = [_headline(pieces[i]) for i in series]
    above = [p for p in pieces[max(series[0] - 40, 0) : series[0]] if p.kind in ("body", "heading")]
    listed = [_bare(p.text) for p in pieces if p.kind == "contents"]
    count = len(series)
    parts = (
        ScorePart("item-mark", (1.0 if first.block.mark in "□○" else 0.5) if first.block.mark else 0.0),
        ScorePart("alone", -1.0 if count < 2 else 0.0),
        ScorePart("listed", 3.0 * (sum(_is_listed(h, listed) for h in heads) >= 0.5 * count)),
        ScorePart("places-first", 2.5 * (sum(map(starts_with_place, heads)) >= 0.6 * count)),
        ScorePart("open-like-news", 1.0 * (sum(bool(body_opening(h)) for h in heads) >= 0.6 * count)),
        ScorePart("news-below", 2.5 * (count > 1 and all_news([_below(pieces, i) for i in series]))),
        ScorePart("bylines-between", 2.0 * (sum(_byline_above(pieces, i) for i in series[1:]) > 0.3 * count)),
        ScorePart(
            "heads-the-page",
            2.5 * (not above and _is_counted(pieces, series) and sum(map(len, heads)) >= _HEADLINE * count),
        ),
        ScorePart("bulletin", 1.0 * any(p.kind in ("issue", "masthead") for p in pieces[: series[0]])),
        ScorePart("introduced", -3.0 * any(map(_introduces, above))),
        ScorePart("under-a-headline", -1.0 * bool(above and not any(map(_introduces, above)))),
        ScorePart("names-sections", -4.0 * any(pattern("<<section_titles>>").search(h[:16]) for h in heads)),
    )
    return tuple(part for part in parts if part.value)


def _is_counted(pieces: Sequence[Piece], series: Sequence[int]) -> bool:
    """Whether at least two signed pieces have a mark or count from one on: no list inside a report is signed alike."""
    if pieces[series[0]].block.mark:
        return len(series) > 1
    signs = (_COUNT.search(pieces[i].text[:_SIGN]) for i in series)
    return len(series) > 1 and [number(sign[0]) if sign else 0 for sign in signs] == list(range(1, len(series) + 1))


def _below(pieces: Sequence[Piece], i: int) -> str:
    """The text behind the headline of a signed piece, or below it where the headline is all of the piece."""
    text = pieces[i].text.partition("。")[2]
    below = takewhile(lambda p: not _sign(p), pieces[i + 1 : i + 4])
    return text or "".join(p.text for p in below if p.kind == "body")


def _introduces(piece: Piece) -> bool:
    """Whether text stands there that the signed pieces may be sections of; an editor's note is none."""
    note = piece.text.startswith(("编者按", "按：", "编者的话", "【编者按")) or piece.text.endswith(
        ("如下：", "如下。", "参考。")
    )
    long_text = len(piece.text) > 48 or (ends_sentence(piece.text) and len(piece.text) > 20)
    return piece.kind == "body" and long_text and not note


def _number_end(piece: Piece) -> int:
    return next((found.end() for sign in _SIGNS.values() if (found := sign.match(piece.text))), 0)


def _headline(piece: Piece) -> str:
    if bracketed := _BRACKETED.match(piece.text):
        return bracketed["head"]
    start = _number_end(piece)
    end = piece.text.find("。", start)
    return piece.text[start : end if end >= 0 else len(piece.text)]


def _is_listed(headline: str, listed: Sequence[str]) -> bool:
    bare = _bare(headline)
    return len(bare) > 4 and any(bare in entry for entry in listed)


def _item(piece: Piece) -> Iterator[Piece]:
    """The headline and the text of an item; one without a headline is an article all the same, its headline empty."""
    if bracketed := _BRACKETED.match(piece.text):
        head = part_of(piece, *bracketed.span("head"), "heading")
        yield from (
            replace(p, headline=p is head)
            for p in (head, part_of(piece, bracketed.end(), len(piece.text), "body"))
            if p
        )
        return
    start = _number_end(piece)
    end = piece.text.find("。", start)
    if end < 0 or end == len(piece.text) - 1:
        end = len(piece.text.rstrip("。"))
    body = part_of(piece, end + 1, len(piece.text), "body")
    short = (2 if body is None else 4) <= end - start <= _LONGEST_HEAD
    head = (
        part_of(piece, start, end, "heading") if short and (body is None or len(body.text) >= _SHORTEST_TEXT) else None
    )
    sentence = body is None and piece.text.endswith("。") and ("，" in piece.text or bool(body_opening(piece.text)))
    if head is None or sentence:
        yield replace(piece, headline=True)
        return
    yield replace(head, headline=True, block=replace(head.block, mark=piece.block.mark, gap=piece.block.gap))
    if body is not None:
        yield body


def _byline_above(pieces: Sequence[Piece], i: int) -> bool:
    for piece in reversed(pieces[max(i - 6, 0) : i]):
        if piece.kind in ("body", "heading"):
            return False
        if piece.kind == "byline":
            return True
    return False


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)
