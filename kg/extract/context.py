"""What the words around a statement make of it: done, under way or planned; denied, wished for, background."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from daachorse import CharwiseDoubleArrayAhoCorasick

from kg.extract.sections import HEADING, kind_at
from kg.extract.verbs import begins_deed
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
# 明年我们要…, 方案提出，到2030年…: what is told for a later time, to the end of its sentence.
COMING = re.compile(
    r"(?:明年|后年|来年|新的一年|下个?[月周]|下半年|年底前|到20\d\d年)[^。！？“”\n，]{0,12}?(?<![主重需只必摘首紧])要(?![求点素闻件害道是么人])"
    r"|(?:提出|明确|规划|目标)[^。！？“”\n]{0,12}到(?:20\d\d|明|后)年"
)
# 会议对…作了部署, 为…打下基础, 按照县委关于…的要求: what lies between is demanded or prepared for.
FRAMES = (
    (
        "demand",
        re.compile(
            r"[对就][^，。；：！？\n]{3,50}?(?:作出?|做出|进行)了?(?:全面|专题|具体|再|详细|系统){0,2}(?:部署|安排|动员)"
        ),
    ),
    (
        "demand",
        re.compile(
            r"(?:按照|根据|遵照|响应|依据)[^，。；：“”\n]{0,4}(?:上级|中央|国家|全[省市区县]|[省市区县镇乡]委)"
            r"[^，。；：！？\n]{2,40}?(?:要求|部署|安排|精神|号召|通知|意见|决定)"
        ),
    ),
    (
        "purpose",
        re.compile(
            r"(?<![成作认称分变改转定设列评较极尤最行人因视化更以])为(?![此了何主])[^，。；：！？\n]{3,40}?"
            r"(?:打[下好牢]?[^，。；：、\n]{0,6}基础|奠定[^，。；：、\n]{0,8}基础|[做作]好?[^，。；：、\n]{0,4}(?:准备|铺垫))"
        ),
    ),
)
LONGEST_FRAME = 120  # characters
# 居民希望加装电梯，社区随即…: what is done about a wish is no part of it.
ANSWERED = re.compile(
    r"[，；](?:为此|于是|随后|后来|如今|现在|目前|最终|很快|随即|当即|立即|得知|了解|接到|听到|收到|知道"
    r"|[^，。；：“”]{0,8}?(?:党委|党工委|政府|社区|村里|镇里|街道|[“]?两委”?|县里|区里|网格员|志愿者|党员|干部|支部|支书|书记|主任)"
    r"[^，。；：“”]{0,4}?(?:随即|立即|当即|马上|很快|便|就|于是|迅速|第一时间|主动|连夜|二话|当天|及时|多次|召集|牵头))"
)
# 还将网格与调解打通, 也将服务送到田头: 将 as 把 takes an object and says nothing of the future.
TAKES = re.compile(
    r"[一-鿿]{2,6}(?:[后过出到来中]|(?<!更)好)的|[一-鿿]{2}的"  # 将闲置的校舍, 将走访中收集到的难题
    r"|(?!把|会|于|在)[\u4e00-\u9fff“”、]{2,20}?(?:与[\u4e00-\u9fff“”]{2,10}(?:打通|结合|融合|联通|衔接)"
    r"|打通|融入|纳入|列为|列入|作为|设为|定为|改造成|改为|改成|送到|送进|延伸到|延伸至|搬到|搬进|下沉到|交给|编入|转为|办到|建在|贴在|录入|存入)"
)
# 将推行“…”作为抓手, 将开展情况纳入考核: what is done is the object of 将 as 把.
TAKES_DEED = re.compile(
    r"(?!把|会|于|在)[^，。；：！？\n]{2,24}?(?:作为|列为|纳入|列入|设为|定为|当作|当成|计入|记入|视为|(?<!紧密)相结合)"
)

# 每年腊月，村里还要评“好儿媳”: what is done again and again is no demand.
HABIT = re.compile(
    r"(?:每(?:到|逢|个)?[年月周季旬日天晚]|每(?:到|逢|半年)|年年|月月|逢年过节|平时|平日里)[^。；！？“”]{0,20}$"
)
HABITUAL = frozenset({"还要", "要", "须"})
ANY_VERB, OPENING, OPENS = "verb", "clause", re.compile(r"[，。；：！？\s“（—]")
HABIT_REACH = 24
# 按照上级要求|建立…: what was demanded is done.
AS_DEMANDED = {"要求": re.compile(r"(?:按照?|根据|依据?|遵照|遵循|对照|应|照)[^，。；：！？\n]{0,16}$")}
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
    """One row of ``context.csv``; ``reach`` in characters, ``until`` the characters that end its scope.

    With ``then`` it is a cue only where what is done begins right behind it: with ``verb`` any verb (拟|召开), with
    ``deed`` one of the word lists (没|建立, no 没|下楼), with ``clause`` such a one, and the cue has to open a clause.
    """

    text: str
    kind: str
    after: bool
    reach: int
    until: str
    unless: tuple[str, ...]
    then: str = ""


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
        """Whether it is told as done or under way: neither denied, intended, an aim, conditional nor asked."""
        return self.objection is None

    @property
    def objection(self) -> str | None:
        """The kind of the cue that makes it no report (negation before plan, aim and condition), None without one."""
        order = ("negation", "plan", "wish", "demand", "purpose", "condition", "question")
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
            then=row["then"],
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
    spans = tuple(sorted((s for s in found if not voided(text, s.start, s.cue, book)), key=lambda s: s.start))
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
    told = frames(text)
    near = range(bisect_left(told, (start - LONGEST_FRAME,)), bisect_left(told, (start,)))
    framed = (told[i][2] for i in near if end <= told[i][1])
    return Context(frozenset({*kinds, *framed, *(("demand",) if demanded else ()), *((section,) if section else ())}))


@lru_cache(maxsize=2)
def frames(text: str) -> tuple[tuple[int, int, str], ...]:
    """The stretches of a text that say of all that lies in them that it is demanded or prepared for, with that kind."""
    return tuple(sorted((*m.span(), kind) for kind, pattern in FRAMES for m in pattern.finditer(text)))


@lru_cache(maxsize=2)
def orders(text: str) -> tuple[int, ...]:
    """The offsets behind which a text says, to the end of its sentence, what ought to be done or what experts think."""
    return tuple(sorted(m.end() for pattern in (ORDERS, OPINIONS, COMING) for m in pattern.finditer(text)))


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
    if cue.text.endswith("将") and (TAKES_DEED if cue.then else TAKES).match(text, span.end):
        return False
    if cue.after:
        near, between = end <= span.start <= end + cue.reach and span.end <= sentence.end, (end, span.start)
    else:
        near, between = start - cue.reach <= span.end and span.start < start, (span.end, start)
        if near and cue.kind == "wish" and ANSWERED.search(text, *between):
            return False
    return near and not any(text.find(mark, *between) >= 0 for mark in cue.until)


def voided(text: str, at: int, cue: Cue, book: RuleBook) -> bool:
    """Whether the cue's characters are part of another word (拟 in 模拟), or what stands beside it says otherwise."""
    end = at + len(cue.text)
    if cue.then and not begins_deed(text, end, book, known=cue.then != ANY_VERB):
        return True
    begins = BEGINS.get(cue.text)
    if not opens(text, at, cue) or (begins and begins.match(text, end)) or is_habit(text, at, cue):
        return True
    for word in cue.unless:
        inside = word.find(cue.text)
        if inside >= 0 and text.startswith(word, at - inside) and at >= inside:
            return True
    return False


def opens(text: str, at: int, cue: Cue) -> bool:
    """Whether a cue that has to open a clause does: 三要 and no 三要镇, ，为|推行 and no 以…为|引领."""
    if COUNTED_DEMAND.fullmatch(cue.text):
        return OPENS_DEMAND.match(text, max(at - 1, 0)) is not None
    return cue.then != OPENING or not at or OPENS.match(text, at - 1) is not None


def is_habit(text: str, at: int, cue: Cue) -> bool:
    """Whether 要 and 还要 tell what is done every year, and 要求 what was done as demanded."""
    usual = HABIT if cue.text in HABITUAL else AS_DEMANDED.get(cue.text)
    return usual is not None and usual.search(text, max(at - HABIT_REACH, 0), at) is not None
