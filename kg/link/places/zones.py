"""Entities for development zones: one a zone, under its fullest printed name; a code where the list has that name."""

from __future__ import annotations

import re

from kg.gazetteer import Unit
from kg.link.places.draft import Draft
from kg.link.places.entities import Entity
from kg.link.places.parts import part_weights
from kg.link.places.surroundings import common
from kg.model import PlaceCandidate, ScorePart

_KEPT = 5
_SORTS = (
    (re.compile(r"(?:国家级?|省级)?(?:高新技术产业开发区|高新技术开发区|高新技术产业园区|高新区)$"), "high-tech"),
    (re.compile(r"(?:国家级?|省级)?(?:经济技术开发区|经济开发区|经开区|开发区)$"), "economic"),
    (re.compile(r"综(?:合)?保(?:税)?区$"), "bonded"),
    (re.compile(r"工业园区?$"), "industrial"),
)


def place_zones(draft: Draft) -> None:
    """Settle the zones of an article; 锡山经开区 and 锡山经济开发区 are one."""
    known: dict[tuple[str, str], Entity] = {}
    zones = [i for i, m in enumerate(draft.mentions) if m.level == "zone" and m.kind != "reference"]
    order = sorted((i for i in zones if i not in draft.entity_of), key=lambda i: (not draft.has_left(i), i))
    for i in order:
        name = draft.mentions[i].name
        prefix, sort = _parts(name)
        left = draft.left(i)
        key = (prefix or (left.name if left else ""), sort)
        if key not in known:
            known[key] = _zone(draft, i, prefix, left)
        entity = known[key]
        if len(name) > len(entity.name):
            entity.name = name
        draft.put(i, entity)
    for entity in known.values():
        _look_up(draft, entity)


def _parts(name: str) -> tuple[str, str]:
    """What stands before the sort of zone, and the sort."""
    for pattern, sort in _SORTS:
        found = pattern.search(name)
        if found:
            return name[: found.start()].removesuffix("市").removesuffix("区").removesuffix("县"), sort
    return name, ""


def _zone(draft: Draft, i: int, prefix: str, left: Entity | None) -> Entity:
    name = draft.mentions[i].name
    unit = _named_after(draft, prefix)
    if (
        unit is not None
        and left is not None
        and left.unit is not None
        and not draft.gazetteer.is_within(unit.key, left.unit.key)
    ):
        unit = None
    if unit is not None:
        return Entity(name, "zone", parent=unit.key, status="new")
    if left is not None:
        return Entity(name, "zone", inside=left, status="new")
    return Entity(name, "zone", parent=_parent(draft), status="new" if prefix else "open")


def _parent(draft: Draft) -> str | None:
    """The county that the article speaks of, else what it is about down to the county, else what stands around."""
    counties = draft.counties()
    if len(counties) == 1:
        return counties[0]
    home = draft.home()
    if home is None:
        return common(draft.around, draft.gazetteer)
    county = draft.unit_at(draft.gazetteer.unit(home), "county")
    return county.key if county is not None else home


def _named_after(draft: Draft, prefix: str) -> Unit | None:
    """The unit whose short form a zone's name begins with: one of the article's surroundings, or a safe one."""
    around = {*draft.counties(), *draft.counties_around(), *(s.key for s in draft.around)}
    around |= {u.key for key in around for u in draft.gazetteer.ancestors(key)}
    for length in range(len(prefix), 1, -1):
        units = [u for u in draft.gazetteer.by_short(prefix[:length]) if not u.former]
        near = [u for u in units if u.key in around]
        if near or (units and draft.gazetteer.is_safe(prefix[:length])):
            return (near or units)[0]
    return None


def _look_up(draft: Draft, entity: Entity) -> None:
    """Settle a zone as the listed one inside its parent that bears its name, else the one it is a usual form of.

    Its code counts only where the names are the same.
    """
    parent = entity.parent or (entity.inside.unit.key if entity.inside and entity.inside.unit else None)
    if parent is None:
        return
    units = [u for u in draft.gazetteer.zone_by_alias(entity.name, parent) if u.stood_in(draft.year)]
    found = sorted((_candidate(draft, entity, u) for u in units), key=lambda c: (-c.score, c.code))
    entity.candidates = tuple(found[:_KEPT])
    best = [c for c in found if c.score == found[0].score]
    if len(best) == 1:
        unit = draft.gazetteer.unit(best[0].code)
        entity.coded, entity.status = unit.name == entity.name, "settled"
        if entity.coded:
            entity.unit, entity.inside = unit, None


def _candidate(draft: Draft, entity: Entity, unit: Unit) -> PlaceCandidate:
    """A listed zone that a name inside a known place may stand for."""
    weights = part_weights("zone")
    names = ("name" if unit.name == entity.name else "alias", "inside")
    path = "/".join(up.name for up in reversed(draft.gazetteer.ancestors(unit.key)))
    return PlaceCandidate(unit.key, unit.name, path, tuple(ScorePart(name, weights[name]) for name in names))
