"""Tell which places of an article lie in what it reports on, and which of the others it lets act all the same."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

from kg.model import LEVELS, ArticlePlaces, Place, ResolvedMention

JOINT = re.compile(r"[、和及与]|以及")
# 甲县推广到14个乡镇；乙镇另搭了…, 全县54个村都有，乙镇丙村还添了…: theirs, also where the report is on a village.
ADDS = re.compile(r"[还也另则更又]")

SMALL = frozenset({"township", "zone", "village"})
LEVEL_WORD = re.compile(r"(?:省|市|区|县|旗|镇|乡|街道|村|社区|小区|嘎查)$")
# 今年开春，甲镇…; and 今年五月，全镇… behind it means 甲镇.
OPENED = re.compile(r"(?:^|[。！？；\n])(?:[^，。；：！？“”]{1,10}，)?$")


def stem_of(name: str) -> str:
    """The short form of a place: its name without the word for its level; empty where one character is left."""
    stem = LEVEL_WORD.sub("", name)
    return stem if len(stem) >= 2 else ""


def meant(text: str, places: ArticlePlaces, mentions: list[ResolvedMention]) -> list[ResolvedMention]:
    """The mentions, where 全镇 stands for the place of its level that opened a sentence of the paragraph last."""
    found: list[ResolvedMention] = []
    opened: dict[str, int] = {}
    start = end = 0
    for mention in mentions:
        if "\n" in text[end : mention.start]:
            opened = {}
        start, end = (start if mention.start == end else mention.start), mention.end
        level = places.places[mention.place].level
        if text[mention.start] == "全":
            found.append(replace(mention, place=opened.get(level, mention.place)))
            continue
        if OPENED.search(text, max(0, start - 12), start):
            opened[level] = mention.place
        found.append(mention)
    return found


class Territory:
    """Answers for one article; ``mentions`` are those of places that may act, in reading order."""

    def __init__(self, text: str, places: ArticlePlaces, mentions: list[ResolvedMention]) -> None:
        self.text = text
        self.places = places
        self.mentions = mentions

    def place(self, index: int) -> Place:
        """A place of the article."""
        return self.places.places[index]

    def holds(self, index: int) -> bool:
        """Whether a place is one of the localities or lies in one of them."""
        return index in self._own

    def spans(self, index: int) -> bool:
        """Whether a place is one of the localities, lies in one of them or holds one of them."""
        return self.holds(index) or any(self.place(index).name in self.place(i).within for i in self.places.localities)

    @cached_property
    def beside(self) -> frozenset[int]:
        """The places that the text lists beside one of the article's and of its level: 上河村、下河村等村."""
        found: set[int] = set()
        listed = [
            (one.place, other.place)
            for one, other in pairwise(self.mentions)
            if self.place(one.place).level == self.place(other.place).level
            and JOINT.fullmatch(self.text, one.end, other.start)
        ]
        for one, other in (*listed, *((other, one) for one, other in reversed(listed))):
            if self.holds(one) or one in found:
                found.add(other)
        return frozenset(found)

    @cached_property
    def acting(self) -> frozenset[int]:
        """The offsets at which the name of a place ends that opens a clause of its own (；乙镇另搭了…)."""
        found, start, last = set[int](), 0, -1
        for mention in self.mentions:
            start, last = (start if mention.start == last else mention.start), mention.end
            opens = self.text.endswith("；", 0, start)
            adds = self.text.endswith("，", 0, start) and ADDS.match(self.text, last)
            if (opens or adds) and self.is_near(mention.place):
                found.add(last)
        return frozenset(found)

    def is_near(self, index: int) -> bool:
        """Whether a place holds a locality, lies in one, or with one in a place smaller than a province."""
        around = {name for i in self.places.localities for name in self.place(i).within}
        return self.spans(index) or not around.isdisjoint(self.place(index).within[:-1])

    def is_smaller(self, one: int, other: int) -> bool:
        """Whether a place is of a smaller level than another."""
        return LEVELS.index(self.place(one).level) > LEVELS.index(self.place(other).level)

    @cached_property
    def _own(self) -> frozenset[int]:
        """The localities and the places that lie in them; all places where there is no locality."""
        about = self.places.localities
        names = {self.place(i).name for i in about}
        return frozenset(
            i
            for i, p in enumerate(self.places.places)
            if not about or i in about or not names.isdisjoint(p.within) or self._may_lie(p)
        )

    def _may_lie(self, place: Place) -> bool:
        """Whether a compound lies in the town or village that the article is about for all that is known of it."""
        about = [self.place(i) for i in self.places.localities]
        return place.level == "compound" and any(
            home.level in SMALL and set(place.within) <= set(home.within) for home in about
        )
