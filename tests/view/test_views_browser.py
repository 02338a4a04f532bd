"""What every view keeps to: offline, one selection, one address, two languages, the keyboard."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
from browsing import Opened
from corpus import one_article

from kg.model import Award, ConceptUse, Evidence, Measure, Organisation, Person, PolicyDocument
from kg.view import ConceptLabel, write_map

pytestmark = pytest.mark.browser

VIEWS = ("network", "matrix", "china", "timeline", "table", "compare", "reader")
CHINESE = re.compile(r"[\u3400-\u9fff]")


def seen(page) -> tuple[str, ...]:
    """What a reader sees, but for what loading brings in late."""
    page.wait_for_selector("#panel h2")
    page.wait_for_timeout(150)
    chosen = page.inner_text("#tabs [aria-selected=true]")
    boxes = page.eval_on_selector_all("#facets input:checked", "(boxes) => boxes.map((box) => box.dataset.key).join()")
    return (
        chosen,
        page.inner_text("#counts"),
        boxes,
        page.inner_text("#panel"),
        page.inner_text(".view:not([hidden])"),
    )


def test_registered_views_are_these(opened: Opened, sample: Path) -> None:
    page = opened.open(sample)
    ids = page.eval_on_selector_all("#tabs button", "(tabs) => tabs.map((tab) => tab.id.slice(4))")
    assert set(VIEWS) <= set(ids)


@pytest.mark.parametrize("view", VIEWS)
def test_view_opens_by_link_with_no_request_and_no_error(opened: Opened, sample: Path, view: str) -> None:
    page = opened.open(sample, f"#?view={view}&province={quote('浙江省')}")
    assert page.is_visible(f"#view-{view}")
    assert page.locator(f"#view-{view}").inner_text().strip()
    assert page.locator(".view:not([hidden])").count() == 1
    assert [url.split("#")[0] for url in opened.requests] == [sample.as_uri()]


@pytest.mark.parametrize("view", VIEWS)
def test_link_reopens_exactly_what_was_on_the_screen(opened: Opened, sample: Path, view: str) -> None:
    page = opened.open(sample)
    page.click(f"#tab-{view}")
    page.click("[data-facet=province] label >> text=浙江省")
    page.click("[data-facet=group] input >> nth=1")
    page.fill("#search", "安吉")
    page.press("#search", "Enter")
    page.click("#language")
    before, link = seen(page), page.evaluate("() => location.href")
    fresh = page.context.new_page()
    fresh.goto(link)
    fresh.wait_for_selector("html[data-ready]", state="attached")
    assert seen(fresh) == before


def test_back_button_undoes_view_filter_and_selection_one_by_one(opened: Opened, sample: Path) -> None:
    page = opened.open(sample)
    steps = [seen(page)]
    for press in (
        "#tab-matrix",
        "[data-facet=year] label >> text=2022",
        "#view-matrix tbody th button >> nth=0",
        "#tab-table",
    ):
        page.click(press)
        steps.append(seen(page))
    page.click("#view-table th button >> nth=1")
    for before in reversed(steps):
        page.go_back()
        assert seen(page) == before


def test_old_links_to_a_node_still_open(opened: Opened, sample: Path) -> None:
    for link, name in (("#practice/信用村", "信用村"), (f"#{quote('place/350405')}", "沙县区")):
        page = opened.open(sample, link)
        page.wait_for_function("(name) => document.querySelector('#panel h2').textContent === name", arg=name)


def test_worn_link_opens_what_is_left_of_it(opened: Opened, sample: Path) -> None:
    page = opened.open(sample, "#place/999999?view=nothing&province=%E6%97%A0&matrix.level=county&x=%E0%A4%A")
    assert page.get_attribute("#tabs [aria-selected=true]", "id") == "tab-network"
    assert page.inner_text("#counts").startswith("18 个地方")


def unfold(page) -> None:
    while page.locator(".facet:not([open]) summary").count():
        page.click(".facet:not([open]) summary >> nth=0")


def facts_listed(page) -> int:
    return int(page.inner_text("#view-table .bar [role=status]").split()[0])


def test_every_count_of_a_facet_comes_true(opened: Opened, sample: Path) -> None:
    page = opened.open(sample, "#?view=table")
    unfold(page)
    keys = page.eval_on_selector_all("#facets input", "(boxes) => boxes.map((box) => box.dataset.key)")
    assert len(keys) > 40
    for key in random.Random(3).sample(keys, 18):
        row = page.locator("#facets label", has=page.locator(f"[data-key='{key}']"))
        promised = int(row.locator("small").inner_text())
        row.click()
        assert facts_listed(page) == promised
        page.click("#reset")


def test_no_way_through_the_facets_leads_to_nothing(opened: Opened, sample: Path) -> None:
    page = opened.open(sample, "#?view=table")
    unfold(page)
    pick = random.Random(11)
    deepest = 0
    for _ in range(40):
        boxes = page.locator("#facets input")
        boxes.nth(pick.randrange(boxes.count())).click()
        assert facts_listed(page) > 0
        counts = page.locator("#facets label:not(:has(:checked)) small").all_inner_texts()
        assert "0" not in counts
        deepest = max(deepest, page.locator("#chosen .chip").count())
    assert deepest >= 3


def test_choice_outside_the_filter_widens_it(opened: Opened, sample: Path) -> None:
    page = opened.open(sample, f"#?province={quote('浙江省')}")
    page.fill("#search", "海淀")
    page.press("#search", "Enter")
    page.wait_for_function("() => document.querySelector('#panel h2').textContent === '海淀区'")
    assert page.locator("#chosen .chip").count() == 0
    assert "“海淀区”" in page.inner_text("#chosen")  # and says that it did
    page.click("#panel .close")
    assert page.is_hidden("#chosen")


def in_latin(tmp_path: Path) -> Path:
    """A map of a corpus without Chinese, but for what a kind means: what is Chinese on its screen is the screen's."""
    facts = one_article("Alpha", "Beta runs Alpha.", title="News", at="Beta", concepts=["x"], published="2023-01-02")
    span = (Evidence(5, 9),)
    told = replace(
        facts,
        practices=(replace(facts.practices[0], stage="planned", since="2019", since_evidence=Evidence(5, 9)),),
        concepts=(ConceptUse("y", "Beta", span, "r", "under-way"),),
        measures=(Measure("houses", 3, "km", approximate=False, at="Beta", evidence=span, rule="r"),),
        awards=(Award("Prize", "Alpha", 2020, span, "r"),),
        documents=(PolicyDocument("Plan", None, span, "r"),),
        organisations=(Organisation("Club", "party", span, "r", "Beta"),),
        people=(Person("Ann", "head", "Club", span, "r"),),
    )
    other = one_article("Gamma", "Delta runs Gamma.", title="More", at="Delta", n=2, published="2024-03")
    scheme = [ConceptLabel("x", "party", "甲", "kind x"), ConceptLabel("y", "law", "乙", "kind y")]
    write_map([told, other], scheme, tmp_path / "map.html")
    return tmp_path / "map.html"


SAID = """() => [...document.querySelectorAll('body *')]
  .filter((one) => !one.closest('#language, script, noscript, p[lang=zh-CN]'))
  .flatMap((one) => [...[...one.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data),
    ...['title', 'aria-label', 'placeholder', 'aria-valuetext'].map((name) => one.getAttribute(name) || '')])"""


def test_english_leaves_no_chinese_on_the_screen(opened: Opened, tmp_path: Path) -> None:
    page = opened.open(in_latin(tmp_path))
    page.click("#language")
    unfold(page)
    units = page.evaluate("() => JSON.parse(document.getElementById('data-named').textContent).length")
    assert units == 0
    chosen = ("", "practice/alpha", "concept/x", "group/law")
    for view in VIEWS:
        for sel in chosen:
            page.evaluate("(hash) => { location.hash = hash; }", f"#{sel}?view={view}&lang=en")
            page.wait_for_selector(f"#view-{view}:not([hidden])")
            page.wait_for_timeout(60)
            strange = [text for text in page.evaluate(SAID) if CHINESE.search(text)]
            assert not strange, (view, sel, strange[:3])
    assert page.get_attribute("html", "lang") == "en"
    assert page.title() == "Zhitu: what localities do in governance"


def test_keyboard_alone_walks_through_the_views(opened: Opened, sample: Path) -> None:
    page = opened.open(sample)
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.id") == "to-table"
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.id") == "view-table"
    page.focus("#tabs [aria-selected=true]")
    page.keyboard.press("Home")
    walked = []
    for _ in VIEWS:
        walked.append(page.evaluate("() => document.activeElement.id"))
        assert page.get_attribute(f"#{walked[-1]}", "aria-selected") == "true"
        page.keyboard.press("Tab")
        assert page.evaluate("() => !document.activeElement.closest('#tabs')")
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("ArrowRight")
    assert walked == [f"tab-{view}" for view in VIEWS]


def test_choosing_a_facet_keeps_the_keyboards_place(opened: Opened, sample: Path) -> None:
    page = opened.open(sample, "#?view=matrix")
    page.focus("[data-facet=province] input >> nth=2")
    page.keyboard.press("Space")
    assert page.evaluate("() => document.activeElement.matches('[data-facet=province] input:checked')")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_phone_scrolls_no_view_sideways(opened: Opened, sample: Path, language: str) -> None:
    opened.page.set_viewport_size({"width": 390, "height": 844})
    for view in VIEWS:
        page = opened.open(sample, f"#place/330110?view={view}&lang={language}")
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
        assert page.locator(f"#view-{view}").evaluate("(box) => box.scrollWidth") <= 390
        assert page.locator(f"#view-{view}").bounding_box()["height"] > 200
