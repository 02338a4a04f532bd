"""A name one glyph off the only listed one around it is reported with both readings, and stays as printed."""

from __future__ import annotations

from functools import lru_cache

import pytest

from kg.extract.places import find_place_mentions
from kg.gazetteer import Gazetteer, open_gazetteer
from kg.link.places import resolve_places
from kg.model import Article, ArticlePlaces, Segment
from kg.rulebook import load_rulebook


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    return open_gazetteer()


def resolve(body: str, published: str | None = None) -> ArticlePlaces:
    text = f"家门口的新鲜事\n{body}"
    article = Article("invented.txt", 1, "家门口的新鲜事", text, (Segment(0, 0, len(text)),), published)
    return resolve_places(article, find_place_mentions(article, gazetteer(), load_rulebook()), gazetteer())


@pytest.mark.parametrize(
    ("body", "printed", "listed"),
    [
        ("近日，盐城市阜宇县推行村务公开。", "阜宇县", "阜宁县"),
        ("近日，福建省长订县推行村务公开。", "长订县", "长汀县"),
        ("阜宁县沟敦镇推行村务公开。", "沟敦镇", "沟墩镇"),
        ("清江浦区武墩街道谱墩村村民议事。", "谱墩村", "普墩村"),
        ("惠山区峭山蓝城社区居民议事。", "峭山蓝城社区", "晴山蓝城社区"),
    ],
    ids=["county", "county-of-province", "township", "homophone-village", "village"],
)
def test_a_misprint_is_reported_and_kept_as_printed(body: str, printed: str, listed: str) -> None:
    found = resolve(body)
    assert [(n.kind, n.readings) for n in found.conflicts] == [("possible-misprint", (printed, listed))]
    (place,) = [p for p in found.places if p.name == printed]
    assert (place.status, place.code) == ("new", None)


@pytest.mark.parametrize(
    "body",
    [
        "盐城市市区推行村务公开，各县区跟进。",
        "阜宁县沟西镇推行村务公开。",
        "清江浦区武墩街道曾墩村村民议事。",
        "江苏省全省各县推行村务公开。",
    ],
)
def test_names_that_differ_otherwise_raise_no_doubt(body: str) -> None:
    assert resolve(body).conflicts == ()


def test_a_township_from_before_the_lists_is_no_misprint() -> None:
    assert resolve("阜宁县沟敦镇推行村务公开。", "2010-01-01").conflicts == ()


def test_a_contradicted_parent_is_quoted_whole() -> None:
    (notice,) = resolve("近日，宿州市宿豫区召开会议。").conflicts
    assert notice.readings == ("宿州市宿豫区", "江苏省宿迁市宿豫区")
    assert notice.end - notice.start == len("宿州市宿豫区")


def test_a_contradicted_parent_named_twice_in_full_is_taken_out_once() -> None:
    found = resolve("近日，宿州市宿豫区召开会议。会上，宿州市宿豫区通报了进展。")
    assert [p.name for p in found.places] == ["宿豫区"]
    assert len(found.conflicts) == 2
