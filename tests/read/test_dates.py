"""Dates as exact as they are stated."""

from __future__ import annotations

import pytest

from kg.read.dates import find_dates, only_date

STATED = {
    "2023 年 6 月 9 日": "2023-06-09",
    "2023-06-09 10:12": "2023-06-09",
    "2023/6/9": "2023-06-09",
    "2023.6.9": "2023-06-09",
    "20230609": "2023-06-09",
    "二〇二三年六月十二日": "2023-06-12",
    "二○二二年十一月三十日": "2022-11-30",
    "（2022年11月）": "2022-11",
    "发布时间：2023-06-09": "2023-06-09",
    "2022年11月3日 星期四": "2022-11-03",
    "2022年11月3日印发": "2022-11-03",
    "2021年": "2021",
}


@pytest.mark.parametrize("text", STATED)
def test_line_that_is_a_date(text: str) -> None:
    found = only_date(text)
    assert found is not None
    assert found.iso == STATED[text]


@pytest.mark.parametrize(
    "text", ["2023年共办实事30件", "10月26日", "今年6月", "2023年13月45日", "12345678", "第20230号", ""]
)
def test_line_that_is_no_date(text: str) -> None:
    assert only_date(text) is None


def test_dates_in_a_text_in_order() -> None:
    assert [d.iso for d in find_dates("自2021年起，2022年3月试点，2023年5月1日推开")] == [
        "2021",
        "2022-03",
        "2023-05-01",
    ]
