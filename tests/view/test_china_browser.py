"""The provinces as tiles, and their prefectures and counties where they lie."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from browsing import Opened
from corpus import one_article, sample_facts

from kg.view import write_map

pytestmark = pytest.mark.browser


def doing_in(province: str) -> int:
    """How many facts say that a place of a province does something."""
    places = {p.name: (*p.within, p.name) for facts in sample_facts() for p in facts.places.places}
    runs = [place for facts in sample_facts() for practice in facts.practices for place in practice.at]
    return sum(province in places[at] for at in [*runs, *(u.at for facts in sample_facts() for u in facts.concepts)])


def test_every_province_has_a_tile_of_its_own(opened: Opened, sample: Path) -> None:
    page = opened.open(sample, "#?view=china")
    seats = page.eval_on_selector_all(".tile", "(tiles) => tiles.map((tile) => tile.style.gridArea)")
    assert len(seats) == len(set(seats)) == 34


def test_tiles_count_the_facts_and_the_silent_ones_say_so(opened: Opened, sample: Path) -> None:
    page = opened.open(sample, "#?view=china")
    for province in ("浙江省", "四川省", "北京市"):
        assert (
            page.get_attribute(f".tile[data-key='tile {province}']", "title") == f"{province}：{doing_in(province)} 条"
        )
    assert "本语料未见报道" in page.locator(".tile:disabled[data-key='tile 西藏自治区']").text_content()
    assert page.locator(".tile:not(:disabled)").count() == 9


def test_province_opens_to_its_prefectures_and_these_to_counties(opened: Opened, sample: Path) -> None:
    page = opened.open(sample, "#?view=china")
    page.focus(".tile[data-key='tile 浙江省']")
    page.keyboard.press("Enter")
    assert sorted(page.locator(".point .label").all_text_contents()) == ["杭州市", "湖州市", "绍兴市"]
    page.focus(".point[aria-label^='湖州市']")
    page.keyboard.press("Enter")
    assert page.locator(".point .label").all_text_contents() == ["安吉县"]
    page.click(".point[aria-label^='安吉县']")
    page.wait_for_function("() => document.querySelector('#panel h2').textContent === '安吉县'")
    page.go_back()
    page.go_back()
    page.wait_for_selector(".point[aria-label^='杭州市']")


def test_prefectures_lie_where_they_lie(opened: Opened, sample: Path) -> None:
    page = opened.open(sample, f"#?view=china&china.area={quote('福建省')}")
    boxes = {name: page.locator(f".point[aria-label^='{name}'] circle").bounding_box() for name in ("厦门市", "三明市")}
    assert boxes["三明市"]["y"] < boxes["厦门市"]["y"]
    assert boxes["三明市"]["x"] < boxes["厦门市"]["x"]


def test_colours_count_the_chosen_kind_and_it_stays_chosen(opened: Opened, sample: Path) -> None:
    page = opened.open(sample, f"#{quote('practice/积分银行')}?view=china")
    assert page.locator(".tile:not(:disabled)").evaluate_all("(tiles) => tiles.map((tile) => tile.title)") == [
        "四川省：1 条",
        "浙江省：2 条",
    ]
    page.click(".tile[data-key='tile 浙江省']")
    assert page.locator(".point .label").all_text_contents() == ["湖州市"]
    assert page.inner_text("#panel h2") == "积分银行"


def test_place_of_no_known_province_is_listed_beside(opened: Opened, tmp_path: Path) -> None:
    write_map([one_article("信用村", "评信用村。", at="新村")], [], tmp_path / "map.html")
    page = opened.open(tmp_path / "map.html", "#?view=china")
    assert page.locator(".tile:not(:disabled)").count() == 0
    page.click(".units button >> text=新村")
    page.wait_for_function("() => document.querySelector('#panel h2').textContent === '新村'")
