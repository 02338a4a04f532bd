"""Homesteads, lodgings, quarters and groups that are named under a village, community or town."""

from __future__ import annotations

import pytest
from test_places import names

VILLAGE = "平遥县段村镇段家村"
COMMUNITY = "平遥县古城街道柳园社区"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("周家大院住着18户人家。", ["周家大院"]),
        ("石板塘大屋的灯亮了。", ["石板塘大屋"]),
        ("松树院落推选院长。", ["松树院落"]),
        ("石桥屋场、枫林屋场先后修了路。", ["石桥屋场", "枫林屋场"]),
        ("何家老院子和邓家大院子评上先进。", ["何家老院子", "邓家大院子"]),
        ("文化大院敞亮。", []),
        ("最美院落评选开始。", []),
        ("美丽屋场建设加快。", []),
        ("农家大院飘香。", []),
        ("两个院落的人来了。", []),
        ("开展的屋场会很好。", []),
        ("政府大院挂了牌。", []),
        ("干净院落挂牌，窑洞院落翻修。", []),
    ],
    ids=[
        *("family", "land", "tree", "list", "two", "sort", "praised", "beautiful", "farms", "counted", "meeting"),
        "office",
        "clean",
    ],
)
def test_a_homestead_behind_its_village(body: str, found: list[str]) -> None:
    assert names(VILLAGE + body) == ["平遥县", "段村镇", "段家村", *found]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("冶炼厂宿舍、铁路三宿舍没有物业。", ["冶炼厂宿舍", "铁路三宿舍"]),
        ("机电宿舍里，居民选出管家。", ["机电宿舍"]),
        ("员工宿舍翻新。", []),
        ("三栋宿舍翻新。", []),
        ("把旧宿舍改成食堂。", []),
        ("的柳园北里，灯坏了。", ["柳园北里"]),
        ("，柳林东里、柳林西里都装了充电桩。", ["柳林东里", "柳林西里"]),
        ("的柳林园二区完成改造。", ["柳林园二区"]),
        ("建筑工人宿舍装上空调。", []),
        ("，苗圃公园三区种了树。", []),
        ("楼道里堆满杂物。", []),
        ("工业园一区停电。", []),
        ("东里外都扫净了。", []),
    ],
    ids=[
        *(
            "works",
            "inside",
            "staff",
            "counted",
            "moved",
            "quarter",
            "two",
            "numbered",
            "builders",
            "park",
            "corridor",
            "zone",
        ),
        "direction",
    ],
)
def test_a_lodging_or_quarter_behind_its_community(body: str, found: list[str]) -> None:
    assert names(COMMUNITY + body) == ["平遥县", "古城街道", "柳园社区", *found]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("张家寨组、大井边组还评出好人家。", ["张家寨组", "大井边组"]),
        ("最远的白岩塘组走路要半天。", ["白岩塘组"]),
        ("下坝小组的变化最明显。", ["下坝小组"]),
        ("新围小组的村民凑了钱。", ["新围小组"]),
        ("镇里说，古城镇石桥村后郑家屯的人来了。", ["古城镇", "石桥村", "后郑家屯"]),
        ("古城镇石桥村大平屯立了新规，石桥村整屯推进。", ["古城镇", "石桥村", "大平屯", "石桥村"]),
        ("古城镇石桥村九龙坡居民小组的人来了。", ["古城镇", "石桥村", "九龙坡居民小组"]),
        (
            "古城镇石桥村刘家寨子、古城镇杨庄村四社、柳林村修了渠。",
            ["古城镇", "石桥村", "刘家寨子", "古城镇", "杨庄村", "柳林村"],
        ),
        ("家住华药宿舍的人来了，住在员工宿舍的也来了。", ["华药宿舍"]),
        ("古城镇石桥村塘园自然村、前洋自然村修了路。", ["古城镇", "石桥村", "塘园自然村", "前洋自然村"]),
        ("弄京屯、那烘屯轮流坐庄。那烘屯的老人笑了。", ["弄京屯", "那烘屯", "那烘屯"]),
        ("整村整屯、逐村逐屯推进。两个屯、三个屯都来。", []),
        ("调解组、宣传组还评出先进。", []),
        ("巡河小组的村民每天出门。", []),
        ("党员组、妇女组每户走到。", []),
    ],
    ids=[
        "list",
        "farthest",
        "change",
        "walled",
        "side-and-family",
        "settlement",
        "namesake",
        "yard",
        "lived-in",
        "natural-villages",
        "listed",
        "whole",
        "teams",
        "task",
        "people",
    ],
)
def test_groups_and_hamlets_that_open_a_clause(body: str, found: list[str]) -> None:
    assert names("平遥县段村镇。" + body) == ["平遥县", "段村镇", *found]
