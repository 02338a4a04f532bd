"""What the gazetteer hands out: units, points and the names found in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from kg.model import Level

NameForm = Literal["full", "short", "unsafe", "zone"]


@dataclass(frozen=True, slots=True)
class Unit:
    """One administrative unit, village, community or zone.

    ``key`` is unique and stable: the code where the statistics bureau's 2023 list has the unit, ``mca:<code>``
    where only the civil-affairs list has it, ``<year>:<code>`` for a unit that was last listed in that year,
    ``sar:<code>`` for the districts of Hong Kong and Macau, which have no official code.

    ``name`` is the official name without parents, a village's as newspapers print it (stem + 村 or 社区);
    ``official`` the name exactly as listed; ``stem`` the name without its generic ending. ``code`` is the
    six-digit GB/T 2260 code, the nine-digit (township) or twelve-digit (village) code of the statistics bureau's
    2023 list, None for a unit in neither; ``mca_code`` the civil-affairs code of 2025, for a former county or
    prefecture the GB/T 2260 code it had. ``parent`` and ``also_in`` are keys: the second is the unit under which
    the civil-affairs list puts it where the two offices disagree (a zone and the district around it).
    ``kind`` is the generic ending (市, 自治县, 街道 …), or ``zone``, ``farm``, ``facility``. ``valid_to`` is the last
    year in which the sources list a unit that is gone; ``now`` the key of the unit that took its place.
    """

    key: str
    name: str
    level: Level
    kind: str
    parent: str | None = None
    code: str | None = None
    mca_code: str | None = None
    also_in: str | None = None
    official: str = ""
    stem: str = ""
    valid_from: int | None = None
    valid_to: int | None = None
    former: bool = False
    now: str | None = None

    def stood_in(self, year: int | None, grace: int = 0) -> bool:
        """Whether the lists have the unit in a year, or up to ``grace`` years from it; today where there is no year."""
        if year is None:
            return not self.former
        begun = self.valid_from is None or year >= self.valid_from - grace
        return begun and (self.valid_to is None or year <= self.valid_to + grace)


class NameHit(NamedTuple):
    """A listed name in a text at ``[start, end)`` code points.

    ``form``: ``full`` an official name, ``short`` a short form that names a place even when it stands alone,
    ``unsafe`` a short form, or rarely a full name (新城区), that is an everyday word too, or shared, and needs its
    parent beside it, ``zone`` the name of a development zone or one of its usual variants.
    """

    start: int
    end: int
    name: str
    form: NameForm


class Point(NamedTuple):
    """WGS-84 degrees; ``level`` says whose centre it is: the unit's own or that of the nearest one around it."""

    lng: float
    lat: float
    level: Level
