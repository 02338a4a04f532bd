"""Dates that no calendar has are reported, in a report and in what frames it, and kept as far as they are possible."""

from __future__ import annotations

import pytest

from kg.model import SourceDocument
from kg.read import read_text


def read(date: str, body: str) -> SourceDocument:
    return read_text(f"板凳会开到家门口\n{date}\n近日，桐庐县推行“板凳会”制度，村民坐在一起商量。{body}\n")


@pytest.mark.parametrize(
    ("date", "published"),
    [
        ("2023年2月30日", "2023-02"),
        ("2023-02-30", "2023-02"),
        ("2023年13月5日", "2023"),
        ("2024年2月29日", "2024-02-29"),
    ],
)
def test_a_date_is_kept_as_far_as_it_is_possible(date: str, published: str) -> None:
    document = read(date, "")
    assert document.articles[0].published == published
    impossible = [n.readings for n in document.notices if n.kind == "impossible-date"]
    assert impossible == ([] if len(published) == 10 else [(date, published)])


@pytest.mark.parametrize("printed", ["6月31日", "13月5日", "2022年13月", "2023年2月29日", "4月31号"])
def test_an_impossible_date_in_the_text_is_found_where_it_stands(printed: str) -> None:
    document = read("2023年3月1日", f"{printed}召开了会议。")
    (notice,) = [n for n in document.notices if n.kind == "impossible-date"]
    assert document.text[notice.start : notice.end] == printed
    assert notice.article == 1
    assert printed in notice.message


@pytest.mark.parametrize(
    "printed", ["2月29日", "农历2月30日", "12月20日至25日", "1—3月", "13个月", "24月龄", "3月32号楼", "8.13月均", "0月"]
)
def test_what_a_calendar_has_or_is_no_date_raises_no_doubt(printed: str) -> None:
    assert not [n for n in read("2023年3月1日", f"{printed}召开了会议。").notices if n.kind == "impossible-date"]


def test_a_date_in_a_passage_printed_twice_is_reported_once() -> None:
    passage = "6月31日，全县召开推进会，要求各乡镇把板凳会开到每一个自然村，村民的意见逐条登记。"
    document = read("2023年3月1日", f"{passage}\n会后各村都行动起来，先后开会三十余场。\n{passage}")
    kinds = [n.kind for n in document.notices]
    assert sorted(kinds) == ["impossible-date", "repeated-passage"]
