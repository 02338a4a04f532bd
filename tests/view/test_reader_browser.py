"""Articles with their facts highlighted, and the table of the facts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
from browsing import Opened
from corpus import many_facts, one_article, sample_facts, sample_scheme

from kg.model import Evidence, Measure, ResolvedMention
from kg.view import write_map

pytestmark = pytest.mark.browser


def test_article_is_shown_whole_with_every_fact_marked(opened: Opened, sample: Path) -> None:
    facts = sample_facts()[0]
    page = opened.open(sample, f"#?view=reader&reader.at={quote(f'{facts.article.source}:{facts.article.n}')}")
    page.wait_for_selector(".text .said")
    lines = page.eval_on_selector_all(
        ".text h2, .text p:not(.quiet)", "(lines) => lines.map((line) => line.textContent)"
    )
    assert "\n".join(lines) == facts.article.text
    stated = [
        e
        for family in (facts.practices, facts.concepts, facts.measures, facts.awards)
        for item in family
        for e in item.evidence
    ]
    marked = page.locator(".text .said").all_text_contents()
    assert marked == [facts.article.text[e.start : e.end] for e in sorted(stated)]


def test_offsets_count_characters_beyond_the_first_plane_as_one(opened: Opened, tmp_path: Path) -> None:
    write_map([one_article("信用村", "𠮷村、𠮷镇都评信用村。")], [], tmp_path / "map.html")
    page = opened.open(tmp_path / "map.html", "#?view=reader")
    assert page.inner_text(".text .said") == "信用村"


def test_overlapping_facts_are_told_apart_and_taken_in_turn(opened: Opened, tmp_path: Path) -> None:
    facts = one_article("信用村", "余杭区评出信用村3个。")
    start = facts.article.text.index("信用村")
    measure = Measure(
        "信用村", 3, "个", approximate=False, at="余杭区", evidence=(Evidence(start, start + 5),), rule="r"
    )
    place = facts.article.text.index("余杭区")
    mentions = (ResolvedMention(place, place + 3, 0, "full"),)
    told = replace(facts, measures=(measure,), places=replace(facts.places, mentions=mentions))
    write_map([told], [], tmp_path / "map.html")
    page = opened.open(tmp_path / "map.html", "#?view=reader")
    said = page.locator(".text .said")
    assert [(one.inner_text(), one.get_attribute("data-family")) for one in said.all()] == [
        ("余杭区", "place"),
        ("信用村", "runs"),
        ("3个", "measure"),
    ]
    kinds = []
    for _ in range(2):
        said.nth(1).focus()
        page.keyboard.press("Enter")
        page.wait_for_selector("#panel .quote")
        kinds.append(page.inner_text("#panel .kind"))
    assert kinds == ["具名做法", "数字"]
    said.nth(0).click()
    page.wait_for_function("() => document.querySelector('#panel h2').textContent === '余杭区'")


def test_quote_leads_to_its_place_in_the_article(opened: Opened, sample: Path) -> None:
    page = opened.open(sample, "#practice/信用村")
    page.click("#panel >> text=读全文 >> nth=0")
    page.wait_for_selector(".text .said.current")
    assert page.inner_text(".text .said.current >> nth=0") == "信用村"
    assert page.inner_text("#tabs [aria-selected=true]") == "原文"


def test_table_sorts_searches_and_turns_pages(opened: Opened, tmp_path: Path) -> None:
    write_map(many_facts(90, sample_scheme()), sample_scheme(), tmp_path / "map.html")
    page = opened.open(tmp_path / "map.html", "#?view=table")
    assert page.locator("#view-table tbody tr").count() == 100
    assert "第 1 / 3 页" in page.inner_text("#view-table .pages")
    page.click("#view-table th >> text=报道日期")
    dates = page.locator("#view-table tbody td:nth-child(7)").all_inner_texts()
    assert dates == sorted(dates)
    page.click("#view-table th >> text=报道日期")
    assert page.locator("#view-table tbody td:nth-child(7)").first.inner_text() > dates[0]
    page.click("#view-table .pages >> text=下一页")
    assert "第 2 / 3 页" in page.inner_text("#view-table .pages")
    page.locator("#view-table input[type=search]").press_sequentially("第17镇")
    assert page.inner_text("#view-table [role=status]") == "3 条"
    assert page.locator("#view-table tbody tr").count() == 3


def test_table_lists_every_family(opened: Opened, sample: Path) -> None:
    page = opened.open(sample, "#?view=table&table.page=2")
    every = page.locator("#view-table tbody td:nth-child(3)").all_inner_texts()
    page.click("#view-table .pages >> text=上一页")
    every += page.locator("#view-table tbody td:nth-child(3)").all_inner_texts()
    assert {kind: every.count(kind) for kind in set(every)} == {
        "具名做法": 57,
        "未另起名的做法": 24,
        "荣誉": 13,
        "数字": 9,
    }


def test_table_can_show_the_selection_alone(opened: Opened, sample: Path) -> None:
    page = opened.open(sample, f"#{quote('practice/积分银行')}?view=table")
    page.click("#view-table >> text=只看“积分银行”")
    assert page.inner_text("#view-table [role=status]") == "5 条"
    names = page.locator("#view-table tbody td:nth-child(4)").all_inner_texts()
    assert len(names) == 5  # it runs at three places and was honoured twice
    assert all("积分银行" in name for name in names)
