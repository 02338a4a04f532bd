"""Homesteads, lodgings and quarters named behind the village or community they lie in, or listed with such.

白鹤村|周家大院, 南站社区|冶炼厂宿舍, 龙泉社区的|龙泉北里, 柳园社区|柳林园二区.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.places.scene import Scene
from kg.extract.places.stems import NUMERAL, is_entered
from kg.extract.places.words import acts, is_everyday
from kg.model import PlaceMention

_HEADS = "老屋场|屋场|大屋|老屋|大院子|老院子|大院|院子|院落"
_HOMESTEAD = re.compile(rf"(?P<name>(?P<stem>[\u4e00-\u9fff]{{1,4}}?)(?:{_HEADS}))(?![会制式化基长型墙])")
_LODGING = re.compile(r"(?P<name>(?P<stem>[\u4e00-\u9fff\u3007]{2,6}?)(?:老|旧)?宿舍(?:小区|[区院楼])?)(?![长管内制])")
_LIVED_IN = re.compile(r"(?:家住|住在|搬离|搬出|走进|来到)" + _LODGING.pattern)
_QUARTER = re.compile(
    r"(?P<name>(?P<stem>[\u4e00-\u9fff]{2,3}[东西南北](?=里)|[\u4e00-\u9fff]{1,3}[园苑河](?=[一二三四五六七八九十]))"
    r"(?:里|[一二三四五六七八九十]{1,2}区))(?!社区|居委会|街道|小区|派出所|小学|幼儿园|菜场|[长域])"
)
_JOINT = re.compile(r"[、和与及]|以及")
# Trees, land and stones that homesteads are called after, everyday words or not: 松树|院落, 石板|屋场.
_LANDMARKS = frozenset("树林山石板桥塘坝湾冲竹井坪岭坡溪港岩垭沟坳田垄湖")
_NO_FAMILY = frozenset("农公国管商养居那有回归多单连买把爱富保后空大自老全每各")
# Whose lodging any may be.
_DWELLERS = re.compile(
    r"(?:员工|工人|教师|教职工|干部|外来|务工|工地|女工|集体|机关|男生|女生|宾馆|临时|公司|厂里|学校|项目部)\Z"
)
# Grounds of other sorts are parted into numbered fields too.
_GROUNDS = ("公园", "校园", "果园", "菜园", "茶园", "田园", "乐园", "农业园", "示范园", "幼儿园")
_HOLDERS = frozenset({"village", "township", "compound"})


def homestead_names(scene: Scene, taken: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Mentions of homesteads and lodgings behind a village, of quarters behind a town too, and of those listed on."""
    found: list[PlaceMention] = []
    for holder in taken:
        if holder.level not in _HOLDERS or holder.kind == "reference":
            continue
        joint = _JOINT.match(scene.text, holder.end) if holder.level == "compound" else None
        start = joint.end() if joint else holder.end + scene.text.startswith("的", holder.end)
        own = (
            _at(scene, start, homes=holder.level == "village" or joint is not None)
            if joint or holder.level != "compound"
            else None
        )
        while own is not None:
            found.append(_mention(own))
            joint = _JOINT.match(scene.text, own.end("name"))
            own = _at(scene, joint.end(), homes=True) if joint else None
    entered = (m for m in _LIVED_IN.finditer(scene.text) if _is_own(scene, m))
    return found + [_mention(m) for m in (*(q for q in _QUARTER.finditer(scene.text) if _is_alone(scene, q)), *entered)]


def _mention(match: re.Match[str]) -> PlaceMention:
    return PlaceMention(*match.span("name"), match["name"], "pattern", "compound")


def _at(scene: Scene, start: int, *, homes: bool) -> re.Match[str] | None:
    """What is named at an offset: a quarter, and where ``homes`` may stand a homestead or a lodging."""
    quarter = _QUARTER.match(scene.text, start)
    if quarter is not None and _is_own(scene, quarter) and not quarter["stem"].endswith(_GROUNDS):
        return quarter
    home = _HOMESTEAD.match(scene.text, start) if homes else None
    if home is not None and _is_own(scene, home) and _is_called(scene, home["stem"]):
        return home
    lodging = _LODGING.match(scene.text, start) if homes else None
    return lodging if lodging is not None and _is_own(scene, lodging) else None


def _is_alone(scene: Scene, quarter: re.Match[str]) -> bool:
    """Whether a quarter's name opens a clause or is entered, and is no word."""
    start = quarter.start()
    opens = start == 0 or scene.text[start - 1] in "\n，。；：、“"
    plain = is_everyday(quarter["stem"]) or quarter["stem"].endswith(_GROUNDS)
    return (opens or is_entered(scene, start)) and _is_own(scene, quarter) and not plain


def _is_called(scene: Scene, stem: str) -> bool:
    """Whether a homestead's stem is a family, a piece of land or no word: 周家|大院, 松树|院落, no 文化|大院."""
    family = stem[-1] == "家" and stem[-2:-1] in scene.lexicon.surnames - _NO_FAMILY
    return family or stem[-1] in _LANDMARKS or not (is_everyday(stem) or is_everyday(stem[-2:]))


def _is_own(scene: Scene, found: re.Match[str]) -> bool:
    """Whether no word of a stem is one of action, number, sort or grammar."""
    offset, end = found.span("stem")
    if (
        "里" in found["stem"]
        or found["stem"] in scene.lexicon.heads
        or NUMERAL.fullmatch(found["stem"])
        or scene.lexicon.is_generic(found["stem"], "compound")
    ):
        return False
    left = scene.lexicon.left
    while offset < end:
        word = scene.tokens.at(offset)[: end - offset]
        bounds = word in left["function"] or word in left["word"] or word in left["closed"] or _DWELLERS.search(word)
        sort = len(word) > 1 and (acts(word) or scene.lexicon.is_generic(word, "compound"))
        if bounds or sort or scene.text[offset].isdigit():
            return False
        offset += len(word)
    return True
