"""Say of every piece of a page what it is."""

from __future__ import annotations

from collections.abc import Sequence

from kg.read.banners import mark_banners, mark_running_heads
from kg.read.blocks import Block
from kg.read.carve import carve
from kg.read.contents import mark_contents, mark_related
from kg.read.furniture import line_kind
from kg.read.headings import mark_headings, page_of
from kg.read.items import as_items, free_items
from kg.read.piece import Piece
from kg.read.scripts import head_items, raise_headlines
from kg.read.web import mark_site
from kg.read.zones import (
    carry_distribution,
    mark_bylines,
    mark_captions,
    mark_masthead,
    mark_notes,
    mark_senders,
    mend_headlines,
    top_of,
)


def classify(blocks: Sequence[Block]) -> list[Piece]:
    """The pieces of a page in order, each with its kind.

    Lines that speak for themselves come first; then what the top of the page, the neighbours and the habits of
    the page tell. Whatever nothing claims is body.
    """
    pieces = free_items([_by_line(piece) for piece in carve(blocks)])
    pieces = mark_running_heads(mark_site(pieces, top_of(pieces)))
    page = page_of([p for p in pieces if p.kind == "body"])
    pieces = mark_notes(carry_distribution(mark_masthead(mark_related(pieces))))
    pieces = raise_headlines(head_items(pieces))
    pieces = mark_bylines(mend_headlines(mark_contents(pieces, top_of(pieces))))
    pieces = mark_headings(as_items(pieces), page)
    return mark_senders(mark_banners(mark_bylines(mark_captions(pieces, page))))


def _by_line(piece: Piece) -> Piece:
    kind = line_kind(piece) if piece.kind == "body" and not piece.block.level else None
    return piece.as_kind(kind) if kind else piece
