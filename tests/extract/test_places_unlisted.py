"""Villages that no list has: where their names begin behind other words, and what may follow them."""

from __future__ import annotations

import pytest
from test_places_borders import names


@pytest.mark.parametrize(
    "lead",
    [
        "镇里总结",
        "记者点赞",
        "同行探秘",
        "干部挂联",
        "县里通报",
        "局长",
        "教授",
        "县妇联",
        "公安局",
        "上月",
        "最近",
        "北侧",
    ],
)
def test_words_that_begin_no_name_end_before_one_that_no_list_has(lead: str) -> None:
    assert names(f"霍山县衡山镇开会。{lead}留塘村的做法。")[2:] == ["留塘村"]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("近日，柏树坪村集体经济壮大。", ["柏树坪村"]),
        ("这让留塘村有了稳定收入。", ["留塘村"]),
        ("留塘村主任和村小学都说好。", ["留塘村"]),
        ("全湾村民到场，边远山沟村有了路。", []),
        ("沿线古堡村寨多，沿江老湾村庄也多。", []),
        ("后进村集体经济壮大，每个村有一个广场。", []),
    ],
)
def test_a_name_by_its_shape_stands_before_words_that_begin_with_its_head(sentence: str, found: list[str]) -> None:
    assert names(f"霍山县衡山镇开会。{sentence}")[2:] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("濮阳市各县开会。范县公安局推行警网融合，范县政协委员到场。", ["濮阳市", "范县", "范县"]),
        ("马鞍山市含山县开会。镇派出所和县公安局联动，镇里和县政协对接。", ["马鞍山市", "含山县"]),
    ],
    ids=["county", "and"],
)
def test_a_county_of_two_characters_before_an_office_of_its_own(body: str, found: list[str]) -> None:
    assert names(body) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("以南洪水村为例，全村兑分。", ["南洪水村"]),
        ("路以北赵庄村的人也来。", ["赵庄村"]),
        ("青杠村、建乐村和顺坡村开会。", ["青杠村", "建乐村", "顺坡村"]),
        ("青杠村和相邻村开会，青杠村和谐村庄多。", ["青杠村", "青杠村"]),
        ("今年，白草沟村通过分红增收。", ["白草沟村"]),
    ],
    ids=["as", "north", "and", "sort", "word-and-land"],
)
def test_names_begin_behind_a_preposition_that_makes_a_word_with_them(sentence: str, found: list[str]) -> None:
    assert names(f"霍山县衡山镇开会。{sentence}")[2:] == found


def test_an_ordinal_of_the_list_is_a_name_behind_its_town() -> None:
    assert names("通河县乌鸦泡镇第一社区开会。")[2:] == ["第一社区"]
