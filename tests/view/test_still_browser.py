"""The network before vis-network has started, and the change from one to the other."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from browsing import Opened

pytestmark = pytest.mark.browser

HOLD = "window.held = []; window.requestIdleCallback = (start) => { window.held.push(start); };"


@pytest.fixture
def still(opened: Opened, sample: Path) -> Any:
    """The sample's map, on which vis-network waits until it is let go."""
    opened.page.add_init_script(HOLD)
    page = opened.open(sample)
    page.wait_for_function("() => window.held.length > 0")
    return page


def picture(page: Any) -> str:
    page.mouse.move(5, 5)
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return str(page.evaluate("() => document.querySelector('#graph canvas').toDataURL()"))


def let_go(page: Any) -> None:
    page.evaluate("() => window.held.forEach((start) => start())")
    page.wait_for_selector("html[data-moves]", state="attached")


def drag(page: Any) -> None:
    box = page.locator("#graph").bounding_box()
    x, y = box["x"] + 60, box["y"] + 60
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 90, y + 40, steps=4)
    page.mouse.up()


def test_still_picture_answers_a_click(still: Any) -> None:
    box = still.locator("#graph").bounding_box()
    for x, y in ((box["x"] + 8 * i, box["y"] + 8 * j) for i in range(30, 60) for j in range(20, 50)):
        still.mouse.move(x, y)
        if still.evaluate("() => document.getElementById('graph').style.cursor") == "pointer":
            still.mouse.click(x, y)
            break
    still.wait_for_selector("body.chosen #panel .kind")


def test_still_picture_zooms_by_button_and_key_and_fits_again(still: Any) -> None:
    whole = picture(still)
    still.click("#zoom-in")
    near = picture(still)
    still.press("#graph", "ArrowLeft")
    beside = picture(still)
    assert len({whole, near, beside}) == 3
    still.click("#zoom-fit")
    assert picture(still) == whole


def test_still_picture_follows_the_window(still: Any) -> None:
    still.set_viewport_size({"width": 900, "height": 700})
    picture(still)
    width, stage = still.evaluate(
        "() => [document.querySelector('#graph canvas').width, document.getElementById('graph').clientWidth]"
    )
    assert width == stage


def test_vis_network_takes_over_the_same_picture_and_drags_it(still: Any) -> None:
    still.click("#zoom-in")
    before = picture(still)
    let_go(still)
    assert picture(still) == before
    drag(still)
    assert picture(still) != before


def test_vis_network_starts_with_the_view_that_needs_it(opened: Opened, sample: Path) -> None:
    page = opened.open(sample, "#?view=table")
    page.wait_for_selector("#view-table tbody tr")
    assert page.evaluate("() => typeof vis") == "undefined"
    page.click("#tab-network")
    page.wait_for_selector("html[data-moves]", state="attached")


LOWEST = """() => JSON.parse(document.getElementById('data-nodes').textContent)
  .filter((node) => node.kind === 'practice').sort((a, b) => b.y - a.y)[0].id"""
RING = """() => {
  const canvas = document.querySelector('#graph canvas');
  const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', { willReadFrequently: true });
  copy.drawImage(canvas, 0, 0); // read again and again, which Chromium warns of on a canvas of the page
  const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
  const accent = getComputedStyle(document.documentElement).getPropertyValue('--accent').trim();
  const wanted = [1, 3, 5].map((at) => parseInt(accent.slice(at, at + 2), 16));
  let found = 0;
  for (let i = 0; i < data.length; i += 4) if (wanted.every((value, k) => data[i + k] === value)) found += 1;
  return found;
}"""


def test_no_label_covers_the_mark_that_was_chosen(opened: Opened, sample: Path) -> None:
    opened.page.set_viewport_size({"width": 390, "height": 844})
    page = opened.open(sample, f"#{opened.open(sample).evaluate(LOWEST)}")
    page.wait_for_selector("#panel .quote mark")
    page.wait_for_function(f"() => ({RING})() > 50")


def test_mark_low_on_a_phone_stays_in_view_when_the_panel_opens(opened: Opened, sample: Path) -> None:
    opened.page.set_viewport_size({"width": 390, "height": 844})
    opened.page.add_init_script(HOLD)  # vis-network shrinks its picture with its frame
    page = opened.open(sample)
    box = page.locator("#graph").bounding_box()
    for x, y in ((box["x"] + 6 * i, box["y"] + box["height"] - 6 * j) for j in range(5, 60) for i in range(5, 60)):
        page.mouse.move(x, y)
        if page.evaluate("() => document.getElementById('graph').style.cursor") == "pointer":
            page.mouse.click(x, y)
            break
    page.wait_for_selector("body.chosen #panel .kind")
    page.wait_for_function(f"() => ({RING})() > 50")
