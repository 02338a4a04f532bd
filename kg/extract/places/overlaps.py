"""Where a listed name in full shares a character with the word beside it: 楼王镇|压实责任, 以|后河镇为试点."""

from __future__ import annotations

import re
from collections.abc import Container

from kg.extract.places.scene import Scene
from kg.extract.places.smaller import leads_smaller
from kg.gazetteer import NameHit

_TAIL_KIND = {"镇": "zhen", "乡": "xiang", "道": "jiedao"}
# 安流镇|政府, 康县|医院, though 镇政府 is a word to the dictionary.
_BODIES = ("政府", "党委", "医院", "文化馆", "图书馆")
# 范县|公安局, and 和|县公安局 behind another body.
_OFFICES = ("公安", "法院", "检察院", "政协", "人大", "总工会", "联社", "监狱", "直机关", "直单位", "直部门")
_WORD_OR_NAME = re.compile(r"[\u4e00-\u9fff，][和代应新成随]县\Z")
# 陬市镇|长寨村, 大新镇|上前城村, 四家子镇|南大城村, though 镇长, 镇上 and 镇南 are words.
_ACROSS = re.compile(
    r"(?:长[寨坪岭沟塘山冲湾坝庆安胜乐兴青春征河水宁丰田溪坑潭港桥堰洲畈]"
    r"|上(?![的各有几某下去到来等])[\u4e00-\u9fff]{1,2}|[东南西北][\u4e00-\u9fff]{1,2})(?:村(?![民里])|社区)"
)
_FEW = 8
# 以|南洪水村为例 and 建乐村和|顺河村, though 以南 and 和顺 are words.
LED_ACROSS = re.compile(r"以(?=[\u4e00-\u9fff]{2,6}(?:村|社区)[为作])|(?:(?<=村)|(?<=社区))[和与及]")
_WORDS = range(2, 7)  # characters of a word that stands before a name
# Prepositions that the dictionary joins with the name behind them.
LEADS = frozenset("在到从由以将把对与及跟为给让被赴向和比驻往")
# What stands behind a town and makes a word of the countryside: 村民 of 青山乡|村民, no 乡村, 乡下, 乡亲.
_OF_COUNTRY = re.compile(r"里(?!乡)|上|长|级|村(?:干部|民(?!宿|居)|级|委|支|党|“两委”|两委)")


def is_edge_behind(scene: Scene, hit: NameHit) -> bool:
    """Whether a word ends with a name, or the name's own body begins behind it."""
    if scene.is_edge(hit.end) or scene.text.startswith(_BODIES, hit.end):
        return True
    word = _WORD_OR_NAME.search(scene.text, max(0, hit.start - 1), hit.end)
    return word is None and scene.text.startswith(_OFFICES, hit.end)


def runs_on(scene: Scene, hit: NameHit) -> bool:
    """Whether the dictionary, or the closed list of what joins 镇, 乡 and 道, knows a word across a name's end."""
    if is_edge_behind(scene, hit) or leads_smaller(scene, hit):
        return False
    kind = _TAIL_KIND.get(hit.name[-1], "tail")
    loose = kind == "xiang" and not hit.name.endswith("族乡")  # 侗族|乡干部 is how the dictionary parts words
    return loose or scene.lexicon.follows(scene.text, hit.end, kind)


def joins_next(scene: Scene, hit: NameHit) -> bool:
    """Whether a town's name is whole though a word runs across its end; the article must name its county."""
    if hit.name[-1] == "乡":
        return _OF_COUNTRY.match(scene.text, hit.end) is not None
    return hit.name[-1] == "镇" and len(hit.name) > len("张镇")


def joins_before(scene: Scene, hit: NameHit) -> bool:
    """Whether a preposition of one character ends before a town, whatever word the dictionary sees across."""
    lead = scene.text[hit.start - 1 : hit.start] in LEADS and scene.is_edge(hit.start - 1)
    return lead and hit.start > 0 and hit.name[-1] in "镇乡道" and len(hit.name) > len("张镇")


def village_follows(scene: Scene, hit: NameHit) -> bool:
    """Whether one of its villages stands behind a township where two words seem to overlap: 香水镇|上桥村.

    Where its offices are the village is called as the town: 江口镇|江口村, though 镇江 is a word.
    """
    rest = scene.text[hit.end : hit.end + _FEW]
    if rest.startswith((f"{hit.name[:-1]}村", f"{hit.name[:-1]}社区")) or _ACROSS.match(rest):
        return True
    units = scene.gazetteer.by_name(hit.name, "township")
    return len(units) <= _FEW and any(village_begins(scene.gazetteer.villages(u.key), rest) for u in units)


def village_begins(villages: Container[str], text: str) -> bool:
    """Whether a text begins with the name of one of some villages, alone or first of a list."""
    ends = (i for i in range(1, len(text)) if text.startswith(("村", "社区", "、"), i))
    return any(text[:i] in villages for i in ends)


def is_word_before(scene: Scene, end: int, floor: int) -> bool:
    """Whether a word ends here, in the dictionary or not, that begins no village's name: 总结|留塘村, 包保|留塘村."""
    left = scene.lexicon.left
    ends = (scene.text[end - n : end] for n in _WORDS if end - n >= floor and scene.is_edge(end - n))
    words = [word for word in ends if word in left["before"] or word in left["word"]]
    return bool(words) and not any(LED_ACROSS.match(scene.text, end - len(word)) for word in words)
