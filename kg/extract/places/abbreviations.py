"""Provinces in pairs of one character each (沪滇协作, 川渝), which name both."""

from __future__ import annotations

import re

from kg.extract.places.scene import Scene
from kg.model import PlaceMention

# What two provinces do together: a pair of characters alone may be anything.
_TOGETHER = (
    "[”’]?(?:东西部|劳务|扶贫|对口|产业|消费|协作|合作|帮扶|结对|携手|交界|边界|毗邻"
    "|两省|两地|共建|协同|联动|双城|之间)"
)


def paired_provinces(scene: Scene) -> list[PlaceMention]:
    """Mentions of provinces by their one-character names, where two or three act together."""
    names = scene.lexicon.abbreviations
    pairs = re.compile(rf"(?P<pair>[{''.join(names)}]{{2,3}})(?={_TOGETHER})")
    found: list[PlaceMention] = []
    for match in pairs.finditer(scene.text):
        for offset in range(*match.span("pair")):
            units = scene.gazetteer.by_name(names[scene.text[offset]], "province")
            keys = tuple(u.key for u in units)
            found.append(PlaceMention(offset, offset + 1, units[0].name, "short", "province", keys))
    return found
