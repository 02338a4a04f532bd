"""Natural villages and named groups right behind the village they lie in: 段家村|柳树湾, 七洞村|南坪组."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.places.scene import Scene
from kg.extract.places.words import acts, is_everyday
from kg.model import PlaceMention

_NUMBERED = re.compile(r"第?[一二三四五六七八九十百〇零两]+\Z")
_SIDES = frozenset("前后旁边外内里中口东西南北上下")
_PARTS = frozenset("前后旁边外内里中口")
_GROUP = "组"
# 乔老村|小都百屯|沿用: before a verb only what ends as hamlets do and little else.
_ACTING = re.compile(r"的?(?P<name>[\u4e00-\u9fff]{2,3}?(?:屯|寨|塆|垸|坳|屋场|院子|庄|坪))")
_FAMILIES = re.compile(r"[\u4e00-\u9fff](?:、[\u4e00-\u9fff]){0,2}两?[家姓]")  # 三甲屯|黄、蒙两家


def hamlet_names(scene: Scene, named: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Mentions of hamlets that follow a village of the text.

    What lies in or beside a village (村前河湾, 村后山坡) is none, nor is a group that has only a number.
    """
    found: list[PlaceMention] = []
    for village in named:
        if village.level != "village":
            continue
        hamlet = scene.lexicon.hamlet.match(scene.text, village.end) or _acting(scene, village.end)
        if hamlet is not None and _is_name(scene, hamlet["name"]):
            found.append(PlaceMention(*hamlet.span("name"), hamlet["name"], "pattern", "compound"))
    return found


def _acting(scene: Scene, start: int) -> re.Match[str] | None:
    """A hamlet behind a village that does something, or whose families do."""
    found = _ACTING.match(scene.text, start)
    if found is None or not scene.is_edge(found.end()):
        return None
    word = scene.tokens.at(found.end())
    return found if _FAMILIES.match(scene.text, found.end()) or (len(word) > 1 and acts(word)) else None


def _is_name(scene: Scene, name: str) -> bool:
    stem, left = name[:-1], scene.lexicon.left
    if name[0] in left["function"] | left["soft"] or any(name.startswith(word) for word in left["verb"] | left["word"]):
        return False
    if _NUMBERED.fullmatch(stem) or name[0] in _PARTS or acts(name) or acts(stem) or is_everyday(name):
        return False
    if name.endswith(_GROUP) and (is_everyday(stem.removesuffix("小")) or _NUMBERED.search(stem)):  # 工作组, 柳河二组
        return False
    return len(stem) > 1 or stem not in _SIDES
