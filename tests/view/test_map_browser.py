"""The page in a real browser, opened from disk."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from corpus import many_facts, one_article, sample_facts, sample_scheme

from kg.view import map_frame, write_map

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install playwright")

pytestmark = pytest.mark.browser

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
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


@dataclass(slots=True)
class Opened:
    """A page and what went wrong or out while it was open."""

    page: Any
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def open(self, path: Path, fragment: str = "") -> Any:
        self.page.goto(path.as_uri() + fragment)
        self.page.wait_for_selector("html[data-ready]", state="attached")
        return self.page


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    if not CHROMIUM:
        pytest.skip("no Chromium: install it or set CHROMIUM to its path")
    with sync_api.sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def opened(browser: Any) -> Iterator[Opened]:
    context = browser.new_context(viewport={"width": 1366, "height": 768}, reduced_motion="reduce")
    one = Opened(context.new_page())
    one.page.on("request", lambda r: one.requests.append(r.url) if not r.url.startswith("data:") else None)
    one.page.on("pageerror", lambda error: one.errors.append(str(error)))
    one.page.on("console", lambda m: one.errors.append(m.text) if m.type in {"error", "warning"} else None)
    yield one
    context.close()
    assert one.errors == []
    assert all(url.startswith("file:") for url in one.requests)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("map") / "map.html"
    write_map(sample_facts(), sample_scheme(), path)
    return path


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
    page.wait_for_selector("body.chosen #panel details")
    if not page.is_visible("#panel .quote mark >> nth=0"):
        page.click("#panel summary >> nth=0", position={"x": 2, "y": 12})
    page.wait_for_selector("#panel .quote mark")


def test_place_lists_its_practices_by_group_with_figures(opened: Opened, sample: Path) -> None:
    page = opened.open(sample, "#place/440307")
    page.wait_for_selector("#panel h4")
    text = page.inner_text("#panel")
    assert "广东省 \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} 深圳市" in text
    assert "440307" in text
    assert "3,100 名" in text
    page.click("#panel details:not([open]) summary >> nth=0")
    page.wait_for_selector("#panel .quote mark")


def test_filter_by_group_changes_the_counts(opened: Opened, sample: Path) -> None:
    page = opened.open(sample)
    before = page.inner_text("#counts")
    page.click("#groups input >> nth=0")
    assert page.inner_text("#counts").startswith("筛选后")
    page.click("#reset")
    assert page.inner_text("#counts") == before


def test_filter_by_area_leaves_only_its_places(opened: Opened, sample: Path) -> None:
    page = opened.open(sample)
    page.select_option("#area select", "四川省")
    assert page.inner_text("#counts").startswith("筛选后 3 个地方")
    page.select_option("#area select >> nth=1", "成都市")
    page.select_option("#area select >> nth=2", "郫都区")
    assert page.inner_text("#counts").startswith("筛选后 1 个地方")


def test_no_group_says_so_kindly(opened: Opened, sample: Path) -> None:
    page = opened.open(sample)
    page.click("#groups-none")
    assert "没有符合筛选的内容" in page.inner_text("#nothing")


def test_filter_by_date_leaves_out_the_undated(opened: Opened, sample: Path) -> None:
    page = opened.open(sample)
    page.click("#dates input")
    assert "出自 12 篇报道" in page.inner_text("#counts")


def test_back_button_returns_to_the_choice_before(opened: Opened, sample: Path) -> None:
    page = opened.open(sample, "#practice/信用村")
    page.wait_for_selector("#panel .jump >> text=沙县区")
    page.click("#panel .jump >> text=沙县区")
    page.wait_for_function("() => document.querySelector('#panel h2').textContent === '沙县区'")
    page.go_back()
    page.wait_for_function("() => document.querySelector('#panel h2').textContent === '信用村'")


def test_table_has_a_row_for_each_link_and_leads_to_the_quotes(opened: Opened, sample: Path) -> None:
    page = opened.open(sample)
    page.click("#show-table")
    assert page.locator("#table tbody tr").count() == 81
    page.click("#table tbody tr >> nth=0 >> button")
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
    assert page.is_visible("#groups")


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
        page.wait_for_function("() => document.querySelector('#panel .quote, #panel details')")
    page.click("#show-table")
    page.fill("#search", "<img")
    assert page.evaluate("() => window.ran") is None
    assert page.locator("#panel img, #table img").count() == 0
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


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
    page.wait_for_selector("#panel .quote, #panel details")
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
