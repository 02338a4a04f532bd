"""Each article is resolved against the year it was published in."""

from __future__ import annotations

from functools import lru_cache

import pytest

from kg.extract.places import find_place_mentions
from kg.gazetteer import Gazetteer, open_gazetteer
from kg.link.places import resolve_file, resolve_places
from kg.model import Article, ArticlePlaces, Place, Segment
from kg.rulebook import load_rulebook


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    return open_gazetteer()


def resolve(published: str | None, body: str) -> ArticlePlaces:
    text = f"家门口的新鲜事\n{body}"
    article = Article("invented.txt", 1, "家门口的新鲜事", text, (Segment(0, 0, len(text)),), published)
    return resolve_places(article, find_place_mentions(article, gazetteer(), load_rulebook()), gazetteer())


def place(places: ArticlePlaces, name: str) -> Place:
    return next(p for p in places.places if p.name == name)


@pytest.mark.parametrize(
    ("published", "name"),
    [("2009-03-05", "铜山县"), ("2015-03", "铜山区"), (None, "铜山区")],
    ids=["before", "after", "unknown"],
)
def test_a_short_form_means_the_unit_of_the_articles_year(published: str | None, name: str) -> None:
    assert place(resolve(published, "近日，徐州铜山推行村务公开。"), name).status == "settled"


@pytest.mark.parametrize(("published", "level"), [("1998-05-01", "county"), ("2018-05-01", "prefecture")])
def test_a_city_that_became_a_prefecture_is_told_by_the_year(published: str, level: str) -> None:
    assert place(resolve(published, "近日，江苏省淮安市推行村务公开。"), "淮安市").level == level


def test_a_unit_of_later_years_loses_to_the_one_that_stood_then() -> None:
    (found,) = [p for p in resolve("1998-05-01", "近日，江苏省淮安市推行村务公开。").places if p.name == "淮安市"]
    parts = {c.code: {p.name for p in c.parts} for c in found.candidates}
    assert "not-yet" in parts["320800"]
    assert "sole" in parts["1999:320882"]


def test_townships_lie_in_the_county_of_the_articles_name() -> None:
    found = place(resolve("2009-03-05", "近日，徐州市铜山县刘集镇推行村务公开。"), "刘集镇")
    assert (found.code, found.parent) == ("320312107", "铜山县")


def test_a_township_older_than_the_lists_is_new_in_its_county_beside_what_it_became() -> None:
    found = place(resolve("2012-05-06", "近日，阜宁县推进社区治理。阜城镇设立议事厅。"), "阜城镇")
    assert (found.status, found.parent, found.code) == ("new", "阜宁县", None)
    assert [c.name for c in found.candidates] == ["阜城街道"]


def test_the_only_township_of_a_name_is_not_taken_where_the_article_is_elsewhere() -> None:
    found = place(resolve(None, "阜城镇设立议事厅。近日，绩溪县推进社区治理。"), "阜城镇")
    assert found.status == "open"


def test_a_village_of_the_articles_year_counts_as_one_of_today() -> None:
    gone = next(
        u for units in gazetteer().villages("320812").values() for u in units if u.former and u.name.endswith("村")
    )
    found = place(resolve(f"{gone.valid_to}-01-01", f"淮安市清江浦区{gone.name}修订村规民约。"), gone.name)
    assert {p.name for p in found.candidates[0].parts}.isdisjoint({"former"})


def test_a_county_that_is_gone_helps_its_neighbours_in_a_file() -> None:
    texts = ("四川省雅安市名山县推行茶园议事。", "雨城区推行邻里互助。")
    articles = [Article("二则.txt", n, "", "\n" + t, ()) for n, t in enumerate(texts, 1)]
    mentions = [find_place_mentions(a, gazetteer(), load_rulebook()) for a in articles]
    first, second = resolve_file(articles, mentions, gazetteer())
    assert place(first, "名山县").code == "511821"
    assert place(second, "雨城区").code == "511802"


def test_a_community_that_is_alone_of_its_name_in_a_city_is_settled_there() -> None:
    found = resolve("2024-05-01", "近日，成都市推行院落自治，总府路社区先行先试。")
    assert place(found, "总府路社区").code == "510104022006"
    assert place(found, "总府路社区").within[:2] == ("春熙路街道", "锦江区")


@pytest.mark.parametrize(("published", "code"), [("2015-03-01", "350427"), ("2024-03-01", "350405")])
def test_a_short_form_that_was_a_county_means_the_district_of_a_younger_article(published: str, code: str) -> None:
    found = resolve(published, "近日，福建省三明市沙县推行邻里议事。")
    assert [p.code for p in found.places if p.level == "county"] == [code]
