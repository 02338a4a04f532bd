"""Villages and towns called like ordinary words, and borders that look like words."""

from __future__ import annotations

import pytest

from tests.extract.test_places_borders import names

HU = "金湖县前锋镇抓治理。"
JIU = "长春市九台区东湖街道抓治理。"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{HU}前锋镇合意村党支部书记说，路修好了。", "合意村"),
        (f"{HU}前锋镇合意村组织党员打扫卫生。", "合意村"),
        (f"{HU}前锋镇的合意村有一片果园。", "合意村"),
        (f"{HU}合意村党支部书记说，路修好了。", "合意村"),
        (f"{HU}近日，合意村召开议事会。", "合意村"),
        (f"{HU}干部到合意村走访。", "合意村"),
        (f"{JIU}记者在放牛村看到，路灯亮了。", "放牛村"),
        (f"{JIU}东湖街道放牛村“两委”干部上门。", "放牛村"),
    ],
)
def test_a_listed_village_may_be_called_like_a_deed(text: str, found: str) -> None:
    assert found in names(text)


@pytest.mark.parametrize(
    ("name", "joint"),
    [
        ("三里桥社区", ""),
        ("解放桥社区", ""),
        ("得胜桥村", "的"),
        ("打鼓岭村", "大柳树村、"),
        ("明月湾村", "大柳树村和"),
        ("如意湖社区", ""),
        ("富强里社区", ""),
    ],
)
def test_an_unlisted_name_right_behind_a_place_may_begin_with_a_word(name: str, joint: str) -> None:
    assert name in names(f"安徽省霍山县衡山镇抓治理。衡山镇{joint}{name}推行积分制。")


@pytest.mark.parametrize(
    "text",
    ["衡山镇推进各村建设。", "衡山镇振兴乡村有办法。", "衡山镇帮扶山村。", "衡山镇走访全村。", "衡山镇打造新社区。"],
)
def test_what_a_town_does_with_its_villages_is_none(text: str) -> None:
    assert names(f"安徽省霍山县抓治理。{text}") == ["安徽省", "霍山县", "衡山镇"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("大家向东岗村学习。", "东岗村"),
        ("镇里以东岗村为试点。", "东岗村"),
        ("云龙村和东岗村共用一个广场。", "东岗村"),
    ],
)
def test_a_preposition_before_a_listed_village_is_none_of_it(text: str, found: str) -> None:
    assert found in names(f"黑龙江省嫩江市长福镇抓治理。{text}")


@pytest.mark.parametrize(
    "text",
    ["日升利村被评为文明村。", "日升利村争创和谐村、文明村。", "日升利村获评省级平安村、文明村。"],
)
def test_a_sort_of_village_is_none_though_one_is_so_called(text: str) -> None:
    assert names(f"呼玛县兴华乡抓治理。{text}") == ["呼玛县", "兴华乡", "日升利村"]


@pytest.mark.parametrize("text", ["桌上有德州扒鸡和青岛啤酒。", "这家店卖逍遥镇胡辣汤、西安肉夹馍。"])
def test_a_dish_names_no_city(text: str) -> None:
    assert not {"德州市", "青岛市", "西安市"} & {*names(f"呼玛县抓治理。{text}")}
    assert not {"德州", "青岛", "西安"} & {*names(f"呼玛县抓治理。{text}")}


@pytest.mark.parametrize(
    "text",
    [
        "楼王镇压实责任。",
        "楼王镇守住安全底线。",
        "楼王镇上的路灯亮了。",
        "楼王镇里的老人有了食堂。",
        "楼王镇江边的路修好了。",
        "镇里以楼王镇为试点。",
    ],
)
def test_a_town_of_a_named_county_keeps_its_last_character(text: str) -> None:
    assert names(f"盐城市盐都区抓治理。{text}") == ["盐城市", "盐都区", "楼王镇"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("青山乡村干部上门走访。", ["青山乡"]),
        ("青山乡里的老人有了食堂。", ["青山乡"]),
        ("青山乡里乡亲都来了。", []),
        ("办好青山乡村旅游节。", []),
    ],
)
def test_a_township_before_village_is_no_countryside(text: str, found: list[str]) -> None:
    assert [n for n in names(f"湖南省桂东县抓治理。{text}") if n == "青山乡"] == found
    assert "青山乡" not in names(f"湖南省湘阴县抓治理。{text}")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("三里桥、凤鸣两个社区共用一个广场。", ["三里桥社区", "凤鸣社区"]),
        ("走访了和顺里、凤鸣等社区。", ["和顺里社区", "凤鸣社区"]),
        ("凤鸣、和顺里、景和三个社区共用一个广场。", ["凤鸣社区", "和顺里社区", "景和社区"]),
        ("衡山镇景和、凤鸣两个社区共用一个广场。", ["衡山镇", "景和社区", "凤鸣社区"]),
        ("唱歌、跳舞等社区活动很多。", []),
        ("建设、管理等村级事务公开。", []),
    ],
)
def test_words_in_a_list_of_communities_may_be_names(text: str, found: list[str]) -> None:
    assert names(f"安徽省霍山县衡山镇抓治理。{text}")[3:] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("以侯其庄、胡山庄两个村为试点。", ["侯其庄村", "胡山庄村"]),
        ("胡山庄、侯其庄等村通了路。", ["胡山庄村", "侯其庄村"]),
        ("选取侯其庄、西腰站堡、胡山庄三个村。", ["侯其庄村", "西腰站堡村", "胡山庄村"]),
    ],
)
def test_a_listed_village_may_hold_a_word_that_ends_names(text: str, found: list[str]) -> None:
    assert names(f"河北省万全区高庙堡乡抓治理。{text}") == ["河北省", "万全区", "高庙堡乡", *found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("衡山镇解放小区居民自己装电梯。", ["解放小区"]),
        ("走进三里桥小区，道路干净整洁。", ["三里桥小区"]),
        ("近日，育才小区成立业委会。", ["育才小区"]),
        ("近日，问题小区成立业委会。", []),
        ("别墅小区召开议事会。", []),
        ("隔壁社区召开议事会。", []),
        ("衡山镇建设小区停车场。", []),
    ],
)
def test_an_estate_may_be_called_like_a_word_but_not_like_a_sort(text: str, found: list[str]) -> None:
    assert [n for n in names(f"安徽省霍山县衡山镇抓治理。{text}")[3:] if n != "衡山镇"] == found


def test_a_part_of_a_province_leaves_its_name() -> None:
    assert names("地处山东南部的东港区推行积分制。") == ["山东", "东港区"]
