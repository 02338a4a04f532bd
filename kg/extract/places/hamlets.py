"""Natural villages and named groups right behind the village they lie in: 段家村|柳树湾, 七洞村|南坪组."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.places.scene import Scene
from kg.extract.places.stems import USUAL
from kg.extract.places.words import acts, is_everyday, is_word
from kg.model import PlaceMention

_NUMBERED = re.compile(r"第?[一二三四五六七八九十百〇零两]+\Z")
_SIDES = frozenset("前后旁边外内里中口东西南北上下")
_PARTS = frozenset("前后旁边外内里中口")
_SETTLED = frozenset(side + end for side in "前后东西南北" for end in "屯寨庄营塆")
_FIRST = frozenset("先再只刚快常")  # 有事先报|屯理事会
# 那 is a field in Zhuang, 上 and 下 the upper and the lower of two: 那皮屯, 下屋垸, but 那个屯.
_OF_SETTLEMENT = re.compile(r"[那上下](?![个些里几])[\u4e00-\u9fff]{1,2}(?:[屯塆垸寨]|院[落子])")
_LISTED = re.compile(r"[、和与及](?=[\u4e00-\u9fff]{1,4}(?:[屯塆垸寨]|组(?![织合成建团])))")
_GROUP = re.compile(r"(?:村民小?|居民小?|小)?组\Z")
_LAND = "坪湾塆屯寨坝岩沟岭山坡冲塘河溪田坑庄坳垭岗墩洞井垄窑堡营圩浜埭洲台塬梁峪洼咀嘴渡畈屋围"
# What a village group is called after: a piece of land or a house. 护林小组, 议事小组 are called after a task.
_LAND_GROUP = re.compile(rf"的?(?P<name>[\u4e00-\u9fff]{{1,3}}[{_LAND}](?:村民小?|居民小?|小)?组)")
_DRY = _LAND.replace("河", "").replace("洞", "")
_FAMILY = re.compile(
    rf"的?(?P<name>(?P<surname>[\u4e00-\u9fff])家(?:屋场|老屋|院子|院落|[{_DRY}](?:子(?!女))?))"
    r"(?!水库|水电|电站|大?桥|隧道|公路|路|煤矿|铁矿|林场|小学|中学|学校|遗址|战役|古|祠|组)"
)
_OWN_GROUP = re.compile(
    rf"(?<![\u4e00-\u9fff])(?:最[远大高偏早先]的|其中)?(?P<name>[\u4e00-\u9fff]{{1,3}}[{_LAND}](?:村民|小)?组)"
    rf"(?=[与和及、][\u4e00-\u9fff]{{1,3}}组|的(?:变化|路|水|房|老)|的?(?:村民|组长|农户)|每户|户户|家家|有?\d+[户人]"
    rf"|(?:走|离|距|到|把|最先|率先)|还?(?:评|选|推|修|种|建|凑)[出了成起])"
)
_NEXT_GROUP = re.compile(r"[与和及、](?P<name>[\u4e00-\u9fff]{2,4}组)(?![织合成建团])")
_HAMLETS = re.compile(
    r"(?:(?<![\u4e00-\u9fff])|(?<=[和与及有括辖]))(?P<name>[\u4e00-\u9fff]{2,3}[屯塆])"
    r"(?:(?=[、和与及][\u4e00-\u9fff]{2,3}[屯塆])|(?<=[、和与及][\u4e00-\u9fff]{2}[屯塆])|(?<=[、和与及][\u4e00-\u9fff]{3}[屯塆]))"
)
_ITS_PEOPLE = re.compile(r"[屯塆寨垸坳坑沟冲岙坪]的(?:人(?![家工均员民们])|村民|牧民|乡亲|老人|群众)")
_ALONE = re.compile(r"(?<![\u4e00-\u9fff])(?P<name>[\u4e00-\u9fff]{2,3})")
_OPENS_CLAUSE = re.compile(r"(?<![\u4e00-\u9fff])(?P<name>[\u4e00-\u9fff]{2,3}?[屯塆])")
_TASKS = frozenset("护巡治清管查防看守救帮抢排调包")  # 巡河小组, 护山组
_SHORTEST = {"组": 1, "小组": 2, "村民组": 2, "居民组": 2, "居民小组": 2, "村民小组": 2}  # characters before it
_UPPER_LOWER = frozenset("上下")  # verbs as well
_NO_FAMILY = frozenset("农公国管商养居那有回归多单连买把爱富保后空")  # surnames, but 农家, 管家, 回家
_SURE = frozenset("屯塆")  # end the names of hamlets and little else
_MODALS = frozenset("要把将已也都正在全")
# 乔老村|小都百屯|沿用: before a verb only what ends as hamlets do and little else.
_ACTING = re.compile(
    r"的?(?P<name>[前后东西南北][屯寨庄营塆]|[\u4e00-\u9fff]{2,3}?(?:屯|寨|塆|垸|坳|屋场|院子|院落|庄|坪))"
)
# 段家村|邬庄始终…。邬庄建起…: whatever it does, a hamlet that the text speaks of again.
_AGAIN = re.compile(r"的?(?P<name>[\u4e00-\u9fff]{1,3}?[屯寨塆垸坳庄湾坪坝畈])")
_OF_TOWN = re.compile(r"的?(?P<name>[\u4e00-\u9fff]{1,3}[屯寨塆垸])")
_FAMILIES = re.compile(
    r"[\u4e00-\u9fff](?:、[\u4e00-\u9fff]){0,2}两?[家姓]|全?[屯寨塆垸]?\d{1,4}[多余]?户"
)  # 三甲屯|黄、蒙两家


def hamlet_names(scene: Scene, named: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Mentions of hamlets that follow a village of the text.

    What lies in or beside a village (村前河湾, 村后山坡) is none, nor is a group that has only a number.
    """
    found: list[PlaceMention] = []
    for village in named:
        if village.level == "township" and (alone := _in_town(scene, village.end)) is not None:
            found.append(_mention(alone))
        if village.level != "village":
            continue
        ways = (_LAND_GROUP.match, scene.lexicon.hamlet.match)
        hamlet = next((m for way in ways if (m := way(scene.text, village.end)) and _is_name(scene, m["name"])), None)
        hamlet = hamlet or _of_family(scene, village.end) or _acting(scene, village.end) or _again(scene, village.end)
        while hamlet is not None and _is_name(scene, hamlet["name"]):
            found.append(_mention(hamlet))
            joint = _LISTED.match(scene.text, hamlet.end("name"))
            hamlet = _listed(scene, joint.end()) if joint is not None else None
    return found


def _listed(scene: Scene, start: int) -> re.Match[str] | None:
    """A hamlet or group that goes on a list."""
    return scene.lexicon.hamlet.match(scene.text, start) or _NEXT_GROUP.match(scene.text, start - 1)


def group_names(scene: Scene) -> list[PlaceMention]:
    """Mentions of groups called after land or houses that open a clause: 上坪组与下坪组争水, 石湾组每户出一人.

    Hamlets as well, where they stand in a list (弄京屯、那烘屯轮流坐庄), and these wherever they open a clause.
    """
    found: list[PlaceMention] = []
    for opening in _OWN_GROUP.finditer(scene.text):
        group: re.Match[str] | None = opening
        while group is not None and _is_name(scene, group["name"]):
            found.append(_mention(group))
            group = _NEXT_GROUP.match(scene.text, group.end())
    listed = [m for m in _HAMLETS.finditer(scene.text) if "村" not in m["name"] and _is_name(scene, m["name"])]
    names = {m["name"] for m in listed}
    people = [m for m in _of_people(scene) if not is_word(m["name"]) and _is_name(scene, m["name"])]
    again = (m for m in _OPENS_CLAUSE.finditer(scene.text) if m["name"] in names) if names else ()
    return [*found, *map(_mention, (*listed, *people, *again))]


def _of_people(scene: Scene) -> Iterator[re.Match[str]]:
    """Names of two or three characters that open a clause, their people behind them: 别鸠寨的人."""
    for told in _ITS_PEOPLE.finditer(scene.text):
        end = told.start() + 1
        yield from (m for width in (2, 3) if end >= width and (m := _ALONE.match(scene.text, end - width, end)))


def _mention(match: re.Match[str]) -> PlaceMention:
    return PlaceMention(*match.span("name"), match["name"], "pattern", "compound")


def _of_family(scene: Scene, start: int) -> re.Match[str] | None:
    """A hamlet called after a family, whatever it does: 段家村|田家湾要修桥; no 人家, 农家."""
    found = _FAMILY.match(scene.text, start)
    family = found is not None and found["surname"] in scene.lexicon.surnames - _NO_FAMILY
    return found if family else None


def _acting(scene: Scene, start: int) -> re.Match[str] | None:
    """A hamlet behind a village that does something, or whose families do."""
    found = _ACTING.match(scene.text, start)
    if found is None or not scene.is_edge(found.end()):
        return None
    word = scene.tokens.at(found.end())
    name = found["name"]
    does = (len(word) > 1 and acts(word)) or (word in _MODALS and not _is_sort(name))
    does = does or name in _SETTLED or (name[-1] in _SURE and len(name) > USUAL and not _is_sort(name))
    return found if does or _FAMILIES.match(scene.text, found.end()) else None


def _again(scene: Scene, start: int) -> re.Match[str] | None:
    """A hamlet behind a village of which the text speaks elsewhere at the head of a clause."""
    found = _AGAIN.match(scene.text, start)
    if found is None or not scene.is_edge(found.end()) or _is_sort(found["name"]) or is_word(found["name"]):
        return None
    elsewhere = re.search(rf"(?<![\u4e00-\u9fff]){re.escape(found['name'])}(?=[\u4e00-\u9fff])", scene.text)
    return found if elsewhere else None


def _in_town(scene: Scene, start: int) -> re.Match[str] | None:
    """A hamlet right behind its town, of which the text speaks again: 段村镇|石榴屯, 石榴屯办起食堂."""
    found = _OF_TOWN.match(scene.text, start)
    if found is None or not scene.is_edge(found.end()) or not _is_name(scene, found["name"]) or is_word(found["name"]):
        return None
    return found if scene.text.count(found["name"]) > 1 else None


def _is_sort(name: str) -> bool:
    """Whether a hamlet's name is what many are called: 度假山庄, 农家院子."""
    return is_everyday(name[:-USUAL] if name.endswith(("院子", "院落", "屋场")) else name[-USUAL:])


def _is_name(scene: Scene, name: str) -> bool:
    group = _GROUP.search(name)
    if (group is not None and name[0] in _TASKS) or _is_praised(scene, name):
        return False
    stem = name[: group.start()] if group is not None else name[:-1]
    if name in _SETTLED or _is_part_of_family(scene, name):
        return True
    if group is not None and (len(stem) < _SHORTEST[group.group()] or _NUMBERED.search(stem) or is_everyday(stem)):
        return False  # 工作组, 柳河二组, 设|小组
    if _NUMBERED.fullmatch(stem) or name[0] in _PARTS or acts(name) or acts(stem) or is_everyday(name):
        return False
    upper = group is not None and name[0] in _UPPER_LOWER and len(stem) > 1
    return upper or not (_begins_else(scene, name) or (len(stem) == 1 and stem in _SIDES))


def _is_praised(scene: Scene, name: str) -> bool:
    """Whether a homestead is only of a sort: 最美院落, 示范院子."""
    head = next((h for h in ("院子", "院落", "屋场") if name.endswith(h)), "")
    return bool(head) and scene.lexicon.is_generic(name.removesuffix(head), "compound")


def _is_part_of_family(scene: Scene, name: str) -> bool:
    """Whether a name is that of a family's hamlet with its side before it: 后|郑家屯, 东|李家湾."""
    family = len(name) == len("后郑家屯") and name[0] in _SIDES and name[2] == "家" and name[-1] in _LAND
    return family and name[1] in scene.lexicon.surnames - _NO_FAMILY


def _begins_else(scene: Scene, name: str) -> bool:
    """Whether a name begins with a verb, an adverb or another word that is none of its own."""
    if _OF_SETTLEMENT.fullmatch(name):
        return False
    left = scene.lexicon.left
    first = name[0] in _FIRST and name[1:2] != "家"
    opened = any(name[:end] in left[kind] for end in range(1, len(name) + 1) for kind in ("verb", "word"))
    return first or opened or name[0] in left["function"] or name[0] in left["soft"]
