"""Tell the place that a sentence opens with: named, as the home of someone named, or by a bare word for its level."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from kg.extract.asides import BODY_BEHIND, is_hidden
from kg.extract.bare_levels import BARE_SUBJECT
from kg.extract.groups import chain_start
from kg.extract.silent import RANKED
from kg.extract.speakers import Speakers
from kg.model import ResolvedMention, Sentence

SUBJECT_REACH, NAME_REACH = 16, 6  # characters
INSIDE_CLAUSE = re.compile(r"，[^，]*在$")  # 整合力量，在上河村设立…: a place where, no subject
AT_A_TIME = re.compile(
    r"[^，。；：“”]{0,14}(?:[点时日天晨早午晚夜初末底月年]|左右|之前|以前)，在"
)  # 每天早上7点，在甲小区内，…
# 与甲镇一江之隔的乙镇, 和甲村结对的乙村: it is 乙 that acts.
WITH, BESIDE = re.compile(r"[与和同跟离]"), re.compile(r"[^，。；：“”]{2,12}的")
LIST_REACH, AND = 60, re.compile(r"[、和及]|以及")
OF_WHOM = re.compile(r"[^。；：“”]{4,40}?的$")  # 远在外省当厂长的乙被请回村: who he is stands before the name
NOT_YET = re.compile(
    r"[了过着]|位于|地处|坐落|打造|建成|建立|开展|推进|推动|实施|组织|成立|完成|引进|举办|选定|立足|围绕|依托|聚焦|紧扣|针对|结合|根据|按照|对|向|给|与|和|把|将|被|由|从|到|为|以"
)
SPOKEN = re.compile(r"“(?:[^“”]|“[^“”]{1,20}”){0,80}?[，。！？]")  # “社区办起食堂，我常去。”: said, no name
# What a sentence may open with before its subject: 据了解，, 今年以来，, 同时，.
INTRO = re.compile(
    r"(?:【[^】\n]{0,8}】|据(?:[^，。；：“”]{0,14}介绍|了解|悉|统计|不完全统计|报道)，?|(?:记者|笔者)(?:从[^，。；：“”]{2,20})?(?:了解到|获悉|看到|采访发现)，?|(?:近年|今年|去年|前年|20\d\d年|连日|长期|一直|[^，。]{0,8}月份?)以来，|与此同时，|为此，|此外，)+"
)
# 据县农业农村局介绍，…: what follows is told of the county.
TOLD_BY = re.compile(
    r"据(?P<word>[省市县区旗镇乡村]|街道|社区|居民区)(?=[里上](?:介绍|统计|通报)|委|党|政府|纪|[^，。；：“”、]{1,8}(?:局|办|中心|所|站|会|部|院))"
)
# 为破解难题，甲镇…; 接到上报后，甲镇…; 乙书记介绍，甲镇…: the subject stands behind.
# So it does in 自“…”推行以来，甲小区…, and in 说起村里的“…”，甲村村民乙笑着说, where it is who speaks of it.
NAMING = r"(?:[^，。；：“”]|“[^，。；“”]{1,16}”){1,40}"
# 针对楼旧、人多，收集意见难等问题，甲社区…; 在甲镇的指导下，乙村…
AIMED = (
    r"(?:针对|面对|围绕|聚焦|为?(?:了)?(?:解决|破解|化解|应对))[^。；]{2,80}?"
    r"(?:问题|难题|困境|困局|难点|痛点|堵点|短板|现状|实际|情况|诉求|需求|挑战)"
)
BASED = (
    r"在[^。；]{2,60}?(?:基础上|带领下|指导下|推动下|支持下|帮助下|带动下|助力下|加持下|背景下|引领下|领导下|过程中)"
)
LED_IN = re.compile(
    rf"(?:{AIMED}|{BASED}"
    r"|(?:为|围绕|聚焦|针对|面对|随着|着眼|紧扣)[^，。；“”]{2,40}"
    r"|(?:接到|收到|接报|得知|获悉|了解到?)[^，。；“”]{2,30}后"
    rf"|自从?{NAMING}(?:以来|之后|后|起)"
    rf"|(?:通过|依靠|凭借|凭着|靠着|借助|借力|依托|利用|运用|随着|围绕|聚焦|作为|自?从?有了|得益于|多亏了?){NAMING}"
    rf"|以{NAMING}为[^，。；：“”]{{2,8}}"
    r"|(?:(?:近日|日前|如今|现在|采访中|\d{1,2}月\d{1,2}日)，?)?"
    r"(?:提起|提到|提及|谈起|谈到|谈及|说起|说到|聊起|聊到|讲起|回忆起|看到|看着|望着)"
    rf"{NAMING}|[^，。；：“”]{{2,30}}(?:介绍|表示|告诉记者|坦言|说))，"
)

ARRIVED = re.compile(r"(?:走进|走到|来到|进了|进入|抵达|到达|到了|赶到|停在|步入|驶进|驶入|车到|回到|转到|到)$")
ARRIVED_END = re.compile(r"[^，。；：！？、“”]{0,12}[，。！]")
# 甲村地处山区。; 甲镇外出务工的多。: what it is like.
IS_LIKE = re.compile(
    r"(?:是|地处|位于|坐落|隶属|毗邻|紧邻|距|曾|过去|以前|从前|一度|原本|原先|原来|人口|面积|现?辖|下辖|[共现]?有\d)"
    r"|[^，。；：“”]{2,14}(?:书记|主任|镇长|乡长|村长|会长|队长)[一-鿿]{2,4}(?:是|今年|曾|从)"
    r"|[^，。；：“”]{1,14}(?:多|少|大|小|散|杂|难|差|弱|穷|远|分散|落后|薄弱|不足|突出|复杂|频发)[，。]"
)


AFTER_IT = re.compile(rf"{NAMING}(?:以来|之后|后)，")  # 推行“…”后，甲村…


class Subjects:
    """Answers for one article; ``named`` gives the mentions in a stretch, ``holds`` tells places of the article."""

    def __init__(
        self,
        text: str,
        named: Callable[[int, int], list[ResolvedMention]],
        holds: Callable[[int], bool],
        speakers: Speakers,
    ) -> None:
        self.text = text
        self.named = named
        self.holds = holds
        self.speakers = speakers
        self._found: dict[int, int | None] = {}

    def of(self, sentence: Sentence) -> int | None:
        """The place that a sentence opens with (behind a time or an adverb), None where it opens otherwise."""
        if sentence.start not in self._found:
            self._found[sentence.start] = self._find(sentence)
        return self._found[sentence.start]

    def _find(self, sentence: Sentence) -> int | None:
        start = self.opening(sentence)
        opening = self.named(start, min(sentence.end, start + SUBJECT_REACH))
        if not opening:
            return self.person(sentence)
        first = opening[0].start
        alone = WITH.fullmatch(self.text, start, first) is None
        if (alone and NOT_YET.search(self.text, start, first)) or self._where(start, first):
            return self.person(sentence)
        chain = self._chain(opening[0], sentence.end, alone)
        if chain is None:
            return self.person(sentence)
        aside = RANKED.match(self.text, chain.end) or BODY_BEHIND.match(self.text, chain.end)
        if (not self.holds(chain.place) and aside) or is_hidden(self.text, chain.end):
            return None
        return chain.place

    def listed(self, sentence: Sentence, place: int) -> tuple[int, ...]:
        """A place with those that the sentence which it opens lists behind it: 甲镇、乙镇的做法更省事."""
        start = self.opening(sentence)
        named = self.named(start, min(sentence.end, start + LIST_REACH))
        first = next((i for i, m in enumerate(named) if m.place == place), len(named))
        found = [place]
        for one, other in pairwise(named[first:]):
            if not AND.fullmatch(self.text, one.end, other.start):
                break
            found.append(other.place)
        return tuple(found)

    def _chain(self, first: ResolvedMention, end: int, alone: bool) -> ResolvedMention | None:
        """The last of the names that a sentence opens with; None where the first only stands beside who acts."""
        chain = first
        for mention in self.named(first.start + 1, end):
            beside = not alone and BESIDE.fullmatch(self.text, chain.end, mention.start)
            if mention.start > chain.end and not (beside or self._inside(chain, mention)):
                break
            alone, chain = alone or bool(beside), mention
        return chain if alone else None

    def _inside(self, one: ResolvedMention, other: ResolvedMention) -> bool:
        """Whether a name goes on with that of a smaller place behind 的: 甲街道的乙社区."""
        return self.text[one.end : other.start] == "的" and self.holds(other.place)

    def _where(self, start: int, end: int) -> bool:
        """Whether a place behind ``end`` only tells where what the clause before says is done, not at what time."""
        return bool(INSIDE_CLAUSE.search(self.text, start, end)) and not AT_A_TIME.fullmatch(self.text, start, end)

    def person(self, sentence: Sentence) -> int | None:
        """The place of the person, met before with a post, whose name a sentence opens with, perhaps behind ….的."""
        start = self.opening(sentence)
        home = self.speakers.home(start, min(sentence.end, start + NAME_REACH))
        return self.speakers.described(OF_WHOM, start, sentence.end) if home is None else home

    def arrived(self, sentence: Sentence) -> int | None:
        """The place that a sentence without a subject place says one came to (车队进了甲苏木。), None for none."""
        named = [m for m in self.named(sentence.start, sentence.end) if self.holds(m.place)]
        if self.of(sentence) is not None or not named or not ARRIVED_END.match(self.text, named[-1].end):
            return None
        first = chain_start(named)
        came = ARRIVED.search(self.text, max(sentence.start, first - 8), first)
        return named[-1].place if came else None

    def introduces(self, sentence: Sentence) -> bool:
        """Whether a sentence says what the place it opens with is like (甲村地处山区。), not what it does."""
        start = self.opening(sentence)
        named = self.named(start, min(sentence.end, start + SUBJECT_REACH))
        ends = [m.end for m in named if m.place == self.of(sentence)]
        return bool(ends) and IS_LIKE.match(self.text, ends[-1], sentence.end) is not None

    def opening(self, sentence: Sentence) -> int:
        """Where the first main clause of a sentence begins: behind 据了解，, 今年以来，, a purpose, 某某介绍，."""
        intro = INTRO.match(self.text, sentence.start, sentence.end)
        start = intro.end() if intro else sentence.start
        named = self.named(start, sentence.end)
        inside = [chain_start(named[: i + 1]) for i, m in enumerate(named) if self.holds(m.place)][:3]
        if inside and AFTER_IT.fullmatch(self.text, start, inside[0]):
            return inside[0]
        return next((at for at in inside if LED_IN.fullmatch(self.text, start, at)), start)

    def bare(self, sentence: Sentence) -> str | None:
        """The bare word for a level that a sentence opens with (社区制定…, 镇里组织…), None where it has none."""
        intro = INTRO.match(self.text, sentence.start, sentence.end)
        told = TOLD_BY.match(self.text, sentence.start, intro.end()) if intro else None
        if told and not self.named(told.start("word"), told.end("word")):
            return told["word"]
        start = intro.end() if intro else sentence.start
        spoken = SPOKEN.match(self.text, start, sentence.end)
        found = BARE_SUBJECT.match(self.text, start + bool(spoken))
        return found["word"] if found else None
