"""Read one source: a file, bytes, or a text given by hand."""

from __future__ import annotations

import hashlib
from pathlib import Path

from kg.errors import ReadError
from kg.model import Notice, SourceDocument
from kg.read.decode import Decoded, decode
from kg.read.document import document_of
from kg.read.formats.sniff import format_of
from kg.read.load import MOST_BYTES, load_file, too_large


def read_document(path: Path, *, name: str | None = None) -> SourceDocument:
    """The articles of a file; ``name`` stands for the file's name in the result.

    Raises ReadError with reason and remedy (empty, damaged, encrypted, too large, no text …) and
    ExtraMissingError where the format needs ``zhitu[formats]``.
    """
    return read_bytes(load_file(path), name or path.name, path=str(path))


def read_bytes(data: bytes, name: str, *, path: str = "") -> SourceDocument:
    """The articles in the bytes of a file; the format is told by the bytes and the name's suffix.

    Offsets point into the decoded text; for web pages, Word and PDF files that is the extracted text.
    Raises as ``read_document`` does.
    """
    if len(data) > MOST_BYTES:
        raise too_large(name, len(data))
    found = _decoded(data, name)
    notices: tuple[Notice, ...] = ()
    if found.damaged:
        message = f"有 {found.damaged} 个字读不出来，按 {found.encoding} 读 (characters that cannot be decoded)"
        at = found.text.find("\ufffd")
        notices = (Notice("damaged-bytes", message, at, at + 1),)
    sha = hashlib.sha256(data).hexdigest()
    return document_of(found.text, name=name, encoding=found.encoding, sha256=sha, path=path, notices=notices)


def read_text(text: str, name: str = "text") -> SourceDocument:
    """The articles in a text given by hand; offsets point into the string itself. Raises ReadError for an empty one."""
    if not text.strip("\x00\ufeff \t\r\n"):
        raise ReadError(f"{name}：没有文字。 The text is empty.")
    sha = hashlib.sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest()
    return document_of(text, name=name, encoding="str", sha256=sha)


def _decoded(data: bytes, name: str) -> Decoded:
    kind = format_of(data, name)
    if kind == "html":
        from kg.read.formats import html

        return Decoded(html.extract(data, name), "html")
    if kind == "docx":
        from kg.read.formats import docx

        return Decoded(docx.extract(data, name), "docx")
    if kind == "pdf":
        from kg.read.formats import pdf

        return Decoded(pdf.extract(data, name), "pdf")
    return decode(data, name)
