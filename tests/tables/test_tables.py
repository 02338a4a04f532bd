"""Facts as JSON, CSV and workbook."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import openpyxl
import pytest
from sample_facts import SOURCE, all_facts, linzhi, longquan

from kg import ids
from kg.model import Article, ArticleFacts, ArticlePlaces, Award, Evidence, Practice
from kg.tables import (
    SHEETS,
    csv_lines,
    facts_schema,
    facts_to_dict,
    facts_to_json,
    workbook_bytes,
    write_csv,
    write_jsonl,
    write_xlsx,
)
from kg.tables.workbook import CELL_LIMIT


def titled(title: str) -> ArticleFacts:
    article = Article("甲.txt", 1, title, f"{title}\n{title}", ())
    award = Award(title, None, None, (Evidence(0, len(title)),), "rule")
    return ArticleFacts(article, ArticlePlaces(), awards=(award,))


@pytest.mark.parametrize("facts", all_facts(), ids=lambda f: f.article.source)
def test_json_keeps_the_schema(facts: ArticleFacts) -> None:
    jsonschema.validate(json.loads(facts_to_json(facts)), facts_schema())


def test_schema_is_a_valid_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(facts_schema())


@pytest.mark.shared
@pytest.mark.parametrize("facts", all_facts(), ids=lambda f: f.article.source)
def test_json_keeps_the_annotators_schema(facts: ArticleFacts, shared_dir: Path) -> None:
    schema = json.loads((shared_dir / "guide" / "facts.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(json.loads(facts_to_json(facts)), schema)
    assert schema["required"] == facts_schema()["required"]


def test_every_item_points_at_its_words() -> None:
    printed = facts_to_dict(longquan())
    for family in ("places", "organisations", "people", "practices", "concepts", "documents", "awards", "measures"):
        for item in printed[family]:
            assert item["evidence"]
            assert item["rule"]
            assert item["iri"].startswith(ids.BASE)
            for span in item["evidence"]:
                assert (SOURCE if span.get("in") == "source" else printed["text"])[span["start"] : span["end"]]


def test_whole_numbers_are_printed_as_such() -> None:
    assert '"value": 86,' in facts_to_json(linzhi())


def test_lone_surrogate_can_be_written(tmp_path: Path) -> None:
    write_jsonl([titled("坏\ud800字")], tmp_path / "facts.jsonl")
    assert "坏\ufffd字" in (tmp_path / "facts.jsonl").read_text(encoding="utf-8")


def test_jsonl_has_a_line_an_article(tmp_path: Path) -> None:
    write_jsonl(all_facts(), tmp_path / "facts.jsonl")
    lines = (tmp_path / "facts.jsonl").read_bytes().split(b"\n")
    assert [json.loads(line)["n"] for line in lines[:-1]] == [1, 2, 1]


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_csv_has_a_row_a_fact_with_quote_and_source() -> None:
    row = next(r for r in rows_of(csv_lines(all_facts())) if r["表"] == "做法" and r["做法"] == "阳光议事厅")
    assert row["地方"] == "丽阳社区"
    assert row["地方全称"] == "四川省成都市龙泉驿区同安街道丽阳社区"
    assert (row["引文"], row["来源"], row["日期"], row["规则"]) == (
        "阳光议事厅", "基层治理通讯.txt", "2023-06-09", "quoted-practice",
    )  # fmt: skip
    assert row["原句"].startswith("丽阳社区党委书记")


def test_a_practice_at_two_places_is_two_rows() -> None:
    facts = longquan()
    shared = replace(facts.practices[0], at=("同安街道", "丽阳社区"))
    rows = rows_of(csv_lines([replace(facts, practices=(shared,))]))
    assert [r["地方"] for r in rows if r["表"] == "做法"] == ["同安街道", "丽阳社区"]


def test_a_practice_of_no_place_keeps_its_row() -> None:
    facts = longquan()
    alone = Practice("无处", "brand", (), (), (), (Evidence(0, 2),), "rule")
    rows = rows_of(csv_lines([replace(facts, practices=(alone,))]))
    assert [(r["做法"], r["地方"]) for r in rows if r["表"] == "做法"] == [("无处", "")]


def test_ids_in_the_table_are_those_of_the_graph() -> None:
    from kg.graph import graph_quads

    known = {str(q.subject) for q in graph_quads(all_facts())}
    assert {r["编号"] for r in rows_of(csv_lines(all_facts()))} <= known


def test_csv_begins_with_a_byte_order_mark(tmp_path: Path) -> None:
    write_csv(all_facts(), tmp_path / "facts.csv")
    assert (tmp_path / "facts.csv").read_bytes().startswith(b"\xef\xbb\xbf\xe8\xa1\xa8,")


@pytest.mark.parametrize("title", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1"], ids=ascii)
def test_text_does_not_run_as_a_formula_in_csv(title: str) -> None:
    row = next(r for r in rows_of(csv_lines([titled(title)])) if r["荣誉"])
    assert row["荣誉"].startswith("'")


def sheets_of(facts: list[ArticleFacts]) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(workbook_bytes(facts)))


def test_workbook_has_a_sheet_a_family_with_filter_and_frozen_header() -> None:
    book = sheets_of(list(all_facts()))
    assert book.sheetnames == [sheet.name for sheet in SHEETS]
    for sheet in book.worksheets:
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref.startswith("A1:")


@pytest.mark.parametrize("title", ["=1+1", "http://example.org", "12", "{=1}", "internal:A1"])
def test_text_stays_text_in_the_workbook(title: str) -> None:
    cell = sheets_of([titled(title)])["荣誉"]["A2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (title, "s", None)


@pytest.mark.parametrize("title", ["字" * 40_000, "𠮷" * 20_000], ids=["common", "rare characters"])
def test_long_cell_is_cut_and_says_so(title: str) -> None:
    value = sheets_of([titled(title)])["荣誉"]["A2"].value
    assert isinstance(value, str)
    assert value.endswith("已截断 / cut）")
    assert len(value.encode("utf-16-le")) <= CELL_LIMIT * 2


@pytest.mark.parametrize("title", ["\x00", "\x08坏", "\ud800", "\uffff"], ids=ascii)
def test_characters_that_xml_forbids_are_replaced(title: str) -> None:
    assert "\ufffd" in str(sheets_of([titled(title)])["荣誉"]["A2"].value)


def test_rows_beyond_the_limit_go_on_in_a_second_sheet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.tables.workbook.ROW_LIMIT", 3)
    book = sheets_of(list(all_facts()))
    assert [name for name in book.sheetnames if name.startswith("数据")] == ["数据", "数据2"]


def test_numbers_are_numbers_and_codes_are_text(tmp_path: Path) -> None:
    write_xlsx(all_facts(), tmp_path / "facts.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "facts.xlsx")["数据"]
    by_header = {cell.value: sheet.cell(2, cell.column).value for cell in sheet[1]}
    assert by_header["数值"] == 120
    places = openpyxl.load_workbook(tmp_path / "facts.xlsx")["地方"]
    assert places["C2"].value == "510112"


def test_workbook_bytes_are_the_same_again() -> None:
    assert workbook_bytes(all_facts()) == workbook_bytes(all_facts())
