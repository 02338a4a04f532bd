"""Regiments of the Xinjiang corps, which papers print as 143团, 一四三团 or 八十三团 and the list as 兵团一四三团."""

from __future__ import annotations

import re

from kg.extract.places.scene import Scene
from kg.gazetteer import Unit
from kg.model import MentionKind, PlaceMention

_CORPS = re.compile(r"兵团|第?[一二三四五六七八九十]{1,3}师|团场|连队|团党委")
_REGIMENT = re.compile(
    r"(?P<own>(?<!建设)兵团)?(?<![0-9一二三四五六七八九十零\u3007])(?P<number>[0-9]{1,3}|[一二三四五六七八九十\u3007零]{1,4})团(?![结体队长员支委圆聚购伙次])"
)
_DIGITS = "\u3007一二三四五六七八九"
_ONE_BY_ONE = str.maketrans("0123456789零", _DIGITS + "\u3007")


def corps_names(scene: Scene) -> list[PlaceMention]:
    """Mentions of regiments, in an article that speaks of the corps."""
    found: list[PlaceMention] = []
    if not _CORPS.search(scene.text):
        return found
    for m in _REGIMENT.finditer(scene.text):
        units: tuple[Unit, ...] = next(
            (u for n in _spellings(m["number"]) if (u := scene.gazetteer.by_name(f"兵团{n}团"))), ()
        )
        keys = tuple(u.key for u in units)
        if keys or len(m["number"]) > 1:
            kind: MentionKind = "full" if keys else "pattern"
            name = units[0].name if m["own"] and units else m.group()
            found.append(PlaceMention(m.start(), m.end(), name, kind, "township", keys))
    return found


def _spellings(number: str) -> tuple[str, ...]:
    """The ways in which the list may write a number: digit by digit with either zero, below a hundred with 十."""
    digits = number.translate(_ONE_BY_ONE)
    spelt = (number, digits, digits.replace("\u3007", "零"))
    if len(digits) != len("十一") or "十" in digits:
        return spelt
    tens, ones = ("" if digits[0] == "一" else digits[0]), digits[1].strip("\u3007")
    return (*spelt, f"{tens}十{ones}")
