"""Short forms of townships: of one named in full elsewhere, or right before one of its own villages (青溪阴平村)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.places.listed import short_fits
from kg.extract.places.scene import Scene
from kg.extract.places.words import is_everyday
from kg.extract.spans import Spans, standings
from kg.gazetteer import NameHit
from kg.model import PlaceMention

_BODY = re.compile(
    r"(?:边境|海防|治安)?派出所|司法所|人民?法庭|中心卫生院|卫生院|中心小学|中心学校|财政所|税务所|供电所|交警中队|市场监管所|自然资源所"
)


def township_shorts(scene: Scene, taken: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Short forms of townships named in full elsewhere in the article, where they are no everyday word."""
    stems = {scene.gazetteer.unit(m.candidates[0]).stem: m for m in taken if m.level == "township" and m.candidates}
    found: list[PlaceMention] = []
    there = Spans((m.start, m.end) for m in taken)
    for stem, full in sorted(stems.items()):
        if len(stem) < 2 or is_everyday(stem):
            continue
        for start, end in standings(scene.text, stem):
            hit = NameHit(start, end, stem, "unsafe")
            if not there.touch(hit.start, hit.end) and short_fits(scene, hit):
                found.append(PlaceMention(start, end, full.name, "short", "township", full.candidates))
    return found


def townships_of_bodies(scene: Scene, taken: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Stems of the article's townships right before a body that each township has one of: 洪广|司法所."""
    bodies = list(_BODY.finditer(scene.text))
    holders = sorted(scene.counties) if bodies else []
    towns = {u.stem: u for key in holders for u in scene.gazetteer.children(key) if u.level == "township"}
    found: list[PlaceMention] = []
    there = Spans((m.start, m.end) for m in taken)
    for m in bodies:
        for width in (4, 3, 2):
            unit = towns.get(scene.text[max(0, m.start() - width) : m.start()])
            hit = NameHit(m.start() - width, m.start(), unit.stem, "unsafe") if unit is not None else None
            if (
                unit is not None
                and hit is not None
                and scene.is_edge(hit.start)
                and not there.touch(hit.start, hit.end)
            ):
                found.append(PlaceMention(hit.start, hit.end, unit.name, "short", "township", (unit.key,)))
                break
    return found


def townships_before_villages(scene: Scene, taken: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Stems of townships that stand right before a village which the list has in that township."""
    found: list[PlaceMention] = []
    there = Spans((m.start, m.end) for m in taken)
    for village in (m for m in taken if m.level == "village"):
        for key in _townships_of(scene, village.name):
            unit = scene.gazetteer.unit(key)
            start = village.start - len(unit.stem)
            hit = NameHit(start, village.start, unit.stem, "unsafe")
            fits = len(unit.stem) > 1 and scene.text.startswith(unit.stem, max(start, 0)) and scene.is_edge(start)
            if fits and not there.touch(hit.start, hit.end):
                found.append(PlaceMention(start, village.start, unit.name, "short", "township", (key,)))
    return found


def _townships_of(scene: Scene, village: str) -> list[str]:
    """Keys of the townships in the article's counties that have a village of a name."""
    units = (u for county in sorted(scene.counties) for u in scene.gazetteer.villages_named(village, county))
    parents = dict.fromkeys(u.parent for u in units if u.parent is not None and not u.former)
    return [key for key in parents if scene.gazetteer.unit(key).level == "township"]
