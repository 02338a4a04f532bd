"""Reports that several papers print with small changes, found by the passages they share."""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import NamedTuple

WIDTH = 12
"""Characters of a passage; twelve Hanzi in a row that two reports share are seldom chance."""
KEPT = 4
"""One passage in this many is compared, chosen by its own hash, so that two texts choose the same."""
SHARED = 0.7
"""The share of the shorter text's passages that the other must hold too."""
FEWEST, COMMONEST = 12, 50
"""A text with fewer compared passages proves nothing; a passage in more texts than this is a set phrase."""
_LETTERS = re.compile(r"[^0-9A-Za-z一-鿿]+")


class Text(NamedTuple):
    """A report as far as it is compared: what names it, its text, and its ISO date where it states one."""

    key: str
    text: str
    published: str | None


def find_reprints(texts: Iterable[Text]) -> Mapping[str, str]:
    """Reprint → the report it reprints: of each group the earliest dated, then the first by its key.

    The answer does not depend on the order of the texts. Texts of one key count as one.
    """
    known = {text.key: text for text in sorted(texts)}
    prints = {key: fingerprint(text.text) for key, text in known.items()}
    group = {key: key for key in known}

    def root(key: str) -> str:
        while group[key] != key:
            key = group[key]
        return key

    for one, other in alike(prints):
        first, second = sorted((root(one), root(other)))
        group[second] = first
    groups: dict[str, list[Text]] = defaultdict(list)
    for key, text in known.items():
        groups[root(key)].append(text)
    found: dict[str, str] = {}
    for members in groups.values():
        original = min(members, key=lambda t: (t.published is None, t.published or "", t.key))
        found.update({t.key: original.key for t in members if t is not original})
    return found


def fingerprint(text: str) -> frozenset[int]:
    """Hashes of the passages of a text that are compared; marks, spaces and line breaks do not count."""
    bare = _LETTERS.sub("", text)
    hashes = (zlib.crc32(bare[i : i + WIDTH].encode()) for i in range(max(0, len(bare) - WIDTH + 1)))
    return frozenset(h for h in hashes if h % KEPT == 0)


def alike(prints: Mapping[str, frozenset[int]]) -> list[tuple[str, str]]:
    """Pairs of texts of which the shorter is found for the greater part in the other."""
    holders: dict[int, list[str]] = defaultdict(list)
    for key, passages in prints.items():
        if len(passages) >= FEWEST:
            for passage in passages:
                holders[passage].append(key)
    shared: Counter[tuple[str, str]] = Counter()
    for keys in holders.values():
        if 1 < len(keys) <= COMMONEST:
            shared.update(combinations(sorted(keys), 2))
    return [pair for pair, count in shared.items() if count >= SHARED * min(len(prints[pair[0]]), len(prints[pair[1]]))]
