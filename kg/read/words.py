"""What a general dictionary of Chinese says; jieba is loaded only when a question comes up."""

from __future__ import annotations

from itertools import accumulate

from kg.segmenter import cut, dictionary


def _tag(word: str) -> str | None:
    """Part of speech of a dictionary word of two to four characters."""
    return dictionary().get(word) if 2 <= len(word) <= 4 else None


def is_place_word(word: str) -> bool:
    """Whether the dictionary lists the word as a place (靖江, 太仓)."""
    return _tag(word) == "ns"


def is_common_word(word: str) -> bool:
    """Whether the dictionary lists the word, and not as a person's name."""
    tag = _tag(word)
    return tag is not None and not tag.startswith("nr")


def borders(text: str) -> frozenset[int]:
    """Offsets at which a word of the text begins or ends."""
    return frozenset(accumulate(map(len, cut(text)), initial=0))


def crosses(before: str, behind: str) -> bool:
    """Whether a word runs across the seam between two texts (社区建 | 设作为)."""
    left, right = before[-6:], behind[:6]
    at = 0
    for word in cut(left + right):
        if at < len(left) < at + len(word):
            return True
        at += len(word)
    return False
