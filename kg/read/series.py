"""Tell short news of one place, each below a headline of its own, from the sections of one report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, islice

from kg.read.cues import pattern
from kg.read.drafts import Draft, Group
from kg.read.headings import NUMBERED, body_opening

_OPENING, _SIGHT = 70, 40  # characters in which news says when and where: 为方便群众办事，6月3日，甲镇…
_LEVEL = "(?:省|市|州|县|旗|区|镇|乡|街道|社区|村|苏木|嘎查)"
_ACTOR = re.compile(
    r"(?:(?<=[，。！？：） ])|(?<=[日月前午晨]))[在由经]?(?![全该本我各两每]|[一二三]个)[\u4e00-\u9fff·]{2,12}?"
    rf"{_LEVEL}(?:[\u4e00-\u9fff]{{1,4}}?{_LEVEL}){{0,3}}(?P<whose>的|里|内|居民|村民|群众|网格员)?"
)
_DAY = r"(?:(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|初|中旬|底|份|上旬|下旬)|(?:<<news_leads>>))"
_SEEN = re.compile(r"(?:^|[，。])(?:记者|笔者|走进|走在|步入|来到|只见)|看到|映入|坐满")
_HALVES = re.compile(r"[ ，：:]")
_SHORTEST, _FEWEST = 6, 2  # characters of a headline of news, and headlines below it
_ENOUGH = 0.75  # points of a text, in the mean
_NEXT, _NEAR = 2, 3  # texts and headlines below that must be of the same sort
_FAR = 60  # pieces of the article so far that are looked at


def is_of_news(group: Group, current: Draft, later: Sequence[Group]) -> bool:
    """Whether this headline, the one above and the next head news, each of which says when and where.

    All are numbered or none, and those below have no rhythm: sections are as long as each other, or open alike (从…).
    """
    above = "".join(p.text for p in current.title)
    heads = [p for p in current.pieces[:_FAR] if p.kind == "heading"] + [g.headings[0] for g in (group, *later[:_NEAR])]
    below = [p.text for p in heads]
    numbered = {NUMBERED.match(text) is not None for text in (above, *below)}
    if len(numbered) > 1 or min(map(len, (above, *below))) < _SHORTEST:
        return False
    if not current.of_news and (len(below) < _FEWEST or _in_rhythm(below, above)):
        return False
    return all_news([*_texts(current), group.lead, *(g.lead for g in later[:_NEXT])])


def _in_rhythm(heads: Sequence[str], above: str) -> bool:
    halves = {len(_HALVES.split(head)) for head in heads}
    even = len(halves) == 1 and max(map(len, heads)) - min(map(len, heads)) <= (len(heads) > _FEWEST)
    return even or {head[0] for head in heads} == {heads[0][0]} - {above[:1]}


def all_news(texts: Sequence[str]) -> bool:
    """Whether texts open as news of their own: all somehow, most of them surely."""
    points = [_news_points(text) for text in texts]
    return min(points) > 0 and sum(points) >= _ENOUGH * len(points)


def _texts(current: Draft) -> Iterator[str]:
    """How the text of an article so far opens, and the texts below its subheads."""
    text = [p for p in current.pieces[:_FAR] if p.kind in ("body", "heading")]
    for is_heading, run in groupby(text, key=lambda p: p.kind == "heading"):
        if not is_heading:
            yield "".join(p.text for p in islice(run, 3))


def _news_points(text: str) -> float:
    """How surely a text opens as news of its own does: it says when and which place acted, and is no scene."""
    opening = text[:_OPENING]
    where = _ACTOR.search("。" + opening)
    if where is None or _SEEN.search(opening[:_SIGHT]) or pattern("(?:<<goes_on>>)").match(opening):
        return 0.0
    if pattern(_DAY).search(opening):
        return 0.5 if where["whose"] else 1.0
    return 0.5 if body_opening(text) else 0.0
