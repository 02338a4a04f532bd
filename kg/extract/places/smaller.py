"""A county's name before a smaller place's, and the short name of a larger place as a smaller one's stem."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.extract.places.scene import Scene
from kg.extract.spans import standings
from kg.gazetteer import NameHit

_OPENERS = frozenset("\n。；：，、（□○■●◆ 　")
_SMALLER = re.compile(r"[\u4e00-\u9fff]{1,3}?(?:村(?!民)|镇|乡|社区|街道)")
_TOWN_OF_SEAT = re.compile(r"城(?:[东西南北中郊厢]|[东西南北]关|关)(?:街道|镇|社区|办事处)")
_GACHA = re.compile(r"[\u4e00-\u9fff]{1,3}?嘎查")
_UNIT_BELOW = re.compile(
    r"(?P<head>村|社区|街道)(?P<acts>党[支总委工群]|书记|主任|居委会|村委会|居民|村民|网格[员长]|两委|“两委”|退役军人)?"
)
_GROUP_BELOW = re.compile(r"(?:居民|村民)小?组|自然[村屯]|[屯塆]")  # 石桥村|太原屯
_FLOWS = re.compile(
    r"(?:小?流域|[边畔岸](?!村|社区|镇|街)|沿岸|两岸|河道|水系|水位|[\u4e00-\u9fff]{2,3}段|水质|流经|岸线)"
)
_ALONG = re.compile(r"(?:沿|沿着|沿线|横跨|跨|临|濒)\Z")
_OF_TREE = re.compile(r"(?:底?下|脚下|旁|边|荫|叶|枝|苗|林|根|上挂|茂|参天)")
_THE_TREE = re.compile(r"(?:[棵株老古大围]|百年|千年|围着|那棵|种着?|栽)\Z")
_PLAIN_END = "，。；：、！？）\n"


def leads_smaller(scene: Scene, hit: NameHit) -> bool:
    """Whether a county of two characters opens a clause right before a smaller place: 睢县|东堤村.

    Any county may stand before the streets and communities of its seat: 莎车县|城南街道, though 县城 is a word.
    """
    if _TOWN_OF_SEAT.match(scene.text, hit.end):
        return True
    opens = hit.start == 0 or scene.text[hit.start - 1] in _OPENERS
    return hit.name[-1] == "县" and len(hit.name) == 2 and opens and _SMALLER.match(scene.text, hit.end) is not None


def is_of_estate(scene: Scene, hit: NameHit) -> bool:
    """Whether the short form of a prefecture or county opens an estate or gacha: 安平|佳苑, 巴彦|塔拉嘎查."""
    if not (scene.lexicon.estate.match(scene.text, hit.end) or _GACHA.match(scene.text, hit.end)):
        return False
    return all(u.level in {"prefecture", "county"} for u in scene.gazetteer.by_short(hit.name))


def is_of_smaller(scene: Scene, hit: NameHit) -> bool:
    """Whether the short form of a prefecture or county is the stem of a village or street: 太原村, 兰州社区网格长.

    What villages have in general (太原社区治理) leaves the larger place, and so does the place where it is named too.
    """
    if _GROUP_BELOW.match(scene.text, hit.end) and scene.text.endswith(("村", "社区"), 0, hit.start):
        return True
    below = _UNIT_BELOW.match(scene.text, hit.end)
    if below is None or any(scene.text.startswith(word, hit.end) for word in ("村镇", "村庄")):
        return False
    units = scene.gazetteer.by_short(hit.name)
    if any(u.level == "province" or u.name in scene.text for u in units):
        return False
    ends = scene.text[below.end() : below.end() + 1] in _PLAIN_END
    return not _stands_else(scene.text, hit.name) and (bool(below["acts"]) or ends)


@lru_cache(maxsize=1024)
def _stands_else(text: str, name: str) -> bool:
    """Whether a name stands anywhere without a unit of its own behind it; asked once for each name."""
    return any(_UNIT_BELOW.match(text, end) is None for _, end in standings(text, name))


def is_river(scene: Scene, hit: NameHit) -> bool:
    """Whether a short name that ends as rivers do stands behind what one does along a river: 沿黑河|清理垃圾."""
    if hit.name[-1] not in "河江湖溪海":
        return False
    return (
        _FLOWS.match(scene.text, hit.end) is not None
        or _ALONG.search(scene.text, max(0, hit.start - 2), hit.start) is not None
    )


def is_tree(scene: Scene, hit: NameHit) -> bool:
    """Whether a short name that ends as trees do is one: 老樟树, 樟树下."""
    if hit.name[-1] != "树":
        return False
    return (
        _OF_TREE.match(scene.text, hit.end) is not None
        or _THE_TREE.search(scene.text, max(0, hit.start - 3), hit.start) is not None
    )
