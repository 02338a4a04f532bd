"""State farms that the list has as townships (查哈阳农场): the scan leaves them out, for most farms are firms."""

from __future__ import annotations

import re

from kg.extract.places.scene import Scene
from kg.model import PlaceMention

_FARM = re.compile(r"(?:[农林牧渔茶]|垦殖|园艺|原种|良种|种畜|种羊|果树|蚕种)场(?![所地面景合长部馆次主])")
_WIDTHS = range(8, 3, -1)  # characters of a name, the longest first


def farm_names(scene: Scene) -> list[PlaceMention]:
    """Mentions of listed farms of the counties that the article speaks of."""
    found: list[PlaceMention] = []
    for match in _FARM.finditer(scene.text) if scene.counties else ():
        for start in (match.end() - width for width in _WIDTHS if width <= match.end()):
            name = scene.text[start : match.end()]
            units = scene.gazetteer.by_name(name, "township")
            keys = tuple(u.key for u in units if any(scene.gazetteer.is_within(u.key, c) for c in scene.counties))
            if keys:
                found.append(PlaceMention(start, match.end(), name, "full", "township", keys))
                break
    return found
