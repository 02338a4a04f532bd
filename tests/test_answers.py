"""Answers as tables for the terminal, CSV and JSON; queries and slots as people type them."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.answers import WIDEST, as_table, cells, read_query, show, slot_values, wrap
from kg.errors import QueryError


@dataclass(frozen=True)
class Table:
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


ANSWER = Table(("地方", "n"), (("桐庐县", "12"), ("大足区龙岗街道", "")))


def test_a_table_aligns_hanzi_by_their_width() -> None:
    assert as_table(ANSWER).splitlines() == [
        "地方            n",
        "──────────────  ──",
        "桐庐县          12",
        "大足区龙岗街道",
        "共 2 行 / 2 rows",
    ]


def test_a_table_without_rows_has_its_head_and_says_so() -> None:
    assert as_table(Table(("地方",), ())).splitlines() == ["地方", "────", "共 0 行 / 0 rows"]


def test_a_long_cell_goes_on_in_the_next_line_and_nothing_is_cut() -> None:
    sentence = "桐庐县在全县推行“红色物业”，" * 4
    lines = as_table(Table(("句", "n"), ((sentence, "1"),))).splitlines()[2:-1]
    assert "".join(line.split("  ")[0] for line in lines) == sentence
    assert max(cells(line.split("  ")[0]) for line in lines) <= WIDEST


@pytest.mark.parametrize(
    ("text", "pieces"),
    [("", [""]), ("a\nb\x1b[31m", ["a b [31m"]), ("甲" * 3, ["甲甲", "甲"]), ("a\u202eb", ["a b"])],
    ids=["empty", "control characters", "wide characters", "bidirectional mark"],
)
def test_wrapped_text_holds_no_control_characters(text: str, pieces: list[str]) -> None:
    width = 4 if "甲" in text else 20
    assert list(wrap(text, width)) == pieces


def test_csv_is_read_back_as_it_was() -> None:
    odd = Table(("引文", "n"), (('他说："好"，\n就办', "1"),))
    assert tuple(tuple(row) for row in csv.reader(io.StringIO(show(odd, "csv")))) == (odd.columns, *odd.rows)


def test_json_is_a_list_of_objects_with_hanzi_unescaped() -> None:
    assert json.loads(show(ANSWER, "json"))[0] == {"地方": "桐庐县", "n": "12"}
    assert "桐庐县" in show(ANSWER, "json")


@pytest.mark.parametrize("name", ["q.rq", "q.sparql"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "byte-order mark"])
def test_a_query_file_is_read(name: str, mark: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(mark + "ASK { ?s ?p ?o }", encoding="utf-8")
    assert read_query(str(tmp_path / name)) == "ASK { ?s ?p ?o }"


def test_a_query_in_quotes_is_taken_as_it_is() -> None:
    assert read_query("ASK { ?s ?p ?o }") == "ASK { ?s ?p ?o }"


@pytest.mark.parametrize(
    ("content", "message"),
    [(None, "no such query file"), (b"", "empty"), ("查询".encode("gbk"), "UTF-8")],
    ids=["missing", "empty", "another encoding"],
)
def test_a_query_file_that_cannot_be_read_says_why(content: bytes | None, message: str, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / "q.rq").write_bytes(content)
    with pytest.raises(QueryError, match=message):
        read_query(str(tmp_path / "q.rq"))


@pytest.mark.parametrize(
    ("words", "values"),
    [
        (("place=桐庐县", "other=淳安县"), {"place": "桐庐县", "other": "淳安县"}),
        (("桐庐县", "淳安县"), {"place": "桐庐县", "other": "淳安县"}),
        (("other=淳安县", "桐庐县"), {"place": "桐庐县", "other": "淳安县"}),
        (("unknown=1",), {"unknown": "1"}),
        ((), {}),
    ],
    ids=["by name", "in order", "mixed", "unknown names are the question's matter", "none"],
)
def test_slots_are_filled_by_name_or_in_order(words: tuple[str, ...], values: dict[str, str]) -> None:
    assert slot_values(words, ("place", "other")) == values


@pytest.mark.parametrize(
    "words", [("place=",), ("=桐庐县",), ("甲", "乙", "丙")], ids=["no value", "no name", "too many"]
)
def test_slots_that_make_no_sense_are_refused(words: tuple[str, ...]) -> None:
    with pytest.raises(QueryError):
        slot_values(words, ("place", "other"))
