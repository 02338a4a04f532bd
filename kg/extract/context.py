"""What the words around a statement make of it: done, under way or planned; denied, wished for, background."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from daachorse import CharwiseDoubleArrayAhoCorasick

from kg.extract.sections import HEADING, kind_at
from kg.model import Sentence, Stage
from kg.rulebook import RuleBook

PLANNED = frozenset({"plan", "wish", "demand"})
UNDER_WAY = frozenset({"under-way"})
CLAUSE = "，。；！？：\n"
# A sentence that opens with 要 demands all that it says: 要抓细抓实…，健全…机制.
DEMANDS = re.compile(r"[“\s]*(?:[一二三四五六]是)?要(?![是么闻素求道数塞员点件义务领])")
COUNTED_DEMAND = re.compile(r"[一二三四五六]要")
OPENS_DEMAND = re.compile(r"(?:^|[，。；：！？\s“（—])[一二三四五六]要(?![镇乡村])")
# What somebody says that others ought to do: 强调，干部要带头接访; 有人提出，要探索…; 专家认为，各地应把支部建在小区.
_SAID = "强调|指出|提出|呼吁|建议|倡议|认为|主张|提议|要求"
_OUGHT = (
    r"(?<![主重需只必摘纪提概首紧就快不还想若])要(?![求点素闻件害道是么人])|[，：]应(?![急用对届邀聘])"
    r"|(?:各地|各级|各村|各单位|应该|有关部门|社区|政府)应(?![急用对届邀聘])|应该|应当|务必|必须|不得"
)
ORDERS = re.compile(rf"(?:{_SAID})[^。！？“”\n]{{0,30}}?(?:{_OUGHT})")
_EXPERTS = "学者|专家|业内人士|与会者|与会代表"
OPINIONS = re.compile(rf"(?:{_EXPERTS})[^，。！？“”\n]{{0,16}}?(?:认为|建议|指出|提出|呼吁|主张|说|称)")
# 还将网格与调解打通, 也将服务送到田头: 将 as 把 takes an object and says nothing of the future.
TAKES = re.compile(
    r"(?!把|会|于|在)[\u4e00-\u9fff“”、]{2,14}?(?:与[\u4e00-\u9fff“”]{2,10}(?:打通|结合|融合|联通|衔接)"
    r"|打通|融入|纳入|列为|列入|作为|设为|定为|改造成|改为|改成|送到|送进|延伸到|延伸至|搬到|搬进|下沉到|交给|编入|转为|办到|建在|贴在|录入|存入)"
)

# 每年腊月，村里还要评“好儿媳”: what is done again and again is no demand.
HABIT = re.compile(
    r"(?:每(?:到|逢|个)?[年月周季旬日天晚]|每(?:到|逢|半年)|年年|月月|逢年过节|平时|平日里)[^。；！？“”]{0,20}$"
)
MORE = "还要"
HABIT_REACH = 24
# What the cue itself begins that makes it none: 全年产值预计达到3亿元，同比增长8% estimates what is all but over,
# 需要盖章的证明 only says which.
BEGINS = {
    "预计": re.compile(
        r"(?![^。！？\n]{0,40}(?:明年|后年|到20|未来))[^。！？\n]{0,40}(?:同比|[比较](?:上年|去年|往年))"
    ),
    "需要": re.compile(r"[^，。；：、\d]{1,8}的[一-鿿]{2}"),
}


@dataclass(frozen=True, slots=True)
class Cue:
    """One row of ``context.csv``; ``reach`` in characters, ``until`` the characters that end its scope."""

    text: str
    kind: str
    after: bool
    reach: int
    until: str
    unless: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """How a statement is meant. ``kinds`` are the kinds of the cues in whose scope it lies."""

    kinds: frozenset[str] = frozenset()

    @property
    def stage(self) -> Stage:
        """Planned where it is only intended, wished for or demanded; under way where it has begun; else done."""
        if self.kinds & PLANNED:
            return "planned"
        return "under-way" if self.kinds & UNDER_WAY else "done"

    @property
    def negated(self) -> bool:
        """Whether it is denied."""
        return "negation" in self.kinds

    @property
    def wished(self) -> bool:
        """Whether it is wished for, intended or demanded, not reported."""
        return self.stage == "planned"

    @property
    def purpose(self) -> bool:
        """Whether it names an aim (为了…, 旨在…)."""
        return "purpose" in self.kinds

    @property
    def background(self) -> bool:
        """Whether it is what happens elsewhere or before (在…背景下, 根据…精神)."""
        return "background" in self.kinds

    @property
    def demanded(self) -> bool:
        """Whether it is demanded of others (要求各地…)."""
        return "demand" in self.kinds

    @property
    def hearsay(self) -> bool:
        """Whether it is told at second hand."""
        return "hearsay" in self.kinds

    @property
    def conditional(self) -> bool:
        """Whether it hangs on a condition (如果…, 对…的给予)."""
        return "condition" in self.kinds

    @property
    def reported(self) -> bool:
        """Whether it is told as done or under way: neither denied, intended, an aim nor conditional."""
        return not (self.negated or self.wished or self.purpose or self.conditional)

    @property
    def objection(self) -> str | None:
        """The kind of the cue that makes it no report (negation before plan, aim and condition), None without one."""
        order = ("negation", "plan", "wish", "demand", "purpose", "condition")
        return next((kind for kind in order if kind in self.kinds), None)


@lru_cache(maxsize=4)
def cues(book: RuleBook) -> tuple[Cue, ...]:
    """The cues of a rule book in file order."""
    return tuple(
        Cue(
            text=row["cue"],
            kind=row["kind"],
            after=row["direction"] == "after",
            reach=int(row["scope"]),
            until=row["until"].replace("句", "。！？\n"),
            unless=tuple(u for u in row["unless"].split(";") if u),
        )
        for row in book.lexicon("context")
        if row["direction"] != HEADING
    )


class CueSpan(NamedTuple):
    """A cue where it stands in a text."""

    start: int
    end: int
    cue: Cue


class CueSpans(NamedTuple):
    """The cues of a text in the order of their starts."""

    spans: tuple[CueSpan, ...]
    starts: tuple[int, ...]


@lru_cache(maxsize=4)
def automaton(book: RuleBook) -> tuple[CharwiseDoubleArrayAhoCorasick, tuple[tuple[Cue, ...], ...]]:
    """An automaton over the texts of all cues, and for each text the cues that it is."""
    by_text: dict[str, list[Cue]] = {}
    for cue in cues(book):
        by_text.setdefault(cue.text, []).append(cue)
    return CharwiseDoubleArrayAhoCorasick(list(by_text)), tuple(tuple(of) for of in by_text.values())


@lru_cache(maxsize=4)
def farthest(book: RuleBook) -> int:
    """Characters from a statement beyond which no cue that bears on it begins."""
    return max(cue.reach + len(cue.text) for cue in cues(book))


@lru_cache(maxsize=2)
def cue_spans(text: str, book: RuleBook) -> CueSpans:
    """All cues of a text that are no part of another word: one pass an article."""
    index, known = automaton(book)
    found = (CueSpan(start, end, cue) for start, end, n in index.find_overlapping(text) for cue in known[n])
    spans = tuple(sorted((s for s in found if not voided(text, s.start, s.cue)), key=lambda s: s.start))
    return CueSpans(spans, tuple(s.start for s in spans))


def context_at(text: str, sentence: Sentence, start: int, end: int, book: RuleBook) -> Context:
    """How the statement at ``[start, end)`` is meant, after the cues around it and the heading above."""
    spans, starts = cue_spans(text, book)
    reach = farthest(book)
    low = bisect_left(starts, max(sentence.start, start - reach))
    high = bisect_left(starts, min(sentence.end, end + reach), lo=low)
    kinds = (s.cue.kind for s in spans[low:high] if in_scope(text, sentence, start, end, s))
    demanded = DEMANDS.match(text, sentence.start, start) is not None or is_ordered(text, sentence, end)
    section = kind_at(text, start, book)
    return Context(frozenset({*kinds, *(("demand",) if demanded else ()), *((section,) if section else ())}))


@lru_cache(maxsize=2)
def orders(text: str) -> tuple[int, ...]:
    """The offsets behind which a text says, to the end of its sentence, what ought to be done or what experts think."""
    return tuple(sorted(m.end() for pattern in (ORDERS, OPINIONS) for m in pattern.finditer(text)))


def is_ordered(text: str, sentence: Sentence, end: int) -> bool:
    """Whether somebody says before or in a statement that ends here, in its sentence, that others ought to do it."""
    found = orders(text)
    before = bisect_right(found, end)
    return before > 0 and found[before - 1] > sentence.start


def in_scope(text: str, sentence: Sentence, start: int, end: int, span: CueSpan) -> bool:
    """Whether a cue stands near enough, on its side, with nothing between that ends its scope.

    One that begins before the statement and reaches into it (将建立 before 建立联席会议) stands before it.
    """
    cue = span.cue
    if cue.text.endswith("将") and TAKES.match(text, span.end):
        return False
    if cue.after:
        near, between = end <= span.start <= end + cue.reach and span.end <= sentence.end, (end, span.start)
    else:
        near, between = start - cue.reach <= span.end and span.start < start, (span.end, start)
    return near and not any(text.find(mark, *between) >= 0 for mark in cue.until)


def voided(text: str, at: int, cue: Cue) -> bool:
    """Whether the cue's characters are part of another word (拟 in 模拟), or 三要 opens no clause (三要镇).

    Nor does 还要 demand what is done every year.
    """
    if cue.text == MORE and HABIT.search(text, max(at - HABIT_REACH, 0), at):
        return True
    if COUNTED_DEMAND.fullmatch(cue.text) and not OPENS_DEMAND.match(text, max(at - 1, 0)):
        return True
    if (begins := BEGINS.get(cue.text)) and begins.match(text, at + len(cue.text)):
        return True
    for word in cue.unless:
        inside = word.find(cue.text)
        if inside >= 0 and text.startswith(word, at - inside) and at >= inside:
            return True
    return False
