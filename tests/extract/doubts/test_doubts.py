"""Sums and shares that do not fit the figures beside them are found, and ordinary text raises no doubt."""

from __future__ import annotations

import pytest

from kg.extract.doubts import find_doubts
from kg.model import Article, Notice, Segment
from kg.pipeline import find_sources, run
from kg.rulebook import load_rulebook

SHIFT = 7


def doubts(body: str) -> tuple[Notice, ...]:
    text = f"家门口的新鲜事\n{body}"
    return find_doubts(Article("a.txt", 3, "家门口的新鲜事", text, (Segment(0, SHIFT, len(text)),)), load_rulebook())


@pytest.mark.parametrize(
    ("body", "kind", "readings"),
    [
        ("大沟村共120户，其中上组70户、中组40户、下组20户。", "sum-mismatch", ("120户", "130户")),
        ("全镇共有网格120个：城市网格70个、农村网格40个。", "sum-mismatch", ("120个", "110个")),
        ("全县共建成驿站30个（城区20个、乡镇15个）。", "sum-mismatch", ("30个", "35个")),
        ("三个村共120户，分别为70户、40户和20户。", "sum-mismatch", ("120户", "130户")),
        ("共投入1.2亿元，其中省级0.5亿元、市级0.9亿元。", "sum-mismatch", ("1.2亿元", "1.4亿元")),
        ("全村共有党员120名，其中女党员30名，占50%。", "share-mismatch", ("50%", "25%")),
        ("社区共有居民3000户，参与投票1500户，占比达70%。", "share-mismatch", ("70%", "50%")),
        ("今年受理诉求200件，办结180件，办结率95%。", "share-mismatch", ("95%", "90%")),
    ],
)
def test_figures_that_do_not_fit_are_found_with_both_readings(body: str, kind: str, readings: tuple[str, str]) -> None:
    (notice,) = doubts(body)
    assert (notice.kind, notice.readings, notice.article) == (kind, readings, 3)
    assert all(reading in notice.message for reading in readings)


def test_a_doubt_points_at_the_figures_in_the_source_file() -> None:
    body = "大沟村共120户，其中上组70户、中组40户、下组20户。"
    (notice,) = doubts(body)
    text = f"家门口的新鲜事\n{body}"
    assert text[notice.start - SHIFT : notice.end - SHIFT] == "120户，其中上组70户、中组40户、下组20户"


@pytest.mark.parametrize(
    "body",
    [
        "大沟村共130户，其中上组70户、中组40户、下组20户。",
        "大沟村共320户，其中上组70户、中组40户。",
        "共有党员120名，其中女党员70名、35岁以下80名。",
        "共受理诉求200件，其中办结180件、回访150件。",
        "共排查隐患120处：整改100处、立案30处。",
        "共建成驿站30余个，其中城区20个、乡镇15个。",
        "共300户，分别为100户、70户等。",
        "全镇共有网格120个（其中城市网格70个）。",
        "全镇12个村共3200户，分为12个网格，每个网格270户。",
        "共投入1.2亿元，其中省级0.5亿元、市级0.7亿元。",
        "今年受理诉求200件，办结180件，办结率90%。",
        "共有党员120名，其中女党员30名，占25%，青年党员40名，占33.3%。",
        "共排查隐患120处，整改100处，占全县的50%。",
        "累计走访1200户，解决问题35个，满意率98%。",
        "培训3场次，共120人次，其中干部60人次、群众60人次，满意度占95%。",
        "全村共有党员120名，其中女党员30名，约占26%。",
    ],
)
def test_figures_that_fit_or_may_overlap_raise_no_doubt(body: str) -> None:
    assert doubts(body) == ()


def test_the_samples_raise_no_doubt_about_their_figures() -> None:
    facts = [f for outcome in run(find_sources([])) for f in outcome.facts]
    assert [n.message for f in facts for n in f.notices] == []


@pytest.mark.shared
def test_the_annotated_articles_raise_no_doubt_about_their_figures(shared_outcomes) -> None:  # type: ignore[no-untyped-def]
    """One of them, on the opening of a museum, is no report on governance."""
    notices = [n for outcome in shared_outcomes for f in outcome.facts for n in f.notices]
    assert [n.kind for n in notices] == ["off-topic"]


@pytest.mark.shared
def test_every_contradiction_and_misprint_of_the_annotated_articles_is_found(shared_outcomes) -> None:  # type: ignore[no-untyped-def]
    readings = {n.readings for o in shared_outcomes for f in o.facts for n in f.places.conflicts}
    assert readings == {("宿州市宿豫区", "江苏省宿迁市宿豫区"), ("峭山蓝城社区", "晴山蓝城社区")}
