"""Places side by side."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from browsing import Opened
from corpus import sample_facts

pytestmark = pytest.mark.browser

YUHANG, ANJI = "浙江省/杭州市/余杭区", "浙江省/湖州市/安吉县"


def kinds(*places: str) -> set[str]:
    """The concepts that the facts report of places."""
    found = {c for facts in sample_facts() for p in facts.practices if set(p.at) & set(places) for c in p.concepts}
    return found | {use.concept for facts in sample_facts() for use in facts.concepts if use.at in places}


def part(page, title: str) -> set[str]:
    body = page.locator(f"#view-compare tbody:has(th.part:has-text('{title}'))")
    links = body.locator("th[scope=row] a").evaluate_all("(links) => links.map((a) => a.getAttribute('href'))")
    return {link[1:].split("?")[0].removeprefix("concept/") for link in links}


def test_shared_and_single_kinds_are_told_apart(opened: Opened, sample: Path) -> None:
    page = opened.open(sample, f"#?view=compare&compare.places={quote(f'{YUHANG}|{ANJI}')}")
    yuhang, anji = kinds("余杭区"), kinds("安吉县", "灵峰街道")  # what lies within counts
    assert part(page, "都有报道") == yuhang & anji
    assert part(page, "只见于余杭区") == yuhang - anji
    assert part(page, "只见于安吉县") == anji - yuhang
    assert yuhang & anji
    assert page.locator("#view-compare tbody td >> text=本语料未见报道").count() >= len(yuhang ^ anji)


def test_places_are_added_from_the_panel_and_from_the_list(opened: Opened, sample: Path) -> None:
    page = opened.open(sample, "#place/330110")
    page.click("#panel >> text=加入比较")
    page.select_option("#view-compare select", ANJI)
    assert page.locator("#view-compare thead th").count() == 2
    assert page.locator("#view-compare thead .name").all_inner_texts() == ["余杭区", "安吉县"]
    page.go_back()
    page.wait_for_selector("#view-compare >> text=再选一个地方")


def test_counties_of_most_facts_and_then_neighbours_are_offered(opened: Opened, sample: Path) -> None:
    page = opened.open(sample, "#?view=compare")
    offered = page.locator("#view-compare .chip").all_inner_texts()
    assert "+ 余杭区" in offered
    assert len(offered) == len(set(offered)) <= 12
    page.click("#view-compare .chip >> text=余杭区")
    page.select_option("#view-compare select", ANJI)
    assert page.locator("#view-compare thead .name").all_inner_texts() == ["余杭区", "安吉县"]


def test_four_places_are_the_most(opened: Opened, sample: Path) -> None:
    page = opened.open(sample, "#?view=compare")
    for key in (YUHANG, ANJI, "北京市/海淀区", "四川省/成都市"):
        page.select_option("#view-compare select", key)
    assert page.locator("#view-compare thead th").count() == 4
    assert page.is_disabled("#view-compare select")


def test_figure_and_count_open_their_sentences(opened: Opened, sample: Path) -> None:
    page = opened.open(sample, f"#?view=compare&compare.places={quote(f'{YUHANG}|{ANJI}')}")
    page.click("#view-compare tbody button >> text='126 个'")
    page.wait_for_selector("#panel .quote mark >> text=楼道会客厅126个")
    page.click("#view-compare tbody button >> text=条 >> nth=0")
    page.wait_for_selector("#panel .chips + .quote mark")
