"""A decoded source text → the articles in it."""

from __future__ import annotations

from kg.model import Notice, SourceDocument
from kg.read.assemble import assemble
from kg.read.blocks import read_blocks
from kg.read.classify import classify
from kg.read.headings import page_of
from kg.read.split import split


def document_of(
    text: str, *, name: str, encoding: str, sha256: str, path: str = "", notices: tuple[Notice, ...] = ()
) -> SourceDocument:
    """The source document with its articles; offsets point into ``text``."""
    pieces = classify(read_blocks(text))
    page = page_of([piece for piece in pieces if piece.kind == "body"])
    found = assemble(name, pieces, split(pieces, page), page)
    return SourceDocument(name, path, sha256, encoding, text, found.articles, found.frame, notices + found.notices)
