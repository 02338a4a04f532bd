"""The order of first reports, and the starts that articles state."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
from browsing import Opened
from corpus import one_article

from kg.model import Evidence
from kg.view import write_map

pytestmark = pytest.mark.browser

CREDIT = quote("practice/信用村")


@pytest.fixture
def dated(tmp_path: Path) -> Path:
    """信用村 at three places, reported 2021, 2023 and on no date; the second article states a start in 2015."""
    first = one_article("信用村", "评信用村。", at="兰考县", n=1, published="2021-05-03")
    again = one_article("信用村", "再评信用村。", at="兰考县", n=2, published="2022-01-01")
    later = one_article("信用村", "2015年起评信用村。", at="沙县区", n=3, published="2023-06")
    practice = replace(later.practices[0], since="2015", since_evidence=Evidence(3, 7))
    undated = one_article("信用村", "也评信用村。", at="湄潭县", n=4)
    write_map([first, again, replace(later, practices=(practice,)), undated], [], tmp_path / "map.html")
    return tmp_path / "map.html"


def test_places_stand_in_the_order_of_their_first_reports(opened: Opened, dated: Path) -> None:
    page = opened.open(dated, f"#{CREDIT}?view=timeline")
    assert page.locator(".times .whose").all_inner_texts() == ["1\n兰考县\n首见 2021-05-03", "2\n沙县区\n首见 2023-06"]
    assert page.locator(".track .report").count() == 2  # the second report of a place is none of its first
    assert "另有 1 条出自未注明日期的报道" in page.inner_text("#view-timeline")


def test_stated_start_is_drawn_apart_from_the_report(opened: Opened, dated: Path) -> None:
    page = opened.open(dated, f"#{CREDIT}?view=timeline")
    start, report = page.locator(".track .start"), page.locator(".times li:nth-child(2) .report")
    assert start.get_attribute("aria-label") == "沙县区 · 信用村：报道说始于 2015"
    assert start.bounding_box()["x"] < report.bounding_box()["x"]
    start.click()
    page.wait_for_selector("#panel .quote mark >> text=2015")
    assert page.locator(".times li").count() == 2  # the lines stay while one of their marks is chosen


def test_screen_says_that_order_is_not_spread(opened: Opened, dated: Path) -> None:
    page = opened.open(dated, "#?view=timeline")
    assert "更不等于谁学谁" in page.inner_text("#view-timeline")
    page.click("#language")
    assert "no sign that one learnt from another" in page.inner_text("#view-timeline")


def test_replay_steps_through_the_months_of_first_reports(opened: Opened, dated: Path) -> None:
    page = opened.open(dated, f"#{CREDIT}?view=timeline")
    assert page.inner_text("#view-timeline [role=status]") == "截至 2023-06：2 个地方见报"
    assert page.locator("#view-timeline >> text=播放").count() == 0  # motion is not wanted
    page.click("#view-timeline [aria-label=往前一步]")
    assert page.inner_text("#view-timeline [role=status]") == "截至 2021-05：1 个地方见报"
    assert page.locator(".track .report:disabled").count() == 1
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    assert page.locator(".track .report:disabled").count() == 0


def test_replay_plays_where_motion_is_welcome(opened: Opened, dated: Path) -> None:
    opened.page.emulate_media(reduced_motion="no-preference")
    page = opened.open(dated, f"#{CREDIT}?view=timeline")
    page.click("#view-timeline >> text=播放")
    page.wait_for_function(
        "() => document.querySelector('#view-timeline [role=status]').textContent.includes('2021-05')"
    )
    page.wait_for_function(
        "() => document.querySelector('#view-timeline [role=status]').textContent.includes('2023-06')"
    )
    page.wait_for_selector("#view-timeline >> text=播放")
