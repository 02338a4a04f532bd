"""Identifiers are the same for the same thing, differ for different ones, and survive any name."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import ids
from kg.model import Article, Evidence, Place

ARTICLE = Article("甲.txt", 1, "题", "题\n文", ())
OTHER = Article("乙.txt", 3, "题", "题\n另文", ())
HOSTILE = ["\x00", "\u202eabc", "a" * 10_000, "\ud800", '<>"{}|\\^`', "", " ", "../..", "％00", "\n"]


def place(name: str, level: str = "village", code: str | None = None, *around: tuple[str, str | None]) -> Place:
    return Place(name, level, code, tuple(n for n, _ in around), tuple(c for _, c in around))  # type: ignore[arg-type]


def test_place_with_code_is_its_code() -> None:
    assert ids.place_iri(place("德清县", "county", "330521"), ARTICLE) == "https://w3id.org/zhitu/id/place/330521"


def test_place_in_a_county_is_one_in_all_articles() -> None:
    there = place("王庄村", "village", None, ("德清县", "330521"), ("湖州市", "330500"))
    assert ids.place_iri(there, ARTICLE) == ids.place_iri(there, OTHER)


def test_path_above_the_first_code_plays_no_part() -> None:
    short = place("王庄村", "village", None, ("德清县", "330521"))
    full = place("王庄村", "village", None, ("德清县", "330521"), ("湖州市", "330500"), ("浙江省", "330000"))
    assert ids.place_iri(short, ARTICLE) == ids.place_iri(full, OTHER)


@pytest.mark.parametrize(
    "around",
    [(), (("浙江省", "330000"),), (("湖州市", "330500"),)],
    ids=["nothing known", "only the province", "only the prefecture"],
)
def test_village_without_county_is_the_articles_own(around: tuple[tuple[str, str], ...]) -> None:
    lone = place("王庄村", "village", None, *around)
    assert ids.place_iri(lone, ARTICLE) != ids.place_iri(lone, OTHER)


def test_zone_in_a_prefecture_is_one_in_all_articles() -> None:
    zone = place("高新区", "zone", None, ("湖州市", "330500"))
    assert ids.place_iri(zone, ARTICLE) == ids.place_iri(zone, OTHER)


@pytest.mark.parametrize(
    "code", ["3305", "33052a", "330521".translate({c: c + 0xFEE0 for c in range(48, 58)}), "330521\n", "330521/.."]
)
def test_a_code_that_is_none_does_not_reach_the_path(code: str) -> None:
    assert not ids.place_iri(place("德清县", "county", code), ARTICLE).endswith(code)


@pytest.mark.parametrize(
    ("where", "anchored"),
    [
        (place("阜溪街道", "township", "330521003", ("德清县", "330521")), "330521"),
        (place("龙山村", "village", "330521003201", ("阜溪街道", "330521003")), "330521"),
        (place("湖州市", "prefecture", "330500", ("浙江省", "330000")), "330500"),
        (place("桥头镇", "township", "441900107", ("东莞市", "441900")), "441900"),
        (place("荷花里", "compound", None, ("德清县", "330521")), "330521"),
        (place("浙江省", "province", "330000"), "330000"),
    ],
    ids=["township", "village", "prefecture", "city without counties", "compound", "province"],
)
def test_anchor_is_the_county_or_the_larger_place_itself(where: Place, anchored: str) -> None:
    assert ids.anchor(where, ARTICLE) == anchored


def test_practices_of_one_name_in_two_counties_differ() -> None:
    assert ids.practice_iri("红色物业", "330521") != ids.practice_iri("红色物业", "510112")


@pytest.mark.parametrize("spelling", ["“红色物业”", "红色 物业", "「红色物业」"])
def test_quotes_and_spaces_do_not_make_another_practice(spelling: str) -> None:
    assert ids.practice_iri(spelling, "330521") == ids.practice_iri("红色物业", "330521")


@pytest.mark.parametrize(
    ("one", "other"),
    [("湖州市德清县民政局", "德清县民政局"), ("德清县纪委监委", "德清纪委监委")],
    ids=["longer path", "short form"],
)
def test_place_at_the_front_of_an_organisation_may_be_long_or_short(one: str, other: str) -> None:
    there = place("德清县", "county", "330521", ("湖州市", "330500"))
    assert ids.organisation_iri(one, there, ARTICLE, "") == ids.organisation_iri(other, there, OTHER, "")


def test_bureaus_of_two_counties_differ() -> None:
    here, there = place("德清县", "county", "330521"), place("安吉县", "county", "330523")
    assert ids.organisation_iri("德清县民政局", here, ARTICLE, "") != ids.organisation_iri(
        "安吉县民政局", there, ARTICLE, ""
    )


def test_article_is_its_text_whatever_the_file() -> None:
    again = Article("第七期.txt", 9, "题", "题\n文", ())
    assert ids.article_iri(again) == ids.article_iri(ARTICLE)
    assert ids.article_iri(OTHER) != ids.article_iri(ARTICLE)


def test_order_of_evidence_does_not_make_another_fact() -> None:
    spans = [Evidence(1, 2), Evidence(5, 9), Evidence(1, 2, "source")]
    one = ids.fact_iri("a", ("s", "p", "o"), spans, "r", "done")
    assert one == ids.fact_iri("a", ("s", "p", "o"), spans[::-1], "r", "done")
    assert one != ids.fact_iri("a", ("s", "p", "o"), spans, "r", "planned")


def test_parts_of_a_hash_do_not_run_together() -> None:
    assert ids.digest("ab", "c") != ids.digest("a", "bc")


@pytest.mark.parametrize("name", HOSTILE, ids=ascii)
def test_hostile_name_gives_a_short_clean_iri(name: str) -> None:
    hostile = place(name, "village", None, (name, None), (name, "330521"))
    minted = [
        ids.place_iri(hostile, ARTICLE),
        ids.practice_iri(name, name),
        ids.concept_iri(name.replace("\ud800", "")),
        ids.organisation_iri(name, hostile, ARTICLE, name),
        ids.source_iri(name),
        ids.article_iri(Article(name, 1, name, name, ())),
    ]
    for iri in minted:
        assert len(iri) < 120 or len(name) > 5_000
        assert not set(iri) & set(' <>"{}|\\^`\x00\n\u202e\ud800')


@given(st.text(max_size=60))
def test_any_name_gives_an_iri_of_plain_characters(name: str) -> None:
    path = urlsplit(ids.practice_iri(name, "330521")).path
    assert all((c.isascii() and (c.isalnum() or c in "/-")) or "\u4e00" <= c <= "\u9fff" for c in path)
