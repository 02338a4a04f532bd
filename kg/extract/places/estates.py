"""Whether a stem before 小区, 花苑, 自然村 … names one estate or hamlet."""

from __future__ import annotations

import re

from kg.extract.places.scene import Scene
from kg.extract.places.stems import (
    LONGEST,
    NUMERAL,
    WORKS,
    Stem,
    has_cue,
    is_counted,
    is_entered,
    is_generic,
    is_resultative,
    is_sort,
    runs_on,
)
from kg.extract.places.words import acts, is_everyday, is_word

_OPENS_CLAUSE = frozenset({"", "\n", "，", "。", "；", "：", "？", "！"})
_PHASED = re.compile(
    r"[一二三四五六]期|\d{1,3}(?:号楼|栋|幢)|的?(?:居民|业主|住户|业委会|业主委员会)"
)  # only estates have these
HOUSES = re.compile(
    r"(?:现|共|一共|总共|只|仅|原)?(?:共|只|仅)?(?:有|建有|拥有)(?:居民|住户|业主|居民楼|楼房|住宅楼?)?"
    r"\d+余?多?(?:栋|幢|户|个单元)"
)
BUILT = re.compile(r"(?:始|初)?建成?于(?:\d{4}年|上?个?世纪|上世纪|20世纪|二十世纪|\d{2}年代)")
# 向阳街道民主小区的居民, no 向阳街道文明小区建设: who lives there, a stop.
_LIVED_IN = re.compile(r"的?(?:居民|业主|住户|物业|老人|党员)|党支部|业委会|[，。；]")
_COMMUNITIES = re.compile(r"[^，。；]{0,24}等[^，。；、]{0,4}(?:社区|村)")  # what the list calls its members
_ESTATE_BEFORE = re.compile(r"(?P<name>[\u4e00-\u9fff]{3,8})[、和与及]\Z")
_ESTATE_BEHIND = re.compile(r"[、和与及](?P<name>[\u4e00-\u9fff]{1,6}(?:小区|[园苑府庭城都居庐邸湾]))")
_MEASURES = frozenset("间所个家处座栋幢套")
_EACH, _MEN = frozenset("一两二三四五几每"), frozenset("名座")  # 楼门一|名门长
_SEVERAL = re.compile(r"(?:越来)?[更越许众很诸]?多|不少|部分|其他|其余|少数")  # 更多|老小区
_WITHOUT = re.compile(r"(?:^|[和与及、])无")  # 无电梯|小区, 棚户区和无电梯|小区
_LONG_TIME = 4  # characters: 来暖气前, no 山前
_NO_ESTATE = re.compile(r"(?:首府|(?:高等|顶尖|最高|知名|商业)学府|官府|王府|重建家园|建设家园)\Z")


def names_compound(scene: Scene, stem: Stem, head_end: int, weight: str) -> bool:
    """Whether a stem before 小区, 花苑, 自然村 … names one estate or hamlet."""
    text = stem.text
    prefecture = text.endswith("州") and bool(scene.gazetteer.by_short(text[:-1]))  # 楚雄州|村民小组
    short = prefecture or (len(text) < 2 and not (stem.chained and weight != "strong"))
    if short or _is_any(scene, stem) or _NO_ESTATE.search(scene.text, stem.start, head_end):
        return False
    lived_in = is_entered(scene, stem.start) or _has_homes(scene, stem.start, head_end, weight)
    named = text in WORKS or lived_in or (stem.chained and scene.text[stem.start - 1] == "的")
    named = named or (text in scene.lexicon.common and _is_among_estates(scene, stem.start, head_end))
    own = stem.chained and weight == "strong" and text in scene.lexicon.common and _LIVED_IN.match(scene.text, head_end)
    if (acts(text) and not (named or own)) or is_resultative(scene, text):
        return False
    if NUMERAL.fullmatch(text) or (is_generic(scene, stem, "compound") and not own):
        return False
    if text in scene.lexicon.heads and not stem.chained:
        return False  # 花苑|小区: what stands before is the name
    if (
        is_counted(scene, stem)
        or is_sort(scene, stem, head_end)
        or (scene.text[head_end - 1] == "村" and runs_on(scene, head_end))
    ):
        return False
    whole = scene.text[stem.start : head_end]
    common = is_everyday(text) or (weight == "named" and is_word(whole))
    known = stem.chained or not common or weight == "sure" or lived_in
    known = known or (weight == "strong" and (has_cue(scene, stem.start, head_end) or _acts(scene, stem, head_end)))
    return known or _is_among_estates(scene, stem.start, head_end)


def _acts(scene: Scene, stem: Stem, head_end: int) -> bool:
    """Whether a name opens a clause, what it does behind it: 近日，育才小区|成立业委会."""
    opens = scene.text[stem.start - 1 : stem.start] in _OPENS_CLAUSE
    cues = (word for word in scene.lexicon.right["cue"] if len(word) > 1)
    return opens and scene.text.startswith(tuple(cues), head_end)


def _is_any(scene: Scene, stem: Stem) -> bool:
    """Whether a stem means some estate or other, or a time: 太原一|小区, 一高校|宿舍区, 两间小|公寓, 来暖气前|小区."""
    text = stem.text
    place = text[-1] == "一" and any(h.form in {"full", "short"} for h in scene.ending(stem.end - 1))
    sort = is_word(text[1:]) or scene.lexicon.is_generic(text[1:], "compound")  # 一高校|宿舍区, 一老|小区
    counted = text[0] in "有无" and scene.lexicon.is_generic(text[1:], "compound")  # 有老|小区十一个
    counted = counted or (text[0] in "一两几" and (text[1:2] in _MEASURES or sort))
    without = _WITHOUT.search(text) is not None
    counted = counted or (text[-1] in _EACH and scene.text[stem.end] in _MEN)
    several = _SEVERAL.match(text)
    counted = counted or (several is not None and scene.lexicon.is_generic(text[several.end() :], "compound"))
    return place or counted or without or (text[-1] == "前" and len(text) >= _LONG_TIME)


def _has_homes(scene: Scene, start: int, end: int, weight: str) -> bool:
    """Whether a clause begins with a name that phases, blocks or those who live there follow: 育才小区|二期.

    Behind 小区 itself the year of building will do (河沿小区|建于1998年), or how many blocks it has.
    """
    if scene.text[start - 1 : start] not in _OPENS_CLAUSE:
        return False
    told = weight == "strong" and (HOUSES.match(scene.text, end) or BUILT.match(scene.text, end))
    return bool(told) or _PHASED.match(scene.text, end) is not None


def _is_among_estates(scene: Scene, start: int, end: int) -> bool:
    """Whether the member before or behind a name in its list ends like an estate: 四季花苑、锦绣小区."""
    if _COMMUNITIES.match(scene.text, end):
        return False
    before = _ESTATE_BEFORE.search(scene.text, max(0, start - LONGEST - 1), start)
    behind = _ESTATE_BEHIND.match(scene.text, end)
    members = [m["name"] for m in (before, behind) if m is not None]
    heads = (
        h for h in scene.lexicon.heads.values() if h.group == "compound" and h.weight in {"strong", "named", "sure"}
    )
    return any(name.endswith(h.word) and len(name) > len(h.word) for h in heads for name in members)
