"""Entities for villages and communities, unlisted townships, zones and compounds, inside the places already settled."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from kg.gazetteer import Gazetteer, Unit
from kg.gazetteer.endings import ordinal
from kg.link.places.draft import Draft
from kg.link.places.entities import Entity, twin
from kg.link.places.misprints import check_county, check_township, check_village
from kg.link.places.parts import part_weights
from kg.link.places.settle import GRACE
from kg.model import PlaceCandidate, PlaceStatus, ScorePart

_KIND = re.compile(r"(居民区|社区|村|嘎查)$")
_QUARTER = "居民区"  # where the office is an 居委会, as in Shanghai
_HAMLET = re.compile(r"(?:[屯塆寨组]|屋场|院子|自然村)$")
_SMALL = frozenset({"village", "township", "zone"})
_MOST_BETWEEN = 24  # names between an estate and the place that it lies in
_HOLDERS = frozenset({"township", "zone"})


def place_villages(draft: Draft) -> None:
    """Settle each village inside the township or county that is certain; open where several fit or none."""
    home = draft.today(draft.home())
    spans = [i for i, m in enumerate(draft.mentions) if m.level == "village" and m.kind != "reference"]
    printed = {draft.mentions[i].name for i in spans}
    known: defaultdict[str, list[Entity]] = defaultdict(list)  # by name, and by the key of their unit
    for i in sorted((i for i in spans if i not in draft.entity_of), key=lambda i: (_looseness(draft.left(i)), i)):
        left = draft.left(i)
        entity = next((e for e in known[draft.mentions[i].name] if _may_be(draft, e, left)), None)
        if entity is None:
            made = _village(draft, i, left, home)
            same = known[made.unit.key] if made.unit is not None else []
            entity = next((e for e in same if _is_same(e, made)), made)
            if made.name.endswith(_QUARTER) and entity.name not in printed:
                entity.name = made.name
            known[entity.name].append(entity)
            same.append(entity)
        draft.put(i, entity)


def _looseness(left: Entity | None) -> int:
    """How little the place before a village says of where it lies: behind its town least, bare most."""
    if left is None:
        return 2
    return 0 if left.level in _HOLDERS else 1


def _is_same(entity: Entity, made: Entity) -> bool:
    """Whether two names are one listed village: the same name, or one of a community and one of its quarter."""
    if entity.unit is None or entity.unit != made.unit:
        return False
    return entity.name == made.name or entity.name.endswith(_QUARTER) or made.name.endswith(_QUARTER)


def _may_be(draft: Draft, entity: Entity, left: Entity | None) -> bool:
    """Whether a village named before may be meant again: bare, or behind a place that holds it."""
    if left is None or entity.inside is left:
        return True
    inside = entity.inside.unit if entity.inside is not None else None
    key = entity.unit.parent if entity.unit is not None else inside.key if inside is not None else entity.parent
    return left.unit is not None and key is not None and draft.gazetteer.is_within(key, left.unit.key)


def _village(draft: Draft, i: int, left: Entity | None, home: str | None) -> Entity:
    name = draft.mentions[i].name
    scored = _candidates(draft, i, left, home)
    best = [c for c in scored if scored[0].score - c.score < 0.5]
    inside, parent = _known_parent(draft, i, left, home)
    if len(best) == 1 and _is_plausible(draft, best[0], left, home):
        unit = _unit(draft, best[0].code)
        current = not unit.former
        entity = Entity(_official(name, unit), "village", unit=unit, candidates=tuple(scored[:5]), coded=current)
        if (
            left is not None
            and left.unit is not None
            and left.unit.level == "township"
            and unit.parent != left.unit.key
        ):
            entity.inside = left
        return entity
    holder = inside.unit.key if inside is not None and inside.unit is not None else parent
    if not scored and holder is not None:
        check_village(draft, i, holder)
    status: PlaceStatus = "open" if scored or (parent is None and inside is None) else "new"
    return Entity(name, "village", parent=parent, inside=inside, status=status, candidates=tuple(scored[:5]))


def _official(name: str, unit: Unit) -> str:
    """The name of a community that is printed without 社区: 莲花二村, which no village is; 莲花居民区 stays."""
    return unit.name if unit.kind == "社区" and unit.stem == name and name.endswith("村") else name


def _is_plausible(draft: Draft, best: PlaceCandidate, left: Entity | None, home: str | None) -> bool:
    """Whether the listed village lies where the text puts it: behind its parent, or in the article's own place."""
    parts = {p.name for p in best.parts}
    if left is not None and left.unit is not None and left.unit.level in {"county", "township", "zone"}:
        return "chain" in parts
    inside = home is None or draft.gazetteer.unit(home).level in {"province", "prefecture"} or "home" in parts
    return inside or "near" in parts


def _unit(draft: Draft, key: str) -> Unit:
    """A village by its key; former ones are found through their township."""
    if ":" not in key:
        return draft.gazetteer.unit(key)
    township, _, stem = key.split(":", 1)[1].partition("/")
    units = (u for holder in _holders(draft, township) for u in draft.gazetteer.villages(holder).of(stem))
    return next(u for u in units if u.key == key)


def _holders(draft: Draft, township: str) -> Sequence[str]:
    return [*draft.counties(), *draft.counties_around(), *([township[:6]] if township else [])]


def _known_parent(draft: Draft, i: int, left: Entity | None, home: str | None) -> tuple[Entity | None, str | None]:
    """The entity, or else the key of the unit, that certainly holds a village that the list lacks."""
    if left is not None:
        return left, None
    gazetteer = draft.gazetteer
    near = next((e for e in draft.in_sentence(i) if e.level in _HOLDERS), None)
    if near is not None:
        return near, None
    if home is not None and gazetteer.unit(home).level in {"township", "county", "zone"}:
        return None, home
    counties = draft.counties()
    return None, counties[0] if len(counties) == 1 else home


def _candidates(draft: Draft, i: int, left: Entity | None, home: str | None) -> list[PlaceCandidate]:
    """The listed villages that a name may stand for, best first; ``code`` holds the key."""
    gazetteer = draft.gazetteer
    within = _scopes(draft, left, home)
    units = dict.fromkeys(u for key in within for u in _named(gazetteer, draft.mentions[i].name, key))
    if left is None and not draft.counties():  # in a whole prefecture only what bears the very name today
        kind = _KIND.search(draft.mentions[i].name)
        units = dict.fromkeys(u for u in units if kind is not None and u.kind == kind.group() and not u.former)
    named = {e.unit.key for e in draft.outer() if e.unit is not None and e.level in _HOLDERS}
    near = next((e.unit.key for e in draft.in_sentence(i) if e.unit is not None and e.level in _HOLDERS), None)
    found = [_candidate(draft, draft.mentions[i].name, u, left, (home, near, named)) for u in units]
    return sorted(found, key=lambda c: (-c.score, c.code))


def _named(gazetteer: Gazetteer, name: str, key: str) -> Sequence[Unit]:
    """The villages of a name in a unit; 新石一社区 is listed as 新石第一社区, 莲花居民区 as 莲花居委会."""
    name = name.removesuffix(_QUARTER)
    return gazetteer.villages_named(name, key) or gazetteer.villages_named(ordinal(name), key)


def _scopes(draft: Draft, left: Entity | None, home: str | None) -> list[str]:
    if left is not None and left.unit is not None and left.unit.level in {"county", "township", "zone"}:
        up = draft.gazetteer.district(draft.today(left.unit.key) or left.unit.key)
        return [left.unit.key, *([up.key] if up is not None and up.key != left.unit.key else [])]
    return draft.counties() or _districts(draft, home)


def _districts(draft: Draft, home: str | None) -> list[str]:
    """The counties of the prefecture that an article is about, where it names none of them."""
    if home is None or draft.gazetteer.unit(home).level != "prefecture":
        return []
    return [u.key for u in draft.gazetteer.children(home) if u.level == "county" and not u.former]


def _candidate(
    draft: Draft, name: str, unit: Unit, left: Entity | None, near: tuple[str | None, str | None, set[str]]
) -> PlaceCandidate:
    gazetteer = draft.gazetteer
    home, before, named = near
    up = _up(gazetteer, unit)
    kind = _KIND.search(name)
    shares = {
        "chain": left is not None and left.unit is not None and bool(_today(left.unit) & set(up)),
        "home": 1.0 if home in up[:1] else 0.5 if home in up else 0.0,
        "near": before in up[:1],
        "named": bool(named & set(up)),
        "county": True,
        "kind": kind is not None and unit.kind == kind.group(),
        "former": not unit.stood_in(draft.year, GRACE if draft.year else 0),
    }
    weights = part_weights("village")
    path = "/".join(gazetteer.unit(key).name for key in reversed(up))
    parts = tuple(ScorePart(part, weights[part] * share) for part, share in shares.items() if share)
    return PlaceCandidate(unit.key, unit.name, path, parts)


def _today(unit: Unit) -> set[str]:
    """The keys of a unit and of the one that took its place, which holds its villages."""
    return {unit.key, *((unit.now,) if unit.now is not None else ())}


def _up(gazetteer: Gazetteer, unit: Unit) -> list[str]:
    return [unit.parent, *(u.key for u in gazetteer.ancestors(unit.parent))] if unit.parent else []


def place_townships(draft: Draft) -> None:
    """Give unlisted townships and streets an entity in the place before them, or in the article's county."""
    known: dict[str, Entity] = {}
    for i, mention in enumerate(draft.mentions):
        if mention.level == "township" and mention.kind != "reference" and i not in draft.entity_of:
            entity = known.get(mention.name) or _township(draft, i)
            known[mention.name] = entity
            draft.put(i, entity)
    for i, entity in sorted(draft.entity_of.items()):
        if entity.level == "township" and entity.status == "new" and draft.mentions[i].name == entity.name:
            check_township(draft, i, entity)


def place_counties(draft: Draft) -> None:
    """Give names of counties that the list lacks an entity in the prefecture or province written before them."""
    known: dict[str, Entity] = {}
    for i, mention in enumerate(draft.mentions):
        if mention.level == "county" and mention.kind == "pattern" and i not in draft.entity_of:
            made = Entity(mention.name, "county", inside=draft.left(i), status="new")
            entity = known.setdefault(mention.name, made)
            draft.put(i, entity)
            check_county(draft, i, entity)


def _township(draft: Draft, i: int) -> Entity:
    left, counties, name = draft.left(i), draft.counties(), draft.mentions[i].name
    parent = counties[0] if len(counties) == 1 else None
    county = left.unit.key if left is not None and left.unit is not None else parent
    unit = twin(name, county, draft.gazetteer) if county is not None else None
    if unit is not None:
        return Entity(name, "township", unit=unit)
    return Entity(name, "township", parent=parent, inside=left, status="new")


def place_compounds(draft: Draft) -> None:
    """Give compounds an entity in the village or township beside them, else in the place the article is about."""
    home = draft.home()
    known: dict[str, Entity] = {}
    sites: dict[int, Entity | None] = {}
    village: Entity | None = None  # named last: a hamlet that stands alone lies there (那烘屯的老人)
    for i, mention in enumerate(draft.mentions):
        if mention.level == "village":
            village = draft.entity_of.get(i, village)
        if mention.level != "compound" or mention.kind == "reference":
            continue
        sites[i] = draft.left(i) or _site(draft, i, sites)
        key = mention.name.removesuffix("小区")
        if key not in known:
            beside = sites[i] or (village if _HAMLET.search(mention.name) else None)
            known[key] = Entity(mention.name, "compound", parent=home, inside=beside, status="new")
        entity = known[key]
        entity.name = max(entity.name, mention.name, key=len)
        draft.put(i, entity)


def _site(draft: Draft, i: int, sites: Mapping[int, Entity | None]) -> Entity | None:
    """The village or township named before an estate in its sentence, unless both are members of one list.

    ``sites`` are those of the estates before it, which go on through a list.
    """
    for j in range(i - 1, max(-1, i - 1 - _MOST_BETWEEN), -1):
        entity = draft.entity_of.get(j)
        between = draft.article.text[draft.mentions[j].end : draft.mentions[i].start]
        if any(mark in between for mark in "。！？\n"):
            return None
        if entity is not None and entity.level == "compound" and between in {"、", "和", "与", "及"}:
            return sites.get(j)
        if entity is not None and entity.level in _SMALL:
            return None if "、" in between else entity
    return None
