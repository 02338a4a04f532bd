"""Tell the format of a file by its first bytes, then by its name."""

from __future__ import annotations

from pathlib import PurePath
from typing import Literal

from kg.errors import ReadError

Format = Literal["text", "markdown", "html", "docx", "pdf"]

SUFFIXES: dict[str, Format] = {
    ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".shtml": "html", ".docx": "docx", ".pdf": "pdf",
}  # fmt: skip
"""Suffixes that the reader takes, in lower case."""

_PICTURES = {
    b"\x89PNG": "PNG", b"\xff\xd8\xff": "JPEG", b"GIF8": "GIF", b"BM": "BMP", b"II*\x00": "TIFF", b"MM\x00*": "TIFF",
}  # fmt: skip
_OTHERS = {
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": ("旧版 Office 文件（.doc、.wps、.xls）", "请用 Word 或 WPS 另存为 .docx"),
    b"Rar!": ("RAR 压缩包", "请先解压，或改存为 ZIP"),
    b"7z\xbc\xaf": ("7z 压缩包", "请先解压，或改存为 ZIP"),
    b"\x1f\x8b": ("gzip 压缩文件", "请先解压"),
    b"{\\rtf": ("RTF 文件", "请用 Word 或 WPS 另存为 .docx"),
}


def format_of(data: bytes, name: str) -> Format:
    """The format to read the bytes as; raises ReadError for pictures and other files that hold no text."""
    suffix = PurePath(name.replace("\\", "/")).suffix.lower()
    for magic, kind in _PICTURES.items():
        if data.startswith(magic) and (magic != b"BM" or b"\x00" in data[:64]):
            raise ReadError(
                f"{name}：这是 {kind} 图片，没有文字。请先做文字识别（OCR）。 A picture holds no text; run OCR first."
            )
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        raise ReadError(
            f"{name}：这是 WebP 图片，没有文字。请先做文字识别（OCR）。 A picture holds no text; run OCR first."
        )
    for magic, (kind, remedy) in _OTHERS.items():
        if data.startswith(magic):
            raise ReadError(f"{name}：这是{kind}，读不了。{remedy}。 This format is not supported.")
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data, name)
    if suffix in (".pdf", ".docx"):
        return _damaged(data, name, suffix)
    return SUFFIXES.get(suffix, "text")


def _zipped(data: bytes, name: str) -> Format:
    # A truncated file has lost the list of members at its end, so the names are looked for in the raw bytes.
    if b"word/" in data or name.lower().endswith(".docx"):
        return "docx"
    raise ReadError(f"{name}：这是压缩包或别种 Office 文件，不是文章。请解压，或另存为 .docx。 An archive, not a text.")


def _damaged(data: bytes, name: str, suffix: str) -> Format:
    if not data.strip(b"\x00\r\n\t "):
        raise ReadError(f"{name}：文件是空的（没有文字）。请换一份有内容的文件。 The file is empty.")
    raise ReadError(
        f"{name}：内容不是 {suffix[1:]} 格式，文件可能损坏或后缀有误。请重新下载或另存。"
        f" Not a {suffix[1:]} file; fetch or save it again."
    )
