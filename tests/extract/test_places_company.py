"""People who are called like places, names that stand in lists, and the farms of the Xinjiang corps."""

from __future__ import annotations

import pytest
from test_places import names


@pytest.mark.parametrize(
    "body",
    [
        "东刘村党支部书记田阳回忆，原先路不好走。",
        "东刘村党支部书记陈安康说，路修通了。",
        "煤化厂职工周江山，家里有四口人。",
        "村民马宁陕告诉记者，日子好过了。书记马宁陕来了。马宁陕很高兴。",
        "县长张家港出席启动仪式。",
    ],
    ids=["name", "given-name", "worker", "again", "three-characters"],
)
def test_a_person_behind_a_post_is_no_place(body: str) -> None:
    assert [n for n in names("平遥县" + body) if n.endswith(("县", "市", "区")) or len(n) < 3] == ["平遥县"]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("大方县的干部到遵义学习。游客从高平赶来。", ["大方县", "遵义", "高平"]),
        ("大方县组织村民高平考察学习。", ["大方县", "高平"]),
        ("大方县的村民余姚打工多年。", ["大方县", "余姚"]),
    ],
    ids=["to", "for", "in"],
)
def test_a_place_behind_people_stays_a_place(body: str, found: list[str]) -> None:
    assert names(body) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("步入小区，花香扑鼻。", []),
        ("老人们住进白河新村。", ["白河新村"]),
        ("张大妈说，谢谢社区，帮了大忙。", []),
        ("各乡镇闯出强村富民路。", []),
        ("景县东王村成立了说事室。", ["景县", "东王村"]),
        ("文水县评选西江俪园和书香人家小区为红色小区。", ["文水县", "西江俪园小区", "书香人家小区"]),
        ("文水县改造锦绣苑和祥和小区两处。", ["文水县", "锦绣苑小区", "祥和小区"]),
        ("盘山县的石油小区和石化小区共建。", ["盘山县", "石油小区", "石化小区"]),
        ("文水县改造了四季花苑、锦绣小区、阳光花苑。", ["文水县", "四季花苑", "锦绣小区", "阳光花苑"]),
        ("文水县的住宅小区、楼院、平房区都装上了路灯。", ["文水县"]),
        ("哈尔滨市的道里区、平房区都装上了路灯。", ["哈尔滨市", "道里区", "平房区"]),
    ],
    ids=[
        "stepping-in",
        "moving-in",
        "thanks",
        "making-way",
        "county-first",
        "two-estates",
        "two-estates-again",
        "works",
        "everyday-estate",
        "houses",
        "districts",
    ],
)
def test_where_a_small_name_begins_and_ends(body: str, found: list[str]) -> None:
    assert names(body) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("文水县的兰州社区网格长每天巡查。", ["文水县", "兰州社区"]),
        ("文水县的太原村党支部书记每天巡查。", ["文水县", "太原村"]),
        ("太原村里有四条街，太原市的公交通到村口。", ["太原", "太原市"]),
        ("兰州社区治理有了新招。", ["兰州"]),
    ],
    ids=["community", "village", "city-named", "city"],
)
def test_the_short_name_of_a_city_may_be_a_villages_stem(body: str, found: list[str]) -> None:
    assert names(body) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("湘、桂、黔三省交界处成立调解室。", ["湖南省", "广西壮族自治区", "贵州省"]),
        ("晋陕豫三省的调解员坐到一起。", ["山西省", "陕西省", "河南省"]),
        ("晋、陕、豫两省的调解员坐到一起。", []),
    ],
    ids=["list", "run", "wrong-number"],
)
def test_provinces_that_a_number_counts(body: str, found: list[str]) -> None:
    assert names(body) == found


def test_farms_of_the_corps_and_their_companies() -> None:
    assert names("兵团第十二师头屯河农场二连建起议事亭。") == ["头屯河农场", "二连"]
    assert names("第十三师红星四场七连党支部办起夜校，团场职工爱听。") == ["红星四场", "七连"]
    assert names("红山农场办起夜校。") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("福州市推行新办法，鼓楼、台江、闽清走在前列。", ["福州市", "鼓楼", "台江", "闽清"]),
        ("天津市推行新办法，和平、河东先走一步。", ["天津市", "和平", "河东"]),
        ("天津市的居民盼着和平、安宁的日子。", ["天津市"]),
        ("游客爱看鼓楼、台江、牌坊。", []),
        ("福州市里有鼓楼、牌坊。", ["福州市"]),
    ],
    ids=["with-a-sure-one", "of-a-named-city", "one-alone", "city-not-named", "one-county"],
)
def test_counties_are_known_by_the_list_they_stand_in(body: str, found: list[str]) -> None:
    assert names(body) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("合作社与云南绿禾农业科技有限公司签下订单。", ["云南"]),
        ("与诸暨农商银行、诸暨水务公司结对。", ["诸暨", "诸暨"]),
        ("北京银行、宁波大酒店和上海汽车集团捐了款。", []),
        ("小区请来福安物业公司。", []),
    ],
    ids=["province", "bank-of-the-county", "brands", "name-of-its-own"],
)
def test_a_registered_companys_name_begins_with_its_seat(body: str, found: list[str]) -> None:
    assert names(body) == found


def test_a_county_of_two_characters_before_its_hospital() -> None:
    assert names("甘肃省康县与康县医院、康县图书馆共建。") == ["甘肃省", "康县", "康县", "康县"]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("市中区办起夜校。城西街道的老人来了，玉溪街道的也来了。", ["市中区", "城西街道", "玉溪街道"]),
        ("市中区办起夜校。乐贤街道的老人来了。", ["市中区", "乐贤街道"]),
        ("市中区办起夜校。城西街道的老人来了。", ["城西街道"]),
        ("市中区街面宽阔，商户多。", []),
    ],
    ids=["two-towns", "town-of-one-bearer", "town-of-many", "middle-of-the-city"],
)
def test_a_county_called_like_a_part_of_any_city_is_one_beside_its_towns(body: str, found: list[str]) -> None:
    assert names(body) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("近日，井冈山推行网格议事，井冈山的28个村都有议事员。", ["井冈山", "井冈山"]),
        ("近日，五指山把议事桌搬进村。走进五指山，茶园连片。", ["五指山", "五指山"]),
        ("游客登上井冈山，井冈山的雾散了。", []),
        ("近日，黄山推行网格议事。", []),
    ],
    ids=["acts-and-named-again", "takes", "mountain", "two-characters-once"],
)
def test_a_county_called_like_a_mountain_is_one_where_it_acts(body: str, found: list[str]) -> None:
    assert names(body) == found


def test_a_city_called_like_a_mountain_acts_in_headline_and_body() -> None:
    assert names("近日，黄山推行网格议事。", title="黄山推行网格议事") == ["黄山", "黄山"]


def test_villages_that_are_counted_have_no_number_for_a_name() -> None:
    assert names("泸州两村结了对，泸州各村都来看。") == ["泸州", "泸州"]


def test_a_home_region_is_no_township() -> None:
    assert names("江都区的年轻人念家乡、夸家乡，回来建家乡。") == ["江都区"]
    assert names("靖安县的干部来到赵家乡、李家乡。")[1:] == ["赵家乡", "李家乡"]
