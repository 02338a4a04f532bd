"""Endings of names, forms of zones, packed villages and keys."""

from __future__ import annotations

import pytest

from kg.gazetteer.endings import ending, stem, village_stem
from kg.gazetteer.keys import former_number, key_of, mca_number, number_of, sar_number
from kg.gazetteer.villages import ENDINGS, VillageRow, pack, unpack
from kg.gazetteer.zones import zone_variants


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("湖北省", "湖北"),
        ("内蒙古自治区", "内蒙古"),
        ("广西壮族自治区", "广西"),
        ("新疆维吾尔自治区", "新疆"),
        ("恩施土家族苗族自治州", "恩施"),
        ("巴音郭楞蒙古自治州", "巴音郭楞"),
        ("东乡族自治县", "东乡"),
        ("隆林各族自治县", "隆林"),
        ("鄂伦春自治旗", "鄂伦春"),
        ("神农架林区", "神农架"),
        ("上林县", "上林"),
        ("浦东新区", "浦东"),
        ("大兴安岭地区", "大兴安岭"),
        ("城关镇", "城关"),
        ("湖滨街道", "湖滨"),
        ("漫湾彝族乡", "漫湾"),
    ],
)
def test_the_stem_of_a_unit(name: str, bare: str) -> None:
    assert stem(name) == bare


def test_the_ending_of_an_ethnic_township_is_whole() -> None:
    assert ending("漫湾彝族乡") == "民族乡"


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("武阳居委会", "武阳"),
        ("新村社区居委会", "新村"),
        ("王家村村民委员会", "王家"),
        ("陈村", "陈"),
        ("巴彦嘎查", "巴彦"),
        ("东街社区", "东街"),
        ("社区", "社区"),
    ],
)
def test_the_stem_of_a_village_loses_one_ending(name: str, bare: str) -> None:
    assert village_stem(name) == bare


def test_zones_have_long_and_short_forms() -> None:
    forms = zone_variants("河北沧州高新技术产业开发区", ["河北省", "河北", "沧州市", "沧州"])
    assert {"河北沧州高新技术产业开发区", "沧州高新区", "高新区", "沧州高新技术产业开发区"} <= set(forms)


def test_a_zone_with_a_name_of_its_own_keeps_it() -> None:
    forms = zone_variants("合肥新站高新技术产业开发区", ["合肥市", "合肥", "安徽省", "安徽"])
    assert "新站高新区" in forms
    assert "高新区" not in forms


def test_packed_villages_come_back_as_they_went_in() -> None:
    rows = [VillageRow("330102001", i, end, f"甲{i}") for i, end in enumerate(ENDINGS, 198)]
    rows += [VillageRow("330102001", 500, "村委会", "𠮷丘"), VillageRow("2019:330102009", 0, "村", "乙", 2018)]
    assert list(unpack(pack(rows))) == rows


@pytest.mark.parametrize(
    "number", [11, 320812, 320812013, mca_number(320812014), sar_number(810001), former_number(320323, 2009)]
)
def test_keys_and_their_numbers_convert_both_ways(number: int) -> None:
    assert number_of(key_of(number)) == number


@pytest.mark.parametrize("key", ["", "x", "mca:", "二:3"])
def test_what_is_no_key_has_no_number(key: str) -> None:
    assert number_of(key) is None
