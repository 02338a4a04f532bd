"""Score whether a short line is a headline or subhead, or a fragment of the text that a column broke off."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from kg.model import FrameRole, ScorePart
from kg.read.blocks import CLOSERS, ends_sentence, unbalanced
from kg.read.cues import pattern, words
from kg.read.names import is_organ
from kg.read.piece import Piece
from kg.read.places import has_place_colon, is_bare_place, is_sort_of_place, starts_with_place

NUMBERED = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、.：]|[（(][一二三四五六七八九十\d]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[章节部]"
    r"|\d{1,2}[、.](?!\d)|(?:PART|Part)[.·\s]{0,2}\d{1,2}|[①-⑳]|之[一二三四五六七八九十][：:])"
)
_LABELLED = re.compile(r"【[^】]{2,12}】[^。；]{6,}$")
_SUBTITLED = re.compile(r"[^—。；]{6,}——[^—。；]{6,}")
_KICKER = re.compile(r"[^—-][—-]\s?[—-]$")  # a line that leads to the headline below it
_SPACED = re.compile(r"[ ]+")
THRESHOLD = 1.0
_LONGEST = 48
_VERSE = 5
_FRAMED = frozenset(("caption", "page-mark", "repeat"))
_NO_TEXT = frozenset(get_args(FrameRole))
_SHORT_LINES = 32
_PARAGRAPH = 60  # characters
_PAGE_HEADS = frozenset(("contents", "issue", "issuer"))
_LABEL = 14  # characters of a line that labels the one below it (创新做法：)


@dataclass(frozen=True, slots=True)
class Page:
    """What is usual on a page: paragraphs indented, one sentence a line (as in WeChat posts), lines kept apart."""

    indented: bool
    short_lines: bool
    gap: int


def page_of(pieces: Sequence[Piece]) -> Page:
    """The habits of a page, from its longer pieces."""
    long = [p.block for p in pieces if len(p.text) >= 40] or [p.block for p in pieces]
    gaps = sorted(p.block.gap for p in pieces[1:]) or [0]
    indented = sum(b.indent > 0 for b in long) > 0.6 * len(long)
    return Page(indented, _usual_length(pieces) < _SHORT_LINES, gaps[int(len(gaps) * 0.6)])


def _usual_length(pieces: Sequence[Piece]) -> int:
    """The length of the piece in which the middle character stands: headlines and bylines hardly count."""
    lengths = sorted(len(p.text) for p in pieces)
    half = sum(lengths) / 2
    for length in lengths:
        half -= length
        if half <= 0:
            return length
    return 0


def body_opening(text: str) -> str:
    """The cue with which a text opens a report (日前, 近年来, a date), empty where there is none."""
    found = pattern(
        r"[“\s]*(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|初|中旬|底|份|以来)|<<news_leads>>"
        r"|[^，。]{0,12}(?:讯|电)[ （(:：]"
    ).match(text)
    if found:
        return found[0]
    found = pattern(r"<<report_leads>>|自\d{4}年").match(text)
    return found[0] if found else ""


def is_dateline(opening: str) -> bool:
    """Whether the cue that opens a text says where it was sent from: 江山讯（."""
    return opening[-1:] in tuple(" （(：:")


def may_be_heading(text: str) -> bool:
    """Whether the form of a line allows a heading at all: short, one sentence, nothing left open."""
    if not 2 <= len(text) <= _LONGEST or unbalanced(text) or text[0] in words("never_begins"):
        return False
    if "。" in text[:-1] or text[-1] in "，、；,;" or text.endswith(("。”", "！”", "？”")):
        return False
    if text[-1] in "：:" and not _names_one(text[:-1]):
        return False
    return bool(re.search(r"[\u4e00-\u9fff]", text))


def _names_one(text: str) -> bool:
    """Whether a text is nothing but the name of a place, or of a body that begins with one (甲县乙镇社工站)."""
    named = is_bare_place(text) or (is_organ(text) and starts_with_place(text))
    return named and not is_sort_of_place(text)


def is_label(piece: Piece, names: str) -> bool:
    """Whether a piece is one of some labels of a script; ``names`` is a part of a pattern."""
    return piece.kind == "section" and bool(
        pattern(rf"\W*(?:{names})[\d一二三四五六七八九十]{{0,2}}\W*").fullmatch(piece.text)
    )


def heading_parts(piece: Piece, before: Piece | None, behind: Piece | None, page: Page) -> tuple[ScorePart, ...]:
    """The named parts of the score for ``piece`` being a heading; ``THRESHOLD`` and more in sum make it one."""
    text = piece.text
    closed = behind is not None and behind.kind in ("byline", "date")
    parts = [*_mark_parts(piece), *_form_parts(text), *_end_parts(text, closed=closed)]
    if page.short_lines and not (piece.block.level or NUMBERED.match(text)):
        parts.append(ScorePart("page-of-short-lines", -0.6))
    if page.indented:
        parts.append(ScorePart("set-flush", 0.5 if piece.block.indent == 0 else -0.3))
    parts += _above_parts(text, before, behind)
    if behind is None:
        parts.append(ScorePart("nothing-follows", -1.0))
    elif behind.kind == "byline" and before is not None and before.kind == "body" and ends_sentence(before.text):
        parts.append(ScorePart("byline-below", 0.0 if ends_sentence(text) else 2.5))
    else:
        parts += _seam_parts(text, behind)
    return tuple(part for part in parts if part.value)


def _above_parts(text: str, before: Piece | None, behind: Piece | None) -> list[ScorePart]:
    """What stands above a line, or that nothing does, says of its being a heading."""
    if before is None or before.kind in _PAGE_HEADS:
        above_text = behind is not None and behind.kind == "body" and len(behind.text) >= _PARAGRAPH
        return [ScorePart("opens-the-page", 2.0 if above_text or _stands_alone(behind) else 0.0)]
    parts = []
    if before.kind != "body" and text[-1] in "？?" and _stands_alone(behind):
        parts.append(ScorePart("asks-below-the-head", 1.0))
    if before.kind == "body":
        parts.append(ScorePart("follows-finished-text", 0.5 if ends_sentence(before.text) else -0.5))
        parts.append(
            ScorePart("labelled-above", -3.0 if before.text[-1] in "：:" and len(before.text) < _LABEL else 0.0)
        )
    if before.kind == "heading" and text.startswith(("——", "--")):
        parts.append(ScorePart("subtitle", 1.5))
    if is_label(before, "<<script_labels>>") and not is_label(before, "<<script_headlines>>"):
        parts.append(ScorePart("behind-a-label", -3.0))
    if before.kind == "byline":
        parts.append(ScorePart("follows-byline", 0.5))
    if before.kind == "heading" and len(text) > 20:
        parts.append(ScorePart("follows-heading", -0.4))
    return parts


def _stands_alone(behind: Piece | None) -> bool:
    """Whether an empty line, a byline or a date stands below a line: a column breaks a sentence off without any."""
    return behind is not None and (behind.kind in ("byline", "date") or behind.block.gap > 0)


def _mark_parts(piece: Piece) -> list[ScorePart]:
    block, text = piece.block, piece.text
    return [
        ScorePart("markdown", 5.0 if block.level else 0.0),
        ScorePart("bold", 2.0 if block.bold else 0.0),
        ScorePart("numbered", 1.5 if NUMBERED.match(text) and text[-1] not in "。；" else 0.0),
        ScorePart("labelled", 0.8 if _LABELLED.match(text) else 0.0),
        ScorePart("bullet", -1.5 if block.mark in ("-", "*", "•", "·") else 0.0),
    ]


def _form_parts(text: str) -> list[ScorePart]:
    commas = text.count("，") + text.count(",")
    halves = [h for h in _SPACED.split(text) if h]
    parts = [ScorePart("length", 1.0 if len(text) <= 30 else 0.4)]
    if commas == 0:
        parts.append(ScorePart("no-comma", 0.8))
    elif commas == 1 and _even(re.split("[，,]", text)):
        parts.append(ScorePart("even-halves", 0.6))
    elif "、" in text or commas > 2:
        parts.append(ScorePart("listing", -0.8))
    if len(halves) in (2, 3) and min(map(len, halves)) >= 4:
        parts.append(ScorePart("spaced-halves", 0.8))
    if has_place_colon(text):
        parts.append(ScorePart("place-colon", 0.8))
    if _KICKER.search(text):
        parts.append(ScorePart("kicker", 1.5))
    if _SUBTITLED.fullmatch(text):
        parts.append(ScorePart("subtitled", 0.8))
    if opening := body_opening(text):
        usual = -1.5 if commas or len(text) > 20 else 0.0
        parts.append(ScorePart("opens-like-text", -3.0 if is_dateline(opening) else usual))
    return parts


def _even(halves: Sequence[str]) -> bool:
    return abs(len(halves[0]) - len(halves[1])) <= 4


def _end_parts(text: str, *, closed: bool) -> list[ScorePart]:
    """What the end of a line says; ``closed`` where it cannot go on, for a byline or a date stands below it."""
    last = text.rstrip(CLOSERS)[-1:] or text[-1]
    if last in "。；":
        return [ScorePart("full-stop", -2.2)]
    if last in "！？!?":
        return [ScorePart("exclaims", -0.5 if text.count("，") < 2 else -1.5)]
    unfinished = text[-1] in words("unfinished_ends") or text[-2:] in words("unfinished_ends")
    return [ScorePart("unfinished", -2.5)] if unfinished and not closed else []


def _seam_parts(text: str, behind: Piece) -> list[ScorePart]:
    follower = behind.text
    if follower.startswith(("——", "--")):
        return [ScorePart("subtitle-behind", 1.5)]
    if behind.kind not in ("body", "heading") or not follower:
        return []
    if follower[0] in words("never_begins"):
        return [ScorePart("goes-on", -3.0)]
    if body_opening(follower):
        return [ScorePart("text-opens-behind", 0.5)]
    return [ScorePart("word-across-seam", -1.2)] if _word_crosses(text, behind) else []


def _word_crosses(text: str, behind: Piece) -> bool:
    """Whether a word begins at the end of a longer line and ends in the one behind it."""
    follower = behind.text
    if len(text) < 10 or behind.block.mark or not (text[-1].isalnum() and follower[0].isalnum()):
        return False
    from kg.read.words import crosses

    return crosses(text, follower)


def mark_headings(pieces: Sequence[Piece], page: Page) -> list[Piece]:
    """The pieces with those body pieces that score as headings marked so; a verse of short lines stays text."""
    marked = list(pieces)
    before: Piece | None = None
    for i, piece in enumerate(marked):
        behind = _next(marked, i, _FRAMED)
        formed = piece.block.level or may_be_heading(piece.text) or _is_quoted_head(piece.text, before, behind)
        shown = i > 0 and is_label(marked[i - 1], "<<script_speakers>>|<<script_stage>>")  # a caption on the screen
        if piece.kind == "body" and not piece.flows and formed and not shown:
            text_behind = _next(marked, i, _NO_TEXT)
            flows_on = text_behind is not None and text_behind.flows
            if not flows_on and sum(part.value for part in heading_parts(piece, before, behind, page)) >= THRESHOLD:
                marked[i] = piece.as_kind("heading")
        if piece.kind not in _FRAMED:
            before = marked[i]
    return _verses_as_text(marked)


def _is_quoted_head(text: str, before: Piece | None, behind: Piece | None) -> bool:
    """Whether a line is words of somebody that a subtitle explains (“灯还亮着？”, ——某社区的冬夜): a headline."""
    quoted = text.startswith("“") and text.find("”") == len(text) - 1 <= _LONGEST
    below = behind is not None and behind.text.startswith(("——", "--"))
    return quoted and below and (before is None or before.kind != "body")


def _next(pieces: Sequence[Piece], i: int, passed_over: frozenset[str]) -> Piece | None:
    """The next piece behind number ``i`` of another kind than those passed over, a few lines on at most."""
    return next((p for p in pieces[i + 1 : i + 9] if p.kind not in passed_over), None)


def _verses_as_text(pieces: list[Piece]) -> list[Piece]:
    """A run of many heading-like lines with no text between is set verse or one sentence a line."""
    start = 0
    for i in range(len(pieces) + 1):
        plain = i < len(pieces) and pieces[i].kind == "heading" and not pieces[i].block.level and not pieces[i].headline
        if plain:
            continue
        if i - start > _VERSE:
            pieces[start + 1 : i] = [p.as_kind("body") for p in pieces[start + 1 : i]]
        start = i + 1
    return pieces
