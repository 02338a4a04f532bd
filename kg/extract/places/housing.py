"""Estates told by what is said of housing alone: 丹桂苑只有2栋楼, 机床一村有住户900户, 云水郡是…的还建小区."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.places.estates import BUILT, HOUSES, names_compound
from kg.extract.places.lexicon import Head
from kg.extract.places.scene import Scene
from kg.extract.places.stems import USUAL, stem_before
from kg.extract.places.words import is_everyday, is_word
from kg.extract.spans import Spans
from kg.model import PlaceMention

_DEFINED = re.compile(r"是(?=[^，。；！？、]{2,30}(?:小区|楼盘|院落|楼院|居民院|家属院)[，。；])")
_TOLD = re.compile(rf"(?P<houses>{HOUSES.pattern})|(?P<built>{BUILT.pattern})|(?P<defined>{_DEFINED.pattern})")
_NEW_TOWN = "新城"
_LODGINGS = ("宿舍", "家属院", "家属区", "家属楼")
_NUMBERED = re.compile(r"[一二三四五六七八九十]村\Z")
_DWELLERS = re.compile(r"[^，。；]{0,8}?(?:住户|业主|栋|幢|单元)")
_OPENINGS = frozenset({"", "\n", "。", "；", "：", "，", "！", "？"})
_NOW = ("如今", "目前", "现在", "其中", "比如", "例如", "以前", "过去")
_WORKPLACE = re.compile(r"[厂局院所社司站段矿队行库](?:老|旧)?\Z")
# Called after a works or by a number in a street, which say enough: 机床厂|宿舍, 劳动路15号院.
_OF_WORKS = re.compile(r"[厂局站社司矿队院所](?P<name>(?:老|旧)?宿舍(?:小?区|院)?|生活区|家属[楼区])(?![楼长管内制])")
_AT_NUMBER = re.compile(r"[路街巷弄]\d{1,4}号(?:大院|院|小区)(?![子落士])")
_ANY_WORKS = re.compile(r"(?:工|总|分)厂\Z|(?:\A|[该各本分])公司\Z|医院\Z|学院\Z|单位\Z|老旧")
_NO_HOME = re.compile(r"(?:公园|校园|幼儿园|果园|茶园|庄园|乐园|县城|古城|老城|商城|影城|长城|城里|村里|院里|家里)\Z")
_HOLDERS = frozenset({"village", "township"})


def housing_names(scene: Scene, taken: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Mentions of estates that open a clause or stand behind their community, before their blocks or households."""
    there = Spans((m.start, m.end) for m in taken)
    holders = {m.end for m in taken if m.level in _HOLDERS}
    found: list[PlaceMention] = []
    for told in _TOLD.finditer(scene.text):
        head = _head(scene, told)
        if head is None or there.touch(told.start() - 1, told.start()):
            continue
        floor = max((end for end in holders if end < told.start()), default=0)
        stem = stem_before(scene, told.start() - len(head.word), floor, "compound")
        if stem is None or there.touch(stem.start, told.start()) or not _opens(scene, stem.start, holders):
            continue
        name = scene.text[stem.start : told.start()]
        lodging = head.word in _LODGINGS and _WORKPLACE.search(stem.text) is not None
        weight = "sure" if lodging or told["defined"] else head.weight
        plain = not is_word(name) and len(stem.text) >= USUAL
        if (lodging or plain) and names_compound(scene, stem, told.start(), weight):
            found.append(PlaceMention(stem.start, told.start(), name, "pattern", "compound"))
    return found


def lodging_names(scene: Scene, taken: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Mentions of lodgings called after a works, and of courtyards by their number in a street."""
    floors = sorted(m.end for m in taken)
    found: list[PlaceMention] = []
    for match in (*_OF_WORKS.finditer(scene.text), *_AT_NUMBER.finditer(scene.text)):
        head = match.start() + 1
        at = bisect_right(floors, head)
        floor = floors[at - 1] if at else 0
        stem = stem_before(scene, head, floor, "compound")
        if match.re is _AT_NUMBER:
            start = _street_start(scene, stem.start if stem else head - 1, head, floor)
        elif stem is None or _ANY_WORKS.search(stem.text) or not names_compound(scene, stem, match.end(), "sure"):
            continue
        else:
            start = stem.start
        if head - start > USUAL:
            found.append(PlaceMention(start, match.end(), scene.text[start : match.end()], "pattern", "compound"))
    return found


def _street_start(scene: Scene, start: int, head: int, floor: int) -> int:
    """Where a street's name begins of which only the end was taken: 劳动|路, 人民|南路."""
    before = scene.tokens.before(start, floor) if head - start <= USUAL else None
    return start if before is None or not is_word(scene.text[before[0] : before[1]]) else before[0]


def _head(scene: Scene, told: re.Match[str]) -> Head | None:
    """The head word of an estate that ends where blocks, households or a year of building are told of it.

    Towers, parks and halls are built in some year too, so that tells nothing behind 阁, 园 and the like.
    """
    end = told.start()
    before = scene.text[max(0, end - len("家属院")) : end]
    lodging = next((w for w in _LODGINGS if before.endswith(w)), None)
    if lodging is not None:
        return Head(lodging, "compound", "compound", "named", lodging)
    if _NUMBERED.search(before) is not None:
        return Head(before[-USUAL:], "compound", "compound", "sure", "") if _DWELLERS.match(scene.text, end) else None
    if told["built"] or _NO_HOME.search(before):
        return None
    words = [before[i:] for i in range(len(before))]
    heads = [scene.lexicon.heads[w] for w in words if w in scene.lexicon.heads]
    if any(h.group == "zone" for h in heads):  # 工业园有6栋厂房, but 时代新城是…的还建小区
        return Head(_NEW_TOWN, "compound", "compound", "sure", "") if told["defined"] and _NEW_TOWN in words else None
    heads = [replace(h, weight="named") if h.weight == "weak" else h for h in heads]
    if is_everyday(before[-USUAL:]) and not any(len(h.word) > 1 for h in heads):
        return None  # 望江楼阁
    return next((h for h in heads if h.group == "compound" and h.weight not in {"strong", "hamlet"}), None)


def _opens(scene: Scene, start: int, holders: set[int]) -> bool:
    """Whether a clause begins here, 如今 and the like before it or not, or a community ends, 的 behind it or not."""
    before = scene.text[max(0, start - USUAL) : start]
    if before in _NOW:
        start -= USUAL
    behind = start in holders or (scene.text[start - 1 : start] == "的" and start - 1 in holders)
    return behind or start == 0 or scene.text[start - 1] in _OPENINGS
