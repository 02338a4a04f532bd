"""Development zones: named after a place (锡山经开区), with a name of their own (滨江新城), or bare (高新区)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.places.scene import Scene, sentence_starts
from kg.extract.places.stems import Stem, names_zone, stem_before
from kg.extract.places.words import is_common
from kg.extract.spans import Spans
from kg.gazetteer import NameHit
from kg.model import PlaceMention

_RANK = re.compile(r"(?:国家级?|省级)?$")
_BODY = re.compile(
    r"(?:[（(]\S{1,8}[）)])?(?:党工委|管委会|管理委员会|纪工委|工委|党委|党群|社会事务|社会治理|社会工作|综合执法|党建|人大|政协|公安)"
)
_GOES_ON = re.compile(r"镇|大道|街道|[路街](?![道区])")
_LEVEL_BEFORE = re.compile(r"[省市县旗建](?=.{2})")
_LED = re.compile(r".{1,3}[自从]|号")
_TRADES = frozenset("业类品")  # 袜|业, 竹|类
_LONGEST_BRACKET = 12
_LONGEST_SORT = 4  # characters between the place and the head word of a listed zone
_LONGEST_OWN = 3  # characters of a name that stands behind no place
# 佛山（云浮）产业转移|工业园: a zone of one place named after another, or after an old one.
_BRACKETED = re.compile(r"[（(][\u4e00-\u9fff]{2,6}[）)](?:产业转移|产业合作|现代|科技|农业|高新技术)?$")
_BARE = re.compile(r"高新(?:技术产业开发)?区|经开区|经济(?:技术)?开发区")


def zone_names(scene: Scene, taken: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Mentions of zones; one named after a place covers its name, a bare one that does not act is a reference."""
    found = [PlaceMention(*m.span(), m[0], "pattern", "zone") for m in scene.lexicon.zones.finditer(scene.text)]
    starts = sentence_starts(scene.text)
    names = Spans((m.start, m.end) for m in (*taken, *found))
    for match in scene.lexicon.head_pattern.finditer(scene.text):
        head = scene.lexicon.heads[match.group()]
        if head.group != "zone" or scene.lexicon.follows(scene.text, match.end(), "tail"):
            continue
        if names.hold(match.start(), match.end()) or _GOES_ON.match(scene.text, match.end()):
            continue  # 园区 in 长春绿园区 is the end of a district's name, 梧桐新城 in 梧桐新城镇 begins a town's
        start = _listed_from(scene, match, taken)
        if start is None and head.weight == "strong":
            start = _aliased_from(scene, match, taken)
        if start is None:
            start = _named_from(scene, match.start(), [*taken, *found], head.weight)
        if start is not None:
            found.append(PlaceMention(start, match.end(), scene.text[start : match.end()], "pattern", "zone"))
        elif head.weight == "strong":
            found += _bare(scene, match, taken, starts)
    return [m for m in found if not any(_swallows(t, m) for t in taken)]


def _swallows(other: PlaceMention, zone: PlaceMention) -> bool:
    return other.start <= zone.start and zone.end <= other.end


def _listed_from(scene: Scene, match: re.Match[str], taken: Sequence[PlaceMention]) -> int | None:
    """Where a zone begins that is printed as the list has it, its places included, or right behind one that holds it.

    安徽寿县经济开发区 is one name; 慈溪市现代农业开发区 is the one of that name in 慈溪市.
    """
    for hit in sorted(h for h in scene.ending(match.end()) if h.form == "zone" and h.start < match.start()):
        zones = scene.gazetteer.by_name(hit.name, "zone")
        if not zones or not scene.is_edge(hit.start):
            continue
        holders = {key for m in taken if m.end == hit.start for key in m.candidates}
        placed = any(h.end < match.start() and h.form in {"full", "short"} for h in scene.starting(hit.start))
        if placed or any(scene.gazetteer.is_within(z.key, key) for z in zones for key in holders):
            return hit.start
    return None


def _aliased_from(scene: Scene, match: re.Match[str], taken: Sequence[PlaceMention]) -> int | None:
    """Where a zone begins that is called by a part of its listed name (稀土|高新区 for 包头稀土高新技术产业开发区)."""
    floor = max((m.end for m in taken if m.end <= match.start()), default=0)
    for start in range(match.start() - _LONGEST_SORT, match.start() - 1):
        whole = start >= floor and scene.is_edge(start)
        if whole and scene.gazetteer.zone_by_alias(scene.text[start : match.end()]):
            return start
    return None


def _named_from(scene: Scene, head: int, taken: Sequence[PlaceMention], weight: str) -> int | None:
    """Where the name of a zone begins that has more than its head word; None for a bare one."""
    bracketed = _BRACKETED.search(scene.text, max(0, head - _LONGEST_BRACKET), head)
    if bracketed is not None:
        names = [h for h in scene.ending(bracketed.start()) if h.form in {"full", "short", "unsafe"}]
        return min((h.start for h in names if scene.is_edge(h.start)), default=None)
    floor = max((m.end for m in taken if m.end <= head), default=0)
    listed = [h for h in scene.hits if h.form == "zone" and h.start < head < h.end and h.start >= floor]
    own = [h for h in listed if _is_own(scene, h, head)]
    short = [h for h in scene.ending(head) if h.form in {"short", "unsafe"} and h.start >= floor]
    places = [h.start for h in (*own, *short) if scene.is_edge(h.start)]
    if places:
        return min(places)
    stem = stem_before(scene, head, floor, "zone")
    if stem is None or stem.text.endswith("建") or not names_zone(scene, stem) or not _stands(scene, stem, weight):
        return None
    led = _LED.match(stem.text)  # 大变样自|开发区, 今从|滨江新区, 1号|堤围工业区
    if led is not None:
        rest = replace(stem, start=stem.start + led.end(), text=stem.text[led.end() :])
        return rest.start if names_zone(scene, rest) else None
    level = _LEVEL_BEFORE.match(stem.text)  # 宁远|县民生工业园区, 建|光伏产业园区
    if level is None or not scene.is_edge(stem.start + 1):
        return stem.start
    rest = replace(stem, start=stem.start + 1, text=stem.text[1:])
    return rest.start if names_zone(scene, rest) else None


def _stands(scene: Scene, stem: Stem, weight: str) -> bool:
    """Whether a stem stands where, and is of the words that, a name before a head of this weight is."""
    near = weight == "strong" or stem.chained or len(stem.text) <= _LONGEST_OWN
    return near and not (weight == "own" and _is_sort(scene, stem))


def _is_sort(scene: Scene, stem: Stem) -> bool:
    """Whether a stem is made of everyday words, which say what is grown or made there: 蜜桔|产业园, 民族乐器|产业园."""
    last = stem.end
    while (found := scene.tokens.before(last, stem.start)) is not None:
        word = scene.text[found[0] : found[1]]
        if not (is_common(word) or scene.lexicon.is_generic(word, "zone") or word in _TRADES):
            return False
        last = found[0]
    return True


def _is_own(scene: Scene, hit: NameHit, head: int) -> bool:
    """Whether a listed zone's name holds a name before its head word, no mere 国家 or 经济."""
    before = scene.text[hit.start : head]
    return bool(before) and not scene.lexicon.is_generic(before, "zone")


def _bare(
    scene: Scene, match: re.Match[str], taken: Sequence[PlaceMention], starts: frozenset[int]
) -> list[PlaceMention]:
    """A bare head behind a place is that place's zone; one that acts or opens a sentence is the zone of the article."""
    start = match.start() - len(_rank(scene.text, match.start()))
    behind = any(m.end in {start, match.start()} for m in taken)
    opens = start in starts and scene.text[match.end() : match.end() + 1] not in set("、和与及等")
    acting = _BARE.fullmatch(match.group()) is not None and (opens or _BODY.match(scene.text, match.end()) is not None)
    if not scene.is_edge(match.start()):
        return []
    own = acting or (behind and match.group() != "开发区")  # 沧县开发区 is short for a zone of the county
    kind = "pattern" if own else "reference"
    return [
        PlaceMention(match.start(), match.end(), match.group(), "pattern" if kind == "pattern" else "reference", "zone")
    ]


def _rank(text: str, end: int) -> str:
    found = _RANK.search(text[max(0, end - 3) : end])
    return found.group() if found else ""
