"""To which place a number belongs, where 分别 deals numbers out, or where 等 sums up a list of places."""

from __future__ import annotations

import re
from itertools import pairwise

from kg.extract.measures_numbers import Number
from kg.model import ArticlePlaces, ResolvedMention, Sentence

SUMMED = re.compile(r"(?:行政村|自然村|嘎查|[^，。；：“”]{0,4}?(?:[村镇乡县区市旗]|社区|街道))")
BRACKET = re.compile(r"[^，。；：！？、\d\n（）]{1,16}（(?:其中)?")  # between a sum and the first of its parts
CLAUSE_END = re.compile(r"[，。；：！？\n,;!?—]")


def spread(text: str, sentence: Sentence, numbers: list[Number], places: ArticlePlaces) -> dict[int, str]:
    """Number → place, where 分别 gives each of several places its own number in their order, or 等 sums them up."""
    given = {i: place for i, n in enumerate(numbers) if (place := around(text, n, places)) is not None}
    for found in re.finditer("分别", text[sentence.start : sentence.end]):
        at = sentence.start + found.start()
        end = next((m.start() for m in CLAUSE_END.finditer(text, at, sentence.end)), sentence.end)
        behind = [i for i, n in enumerate(numbers) if at < n.start < end]
        listed = last_list(text, [m for m in places.mentions if sentence.start <= m.start and m.end <= at], len(behind))
        if len(behind) > 1 and len(listed) == len(behind):
            given.update(zip(behind, (places.places[m.place].name for m in listed), strict=True))
    return given


def itemised(text: str, numbers: list[Number], places: ArticlePlaces) -> dict[int, tuple[int, str]]:
    """Number → the sum that it is a part of and its place, where brackets itemise: 95个村（甲县40个、乙县55个）."""
    named = {m.end: m for m in places.mentions}
    found: dict[int, tuple[int, str]] = {}
    for i, number in enumerate(numbers[1:], 1):
        mention = named.get(number.start)
        if mention is None or number.unit != numbers[i - 1].unit:
            continue
        between = text[numbers[i - 1].end : mention.start]
        if BRACKET.fullmatch(between) or (between == "、" and i - 1 in found):
            whole = found[i - 1][0] if between == "、" else i - 1
            found[i] = whole, places.places[mention.place].name
    return found


def around(text: str, number: Number, places: ArticlePlaces) -> str | None:
    """The smallest place of the article around those that a number sums up (甲村、乙村等6个村), None where none."""
    if number.unit != "个" or not text.startswith("等", number.start - 1) or not SUMMED.match(text, number.end):
        return None
    last = next((m.place for m in places.mentions if m.end == number.start - 1), None)
    about = {places.places[i].name for i in places.localities}
    if last is None:
        return None
    own = {p.name for p in places.places if p.name in about or about & set(p.within)}
    return next((name for name in places.places[last].within if name in own), None)


def last_list(text: str, mentions: list[ResolvedMention], length: int) -> list[ResolvedMention]:
    """The last run of that many mentions joined by 、 or 和; empty where there is none."""
    for first in range(len(mentions) - length, -1, -1):
        run = mentions[first : first + length]
        joints = (text[a.end : b.start] for a, b in pairwise(run))
        if length and all(re.fullmatch(r"[、和与及]|以及", joint) for joint in joints):
            return run
    return []
