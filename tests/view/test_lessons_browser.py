"""Stated lessons on the map: arrows on the timeline, lists in the panel, the table and what is saved."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from urllib.parse import quote

import pytest
from browsing import Opened
from corpus import learned_facts, one_article, place, with_lesson

from kg.view import write_map

pytestmark = pytest.mark.browser

CREDIT = quote("practice/信用村")
SAID = "沙县区 学自 兰考县 · 信用村"


@pytest.fixture
def learned(tmp_path: Path) -> Path:
    write_map(learned_facts(), [], tmp_path / "map.html")
    return tmp_path / "map.html"


def test_an_arrow_leads_from_the_source_to_the_learner(opened: Opened, learned: Path) -> None:
    page = opened.open(learned, f"#{CREDIT}?view=timeline")
    assert page.locator(".arrows path").count() == 2  # a line and its head
    source, learner = (page.locator(f".times li:nth-child({n}) .track").bounding_box() for n in (1, 2))
    shaft, head = (page.locator(".arrows path").nth(n).bounding_box() for n in (0, 1))
    assert source["y"] <= shaft["y"] <= source["y"] + source["height"]
    assert learner["y"] <= head["y"] <= learner["y"] + learner["height"]
    assert "报道明说的学习借鉴，指向学的一方" in page.inner_text("#view-timeline .shades")


def test_the_arrow_follows_its_lines(opened: Opened, learned: Path) -> None:
    page = opened.open(learned, f"#{CREDIT}?view=timeline")
    before = page.locator(".arrows circle").bounding_box()["x"]
    page.set_viewport_size({"width": 1000, "height": 700})
    page.wait_for_function(
        "(x) => document.querySelector('.arrows circle').getBoundingClientRect().x < x - 40", arg=before
    )
    mark, head = (page.locator(at).first.bounding_box() for at in (".track .lesson", ".arrows path:last-child"))
    assert abs(mark["x"] + mark["width"] / 2 - (head["x"] + head["width"] / 2)) < 3


def test_the_mark_of_an_arrow_leads_to_the_sentence_by_key(opened: Opened, learned: Path) -> None:
    page = opened.open(learned, f"#{CREDIT}?view=timeline")
    mark = page.locator(".track .lesson")
    assert mark.get_attribute("aria-label") == f"{SAID}：2023-06 的报道这样说"
    mark.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#panel .quote mark >> text=赴兰考县学习")
    assert page.inner_text("#panel h2") == "学自兰考县"
    assert page.locator(".arrows path").count() == 2  # the lines stay while one of their marks is chosen


def test_sequence_alone_draws_no_arrow(opened: Opened, tmp_path: Path) -> None:
    first = one_article("信用村", "评信用村。", at="兰考县", n=1, published="2021-05-03")
    later = one_article("信用村", "也评信用村。", at="沙县区", n=2, published="2023-06")
    write_map([first, later], [], tmp_path / "map.html")
    page = opened.open(tmp_path / "map.html", f"#{CREDIT}?view=timeline")
    assert page.locator(".arrows, .track .lesson, .lessons").count() == 0
    assert "没有箭头，就是没有报道这样说" in page.inner_text("#view-timeline")
    page.click("#language")
    assert "Where there is none, no article does" in page.inner_text("#view-timeline")


def test_lessons_are_listed_whatever_the_lines_are(opened: Opened, learned: Path) -> None:
    page = opened.open(learned, "#?view=timeline")
    assert page.locator(".arrows").count() == 0  # these lines are kinds of practice
    page.click(f".lessons >> text={SAID}")
    page.wait_for_selector("#panel .quote mark >> text=赴兰考县学习")


def test_a_source_that_runs_nothing_has_a_line_all_the_same(opened: Opened, tmp_path: Path) -> None:
    later = one_article("信用村", "赴兰考县学习信用村。", at="沙县区", published="2023-06")
    write_map([with_lesson(later, "兰考县", "信用村")], [], tmp_path / "map.html")
    page = opened.open(tmp_path / "map.html", f"#{CREDIT}?view=timeline")
    assert page.locator(".times .whose").all_inner_texts()[1].endswith("兰考县\n没有报道说它在做")
    assert page.locator(".arrows path").count() == 2


@pytest.mark.parametrize(("at", "title"), [("沙县区", "向谁学"), ("兰考县", "谁来学")])
def test_the_panel_of_a_place_tells_both_directions(opened: Opened, learned: Path, at: str, title: str) -> None:
    page = opened.open(learned, f"#place/{place(at).code}")
    page.wait_for_selector(f"#panel h3 >> text={title}")


def test_the_panel_of_a_practice_says_who_learned_it(opened: Opened, learned: Path) -> None:
    page = opened.open(learned, f"#{CREDIT}")
    page.wait_for_selector("#panel h3 >> text=谁向谁学")


def test_table_and_filter_know_lessons(opened: Opened, learned: Path) -> None:
    page = opened.open(learned, "#?view=table&family=lesson")
    cells = page.locator("#view-table tbody tr").all_inner_texts()
    assert len(cells) == 1
    assert [word for word in ("沙县区", "学习借鉴", "学自兰考县", "信用村", "2023-06") if word not in cells[0]] == []


@pytest.mark.parametrize("form", ["csv", "json"])
def test_what_is_saved_says_who_learned_what_from_whom(opened: Opened, learned: Path, form: str) -> None:
    page = opened.open(learned, f"#{CREDIT}")
    page.click("#save")
    with page.expect_download() as download:
        page.click(f"#save-{form}")
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text))) if form == "csv" else json.loads(text)
    (row,) = (row for row in rows if row["内容"] == "学习借鉴")
    assert (row["地方"], row["做法或名称"], row["数值或说明"]) == ("沙县区", "学自兰考县", "信用村")
