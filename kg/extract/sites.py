"""Where else a practice is told to run: demonstration sites behind it, the place it has spread over or belongs to."""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.extract.bare_levels import told_of
from kg.extract.sentences import index_at
from kg.model import ResolvedMention, Sentence

SITE_REACH = 200
SITE = r"(?:示范点|示范小区|示范村|示范社区|试点村|试点社区|试点小区|试点)"
NUMBER = r"(?:等|这)?[0-9一二三四五六七八九十余多]{0,5}[个处家]?"
MADE_SITES = (
    r"(?:打造|建成|创建|培育|选定|确定|选取|选树|建设|形成)了?(?P<sites>[^，。；！？“”]{2,60}?)"
    rf"{NUMBER}(?:[^，。；！？“”]{{0,8}}?|“[^”]{{2,10}}”){SITE}"
    r"|(?<=[，；。])(?P<joined>[^，。；！？“”]{2,40}?)等\d+余?个[^，。；！？“”]{1,4}"
    r"(?:已|均|都|全部|率先|先行|相继){1,2}(?:接入|试点|推行|推开|落地|参与|应用|上线)"
)
# 获评全省渔村示范村 is an honour from above, no site of what was told before it; 成了市级示范点 is one.
HONOUR = r"(?!了?[^，。；！？“”]{0,2}(?:全国|国家|全[省市]|省级|市级|自治区)[^，。；！？“”]{0,8}示范村)"
BECOME = rf"(?:成了|成为|是|入选|获评|被评为){HONOUR}[^，。；！？“”]{{0,10}}{SITE}"
SITES = re.compile(rf"{MADE_SITES}|(?P<named>[^，。；！？“”]{{2,60}}?){NUMBER}(?:小区|社区|村)?{BECOME}")
# A search for its beginning would try sixty characters at each one.
SITES_MADE, SITES_BECOME = re.compile(MADE_SITES), re.compile(BECOME)
# What every match of SITES holds: a search for it is quick, one for SITES in a long list is not.
SITE_SIGN = re.compile(r"试点|示范(?:[点村]|小区|社区)|等\d")
# “…”搬到田间，先后在甲村、乙村开讲26场.
SERIES = re.compile(
    r"”?[^。；：！？“”将拟]{0,40}?(?:先后|分别|相继|陆续)(?:在|到|走进)(?P<where>[^，。；：！？“”]{2,40}?)"
    r"(?:等[^，。；]{0,6})?(?:开讲|开课|开办|举办|召开|开展|落地|建成|建起|设立|试点|挂牌|推行|推开|铺开|巡回|巡讲|上演)"
)
# “…”铺开后，甲村教学点…: one of its sites; and 甲社区先走一步, also in the next sentence: the first to do it.
BRANCH = re.compile(r"(?:[的]?(?:教学点|服务点|示范点|分校|分院|站点)|分(?:课堂|中心|店|站|点|会场))")
LEADS = re.compile(
    r"(?:则|便|就|都)?(?:先[走行]一步|走在前|率先(?:行动|响应|试水|破题|起步|尝试)|带头(?:响应|试水)|第一个(?:响应|试水|吃螃蟹)"
    r"|也(?:照着|跟着|学着)(?:做|干|学|搞|推)(?=[，。；]))"
)
JOINTS = ("、", "和", "与")
# “…”在甲、乙两村运行: there and nowhere else, where nobody is said to run it.
RUNS_IN = re.compile(
    r"”?[^，。；：“”在将拟]{0,6}在(?P<where>[^，。；：！？“”]{2,40}?)"
    r"(?:等?(?:[两三四五六七八九几0-9]余?个?)?(?:行政村|村|社区|镇|乡|乡镇|街道|小区|地))?(?:先后|相继|陆续|率先|全面|顺利)?"
    r"(?:运[行营]|开[办设讲课张]|落户|设点|挂牌|扎根|落地|推行|推广|推开|铺开|实施|试点|试行|上线|启动|运用|应用|投用"
    r"|用得|运转|生根|开花|见效|走红|火了|叫响|深入人心|家喻户晓)"
    # “…”落户甲村
    r"|”?[^，。；：“”在将拟]{0,6}(?:(?:落户|落地|扎根|进驻|入驻|走红)(?:到|于)?|(?:起?源|始|诞生|发端|兴起|发源)于|出自)(?P<settled>[^，。；：！？“”]{2,40})"
    # “…”让甲村变了样
    r"|”?[^，。；：“”将拟]{0,8}，?(?:让|使得?|令|给|为|(?:解开|化解|打通|激活|点亮|擦亮|扮靓|温暖|改变|盘活|破解|唤醒|带火)了)(?P<helped>[^，。；：！？“”]{2,24})"
    # 银行把“…”办进甲村
    r"|”?(?:办|开|搬|送|建|设|摆|引)[进到入](?P<into>[^，。；：！？“”]{2,24})"
)
# “…”先在甲、乙试行，后来推广到全县: begun there, and spread over the county.
BEGUN = re.compile(
    r"”?(?![^，。]{0,10}(?:计划|准备|打算))[^，。；：！？“”将拟]{0,10}?(?:从|在|以)(?P<where>[^，。；：！？“”]{2,24}?)(?:为试点|试起|起步|起头|先行|试点|试行|试水|做起|开始|破题|先试)"
    r"|”?[^，。；：！？“”将拟]{0,4}，(?!计划|准备|打算)[^，。；：！？“”将拟]{0,4}?[在从](?P<tried>[^，。；：！？“”]{2,24}?)"
    r"(?:试点?|试行|试水|起步|起头|破题|先行)(?=[，。；])"
)
SPREAD = re.compile(
    r"”??[^，。；：！？“”]{0,6}?在(?P<where>[^，。；：！？“”]{2,40}?)(?:范围内|各地)?(?:全面|逐步|迅速|相继|正式)?(?:铺开|推开|推广|推行|普及|落地|开花)"
)
WHOSE = re.compile(
    r"”?[^，。；：！？“”]{0,8}?，?(?:正|便|就|也)?是(?P<whose>[^，。；：！？“”]{2,20}?)(?:的|在?推[进动]|[强深]化|加强|加快|探索|创新|基层|党建|着力|积极|立足|不断|为)"
    r"[^，。；：！？]{0,30}?(?:(?:探索|创新|做法|举措|实践|品牌|名片|缩影|写照|抓手|尝试|亮点|之一)(?=[，。；！])"
    r"|(?:创建|打造|搭建|推出|设立|开通|组建|成立|研发|开发|建立|创立|探索出?)的)"
    # “…”，是甲村从2021年兴起来的; “…”最早由甲村搞起来
    r"|”?，?(?:最早|最先|首先|当初)?[是由](?P<by>[^，。；：！？“”]{2,24}?)(?:首创|发起|(?:兴|搞|办|摸索|琢磨|想|创|探索|总结)(?:了?起来|了?出来|了?出)"
    r"|(?:牵头)?(?:推出|打造|创办|创立|创建|开发|研发|运营|主办|设立|组建|成立|办|建))的?(?=[，。；！])"
)
# “…”成了甲镇服务群众的好帮手, “甲”“乙”……丙镇的治理品牌越来越多, “…”（甲镇）: whose it is stands right behind.
BELONGS = re.compile(
    r"(?:[、和与及]?“[^“”]{1,20}”){0,8}[^，。；：“”（）]{0,8}?(?:，(?:如今|现在|目前|早))?"
    r"(?:(?:已经?|早已|逐[渐步]|正|便|就|也|又){0,2}(?:是|成为|成了|作为)|(?P<summed>，|……))"
)
BRACKET = re.compile(r"[^，。；：“”（）]{0,8}（")
SUMMED_UP = re.compile(r"的?[^，。；：“”]{0,8}?(?:品牌|做法|举措|机制|模式|活动|项目|平台|创新|实践|探索|招数?|故事)")


class Sites:
    """Answers for one article; ``named`` gives the mentions in a stretch, ``holds`` tells places of the article."""

    def __init__(
        self,
        text: str,
        sentences: tuple[Sentence, ...],
        named: Callable[[int, int], list[ResolvedMention]],
        holds: Callable[[int], bool],
    ) -> None:
        self.text = text
        self.sentences = sentences
        self.named = named
        self.holds = holds
        self._found: dict[int, tuple[int, ...] | None] = {}

    def listed(self, offset: int, acts: Callable[[int, Sentence], bool]) -> tuple[int, ...]:
        """Demonstration sites listed behind an offset, in its sentence or the next two of the paragraph.

        Those of a later sentence count where it opens with one of them or with a place that ``acts`` there.
        """
        i = index_at(self.sentences, offset)
        for sentence in self.sentences[i : i + 3]:
            found = self._from(max(offset, sentence.start), sentence.end)
            if found is not None:
                own = told_of(self.text, self.named(max(offset, sentence.start), sentence.end))[:1]
                others = sentence.start >= offset and not all(m.place in found or acts(m.place, sentence) for m in own)
                return () if others else found
            if self.text.endswith("\n", sentence.start, sentence.end):
                break
        return ()

    def _from(self, begin: int, end: int) -> tuple[int, ...] | None:
        """Demonstration sites listed in the part of a sentence that begins at an offset, None where it lists none."""
        if begin not in self._found:
            stretch = begin, min(end, begin + SITE_REACH)
            m = None
            if SITE_SIGN.search(self.text, *stretch):
                m = (SITES if SITES_BECOME.search(self.text, *stretch) else SITES_MADE).search(self.text, *stretch)
            listed = self.named(*m.span(m.lastgroup or 0)) if m else []
            self._found[begin] = tuple(x.place for x in listed if self.holds(x.place)) if m else None
        return self._found[begin]

    def spread(self, offset: int) -> tuple[int, ...]:
        """The place all over which what ends at an offset has spread (在全县铺开), empty where it has not."""
        m = SPREAD.match(self.text, offset)
        return self.told(*m.span("where")) if m else ()

    def begun(self, offset: int) -> tuple[int, ...]:
        """The places at which what ends at an offset was tried or held one by one: “…”先在甲、乙试行."""
        m = BEGUN.match(self.text, offset) or SERIES.match(self.text, offset)
        return self.told(*m.span(m.lastgroup or 0)) if m else ()

    def told(self, start: int, end: int) -> tuple[int, ...]:
        """The places named in a stretch, without those that only stand before a smaller one (甲镇乙村: 乙村)."""
        return tuple(x.place for x in told_of(self.text, self.named(start, end)))

    def runs_in(self, offset: int) -> tuple[int, ...]:
        """The places in which what ends at an offset is said to run (…在甲、乙两村运行)."""
        m = RUNS_IN.match(self.text, offset)
        return tuple(i for i in self.told(*m.span(m.lastgroup or 0)) if self.holds(i)) if m else ()

    def branches(self, offset: int) -> tuple[int, ...]:
        """The places of which the sentence behind an offset names the branch (甲村教学点请来…), or the first to act."""
        i = index_at(self.sentences, offset)
        end = self.sentences[i].end
        over = self.sentences[min(i + (not self.text.endswith("\n", 0, end)), len(self.sentences) - 1)].end
        named = [m for m in self.named(offset, min(over, offset + SITE_REACH)) if self.holds(m.place)]
        acting: list[ResolvedMention] = []
        for m in reversed(named):
            beside = acting and self.text[m.end : acting[-1].start] in JOINTS  # 乙村、丙村也照着做
            if beside or (m.start < end and BRANCH.match(self.text, m.end)) or LEADS.match(self.text, m.end):
                acting.append(m)
        return tuple(m.place for m in reversed(acting))

    def whose(self, offset: int) -> tuple[int, ...]:
        """The place that what ends at an offset is said to be a deed of (…是甘南县推进治理的一项探索), else empty."""
        m = WHOSE.match(self.text, offset)
        named = self.named(*m.span(m.lastgroup or 0)) if m else []
        first = m is not None and m["by"]  # whoever was the first to do it, also elsewhere
        return (named[-1].place,) if named and (first or self.holds(named[-1].place)) else ()

    def belongs(self, offset: int) -> tuple[int, ...]:
        """The place that the words right behind a name say it is of (“…”成了甲镇的好帮手), else empty."""
        m = BELONGS.match(self.text, offset)
        last = self._opening(m.end()) if m else None
        if m is None or last is None or (m["summed"] and not SUMMED_UP.match(self.text, last.end)):
            return ()
        return (last.place,)

    def bracketed(self, offset: int) -> tuple[int, ...]:
        """The place that brackets behind a name add to it (“…”（甲镇）), else empty."""
        m = BRACKET.match(self.text, offset)
        last = self._opening(m.end()) if m else None
        return (last.place,) if last and self.text.startswith("）", last.end) else ()

    def _opening(self, start: int) -> ResolvedMention | None:
        """The place of the article named right at an offset, the last where its parents stand before it."""
        last = None
        while named := self.named(start, start + 1):
            last, start = named[0], named[0].end
        return last if last and self.holds(last.place) else None
