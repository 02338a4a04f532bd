"""A decoded source text → the articles in it."""

from __future__ import annotations

from kg.model import Notice, SourceDocument
from kg.read.assemble import assemble
from kg.read.blocks import read_blocks
from kg.read.classify import classify
from kg.read.doubts import date_notices
from kg.read.headings import page_of
from kg.read.split import split


def document_of(
    text: str, *, name: str, encoding: str, sha256: str, path: str = "", notices: tuple[Notice, ...] = ()
) -> SourceDocument:
    """The source document with its articles; offsets point into ``text``."""
    pieces = classify(read_blocks(text))
    page = page_of([piece for piece in pieces if piece.kind == "body"])
    found = assemble(name, pieces, split(pieces, page), page)
    if not found.articles:
        message = "没有找到报道，只有版头、名单之类 (no report found, only what frames one)"
        notices = (*notices, Notice("no-article", message, 0, len(text)))
    notices = (*notices, *found.notices, *date_notices(text, found.articles, found.frame))
    return SourceDocument(name, path, sha256, encoding, text, found.articles, found.frame, notices)
