"""Short forms of townships: of one named in full elsewhere, or right before one of its own villages (青溪阴平村)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from kg.extract.places.listed import short_fits
from kg.extract.places.scene import Scene
from kg.extract.places.siblings import runs
from kg.extract.places.words import is_everyday
from kg.extract.spans import Spans, standings
from kg.gazetteer import NameHit, Unit
from kg.model import PlaceMention

_JOINTS = frozenset("、和及与")
_LONGEST = 4  # characters of a township's stem
_COUNTED = ("两", "三", "四", "五", "六", "等")  # 河田、三洲两地
_OF_VILLAGES = re.compile(r"(?:等?[\d一二两三四五六七八九十]{0,3}个?|等地?)(?:行政|自然)?(?:村|社区)")
_SCHOOL = re.compile("(?:初级)?中学|小学|初中")
_BODY = re.compile(
    rf"{_SCHOOL.pattern}|(?:边境|海防|治安)?派出所|司法所|人民?法庭|中心卫生院|卫生院|中心小学|中心学校|财政所|税务所|供电所|交警中队|市场监管所|自然资源所"
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
    towns = _towns(scene) if bodies else {}
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
                and not (_SCHOOL.fullmatch(m[0]) and is_everyday(hit.name))  # 希望小学
                and not there.touch(hit.start, hit.end)
            ):
                found.append(PlaceMention(hit.start, hit.end, unit.name, "short", "township", (unit.key,)))
                break
    return found


def _towns(scene: Scene) -> dict[str, Unit]:
    """The townships of the article's counties by their stems."""
    units = (u for key in sorted(scene.counties) for u in scene.gazetteer.children(key))
    return {u.stem: u for u in units if u.level == "township"}


def townships_listed(scene: Scene, taken: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Stems of townships listed with others of their county: 在河田、三洲两地; one at least is no everyday word."""
    marks = [i for i, char in enumerate(scene.text) if char in _JOINTS]
    towns = _towns(scene) if marks else {}
    there = Spans((m.start, m.end) for m in taken)
    spans = {(m.start, m.end): set(m.candidates) for m in taken if m.level == "township" and m.candidates}
    hits: dict[tuple[int, int], Unit] = {}
    for span, unit in (found for at in marks for found in _members(scene, at, towns)):
        if not there.touch(*span) and short_fits(scene, NameHit(*span, unit.stem, "unsafe")):
            hits[span] = unit
            spans[span] = {unit.key}
    found: list[PlaceMention] = []
    for run in runs(scene.text, sorted(spans)):
        firm = any(s not in hits or not is_everyday(hits[s].stem) for s in run)
        if firm and not _OF_VILLAGES.match(scene.text, run[-1][1]):
            own = [(s, hits[s]) for s in run if s in hits and _has_sibling(scene, hits[s], run, spans)]
            found += [PlaceMention(*s, u.name, "short", "township", (u.key,)) for s, u in own]
    return found


def _members(scene: Scene, mark: int, towns: Mapping[str, Unit]) -> Iterator[tuple[tuple[int, int], Unit]]:
    """The stems before and behind a mark of a list that may be members of it, by their borders."""
    text = scene.text
    for width in range(_LONGEST, 1, -1):
        start, end = mark - width, mark + 1 + width
        before, behind = towns.get(text[max(start, 0) : mark]), towns.get(text[mark + 1 : end])
        if before is not None and len(before.stem) == width and scene.is_edge(start):
            yield (start, mark), before
        if behind is not None and (scene.is_edge(end) or text.startswith(_COUNTED, end)):
            yield (mark + 1, end), behind


def _has_sibling(
    scene: Scene, unit: Unit, run: Sequence[tuple[int, int]], spans: Mapping[tuple[int, int], set[str]]
) -> bool:
    """Whether another member of a run lies in the county of a township."""
    keys = set[str]().union(*(spans[s] for s in run)) - {unit.key}
    return any(scene.gazetteer.unit(key).parent == unit.parent for key in keys)


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
