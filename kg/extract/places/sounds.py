"""Names of 嘎查 and 苏木, which are written by sound: their syllables are no words, whatever they mean."""

from __future__ import annotations

import re

from kg.extract.places.scene import Scene
from kg.extract.places.words import acts, is_everyday

_HAN = re.compile(r"[\u4e00-\u9fff\u3400-\u4dbf]+")
# A Mongolian name is written by sound: 如, 那 and the like are syllables of it and no words.
_MONGOLIAN = ("嘎查", "苏木")
_NO_SYLLABLE = frozenset("各全所每该本下辖的等及和与在两多几其")
_SYLLABLES = range(2, 7)
_CLAUSE_ENDS = frozenset("，。；：！？、\n")


def is_by_sound(scene: Scene, floor: int, head_start: int) -> bool:
    """Whether all between an offset and 嘎查 or 苏木 is the name of one (巴彦托海镇|那木日|嘎查)."""
    if head_start - floor not in _SYLLABLES or not scene.text.startswith(_MONGOLIAN, head_start):
        return False
    text = scene.text[floor:head_start]
    return bool(_HAN.fullmatch(text)) and _NO_SYLLABLE.isdisjoint(text) and not _holds_word(scene, floor, head_start)


def opening_by_sound(scene: Scene, head_start: int, floor: int) -> int | None:
    """Where a clause begins that is the name of a 嘎查 or 苏木 up to its head: 。巴彦乌拉|嘎查, though 乌拉 is one."""
    if not scene.text.startswith(_MONGOLIAN, head_start):
        return None
    start = head_start
    while start > floor and scene.text[start - 1] not in _CLAUSE_ENDS:
        start -= 1
    opens = start > floor and scene.text[start] not in scene.lexicon.left["function"] | scene.lexicon.left["soft"]
    return start if opens and is_by_sound(scene, start, head_start) else None


def _holds_word(scene: Scene, start: int, end: int) -> bool:
    """Whether a verb or an everyday word of two characters or more stands in a stretch."""
    while (found := scene.tokens.before(end, start)) is not None:
        word = scene.text[found[0] : found[1]]
        if len(word) > 1 and (acts(word) or is_everyday(word)):
            return True
        end = found[0]
    return False
