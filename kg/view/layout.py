"""Where everything stands: the concept groups as regions on a ring, the places inside it near what they run.

No physics and no system package: the same data gives the same coordinates everywhere.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.view.lattice import STEP_X, Lattice, Point, radius_for

GAP = 30.0  # between regions, and between the places and the regions: room for the regions' titles
PLACE_ROOM = 1.35  # seats in the middle for each place, so that places can stand near what they run
EDGE = 22.0  # from the outermost mark of a region to its rim
MOST_SPREAD = 2.6  # how far apart a few places may stand where the ring leaves much room
WIDER = 1.12  # the ring is a little wider than high, as screens are


@dataclass(frozen=True, slots=True)
class Cluster:
    """A concept and the practices that stand around it; ``centre`` may be None for practices without a concept."""

    centre: str | None
    members: tuple[str, ...]

    @property
    def nodes(self) -> tuple[str, ...]:
        """The concept, then the members."""
        return ((self.centre,) if self.centre else ()) + self.members


@dataclass(frozen=True, slots=True)
class Region:
    """A circle in which a group's concepts and practices stand."""

    group: str
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Layout:
    """Coordinates in pixels at scale 1, the origin in the middle."""

    points: dict[str, Point]
    regions: tuple[Region, ...]


def lay_out(clusters: Mapping[str, Sequence[Cluster]], places: Sequence[tuple[str, Sequence[str]]]) -> Layout:
    """Coordinates for every node.

    ``clusters`` gives the clusters of each group, in ring order; ``places`` each place with the nodes it is tied to,
    those with most first: they choose their seats in this order.
    """
    filled = {group: _fill(inside) for group, inside in clusters.items()}
    radii = {group: _reach(local) + EDGE for group, local in filled.items() if local}
    inner = radius_for(math.ceil(len(places) * PLACE_ROOM)) + GAP if places else 0.0
    regions = _ring(radii, inner)
    points = {node: (region.x + x, region.y + y) for region in regions for node, (x, y) in filled[region.group].items()}
    points.update(_seat_places(places, points, regions))
    return Layout({node: (round(x, 1), round(y, 1)) for node, (x, y) in points.items()}, regions)


def _ring(radii: dict[str, float], inner: float) -> tuple[Region, ...]:
    """The regions side by side around a circle, no smaller than ``inner``, that they just fill."""
    if not radii:
        return ()
    if len(radii) == 1:
        group, radius = next(iter(radii.items()))
        return (Region(group, 0.0, -round(inner + radius, 1) if inner else 0.0, round(radius, 1)),)
    low, high = inner, inner + sum(radii.values()) * 2 + GAP * len(radii)
    for _ in range(60):  # bisection: 60 halvings reach the limit of double precision
        middle = (low + high) / 2
        low, high = (middle, high) if _angle(radii, middle) > 2 * math.pi else (low, middle)
    spare = (2 * math.pi - _angle(radii, high)) / len(radii)
    regions = []
    at = -math.pi / 2 - _half(next(iter(radii.values())), high)
    for group, radius in radii.items():
        half = _half(radius, high) + spare / 2
        at += half
        away = high + radius
        regions.append(
            Region(group, round(away * math.cos(at) * WIDER, 1), round(away * math.sin(at), 1), round(radius, 1))
        )
        at += half
    return tuple(regions)


def _half(radius: float, inner: float) -> float:
    """Half the angle under which a region that touches the inner circle is seen from the middle."""
    return math.asin(min(1.0, (radius + GAP / 2) / (inner + radius + GAP / 2)))


def _angle(radii: dict[str, float], inner: float) -> float:
    return sum(2 * _half(radius, inner) for radius in radii.values())


def _fill(clusters: Sequence[Cluster]) -> dict[str, Point]:
    """Each cluster in one piece around the origin: its concept on the free seat nearest it, its members next to it."""
    lattice = Lattice((0.0, 0.0), sum(len(cluster.nodes) for cluster in clusters))
    points: dict[str, Point] = {}
    for cluster in sorted(clusters, key=lambda c: -len(c.members)):
        heart = (0.0, 0.0)
        for i, node in enumerate(cluster.nodes):
            points[node] = lattice.take(heart)
            if i == 0 and cluster.centre:
                heart = points[node]
    return _centred(points)


def _centred(points: Mapping[str, Point]) -> dict[str, Point]:
    """The same figure with the middle of its bounding box at the origin, which keeps its region small."""
    if not points:
        return {}
    xs, ys = [x for x, _ in points.values()], [y for _, y in points.values()]
    middle_x, middle_y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    return {node: (x - middle_x, y - middle_y) for node, (x, y) in points.items()}


def _reach(points: Mapping[str, Point]) -> float:
    return max(math.hypot(x, y) for x, y in points.values())


def _seat_places(
    places: Sequence[tuple[str, Sequence[str]]], points: Mapping[str, Point], regions: Sequence[Region]
) -> dict[str, Point]:
    """Each place on the free seat nearest the middle of what it runs, all of them inside the ring."""
    needed = radius_for(math.ceil(len(places) * PLACE_ROOM))
    hole = (
        min((math.hypot(region.x, region.y) - region.radius for region in regions), default=needed) - GAP - STEP_X / 2
    )
    spread = min(MOST_SPREAD, max(1.0, hole / needed))
    lattice = Lattice((0.0, 0.0), len(places), spread)
    ends = {place: _middle([points[target] for target in targets if target in points]) for place, targets in places}
    farthest = max((math.hypot(*end) for end in ends.values()), default=0.0)
    shrink = min(1.0, needed * spread / farthest) if farthest else 1.0
    return {place: lattice.take((end[0] * shrink, end[1] * shrink)) for place, end in ends.items()}


def _middle(points: Sequence[Point]) -> Point:
    if not points:
        return (0.0, 0.0)
    return (sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points))
