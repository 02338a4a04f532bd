"""Find the noun phrase beside a number: what is counted.

Borders are drawn on part-of-speech tags (jieba, ICTPOS tag set), on the window beside the number only: tagging
costs about a thousand times as much as scanning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from kg.rulebook import RuleBook
from kg.segmenter import tagged

CLOSED = re.compile(r"“[^“”]{1,40}”|‘[^‘’]{1,20}’|《[^《》]{1,60}》|「[^「」]{1,40}」|[（(][^（）()，。0-9]{1,6}[）)]")
REACHED = re.compile(
    r"(?:均|已|多|高)?达到?$|最[高低多少]时?(?:[只仅才]?有|[只仅才]|达到?)?$|(?:首次|首度|第一次|头一[回次])(?:突破|超过|达到|跨过|过)了?$|(?:已|已经)?连续[\d一二三四五六七八九十两]{1,3}年(?:一直|始终|都|均)?(?:稳定|保持|维持)在?$|(?:粗略?|大概|初步)?(?:估算|统计|匡算|算|估)(?:下来|了一下)?有?$|(?:算|加|合)(?:下|起)来有?$"
)
CHANGE = re.compile(r"(?:同比|环比)?(?:提升|提高|增长|增加|上升|下降|降低|减少|缩短|压缩)了?$")
RELATIVE = re.compile(
    r"没?有[^，。；：]{1,20}的(?=.{2})|会[说讲唱用做][^，。；：]{1,6}的(?=.{2})|(?:使用|运行|服役|建成|入住|超期|闲置|荒废|废弃)[^，。；：]{1,12}的(?=.{2})|(?:集|涵盖|涉及|包含|包括|融|具有|具备|覆盖|面向|针对)[^，。；：]{1,36}的"
)
COMPOUNDED = 2  # verbs that open a compound
COMPOUNDS = frozenset("脱除防抗保治护净节降减控截灌蓄制储供输抵临跨")  # 12个除|磷|池示范点: what a thing built does
FROM = re.compile(r"(?:从|由)[^，。；]{0,12}[\d零一二三四五六七八九十百千两几]|从无到有")
PER = re.compile(
    r"一(?:公斤|[斤度吨亩])$|(?:平均)?每(?:一)?(?:公斤|平方米|公里|[斤亩吨户人次天月年个只头度件部台套间棵株张场桌餐位名趟份条盏座家所处村镇乡组班格]|平米|社区|网格)(?:每[月年天])?$"
)
COMPARED = re.compile(
    r"(?:高于|低于|高出|快于|优于|多于|少于|(?<![同环评])[比较](?![例对重拼武赛]))[^，。；]{1,14}$|(?:是|相当于)[^，。；\d]{1,12}的$"
)
# 全区, 区里一口气, 棚里, “邻里码”上: where something is counted, not what.
WHERE = re.compile(
    r"全[省市州县区旗镇乡村街社]{1,2}|(?:[省市县区旗镇乡村]|街道|社区)[里上][\u4e00-\u9fff]{0,4}|[\u4e00-\u9fff]{1,7}(?:社区|街道|[镇乡县区市州旗])|[\u4e00-\u9fff]{0,3}[里中内]|“[^”]{1,12}”[上里中]"
)
MANNER = frozenset({"重点", "主要", "统一", "集中", "专门", "优先", "分别", "如数", "全额", "足额", "悉数", "按期"})
EACH_ON_AVERAGE = frozenset({"户均", "人均", "年均", "月均", "日均", "亩均", "村均"})
ONE_TIME = frozenset({"一年", "每年", "一天", "每天", "每月", "一个月", "一次", "一趟"})  # 电费一年省下三千元
DOERS = ("员", "者", "户", "干部", "群众", "居民", "村民", "职工", "青年", "师傅")
MONEY_NOUN = re.compile(
    r"(?!外加|加上|另加|以及)[一-鿿]{0,8}?(?:工资|薪酬|资金|基金|补贴|补助|奖金|奖励|收入|贷款|借款|欠款|救助金|慰问金|保证金|经费|费用|租金|分红|"
    r"利润|产值|罚款|赔偿款?|捐款|善款|补偿款?|货款|学费|医疗费|物业费|生活费|零花钱|零用钱|工钱|养老金|投资|订单|红利|红包)(?![^，。；、的和及与]{0,1}[率额])"
)
# Nouns that jieba cuts up (占 | 比) or takes for numbers (hotlines, 两新组织).
WHOLE = re.compile(
    r"(用时|涉(?![及嫌足水险外])[一-鿿]{1,4}?(?=纠纷|案件|矛盾|诉求|企业|事项|问题|信访|警情|工单)|\A村(?=用上|用了|办起|建起|搞起|都|也|均|先后)|占比|超市|公众号|视频号|小程序|宣传(?:单页|折页|彩页)|折页|就地|占道|以奖代补|(?<=[一-鿿])(?:率(?=[已为是达均仅只约近超都由从较比])|[数量额](?=减少|大增|[已为是达由从较]))|回迁户|驻村(?=干部|工作|第一书记|书记|队员|辅警|民警|律师|医生|法官|检察官|指导员|企业|单位)|在(?:逃|押|编|校|读|岗)(?=[人学职党]员?)|非遗(?:传承人)?|(?:调解|自治|服务|监督|协商)组织(?=[，。；、和与及]|\Z)|步道|急难愁盼|四好农村路|[45]G基站|易地(?:扶贫)?搬迁|少年|月嫂|四乱|老年(?!人)|留言|来电|投诉|举报|求助|充电位|停车位|能人|嘎查|苏木|积分|外卖|快递|两新组织|两企三新|两新|[共结]驻单位|共建单位|联建单位|包联单位|挂联单位|驻区单位|无[牌证照][和、]?无[牌证照]|五老|一老一小|三无人员|可支配收入|移[送交](?:司法|检察|公安)机关|(?:居民|村民|户主|群众|党员|业主|屋场|院坝|板凳|坝坝|院子)会(?![员上议])|到[会场](?=[，\d])|[到入进]账(?!户)|网格员|网格长|[加扣减]分项|楼栋长|单元长|联户长|调解员|多年(?=[一-鿿]{0,4}(?:积案|旧案|矛盾|纠纷|难题|问题|积怨|隐患))|(?<!\d)(?:12345|12348|12315|12309|12380|12388|12333|12329|96345|110|119|120)(?!\d))"
)
# Words that jieba takes for an adjective, a number, a time or a noun; 邻里纠纷 is a state to it.
MISREAD = {"落实": "v", "整顿": "v", "清理": "vn", "大米": "n", "月季": "n", "湿地": "n", "入户": "v"}
STATE_NOUN = "纠纷"
NOUN_TAGS = ("n", "j", "l", "s", "an", "vn", "b", "a", "ng", "vg", "ag", "i", "k", "eng", "z", "f", "q", "g")
HEAD_TAGS = ("n", "j", "l", "s", "an", "vn", "b", "ng", "vg", "i", "k", "eng", "zg", "g")
SHORTEST_REST = 3
LONGEST_EVENT = 6  # characters
LONGEST_CLAUSE = 12  # characters of a relative clause that stands for those who are counted
SHARE_VERBS = frozenset({"占", "占到"})
SITE_ENDS, SITE_VERBS = frozenset("点站厅室亭屋岗角"), frozenset("说议助评调问供取")
RATIOS = ("率", "度", "比", "比例", "额", "量", "数", "面积", "时长", "收入", "增收")
LINKS = frozenset({"、", "和", "与", "及", "以及", "的", "等", "或", "·", "-"})


class Word(NamedTuple):
    """A tagged word; offsets into the text that was tagged, plus its base."""

    text: str
    tag: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class NominalWords:
    """The word lists that decide borders (``measure_words.csv``), by kind."""

    predicates: frozenset[str]
    modifiers: frozenset[str]
    fillers: frozenset[str]
    light: frozenset[str]
    attributes: frozenset[str]
    heads: frozenset[str]
    suffixes: frozenset[str]
    actions: frozenset[str]


@lru_cache(maxsize=4)
def nominal_words(book: RuleBook) -> NominalWords:
    """The lists of one rule book."""
    kinds = ("predicate", "modifier", "filler", "light", "attribute", "head", "suffix", "action")
    return NominalWords(*(frozenset(book.words("measure_words", kind=kind)) for kind in kinds))


def tag(text: str, base: int = 0) -> tuple[Word, ...]:
    """Words with tags; a quoted name or a title is one noun (tag ``nq``)."""
    return tuple(Word(word, flag, base + start, base + end) for word, flag, start, end in _tag(text))


@lru_cache(maxsize=1024)
def _tag(text: str) -> tuple[Word, ...]:
    """The numbers of a list ask for the same window again."""
    words: list[Word] = []
    at = 0
    for closed in CLOSED.finditer(text):
        words += _plain(text[at : closed.start()], at)
        words.append(Word(closed[0], "nq", closed.start(), closed.end()))
        at = closed.end()
    return (*words, *_plain(text[at:], at))


def _plain(text: str, base: int) -> Iterator[Word]:
    at = base
    for i, share in enumerate(WHOLE.split(text)):
        pairs = ((share, "n"),) if i % 2 else tagged(share)  # every second share is a match
        for word, flag in pairs:
            # A character that jieba has never met is part of a name or of a word of the region (塆, 垸).
            unknown = flag in ("x", "yg") and word.isalpha()
            unknown = unknown or (flag == "z" and word.endswith(STATE_NOUN))
            yield Word(word, "n" if unknown else MISREAD.get(word, flag), at, at + len(word))
            at += len(word)


@dataclass(frozen=True, slots=True)
class Phrases:
    """Noun phrases at the border of a window."""

    words: NominalWords

    def nounish(self, word: Word) -> bool:
        """Whether a word can stand inside a noun phrase."""
        if word.text in self.words.predicates or word.text in LINKS:
            return False
        return word.tag.startswith(NOUN_TAGS) or word.text in self.words.suffixes

    def headlike(self, word: Word) -> bool:
        """Whether a word can end a noun phrase."""
        return self.nounish(word) and (word.tag.startswith(HEAD_TAGS) or word.text in self.words.suffixes)

    def event(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """The verbs that fill the rest of a clause as the name of what is held: 12场集中宣讲, 8场直播带货."""
        tokens = tag(text[start:end], start)
        deeds = bool(tokens) and tokens[-1].end == end and end - start <= LONGEST_EVENT
        deeds = deeds and all(
            w.tag.startswith(("v", "t", "n")) and (w.text == "集中" or w.text not in self.words.predicates)
            for w in tokens
        )
        return (start, end) if deeds and any(w.tag.startswith("v") for w in tokens) else None

    def rightward(self, text: str, start: int, end: int, *, verb: bool = True) -> tuple[int, int] | None:
        """The noun phrase that begins at ``start``; with ``verb`` it may open with a verb (3次调解, 20件整改事项)."""
        if RELATIVE.match(text, start, end):
            return self.relative(text, start, end)
        tokens = tag(text[start:end], start)
        if not verb and not (tokens and self.nounish(tokens[0]) and not tokens[0].tag.startswith("v")):
            return None
        if len(tokens) == 1 and tokens[0].tag == "v" and len(tokens[0].text) > 1:
            return start, tokens[0].end  # 2个组织、3次调解: a verb alone behind a classifier is a noun
        if self._in_a_manner(tokens):
            return None
        last = self._doer(tokens, self._advance(tokens, 0))
        if self._describes(tokens, 1 if last is None else last + 1):
            return self.relative(text, start, end)
        return None if last is None else (start, tokens[self._listed(tokens, last)].end)

    def _in_a_manner(self, tokens: tuple[Word, ...]) -> bool:
        """Whether an adverb and its verb stand first (重点 整治), not a noun that begins with them (重点 工作 任务)."""
        if len(tokens) < 2 or tokens[0].text not in MANNER or not tokens[1].tag.startswith("v"):
            return False
        return tokens[1].tag != "vn" or len(tokens) == 2 or not tokens[2].tag.startswith("n")

    def _doer(self, tokens: tuple[Word, ...], last: int | None) -> int | None:
        """``last`` moved back to the people before what they do (网格员 上街 巡查)."""
        if last is None or tokens[last].text in self.words.suffixes:
            return last  # 群众 诉求
        first = last
        while first and tokens[first].tag.startswith("v") and any(w.text.endswith(DOERS) for w in tokens[:first]):
            first -= 1
        return first if tokens[first].text.endswith(DOERS) else last  # 群众 文化 活动

    def _describes(self, tokens: tuple[Word, ...], i: int) -> bool:
        """Whether an adjective and later 的 follow: 9家信誉好、质量优的企业 counts the firms."""
        return i < len(tokens) and tokens[i].tag == "a" and any(word.text == "的" for word in tokens[i:])

    def _listed(self, tokens: tuple[Word, ...], last: int) -> int:
        """The end of the head noun behind 等, where the phrase is the first of a list: 9名律师、两代表等志愿者."""
        if last + 1 < len(tokens) and tokens[last + 1].text == "、":
            for i in range(last + 1, len(tokens) - 1):
                if tokens[i].text == "等":
                    head = self._advance(tokens, i + 1)
                    return last if head is None else head
                if tokens[i].text in self.words.predicates or tokens[i].tag in ("p", "d"):
                    break
        return last

    def verbal(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """The verb and its object that begin at ``start`` (1800人认领楼栋), for want of a noun."""
        tokens = tag(text[start:end], start)
        if not tokens or not tokens[0].tag.startswith("v") or len(tokens[0].text) + len(tokens) < 3:
            return None
        last = self._advance(tokens, 2 if len(tokens) > 1 and tokens[1].text in ("了", "过", "着", "上") else 1)
        end = tokens[0 if last is None else last].end
        return (start, end) if end - start > 1 else None  # 46户到了41户

    def compound(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """The noun that begins at ``start`` with what the thing is for: 6辆助|浴车, 8处共享|晾衣|架."""
        tokens = tag(text[start:end], start)
        first = next((i for i, word in enumerate(tokens) if not word.tag.startswith("v")), len(tokens))
        last = first
        while last < len(tokens) and self.headlike(tokens[last]):
            last += 1
        return (start, tokens[last - 1].end) if 0 < first <= COMPOUNDED and last > first else None

    def relative(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """The noun phrase behind the first 的 of a relative clause that begins at ``start``."""
        tokens = tag(text[start:end], start)
        for i, token in enumerate(tokens):
            if token.text == "的":
                last = self._advance(tokens, i + 1)
                return None if last is None else (tokens[i + 1].start, tokens[last].end)
        return None

    def _advance(self, tokens: tuple[Word, ...], first: int) -> int | None:
        """Index of the phrase's last word."""
        last: int | None = None
        for i in range(first, len(tokens)):
            word = tokens[i]
            following = tokens[i + 1] if i + 1 < len(tokens) else None
            if word.text in LINKS:
                if last is None or following is None or not (self.nounish(following) or following.tag == "v"):
                    break
                if following.tag == "v" and not self._modifies(following, tokens, i + 1):
                    break
            elif last is not None and word.text in EACH_ON_AVERAGE:
                break  # 87户农户户均增收
            elif self.nounish(word):
                last = i if self.headlike(word) else last
            elif following is None and last is not None and word.text in self.words.modifiers:
                last = i  # 集体经济组织 at the end of the clause
            elif not self._modifies(word, tokens, i) or (last is None and word.text in self.words.predicates):
                break
        return last

    def _modifies(self, word: Word, tokens: tuple[Word, ...], i: int) -> bool:
        """Whether a word that is no noun by its tag stands before a noun as its modifier (整治 行动)."""
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        if following is None or not self.nounish(following) or word.text in self.words.predicates:
            return False
        if (
            word.tag in ("ad", "zg")
            or (word.tag == "r" and word.text[0] != "每")
            or self._specifies(word, following)
            or word.text in self.words.modifiers
        ):
            return True
        if i == 0 and word.text in COMPOUNDS and word.tag in ("v", "p"):
            return True
        # 各/规范/新增 before the first noun belong to it; behind a noun the same verb is the predicate.
        if i == 0 and word.tag == "t" and following.tag.startswith("n"):
            return True  # 12场夜间招聘会
        return i == 0 and word.tag in ("v", "d") and len(word.text) > 1 and word.text not in self.words.predicates

    def leftward(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """The noun phrase, or else the verb with its subject, that ends before ``end``; adverbs and 达到 skipped."""
        found = _leftward(self, text[start:end])
        return None if found is None else (start + found[0], start + found[1])

    def ending(self, text: str) -> tuple[int, int] | None:
        """The same at the end of a window."""
        risen = FROM.search(text)
        end = (
            risen.start() if risen and risen.start() else len(text)
        )  # 满意度从80%提升到95%: the subject stands before 从
        reached = REACHED.search(text, 0, end)
        end = self._uncompared(text, end - len(reached[0]) if reached else end)
        tokens = list(tag(text[:end]))
        risen_by = CHANGE.search(text, 0, end)
        while tokens and (
            tokens[-1].text in self.words.fillers
            or (tokens[-1].text, tokens[-1].tag) == ("多", "m")
            or tokens[-1].tag in ("d", "p", "x", "uj", "ul", "u", "uz")
        ):
            tokens.pop()
        tokens = self._active(tokens)
        if not tokens:
            return risen_by.span() if risen_by else None
        last = tokens[-1]
        ends_in_verb = not self.headlike(last) and (last.tag.startswith("v") or last.text in self.words.predicates)
        return self._retreat(tokens, self._verb(tokens) if ends_in_verb else len(tokens))

    def _uncompared(self, text: str, end: int) -> int:
        """``end`` moved before 每斤 and before what the thing is compared with (增速高于全省, 收入比上年)."""
        per = PER.search(text, 0, end)
        end = per.start() if per and per.start() else end
        compared = COMPARED.search(text, 0, end)
        return compared.start() if compared and compared.start() else end

    def _active(self, tokens: list[Word]) -> list[Word]:
        """The subject of a passive (网格被调整为12个: the grids are counted), else the tokens as they are."""
        for i in range(len(tokens) - 1, 0, -1):
            if tokens[i].text == "被":
                return tokens[:i]
            if not tokens[i].tag.startswith(("v", "d")):
                break
        return tokens

    def _verb(self, tokens: list[Word]) -> int:
        """Index of the first of the verbs and adverbs that end the tokens."""
        first = len(tokens)
        while first and (
            tokens[first - 1].tag in ("v", "d", "ad", "vd", "zg")
            or (
                tokens[first - 1].tag in ("vn", "n", "ns", "nz", "nr", "l")
                and tokens[first - 1].text in self.words.predicates
            )
        ):
            first -= 1
        return first

    def _retreat(self, tokens: list[Word], first: int) -> tuple[int, int] | None:
        """The span from the first word of the noun phrase that ends before ``first`` to the end of the tokens."""
        start = first
        if start and start < len(tokens) and tokens[start - 1].text == "的":
            start = self._headless(tokens, start)
        while start:
            word = tokens[start - 1]
            modifies = start < len(tokens) and (
                self._specifies(word, tokens[start]) or self._rated(word, tokens[start:])
            )
            each = (
                start == len(tokens) - 1
                and word.text[0] == "每"
                and word.tag == "r"
                and tokens[start].tag.startswith("v")
            )
            each = each or (
                start < len(tokens) and tokens[start].text in EACH_ON_AVERAGE and word.tag.startswith(("v", "n"))
            )
            timed = each or (word.text in ONE_TIME and start > 1 and self.headlike(tokens[start - 2]))
            if not (
                self.nounish(word)
                or modifies
                or timed
                or (word.text in LINKS and start > 1 and self.nounish(tokens[start - 2]))
            ):
                break
            start -= 1
        if start and not any(self.headlike(word) for word in tokens[start:]):
            start = self._verb(tokens[:start])  # 调处成功12件: an adjective alone needs its verb
        if start and start < len(tokens) - 1 and tokens[start].tag == "q" and tokens[start - 1].text in ("每", "各"):
            start += 1  # 每名干部包联
        while start < len(tokens) - 1 and (tokens[start].text in LINKS or self._acts(tokens, start)):
            start += 1
        return (tokens[start].start, tokens[-1].end) if start < len(tokens) else None

    def _headless(self, tokens: list[Word], end: int) -> int:
        """Index of the first word of a relative clause that no noun follows (其中懂民族语言的占七成), else ``end``."""
        first = 1 if tokens[0].tag in ("r", "d") else 0
        long = tokens[end - 1].start - tokens[first].start > LONGEST_CLAUSE
        return end if long or tokens[end].text not in SHARE_VERBS else first

    def _specifies(self, word: Word, following: Word) -> bool:
        """Whether a verb stands before a noun as its modifier: 整治 行动, 理发 点."""
        if len(following.text) == 1 and following.text in self.words.suffixes:
            return word.tag.startswith(("v", "t", "m", "a")) and word.text not in self.words.predicates
        if len(word.text) == 1 and len(following.text) == len("事点") and following.text[-1] in SITE_ENDS:
            return word.tag == "v" and word.text in SITE_VERBS  # 说 事点, 助 餐点
        return word.tag == "v" and word.text in self.words.modifiers

    def _rated(self, word: Word, behind: list[Word]) -> bool:
        """Whether a verb says of what a rate or amount is one: 调处 成功率."""
        rate = behind[0].text.endswith(RATIOS) and all(w.tag.startswith(("v", "d")) for w in behind[1:])
        return rate and word.tag.startswith("v") and len(word.text) > 1 and word.text not in self.words.light

    def _acts(self, tokens: list[Word], i: int) -> bool:
        """Whether a word that opens a phrase is the deed done to what follows (惠及 群众), not part of its name."""
        rest = tokens[i + 1 :]
        things = any(self.headlike(w) and not w.tag.startswith("v") for w in rest)
        short = rest[-1].end - rest[0].start < SHORTEST_REST
        if not things or short or len(rest[0].text) == 1 or rest[-1].text.endswith(RATIOS):
            return False
        word = tokens[i]
        return word.text in self.words.actions or (word.tag == "v" and word.text in self.words.modifiers)

    def light(self, text: str, span: tuple[int, int] | None) -> bool:
        """Whether a span says nothing about what is counted (建成, 共有), or only where: 云阳县累计组织."""
        if span is None or text[span[0] : span[1]] in self.words.light or WHERE.fullmatch(text, *span):
            return True
        *before, last = tag(text[span[0] : span[1]])
        told = (w.text in self.words.fillers or w.text in self.words.light or w.tag in ("ns", "d") for w in before)
        return last.text in self.words.light and all(told)


@lru_cache(maxsize=1024)
def _leftward(phrases: Phrases, window: str) -> tuple[int, int] | None:
    """The numbers of a list ask for the same window again."""
    return phrases.ending(window)
