from __future__ import annotations

import math

import pytest

from kg.view.lattice import STEP_X, STEP_Y, Lattice
from kg.view.layout import Cluster, lay_out

CLUSTERS = {
    "party": [Cluster("concept/a", tuple(f"a{i}" for i in range(20))), Cluster("concept/b", ("b0",))],
    "grid": [Cluster("concept/c", ("c0", "c1", "c2"))],
    "rural": [Cluster(None, ("d0",))],
}
PLACES = [("p0", ["a0", "a1"]), ("p1", ["c0"]), ("p2", ["d0"]), ("p3", [])]


def test_no_two_nodes_share_a_seat() -> None:
    points = lay_out(CLUSTERS, PLACES).points
    assert len(points) == 32
    assert len(set(points.values())) == len(points)


def test_every_member_stands_inside_its_region() -> None:
    layout = lay_out(CLUSTERS, PLACES)
    for region in layout.regions:
        for node in (node for cluster in CLUSTERS[region.group] for node in cluster.nodes):
            x, y = layout.points[node]
            assert math.hypot(x - region.x, y - region.y) <= region.radius


def test_regions_do_not_overlap() -> None:
    regions = lay_out(CLUSTERS, PLACES).regions
    for i, one in enumerate(regions):
        for other in regions[i + 1 :]:
            assert math.hypot(one.x - other.x, one.y - other.y) > one.radius + other.radius


def test_place_stands_on_the_side_of_what_it_runs() -> None:
    layout = lay_out(CLUSTERS, PLACES)
    regions = {region.group: region for region in layout.regions}
    for place, group in (("p0", "party"), ("p1", "grid"), ("p2", "rural")):
        x, y = layout.points[place]
        assert x * regions[group].x + y * regions[group].y > 0


@pytest.mark.parametrize("places", [[], PLACES], ids=["no-places", "places"])
def test_one_group_alone_is_laid_out(places: list[tuple[str, list[str]]]) -> None:
    assert len(lay_out({"rural": [Cluster(None, ("d0",))]}, places).regions) == 1


def test_nothing_gives_nothing() -> None:
    assert lay_out({}, []).points == {}


def test_seats_are_handed_out_nearest_first() -> None:
    lattice = Lattice((0.0, 0.0), 7)
    seats = [lattice.take((0.0, 0.0)) for _ in range(7)]
    assert seats[0] == (0.0, 0.0)
    assert {(abs(x), abs(y)) for x, y in seats[1:]} == {(STEP_X / 2, STEP_Y), (STEP_X, 0.0)}
