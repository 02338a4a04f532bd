"""All facts in one CSV table: one row a fact, the same columns for every family."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from kg.model import ArticleFacts
from kg.tables.rows import ORIGIN_HEADERS, SHEETS, Cell, fact_rows

BOM = "\ufeff"  # without it Excel reads UTF-8 as the local code page
_FORMULA = re.compile(r"^\s*[=+\-@]")
_LINE_BREAK = re.compile(r"\r\n?")  # a bare carriage return in a cell is not quoted by every writer
_UNWRITABLE = re.compile("[\x00\ud800-\udfff]")


def csv_lines(facts: Iterable[ArticleFacts], source_texts: Mapping[str, str] | None = None) -> str:
    """The table as text, without a byte-order mark.

    Text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection).
    """
    headers = tuple(dict.fromkeys(header for sheet in SHEETS for header in sheet.headers))
    own = {sheet.family: sheet for sheet in SHEETS}
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("表", *headers, *ORIGIN_HEADERS))
    for row in fact_rows(facts, source_texts):
        sheet = own[row.family]
        cells = dict(zip(sheet.headers, row.cells, strict=True))
        writer.writerow((sheet.name, *(_safe(cells.get(h)) for h in headers), *map(_safe, row.origin)))
    return out.getvalue()


def write_csv(facts: Iterable[ArticleFacts], path: Path, source_texts: Mapping[str, str] | None = None) -> None:
    """Write the table with a byte-order mark."""
    path.write_text(BOM + csv_lines(facts, source_texts), encoding="utf-8", newline="\n")


def _safe(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return cell
    clean = _LINE_BREAK.sub("\n", _UNWRITABLE.sub("\ufffd", cell))
    return f"'{clean}" if _FORMULA.match(clean) else clean
