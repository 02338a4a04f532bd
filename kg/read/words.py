"""What a general dictionary of Chinese says; jieba is loaded only when a question comes up."""

from __future__ import annotations

import logging
from functools import cache
from pathlib import Path


@cache
def _tags() -> dict[str, str]:
    """Part of speech of every dictionary word of two to four characters."""
    import jieba

    with Path(jieba.__file__).with_name("dict.txt").open(encoding="utf-8") as lines:
        rows = (line.split(" ") for line in lines)
        return {row[0]: row[2].strip() for row in rows if len(row) == 3 and 2 <= len(row[0]) <= 4}


def is_place_word(word: str) -> bool:
    """Whether the dictionary lists the word as a place (靖江, 太仓)."""
    return _tags().get(word) == "ns"


def is_common_word(word: str) -> bool:
    """Whether the dictionary lists the word, and not as a person's name."""
    tag = _tags().get(word)
    return tag is not None and not tag.startswith("nr")


def crosses(before: str, behind: str) -> bool:
    """Whether a word runs across the seam between two texts (社区建 | 设作为)."""
    import jieba

    jieba.setLogLevel(logging.WARNING)
    left, right = before[-6:], behind[:6]
    at = 0
    for word in jieba.cut(left + right, HMM=False):
        if at < len(left) < at + len(word):
            return True
        at += len(word)
    return False
