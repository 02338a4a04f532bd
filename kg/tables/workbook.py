"""All facts in one workbook: a sheet a family, filters on, the header row frozen."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from kg.model import ArticleFacts
from kg.tables.rows import ORIGIN_HEADERS, SHEETS, Cell, Row, Sheet, fact_rows

CELL_LIMIT, ROW_LIMIT = 32_767, 1_048_576  # Excel specifications and limits, support.microsoft.com
CUT_NOTICE = "……（过长，已截断 / cut）"
CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 - Excel's times have no zone; a fixed one keeps the bytes the same
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_WIDTHS = {"引文": 24, "原句": 60, "报道": 30, "编号": 12, "来源": 18, "规则": 16, "地方全称": 28, "别称": 24}
_WIDTH = 14


def workbook_bytes(facts: Iterable[ArticleFacts], source_texts: Mapping[str, str] | None = None) -> bytes:
    """The workbook; the same facts in the same order give the same bytes.

    Every text is written as text, so nothing runs as a formula or becomes a link. A cell beyond 32,767 characters is
    cut and says so; a family beyond 1,048,575 rows goes on in a second sheet.
    """
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"title": "治图事实表", "created": CREATED})
    rows: dict[str, list[Row]] = {sheet.family: [] for sheet in SHEETS}
    for row in fact_rows(facts, source_texts):
        rows[row.family].append(row)
    bold = book.add_format({"bold": True, "bg_color": "#E8EEF4", "bottom": 1, "text_wrap": True, "valign": "top"})
    for sheet in SHEETS:
        pages = _pages(rows[sheet.family])
        for number, page in enumerate(pages, 1):
            name = sheet.name if number == 1 else f"{sheet.name}{number}"
            _write_sheet(book.add_worksheet(name), sheet, page, bold)
    book.close()
    return out.getvalue()


def write_xlsx(facts: Iterable[ArticleFacts], path: Path, source_texts: Mapping[str, str] | None = None) -> None:
    """Write the workbook."""
    path.write_bytes(workbook_bytes(facts, source_texts))


def _pages(rows: list[Row]) -> list[list[Row]]:
    size = ROW_LIMIT - 1
    return [rows[i : i + size] for i in range(0, max(len(rows), 1), size)]


def _write_sheet(page: Any, sheet: Sheet, rows: list[Row], bold: Any) -> None:
    headers = (*sheet.headers, *ORIGIN_HEADERS)
    for column, header in enumerate(headers):
        page.write_string(0, column, header, bold)
        page.set_column(column, column, _WIDTHS.get(header, _WIDTH))
    for at, row in enumerate(rows, 1):
        for column, cell in enumerate((*row.cells, *row.origin)):
            _write_cell(page, at, column, cell)
    page.autofilter(0, 0, max(len(rows), 1), len(headers) - 1)
    page.freeze_panes(1, 1)


def _write_cell(page: Any, row: int, column: int, cell: Cell) -> None:
    if isinstance(cell, str):
        page.write_string(row, column, _fit(_UNWRITABLE.sub("\ufffd", cell)))
    elif cell is not None:
        page.write_number(row, column, cell)


def _fit(text: str) -> str:
    """Excel counts UTF-16 units, so a text of rare characters is shorter than its length says."""
    if len(text) * 2 <= CELL_LIMIT or len(text.encode("utf-16-le")) <= CELL_LIMIT * 2:
        return text
    room = (CELL_LIMIT - len(CUT_NOTICE)) * 2
    return text.encode("utf-16-le")[:room].decode("utf-16-le", "ignore") + CUT_NOTICE
