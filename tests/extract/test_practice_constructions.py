"""Constructions in which reports name practices: sentences of other places that must, and must not, give one."""

from __future__ import annotations

import pytest

from kg.pipeline import facts_of_text


def names(body: str) -> set[str]:
    """The names of the practices of a report with this body."""
    return {p.name for facts in facts_of_text(f"基层治理工作见闻\n{body}") for p in facts.practices}


FRAMED = [
    ("铜陵市义安区以“红色领航”行动为牵引，推动干部下沉。", {"红色领航"}),
    ("大同市云冈区把“晋善先锋”工程作为推动基层治理的有效抓手，选派干部驻村。", {"晋善先锋"}),
    ("固原市彭阳县以“双争”为着眼点，开展评比。", {"双争"}),
    ("玉溪市江川区将“巡湖人家”品牌作为重要载体，动员群众护湖。", {"巡湖人家"}),
    ("宝鸡市凤翔区把“要我干”变为“我要干”，干部精神面貌一新。", set()),
    ("黄石市铁山区以“绣花功夫”为抓手，精细管理背街小巷。", set()),
    ("德州市乐陵市把“群众满意”作为落脚点，办实事。", set()),
    ("白山市抚松县把“问题清单”变成“履职清单”，狠抓整改。", set()),
]


@pytest.mark.parametrize(("body", "expected"), FRAMED, ids=[body[:8] for body, _ in FRAMED])
def test_a_thing_taken_as_the_handle_of_work_is_a_practice(body: str, expected: set[str]) -> None:
    assert names(body) == expected
