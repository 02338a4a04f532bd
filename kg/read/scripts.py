"""Find the headlines of a script: shown behind what is read out (口播 …, 字幕 …), or below the label of an item."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.read.cues import pattern
from kg.read.dates import number
from kg.read.headings import is_label, may_be_heading
from kg.read.piece import Piece

_FURTHEST = 8
_FEWEST = 2  # items; a single label opens no series
_ITEM = r"\W*(?P<word><<script_items>>)(?P<number>\d{1,2}|[一二三四五六七八九十]{1,2}|)\W*"


def raise_headlines(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with each headline that is shown behind its spoken lead set above that lead."""
    found = list(pieces)
    for i, piece in enumerate(pieces):
        if not is_label(piece, "<<script_leads>>"):
            continue
        at = _shown_headline(pieces, i)
        if at is not None:
            shown = replace(pieces[at].as_kind("heading"), headline=True)
            found[i : at + 1] = [shown, *pieces[i:at]]
    return found


def head_items(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with the line below each label that opens an item of a script (【口播一】, 【口播二】 …) a headline.

    The labels are alike and count from one, or bear no numbers; below each of them stands a line and its text.
    """
    found = list(pieces)
    labels = [(i, m) for i, p in enumerate(pieces) if p.kind == "section" and (m := pattern(_ITEM).fullmatch(p.text))]
    numbers = [number(m["number"]) for _, m in labels]
    counted = numbers == list(range(1, len(labels) + 1)) or not any(numbers)
    if len(labels) < _FEWEST or len({m["word"] for _, m in labels}) > 1 or not counted:
        return found
    if not all(_is_headed(pieces, i) for i, _ in labels):
        return found
    for i, _ in labels:
        found[i + 1] = replace(pieces[i + 1].as_kind("heading"), headline=True)
    return found


def _is_headed(pieces: Sequence[Piece], label: int) -> bool:
    """Whether a line that may be a headline stands below a label, and longer text below that."""
    line, text = pieces[label + 1 : label + 2], pieces[label + 2 : label + 3]
    if not line or not text or not may_be_heading(line[0].text):
        return False
    return text[0].kind == "body" and len(text[0].text) > len(line[0].text)


def _shown_headline(pieces: Sequence[Piece], lead: int) -> int | None:
    """The number of the headline shown behind the lead; None where text follows, or a speaker's name is shown."""
    for i in range(lead + 1, min(lead + _FURTHEST, len(pieces) - 1)):
        if pieces[i].kind == "section":
            if not is_label(pieces[i], "<<script_headlines>>"):
                return None
            shown = pieces[i + 1]
            speaker = pattern("(?:<<posts>>|居民|村民|群众|党员)[ ：:]").search(shown.text)
            return None if speaker or not may_be_heading(shown.text) else i + 1
    return None
