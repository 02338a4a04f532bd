"""Names that stand again, and estates that only the number of a block gives away."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.extract.places.scene import Scene
from kg.extract.spans import Spans
from kg.model import PlaceMention

_SHORTEST = 4
_AGAIN = frozenset({"village", "compound", "zone", "township"})
_HOLDERS = frozenset({"village", "township"})
_BLOCK = re.compile(r"(?P<name>[一-鿿]{2,6}?)(?=\d{1,3}(?:、\d{1,3})*(?:号楼|栋|幢|单元))")
_BUILDING = re.compile(r".*(?:[路街巷弄道厂院校店厦]|公司|学校|广场|中心|第|小区|社区|村)$")


def repeated_names(scene: Scene, taken: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Further mentions of names that are sure where they stand first: 新城街道教育社区 …, 教育社区采用积分制."""
    names = {scene.text[m.start : m.end]: m for m in reversed(taken) if m.level in _AGAIN and m.kind != "reference"}
    there = Spans((m.start, m.end) for m in taken)
    found: list[PlaceMention] = []
    for printed, first in names.items():
        if len(printed) < _SHORTEST:
            continue
        at = scene.text.find(printed)
        while at >= 0:
            if scene.is_edge(at) and not there.touch(at, at + len(printed)):
                found.append(replace(first, start=at, end=at + len(printed)))
            at = scene.text.find(printed, at + 1)
    return found


def numbered_estates(scene: Scene, taken: Iterable[PlaceMention]) -> list[PlaceMention]:
    """Estates right behind their community and before the number of a block: 车站社区|嘉源盛景|11号楼."""
    found: list[PlaceMention] = []
    for mention in taken:
        block = _BLOCK.match(scene.text, mention.end) if mention.level in _HOLDERS else None
        if block and not _BUILDING.fullmatch(block["name"]):
            found.append(PlaceMention(block.start(), block.end("name"), block["name"], "pattern", "compound"))
    return found
