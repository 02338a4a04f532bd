"""Search keys in pinyin: 枫桥经验 is found as fengqiaojingyan and as fqjy."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable

from pypinyin import Style, lazy_pinyin, pinyin

LONGEST = 24  # characters of a name that are spelt out
MOST_READINGS = 16  # readings of a name with polyphonic characters (重庆, 单县)


def search_keys(name: str) -> str:
    """The spellings of ``name`` in lower-case pinyin and initials, separated by spaces; empty without Chinese."""
    head = name[:LONGEST]
    if not any("\u4e00" <= char <= "\u9fff" for char in head):
        return ""
    usual = lazy_pinyin(head)
    readings = {tuple(usual)}
    choices = pinyin(head, style=Style.NORMAL, heteronym=True)
    if math.prod(len(choice) for choice in choices) <= MOST_READINGS:
        readings.update(itertools.product(*choices))
    keys = {_joined(reading) for reading in readings} | {_joined(r[:1] for r in reading) for reading in readings}
    return " ".join(sorted(keys - {""}))


def _joined(parts: Iterable[str]) -> str:
    return "".join(c for part in parts for c in part.lower() if c.isascii() and c.isalnum())
