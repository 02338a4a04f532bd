"""Find where the items of an enumeration inside a paragraph begin: 二是…, or a short head run into the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from kg.model import Sentence

ITEM, FIRST_ITEM = re.compile(r"[ 　]*[一二三四五六七八九十]是"), "一是"
LONGEST_HEAD = 13  # characters: 跟着结果议。
PAUSES = re.compile(r"[，、：“”0-9了]")
FEWEST = 2


def item_starts(text: str, sentences: Iterable[Sentence], plain: Callable[[Sentence], bool]) -> dict[int, int]:
    """The start of each sentence that opens an item, with how many items of its paragraph stand before it at least.

    ``plain`` tells sentences that quote nobody and name no place, as heads do; two of them make an enumeration.
    """
    found: dict[int, int] = {}
    heads: list[int] = []
    for sentence in sentences:
        if ITEM.match(text, sentence.start):
            found[sentence.start] = int(not text.startswith(FIRST_ITEM, sentence.start))
        elif is_head(text, sentence) and plain(sentence):
            heads.append(sentence.start)
        if text.endswith("\n", sentence.start, sentence.end) or sentence.end == len(text):
            found.update((start, n) for n, start in enumerate(heads) if len(heads) >= FEWEST)
            heads = []
    return found


def is_head(text: str, sentence: Sentence) -> bool:
    """Whether a sentence is short enough and of the form of a head: one clause that counts and finishes nothing."""
    short = sentence.end - sentence.start <= LONGEST_HEAD and text.endswith("。", sentence.start, sentence.end)
    return short and PAUSES.search(text, sentence.start, sentence.end) is None
