"""The parts of a number name that the text lists (自治、法治、德治“三治融合”), and whether their count fits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.model import Article, Component, Evidence, Notice, Practice

DIGITS = {c: i for i, c in enumerate("一二三四五六七八九十", 1)} | {"两": 2, "双": 2}
NUMBER = re.compile(r"(?P<n>[一二两三四五六七八九十双])(?:个一|(?![十百千])[^一二两三四五六七八九十百千万双\d+]{1,4})$")
ITEM = r"[一-鿿A-Za-z0-9‘’·]{2,12}?"
LISTED = re.compile(
    rf"(?P<list>{ITEM}(?:、{ITEM}){{1,8}}(?:(?:和|与|及|以及){ITEM})?)(?P<etc>等)?(?:为内容的|为主的|的)?$"
)
SAID = re.compile(
    rf"[^，。；：！？、]{{0,10}}(?:[，——]{{1,2}}|[（(])?(?:即|就是|分别是|分别为|包括|具体为|指的是|是指)[：:]?"
    rf"(?P<list>{ITEM}(?:、{ITEM}){{1,8}}(?:(?:和|与|及|以及){ITEM})?)(?P<etc>等)?(?=[，。；：！？）)”\n]|$)"
)
JOINT = re.compile(r"、|(?<=[一-鿿])(?:以及|和|与|及)(?=[一-鿿]{2,12}$)")
STARTS = re.compile(
    r"^(?:.*?(?:推行|实施|落实|开展|建立|构建|探索|坚持|形成|打造|健全|完善|通过|围绕|深化|创新|采取|做到|实现|推动|推进|推出|梳理|制定|公开|建起|搭起|设立|成立|组建|统筹|整合|聚焦|突出|抓好)[了起出]?)"
)
REACH = 72


def components(text: str, name: str, spans: Iterable[Evidence]) -> tuple[Component, ...]:
    """The parts of a number name that its article lists right before or behind one of its mentions."""
    stated = number_in(name)
    for span in spans if stated else ():
        found = list(listed(text, span))
        if len(found) == stated:
            return tuple(found)
    return ()


def number_in(name: str) -> int:
    """The number of parts that a name states (四联 → 4, “五个一” → 5); 0 for a name that states none."""
    found = NUMBER.match(re.sub(r"(?:工作法|行动|机制|模式|工程|制度|融合)$", "", name.strip("“”")))
    return DIGITS[found["n"]] if found else 0


def listed(text: str, span: Evidence) -> Iterator[Component]:
    """The items that stand listed before a mention, or behind it after 即, 包括 and the like."""
    before = LISTED.search(text, max(0, span.start - REACH), span.start)
    behind = SAID.match(text, span.end)
    for found in (before, behind):
        if found:
            items = list(split(text, *found.span("list")))
            if len(items) > 1:
                yield from items
                return


def split(text: str, start: int, end: int) -> Iterator[Component]:
    """The items of a list, the words that lead in left out of the first (推行自治、法治…).

    Where no verb leads in and all other items have one length, so has the first (精心共享指导、共享政策、共享项目).
    """
    first, *others = text[start:end].split("、")
    lead = STARTS.match(first)
    lengths = {len(item) for item in others}
    surplus = max(0, len(first) - max(lengths)) if len(lengths) == 1 and len(others) > 1 else 0
    at = start + (lead.end() if lead else surplus)
    for joint in [*JOINT.finditer(text, at, end), None]:
        stop = joint.start() if joint else end
        if stop > at:
            yield Component(text[at:stop], Evidence(at, stop))
        at = joint.end() if joint else end


def count_doubts(article: Article, practices: Iterable[Practice]) -> Iterator[Notice]:
    """Number names whose list, introduced by 即 and complete, has another number of items than the name says."""
    text = article.text
    for practice in practices:
        stated = number_in(practice.name)
        for span in practice.evidence if stated and not practice.parts else ():
            said = SAID.match(text, span.end)
            items = list(split(text, *said.span("list"))) if said and not said["etc"] else []
            if len(items) > 1 and len(items) != stated:
                start, end = article.source_range(span.start, items[-1].evidence.end)
                printed = "、".join(item.name for item in items)
                message = (
                    f"“{practice.name}”说的是{stated}项，后面列出{len(items)}项：{printed}"
                    f" (the name says {stated}, {len(items)} are listed)"
                )
                yield Notice("count-conflict", message, start, end, article.n, (practice.name, printed))
                break
