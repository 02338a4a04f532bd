"""Show answers as a table, CSV or JSON, and take queries and slots as people type them."""

from __future__ import annotations

import csv
import io
import json
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Protocol

from kg.errors import QueryError

WIDEST = 44


class Answer(Protocol):
    """A table of strings; None where a cell is unbound."""

    @property
    def columns(self) -> Sequence[str]:
        """The names of the columns."""

    @property
    def rows(self) -> Sequence[Sequence[str | None]]:
        """The rows, cells in the order of the columns."""


def read_query(text: str) -> str:
    """The query itself, or the content of a .rq file, or of stdin for ``-``; raises QueryError for a missing file."""
    if text == "-":
        return sys.stdin.read()
    if text.endswith((".rq", ".sparql")):
        path = Path(text)
        if not path.is_file():
            raise QueryError(f"没有这个查询文件 / no such query file: {path}")
        return path.read_text(encoding="utf-8-sig")
    return text


def slot_values(pairs: Iterable[str]) -> dict[str, str]:
    """``name=value`` words as a dict; raises QueryError for a word without ``=``."""
    values = {}
    for pair in pairs:
        name, mark, value = pair.partition("=")
        if not mark or not name or not value:
            raise QueryError(f"“{pair}”要写成 名字=值，如 practice=红色物业 / write {pair!r} as name=value")
        values[name] = value
    return values


def cells(text: str) -> int:
    """Width of a text in terminal cells: wide characters take two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def clip(text: str, width: int) -> str:
    """A text cut to a width in cells, with … where something is left out; line breaks become spaces."""
    text = " ".join(text.split())
    if cells(text) <= width:
        return text
    kept, used = [], 1
    for char in text:
        used += cells(char)
        if used > width:
            break
        kept.append(char)
    return "".join(kept) + "…"


def as_table(answer: Answer) -> str:
    """The answer as aligned columns for the terminal, long cells cut."""
    rows = [[clip(cell or "", WIDEST) for cell in row] for row in answer.rows]
    head = list(answer.columns)
    widths = [max(cells(row[i]) for row in [head, *rows]) for i in range(len(head))]

    def line(row: Sequence[str]) -> str:
        return "  ".join(cell + " " * (width - cells(cell)) for cell, width in zip(row, widths, strict=True)).rstrip()

    rule = "  ".join("─" * width for width in widths)
    return "\n".join([line(head), rule, *map(line, rows), f"共 {len(rows)} 行 / {len(rows)} rows"])


def as_csv(answer: Answer) -> str:
    """The answer as CSV."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(answer.columns)
    writer.writerows([cell or "" for cell in row] for row in answer.rows)
    return out.getvalue().rstrip("\n")


def show(answer: Answer, form: str) -> str:
    """The answer as ``table``, ``csv`` or ``json`` (a list of objects)."""
    if form == "csv":
        return as_csv(answer)
    if form == "json":
        rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
        return json.dumps(rows, ensure_ascii=False, indent=2)
    return as_table(answer)
