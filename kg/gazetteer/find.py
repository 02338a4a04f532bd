"""Look a name up by hand: every unit that may bear it, with what the lists know of each; see `find_places`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from kg.errors import QueryError
from kg.gazetteer.endings import village_stem
from kg.gazetteer.store import Gazetteer, open_gazetteer
from kg.gazetteer.unit import Point, Unit
from kg.model import LEVELS

_VILLAGE = re.compile(r"(?:村|社区|嘎查|居委会|村委会|居民委员会|村民委员会)$")
_STATISTICS, _CIVIL_AFFAIRS = "nbs:2023", "mca:2025"


class ShortForm(NamedTuple):
    """A short form of a name; ``safe`` where it names a place even when it stands alone."""

    form: str
    safe: bool


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A unit that a name may stand for.

    ``parents`` are the units around it, smallest first; ``before`` the units whose place it took, the latest first;
    ``now`` the unit that took its place; ``point`` its centre, or that of the nearest unit around it that has one.
    """

    unit: Unit
    parents: tuple[Unit, ...]
    before: tuple[Unit, ...]
    now: Unit | None
    short_forms: tuple[ShortForm, ...]
    point: Point | None

    @property
    def codes(self) -> tuple[str, ...]:
        """Every official code as ``scheme:year:digits``, the statistics bureau's first."""
        return tuple(codes_of(self.unit))


def codes_of(unit: Unit) -> Iterator[str]:
    """The codes of a unit: ``nbs`` the statistics bureau, ``mca`` civil affairs, ``gb2260`` the standard for both.

    Down to the county the two offices use one code, that of GB/T 2260; for a unit that is gone with its last year.
    """
    upper = unit.level in {"province", "prefecture", "county"}
    if unit.former:
        digits = unit.mca_code if upper else _last_digits(unit)
        if digits:
            yield f"{'gb2260' if upper else 'nbs'}:{unit.valid_to}:{digits}"
    elif upper and unit.code:
        yield f"gb2260:{2025 if unit.mca_code else 2023}:{unit.code}"
    else:
        yield from (f"{_STATISTICS}:{unit.code}",) if unit.code else ()
        yield from (f"{_CIVIL_AFFAIRS}:{unit.mca_code}",) if unit.mca_code else ()


def _last_digits(unit: Unit) -> str | None:
    """The code that a former township or zone had; a former village's is not kept."""
    digits = unit.key.rpartition(":")[2]
    return digits if digits.isdigit() else None


def find_places(
    name: str, within: str | None = None, year: int | None = None, gazetteer: Gazetteer | None = None
) -> tuple[FoundPlace, ...]:
    """Every unit that a name may stand for: those of that very name first, larger ones first, former ones last.

    ``name`` is a full name, a short form, a zone's usual name, the stem of a township or village, or a code.
    ``within`` names or codes a unit that holds it; ``year`` leaves only what the lists hold in that year. Villages
    are looked for where the name ends like one or nothing larger bears it. Raises QueryError for an unknown
    ``within``.
    """
    opened = gazetteer or open_gazetteer()
    holders = None if within is None else [unit.key for unit in _named(opened, within)]
    units = dict.fromkeys(_candidates(opened, name, holders))
    found = [u for u in units if holders is None or any(opened.is_within(u.key, key) for key in holders)]
    found = [u for u in found if year is None or u.stood_in(year)]
    return tuple(_described(opened, unit) for unit in sorted(found, key=lambda u: (u.name != name, *_order(u))))


def _named(gazetteer: Gazetteer, name: str) -> tuple[Unit, ...]:
    """The units that a container's name or code may stand for, those of today where there are any."""
    units = _by_code(gazetteer, name) or gazetteer.candidates(name)
    if not units:
        raise QueryError(
            f"名录里没有“{name}”，请写全名或代码，如 淮安市、320800 / no list has {name!r}; give its full name"
        )
    return tuple(u for u in units if not u.former) or units


def _by_code(gazetteer: Gazetteer, text: str) -> tuple[Unit, ...]:
    """The unit of a key or code, a province and prefecture also by its two or four digits."""
    digits = text + "0" * (6 - len(text)) if text.isascii() and text.isdigit() else text
    try:
        return (gazetteer.unit(digits),) if any(c.isdigit() for c in text) and text.isprintable() else ()
    except KeyError:
        return ()


def _candidates(gazetteer: Gazetteer, name: str, holders: list[str] | None) -> Iterable[Unit]:
    listed = _by_code(gazetteer, name) or gazetteer.candidates(name)
    yield from listed
    inside = any(holders is None or gazetteer.is_within(u.key, key) for u in listed for key in holders or [""])
    if _VILLAGE.search(name) or not inside:
        yield from _villages(gazetteer, name, holders)


def _villages(gazetteer: Gazetteer, name: str, holders: list[str] | None) -> Iterator[Unit]:
    """Villages by name in the counties of some units, or of all China; a holder may itself lie in a county."""
    for holder in [None] if holders is None else holders:
        district = None if holder is None else gazetteer.district(holder)
        small = district is not None and district.key != holder
        counties = gazetteer.village_counties(village_stem(name), district.key if small and district else holder)
        for county in counties:
            yield from gazetteer.villages_named(name, county)


def _order(unit: Unit) -> tuple[bool, int, str]:
    return unit.former, LEVELS.index(unit.level), unit.key


def _described(gazetteer: Gazetteer, unit: Unit) -> FoundPlace:
    village = unit.level == "village"
    parents = () if unit.parent is None else (gazetteer.unit(unit.parent), *gazetteer.ancestors(unit.parent))
    forms = () if village else gazetteer.short_forms(unit.key)
    return FoundPlace(
        unit=unit,
        parents=parents,
        before=() if village else gazetteer.predecessors(unit.key),
        now=None if unit.now is None else gazetteer.unit(unit.now),
        short_forms=tuple(ShortForm(form, gazetteer.is_safe(form)) for form in forms),
        point=gazetteer.centroid(unit.parent if village and unit.parent else unit.key),
    )
