"""Tell over which place a heading inside an article sets the paragraphs below it (镜头三：甲镇乙村)."""

from __future__ import annotations

from collections.abc import Callable

from kg.model import ResolvedMention

LONGEST = 30  # characters
ENDS = "。！？；：，…”"
FEWEST = 20  # characters of a paragraph
MOST_LINES = 12  # that a heading may stand above


def heading_place(
    text: str, offset: int, floor: int, named: Callable[[int, int], list[ResolvedMention]]
) -> ResolvedMention | None:
    """The place that the nearest heading above the paragraph of an offset closes with; None where it names none.

    ``floor`` is where the body begins. A heading is a short line that no mark ends, over a paragraph that one does:
    lines broken after each clause are none.
    """
    start = text.rfind("\n", floor, offset) + 1
    for _ in range(MOST_LINES):
        if start <= floor:
            break
        end = start - 1
        above = max(text.rfind("\n", floor, end) + 1, floor)
        line = text[above:end].strip()
        if line and is_heading(line):
            below = text.find("\n", start)
            whole = text[start : below if below >= 0 else len(text)].strip()
            mentions = named(above, end) if len(whole) >= FEWEST and whole[-1:] in ENDS else []
            return mentions[-1] if mentions else None
        start = above
    return None


def is_heading(line: str) -> bool:
    """Whether a line is short and closes without a mark."""
    return len(line) <= LONGEST and line[-1] not in ENDS
