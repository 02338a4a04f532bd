"""Villages told by what they do or stand beside, and what has a village's head word without being one."""

from __future__ import annotations

import pytest
from test_places import names

IN = "泾源县的做法。"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("北河社区居民们都说好。", ["北河社区"]),
        ("北河社区党委把会开在晚上。", ["北河社区"]),
        ("广场南社区卫生服务站每月巡诊。", ["广场南社区"]),
        ("安心村把荒坡种上了茶。", ["安心村"]),
        ("柏林坪村有6口井，有村民300户。", ["柏林坪村"]),
        ("由南岸社区发起的邻里节办了三届。", ["南岸社区"]),
        ("送餐车到了白石镇柳湾村。", ["白石镇", "柳湾村"]),
        ("香水镇八一村的路灯亮了。", ["香水镇", "八一村"]),
    ],
    ids=["residents", "committee", "clinic", "deed", "number", "by", "reached", "day"],
)
def test_an_unlisted_village_acts_or_is_told_of(body: str, found: list[str]) -> None:
    assert names(IN + body) == ["泾源县", *found]


@pytest.mark.parametrize(
    "body",
    [
        "偏远社区居民办事难，老龄社区居民多，新设社区卫生服务站3个，走访社区居民3000户。",
        "增设社区卫生服务站，入户社区居民家中。问需社区居民，问计社区党员。",
        "帮扶村把产业做起来，试点社区将经费公开，联系村把关，每村把好关，两村请人调解。",
        "进村请人，入村把情况摸清，回村请大家吃饭。乡村没有围墙。服务社区没有终点。",
        "每个村有6个网格，一个社区有3名民警，行政村有12个，村有企业。",
        "五一社区活动多。老支书坐镇，班子成员李铁回村。",
        "邀请亲戚、老师、战友和村里的老党员。开展“红旗村寨”创建。",
        "路通到了乡镇行政村。城乡居民医保，城乡社区治理。",
    ],
    ids=["residents", "founded", "sorts", "verbs", "counted", "holiday", "joined", "towns"],
)
def test_what_villages_have_and_what_is_done_there_names_none(body: str) -> None:
    assert names(IN + body) == ["泾源县"]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("把平安社区、柳汊社区的12个院落打包。", ["平安社区", "柳汊社区"]),
        ("将平安社区和柳汊社区的院落打包。", ["平安社区", "柳汊社区"]),
        ("在柳汊社区、和谐社区的楼院试点。", ["柳汊社区", "和谐社区"]),
        ("对振兴社区、柳汊社区进行改造。", ["振兴社区", "柳汊社区"]),
        ("创建平安社区、无讼社区。", []),
        ("把平安社区、和谐社区作为抓手。", []),
        ("将和谐社区、示范社区创建结合。", []),
        ("把平安社区、平安校园建设抓实。", []),
        ("把文明村、信用村评定结合。", []),
    ],
    ids=["first", "and", "second", "verb", "made", "both-sorts", "status", "school", "rated"],
)
def test_a_common_name_counts_beside_a_village(body: str, found: list[str]) -> None:
    assert names("石泉县" + body) == ["石泉县", *found]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("景村镇以御史村为中心村，联合4个村。", ["景村镇", "御史村"]),
        ("在中心村建立3个片区。", []),
        ("把中心村、重点村、示范村列出来。", []),
        ("四皓街道中心村的路灯亮了。", ["四皓街道", "中心村"]),
    ],
    ids=["role", "sort", "list", "name"],
)
def test_a_kind_of_village_is_a_name_only_behind_its_town(body: str, found: list[str]) -> None:
    assert names("洛南县" + body) == ["洛南县", *found]


@pytest.mark.parametrize(
    "body",
    [
        "住房和城乡建设局的人来了。",
        "住房城乡建设和交通局会同各街道拆墙并院。",
        "住房和城乡建设委员会派人。",
        "规划和城乡建设管理委员会派人。",
        "人力资源和城乡社会保障局派人。",
        "水利和村镇建设局派人。",
        "交通和镇村建设局派人。",
    ],
)
def test_a_town_in_the_name_of_a_body_is_no_place(body: str) -> None:
    assert names("兴国县" + body) == ["兴国县"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("会宁县沿黑河清理垃圾。", ["会宁县"]),
        ("来到黑河参观。", ["黑河"]),
        ("阿巴嘎旗的做法。额尔登宝拉格嘎查的门修好了。", ["阿巴嘎旗", "额尔登宝拉格嘎查"]),
        ("阿巴嘎旗的做法。老人走访宝拉格嘎查。", ["阿巴嘎旗", "宝拉格嘎查"]),
    ],
    ids=["along", "city", "whole", "behind-verb"],
)
def test_rivers_and_names_by_sound(text: str, found: list[str]) -> None:
    assert names(text) == found
