"""PDF files with a text layer."""

from __future__ import annotations

from typing import Any

from kg.errors import ReadError
from kg.read.formats.extras import need

_MOST_PAGES = 2000
_FEW = 10


def extract(data: bytes, name: str) -> str:
    """The text layer of a PDF, its lines as they are set.

    Raises ReadError for encrypted and damaged files and for scans without a text layer, ExtraMissingError
    without pypdfium2.
    """
    pdfium = need("pypdfium2", name)
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise ReadError(_reason(str(error), name)) from error
    try:
        pages = [_page(document, i) for i in range(min(len(document), _MOST_PAGES))]
    except pdfium.PdfiumError as error:
        raise ReadError(_reason(str(error), name)) from error
    finally:
        document.close()
    text = "\n".join(pages)
    if len("".join(text.split())) < _FEW:
        raise ReadError(
            f"{name}：PDF 是扫描件，没有文字层。请先做文字识别（OCR）。 A scan without a text layer; run OCR first."
        )
    return text


def _page(document: Any, number: int) -> str:
    page = document[number]
    try:
        layer = page.get_textpage()
        try:
            return str(layer.get_text_range())
        finally:
            layer.close()
    finally:
        page.close()


def _reason(message: str, name: str) -> str:
    if "password" in message.lower() or "security" in message.lower():
        return f"{name}：PDF 有密码，打不开。请先去掉密码再试。 The PDF is encrypted; remove its password."
    return f"{name}：PDF 文件损坏或不完整，打不开。请重新下载。 The PDF is damaged or incomplete; fetch it again."
