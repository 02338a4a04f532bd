"""Names of counties that no list has: right behind a place that holds a county of almost that name (盐城市阜宇县)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.places.scene import Scene
from kg.gazetteer import Unit
from kg.model import PlaceMention

_NAME = re.compile(r"(?:(?![的各全该等和与及其])[\u4e00-\u9fff]){2,4}?[县市区旗]")
_HOLDERS = frozenset({"prefecture", "province"})


def misprinted_counties(scene: Scene, taken: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Mentions of counties one glyph off the only one in the prefecture or province named before; no candidates."""
    found: list[PlaceMention] = []
    for left in taken:
        match = _NAME.match(scene.text, left.end)
        if left.level not in _HOLDERS or left.kind == "reference" or match is None:
            continue
        free = scene.is_edge(match.end()) and not any(m.start < match.end() and match.start() < m.end for m in taken)
        if free and scene.gazetteer.by_name(match.group()) == () and _has_one_like(scene, match.group(), left):
            found.append(PlaceMention(match.start(), match.end(), match.group(), "pattern", "county"))
    return found


def _has_one_like(scene: Scene, name: str, left: PlaceMention) -> bool:
    counties = [u for key in left.candidates for u in _counties(scene, key)]
    return sum(_is_one_off(u.name, name) for u in counties) == 1


def _counties(scene: Scene, key: str) -> list[Unit]:
    inside = scene.gazetteer.children(key)
    deeper = (c for u in inside if u.level == "prefecture" for c in scene.gazetteer.children(u.key))
    return [u for u in (*inside, *deeper) if u.level == "county" and not u.former]


def _is_one_off(one: str, other: str) -> bool:
    """Whether two names end alike and differ in one character."""
    if len(one) != len(other) or one[-1] != other[-1]:
        return False
    return sum(a != b for a, b in zip(one, other, strict=True)) == 1
