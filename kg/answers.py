"""Show answers as a table, CSV or JSON, and take queries and slots as people type them."""

from __future__ import annotations

import csv
import io
import json
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Protocol

from kg.errors import QueryError

WIDEST = 44
"""The widest column of a table in terminal cells: 22 Hanzi; what is longer goes on in the next line."""


class Answer(Protocol):
    """A table of strings; an empty cell is unbound."""

    @property
    def columns(self) -> Sequence[str]:
        """The names of the columns."""

    @property
    def rows(self) -> Sequence[Sequence[str]]:
        """The rows, cells in the order of the columns."""


class AskedSlot(Protocol):
    """A part of a question that the asker fills in."""

    @property
    def name(self) -> str:
        """Its name."""

    @property
    def default(self) -> str:
        """An example, empty where there is none."""


class Asked(Protocol):
    """A ready question as far as its listing needs it."""

    @property
    def name(self) -> str:
        """What is typed to ask it."""

    @property
    def title_zh(self) -> str:
        """The question in Chinese."""

    @property
    def title_en(self) -> str:
        """The question in English."""

    @property
    def slots(self) -> Mapping[str, AskedSlot]:
        """What the asker fills in, by name."""


def read_query(text: str) -> str:
    """The query itself, or the content of a .rq file, or of stdin for ``-``.

    Raises QueryError where it is empty, or the file is missing or not UTF-8.
    """
    query = decoded(text) if text == "-" or text.endswith((".rq", ".sparql")) else text
    if not query.strip():
        raise QueryError(
            '查询是空的，例如 / the query is empty; try: kg query "SELECT ?p WHERE { ?p a zt:Practice } LIMIT 5"'
        )
    return query


def decoded(name: str) -> str:
    """The text of a query file, or of stdin for ``-``."""
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return data.decode("utf-8-sig")
    except FileNotFoundError as error:
        raise QueryError(f"没有这个查询文件 / no such query file: {name}") from error
    except OSError as error:
        raise QueryError(f"打不开 / cannot open {name}（{error.strerror}）") from error
    except UnicodeDecodeError as error:
        raise QueryError(f"{name} 不是 UTF-8，请另存为 UTF-8 / not UTF-8; save it as UTF-8") from error


def slot_values(words: Iterable[str], slots: Iterable[str]) -> dict[str, str]:
    """The words of a question as a dict: ``name=value``, or a bare value for the next slot that is still open.

    Raises QueryError for a value too many and for a name without a value.
    """
    words = list(words)
    values = dict(named_value(word) for word in words if "=" in word)
    still_open = iter([slot for slot in slots if slot not in values])
    for word in words:
        if "=" in word:
            continue
        slot = next(still_open, None)
        if slot is None:
            raise QueryError(f"“{word}”多出来了，这个问题没有别的空位 / {word!r} is one value too many")
        values[slot] = word
    return values


def named_value(word: str) -> tuple[str, str]:
    """A word ``name=value`` in its two parts; raises QueryError where one of them is missing."""
    name, _, value = word.partition("=")
    if not name.strip() or not value.strip():
        raise QueryError(f"“{word}”要写成 名字=值，如 practice=红色物业 / write {word!r} as name=value")
    return name.strip(), value.strip()


def cells(text: str) -> int:
    """Width of a text in terminal cells: wide characters take two, combining ones none."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text
    )  # fmt: skip


def wrap(text: str, width: int) -> Iterator[str]:
    """A text in pieces of at most a width in cells; white space and control characters become single spaces."""
    text = " ".join("".join(" " if unicodedata.category(c) in {"Cc", "Cf"} else c for c in text).split())
    piece, used = "", 0
    for char in text:
        wide = cells(char)
        if used + wide > width:
            yield piece
            piece, used = "", 0
        piece, used = piece + char, used + wide
    yield piece


def as_table(answer: Answer) -> str:
    """The answer as aligned columns for the terminal; nothing is cut, long cells go on in the next line."""
    head = [[column] for column in answer.columns]
    rows = [[list(wrap(cell, WIDEST)) for cell in row] for row in answer.rows]
    widths = [max(cells(piece) for row in [head, *rows] for piece in row[i]) for i in range(len(head))]
    rule = "  ".join("─" * width for width in widths)
    lines = [*table_lines(head, widths), rule]
    for row in rows:
        lines += table_lines(row, widths)
    return "\n".join([*lines, f"共 {len(rows)} 行 / {len(rows)} row{'' if len(rows) == 1 else 's'}"])


def table_lines(row: Sequence[Sequence[str]], widths: Sequence[int]) -> list[str]:
    """One row of wrapped cells as lines of the terminal."""
    return [
        "  ".join(p + " " * (width - cells(p)) for p, width in zip(pieces, widths, strict=True)).rstrip()
        for pieces in zip_longest(*row, fillvalue="")
    ]


def as_csv(answer: Answer) -> str:
    """The answer as CSV without a byte-order mark, LF between the rows."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(answer.columns)
    writer.writerows(answer.rows)
    return out.getvalue().rstrip("\n")


def show(answer: Answer, form: str) -> str:
    """The answer as ``table``, ``csv`` or ``json`` (a list of objects)."""
    if form == "csv":
        return as_csv(answer)
    if form == "json":
        rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
        return json.dumps(rows, ensure_ascii=False, indent=2)
    return as_table(answer)


@dataclass(frozen=True, slots=True)
class Listing:
    """Ready questions as a table."""

    rows: tuple[tuple[str, str, str, str], ...]
    columns: tuple[str, ...] = ("name", "zh", "en", "example")


def show_questions(questions: Iterable[Asked], form: str) -> str:
    """The ready questions: for people what is asked and a command to copy, else as ``show`` gives them."""
    rows = tuple((q.name, q.title_zh, q.title_en, example(q)) for q in questions)
    if form != "table":
        return show(Listing(rows), form)
    return "\n".join(f"{zh} / {en}\n    {command}" for _, zh, en, command in rows)


def example(question: Asked) -> str:
    """A command that asks a question, its slots filled with what the question suggests."""
    slots = (f"{slot.name}={slot.default or '…'}" for slot in question.slots.values())
    return " ".join(["kg ask", question.name, *slots])
