"""Regiments and farms of the Xinjiang corps, which papers print as 143团, 八十三团 or 红星二场, and their companies.

The list has them as 兵团一四三团 and 兵团红星二场, some behind their division's name too, and no company (六连).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.places.scene import Scene
from kg.gazetteer import Unit
from kg.model import MentionKind, PlaceMention

_CORPS = re.compile(r"兵团|第?[一二三四五六七八九十]{1,3}师|团场|连队|团党委")
_REGIMENT = re.compile(
    r"(?P<own>(?<!建设)兵团)?(?<![0-9一二三四五六七八九十零\u3007])(?P<number>[0-9]{1,3}|[一二三四五六七八九十\u3007零]{1,4})团(?![结体队长员支委圆聚购伙次])"
)
_FARM = re.compile(r"场(?![所地面景合长部上馆次])")
_WIDTHS = range(6, 2, -1)
_DIVISION = re.compile(r"第?(?P<number>[一二三四五六七八九十]{1,3})师")
_DIVISIONS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四")
_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_COMPANY = re.compile(rf"{_NUMBER}连(?![续接]|[\u4e00-\u9fff]?心)")
# Once a company has been named behind its regiment: 七连党支部开会, 走进二连, 二连、六连职工.
_ACTS = r"党|职工|支部|居民|群众|的|也|先后|率先|[“]?两委|[把推建办设学组每将还成开]"
_ALONE = re.compile(
    rf"(?<=[\n，。；：“进在到、和与])(?P<name>{_NUMBER}连)(?![续接]|[\u4e00-\u9fff]?心)"
    rf"(?:(?<=走进.连|来到.连|连[、和与].连)|(?<=走进..连|来到..连|连[、和与]..连)|(?={_ACTS}|[、和与]{_NUMBER}连))"
)
_OWN_OR_HELD = re.compile(r"(?:[师市]|兵团)\Z")
_DIGITS = "\u3007一二三四五六七八九"
_ONE_BY_ONE = str.maketrans("0123456789零", _DIGITS + "\u3007")


def corps_names(scene: Scene) -> list[PlaceMention]:
    """Mentions of regiments and farms and of their companies, in an article that speaks of the corps."""
    if not _CORPS.search(scene.text):
        return []
    farms = [*_regiments(scene), *_farms(scene)]
    companies = [found for m in farms if (found := _COMPANY.match(scene.text, m.end))]
    alone = _ALONE.finditer(scene.text) if companies else ()
    own = {m.span() for m in companies} | {m.span("name") for m in alone}
    return [*farms, *(PlaceMention(s, e, scene.text[s:e], "pattern", "village") for s, e in sorted(own))]


def _regiments(scene: Scene) -> Iterator[PlaceMention]:
    for m in _REGIMENT.finditer(scene.text):
        units: tuple[Unit, ...] = next(
            (u for n in _spellings(m["number"]) if (u := scene.gazetteer.by_name(f"兵团{n}团"))), ()
        )
        keys = tuple(u.key for u in units)
        held = _OWN_OR_HELD.search(scene.text, max(0, m.start() - len("兵团")), m.start()) is not None
        if keys or len(m["number"]) > 1 or held or _COMPANY.match(scene.text, m.end()):
            kind: MentionKind = "full" if keys else "pattern"
            name = units[0].name if m["own"] and units else m.group()
            yield PlaceMention(m.start(), m.end(), name, kind, "township", keys)


def _farms(scene: Scene) -> Iterator[PlaceMention]:
    """Farms that the list has behind 兵团 or behind their division (兵团十二师三坪农场), one of those named first."""
    named = dict.fromkeys(m["number"] for m in _DIVISION.finditer(scene.text))
    for m in _FARM.finditer(scene.text):
        for start in (m.end() - width for width in _WIDTHS if width <= m.end()):
            name = scene.text[start : m.end()]
            unit = _farm(scene, name, [*named, *_DIVISIONS])
            if unit is not None:
                yield PlaceMention(start, m.end(), name, "full", "township", (unit.key,))
                break


def _farm(scene: Scene, name: str, divisions: Sequence[str]) -> Unit | None:
    """The farm that the list has under a name without 兵团 and division."""
    spelt = (f"{corps}{sort}{n}师" for n in divisions for corps in ("兵团", "新疆兵团") for sort in ("", "第", "农"))
    units = (u for lead in ("兵团", *spelt) for u in scene.gazetteer.by_name(lead + name, "township"))
    return next(units, None)


def _spellings(number: str) -> tuple[str, ...]:
    """The ways in which the list may write a number: digit by digit with either zero, below a hundred with 十."""
    digits = number.translate(_ONE_BY_ONE)
    spelt = (number, digits, digits.replace("\u3007", "零"))
    if len(digits) != len("十一") or "十" in digits:
        return spelt
    tens, ones = ("" if digits[0] == "一" else digits[0]), digits[1].strip("\u3007")
    return (*spelt, f"{tens}十{ones}")
