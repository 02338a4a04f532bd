"""Entities for listed names, province to township, and the contradictions inside a chain of names."""

from __future__ import annotations

from collections.abc import Mapping

from kg.gazetteer import Unit
from kg.gazetteer.endings import stem
from kg.link.places.companions import shared_county
from kg.link.places.draft import RANK, Draft
from kg.link.places.entities import Entity, twin
from kg.link.places.parts import part_weights
from kg.link.places.settle import MARGIN, Name, Settler, left_of
from kg.link.places.surroundings import named_zones
from kg.model import Level, PlaceCandidate, ScorePart

_KEPT = 5
# The list puts this before the regiments of the Xinjiang corps; nobody prints it with the number alone.
_CORPS = "兵团"
_LEADS = frozenset("、赴到在去从自如像习鉴向和与及（")


def place_listed(draft: Draft) -> None:
    """Give each mention with candidates its entity; names of one unit share one."""
    around = (*draft.around, *named_zones(draft.mentions, draft.gazetteer))
    settler = Settler(draft.mentions, around, draft.gazetteer, draft.year)
    settler.run()
    if companions := shared_county(draft, settler):
        settler = Settler(draft.mentions, (*around, *companions), draft.gazetteer, draft.year)
        settler.run()
    entities: dict[str, Entity] = {}
    by_unit: dict[str, Entity] = {}  # 枫香乡 and 枫香侗族仡佬族乡 may be one
    sure = {(unit.name, unit.level): unit for n, unit in settler.chosen.items() if not settler.names[n].short}
    for n, name in enumerate(settler.names):
        unit = _today(settler, settler.chosen.get(n) or _named_in_full(settler, n, sure))
        key = unit.key if unit is not None else f"open:{name.level}:{name.name}"
        if key not in entities:
            made = _settled(settler, n, unit) if unit is not None else _open(settler, n, name)
            same = by_unit.setdefault(made.unit.key, made) if made.unit is not None else made
            entities[key] = same
            same.name = same.name if name.short else made.name
        for i in name.mentions:
            draft.put(i, entities[key])
    _drop_lone(draft, settler)
    _take_parents(draft)
    _drop_contradicted(draft)


def _named_in_full(settler: Settler, n: int, sure: Mapping[tuple[str, Level], Unit]) -> Unit | None:
    """The unit that the article names in full, where a short form may be its (长沙, of 长沙市 and 长沙县)."""
    if not settler.names[n].short:
        return None
    units = (settler.gazetteer.unit(c.code) for c in settler.ranked(n))
    return next((unit for unit in units if sure.get((unit.name, unit.level)) is unit), None)


def _drop_lone(draft: Draft, settler: Settler) -> None:
    """Take out a far county's short form that opens another name, where a chain puts the article in another province.

    That it is the only bearer says nothing there; what leads places in, or follows them, keeps it (赴桐乡、诸暨考察).
    """
    provinces = {_province(draft, u) for n, u in settler.chosen.items() if _parts(settler, n) & {"chain"}}
    for n, unit in settler.chosen.items():
        name = settler.names[n]
        if not provinces or not name.short or unit.level != "county" or _parts(settler, n) - {"sole", "rank"}:
            continue
        if _province(draft, unit) in provinces or any(_stands_apart(draft, i) for i in name.mentions):
            continue
        for i in name.mentions:
            draft.drop(i)


def _parts(settler: Settler, n: int) -> set[str]:
    return {part.name for part in settler.ranked(n)[0].parts}


def _province(draft: Draft, unit: Unit) -> str | None:
    province = draft.unit_at(unit, "province")
    return province.key if province is not None else None


def _stands_apart(draft: Draft, i: int) -> bool:
    """Whether a mention is led in or followed as places are, or ends its line."""
    mention, text = draft.mentions[i], draft.article.text
    led = text[max(0, mention.start - 1) : mention.start] in _LEADS
    return led or mention.end >= len(text) or draft.cues.apart.match(text, mention.end) is not None


def _today(settler: Settler, unit: Unit | None) -> Unit | None:
    """The unit of today that a former one's name is the short form of (沙县, 沙县区).

    It is meant where the article names it in full, or where the article is younger than the former unit.
    """
    if unit is None or not unit.former or (settler.year is not None and unit.stood_in(settler.year)):
        return unit
    younger = [settler.gazetteer.unit(unit.now)] if settler.year is not None and unit.now is not None else []
    now = next((u for u in (*settler.chosen.values(), *younger) if u.key == unit.now and u.stem == unit.name), None)
    return now or unit


def _take_parents(draft: Draft) -> None:
    """Put an open township into the county written before it, under the name that the list has there, if any.

    One that the list lacks there may be what a township of today was before or has become (阜城镇, 阜城街道): those
    are its candidates, and they place it where the article speaks of their county alone.
    """
    for i, entity in sorted(draft.entity_of.items()):
        if entity.status != "open" or entity.level != "township" or entity.inside is not None:
            continue
        left, counties = draft.left(i), draft.counties()
        if left is not None and left.level == "county" and left.unit is not None:
            unit = twin(entity.name, left.unit.key, draft.gazetteer)
            entity.unit, entity.status = unit, "settled" if unit is not None else "new"
            entity.inside = None if unit is not None else left
            entity.candidates = entity.candidates if unit is not None else _kin(draft, entity.name, left.unit.key)
        elif left is None and len(counties) == 1 and (kin := _kin(draft, entity.name, counties[0])):
            entity.status, entity.parent, entity.candidates = "new", counties[0], kin


def _kin(draft: Draft, name: str, county: str) -> tuple[PlaceCandidate, ...]:
    """The townships of a county that differ from a name in the ending alone: what it was or has become."""
    parts = tuple(ScorePart(part, part_weights("listed")[part]) for part in ("stem", "county"))
    own = stem(name)
    return tuple(
        PlaceCandidate(u.key, u.name, "/".join(up.name for up in reversed(draft.gazetteer.ancestors(u.key))), parts)
        for u in draft.gazetteer.children(county)
        if u.level == "township" and u.stem == own and u.name != name and not u.former
    )


def _settled(settler: Settler, n: int, unit: Unit) -> Entity:
    candidates = tuple(settler.ranked(n)[:_KEPT])
    if _CORPS in unit.name:
        return Entity(settler.names[n].name, unit.level, unit=unit, candidates=candidates)
    if unit.level == "township" and unit.code is None and unit.parent is not None and not unit.former:
        other = twin(unit.name, unit.parent, settler.gazetteer)
        return Entity(unit.name, unit.level, unit=other or unit, candidates=candidates)
    return Entity(unit.name, unit.level, unit=unit, candidates=candidates)


def _open(settler: Settler, n: int, name: Name) -> Entity:
    """A name of several units none of which is clear; its parent is what the likely ones share."""
    ranked = settler.ranked(n)
    likely = [c for c in ranked if ranked[0].score - c.score < MARGIN]
    paths = [[u.key for u in settler.gazetteer.ancestors(c.code)] for c in likely]
    near = ranked[0].score >= 1.0
    shared = next((key for key in paths[0] if all(key in path for path in paths)), None) if near else None
    unit = settler.gazetteer.unit(ranked[0].code)
    printed = name.name if not name.short else unit.name
    return Entity(printed, unit.level, parent=shared, status="open", candidates=tuple(ranked[:_KEPT]))


def _drop_contradicted(draft: Draft) -> None:
    """Take out a parent that the list contradicts (宿州市宿豫区), where the article names it in no other way."""
    wrong: dict[int, set[int]] = {}
    for i in sorted(draft.entity_of):
        at = left_of(draft.mentions, i)
        if at is None or at not in draft.entity_of or draft.mentions[i].kind != "full":
            continue
        parent, child = draft.entity_of[at], draft.entity_of[i]
        if _contradicts(draft, parent, child):
            wrong.setdefault(id(parent), set()).add(at)
            printed, listed = f"{parent.name}{child.name}", _path(draft, child)
            message = (
                f"原文作“{printed}”，名录里{child.name}属{listed} ({child.name} lies in {listed} by the official list)"
            )
            draft.note("parent-conflict", message, at, i, printed, f"{listed}{child.name}")
    for spans in wrong.values():
        entity = draft.entity_of[min(spans)]
        if spans == {i for i, e in draft.entity_of.items() if e is entity}:
            for i in spans:
                draft.drop(i)


def _contradicts(draft: Draft, parent: Entity, child: Entity) -> bool:
    if parent.unit is None or child.unit is None or RANK[parent.level] >= RANK[child.level]:
        return False
    gazetteer = draft.gazetteer
    keys = [child.unit.key, *([child.unit.now] if child.unit.now else [])]
    return not any(gazetteer.is_within(key, parent.unit.key) for key in keys) and not _followed(draft, parent, child)


def _followed(draft: Draft, parent: Entity, child: Entity) -> bool:
    """Whether the parent is a former unit whose follower holds the child."""
    assert parent.unit is not None
    assert child.unit is not None
    return parent.unit.now is not None and draft.gazetteer.is_within(child.unit.key, parent.unit.now)


def _path(draft: Draft, child: Entity) -> str:
    assert child.unit is not None
    return "".join(u.name for u in reversed(draft.gazetteer.ancestors(child.unit.key)))
