"""The page in a real browser, opened from disk: what holds whatever the view."""

from __future__ import annotations

from pathlib import Path

import pytest
from browsing import Opened
from corpus import many_facts, one_article, sample_scheme

from kg.view import map_frame, write_map

pytestmark = pytest.mark.browser

HOSTILE = [
    "</script><script>window.ran=1</script>",
    "<img src=x onerror=window.ran=1>",
    "javascript:window.ran=1",
    "红\u202e管家\u2066",
    "黄\x00管家",
    "{{ 7*7 }}${window.ran=1}",
    "\"onmouseover='window.ran=1'",
    "constructor",
    "__proto__",
    "长" * 10_000,
    "a" * 10_000,
]


def test_opens_from_disk_and_requests_only_itself(opened: Opened, sample: Path) -> None:
    page = opened.open(sample)
    assert opened.requests == [sample.as_uri()]
    assert page.inner_text("#counts").startswith("18 个地方 · 48 项具名做法")
    assert page.is_visible("#graph canvas")


@pytest.mark.parametrize("query", ["老马", "laomagongzuofa", "lmgzf"], ids=["chinese", "pinyin", "initials"])
def test_search_finds_a_practice_and_shows_its_quote(opened: Opened, sample: Path, query: str) -> None:
    page = opened.open(sample)
    page.fill("#search", query)
    page.press("#search", "Enter")
    page.wait_for_selector("#panel .quote mark")
    assert page.inner_text("#panel h2") == "老马工作法"
    assert page.inner_text("#panel .quote mark >> nth=0") == "老马工作法"
    assert "《老马工作法走进万家》" in page.inner_text("#panel .quote >> nth=0")


def test_arrow_keys_move_through_what_was_found(opened: Opened, sample: Path) -> None:
    page = opened.open(sample)
    page.fill("#search", "积分")
    first = page.get_attribute("#search", "aria-activedescendant")
    page.press("#search", "ArrowDown")
    assert page.get_attribute("#search", "aria-activedescendant") != first
    page.press("#search", "Escape")
    assert page.get_attribute("#search", "aria-expanded") == "false"


def test_click_on_a_mark_shows_what_the_articles_say(opened: Opened, sample: Path) -> None:
    page = opened.open(sample)
    box = page.locator("#graph").bounding_box()
    spots = [(0.3 + 0.01 * i, 0.3 + 0.01 * j) for i in range(40) for j in range(40)]
    for x, y in ((box["x"] + box["width"] * i, box["y"] + box["height"] * j) for i, j in spots):
        page.mouse.move(x, y)
        if page.evaluate("() => document.getElementById('graph').style.cursor") == "pointer":
            page.mouse.click(x, y)
            break
    page.wait_for_selector("body.chosen #panel .folded")
    if not page.is_visible("#panel .quote mark >> nth=0"):
        page.click("#panel .fold >> nth=0")
    page.wait_for_selector("#panel .quote mark")


def test_place_lists_its_practices_by_group_with_figures(opened: Opened, sample: Path) -> None:
    page = opened.open(sample, "#place/440307")
    page.wait_for_selector("#panel h4")
    text = page.inner_text("#panel")
    assert "广东省 \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} 深圳市" in text
    assert "440307" in text
    assert "3,100 名" in text
    page.click("#panel .fold[aria-expanded=false] >> nth=0")
    page.wait_for_selector("#panel .quote mark")


def test_filter_by_group_changes_the_counts(opened: Opened, sample: Path) -> None:
    page = opened.open(sample)
    before = page.inner_text("#counts")
    page.click("[data-facet=group] input >> nth=0")
    assert page.inner_text("#counts").startswith("筛选后")
    page.click("#reset")
    assert page.inner_text("#counts") == before


def test_filter_by_area_leaves_only_its_places(opened: Opened, sample: Path) -> None:
    page = opened.open(sample)
    page.click("[data-facet=province] label >> text=四川省")
    assert page.inner_text("#counts").startswith("筛选后 3 个地方")
    page.click("[data-facet=county] summary")
    page.click("[data-facet=county] label >> text=郫都区")
    assert page.inner_text("#counts").startswith("筛选后 1 个地方")


def test_filter_by_years_leaves_out_the_undated(opened: Opened, sample: Path) -> None:
    page = opened.open(sample)
    for year in ("2021", "2022", "2023"):
        page.click(f"[data-facet=year] label >> text={year}")
    assert "出自 12 篇报道" in page.inner_text("#counts")


def test_back_button_returns_to_the_choice_before(opened: Opened, sample: Path) -> None:
    page = opened.open(sample, "#practice/信用村")
    page.wait_for_selector("#panel .jump >> text=沙县区")
    page.click("#panel .jump >> text=沙县区")
    page.wait_for_function("() => document.querySelector('#panel h2').textContent === '沙县区'")
    page.go_back()
    page.wait_for_function("() => document.querySelector('#panel h2').textContent === '信用村'")


def test_table_has_a_row_for_each_fact_and_leads_to_the_quotes(opened: Opened, sample: Path) -> None:
    page = opened.open(sample)
    page.click("#tab-table")
    assert page.inner_text("#view-table .bar").strip() == "103 条"
    page.click("#view-table tbody tr >> nth=0 >> button")
    page.wait_for_selector("#panel .quote mark")


def test_theme_button_turns_the_page_dark(opened: Opened, sample: Path) -> None:
    page = opened.open(sample)
    page.click("#theme")
    assert page.evaluate("() => getComputedStyle(document.body).backgroundColor") == "rgb(20, 24, 30)"


def test_phone_shows_map_and_panel_without_sideways_scrolling(opened: Opened, sample: Path) -> None:
    opened.page.set_viewport_size({"width": 390, "height": 844})
    page = opened.open(sample)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
    page.click("#open-filters")
    assert page.is_visible("#facets")


def test_nothing_in_a_hostile_corpus_runs(opened: Opened, tmp_path: Path) -> None:
    facts = [
        one_article(
            name, f"推行“{name}”。", title=f"题{name[:50]}", source=f"{name[:50]}.txt", n=i, at=name, published="<b>"
        )
        for i, name in enumerate(HOSTILE)
    ]
    path = tmp_path / "map.html"
    stats = write_map(facts, sample_scheme(), path)
    assert (stats.places, stats.practices) == (len(HOSTILE), len(HOSTILE))
    page = opened.open(path)
    for node in page.evaluate("() => JSON.parse(document.getElementById('data-nodes').textContent).map((n) => n.id)"):
        page.evaluate("(id) => { location.hash = encodeURI(id); }", node)
        page.wait_for_function("() => document.querySelector('#panel .quote, #panel .folded')")
    page.fill("#search", "<img")
    for view in page.evaluate("() => [...document.querySelectorAll('#tabs button')].map((tab) => tab.id)"):
        page.click(f"#{view}")
        page.wait_for_selector(f"[aria-labelledby={view}] > *", state="attached")
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("() => window.ran") is None
    assert page.locator("main img, main script").count() == 0


def test_empty_corpus_says_so_kindly(opened: Opened, tmp_path: Path) -> None:
    write_map([], [], tmp_path / "map.html")
    page = opened.open(tmp_path / "map.html")
    assert "还没有找到做法" in page.inner_text("#nothing")


def test_large_map_opens_with_provinces_and_leads_to_its_places(opened: Opened, tmp_path: Path) -> None:
    write_map(many_facts(600, sample_scheme()), sample_scheme(), tmp_path / "map.html")
    page = opened.open(tmp_path / "map.html")
    assert page.get_attribute("#overview", "aria-pressed") == "true"
    page.fill("#search", "第17镇")
    page.press("#search", "Enter")
    page.wait_for_selector("#panel .quote, #panel .folded")
    assert page.get_attribute("#overview", "aria-pressed") == "false"


def test_frame_works_inside_another_page(opened: Opened, sample: Path, tmp_path: Path) -> None:
    outer = tmp_path / "notebook.html"
    outer.write_text(f"<!doctype html><title>n</title>{map_frame(sample)}", encoding="utf-8")
    opened.page.goto(outer.as_uri())
    frame = opened.page.frame_locator("iframe")
    frame.locator("html[data-ready]").wait_for(state="attached")
    frame.locator("#search").fill("老马")
    frame.locator("#search").press("Enter")
    frame.locator("#panel .quote mark").first.wait_for()
