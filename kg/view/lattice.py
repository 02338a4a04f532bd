"""Seats on a staggered grid: room for a label at each, no two nodes ever on one spot."""

from __future__ import annotations

import math
from collections.abc import Iterator

STEP_X, STEP_Y = 58.0, 34.0  # world units: a mark and room beside and below it for most of its label

Seat = tuple[int, int]
Point = tuple[float, float]


def radius_for(seats: int) -> float:
    """The radius of a disc that holds this many seats."""
    return math.sqrt(max(1, seats) * STEP_X * STEP_Y / math.pi)


class Lattice:
    """Seats around a centre, handed out nearest first; each seat once."""

    def __init__(self, centre: Point, seats: int, spread: float = 1.0) -> None:
        """``seats`` is how many will be asked for: it sets how far the search reaches. ``spread`` widens the steps."""
        self._centre = centre
        self._spread = spread
        reach = 2.2 * radius_for(seats) + 3 * STEP_X
        self._offsets = sorted(_offsets(reach), key=lambda o: (round(o[0], 3), o[1]))
        self._taken: set[Seat] = set()

    def take(self, near: Point) -> Point:
        """The free seat nearest to ``near``, now taken. Raises ValueError when more seats are asked for than said."""
        step_x, step_y = STEP_X / 2 * self._spread, STEP_Y * self._spread
        row = round((near[1] - self._centre[1]) / step_y)
        column = 2 * round(((near[0] - self._centre[0]) / step_x - row % 2) / 2) + row % 2
        for _, columns, rows in self._offsets:
            seat = (column + columns, row + rows)
            if seat not in self._taken:
                self._taken.add(seat)
                return (self._centre[0] + seat[0] * step_x, self._centre[1] + seat[1] * step_y)
        raise ValueError("more seats were taken than the lattice was made for: pass the number of nodes to Lattice")


def _offsets(reach: float) -> Iterator[tuple[float, int, int]]:
    """Steps to every seat within ``reach``, with their distance; on the staggered grid column + row is even."""
    rows, columns = math.ceil(reach / STEP_Y), math.ceil(2 * reach / STEP_X)
    for row in range(-rows, rows + 1):
        for column in range(-columns, columns + 1):
            distance = math.hypot(column * STEP_X / 2, row * STEP_Y)
            if (column + row) % 2 == 0 and distance <= reach:
                yield distance, column, row
