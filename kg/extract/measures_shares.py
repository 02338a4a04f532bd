"""Which of several places each number of a list belongs to, where 分别 deals them out."""

from __future__ import annotations

import re
from itertools import pairwise

from kg.extract.measures_numbers import Number
from kg.model import ArticlePlaces, ResolvedMention, Sentence

CLAUSE_END = re.compile(r"[，。；：！？\n,;!?—]")


def spread(text: str, sentence: Sentence, numbers: list[Number], places: ArticlePlaces) -> dict[int, str]:
    """Number → place, where 分别 gives each of several places its own number, in their order."""
    given: dict[int, str] = {}
    for found in re.finditer("分别", text[sentence.start : sentence.end]):
        at = sentence.start + found.start()
        end = next((m.start() for m in CLAUSE_END.finditer(text, at, sentence.end)), sentence.end)
        behind = [i for i, n in enumerate(numbers) if at < n.start < end]
        listed = last_list(text, [m for m in places.mentions if sentence.start <= m.start and m.end <= at], len(behind))
        if len(behind) > 1 and len(listed) == len(behind):
            given.update(zip(behind, (places.places[m.place].name for m in listed), strict=True))
    return given


def last_list(text: str, mentions: list[ResolvedMention], length: int) -> list[ResolvedMention]:
    """The last run of that many mentions joined by 、 or 和; empty where there is none."""
    for first in range(len(mentions) - length, -1, -1):
        run = mentions[first : first + length]
        joints = (text[a.end : b.start] for a, b in pairwise(run))
        if length and all(re.fullmatch(r"[、和与及]|以及", joint) for joint in joints):
            return run
    return []
