"""Provinces of one character each, in pairs (沪滇协作, 川渝) or counted (湘、桂、黔三省), which name them all."""

from __future__ import annotations

import re

from kg.extract.places.scene import Scene
from kg.model import PlaceMention

# What two provinces do together: a pair of characters alone may be anything.
_TOGETHER = (
    "[”’]?(?:东西部|劳务|扶贫|对口|产业|消费|协作|合作|帮扶|结对|携手|交界|边界|毗邻"
    "|两省|两地|共建|协同|联动|双城|之间)"
)


_COUNTS = {2: "两二", 3: "三", 4: "四", 5: "五"}


def paired_provinces(scene: Scene) -> list[PlaceMention]:
    """Mentions of provinces by their one-character names, where two or three act together or a number counts them."""
    names = scene.lexicon.abbreviations
    one = f"[{''.join(names)}]"
    runs = re.compile(
        rf"(?P<pair>{one}{{2,3}})(?={_TOGETHER})|(?P<list>{one}(?:、?{one}){{1,4}})(?P<number>[两二三四五])省"
    )
    found: list[PlaceMention] = []
    for match in runs.finditer(scene.text):
        run = "pair" if match["pair"] else "list"
        offsets = [i for i in range(*match.span(run)) if scene.text[i] != "、"]
        if run == "list" and match["number"] not in _COUNTS[len(offsets)]:
            continue
        for offset in offsets:
            units = scene.gazetteer.by_name(names[scene.text[offset]], "province")
            keys = tuple(u.key for u in units)
            found.append(PlaceMention(offset, offset + 1, units[0].name, "short", "province", keys))
    return found
