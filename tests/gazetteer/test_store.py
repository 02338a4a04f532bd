"""What the shipped file answers."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.errors import GazetteerError
from kg.gazetteer import Gazetteer, Unit, open_gazetteer
from kg.model import Level


@pytest.fixture(scope="module")
def gazetteer() -> Iterator[Gazetteer]:
    opened = open_gazetteer()
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def provinces(gazetteer: Gazetteer) -> tuple[Unit, ...]:
    codes = "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82"
    return tuple(gazetteer.unit(code + "0000") for code in codes.split())


@pytest.fixture(scope="module")
def units(gazetteer: Gazetteer, provinces: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """All units down to the township, parents first."""
    found, level = list(provinces), list(provinces)
    while level:
        level = [child for unit in level for child in gazetteer.children(unit.key)]
        found += level
    return tuple(found)


def chain(gazetteer: Gazetteer, key: str) -> list[str]:
    return [unit.name for unit in gazetteer.ancestors(key)]


def test_counts_equal_those_of_the_lists(units: tuple[Unit, ...]) -> None:
    count = Counter(unit.level for unit in units if unit.code and not unit.former)
    # 333 prefectures in both lists; counties: 2,978 rows of 2023 less zones and cities that stand as their own county
    assert count["province"] == 34
    assert count["prefecture"] == 333
    assert 2843 <= count["county"] <= 2860
    assert count["township"] + count["zone"] == pytest.approx(41352 + 140, abs=40)


def test_every_civil_affairs_township_is_there(units: tuple[Unit, ...]) -> None:
    codes = [
        unit.mca_code for unit in units if unit.level in {"township", "zone"} and unit.mca_code and not unit.former
    ]
    assert len(set(codes)) == len(codes) == 38723


def test_keys_are_unique(units: tuple[Unit, ...]) -> None:
    assert len({unit.key for unit in units}) == len(units)


def test_codes_have_the_official_form(units: tuple[Unit, ...]) -> None:
    for unit in units:
        length = 9 if unit.level == "township" else r"(?:6|9)" if unit.level == "zone" else 6
        digits = r"\d{6}(?:\d{3})?" if unit.level == "zone" else rf"\d{{{length}}}"
        assert unit.code is None or re.fullmatch(digits, unit.code), unit


def test_a_unit_without_code_is_new_or_former_or_has_no_official_code(units: tuple[Unit, ...]) -> None:
    for unit in units:
        assert unit.code or unit.former or unit.key.startswith(("mca:", "sar:")), unit


def test_names_of_grouping_rows_are_no_places(units: tuple[Unit, ...]) -> None:
    names = {unit.name for unit in units}
    assert not names & {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}
    assert not [name for name in names if name.endswith("直辖村级区划")]


@pytest.mark.parametrize(
    ("key", "name", "level", "parents"),
    [
        ("110101", "东城区", "county", ["北京市"]),
        ("500101", "万州区", "county", ["重庆市"]),
        ("500229", "城口县", "county", ["重庆市"]),
        ("429004", "仙桃市", "county", ["湖北省"]),
        ("419001", "济源市", "county", ["河南省"]),
        ("469002", "琼海市", "county", ["海南省"]),
        ("659001", "石河子市", "county", ["新疆维吾尔自治区"]),
        ("441900", "东莞市", "prefecture", ["广东省"]),
        ("442000", "中山市", "prefecture", ["广东省"]),
        ("460400", "儋州市", "prefecture", ["海南省"]),
        ("620200", "嘉峪关市", "prefecture", ["甘肃省"]),
        ("441900101", "石碣镇", "township", ["东莞市", "广东省"]),
        ("450226", "三江侗族自治县", "county", ["柳州市", "广西壮族自治区"]),
        ("150722", "莫力达瓦达斡尔族自治旗", "county", ["呼伦贝尔市", "内蒙古自治区"]),
        ("320571", None, "zone", None),
        ("320576", "苏州工业园区", "zone", ["苏州市", "江苏省"]),
    ],
)
def test_units_stand_under_their_real_parents(
    gazetteer: Gazetteer, key: str, name: str | None, level: Level, parents: list[str] | None
) -> None:
    if name is None:
        with pytest.raises(KeyError, match=key):
            gazetteer.unit(key)
        return
    unit = gazetteer.unit(key)
    assert (unit.name, unit.level, unit.code, chain(gazetteer, key)) == (name, level, key, parents)


@pytest.mark.parametrize(
    ("name", "count"), [("界牌镇", 5), ("刘集镇", 10), ("高新区", 3), ("鼓楼区", 4), ("吉林市", 1)]
)
def test_namesakes_are_all_found(gazetteer: Gazetteer, name: str, count: int) -> None:
    assert len([unit for unit in gazetteer.by_name(name) if not unit.former]) == count


@pytest.mark.parametrize(
    ("old", "new", "parent"),
    [
        ("铜山县", "铜山区", "徐州市"),
        ("郫县", "郫都区", "成都市"),
        ("襄樊市", "襄阳市", "湖北省"),
        ("即墨市", "即墨区", "青岛市"),
        ("清浦区", "清江浦区", "淮安市"),
        ("横县", "横州市", "南宁市"),
    ],
)
def test_former_names_lead_to_what_took_their_place(gazetteer: Gazetteer, old: str, new: str, parent: str) -> None:
    (unit,) = gazetteer.by_name(old)
    assert unit.former
    assert unit.code is None
    assert unit.valid_to
    assert unit.now
    assert gazetteer.unit(unit.now).name == new
    assert chain(gazetteer, unit.key)[0] == parent


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("恩施州", "恩施土家族苗族自治州"),
        ("三江县", "三江侗族自治县"),
        ("双柏", "双柏县"),
        ("内蒙古", "内蒙古自治区"),
        ("广西", "广西壮族自治区"),
        ("香港", "香港特别行政区"),
        ("科右前旗", "科尔沁右翼前旗"),
        ("锡林郭勒", "锡林郭勒盟"),
        ("阿勒泰", "阿勒泰地区"),
        ("石河子", "石河子市"),
        ("浦东", "浦东新区"),
        ("东乡县", "东乡族自治县"),
        ("神农架", "神农架林区"),
    ],
)
def test_short_forms_are_known(gazetteer: Gazetteer, short: str, name: str) -> None:
    assert name in {unit.name for unit in gazetteer.by_short(short)}


@pytest.mark.parametrize("short", ["常州", "长沙", "银川", "大连", "余杭", "内蒙古", "昆山", "恩施州", "西安", "吉林"])
def test_short_forms_that_only_name_places_are_safe(gazetteer: Gazetteer, short: str) -> None:
    assert gazetteer.is_safe(short)


@pytest.mark.parametrize(
    "short",
    [
        "滨海",
        "响水",
        "大通",
        "钟楼",
        "鼓楼",
        "和平",
        "新城",
        "白银",
        "安康",
        "文山",
        "合作",
        "资源",
        "文明乡",
        "四会",
        "朝阳",
    ],
)
def test_short_forms_that_are_words_or_shared_need_a_parent(gazetteer: Gazetteer, short: str) -> None:
    assert gazetteer.by_short(short) or gazetteer.candidates(short)
    assert not gazetteer.is_safe(short)


def test_candidates_take_a_township_by_its_stem(gazetteer: Gazetteer) -> None:
    assert {unit.name for unit in gazetteer.candidates("界牌")} == {"界牌镇", "界牌乡"}


def test_scan_gives_overlapping_names_with_code_point_offsets(gazetteer: Gazetteer) -> None:
    text = "𠮷：选定陶庄村，在昆山市高新区"
    hits = {(hit.name, hit.form) for hit in gazetteer.scan(text)}
    assert hits >= {("昆山市", "full"), ("昆山", "short"), ("高新区", "zone")}
    assert all(text[hit.start : hit.end] == hit.name for hit in gazetteer.scan(text))


def test_villages_are_found_by_stem_in_a_county_and_in_a_township(gazetteer: Gazetteer) -> None:
    place = next(unit.key for unit in gazetteer.children("330226") if unit.kind == "镇")
    county, township = gazetteer.villages("330226"), gazetteer.villages(place)
    assert sum(map(len, county.values())) > sum(map(len, township.values())) > 10
    assert all(unit.parent == place for units in township.values() for unit in units)
    for stem, units in township.items():
        assert {unit.key for unit in units} <= {unit.key for unit in county[stem]}


def test_a_village_keeps_its_official_name_beside_the_printed_one(gazetteer: Gazetteer) -> None:
    unit = gazetteer.unit("110101001001")
    assert (unit.name, unit.official, unit.stem) == ("多福巷社区", "多福巷社区居委会", "多福巷")
    assert chain(gazetteer, unit.key) == ["东华门街道", "东城区", "北京市"]


def test_villages_of_every_county_lead_back_to_it(gazetteer: Gazetteer, units: tuple[Unit, ...]) -> None:
    counties = [unit for unit in units if unit.level == "county" and unit.code][::60]
    for county in counties:
        for village in (v for found in gazetteer.villages(county.key).values() for v in found):
            assert gazetteer.is_within(village.key, county.key), village


def test_same_named_villages_are_many(gazetteer: Gazetteer, units: tuple[Unit, ...]) -> None:
    henan = [unit for unit in units if unit.level == "county" and unit.key.startswith("41") and not unit.former]
    assert sum(1 for unit in henan if "王庄" in gazetteer.villages(unit.key)) > 20


def test_villages_directly_under_a_city_have_it_as_parent(gazetteer: Gazetteer) -> None:
    villages = [unit for found in gazetteer.villages("330383").values() for unit in found if not unit.former]
    assert villages
    assert {unit.parent for unit in villages} == {"330383"}


def test_a_zone_is_known_by_its_usual_forms(gazetteer: Gazetteer) -> None:
    assert "320576" in {unit.key for unit in gazetteer.zones("320500")}
    assert [unit.name for unit in gazetteer.zone_by_alias("合肥高新区", "340100")] == ["合肥高新技术产业开发区"]
    assert "340176" in {unit.key for unit in gazetteer.zone_by_alias("高新区", "340100")}
    assert not gazetteer.zone_by_alias("合肥高新区", "350000")


def test_a_township_in_a_zone_lies_also_in_the_district_around(gazetteer: Gazetteer) -> None:
    unit = gazetteer.unit("321171001")
    assert (unit.parent, unit.also_in) == ("321171", "321102")
    assert gazetteer.is_within(unit.key, "321102")
    assert gazetteer.is_within(unit.key, "321171")


def test_centres_lie_in_china_and_fall_back_on_the_county(gazetteer: Gazetteer, units: tuple[Unit, ...]) -> None:
    for unit in units[::500]:
        point = gazetteer.centroid(unit.key)
        assert point is not None
        assert 73 < point.lng < 136
        assert 3 < point.lat < 54
    point = gazetteer.centroid("110101001001")
    assert point is not None
    assert point.level in {"county", "township"}


def test_parents_exist_and_are_larger(gazetteer: Gazetteer, units: tuple[Unit, ...]) -> None:
    order: tuple[Level, ...] = ("province", "prefecture", "county", "zone", "township")
    for unit in units:
        if unit.parent is not None:
            assert order.index(gazetteer.unit(unit.parent).level) <= order.index(unit.level), unit
        assert unit.now is None or gazetteer.unit(unit.now)


@pytest.mark.parametrize("key", ["", "32", "320", "999999", "常州", "mca:x", "2019:1/甲"])
def test_an_unknown_key_is_named_in_the_error(gazetteer: Gazetteer, key: str) -> None:
    with pytest.raises(KeyError, match=re.escape(repr(key))):
        gazetteer.unit(key)


def test_a_missing_or_foreign_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="missing"):
        open_gazetteer(tmp_path / "none.sqlite")
    (tmp_path / "text.sqlite").write_text("no database " * 200, encoding="utf-8")
    with pytest.raises(GazetteerError, match="damaged"):
        open_gazetteer(tmp_path / "text.sqlite")


@pytest.mark.shared
def test_every_code_of_the_annotated_places_is_found_under_its_parent(gazetteer: Gazetteer, shared_dir: Path) -> None:
    articles = [article for path in sorted((shared_dir / "gold").glob("*.json")) for article in _articles(path)]
    places = [place for article in articles for place in article["places"] if place["code"]]
    assert places
    for place in places:
        unit = gazetteer.unit(place["code"])
        parent = gazetteer.unit(unit.parent).name if unit.parent else None
        assert (unit.level, parent) == (place["level"], place["parent"])
        assert unit.name == place["name"] or place["code"] in {
            found.code for found in gazetteer.villages_named(place["name"], unit.parent or "")
        }


def _articles(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] | dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found if isinstance(found, list) else [found]


def test_short_forms_of_many_units_are_those_that_find_them(gazetteer: Gazetteer) -> None:
    found = gazetteer.shorts_by_code({"422800", "320000", "999999"})
    assert found.keys() == {"422800", "320000"}
    assert all(code in {u.code for u in gazetteer.by_short(short)} for code, own in found.items() for short in own)
    assert "恩施" in found["422800"]
