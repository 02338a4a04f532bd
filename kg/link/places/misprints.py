"""Names that no list has and that are one glyph off the only one of their kind in the place around them."""

from __future__ import annotations

from collections.abc import Iterable

from kg.gazetteer import Gazetteer, Unit
from kg.gazetteer.endings import ending, stem, village_stem
from kg.link.places.draft import Draft
from kg.link.places.entities import Entity

# Two real villages of one county often differ in one of three characters (土桥坝, 高桥坝), hardly ever in one of four.
_LONG = 4
_SHORTEST = 2
# Neighbours are told apart by these.
_TELLING = frozenset("东西南北中上下左右前后里外内大小老新旧正高低一二三四五六七八九十甲乙丙丁")
# Older townships stand in no list.
_LISTED_SINCE = 2016


def check_village(draft: Draft, i: int, parent: str) -> None:
    """Note the one listed village that an unlisted name may be a misprint of: four glyphs long, or with a homophone."""
    gazetteer, printed = draft.gazetteer, draft.mentions[i].name
    county = gazetteer.district(parent)
    own = village_stem(printed)
    if county is None or len(own) < _SHORTEST:
        return
    scope = county.key if len(own) >= _LONG else parent
    known = gazetteer.villages(scope)
    units = [known[stem][0] for stem in sorted(s for s in known if len(s) == len(own) and _near(s, own))]
    if len(own) < _LONG:
        units = [u for u in units if not u.former and sounds_alike(*differing(u.stem, own))]
    _note(draft, i, units, county)


def check_township(draft: Draft, i: int, entity: Entity) -> None:
    """Note the one township of the county written before an unlisted one that differs from it in one glyph."""
    holder = entity.inside.unit if entity.inside is not None else None
    if holder is None or holder.level != "county" or (draft.year or _LISTED_SINCE) < _LISTED_SINCE:
        return
    children = [u for u in draft.gazetteer.children(holder.key) if u.level == "township" and not u.former]
    _note(draft, i, [u for u in children if _alike(u, entity.name)], holder)


def check_county(draft: Draft, i: int, entity: Entity) -> None:
    """Note the one county of the prefecture or province written before an unlisted one that differs in one glyph."""
    holder = entity.inside.unit if entity.inside is not None else None
    if holder is not None:
        _note(draft, i, counties_like(draft.gazetteer, entity.name, holder.key), holder)


def counties_like(gazetteer: Gazetteer, name: str, holder: str) -> list[Unit]:
    """The counties in a prefecture or province whose name differs in one glyph, the ending aside."""
    inside = [
        c for u in gazetteer.children(holder) for c in (u, *(gazetteer.children(u.key) if u.level != "county" else ()))
    ]
    return [u for u in inside if u.level == "county" and not u.former and _alike(u, name)]


def _alike(unit: Unit, name: str) -> bool:
    """Whether a unit's name differs from another in one glyph of its stem."""
    return ending(unit.name) == ending(name) and _near(unit.stem, stem(name))


def _near(one: str, other: str) -> bool:
    """Whether two names of one length differ in one character, and not as neighbours do (城东街道, 城西街道).

    In a long name that takes two such characters; in a short one one is enough (城关镇, 城西镇).
    """
    if len(one) != len(other) or sum(a != b for a, b in zip(one, other, strict=True)) != 1:
        return False
    telling = sum(char in _TELLING for char in differing(one, other))
    return telling < (2 if len(one) >= _LONG else 1)


def differing(one: str, other: str) -> tuple[str, str]:
    """The first characters in which two names of one length differ."""
    return next((a, b) for a, b in zip(one, other, strict=True) if a != b)


def sounds_alike(one: str, other: str) -> bool:
    """Whether two characters have a reading in common, tones aside."""
    from pypinyin import Style, pinyin  # only the few articles with such a name need it

    mine, theirs = (pinyin(char, style=Style.NORMAL, heteronym=True)[0] for char in (one, other))
    return bool(set(mine) & set(theirs))


def _note(draft: Draft, i: int, units: Iterable[Unit], around: Unit) -> None:
    found = list(units)
    if len(found) != 1:
        return
    printed, listed = draft.mentions[i].name, found[0].name
    doubt = f"原文作“{printed}”，{around.name}名录里相近的只有{listed}，疑为误印 ({listed} may be meant)"
    draft.note("possible-misprint", doubt, i, i, printed, listed)
