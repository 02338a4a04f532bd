"""Seats on a staggered grid: room for a label at each, no two nodes ever on one spot."""

from __future__ import annotations

import math
from collections.abc import Iterator

STEP_X, STEP_Y = 84.0, 46.0  # world units = pixels at scale 1: five Chinese characters of 12 px wide, mark + label high

Seat = tuple[int, int]
Point = tuple[float, float]


def radius_for(seats: int) -> float:
    """The radius of a disc that holds this many seats."""
    return math.sqrt(max(1, seats) * STEP_X * STEP_Y / math.pi)


class Lattice:
    """Seats around a centre, handed out nearest first; each seat once."""

    def __init__(self, centre: Point, seats: int) -> None:
        """``seats`` is how many will be asked for; it sets how far the search reaches."""
        self._centre = centre
        reach = 2.2 * radius_for(seats) + 3 * STEP_X
        self._offsets = sorted(_offsets(reach), key=lambda o: (round(o[0], 3), o[1]))
        self._taken: set[Seat] = set()

    def take(self, near: Point) -> Point:
        """The free seat nearest to ``near``, now taken. Raises ValueError when more seats are asked for than said."""
        column = round((near[0] - self._centre[0]) / (STEP_X / 2))
        row = round((near[1] - self._centre[1]) / STEP_Y)
        column += (column + row) % 2
        for _, step_column, step_row in self._offsets:
            seat = (column + step_column, row + step_row)
            if seat not in self._taken:
                self._taken.add(seat)
                return (self._centre[0] + seat[0] * STEP_X / 2, self._centre[1] + seat[1] * STEP_Y)
        raise ValueError("more seats were taken than the lattice was made for: pass the number of nodes to Lattice")


def _offsets(reach: float) -> Iterator[tuple[float, int, int]]:
    """Steps to every seat within ``reach``, with their distance; on the staggered grid column + row is even."""
    rows, columns = math.ceil(reach / STEP_Y), math.ceil(2 * reach / STEP_X)
    for row in range(-rows, rows + 1):
        for column in range(-columns, columns + 1):
            distance = math.hypot(column * STEP_X / 2, row * STEP_Y)
            if (column + row) % 2 == 0 and distance <= reach:
                yield distance, column, row
