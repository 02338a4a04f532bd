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
    ],
    ids=[
        *("bay", "again", "group", "farm", "side", "number", "team", "in", "no-life", "and", "others"),
        *("acting", "families", "sort"),
    ],
)
def test_a_hamlet_follows_its_village(body: str, found: list[str]) -> None:
    assert names(IN + body) == ["平遥县", "段村镇", *found]


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
