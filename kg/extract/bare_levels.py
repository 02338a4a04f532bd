"""Which place a bare word for a level speaks of: 社区制定…, 镇里组织…, …，街道先后建成…, 县司法局…, 区里的“…”."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from kg.extract.sentences import index_at
from kg.model import LEVELS, ArticlePlaces, Level, Place, ResolvedMention, Sentence

BARE_LEVELS: dict[str, Level] = {
    "社区": "village", "村里": "village", "村委": "village", "村两委": "village", "村上": "village", "嘎查": "village",
    "小区": "compound", "村": "village", "居民区": "village", "居委": "village",
    "街道": "township", "镇里": "township", "乡里": "township", "苏木": "township", "镇上": "township",
    "镇": "township", "乡": "township",
    "乡上": "township", "县上": "county", "连里": "village", "连队": "village", "团里": "township", "屯里": "compound",
    "县里": "county", "区里": "county", "旗里": "county", "县": "county", "区": "county", "旗": "county",
    "市里": "prefecture", "市": "prefecture", "省里": "province", "省": "province",
}  # fmt: skip
# 市 of a prefecture or of a county; 居民区 a community as Shanghai calls it, elsewhere any quarter that is lived in; a
# company or a regiment of the Xinjiang corps; a hamlet.
SAME_ENDING = ("市", "居民区", "连", "团", "屯")
# A report on a town that names one community means it by 社区; one on a city means any.
AROUND: dict[Level, frozenset[Level]] = {
    "compound": frozenset({"village", "compound"}), "village": frozenset({"township", "village", "compound"}),
    "township": frozenset({"county", "township", "zone"}), "county": frozenset({"prefecture", "county"}),
}  # fmt: skip
TOLD_REACH = 400  # characters
LIVES = re.compile(r"(?:家住|住在|来自)$")
SMALL = frozenset({"village", "compound"})
# The bodies of a level stand for it: 县司法局, 乡党委, 村党支部书记.
BODIES = (
    r"[县区市](?=委(?!员)|政府|纪委|人大(?!代表)|政协(?!委员)|法院|检察院|[^，。；：“”、]{1,7}?(?:局|委(?!员)|办公室|中心|总工会|妇联|团委)(?![^，。；]{0,4}[长员]))"
    r"|[镇乡](?=党委|政府|纪委|(?:[^，。；：“”、]{1,6}?(?:所|办|站|中心)|[^，。；：“”、]{0,6}?(?:妇联|调委会))(?![^，。；]{0,4}[长员]))"
    r"|村(?=党支部|党总支|党委|支部|支书|委会|[“]?两委|理事会|妇联|民(?![们都的可自委小代议监调均以在对有无纷]))"
)
WORDS = "|".join(sorted((word for word in BARE_LEVELS if len(word) > 1), key=len, reverse=True))
# 每个季度，村里…; 会上，社区…; 培训结束后，镇里…
AT_TIMES = (
    r"(?:[^，。；：“”]{1,8}(?:[年月日天周季晚晨午时前后来期中间底初起份]|周末|季度|会上|时候|时节|晚上)|会[上后前])"
)
BARE_SUBJECT = re.compile(
    rf"(?:{AT_TIMES}，|(?:目前|现在|如今|同时|此外|为此|随后|(?:去年|今年|20\d\d年)?(?:\d{{1,2}}月)?(?:份|底|初|起|以来)?)?，?)(?P<word>(?:{WORDS})(?!化|内|里的|中)|{BODIES})"
)
TURN = re.compile(
    rf"[，；](?P<word>(?:{WORDS})(?!化|内|里的|中|[、和])|{BODIES})"
    r"|[，；](?P<many>(?P<led>在|指导|组织|推动|引导|督促|发动|带动)?(?:各|所有|全部|(?:\d+|[一二三四五六七八九十百]+)余?[个家支])[^，；、。]{0,4}?(?P<unit>社区|小区|街道|村|镇|乡|单位|部门)(?=全面|建立|实现|成立|设立|完成|推行|开展|均|都|全部|普遍))"
)
# 区里的“…”, 这是县里前年建好的“…”
OWNER = re.compile(
    r"(?P<word>省|市|区|县|旗|镇|乡|村|社区|街道)[里上](?:(?:[今去前]年|近年|最近|统一|专门|新|刚)?"
    r"(?:搭建?|建|开发|研发|推行?|打造|设立?|开通|办|创建?|搞|组织)(?:起来|出来|起|好|成|了)?)?的$"
)
OWNER_REACH = 14  # characters
# 甲村到了。村口的“…”里坐满了人: the village just named; but 到村头“…”兑换 in a town is in any of its villages.
SPOT = re.compile(r"(?<![各到])村(?:[东西南北]?[口头]|中央|部|里)的?$")
SPREADS = "推行|推广|铺开|推开|普及|实施|落地|开花"
ALL_OF = re.compile(
    r"”?[^，。；：“”]{0,6}(?:，(?:经过?[^，。；：“”]{2,10}|[^，。；：“”]{0,12}(?:后|成效|经验|好评|成功))|，?(?:最早|最先|首先)?[是由][^，。；：“”]{2,24}(?:首创|发起|创立|探索|总结|提出)的?)?，?(?:并|已|又|正|而后|随后|之后|再|后|目前|如今|逐步|现){0,2}"
    r"在(?:全(?P<word>[省市县区旗镇乡])|(?P<unit>街道|社区|乡镇|镇|乡|县|区|市|旗)(?:全域|各村|各社区))"
    rf"[^，。；：“”]{{0,12}}?(?:{SPREADS})"
)
# “…”先试行，后来推广到全县.
SPREAD_TO = re.compile(
    r"”?(?![^。；：“”]{0,30}(?:计划|力争|争取|准备|打算|有望))[^。；：“”将拟要待]{0,30}?(?:推|推广|推行|铺|铺开|扩大|扩|复制|延伸|覆盖)[到至向]了?全(?P<word>[省市县区旗镇乡])"
)
# …项目已在9个村落地: the villages lie in the place that the report is about.
IN_MANY = re.compile(
    r"”?[^，。；：“”]{0,4}?(?:已经?|又|先后|目前)?在(?:全[县市区镇乡])?[0-9]+余?个(?:行政村|村|社区|乡镇|镇|街道|小区|网格|牧点)"
    r"[^，。；：“”]{0,6}?(?:落地|推开|铺开|推广|建成|实施|推行|试行|试点|落户)"
)
# 咸宁市各街道、社区抱成团。社区能办的…: from there on the word means any of them.
ANY_OF = re.compile(r"各(?:[^，。；：“”]{0,6}?[、和])?(?P<word>社区|村|街道|镇|乡|小区)")
# 屯里的账，我看得到: the village told of, while 各村, 村民 may be any.
IN_VILLAGE = re.compile(r"(?<![各到从在])(?P<word>村里|村上|屯里|连里|连队)(?!的?年轻人|各|家家)")


def told_of(text: str, mentions: list[ResolvedMention]) -> list[ResolvedMention]:
    """The mentions but for parents in front of a smaller place: 甲县乙镇丙村 speaks of 丙村, 家住甲镇乙村 of both."""
    inner = {m.start for m in mentions}
    homes = {m.end for m in mentions if LIVES.search(text, max(0, m.start - 3), m.start)}
    return [m for m in mentions if m.end not in inner or m.end in homes]


@dataclass(frozen=True, slots=True)
class LevelWords:
    """Answers for one article; ``named`` gives the mentions in a stretch, the others tell places of it."""

    text: str
    sentences: tuple[Sentence, ...]
    places: ArticlePlaces
    named: Callable[[int, int], list[ResolvedMention]]
    holds: Callable[[int], bool]
    spans: Callable[[int], bool]
    near: Callable[[int], bool]

    def known(self, word: str, offset: int) -> tuple[int, ...]:
        """The place that a word means at an offset: the one of its level named last in the paragraph, else the only.

        Where the paragraph names none, the one that holds a place it names (甲镇出面食。县里…: the county of 甲镇).
        """
        level = BARE_LEVELS[word]
        start = self.text.rfind("\n", 0, offset) + 1
        alike = [m for m in self.named(start, offset) if self.is_of(word, m.place)]
        inside = [m for m in alike if self.spans(m.place)] or [m for m in alike if self.near(m.place)]
        if inside:
            anyone = ANY_OF.search(self.text, inside[-1].end, offset)
            return () if anyone and anyone["word"].startswith(word[0]) else (inside[-1].place,)
        turned = any(self.spans(m.place) for m in self.named(start, offset))  # 咸宁市各社区抱成团。社区能办的…
        last = self.holder(word, start, offset) if turned else self.last_told(word, start)
        if last is not None:
            return (last,)
        around = self.around(word)
        if around or not {self.place(i).level for i in self.places.localities} <= AROUND.get(level, frozenset()):
            return around
        mentioned = self.named(0, len(self.text))
        every = {m.place for m in mentioned if self.is_of(word, m.place) and self.holds(m.place)}
        return tuple(every) if len(every) == 1 else ()

    def holder(self, word: str, start: int, offset: int) -> int | None:
        """The one place of the word's level in which what the text at ``[start, offset)`` names lies; None for none."""
        around = {name for m in self.named(start, offset) if self.holds(m.place) for name in self.place(m.place).within}
        found = [i for i, p in enumerate(self.places.places) if p.name in around and self.is_of(word, i)]
        return found[0] if len(found) == 1 else None

    def around(self, word: str) -> tuple[int, ...]:
        """The one locality of the word's level, or the one place of it in which all localities lie."""
        about = self.places.localities
        own = tuple(i for i in about if self.is_of(word, i))
        if own:
            return own if len(own) == 1 else ()
        return tuple(
            i
            for i, place in enumerate(self.places.places)
            if about and self.is_of(word, i) and all(place.name in self.place(j).within for j in about)
        )

    def last_told(self, word: str, offset: int) -> int | None:
        """The place of a level that the text before a paragraph spoke of last, or that holds the village it spoke of.

        None where it has come back to others.
        """
        for i in range(index_at(self.sentences, offset) - 1, -1, -1):
            sentence = self.sentences[i]
            if offset - sentence.start > TOLD_REACH:
                return None
            mentions = self.named(sentence.start, sentence.end)
            named = [m.place for m in told_of(self.text, mentions) if self.holds(m.place)]
            if named:
                alone = len(set(named)) == 1 and named[0] not in self.places.localities
                if not alone or self.is_of(word, named[0]):
                    return named[0] if alone else None
                return self.holder(word, sentence.start, sentence.end)
        return None

    def village_told(self, sentence: Sentence) -> tuple[int, ...]:
        """The village told of before the paragraph, where the paragraph names no place and speaks of the village."""
        start = self.text.rfind("\n", 0, sentence.start) + 1
        end = self.text.find("\n", sentence.end - 1)
        end = end if end >= 0 else len(self.text)
        near = max(start, sentence.start - TOLD_REACH), min(end, sentence.end + TOLD_REACH)
        word = None if self.named(start, end) else IN_VILLAGE.search(self.text, *near)
        place = self.last_told(word["word"], start) if word else None
        return () if place is None else (place,)

    def owner(self, offset: int) -> tuple[int, ...]:
        """The place that has what stands at an offset: 区里的“…”."""
        owner = OWNER.search(self.text, max(0, offset - OWNER_REACH), offset)
        return self.known(owner["word"], offset) if owner else self._spot(offset)

    def _spot(self, offset: int) -> tuple[int, ...]:
        """The village named in the sentence or the one before, where what stands at an offset is at a spot of it."""
        if SPOT.search(self.text, max(0, offset - 5), offset) is None:
            return ()
        first = self.sentences[max(0, index_at(self.sentences, offset) - 1)].start
        named = [
            m.place for m in self.named(first, offset) if self.place(m.place).level in SMALL and self.holds(m.place)
        ]
        return tuple(named[-1:])

    def all_over(self, offset: int) -> tuple[int, ...]:
        """The place all over which what ends at an offset is done: “…”，在全县推行."""
        over = ALL_OF.match(self.text, offset) or SPREAD_TO.match(self.text, offset)
        if over is None:
            return ()
        word = over["word"] or over.groupdict().get("unit", "")
        return self.around(word) or self.known(word, offset)

    def in_many(self, offset: int) -> tuple[int, ...]:
        """The locality, or the place around a village that is one, where what ends at an offset runs in many places."""
        about = self.places.localities
        if not about or IN_MANY.match(self.text, offset) is None:
            return ()
        if self.place(about[0]).level not in SMALL:
            return about
        holds = [i for i, p in enumerate(self.places.places) if p.name in self.place(about[0]).within]
        return tuple(sorted(holds, key=lambda i: -len(self.place(i).within))[:1])

    def may_hold(self, index: int, unit: str) -> bool:
        """Whether many units of a kind may lie in a place: 在28个行政村推行 in a town, not in a village."""
        level = BARE_LEVELS.get(unit)
        return level is not None and LEVELS.index(self.place(index).level) < LEVELS.index(level)

    def is_of(self, word: str, index: int) -> bool:
        """Whether a place is of the level that a word tells; 市 is a city of either, 居民区 and 连 one so called."""
        place = self.place(index)
        ending = next((e for e in SAME_ENDING if word.startswith(e)), None)
        if ending is not None:
            return place.name.endswith(ending)
        return place.level == BARE_LEVELS[word]

    def place(self, index: int) -> Place:
        """A place of the article."""
        return self.places.places[index]
