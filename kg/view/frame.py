"""Shows a map inside a notebook."""

from __future__ import annotations

import html
from pathlib import Path


def map_frame(page: str | Path, height: int = 640) -> str:
    """HTML that shows a map in a notebook cell, for ``IPython.display.HTML``.

    ``page`` is the path of a map that ``write_map`` wrote, or the page's own HTML. The page travels inside the cell
    (``srcdoc``), so the notebook needs no file beside it and shows the map offline. ``height`` is in pixels. Raises
    FileNotFoundError where the path leads nowhere.
    """
    text = page if isinstance(page, str) and page.lstrip()[:1] == "<" else Path(page).read_text(encoding="utf-8")
    return (
        f'<iframe title="治图" srcdoc="{html.escape(text, quote=True)}" '
        f'style="width:100%;height:{int(height)}px;border:1px solid #d5dae1;border-radius:8px"></iframe>'
    )
