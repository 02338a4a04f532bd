"""The keyboard of a page, for tests that use nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

MOST_TABS = 400
HERE = """([selector, nth]) => {
  const seen = [...document.querySelectorAll(selector)].filter((one) => one.offsetParent || one.ownerSVGElement);
  return document.activeElement === seen[nth];
}"""


class Keys:
    """The keyboard of one page."""

    def __init__(self, page: Any) -> None:
        self.page = page

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)

    def reach(self, selector: str, nth: int = 0, tab: str = "Tab") -> None:
        """Tab until the ``nth`` element that a selector names has the focus; fails where Tab never comes to it."""
        self.page.wait_for_selector(selector, state="attached")
        for _ in range(MOST_TABS):
            self.press(tab)
            if self.page.evaluate(HERE, [selector, nth]):
                return
        pytest.fail(f"Tab does not reach {selector}")

    def use(self, selector: str, key: str = "Enter", nth: int = 0, tab: str = "Tab") -> None:
        """Reach an element and press a key on it."""
        self.reach(selector, nth, tab)
        self.press(key)

    def see(self, condition: str) -> None:
        """Wait until a condition on the page, a JavaScript expression, holds."""
        self.page.wait_for_function(f"() => {{ const $ = (s) => document.querySelector(s); return {condition}; }}")

    def text(self, selector: str) -> str:
        return str(self.page.inner_text(selector))

    def download(self, act: Callable[[], None]) -> str:
        with self.page.expect_download() as download:
            act()
        return str(download.value.suggested_filename)
