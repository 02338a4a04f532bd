from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import CHROMIUM, FLAGS, Opened
from corpus import sample_facts, sample_scheme

from kg.view import write_map


@pytest.fixture(scope="package")
def browser() -> Iterator[Any]:
    if not CHROMIUM:
        pytest.skip("no Chromium: install it or set CHROMIUM to its path")
    reason = "playwright is not installed: pip install playwright"
    sync_api = pytest.importorskip("playwright.sync_api", reason=reason)
    with sync_api.sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def opened(browser: Any) -> Iterator[Opened]:
    context = browser.new_context(viewport={"width": 1366, "height": 768}, reduced_motion="reduce")
    context.set_default_timeout(10_000)
    one = Opened(context.new_page())
    one.page.on("request", lambda r: one.requests.append(r.url) if not r.url.startswith("data:") else None)
    one.page.on("pageerror", lambda error: one.errors.append(str(error)))
    one.page.on("console", lambda m: one.errors.append(m.text) if m.type in {"error", "warning"} else None)
    yield one
    context.close()
    assert one.errors == []
    assert all(url.startswith(("file:", "blob:")) for url in one.requests)  # the page and its own bytes


@pytest.fixture(scope="package")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("map") / "map.html"
    write_map(sample_facts(), sample_scheme(), path)
    return path
