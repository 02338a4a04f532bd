"""Names that end in a head word (村, 社区, 小区, 镇 …), in the list or not."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from kg.extract.places.estates import names_compound
from kg.extract.places.lexicon import Head
from kg.extract.places.scene import Scene
from kg.extract.places.stems import USUAL, Stem, stem_before
from kg.extract.places.towns import names_township
from kg.extract.places.villages import names_village
from kg.extract.places.words import is_word
from kg.extract.spans import Spans
from kg.model import PlaceMention

# What may stand between a place and one that lies in it, or between two members of a list.
_BESIDE = frozenset({"", "的"})
_LIST = frozenset({"", "的", "、", "和", "与", "及", "以及"})
_OWN_HEAD = re.compile("村(?![民委干两支规组集里务史情容貌口部头级歌])")
# 闫村|社区 is a community; in 闫村|社区服务中心 and 闫村|社区工作者 a village has one.
_ITS_COMMUNITY = re.compile(
    "社区(?!服务|矫正|养老|教育|文化|治理|管理|建设|卫生|医|工作|民警|警务|干部|书记|群众|团|网格|食堂|戒毒|康复)"
)
# 山大|村散 is a proverb; 石桥村小 a school.
_NO_VILLAGE = re.compile(r"村(?:[散稀](?=[，、。；])|官|夫|姑|晚(?!上)|超(?!过|市)|BA|寨[”’])")
_HOUSING = re.compile(r"[一二三四五六七八九十]村\Z")
_QUARTER = "居民区"
_OF_A_VILLAGE = tuple("民委干两支")
_TWO_ESTATES = re.compile(r"(?P<one>[\u4e00-\u9fff]{0,6}?[苑园府庭城邸轩阁郡湾居里])和(?P<other>[\u4e00-\u9fff]{2,6})")
_LISTED_HAMLET = re.compile(r"[\u4e00-\u9fff]{1,3}?(?:自然[村屯]|屋场|[屯塆垸寨坳庄])(?:[和与及、]|以及)")
_GROUP = "村民小组"
_NUMBER = re.compile(r"(?P<joint>[、和与及]?)(?P<number>\d{1,3})")
_BRAND_GOES_ON = re.compile(r"(?:我|你|大家|人人|[^，。”’]{0,4}(?:行动|活动))[^，。”’]{0,6}[”’]")
# “滨江社区通”, “心连社区，情暖万家”
_OF_SLOGAN = re.compile(r"(?:[通云码汇吧]|e家|在线|发布|，[^，。；”’]{2,8})[”’]")
_MOST_COMPOUNDS = 60  # between a place and what may still lie in it
_QUOTES = {"“": "”", "‘": "’", "「": "」", "《": "》"}


def headed_names(scene: Scene, taken: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Mentions of villages, communities, compounds and unlisted townships, in text order; none overlaps ``taken``."""
    found: list[PlaceMention] = []
    there = Spans((m.start, m.end) for m in taken)
    places = sorted((m for m in reversed(taken) if m.level != "compound"), key=lambda m: m.end)
    ends = [m.end for m in places]
    for match in scene.lexicon.head_pattern.finditer(scene.text):
        head = scene.lexicon.heads[match.group()]
        if head.group == "zone" or head.weight == "weak" or there.touch(match.end() - 1, match.end()):
            continue
        if _NO_VILLAGE.match(scene.text, match.start()):
            continue  # 大学生|村官, 榕江|村超
        before = bisect_right(ends, match.start())
        last = _last(places[before - 1 : before], found, match.start())
        joints = _LIST if last is not None and last.level == head.level else _BESIDE
        stem = _whole_estate(scene, found, match.start()) if head.group == "compound" else None
        stem = stem or stem_before(scene, match.start(), _floor(scene, last, match.start()), head.group, joints)
        numbered = stem is not None and scene.text[stem.start - 1 : stem.start].isdigit()
        by_number = _numbered_community(scene, match, last)
        if by_number is not None:
            found.append(by_number)
        elif _is_of_estate(scene, found, match):
            found[-1] = replace(found[-1], end=match.end(), name=found[-1].name + head.ending, level="village")
        elif (
            stem is not None
            and not numbered
            and not _goes_on(scene, stem, match.end())
            and _names(scene, stem, head, match.end())
        ):
            name = stem.text + head.ending
            keys = _townships(scene, name) if head.level == "township" else ()
            level = "village" if _is_listed_village(scene, stem, name, last) else head.level
            mention = _once(PlaceMention(stem.start, match.end(), name, "pattern", level, keys))
            first = bisect_right(found, mention.start, key=lambda m: m.end)
            found[first:] = [m for m in found[first:] if m.level == "village"]
            found += _parted(scene, mention, head, _floor(scene, last, match.start()))
    return found


def _once(mention: PlaceMention) -> PlaceMention:
    """A mention without the heading that a page prints right before it: 云溪花苑|云溪花苑于前年交房."""
    half = len(mention.name) // 2
    if mention.level != "compound" or half < 2 or mention.name[:half] != mention.name[half:]:
        return mention
    return replace(mention, start=mention.end - half, name=mention.name[half:])


def _floor(scene: Scene, last: PlaceMention | None, head_start: int) -> int:
    """Where the place before a head ends, its office or a hamlet included (青云街道办|北门村, 西村柳树屯和|东村)."""
    if last is None:
        return 0
    hamlet = _LISTED_HAMLET.match(scene.text, last.end) if last.level == "village" else None
    if hamlet is not None and hamlet.end() <= head_start and scene.is_edge(hamlet.end()):
        return hamlet.end()
    return last.end + (scene.text.startswith("办", last.end) and last.name.endswith("街道"))


def _parted(scene: Scene, mention: PlaceMention, head: Head, floor: int) -> list[PlaceMention]:
    """The estates of a mention that names two under one ending (锦绣苑和祥和小区), else the mention itself.

    A village's name with 社区 behind it is one name (闫村社区), and a hamlet's group is the hamlet (柳树屯|村民小组).
    """
    if head.word == _GROUP and scene.text.count(mention.name) < scene.text.count(mention.name.removesuffix(_GROUP)):
        return [replace(mention, end=mention.end - len(_GROUP), name=mention.name.removesuffix(_GROUP))]
    if head.word == "村" and mention.level == "village":
        doubled = mention.name.endswith("村村") and not _is_listed_double(scene, mention.name)
        return [
            _of_community(scene, replace(mention, end=mention.end - 1, name=mention.name[:-1]) if doubled else mention)
        ]
    stem = scene.text[mention.start : mention.end - len(head.word)]
    joint = _TWO_ESTATES.fullmatch(stem) if head.word == "小区" else None
    if joint is None:
        return [mention]
    end, begin = (mention.start + at for at in (joint.end("one"), joint.start("other")))
    one = stem_before(scene, end, floor, head.group)
    both = [one.start, begin] if one is not None and end - one.start > 1 else [begin]
    ends = [end, mention.end][-len(both) :]
    names = [scene.text[s:e].removesuffix("小区") + "小区" for s, e in zip(both, ends, strict=True)]
    return [replace(mention, start=s, end=e, name=n) for s, e, n in zip(both, ends, names, strict=True)]


def _is_listed_double(scene: Scene, name: str) -> bool:
    """Whether a village of the article's counties is called 前村村; 石门村|村路 is a road of 石门村."""
    return any(u.name == name for key in sorted(scene.counties) for u in scene.gazetteer.villages_named(name, key))


def _of_community(scene: Scene, mention: PlaceMention) -> PlaceMention:
    """A village's mention, under the name of its community where the article has one: 闫村社区 …, 闫村 ….

    Of a housing estate called 村 that is also its 居民区: 田林十二村居民区 …, 田林十二村 ….
    """
    if _HOUSING.search(mention.name) is not None and mention.name + _QUARTER in scene.text:
        own = scene.text.startswith(_QUARTER, mention.end)
        return replace(mention, end=mention.end + len(_QUARTER) * own, name=mention.name + _QUARTER)
    if _ITS_COMMUNITY.match(scene.text, mention.end):
        return replace(mention, end=mention.end + 2, name=mention.name + "社区")
    return replace(mention, name=mention.name + "社区") if _has_community(scene.text, mention.name) else mention


@lru_cache(maxsize=1024)
def _has_community(text: str, village: str) -> bool:
    """Whether a text names the community of a village; asked once for each name, however often it stands."""
    at = text.find(village + "社区")
    return at >= 0 and _ITS_COMMUNITY.match(text, at + len(village)) is not None


def _numbered_community(scene: Scene, match: re.Match[str], last: PlaceMention | None) -> PlaceMention | None:
    """A community whose name is a number, right behind its township or one such (向阳街道25社区、26社区)."""
    start = last.end if last is not None else 0
    number = _NUMBER.fullmatch(scene.text, start, match.start())
    if last is None or number is None or match.group() != "社区":
        return None
    listed = last.level == "village" and last.name[0].isdigit()
    if not (listed if number["joint"] else last.level == "township"):
        return None
    return PlaceMention(number.start("number"), match.end(), number["number"] + "社区", "pattern", "village")


def _is_of_estate(scene: Scene, found: Sequence[PlaceMention], match: re.Match[str]) -> bool:
    """Whether a community is called after the estate right before it: 金港小区|社区, no 金港小区|社区工作者."""
    estate = bool(found) and found[-1].end == match.start() and found[-1].name.endswith("小区")
    return estate and found[-1].level == "compound" and _ITS_COMMUNITY.match(scene.text, match.start()) is not None


def _goes_on(scene: Scene, stem: Stem, end: int) -> bool:
    """Whether this 村 belongs to the name of a village whose own 村 follows: 前村|村."""
    return stem.listed and scene.text[end - 1] == "村" and _OWN_HEAD.match(scene.text, end) is not None


def _townships(scene: Scene, name: str) -> tuple[str, ...]:
    """Keys of the townships of a name, a 民族乡 by its short form (湖潮乡)."""
    units = scene.gazetteer.by_name(name, "township") or scene.gazetteer.by_short(name)
    return tuple(u.key for u in units if u.level == "township")


def _is_listed_village(scene: Scene, stem: Stem, name: str, left: PlaceMention | None) -> bool:
    """Whether a name that ends like an estate's is a village's: its township stands before it, or it is a rural one."""
    if not name.endswith("新村"):
        return False
    gazetteer = scene.gazetteer
    if stem.chained and left is not None and left.level == "township":
        return any(gazetteer.villages_named(name, key) for key in left.candidates)
    found = (u for key in sorted(scene.counties) for u in gazetteer.villages_named(name, key))
    return any(u.kind == "村" and not u.former for u in found)


def _whole_estate(scene: Scene, found: Sequence[PlaceMention], end: int) -> Stem | None:
    """The estate that ends where another head word starts: 翠湖名苑 before 小区."""
    at = bisect_left(found, end, key=lambda m: m.end)
    before = next((m for m in found[at : at + 1] if m.end == end and m.level == "compound"), None)
    return (
        None if before is None else Stem(before.start, end, scene.text[before.start : end], chained=True, listed=False)
    )


def _last(named: Sequence[PlaceMention], found: Sequence[PlaceMention], start: int) -> PlaceMention | None:
    """The last place before an offset: the last one named or one found since; compounds do not count."""
    for mention in islice(reversed(found), _MOST_COMPOUNDS):
        if mention.end <= start and mention.level != "compound":
            return max((*named, mention), key=lambda m: m.end)
    return named[0] if named else None


def _names(scene: Scene, stem: Stem, head: Head, end: int) -> bool:
    # 支书和|村民: there are villages of this name
    joint = stem.text == "和" and scene.text.startswith(_OF_A_VILLAGE, end)
    slogan = scene.text[stem.start - 1 : stem.start] in _QUOTES and _OF_SLOGAN.match(scene.text, end)
    if joint or slogan or scene.lexicon.follows(scene.text, end, "tail"):
        return False
    if head.group == "village":
        own = scene.is_of_company(end) or _is_quoted(scene, stem.start, end)
        return names_village(scene, stem, end) and (stem.listed or not own)
    if head.group == "township":
        return names_township(scene, stem, end)
    if head.group == "compound" and _is_listed_village(scene, stem, stem.text + head.ending, None):
        return True
    if head.weight == "hamlet":
        return _names_hamlet(scene, stem, end)
    return not _is_quoted(scene, stem.start, end) and names_compound(scene, stem, end, head.weight)


def _names_hamlet(scene: Scene, stem: Stem, end: int) -> bool:
    """Whether a natural village's name stands before a body or habit of its own (居民自治, 板凳议事会)."""
    acts_on = scene.lexicon.follows(scene.text, end, "hamlet")
    doubled = stem.text[-1] == scene.text[end - 1]  # 坝坝|议事会
    first = stem.text[0] == "先" and len(stem.text) == USUAL  # 先报屯|理事会
    verb = stem.text in scene.lexicon.left["verb"]  # 建屯|理事会
    return (
        acts_on and 1 <= len(stem.text) <= 3 and not (doubled or first or verb or is_word(scene.text[stem.start : end]))
    )


def _is_quoted(scene: Scene, start: int, end: int) -> bool:
    """Whether quotation marks hold exactly this, or a saying of it (“清雅家园人人建”): a brand's name, no estate's."""
    before, after = scene.text[start - 1 : start], scene.text[end : end + 1]
    return before in _QUOTES and (_QUOTES[before] == after or _BRAND_GOES_ON.match(scene.text, end) is not None)
