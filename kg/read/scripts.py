"""Put the headlines of a script where they belong: read out before, shown as a caption behind (口播 …, 字幕 …)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.read.cues import pattern
from kg.read.headings import is_label, may_be_heading
from kg.read.piece import Piece

_FURTHEST = 8


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
