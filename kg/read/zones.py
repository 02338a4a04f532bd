"""Kinds that only the neighbours tell: the head of a bulletin, tables of contents, names under a report, captions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.read.blocks import ITEM_MARKS, ends_sentence
from kg.read.carve import turn_of
from kg.read.cues import pattern, words
from kg.read.dates import find_dates
from kg.read.headings import Page, body_opening, may_be_heading
from kg.read.names import is_organ, parse_byline
from kg.read.piece import Piece, part_of

_LEADERS = re.compile(r"[ .·…—-]*[（(]?\s*\d{1,3}\s*[）)]?$")
_PLAIN = re.compile(r"[\W_]+")


def top_of(pieces: Sequence[Piece]) -> int:
    """How many pieces stand above the first paragraph of a report."""
    for i, piece in enumerate(pieces):
        if piece.kind == "body" and (len(piece.text) > 48 or (ends_sentence(piece.text) and len(piece.text) > 24)):
            return i
    return len(pieces)


def mark_masthead(pieces: Sequence[Piece]) -> list[Piece]:
    """Name, issue, issuer and date of a bulletin or paper, wherever one begins."""
    found: list[Piece] = []
    top = top_of(pieces)
    issues = [i for i, p in enumerate(pieces) if p.kind == "issue"]
    for i, piece in enumerate(pieces):
        nearest = min((abs(j - i) for j in issues), default=99)
        below = next((j for j in reversed(issues) if j < i), None)
        above = next((j for j in issues if j > i), None)
        if piece.kind != "body" or len(piece.text) > 40 or piece.block.mark:
            found.append(piece)
        elif above is not None and (above - i <= 3 and i < top or above - i == 1) and may_be_heading(piece.text):
            found += [piece.as_kind("masthead")]
        elif below is not None and nearest <= 3 and (parts := _issuer(piece)):
            found += parts
        elif i < min(top, 4) and pattern("(?:<<masthead_words>>)$").search(piece.text) and len(piece.text) <= 14:
            found.append(piece.as_kind("masthead"))
        elif i < top and _dated_masthead(piece.text):
            found.append(piece.as_kind("masthead"))
        elif i < top and piece.text in words("section_words"):
            found.append(piece.as_kind("section"))
        else:
            found.append(piece)
    return found


def _issuer(piece: Piece) -> list[Piece]:
    """The issuer of a bulletin and the date beside it."""
    text = piece.text
    dated = next(find_dates(text), None)
    if dated is None:
        return [piece.as_kind("issuer")] if is_organ(_PLAIN.sub("", text)) else []
    organ = text[: dated.start].strip()
    if not organ or not is_organ(_PLAIN.sub("", organ)):
        return []
    parts = (part_of(piece, 0, dated.start, "issuer"), part_of(piece, dated.start, len(text), "date"))
    return [part for part in parts if part]


def _dated_masthead(text: str) -> bool:
    """A newspaper's head line: its name, a date, editors (某某日报 2022年11月3日 星期四)."""
    dated = next(find_dates(text), None)
    if dated is None:
        return False
    rest = (text[: dated.start] + " " + text[dated.end :]).split()
    return any(pattern("(?:报|<<masthead_words>>)$").search(part) for part in rest) or "星期" in text


def mark_contents(pieces: Sequence[Piece], top: int) -> list[Piece]:
    """Tables of contents: lists above the first report, and lines that come again as headlines further down."""
    marked = list(pieces)
    listed = [
        i
        for i in range(top)
        if marked[i].kind == "body" and marked[i].block.mark and marked[i].block.mark not in ITEM_MARKS
    ]
    if len(listed) >= 2:
        for i in listed:
            marked[i] = marked[i].as_kind("contents")
    later = {_key(p.text) for p in marked[top:] if p.kind in ("body", "heading") and len(p.text) <= 60}
    repeated = [
        i for i in range(top) if marked[i].kind == "body" and _key(marked[i].text) in later and len(marked[i].text) > 5
    ]
    if len(repeated) >= 2:
        for i in repeated:
            marked[i] = marked[i].as_kind("contents")
    return marked


def _key(text: str) -> str:
    return _PLAIN.sub("", _LEADERS.sub("", text))


def mark_bylines(pieces: Sequence[Piece]) -> list[Piece]:
    """Lines of names alone: under a report, or right below its headline."""
    marked = list(pieces)
    content = [i for i, p in enumerate(pieces) if p.kind in ("body", "heading", "distribution", "byline")]
    for n, i in enumerate(content):
        piece = marked[i]
        byline = parse_byline(piece.text) if piece.kind in ("body", "heading") and len(piece.text) <= 40 else None
        if byline is None or not all(_persons(piece, byline.authors)):
            continue
        before = marked[content[n - 1]] if n else None
        behind = marked[content[n + 1]] if n + 1 < len(content) else None
        if _is_place(piece.text) or before is None:
            continue
        under_text = before.kind == "body" and ends_sentence(before.text)
        under_headline = (
            before.kind == "heading" and behind is not None and behind.kind == "body" and len(behind.text) > 24
        )
        if (under_text and (behind is None or behind.kind != "body" or len(behind.text) < 60)) or under_headline:
            marked[i] = piece.as_kind("byline")
    return marked


def _persons(piece: Piece, spans: Sequence[tuple[int, int]]) -> list[bool]:
    return [not is_organ(piece.text[s:e]) and not _is_word(piece.text[s:e], len(spans)) for s, e in spans]


def _is_word(text: str, names: int) -> bool:
    """A surname-like first character does not make a name of an ordinary word (方法, 高质)."""
    from kg.read.words import is_common_word

    return names <= 2 and is_common_word(text)


def _is_place(text: str) -> bool:
    from kg.read.words import is_place_word

    return is_place_word(text)


def mark_captions(pieces: Sequence[Piece], page: Page) -> list[Piece]:
    """Short sentences beside pictures: they interrupt a sentence, stand apart, or come twice on the page."""
    marked = list(pieces)
    body = [i for i, p in enumerate(pieces) if p.kind in ("body", "heading")]
    counts: dict[str, int] = {}
    for i in body:
        counts[pieces[i].text] = counts.get(pieces[i].text, 0) + 1
    for n, i in enumerate(body):
        before = marked[body[n - 1]] if n else None
        behind = pieces[body[n + 1]] if n + 1 < len(body) else None
        if _caption_score(marked[i], before, behind, page, counts[pieces[i].text]) >= 2.0:
            marked[i] = marked[i].as_kind("caption")
    return marked


def _caption_score(piece: Piece, before: Piece | None, behind: Piece | None, page: Page, times: int) -> float:
    text = piece.text
    if (
        piece.kind != "body"
        or not 6 <= len(text) <= 60
        or text[-1] not in "。"
        or "。" in text[:-1]
        or piece.block.mark
    ):
        return 0.0
    if body_opening(text) or "“" == text[0] or page.median < 30:
        return 0.0
    score = 0.5 if len(text) <= 40 else 0.0
    score += 0.5 if pattern("<<caption_scenes>>").search(text) else 0.0
    score += 1.2 if piece.block.gap > page.gap else 0.0
    score += 1.5 if times > 1 else 0.0
    if before is not None and before.kind == "body" and not ends_sentence(before.text):
        score += _interruption(before, piece, behind, page)
    if before is not None and before.kind in ("heading", "caption"):
        score += 0.4
    if behind is not None and behind.kind == "heading" and len(text) <= 12:
        score += 0.6
    return score


def _interruption(before: Piece, piece: Piece, behind: Piece | None, page: Page) -> float:
    """How surely a short sentence interrupts another one, rather than being its end."""
    from kg.read.words import crosses

    if crosses(before.text, piece.text) or piece.text[0] in words("never_begins"):
        return -3.0
    if behind is None or behind.kind != "body" or body_opening(behind.text) or turn_of(before.text):
        return 0.0
    apart = piece.block.gap > page.gap
    return 2.0 if len(piece.text) >= 10 and (apart or crosses(before.text, behind.text)) else 0.0


def carry_distribution(pieces: Sequence[Piece]) -> list[Piece]:
    """Lines that go on with a distribution list which did not end in its own line."""
    marked = list(pieces)
    for i in range(1, len(marked)):
        last, piece = marked[i - 1], marked[i]
        open_list = last.kind == "distribution" and last.text[-1] in "，、,;；"
        if open_list and piece.kind in ("body", "heading") and len(piece.text) <= 80:
            marked[i] = piece.as_kind("distribution")
    return marked


def as_items(pieces: Sequence[Piece]) -> list[Piece]:
    """Items of a bulletin: ``□headline。text`` becomes a headline and a text."""
    marks = [p.block.mark for p in pieces if p.kind == "body" and p.block.mark and p.block.mark in ITEM_MARKS]
    found: list[Piece] = []
    for piece in pieces:
        mark = piece.block.mark
        if piece.kind != "body" or not mark or mark not in ITEM_MARKS or marks.count(mark) < 1:
            found.append(piece)
            continue
        end = piece.text.find("。")
        if 4 <= end <= 60 and len(piece.text) - end > 30:
            parts: tuple[Piece | None, ...] = (
                part_of(piece, 0, end, "heading"),
                part_of(piece, end + 1, len(piece.text), "body"),
            )
            head, body = parts
            found += [replace(p, headline=p is head) for p in (head, body) if p]
        else:
            found.append(piece)
    return found
