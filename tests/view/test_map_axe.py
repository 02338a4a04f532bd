"""The page under axe-core: WCAG 2.2 A and AA and the rules of good practice, in every view, light and dark."""

from __future__ import annotations

from pathlib import Path

import pytest
from browsing import Opened
from corpus import learned_facts

from kg.view import write_map

axe_sync = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
pytestmark = [pytest.mark.browser, pytest.mark.slow]

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
STATES = {
    "network": "#",
    "place": "#place/330110",
    "practice": "#practice/老马工作法",
    "matrix": "#?view=matrix",
    "china": "#?view=china",
    "timeline": "#?view=timeline",
    "table": "#?view=table",
    "compare": "#?view=compare",
    "reader": "#?view=reader",
    "english": "#?view=matrix&lang=en",
}


def violations(page) -> list[str]:
    # What passes is not described node by node: that takes longer than the checks on a matrix of thousands of cells.
    options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    found = axe_sync.Axe().run(page, options=options)
    return [f"{one['id']}: {node['target']}" for one in found.response["violations"] for node in one["nodes"]]


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(opened: Opened, sample: Path, state: str) -> None:
    page = opened.open(sample, STATES[state])
    page.wait_for_timeout(200)
    light = violations(page)
    page.click("#theme")
    assert light + violations(page) == []


def test_axe_finds_nothing_in_arrows(opened: Opened, tmp_path: Path) -> None:
    write_map(learned_facts(), [], tmp_path / "map.html")
    page = opened.open(tmp_path / "map.html", "#practice/信用村?view=timeline")
    assert page.locator(".arrows path").count() == 2
    light = violations(page)
    page.click("#theme")
    assert light + violations(page) == []


def test_axe_finds_a_planted_fault(opened: Opened, sample: Path) -> None:
    page = opened.open(sample)
    page.evaluate("() => document.getElementById('theme').replaceChildren()")
    assert any(one.startswith("button-name") for one in violations(page))
