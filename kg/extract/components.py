"""The parts of a number name that the text lists (自治、法治、德治“三治融合”), and whether their count fits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

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
_AND = r"(?<=[一-鿿])(?:以及|和|与|及)(?=[一-鿿]{2,12}(?:[，。；]|$))"
JOINT, BETWEEN = re.compile(f"、|{_AND}"), re.compile(f"[、，；：:（(）)。]|——|{_AND}")
STARTS = re.compile(
    r"^(?:.*?(?:推行|实施|落实|开展|建立|构建|探索|坚持|形成|打造|健全|完善|通过|围绕|深化|创新|采取|做到|实现|推动|推进|推出|梳理|制定|公开|建起|搭起|设立|成立|组建|统筹|整合|聚焦|突出|抓好)[了起出]?)"
)
REACH = 72
WINDOW = 110  # characters behind a mention in which its parts may stand
LEADS = re.compile(r"[^，。；：！？、]{0,10}(?:[：:]|——)(?=.)")  # “三会制度”：听证会、协调会、评议会
SUM = re.compile(r"[1-9]\d?(?:\+(?:[1-9]\d?|[NnXx])){1,5}")
NUMERALS = "零一二三四五六七八九"
COUNTERS = "个支名项套张级类条批家所处块大种本"
SENTENCE = re.compile(r"[^。！？\n]+")
OPEN = re.compile(r"以[上下内]|的$")  # 3名以上党员的建支部
APART = re.compile(r"[，；：]")
FEWEST = 3  # parts that are known by their likeness alone
# How a text says what a summand {n} stands for, and what may stand before the next: “1”是…，“3”是…;
# 1个党委、3支队伍; 建强3支队伍，用好2个平台.
STANDS_FOR = (
    (
        r"[“‘\"](?:{n})[”’\"][个项]?(?:就是|即是|是指|指的是|指|即|是|为|代表|[：:])(?P<what>[^，；。：\n]{{2,30}})",
        re.compile(".*", re.DOTALL),
    ),
    (
        rf"(?<![\d+A-Za-z])(?P<what>(?:{{n}})[{COUNTERS}][^，、；。：（）()“”\n]{{{{1,14}}}})",
        re.compile(r"[、，；和与及以]{1,2}[一-鿿]{0,4}"),
    ),
)
MEASURE = re.compile(rf"[{COUNTERS}](?=..)")
SUFFIX = re.compile(r"(?:工作法|行动|机制|模式|工程|制度|融合|服务|体系)$")


def components(text: str, name: str, spans: Iterable[Evidence]) -> tuple[Component, ...]:
    """The parts of a number name that its article lists right before or behind one of its mentions."""
    summands = SUM.fullmatch(name.strip("“”"))
    stated = number_in(name)
    for span in spans if stated or summands else ():
        ways = (
            (explained(text, span, name.strip("“”").split("+")),)
            if summands
            else ways_to_list(text, span, name, stated)
        )
        for found in ways:
            if len(found) == (stated or len(found)) and found:
                return tuple(found)
    return ()


def ways_to_list(text: str, span: Evidence, name: str, stated: int) -> Iterator[list[Component]]:
    """The lists near a mention that may be its parts: introduced, numbered, or with the counted word in each item."""
    yield list(listed(text, span))
    if stated < FEWEST:
        return
    if lead := LEADS.match(text, span.end):
        yield from runs(text, lead.end(), span.end + WINDOW, JOINT)
    for run in runs(text, span.end, span.end + WINDOW):
        yield [c for i, c in enumerate(run, 1) if i <= len(DIGITS) and c.name.startswith(NUMERALS[min(i, 9)])]
    core = counted_word(name)
    for start, end in ((span.end, span.end + WINDOW), (max(0, span.start - REACH), span.start)):
        for run in runs(text, start, end):
            for holds, together in groupby(run, key=lambda c: core in c.name):
                yield evened(list(together), stated) if holds else []


def counted_word(name: str) -> str:
    """What a number name counts: 联 of 六联机制, 清单 of 三张清单."""
    return MEASURE.sub("", SUFFIX.sub("", name.strip("“”"))[1:], count=1)


def runs(text: str, start: int, end: int, joints: re.Pattern[str] = BETWEEN) -> Iterator[list[Component]]:
    """The items between the joints of each sentence in a stretch, those too long to be one left out."""
    for sentence in SENTENCE.finditer(text, start, min(end, len(text))):
        at, items = sentence.start(), list[Component]()
        for mark in [*joints.finditer(text, *sentence.span()), None]:
            stop = mark.start() if mark else sentence.end()
            if 2 <= stop - at <= REACH // 4 and not APART.search(text, at, stop):
                items.append(Component(text[at:stop], Evidence(at, stop)))
            at = mark.end() if mark else stop
        yield items


def evened(items: list[Component], stated: int) -> list[Component]:
    """Items of one length, the words that lead in cut off the first (通过微网格) and what follows off the last."""
    if len(items) != stated or stated < FEWEST:
        return items
    length = len(items[1].name)
    first, last = items[0].evidence, items[-1].evidence
    if all(len(item.name) == length for item in items[1:-1]):
        if first.end - first.start > length:
            items[0] = Component(items[0].name[-length:], Evidence(first.end - length, first.end))
        if last.end - last.start > length:
            items[-1] = Component(items[-1].name[:length], Evidence(last.start, last.start + length))
    return items


def explained(text: str, span: Evidence, summands: list[str]) -> list[Component]:
    """What each summand of 1+3+N stands for, where the text says it of all: “1”即…, “3”即…, or 1个…、3支…、N个…."""
    stretches = ((span.end, span.end + 2 * WINDOW), (max(0, span.start - REACH), span.start))
    ways = (in_order(text, stretch, summands, *form) for stretch in stretches for form in STANDS_FOR)
    return next(filter(None, ways), [])


def in_order(
    text: str, stretch: tuple[int, int], summands: list[str], form: str, joint: re.Pattern[str]
) -> list[Component]:
    """What a form says of all summands one after the other, with nothing but a joint between; else nothing."""
    found, at, end = list[Component](), stretch[0], min(stretch[1], len(text))
    for summand in summands:
        m = re.compile(form.format(n=numerals(summand))).search(text, at, end)
        if m is None or OPEN.search(m["what"]) or (found and not joint.fullmatch(text, at, m.start())):
            return []
        found.append(Component(m["what"], Evidence(*m.span("what"))))
        at = m.end()
    return found


def numerals(summand: str) -> str:
    """A summand as a pattern, in characters as well: 3|三."""
    hanzi = NUMERALS[int(summand)] if summand.isdigit() and len(summand) == 1 else ""
    return "|".join(filter(None, (summand, hanzi, "两" if summand == "2" else "")))


def number_in(name: str) -> int:
    """The number of parts that a name states (四联 → 4, “五个一” → 5); 0 for a name that states none."""
    found = NUMBER.match(SUFFIX.sub("", name.strip("“”")))
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
