"""A piece of a page and what it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from kg.model import FrameRole
from kg.read.blocks import Block
from kg.read.passage import Passage

Kind = Literal["body", "heading"] | FrameRole


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a page: a block, or a part of one, and its kind; every frame role is a kind.

    ``headline`` marks a heading that heads an article whatever the score says (an item of a bulletin);
    ``flows`` a piece that goes on in the same line behind something that was cut out.
    """

    kind: Kind
    block: Block
    headline: bool = False
    flows: bool = False

    @property
    def text(self) -> str:
        """The cleaned text."""
        return self.block.passage.text

    @property
    def role(self) -> FrameRole | None:
        """The role in the frame; None for the text of a report."""
        match self.kind:
            case "body" | "heading":
                return None
            case role:
                return role

    @property
    def passage(self) -> Passage:
        """The text with its source offsets."""
        return self.block.passage

    def as_kind(self, kind: Kind) -> Piece:
        """The same piece, read as another kind."""
        return replace(self, kind=kind)


def part_of(piece: Piece, start: int, end: int, kind: Kind) -> Piece | None:
    """A part of a piece as a piece of its own; None where nothing but white space is left."""
    passage = piece.passage.part(start, end).strip()
    if not passage.text:
        return None
    gap = piece.block.gap if start == 0 else 0
    return Piece(
        kind,
        replace(
            piece.block,
            passage=passage,
            gap=gap,
            mark=piece.block.mark if start == 0 else "",
            bold_head=start == 0 and piece.block.bold_head,
        ),
    )
