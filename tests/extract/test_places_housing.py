"""Estates that only what is told of them shows: their blocks, households, year of building, or what they are."""

from __future__ import annotations

import pytest
from test_places import names

IN = "江口县的做法。"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("丹桂苑只有2栋楼、64户人家。", ["丹桂苑"]),
        ("如今丹桂苑只有2栋楼。", ["丹桂苑"]),
        ("机床一村有住户1326户。", ["机床一村"]),
        ("江口县段家社区丹桂苑共有6栋楼。", ["江口县", "段家社区", "丹桂苑"]),
        ("段家社区的纺织厂宿舍建于1983年，4栋楼。", ["段家社区", "纺织厂宿舍"]),
        ("矿务局家属院有12栋楼。", ["矿务局家属院"]),
        ("云水郡是闵孝镇段家社区的还建小区，三年前撤场。", ["云水郡", "闵孝镇", "段家社区"]),
        ("时代新城是闵孝镇的安置小区，住了800户。", ["时代新城", "闵孝镇"]),
        ("没人管的小区由谁来接？河沿小区建于1998年。", ["河沿小区"]),
        ("沙河湾有32户人家。", ["沙河湾"]),
    ],
    ids=["blocks", "now", "number", "community", "dormitory", "yard", "defined", "new-town", "year", "bay"],
)
def test_what_only_housing_has_shows_an_estate(body: str, found: list[str]) -> None:
    assert names(IN + body) == ["江口县", *found]


@pytest.mark.parametrize(
    "body",
    [
        "幼儿园有3栋楼。产业园有6栋厂房。天鹅湖公园有3栋楼。望江楼阁有3栋楼。",
        "老年公寓只有1栋楼。人才公寓有3栋楼。学生宿舍有12栋楼。教师公寓有3栋楼。",
        "这个家属院有3栋楼。老旧家属院有3栋楼。他们单位家属院有12栋楼。",
        "四合院只有6户人家。大杂院有12户人家。家里有3户租客。巷子里有12户人家。",
        "县城有120户低保户。城里有12户人家。全村有320户。一村有3栋楼。各一村有3栋楼。",
        "新华一村有农户320户。",
        "故居建于1983年。文峰阁建于1983年。老旧小区建于1998年。",
        "县城一老小区有四台电梯竣工。这里是原拆原回的售后公房小区，人多。",
        "这里是老旧小区。县城是几十个小区，人多。工业新城是企业集中的园区小区，人多。",
    ],
    ids=["buildings", "lodgings", "yards", "courts", "larger", "farmers", "built", "some", "is"],
)
def test_other_things_have_blocks_and_households_too(body: str) -> None:
    assert names(IN + body) == ["江口县"]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("站前街道榆树社区有6栋楼共用一根水管。", ["站前街道", "榆树社区"]),
        ("江口县段家社区拆除6栋楼，翻新3栋。", ["江口县", "段家社区"]),
        ("江口县段家社区桂花园6栋的楼道亮了。", ["江口县", "段家社区", "桂花园"]),
    ],
    ids=["has", "does", "block"],
)
def test_only_a_name_stands_between_a_community_and_the_number_of_a_block(body: str, found: list[str]) -> None:
    assert names(body) == found
