"""Names that stand again, estates of everyday words, and what only looks like a place."""

from __future__ import annotations

import pytest
from test_places import mentions, names


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("运城市盐湖区东城街道科技社区办起讲堂。如今，科技社区采用积分制。", ["科技社区", "科技社区"]),
        ("芜湖市镜湖区改造了芙蓉花城小区、新景城市家园小区等9个小区。", ["芙蓉花城小区", "新景城市家园小区"]),
        ("枣庄市滕州市荆泉社区龙泉雅居7号楼的楼长很热心。", ["荆泉社区", "龙泉雅居"]),
        ("桐乡市石门镇安兴小组村民很高兴。", []),
        ("遵化市成立遵化市金果强村发展有限公司。", []),
        ("长治市城区绿化有了起色。", []),
        ("山西日报记者走访了平遥县。", []),
        ("四川日报报道了兴文县僰王山镇的做法。", ["四川"]),
        ("平遥县建立健全社区各项制度。", []),
        ("平遥县南政乡东刘村村务监督委员会到岗。", ["东刘村"]),
        ("五家渠市军垦路街道3社区、4社区搭起议事棚。", ["3社区", "4社区"]),
        ("平遥县南政乡东刘村有老小区十一个、新小区三个，无围墙。", ["东刘村"]),
        ("平遥县南政乡9个社区实施百企联百村，建起石榴籽家园。", []),
        ("榆林市榆阳区建设西路社区和建安东路社区合办食堂。", ["建设西路社区", "建安东路社区"]),
    ],
    ids=[
        "again",
        "estates",
        "block",
        "group",
        "company",
        "urban-area",
        "newspaper",
        "newspaper-that-reports",
        "verbs",
        "village-affairs",
        "numbers",
        "sorts",
        "counts",
        "streets",
    ],
)
def test_small_places(body: str, found: list[str]) -> None:
    upper = ("省", "市", "区", "县", "镇", "乡", "街道")
    assert [n for n in names(body) if not (n.endswith(upper) and not n.endswith(("社区", "小区")))] == found


def test_a_listed_farm_of_the_county_is_a_township_and_any_other_farm_is_none() -> None:
    assert names("惠来县青坑林场设立议事亭，村民办起家庭农场。") == ["惠来县", "青坑林场"]
    assert names("平遥县青坑林场设立议事亭。") == ["平遥县"]


def test_a_newspaper_is_no_province_and_an_urban_area_no_county() -> None:
    assert names("山西日报记者走访了平遥县。") == ["平遥县"]
    assert names("长治市城区绿化有了起色。") == ["长治市"]
    assert names("阳泉市城区绿化有了起色。") == ["阳泉市", "城区"]


@pytest.mark.parametrize(
    ("title", "body", "found"),
    [
        ("高平佳园：老社区的新路", "安溪县凤城镇高平佳园社区有居民三千人。高平佳园打造楼道品牌。", 3),
        ("", "德化县浔中镇鹿城家园社区推行楼道会。如今，鹿城家园的居民都爱来。", 2),
        ("", "仪征市新城镇桃源里社区有七幢老楼。桃源里开设邻里讲堂。", 2),
        ("", "平遥县古陶镇安平佳苑社区搭起议事棚。安平佳苑物业也来了。", 1),
        ("", "平遥县古陶镇安平佳苑社区与安平佳苑小区相邻。安平佳苑推行说事凳制度。", 1),
        ("", "平遥县古陶镇安平佳苑社区创下“安平佳苑”品牌。", 1),
        ("", "平遥县古陶镇大学城社区成立了。大学城办起讲堂。", 1),
    ],
    ids=["headline", "body", "one-character", "estate-management", "estate-named-too", "brand", "everyday-word"],
)
def test_the_stem_of_a_community_stands_for_it(title: str, body: str, found: int) -> None:
    assert sum(m.level == "village" for m in mentions(body, title)) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("平遥县城里，高平佳园的老人爱下棋。", ["平遥县"]),
        ("南丰新居的窗前晒着橘子。", []),
        ("高安新村民代表大会召开。", ["高安"]),
    ],
    ids=["estate", "new-homes", "villagers"],
)
def test_a_short_name_before_a_word_of_estates_is_no_county(body: str, found: list[str]) -> None:
    assert names(body) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("来到德化县三班镇石齐村的陈大山和苏镇邦家中。", ["德化县", "三班镇", "石齐村"]),
        ("安溪县建设村文化礼堂，各村都办起了讲堂。", ["安溪县"]),
        ("安溪县修建村公园三座。", ["安溪县"]),
        ("乌拉特前旗下辖50个嘎查村。", ["乌拉特前旗"]),
        ("李镇平和王镇安是邻居。", []),
        ("永嘉县组建禁赌会、戒酒会、村民议事会等协会。", ["永嘉县"]),
        ("安溪县湖头镇的驻村法律顾问如约到场。", ["安溪县", "湖头镇"]),
        ("永春县湖洋镇和蓬壶镇、安溪县蓬莱镇推行说事日。", ["永春县", "湖洋镇", "蓬壶镇", "安溪县", "蓬莱镇"]),
        ("德化县和雷安镇推行说事日。", ["德化县", "雷安镇"]),
    ],
    ids=[
        "person-behind-and",
        "hall-of-villages",
        "park-of-villages",
        "sort-of-village",
        "people",
        "associations",
        "adviser",
        "townships-behind-and",
        "unlisted-township-behind-and",
    ],
)
def test_no_name_runs_over_a_joint_or_a_sort_of_thing(body: str, found: list[str]) -> None:
    assert names(body) == found


def test_the_name_of_a_gacha_is_read_by_its_syllables() -> None:
    body = "鄂温克族自治旗巴彦托海镇那木日嘎查请来歌手。巴彦托海镇巴彦乌如嘎查开课，在巴彦乌如嘎查听课的牧民不少。"
    assert names(body)[2:] == ["那木日嘎查", "巴彦托海镇", "巴彦乌如嘎查", "巴彦乌如嘎查"]
    assert names("鄂温克族自治旗巴彦托海镇多数嘎查、牧区嘎查和巴彦托海镇党建嘎查都来了。") == [
        "鄂温克族自治旗",
        "巴彦托海镇",
        "巴彦托海镇",
    ]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("徐水区遂城镇张华村社区开设讲堂，张华村居民都来。", {"张华村社区"}),
        ("徐水区遂城镇张华村社区服务中心开门。", {"张华村"}),
        ("徐水区遂城镇推行网格化。就翡翠嘉园小区而言，物业已经换过。", {"翡翠嘉园小区"}),
        ("徐水区遂城镇推行网格化。家住育才小区的老人参与议事。", {"育才小区"}),
        ("徐水区遂城镇推行网格化。请翠竹花园业主委员会议一议。", {"翠竹花园"}),
        ("徐水区遂城镇推行网格化。干部劝锦绣家园小区的租户装门。", {"锦绣家园小区"}),
        ("徐水区遂城镇推行网格化。委托阳光水岸小区的老党员记账。", {"阳光水岸小区"}),
        ("徐水区遂城镇推行网格化。建业小区二期选出楼长。", {"建业小区"}),
        ("徐水区遂城镇推行网格化。网格员在东方佳苑入户。", {"东方佳苑"}),
        ("徐水区遂城镇推行网格化，建设幸福家园，打造美丽小区。", set()),
        ("徐水区遂城镇在雅丹苑小区试点。雅丹苑的楼道亮了，雅丹苑幼儿园也来了。", {"雅丹苑小区"}),
        ("徐水区遂城镇推行网格化，古北街晨光社区建起讲堂。", {"晨光社区"}),
        ("徐水区遂城镇推行网格化|老旧小区有了新楼长。", set()),
    ],
    ids=[
        "village-community",
        "its-centre",
        "preposition",
        "lived-in",
        "asked",
        "urged",
        "entrusted",
        "phase",
        "sure-head",
        "wishes",
        "stem",
        "street",
        "line",
    ],
)
def test_communities_called_after_villages_and_estates(body: str, found: set[str]) -> None:
    assert {n for n in names(body) if n not in ("徐水区", "遂城镇")} == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("青岛市南区推行积分制。", ["青岛", "市南区"]),
        ("青岛市市北区推行积分制。", ["青岛市", "市北区"]),
        ("乐山市中区推行积分制，乐山市中心更热闹。", ["乐山", "市中区", "乐山市"]),
        ("河南信阳新县推行积分制。", ["河南", "信阳", "新县"]),
        ("山东日照莒县推行积分制。", ["山东", "日照", "莒县"]),
        ("山西吉县推行积分制。", ["山西", "吉县"]),
        ("南阳镇平县推行积分制。", ["南阳", "镇平县"]),
        ("长春绿园区推行积分制。", ["长春", "绿园区"]),
        ("走进康县长坝镇，处处整洁。", ["康县", "长坝镇"]),
        ("青岛西海岸新区司法局推行积分制。", ["青岛西海岸新区"]),
        ("成都天府新区推行积分制。", ["成都", "天府新区"]),
    ],
)
def test_names_that_the_characters_around_them_hide(body: str, found: list[str]) -> None:
    text = f"\n{body}"
    assert [text[m.start : m.end] for m in mentions(body)] == found


def test_an_estate_is_found_again_without_its_last_word() -> None:
    body = "徐水区遂城镇在雅丹苑小区试点。雅丹苑的楼道亮了，雅丹苑物业公司换了。"
    assert [m.name for m in mentions(body) if m.level == "compound"] == ["雅丹苑小区", "雅丹苑小区"]


def test_a_village_stands_again_where_the_dictionary_sees_another_word() -> None:
    assert names("徐水区遂城镇石岭村开会。石岭村妇联到场。").count("石岭村") == 2


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("常山县推进治理。芳村镇政府推行积分制。", ["常山县", "芳村镇"]),
        ("兰溪市推进治理。近日，游埠镇党委召开会议。", ["兰溪市", "游埠镇"]),
        ("钟祥市推进治理。长寿镇党委推行积分制。", ["钟祥市", "长寿镇"]),
        ("剑阁县推进治理。嵇溪村党支部推行积分制。", ["剑阁县", "嵇溪村"]),
        ("剑阁县推进治理。近日，嵇溪村两委推行积分制。", ["剑阁县", "嵇溪村"]),
        ("剑阁县推进治理。帮扶村党支部推行积分制。", ["剑阁县"]),
        ("剑阁县推进治理，嵇溪联村党委成立。", ["剑阁县"]),
        ("剑阁县推进治理。各乡镇政府推行积分制。", ["剑阁县"]),
        ("剑阁县推进治理。该镇政府推行积分制。", ["剑阁县"]),
    ],
    ids=["government", "committee", "word-and-name", "branch", "two-bodies", "sort", "joined", "each", "this"],
)
def test_a_body_behind_a_town_or_village_ends_its_name(body: str, found: list[str]) -> None:
    assert names(body) == found


def test_a_name_cut_short_by_a_word_across_its_border_is_made_whole() -> None:
    text = "到了宾川县州城镇白石坪村，渠水清亮。自白石坪村办起夜校，识字的多了。"
    assert names(text) == ["宾川县", "州城镇", "白石坪村", "白石坪村"]


def test_a_term_that_ends_before_a_zones_head_is_no_zone() -> None:
    assert names("泰州要建标准地招商产业园。") == ["泰州"]


@pytest.mark.parametrize("county", ["天台", "长兴", "江山", "无为", "明光", "武义", "太湖"])
def test_a_body_that_every_county_has_tells_a_word_that_is_a_county_too(county: str) -> None:
    assert names(f"{county}法院走进村里讲法，{county}总工会送来书。") == [county, county]


def test_other_bodies_do_not() -> None:
    assert names("天台花园开门，太湖管理局巡湖，明光集团进村，新建法院一座。") == []
