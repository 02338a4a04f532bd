"""Two items are one fact where the guide says so, and every item is judged once."""

from __future__ import annotations

from typing import Any

import pytest
from annotated import article

from kg.evaluate import score
from kg.evaluate.compare import SAME
from kg.evaluate.score import Figures


def practice(name: str, *at: str, aliases: tuple[str, ...] = ()) -> dict[str, Any]:
    return {"name": name, "aliases": list(aliases), "at": list(at)}


@pytest.mark.parametrize(
    ("family", "gold", "found", "same"),
    [
        ("practices", practice("院坝会制度"), practice("“院坝会”"), True),
        ("practices", practice("板凳议事", aliases=("板凳会",)), practice("板凳会"), True),
        ("practices", practice("五治融合"), practice("三治融合"), False),
        ("practices", practice("12345平台"), practice("110平台"), False),
        ("runs", (practice("院坝会"), "秀水小区"), (practice("院坝会"), "秀水"), True),
        ("runs", (practice("院坝会"), "秀水镇"), (practice("院坝会"), "清水镇"), False),
        ("organisations", {"name": "大足区民政局"}, {"name": "民政局"}, True),
        ("organisations", {"name": "重庆市大足区纪委监委"}, {"name": "纪委监委"}, False),
        ("organisations", {"name": "民政局"}, {"name": "大足区司法局"}, False),
        ("people", {"name": "李秀兰", "role": "社区党总支书记"}, {"name": "李秀兰", "role": "党总支书记"}, True),
        ("people", {"name": "李秀兰", "role": "书记"}, {"name": "李秀兰", "role": "楼长"}, False),
        ("measures", {"value": 1.2e4, "unit": "户", "what": "访"}, {"value": 12000, "unit": "户", "what": "访"}, True),
        ("measures", {"value": 12, "unit": "户", "what": "走访"}, {"value": 13, "unit": "户", "what": "走访"}, False),
        ("measures", {"value": 12, "unit": "户", "what": "走访"}, {"value": 12, "unit": "人", "what": "走访"}, False),
        ("awards", {"title": "全国文明村", "recipient": None}, {"title": "全国文明村镇", "recipient": "新华村"}, True),
        ("awards", {"title": "全国文明村", "recipient": "新华村"}, {"title": "全国文明村", "recipient": None}, False),
        ("place_codes", {"name": "桐庐县", "code": "330122"}, {"name": "桐庐县", "code": "330102"}, False),
    ],
)  # fmt: skip
def test_two_items_are_one_fact(family: str, gold: Any, found: Any, same: bool) -> None:
    assert SAME[family](gold, found) is same


def test_saying_a_fact_twice_neither_helps_nor_hurts() -> None:
    gold = [article(practices=[practice("院坝会", "桐庐县")])]
    found = [article(practices=[practice("院坝会", "桐庐县"), {**practice("院坝会", "桐庐县"), "evidence": [1]}])]
    assert score(gold, found).figures()["runs"] == Figures(gold=1, found=1, right=1)


def test_every_item_is_right_missed_or_made_up() -> None:
    gold = [article(localities=["桐庐县", "建德市"])]
    found = [article(localities=["桐庐县", "淳安县"])]
    verdicts = {j.item: j.verdict for j in score(gold, found).judged if j.family == "localities"}
    assert verdicts == {"桐庐县": "right", "建德市": "missed", "淳安县": "made up"}


def test_an_article_not_found_loses_all_its_items() -> None:
    figures = score([article(localities=["桐庐县"])], []).figures()
    assert figures["articles"] == Figures(gold=1, found=0, right=0)
    assert figures["localities"].f1 == 0.0


def test_articles_of_a_file_without_annotation_are_not_judged() -> None:
    assert score([], [article(localities=["桐庐县"])]).judged == ()


def test_articles_are_paired_by_their_opening_whatever_the_headline() -> None:
    gold = [article(n=0), article(n=1, title="二", opening="本报讯大足区建立议事厅制度")]
    found = [article(n=5, title="大足建立议事厅", opening="本报讯大足区建立议事厅制度"), article(n=6)]
    assert score(gold, found).figures()["articles"].right == 2


def test_small_families_do_not_enter_the_mean() -> None:
    gold = [article(localities=[f"{c}县" for c in "甲乙丙丁戊己庚辛壬癸"], documents=[{"title": "办法"}])]
    assert score(gold, [{**gold[0], "documents": []}]).mean() == 1.0
