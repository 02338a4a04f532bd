"""Places that a report speaks of together: a list (各示范社区, 这些小区), two names of one body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.model import ArticlePlaces, Level, Place, ResolvedMention

FEWEST = 3
LONGEST_CHAIN = 8  # names: from province to group, and one to spare
SMALL: frozenset[Level] = frozenset({"village", "compound"})
# 甲社区、乙社区以及丙社区|等7个社区
COUNTED = re.compile(r"等(?:这)?(?:\d{1,2}|[三四五六七八九十]{1,2})个[^，。；：！？“”]{0,8}?(?:社区|村|小区|示范点)")
JOINT = re.compile(r"[、，和与及]|以及")
TOGETHER = re.compile(
    r"(?:[^，。；：！？“”]{1,12}，)?(?:各|这些|上述|几个|这(?:\d{1,2}|[三四五六七八九十]{1,2})个)"
    r"(?:示范|试点|首批|获评|搬迁|安置)?(?:社区|村|小区)|(?:示范|试点)(?:社区|小区)(?=[一-鿿])"
)


def listed_together(text: str, mentions: Sequence[ResolvedMention], places: Sequence[Place]) -> tuple[int, ...]:
    """The places of the first list of three or more that a number sums up, indices of ``places``; empty without one."""
    ends = {m.end: i for i, m in enumerate(mentions)}
    for counted in COUNTED.finditer(text):
        last = ends.get(counted.start())
        if last is not None and places[mentions[last].place].level in SMALL:
            found = _back(text, mentions, places, last)
            if len(found) >= FEWEST:
                return found
    return ()


def _back(text: str, mentions: Sequence[ResolvedMention], places: Sequence[Place], last: int) -> tuple[int, ...]:
    """The places of one list, from its last member back; the counties before its members do not part it."""
    level = places[mentions[last].place].level
    found, start = [mentions[last].place], mentions[last].start
    for mention in reversed(mentions[:last]):
        between = text[mention.end : start]
        if between and not JOINT.fullmatch(between):
            break
        if places[mention.place].level == level:
            found.insert(0, mention.place)
        start = mention.start
    return tuple(dict.fromkeys(found))


def first_names(text: str, places: ArticlePlaces) -> dict[int, int]:
    """Of two names of one body, printed as 城北园区（孤山镇）, the first by the second: indices of places."""
    found: dict[int, int] = {}
    for one, other in pairwise(sorted(places.mentions, key=lambda m: m.start)):
        a, b = places.places[one.place], places.places[other.place]
        bracketed = text[one.end : other.start] == "（" and text[other.end : other.end + 1] == "）"
        if bracketed and a.level == "zone" and b.level in {"county", "township"} and a.name not in b.within:
            found[other.place] = one.place
    return found


def chain_start(mentions: Sequence[ResolvedMention]) -> int:
    """Where the chain of names that the last mention ends begins: |甲市乙县丙镇. The mentions are in reading order."""
    start = mentions[-1].start
    for mention in mentions[-2 : -LONGEST_CHAIN - 1 : -1]:
        if mention.end != start:
            break
        start = mention.start
    return start
