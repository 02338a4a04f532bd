"""Streets of cities by the short form of their name: 军山街 for 军山街道, as papers of Wuhan and Guangzhou print it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.places.overlaps import village_begins
from kg.extract.places.scene import Scene
from kg.gazetteer import Unit
from kg.model import PlaceMention

_STREET = re.compile(r"街(?![道区坊头巷景市舞镇面])")
_SHORTEST, _LONGEST = 2, 4
_BODY = re.compile(r"(?:党工委|办事处|街?办(?!公)|综治|纪工委|机关|干部)")


def street_names(scene: Scene, taken: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Mentions of 街道 printed without 道: behind their district, before one of their communities, or with a body."""
    found: list[PlaceMention] = []
    for match in _STREET.finditer(scene.text):
        for length in range(_LONGEST, _SHORTEST - 1, -1):
            start = match.start() - length
            if start < 0 or any(m.start < match.end() and start < m.end for m in taken):
                continue
            name = scene.text[start : match.start()] + "街道"
            units = [u for u in scene.gazetteer.by_name(name, "township") if _fits(scene, u, match.end())]
            if units:
                keys = tuple(u.key for u in units)
                found.append(PlaceMention(start, match.end(), name, "full", "township", keys))
                break
    return found


def _fits(scene: Scene, unit: Unit, end: int) -> bool:
    """Whether a street near the article's counties goes on with one of its communities or bodies."""
    rest = scene.text[end : end + _LONGEST * 2]
    if not scene.is_near(unit.key):
        return False
    return _BODY.match(rest) is not None or village_begins(scene.gazetteer.villages(unit.key), rest)
