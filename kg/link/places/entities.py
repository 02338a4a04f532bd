"""The places of an article while they are being settled: one entry a place, however often it is named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kg.gazetteer import Gazetteer, Unit
from kg.model import Evidence, Level, Place, PlaceCandidate, PlaceStatus

_GB_LEVELS = frozenset({"province", "prefecture", "county"})


@dataclass(slots=True)
class Entity:
    """A place in the making; ``unit`` its listed unit, ``parent`` the key of the unit around it, ``inside`` an entity.

    An entity that lies in another one (a compound in a village without a code) has that one in ``inside``.
    """

    name: str
    level: Level
    unit: Unit | None = None
    parent: str | None = None
    inside: Entity | None = None
    status: PlaceStatus = "settled"
    candidates: tuple[PlaceCandidate, ...] = ()
    evidence: list[Evidence] = field(default_factory=list)
    coded: bool = True


def code_of(unit: Unit) -> str | None:
    """GB/T 2260 down to the county, the statistics bureau's 2023 code below; None where there is none."""
    return unit.code or (unit.mca_code if unit.level in _GB_LEVELS else None)


def twin(name: str, county: str, gazetteer: Gazetteer) -> Unit | None:
    """The township of a county that is listed as 北湖街街道 for 北湖街道, or the other way round.

    A 民族乡 is listed without its peoples as well, or with them in another order.
    """
    wanted = name.replace("街街道", "街道")
    units = [u for u in gazetteer.children(county) if u.level == "township" and u.code is not None]
    found = [u for u in units if u.name.replace("街街道", "街道") == wanted]
    if not found and name.endswith("族乡"):
        found = [u for u in units if u.name.endswith("乡") and not u.former and name.startswith(u.stem)]
    return found[0] if len(found) == 1 else None


def around(entity: Entity, gazetteer: Gazetteer) -> list[tuple[str, str | None]]:
    """``(name, code)`` of the places around an entity, smallest first."""
    if entity.inside is not None:
        up = entity.inside
        code = code_of(up.unit) if up.unit is not None and up.coded else None
        return [(up.name, code), *around(up, gazetteer)]
    if entity.unit is not None:
        units: Sequence[Unit] = gazetteer.ancestors(entity.unit.key)
    elif entity.parent is not None:
        units = (gazetteer.unit(entity.parent), *gazetteer.ancestors(entity.parent))
    else:
        units = ()
    return [(u.name, code_of(u)) for u in units]


def printed_names(entities: Iterable[Entity], gazetteer: Gazetteer) -> dict[str, str]:
    """Code → the name under which an article speaks of a unit: the former one (铜山县) where it names no other."""
    units = [(e.name, e.unit) for e in entities if e.unit is not None and e.coded]
    heirs = [(name, gazetteer.unit(u.now)) for name, u in units if u.former and u.now is not None]
    return {code: name for name, u in (*heirs, *units) if (code := code_of(u)) is not None}


def to_place(entity: Entity, names: Mapping[str, str], gazetteer: Gazetteer) -> Place:
    """The finished place; ``names`` are the names under which the article's own places go, by code."""
    outer = [(names.get(code, name) if code else name, code) for name, code in around(entity, gazetteer)]
    return Place(
        name=entity.name,
        level=entity.level,
        code=code_of(entity.unit) if entity.unit is not None and entity.coded else None,
        within=tuple(name for name, _ in outer),
        within_codes=tuple(code for _, code in outer),
        status=entity.status,
        evidence=tuple(sorted(set(entity.evidence))),
        candidates=entity.candidates,
    )
