"""Word files: paragraphs, headings and tables in reading order."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from kg.errors import ReadError
from kg.read.formats.extras import need

_MOST_BYTES = 200 * 1024 * 1024
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_HEADING = re.compile(r"(?:heading|标题)\s*(\d)", re.IGNORECASE)


def extract(data: bytes, name: str) -> str:
    """The text of a Word file: one line a paragraph, ``#`` before headings, a tab between table cells.

    Raises ReadError for damaged, encrypted and oversized files, ExtraMissingError without python-docx.
    """
    docx = need("docx", name)
    _check_size(data, name)
    try:
        document = docx.Document(io.BytesIO(data))
    except Exception as error:  # python-docx lets errors of zipfile, lxml and its own through
        raise _damaged(name) from error
    styles = {style.style_id: style.name or "" for style in document.styles}
    text = "\n".join(_lines(document.element.body, styles))
    if not text.strip():
        raise ReadError(
            f"{name}：Word 文件里没有文字（可能只有图片）。请先做文字识别（OCR）。 No text in the file; run OCR first."
        )
    return text


def _damaged(name: str) -> ReadError:
    return ReadError(
        f"{name}：Word 文件损坏或不完整，打不开。请用 Word 或 WPS 打开后另存为 .docx。"
        " The file is damaged; save it again."
    )


def _check_size(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(info.file_size for info in archive.infolist() if info.filename.endswith(".xml"))
    except zipfile.BadZipFile as error:
        raise _damaged(name) from error
    if size > _MOST_BYTES:
        raise ReadError(
            f"{name}：Word 文件展开后超过 {_MOST_BYTES >> 20} MB，不读。 The file unpacks to an unreasonable size."
        )


def _lines(body: Any, styles: dict[str, str]) -> Iterator[str]:
    for element in body:
        if element.tag == f"{_W}p":
            yield from _paragraph(element, styles)
        elif element.tag == f"{_W}tbl":
            yield from _table(element)
        elif element.tag == f"{_W}sdt":
            for content in element.iter(f"{_W}sdtContent"):
                yield from _lines(content, styles)


def _paragraph(element: Any, styles: dict[str, str]) -> Iterator[str]:
    text = _text(element)
    boxes = [box for box in element.iter(f"{_W}txbxContent") if not _inside(box, _FALLBACK, element)]
    style = element.find(f"{_W}pPr/{_W}pStyle")
    named = styles.get(style.get(f"{_W}val", ""), "") if style is not None else ""
    heading = _HEADING.match(named)
    if text.strip() and heading:
        text = "#" * min(int(heading[1]), 6) + " " + text.strip()
    elif text.strip() and named.lower() in ("title", "标题"):
        text = "# " + text.strip()
    yield text
    for box in boxes:
        yield from _lines(box, styles)


def _text(element: Any) -> str:
    """The text of a paragraph without that of text boxes anchored in it."""
    parts = []
    for node in element.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}cr"):
        if _inside(node, f"{_W}txbxContent", element) or _inside(node, _FALLBACK, element):
            continue
        if node.tag == f"{_W}t":
            parts.append(node.text or "")
        elif _inside(node, f"{_W}r", element):
            parts.append("\t" if node.tag == f"{_W}tab" else "\n")
    return "".join(parts)


def _inside(node: Any, tag: str, within: Any) -> bool:
    for ancestor in node.iterancestors():
        if ancestor is within:
            return False
        if ancestor.tag == tag:
            return True
    return False


def _table(element: Any) -> Iterator[str]:
    for row in element.iter(f"{_W}tr"):
        cells = [
            " ".join(filter(None, (_text(p).strip() for p in cell.iter(f"{_W}p")))) for cell in row.findall(f"{_W}tc")
        ]
        yield "\t".join(cell for cell in cells if cell)
