"""Makes any string of the corpus fit to be shown: no control characters, no reordering marks, no endless names."""

from __future__ import annotations

import unicodedata

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
LONGEST_NAME = 300
_KEPT = frozenset("\n\t")


def printable(text: str) -> str:
    """``text`` with what a reader could not see or trust made visible as U+FFFD, length unchanged.

    Control characters (NUL among them), lone surrogates, and the bidirectional controls that can reorder the text
    around them (Unicode Technical Report 36, 2.5) are replaced; line breaks and tabs stay.
    """
    if text.isprintable():
        return text
    return "".join(REPLACEMENT if _hidden(char) else char for char in text)


def printable_name(name: str) -> str:
    """``printable`` on one line and cut to 300 characters with an ellipsis."""
    line = " ".join(printable(name).split())
    return line if len(line) <= LONGEST_NAME else line[: LONGEST_NAME - 1] + "…"


def _hidden(char: str) -> bool:
    if char in _KEPT:
        return False
    category = unicodedata.category(char)
    return category in {"Cc", "Cs", "Co", "Cn"} or unicodedata.bidirectional(char) in {
        "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI",
    } or char in "\u200e\u200f\u061c"  # fmt: skip
