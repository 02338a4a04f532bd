"""Lists whose members share one head word: 甲、乙、丙3个社区; 甲、乙等村."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from kg.extract.places.persons import is_behind_post
from kg.extract.places.scene import Scene
from kg.extract.places.stems import stem_before
from kg.extract.places.words import acts, is_everyday
from kg.extract.spans import Spans
from kg.gazetteer import Unit
from kg.model import Level, PlaceMention
from kg.rulebook import opened

_TAIL = re.compile(
    opened(
        r"(?P<etc>等)?(?:(?P<number>[0-9\uff10-\uff19]{1,3}|(?!一[^个家处大])[一二两三四五六七八九十]{1,3}|多|数|几)余?多?(?:个|家|处|大)?)?"
        r"(?P<mod>(?:省级|市级|县级|区级|国家级|首批|城市|试点|示范|重点|城镇|农村|“[^”“]{1,12}”){0,2})"
        r"(?P<head>村委会|村民委员会|嘎查村|嘎查|行政村|自然村|村（社区）|村（居）|村\(社区\)|村居|社区|小区|楼盘|示范点|示范小区|试点小区|乡镇（街道）|镇（街道）|镇街|乡镇|街道|镇|乡|村"
        r"|县（市、区）|县市区|区县|县区|市县|县|区|市|旗)(?![长委域场]|(?<=村)[屯寨庄塆湾落])"
    )
)
# Sorts of people and bodies are listed like villages: 志愿者团队、业委会等社区社会组织.
_BODIES = re.compile(r".(?:团队|队伍?|会|组织|企业|公司|单位|部门|人员|工作者|志愿者|党员|干部)$")
_BREAK = re.compile(r"[^\u4e00-\u9fff、]")
_LEVELS: tuple[tuple[str, Level], ...] = (
    ("村委会", "village"), ("村民委员会", "village"), ("嘎查村", "village"), ("嘎查", "village"),
    ("行政村", "village"), ("自然村", "compound"), ("小区", "compound"),
    ("楼盘", "compound"), ("示范", "compound"), ("试点", "compound"), ("乡镇", "township"), ("镇", "township"),
    ("街道", "township"), ("乡", "township"),
    ("村", "village"), ("社区", "village"), ("县", "county"), ("区", "county"), ("市", "county"), ("旗", "county"),
)  # fmt: skip
_VILLAGES = ("村", "社区", "嘎查")
_LONGEST = 9
_USUAL = frozenset({2, 3})
_JOINT = re.compile("[、和与及]")
_FARTHEST = _LONGEST + 4  # characters before a list's head in which its last joint stands


def series_names(scene: Scene, taken: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Mentions of the members of lists; members that carry their own head word are left to others."""
    found: list[PlaceMention] = []
    there = Spans((m.start, m.end) for m in taken)
    ends = sorted(m.end for m in taken)
    for tail in _TAIL.finditer(scene.text):
        closed = bool(tail["etc"] or tail["number"])
        if not closed and _JOINT.search(scene.text, max(0, tail.start() - _FARTHEST), tail.start()) is None:
            continue
        items = [
            span for span in _items(scene, tail.start(), ends, _level(tail["head"])) if not _is_person(scene, *span)
        ]
        if (not closed and not _are_villages(scene, items)) or _runs_on(scene, tail, items):
            continue
        if items and _is_own_number(scene, tail, *items[0]):
            continue
        if len(items) > 1 or (items and tail["etc"]):
            found += [m for start, end in items for m in _member(scene, start, end, tail["head"], items)]
    return [m for m in found if not there.touch(m.start, m.end)]


def _is_own_number(scene: Scene, tail: re.Match[str], start: int, end: int) -> bool:
    """Whether a number belongs to the last name: 邛山一村、邛山|二村, which is not two villages."""
    if not tail["number"] or scene.text[tail.end("number") :][:1] != tail["head"][0]:
        return False
    sister = re.escape(scene.text[start:end]) + "[一二三四五六七八九十]{1,2}" + re.escape(tail["head"])
    return len(re.findall(sister, scene.text)) > 1


def _is_person(scene: Scene, start: int, end: int) -> bool:
    """Whether a member is the person who holds the post before it: 副书记|张丽娜、岷山路等社区."""
    surnamed = scene.text[start] in scene.lexicon.surnames and end - start in _USUAL
    return surnamed and is_behind_post(scene, start)


def _are_villages(scene: Scene, items: Sequence[tuple[int, int]]) -> bool:
    """Whether a list that neither 等 nor a number closes has a village of the article's counties, and no mere words."""
    names = [scene.text[start:end] for start, end in items]
    listed = [scene.has_village(name) for name in names]
    plain = (len(name) in _USUAL and not acts(name) and not is_everyday(name) for name in names)
    return len(names) > 1 and any(listed) and all(a or b for a, b in zip(listed, plain, strict=True))


def _runs_on(scene: Scene, tail: re.Match[str], items: Sequence[tuple[int, int]]) -> bool:
    """Whether the head word only says what sort something is, none of the members known (唱歌、书法等社区活动)."""
    if tail["number"] or not scene.lexicon.follows(scene.text, tail.end(), "series"):
        return False
    return not any(scene.has_village(scene.text[start:end]) for start, end in items)


_MOST_MEMBERS = 120  # of one list


def _level(head: str) -> Level:
    return next(level for tail, level in _LEVELS if head.startswith(tail) or head == tail)


def _items(scene: Scene, end: int, ends: Sequence[int], level: Level) -> Iterator[tuple[int, int]]:
    """Spans of the list's members, the last first, up to one that is not wholly a name; places end at ``ends``."""
    text = scene.text
    for _ in range(_MOST_MEMBERS):
        if end <= 0:
            return
        start = end
        while (
            start > 0 and end - start < _LONGEST + 3 and not _BREAK.match(text[start - 1]) and text[start - 1] != "、"
        ):
            start -= 1
            if text[start] in "和与及" and scene.is_edge(start) and scene.is_edge(start + 1) and end - start > 2:
                break
        joint = text[start] in "和与及" and start + 1 < end and scene.is_edge(start + 1) and text[start - 1] != "、"
        before = bisect_right(ends, end)
        floor = ends[before - 1] if before else 0
        first = start + 1 if joint else start
        inner = joint or (start > 0 and text[start - 1] == "、")
        if first >= end:
            return
        if inner and floor <= first and _is_whole(scene, first, end):
            yield first, end
        else:
            stem = stem_before(scene, end, max(floor, first), "village" if level == "village" else "series")
            if stem is not None:
                yield stem.start, end
            return
        end = start if joint else start - 1


def _is_whole(scene: Scene, start: int, end: int) -> bool:
    """Whether a member between two joints holds none of the words that end a name."""
    left = scene.lexicon.left
    offset = end if scene.has_village(scene.text[start:end]) else start  # 侯其庄, 达尔那
    while offset < end:
        word = scene.tokens.at(offset)
        own = word == "和" and offset in {start, end - 1}  # 和顺里, 景和
        if not own and (word in left["function"] or word in left["word"]):
            return False
        offset += len(word)
    return end - start <= _LONGEST - 1


def _member(scene: Scene, start: int, end: int, head: str, items: Sequence[tuple[int, int]]) -> list[PlaceMention]:
    level, text = _level(head), scene.text[start:end]
    sort = scene.lexicon.is_generic(text, level) and not (level == "village" and _is_among_listed(scene, text, items))
    if sort or any(text.endswith(h) and len(text) > len(h) for h in ("村", "社区", "镇", "街道", "县")):
        return []
    if text[0] in "一两几各每" and (is_everyday(text[1:]) or scene.lexicon.is_generic(text[1:], level)):
        return []
    if level in {"village", "compound"} and _BODIES.search(text) and not scene.has_village(text):
        return []
    if level == "village":
        return _village(scene, start, end, head)
    if level == "compound":
        estates = head in {"小区", "示范小区", "试点小区", "自然村", "楼盘"} or any(
            _is_estate(scene, s, e) for s, e in items
        )
        return (
            [PlaceMention(start, end, text, "pattern", "compound")]
            if estates and len(text) > 1 and not acts(text)
            else []
        )
    return _listed(scene, start, end, head, level)


def _is_among_listed(scene: Scene, text: str, items: Sequence[tuple[int, int]]) -> bool:
    """Whether a list of villages of the article's counties has a word among them, one of theirs too: 中心、吐月社区."""
    names = [scene.text[start:end] for start, end in items]
    return len(names) > 1 and scene.has_village(text) and all(scene.has_village(name) for name in names)


def _is_estate(scene: Scene, start: int, end: int) -> bool:
    text = scene.text[start:end]
    return len(text) > 2 and any(
        text.endswith(h.word)
        for h in scene.lexicon.heads.values()
        if h.group == "compound" and h.weight in {"named", "sure"}
    )


def _village(scene: Scene, start: int, end: int, head: str) -> list[PlaceMention]:
    text = scene.text[start:end]
    known = scene.has_village(text)
    if scene.text.endswith(_VILLAGES, 0, start):
        return []  # 杏树庄村|四社、双磨街村: what lies in a village is none
    if not known and (acts(text) or len(text) < 2 or "（" in head):
        return []
    ending = "嘎查" if head.startswith("嘎查") else "社区" if head == "社区" else "村"
    if "（" in head or head == "村居":
        kinds = {u.kind for key in sorted(scene.counties) for u in scene.gazetteer.villages(key).of(text)}
        ending = "社区" if kinds == {"社区"} else "村"
    return [PlaceMention(start, end, text + ending, "pattern", "village")]


def _listed(scene: Scene, start: int, end: int, head: str, level: Level) -> list[PlaceMention]:
    """A township or county that the list has under the member's name, with or without the head."""
    text = scene.text[start:end]
    if len(text) < min(_USUAL):
        return []  # 北与甲、南与乙两县交界
    full = [] if len(head) > 2 or head == "乡镇" else [text + head]
    units: tuple[Unit, ...] = ()
    for name in (*full, text):
        units = units or tuple(u for u in scene.gazetteer.candidates(name) if u.level == level)
        if name.endswith("市"):  # 淮安、宿迁两市: the city itself where it has districts
            cities = tuple(u for u in scene.gazetteer.candidates(name) if u.level == "prefecture" and not u.former)
            units = cities or units
    if not units or (is_everyday(text) and level == "county" and len(units) > 1):
        return []
    name = units[0].name if not full else text + head
    return [PlaceMention(start, end, name, "short", units[0].level, tuple(u.key for u in units))]
