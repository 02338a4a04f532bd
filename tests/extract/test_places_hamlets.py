"""Natural villages and groups behind their village, and what is no village: nicknames, sorts, the country."""

from __future__ import annotations

import pytest
from test_places import names

IN = "平遥县段村镇"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("段家村柳树湾的老人不再愁吃水。", ["段家村", "柳树湾"]),
        ("段家村核桃坪党支部带着大家修路。核桃坪的路通了。", ["段家村", "核桃坪", "核桃坪"]),
        ("段家村南坪组村民李四说。", ["段家村", "南坪组"]),
        ("段家村西官庄，家家种花。", ["段家村", "西官庄"]),
        ("段家村后山坡的树绿了。", ["段家村"]),
        ("段家村三组村民李四说。", ["段家村"]),
        ("段家村工作组村民李四说。", ["段家村"]),
        ("段家村在大坝，修了路。", ["段家村"]),
        ("段家村石坝修好了。", ["段家村"]),
        ("段家村和柳湾的老人来了。", ["段家村"]),
        ("段家村等湾的老人来了。", ["段家村"]),
        ("段家村石榴寨建起议事亭。", ["段家村", "石榴寨"]),
        ("段家村杏花屯柳、白两家握手言和。", ["段家村", "杏花屯"]),
        ("段家村山寨旅游红火。", ["段家村"]),
        ("段家村邬庄始终把路修在前头。邬庄建起议事亭。", ["段家村", "邬庄", "邬庄"]),
        ("段家村山庄始终满房。山庄建起水池。", ["段家村"]),
        ("段家村水坝始终有人管。水坝建起护栏。", ["段家村"]),
    ],
    ids=[
        *("bay", "again", "group", "farm", "side", "number", "team", "in", "no-life", "and", "others"),
        *("acting", "families", "sort", "spoken-of", "inn", "dam"),
    ],
)
def test_a_hamlet_follows_its_village(body: str, found: list[str]) -> None:
    assert names(IN + body) == ["平遥县", "段村镇", *found]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("段家村罗家坪小组的护林员说。", ["段家村", "罗家坪小组"]),
        ("段家村石壁村民组的人来了。", ["段家村", "石壁村民组"]),
        ("段家村红星小组村民李四说。", ["段家村", "红星小组"]),
        ("段家村田家湾要修一座桥。", ["段家村", "田家湾"]),
        ("段家村吴家寨寨管委办事。", ["段家村", "吴家寨"]),
        ("段家村板栗寨把路修了。", ["段家村", "板栗寨"]),
        ("段家村前屯的王老汉说。", ["段家村", "前屯"]),
        ("段家村下坪院落，老人在扫地。", ["段家村", "下坪院落"]),
        ("段家村田家院落议事广场坐满了人。", ["段家村", "田家院落"]),
        ("石壁下村民组组长起初嫌烦。", ["石壁下村民组"]),
        ("村里分水。上坪组与下坪组为水渠争执。", ["上坪组", "下坪组"]),
        ("村里分水。上湾组每户出一个人。", ["上湾组"]),
    ],
    ids=[
        "small-group",
        "group",
        "motto",
        "family",
        "council",
        "modal",
        "side",
        "yard",
        "family-yard",
        "alone",
        "two",
        "each",
    ],
)
def test_groups_and_hamlets_called_after_land_and_families(body: str, found: list[str]) -> None:
    assert names(IN + body) == ["平遥县", "段村镇", *found]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("石榴屯的议事亭坐满了人。石榴屯办起食堂。", ["石榴屯", "石榴屯"]),
        ("石榴屯的议事亭坐满了人。", []),
        ("山寨的议事亭坐满了人。山寨办起食堂。", []),
    ],
    ids=["spoken-of", "once", "sort"],
)
def test_a_hamlet_behind_its_town_is_one_where_the_text_speaks_of_it_again(body: str, found: list[str]) -> None:
    assert names(IN + body) == ["平遥县", "段村镇", *found]


@pytest.mark.parametrize(
    "body",
    [
        "护林小组的组长说。",
        "监督小组、议事小组、理财小组的人来了。",
        "三小组的人来了。",
        "设小组村民来了。",
        "田家湾水库修好了。",
        "农家院子里摆桌。",
        "农家院落干净整洁。",
        "回家坡上种树。",
        "毛家桥修好了。",
        "度假山庄有客房。",
        "小河湾要治理。",
        "村寨把路修了。",
        "先报屯理事会。",
        "后山要修路。",
    ],
)
def test_tasks_numbers_and_landscape_behind_a_village_are_no_hamlets(body: str) -> None:
    assert names(IN + "段家村" + body) == ["平遥县", "段村镇", "段家村"]


@pytest.mark.parametrize(
    "body", ["谁家有事，先报屯理事会，理事会拟出办法。", "开“坝坝议事会”，摆坝坝宴。", "调解组与工作组一起上门。"]
)
def test_meetings_and_teams_are_no_hamlets(body: str) -> None:
    assert names("平遥县的做法。" + body) == ["平遥县"]


def test_a_village_that_a_quoted_word_leads_to_stays_one() -> None:
    assert names("平遥县开展“走进石桥村”活动。") == ["平遥县", "石桥村"]


@pytest.mark.parametrize(
    "body",
    [
        "过去，这里被叫作“黑石头村”。",
        "软弱涣散村、空壳村都变了样。",
        "《中华人民共和国村民委员会组织法》施行。中华人民共和国村民委员会组织法有规定。",
        "老街一村和四村的路灯亮了。",
    ],
    ids=["nickname", "sort", "country", "second-number"],
)
def test_what_is_no_village(body: str) -> None:
    assert [n for n in names("平遥县" + body) if n not in ("平遥县", "老街一村", "一村")] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "记者走访了博白县旺茂镇大寿村白鹤塘屯和玉李村石榴屯等地",
            ["博白县", "旺茂镇", "大寿村", "白鹤塘屯", "玉李村", "石榴屯"],
        ),
        ("记者来到博白县旺茂镇大寿村柳树屯时，村民正在清扫", ["博白县", "旺茂镇", "大寿村", "柳树屯"]),
        ("博白县旺茂镇大寿村那皮屯的村民", ["博白县", "旺茂镇", "大寿村", "那皮屯"]),
        ("博白县旺茂镇大寿村那个屯的村民", ["博白县", "旺茂镇", "大寿村"]),
    ],
    ids=["in a list", "when somebody came", "a field in Zhuang", "that one"],
)
def test_hamlets_are_found_in_lists_and_before_what_is_told(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_villages_listed_by_their_committees_are_named() -> None:
    text = "高州市新垌镇大岭、旺坡、中塘三个村委会各修了一条水渠"
    assert names(text) == ["高州市", "新垌镇", "大岭村", "旺坡村", "中塘村"]
