"""Where the places lie and at which level each unit around them stands, out of the gazetteer."""

from __future__ import annotations

from collections.abc import Iterable

from kg.gazetteer import Gazetteer, own_gazetteer
from kg.model import Level
from kg.view.data import PlaceEntry

Points = dict[str, tuple[float, float]]
PROVINCE_DIGITS, PREFECTURE_DIGITS = "0000", "00"


class Whereabouts:
    """The levels and centres of the units around ``places``.

    ``levels`` gives for each place (by id) the levels of its ``path``; ``points`` for each unit down to the county (by
    the names from the province to it, joined by ``/``) longitude and latitude of its centre in WGS-84 degrees. A unit
    whose own centre the gazetteer does not know is left out.
    """

    def __init__(self, places: Iterable[PlaceEntry]) -> None:
        self.levels: dict[str, tuple[Level, ...]] = {}
        self.points: Points = {}
        for place in places:
            self._add(place, own_gazetteer())

    def _add(self, place: PlaceEntry, gazetteer: Gazetteer) -> None:
        codes = (*place.path_codes, *[None] * len(place.path))
        steps = [(name, codes[i]) for i, name in enumerate(place.path)]
        levels: list[Level] = [_level(name, code, i, gazetteer) for i, (name, code) in enumerate(steps)]
        self.levels[place.id] = tuple(levels)
        names: list[str] = []
        for (name, code), level in zip([*steps, (place.name, place.code)], [*levels, place.level], strict=True):
            names.append(name)
            key = "/".join(names)
            if level in {"province", "prefecture", "county"} and key not in self.points:
                point = _centre(name, code, level, gazetteer)
                if point:
                    self.points[key] = point


def _level(name: str, code: str | None, depth: int, gazetteer: Gazetteer) -> Level:
    """The level of a unit around a place: by its code, else by its name, else by how far from the outside it stands."""
    if code is not None and len(code) == 6:
        if code.endswith(PROVINCE_DIGITS):
            return "province"
        return "prefecture" if code.endswith(PREFECTURE_DIGITS) else "county"
    if code is not None:
        return "township" if len(code) == 9 else "village"
    known = {unit.level for unit in gazetteer.by_name(name) if not unit.former}
    if len(known) == 1:
        return known.pop()
    order: tuple[Level, ...] = ("province", "prefecture", "county", "township")
    return order[min(depth, len(order) - 1)]


def _centre(name: str, code: str | None, level: Level, gazetteer: Gazetteer) -> tuple[float, float] | None:
    """The unit's own centre; a unit without a code is known by its name where only one unit of its level bears it."""
    if code is None:
        alike = [unit for unit in gazetteer.by_name(name, level) if not unit.former]
        if len(alike) != 1:
            return None
        code = alike[0].key
    try:
        point = gazetteer.centroid(code)
    except KeyError:
        return None
    return (point.lng, point.lat) if point and point.level == level else None
