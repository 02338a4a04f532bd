"""The page inside a notebook's cell: a frame whose document is its own attribute."""

from __future__ import annotations

import html
import json
from pathlib import Path
from typing import Any

import pytest
from browsing import Opened

import kg

pytestmark = pytest.mark.browser
PINNED = Path(__file__).parents[1] / "graph" / "answers.json"
ROWS = json.loads(PINNED.read_text(encoding="utf-8"))["who-runs"]["count"]


@pytest.fixture
def cell(opened: Opened, sample_build: Path, tmp_path: Path) -> Any:
    outer = tmp_path / "notebook.html"
    shown = kg.load_graph(sample_build).map()._repr_html_()
    outer.write_text(f"<!doctype html><title>n</title>{shown}", encoding="utf-8")
    opened.page.goto(outer.as_uri())
    frame = opened.page.frame_locator("iframe")
    frame.locator("html[data-ready]").wait_for(state="attached")
    return frame


def test_a_question_is_answered_in_the_cell(cell: Any) -> None:
    cell.locator("#tab-ask").click()
    cell.locator("[data-question=who-runs]").click()
    cell.locator("#ask-answer td").first.wait_for(timeout=90_000)
    assert cell.locator("#ask-answer tbody tr").count() == ROWS
    cell.locator("#ask-answer .saying").first.click()
    cell.locator("#panel .quote mark").first.wait_for()


def test_a_table_is_saved_from_the_cell(opened: Opened, cell: Any) -> None:
    cell.locator("#save").click()
    with opened.page.expect_download() as download:
        cell.locator("#save-csv").click()
    assert Path(download.value.path()).read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_reference_is_copied_without_a_link_where_there_is_no_address(opened: Opened, cell: Any) -> None:
    cell.locator("#tab-table").click()
    cell.locator("#view-table td button").first.click()
    cell.locator("#panel .quote").first.wait_for()
    assert cell.locator("#panel .quote").first.locator("text=链接").count() == 0


def test_a_sandbox_without_storage_says_so_and_still_answers_questions(
    opened: Opened, sample_build: Path, tmp_path: Path
) -> None:
    page = html.escape((sample_build / "map.html").read_text(encoding="utf-8"), quote=True)
    outer = tmp_path / "sandbox.html"
    framed = f'<iframe sandbox="allow-scripts" srcdoc="{page}" style="width:1200px;height:700px"></iframe>'
    outer.write_text(f'<!doctype html><meta charset="utf-8"><title>n</title>{framed}', encoding="utf-8")
    opened.page.goto(outer.as_uri())
    frame = opened.page.frame_locator("iframe")
    frame.locator("html[data-ready]").wait_for(state="attached")
    frame.locator("#tab-table").click()
    frame.locator("#view-table td button").first.click()
    frame.locator("#panel .report").first.click()
    frame.locator("#report [value=other]").check()
    frame.locator("#report-save").click()
    assert "请马上下载" in frame.locator("#report-said").inner_text()
    frame.locator("#report .close").click()
    frame.locator("#tab-ask").click()
    frame.locator("[data-question=sources]").click()
    frame.locator("#ask-answer td").first.wait_for(timeout=90_000)
    assert frame.locator("#ask-note").get_attribute("class") == "quiet"
