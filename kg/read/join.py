"""Put paragraphs together again that columns, pages and pictures broke."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kg.read.blocks import ends_sentence, unbalanced, weld
from kg.read.cues import words
from kg.read.headings import NUMBERED, Page, body_opening, is_label
from kg.read.passage import Passage
from kg.read.piece import Piece

_SHORT = 30
_SPEAKER, _DECK = 40, 48


def paragraphs(pieces: Sequence[Piece], page: Page) -> list[Passage]:
    """The paragraphs of an article: body pieces rejoined, subheads on their own, everything else left out."""
    found: list[list[Passage]] = []
    whole = _is_whole(pieces)
    last: Piece | None = None
    above: Piece | None = None
    label: Piece | None = None
    for piece in pieces:
        if piece.kind not in ("body", "heading"):
            label = piece
            continue
        if (
            last is not None
            and (piece.flows or goes_on(last, piece, page))
            and not (whole and _is_deck(above, last, piece))
        ):
            found[-1].append(piece.passage)
        else:
            found.append([piece.passage])
        above = last
        last = None if label is not None and _tells_who_speaks(label, piece) else piece
        label = None
    return [weld(parts) for parts in found]


def _is_whole(pieces: Sequence[Piece]) -> bool:
    """Whether all paragraphs but those right below a subhead end a sentence: no column broke any."""
    body = [p for p in pieces if p.kind in ("body", "heading")]
    return all(ends_sentence(p.text) for above, p in pairwise(body) if p.kind == above.kind == "body")


def _is_deck(above: Piece | None, piece: Piece, behind: Piece) -> bool:
    """Whether a line right below a subhead sums up the section, an empty line below it; the text begins behind it."""
    headed = above is not None and above.kind == "heading" and not piece.flows and not behind.flows
    closed = not unbalanced(piece.text) and not _word_between(piece.text, behind.text)
    return headed and closed and len(piece.text) <= _DECK and "。" not in piece.text and behind.block.gap > 0


def _tells_who_speaks(label: Piece, piece: Piece) -> bool:
    """Whether a line behind a label of a script is a speaker's post and name, which goes on in nothing."""
    return len(piece.text) <= _SPEAKER and is_label(label, "<<script_speakers>>") and not ends_sentence(piece.text)


def goes_on(piece: Piece, behind: Piece, page: Page) -> bool:
    """Whether a paragraph broke off at the end of ``piece`` and goes on in ``behind``."""
    if piece.kind != "body" or behind.kind != "body":
        return False
    text, follower = piece.text, behind.text
    if follower[0] in words("never_begins"):
        return True
    if ends_sentence(text) or behind.block.mark or behind.block.level or NUMBERED.match(follower):
        return False
    if text[-1] in "，、,":
        return True
    counts_nothing = text[-1].isdigit() and follower[0] not in words("counted") and not follower[0].isdigit()
    if counts_nothing or body_opening(follower):
        return False
    return not page.short_lines or len(text) > _SHORT or _word_between(text, follower)


def _word_between(text: str, follower: str) -> bool:
    from kg.read.words import crosses

    return crosses(text, follower)
