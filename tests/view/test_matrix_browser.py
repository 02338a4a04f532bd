"""The matrix of places and kinds of practice."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from browsing import Opened
from corpus import many_facts, sample_facts, sample_scheme

from kg.view import write_map
from kg.view.collect import collect

pytestmark = pytest.mark.browser


def reported() -> Counter[tuple[str, str]]:
    """How many facts say that a place does something of a kind, counted from the facts themselves."""
    counts: Counter[tuple[str, str]] = Counter()
    for facts in sample_facts():
        for practice in facts.practices:
            counts.update((place, concept) for place in practice.at for concept in practice.concepts)
        counts.update((use.at, use.concept) for use in facts.concepts)
    return counts


def cell(page, place: str, concept: str):
    return page.locator(f"#view-matrix td[aria-label^='{place}、{concept}：']")


def test_cells_count_what_the_facts_say(opened: Opened, sample: Path) -> None:
    page = opened.open(sample, "#?view=matrix&matrix.level=reported")
    labels = {concept.id: concept.zh for concept in collect(sample_facts(), sample_scheme()).concepts}
    expected = {f"{place}、{labels[c]}：{n} 条" for (place, c), n in reported().items()}
    seen = page.eval_on_selector_all("#view-matrix td.cell", "(cells) => cells.map((cell) => cell.ariaLabel)")
    assert {text for text in seen if "未见" not in text} == expected
    assert all(text.endswith("本语料未见报道") for text in seen if text not in expected)
    assert len(seen) == 18 * len(labels)


def test_cell_leads_to_its_sentences(opened: Opened, sample: Path) -> None:
    page = opened.open(sample, "#?view=matrix")
    page.click("#view-matrix td[data-shade='1'] >> nth=0")
    page.wait_for_selector("#panel .quote mark")
    assert page.get_attribute("#view-matrix td.cell.current", "aria-label").startswith(
        page.inner_text("#panel h2").split(" · ")[0]
    )


def test_levels_roll_places_up(opened: Opened, sample: Path) -> None:
    page = opened.open(sample, "#?view=matrix")
    rows = "#view-matrix tbody th bdi"
    assert page.locator(rows).count() == 15
    page.click("#view-matrix .choices button >> text='省'")
    assert min(page.locator(rows).all_inner_texts()) == "北京市"
    assert page.locator(rows).count() == 9


def test_coverage_stands_beside_the_place_whatever_the_filter(opened: Opened, sample: Path) -> None:
    page = opened.open(sample, "#?view=matrix&matrix.level=province")
    row = "#view-matrix tr:has(th bdi:text-is('浙江省')) td.cover"
    before = page.locator(row).all_inner_texts()
    assert before == ["3", str(sum("浙江省" in path for path in fact_paths()))]
    page.click("[data-facet=year] label >> text=2022")
    assert page.locator(row).all_inner_texts() == before
    assert page.locator("#view-matrix td[aria-label$='筛选后的语料未见报道']").count() > 0


def fact_paths() -> list[tuple[str, ...]]:
    data = collect(sample_facts(), sample_scheme())
    path = {place.id: (*place.path, place.name) for place in data.places}
    return [path[fact.place] for fact in data.facts if fact.place]


def test_rows_sort_by_a_kind_of_practice(opened: Opened, sample: Path) -> None:
    page = opened.open(sample, "#?view=matrix&matrix.level=reported")
    page.click("#view-matrix th.column button >> nth=0")
    counts = page.eval_on_selector_all(
        "#view-matrix tbody tr[aria-rowindex] td.cell:nth-child(4)",
        "(cells) => cells.map((c) => Number(c.textContent))",
    )
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > 0
    assert page.get_attribute("#view-matrix th.column >> nth=0", "aria-sort") == "descending"


def test_arrow_keys_walk_through_the_cells(opened: Opened, sample: Path) -> None:
    page = opened.open(sample, "#?view=matrix")
    page.focus("#view-matrix td[tabindex='0']")
    for key in ("ArrowDown", "ArrowRight", "ArrowRight", "ArrowUp", "End"):
        page.keyboard.press(key)
    last = page.locator("#view-matrix th.column").count() - 1
    assert page.evaluate("() => document.activeElement.dataset.at") == f"0 {last}"
    page.focus("#view-matrix td[data-shade='1'] >> nth=0")
    page.keyboard.press("Enter")
    page.wait_for_selector("#panel .quote mark")
    assert page.evaluate("() => document.activeElement.getAttribute('role')") == "gridcell"


def test_hundreds_of_places_keep_few_rows_in_the_page(opened: Opened, tmp_path: Path) -> None:
    write_map(many_facts(500, sample_scheme()), sample_scheme(), tmp_path / "map.html")
    page = opened.open(tmp_path / "map.html", "#?view=matrix&matrix.level=reported&matrix.sort=name")
    rows = page.locator("#view-matrix tbody tr[aria-rowindex]")
    assert rows.count() < 60
    assert page.get_attribute("#view-matrix table", "aria-rowcount") == "501"
    page.focus("#view-matrix td[tabindex='0']")
    for _ in range(40):
        page.keyboard.press("PageDown")
    assert page.evaluate("() => document.activeElement.dataset.at.split(' ')[0]") == "499"
    assert rows.count() < 60


def test_chosen_kind_comes_into_view(opened: Opened, sample: Path) -> None:
    page = opened.open(sample, "#?view=matrix")
    last = page.locator("#view-matrix th.column").count() - 1
    assert page.locator("#view-matrix th.column").nth(last).bounding_box()["x"] > 1100
    concept = page.get_attribute(f"#view-matrix th.column >> nth={last} >> button", "data-key").removeprefix("sort ")
    page = opened.open(sample, f"#{concept}?view=matrix")
    assert page.locator("#view-matrix th.column").nth(last).bounding_box()["x"] < 1020
    assert page.locator("#view-matrix td.cell.current").count() > 3
