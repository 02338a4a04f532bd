"""What 全县, 该镇, 我市, 辖区 stand for, and the places that only such a reference names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

from kg.gazetteer import Unit
from kg.link.places.draft import RANK, Draft
from kg.link.places.entities import Entity
from kg.model import Level, PlaceMention

_OWN = frozenset("我全本该")
_SPEAKER = frozenset("我全本")
_OF_ALL = frozenset("我自")
_OWN_UNITS = frozenset({"我县", "我市", "我区", "我旗"})
_ANY = frozenset({"辖区", "当地", "全域", "属地"})
_HERE = frozenset({"辖区", "当地"})  # of the place that the sentence has just named
_SENTENCE_END = re.compile(r"[。！？\n]")


def place_references(draft: Draft, about: Sequence[Entity]) -> None:
    """Let each reference stand for the nearest place of its level before it, the article's own, or one around it."""
    for i, mention in enumerate(draft.mentions):
        if mention.kind != "reference":
            continue
        entity = _named(draft, i, about) or _from_around(draft, mention) or _holder_of_all(draft, mention)
        if entity is not None:
            draft.put(i, entity)


def place_own_references(draft: Draft) -> None:
    """Let 我县, 我市 stand for the one around the article where the text names none: what it tells is its own work."""
    for i, mention in enumerate(draft.mentions):
        if mention.kind == "reference" and mention.name in _OWN_UNITS and _named(draft, i, ()) is None:
            entity = _from_around(draft, mention)
            if entity is not None:
                draft.put(i, entity)


def own_by_title(draft: Draft) -> list[Entity]:
    """The place that a headline calls its own (我省, 全市), where frame or body make it certain.

    None where the headline names a place; 我县 is a county still beside a larger one (《张掖新闻》报道我县做法).
    """
    end = len(draft.article.title)
    titled = [RANK[e.level] for i, e in draft.entity_of.items() if draft.mentions[i].end <= end]
    for mention in draft.mentions:
        smaller = (
            mention.name[0] == "我" and mention.level is not None and max(titled, default=-1) < RANK[mention.level]
        )
        own = smaller or (not titled and mention.name[0] in _SPEAKER)
        if mention.kind == "reference" and mention.end <= end and own:
            entity = _from_around(draft, mention) or _shared(draft, mention)
            if entity is not None:
                return [entity]
    return []


def _shared(draft: Draft, mention: PlaceMention) -> Entity | None:
    """The one place of the reference's level that holds all places of the body."""
    units = [e.unit for e in draft.entities() if e.unit is not None and e.level != "village"]
    levels: tuple[Level, ...] = (mention.level,) if mention.level else ("prefecture",)
    for level in levels:
        found = {up.key: up for u in units for up in [draft.unit_at(u, level)] if up is not None}
        if len(units) > 1 and len(found) == 1:
            unit = next(iter(found.values()))
            holds = all(draft.unit_at(u, level) or draft.gazetteer.is_within(unit.key, u.key) for u in units)
            if holds and _ends(unit, mention):
                return _entity(draft, unit) or Entity(unit.name, unit.level, unit=unit)
    return None


def _holder_of_all(draft: Draft, mention: PlaceMention) -> Entity | None:
    """What 我县, 我省 or 自治区 stands for where nothing names it: the one that holds all the article's places."""
    level = mention.level
    if level not in {"county", "province"} or mention.name[0] not in _OF_ALL:
        return None
    units = [e.unit for e in draft.entities() if e.unit is not None]
    small = [u for u in units if RANK[u.level] > RANK[level]]
    found = {up.key: up for u in small for up in [draft.unit_at(u, level)] if up is not None}
    if len(found) != 1 or not _ends(unit := next(iter(found.values())), mention):
        return None
    own = all(draft.gazetteer.is_within(unit.key, u.key) or draft.gazetteer.is_within(u.key, unit.key) for u in units)
    return (_entity(draft, unit) or Entity(unit.name, unit.level, unit=unit)) if own else None


def _entity(draft: Draft, unit: Unit) -> Entity | None:
    """The article's own entity of a unit."""
    return next((e for e in draft.entities() if e.unit is not None and e.unit.key == unit.key), None)


def nearest_named(draft: Draft, i: int) -> Entity | None:
    """The place that a reference stands for by the names before it, else by the only one of its level."""
    return None if draft.mentions[i].name in _ANY else _named(draft, i, ())


def _named(draft: Draft, i: int, about: Sequence[Entity]) -> Entity | None:
    mention = draft.mentions[i]
    before = (draft.entity_of[j] for j in range(i - 1, -1, -1) if j in draft.entity_of)
    if mention.name in _ANY:
        here = _here(draft, i) if mention.name in _HERE else None
        return here or next(chain(about, before), None)
    ranked = chain(about, before) if mention.name[0] in _SPEAKER else chain(before, about)
    found = next((e for e in ranked if _fits(e, mention)), None)
    if found is not None:
        return found
    rest = [e for e in draft.entities() if _fits(e, mention)]
    return rest[0] if len(rest) == 1 else None


def _here(draft: Draft, i: int) -> Entity | None:
    """The place named last before a mention in its sentence, for 当地 also in the one before: 陈庄社区组织辖区商户."""
    j = next((j for j in range(i - 1, -1, -1) if j in draft.entity_of), None)
    if j is None:
        return None
    ends = _SENTENCE_END.findall(draft.article.text, draft.mentions[j].end, draft.mentions[i].start)
    if len(ends) > (draft.mentions[i].name == "当地") or "\n" in ends:
        return None
    return draft.entity_of[j]


def _fits(entity: Entity, mention: PlaceMention) -> bool:
    """Whether a place may be called 全市, 该县, 本社区 …: its level, and its ending where that has several."""
    last = mention.name[-1]
    if mention.level == "zone":
        return entity.level == "zone" and entity.name != mention.name
    if mention.name.endswith("市"):
        return entity.level in {"prefecture", "province", "county"} and entity.name.endswith("市")
    if mention.level == "county":
        return entity.level == "county" and entity.name.endswith(last)
    if mention.level == "township":
        return entity.level == "township" and entity.name.endswith(last)
    if mention.level == "village":
        return entity.level == "village" and (entity.name.endswith(last) or last == "村")
    return entity.level == mention.level


def _from_around(draft: Draft, mention: PlaceMention) -> Entity | None:
    """A place that masthead, issuer or the other articles of the file make certain; new in the article."""
    if mention.name[0] not in _OWN or mention.name in _ANY or mention.level in {"zone", "village"}:
        return None
    levels: tuple[Level, ...] = (mention.level,) if mention.level else ("county", "prefecture", "province")
    units = {u.key: u for level in levels for u in _units(draft, level) if _ends(u, mention)}
    if len(units) != 1:
        return None
    unit = next(iter(units.values()))
    return _entity(draft, unit) or Entity(unit.name, unit.level, unit=unit)


def _units(draft: Draft, level: Level) -> list[Unit]:
    """The units of one level that the frame, else the neighbours, put around the article."""
    for parts in ({"issuer", "masthead", "section", "distribution", "byline"}, {"neighbour"}):
        here = [draft.gazetteer.unit(s.key) for s in draft.around if s.part in parts]
        if parts == {"neighbour"} or level == "province":
            found = {u.key: u for one in here for u in [draft.unit_at(one, level)] if u is not None}
        else:
            found = {u.key: u for u in here if u.level == level}
        if found:
            return list(found.values())
    return []


def _ends(unit: Unit, mention: PlaceMention) -> bool:
    if mention.level == "province":
        return unit.level == "province" and unit.name[-1] == mention.name[-1]
    return unit.name.endswith(mention.name[-1]) and RANK[unit.level] <= RANK["township"]
