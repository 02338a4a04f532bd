"""Names that stand again, in full or by the stem alone, and estates that only the number of a block gives away."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.extract.places.scene import Scene
from kg.extract.places.words import acts, is_word
from kg.extract.spans import Spans, standings
from kg.model import PlaceMention

_SHORTEST = 4
_SURE = ("村", "镇", "乡")  # one character less will do: jieba may see 村妇 in 大塘村妇联
_AGAIN = frozenset({"village", "compound", "zone", "township"})
_SHORTEST_STEM = 3
_SHORTEST_HAMLET = 2  # characters of one that stands again at the head of a clause (邬庄建起…)
_HANZI = re.compile(r"[一-鿿]")
_OTHER = re.compile(r"社区|居民区|居委会|村|街道|镇|[路街巷弄]|物业(?:公司|服务)|集团|公司|学校|小学|幼儿园|广场")
_HOLDERS = frozenset({"village", "township"})
_BLOCK = re.compile(r"(?P<name>[一-鿿]{2,6}?)(?=\d{1,3}(?:、\d{1,3})*(?:号楼|栋|幢|单元))")
_NUMBER = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})"
_OF_ESTATE = re.compile(
    rf"小区|{_NUMBER}(?:号楼|号院|[栋幢期区])|[东西南北]区|物业|业主|业委会|楼盘|项目|社区|村|居委会|居民委员会|[”’]"
)
_HAS = frozenset("有建拆修设改")
_BUILDING = re.compile(r".*(?:[路街巷弄道厂院校店厦]|公司|学校|广场|中心|第|小区|社区|村)$")


def repeated_names(scene: Scene, taken: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Further mentions of names that are sure where they stand first: 新城街道教育社区 …, 教育社区采用积分制."""
    names = {scene.text[m.start : m.end]: m for m in reversed(taken) if m.level in _AGAIN and m.kind != "reference"}
    there = Spans((m.start, m.end) for m in taken)
    found: list[PlaceMention] = []
    for printed, first in names.items():
        sure = printed.endswith(_SURE) or (first.level == "compound" and printed.endswith(scene.lexicon.hamlet_ends))
        short = len(printed) == _SHORTEST_HAMLET and first.level == "compound"
        if len(printed) < (_SHORTEST - 1 if sure else _SHORTEST) and not short:
            continue
        at = scene.text.find(printed)
        while at >= 0:
            free = scene.is_edge(at) and not there.touch(at, at + len(printed))
            if free and not (short and at and _HANZI.match(scene.text, at - 1)):
                found.append(replace(first, start=at, end=at + len(printed)))
            at = scene.text.find(printed, at + 1)
    return found


def whole_again(scene: Scene, found: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The mentions; one that cuts short a longer name of the article is made whole: 自|白石坪村 (自白 is a word)."""
    names = {m.name: m for m in reversed(found) if m.level in _HOLDERS and len(m.name) >= _SHORTEST}
    whole: list[PlaceMention] = []
    for mention in found:
        start = mention.start - 1
        longer = None if mention.candidates else names.get(scene.text[start : mention.end] if start >= 0 else "")
        whole.append(mention if longer is None else replace(longer, start=start, end=mention.end))
    return whole


def community_stems(scene: Scene, taken: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Stems of the article's communities that end as estates do, where they stand alone: 梅溪家园社区 …, 梅溪家园打造….

    Not where an estate of that name is named as well (梅溪家园小区), nor before what only estates have.
    """
    estates = {m.name.removesuffix("小区") for m in taken if m.level == "compound" and m.name.endswith("小区")}
    first: dict[str, PlaceMention] = {}
    for mention in taken:
        stem = mention.name.removesuffix("社区").removesuffix("居民区")
        if mention.level == "village" and stem != mention.name and stem not in estates and _is_estate_like(scene, stem):
            first.setdefault(stem, mention)
    found: list[PlaceMention] = []
    for stem, mention in first.items():
        free = (
            (s, e) for s, e in standings(scene.text, stem) if scene.is_edge(e) and not _OF_ESTATE.match(scene.text, e)
        )
        found += [replace(mention, start=s, end=e) for s, e in free if scene.text[s - 1 : s] not in {"“", "‘"}]
    return found


def estate_stems(scene: Scene, taken: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Names of the article's estates where they stand without 小区: 梧桐苑小区 …, 梧桐苑的楼道……."""
    there = Spans((m.start, m.end) for m in taken)
    first = {
        m.name.removesuffix("小区"): m for m in reversed(taken) if m.level == "compound" and m.name.endswith("小区")
    }
    found: list[PlaceMention] = []
    for stem, mention in first.items():
        if len(stem) < _SHORTEST_STEM or is_word(stem) or scene.lexicon.is_generic(stem, "compound"):
            continue
        for start, end in standings(scene.text, stem):
            own = scene.is_edge(start) and not there.touch(start, end) and not _OTHER.match(scene.text, end)
            if own and scene.text[start - 1 : start] not in {"“", "‘"}:
                found.append(replace(mention, start=start, end=end))
    return found


def _is_estate_like(scene: Scene, stem: str) -> bool:
    """Whether the name of a community without 社区 is one of its own that ends like an estate's: 清河湾, 梅溪家园."""
    heads = scene.lexicon.heads
    sizes = (n for n in (3, 2, 1) if n + 2 <= len(stem))
    ends = any(stem[-n:] in heads and heads[stem[-n:]].group == "compound" for n in sizes)
    return ends and not is_word(stem) and not scene.lexicon.is_generic(stem, "compound")


def numbered_estates(scene: Scene, taken: Iterable[PlaceMention]) -> list[PlaceMention]:
    """Estates right behind their community and before the number of a block: 车站社区|嘉源盛景|11号楼."""
    found: list[PlaceMention] = []
    taken = list(taken)
    there = Spans((m.start, m.end) for m in taken)
    for mention in taken:
        block = _BLOCK.match(scene.text, mention.end) if mention.level in _HOLDERS else None
        if block and not there.touch(*block.span("name")) and not _is_no_estate(scene, block["name"]):
            found.append(PlaceMention(block.start(), block.end("name"), block["name"], "pattern", "compound"))
    return found


def _is_no_estate(scene: Scene, name: str) -> bool:
    """Whether what stands before blocks is a road or a deed: 翠竹社区|共有|6栋楼, 翠竹社区|拆除|3栋楼."""
    last = next((name[-n:] for n in (3, 2) if len(name) >= n and acts(name[-n:])), "")
    return bool(last or name[-1] in _HAS or _BUILDING.fullmatch(name) or scene.lexicon.is_generic(name, "compound"))
