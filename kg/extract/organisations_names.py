"""Organisations with a proper name before their head word: 云岭茶场, 映山红爱心协会, 昆明云岭茶业有限公司."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from kg.extract.organisations_prefix import STATIONS, OrganMention, Prefixes
from kg.extract.organisations_units import Units
from kg.extract.organisations_words import FOUNDING, HANZI, Head, OrganWords
from kg.extract.segment import NAME_FLAGS, Word, frequency, segment
from kg.extract.spans import Spans

REACH = 18
MADE = "成"
STOPS = frozenset({"成", "个", "家", "间", "家小"})  # 开了|家小|超市
DONE = re.compile(r"[一-鿿]了[个家间]?")  # 开了个|电商
SOCIETY = re.compile(r"(?:协会|联合会|商会|促进会)")
OPEN_SOCIETY = re.compile(rf"(?P<middle>[{HANZI}]{{1,16}})(?P<head>{SOCIETY.pattern})")
COMMON = ("村集体", "集体")  # 村集体竹笋加工厂 belongs to the village and bears no name
CLAUSE = re.compile(rf"[^{HANZI}A-Za-z0-9（）()·&]")
BRACKETED = re.compile(rf"[（(][{HANZI}]{{2,6}}[）)]")
# A word rarer than this in the segmenter's corpus (60 million words) is more likely part of a name than a common noun.
RARE = 100
LONGEST_LIST = 12
COINED = 10
QUOTED_TEAM = re.compile(r"”[一-鿿]{0,6}[队团社][、和]\Z")
TEAM_KINDS = ("team", "alliance")
SHORT_HEADS = {"物业": 5, "置业": 5, "厂": 8, "集团": 10, "公司": 12, "传媒": 8, "电商": 6, "百货": 6}
NATION = "中国"
LEGAL_FORMS = ("有限公司", "有限责任公司")
# One word before these is a name: there are no common nouns that say which sort.
NEVER_A_SORT = (
    "律师事务所", "会计师事务所", "税务师事务所",
    "社会工作服务中心", "社会工作服务社", "社工服务中心", "社工事务所",
)  # fmt: skip
FIRM = re.compile(rf"[{HANZI}]{{0,8}}?(?P<form>股份有限公司|有限责任公司|有限公司|集团)")
COINING = frozenset("也又再更正得都")
CALLED = frozenset({
    "大姐", "大妈", "大爷", "大叔", "大哥", "大嫂", "阿姨", "奶奶", "爷爷",
    "妈妈", "书记", "老师", "警官", "法官", "医生", "律师", "主任",
})  # fmt: skip
PEACE = "和"  # 嘉和茶业有限公司
ERAS = re.compile(
    r"[夏商周秦汉晋隋唐宋元明清]{1,2}[朝代]?|正德|永乐|康熙|乾隆|嘉庆|万历|洪武|贞观|开元|天宝|永泰|永安|建安|太和|同治|光绪"
    r"|隆庆|弘治|景泰|成化|咸丰|道光|雍正|顺治|嘉靖|天启"
)
CORPS = re.compile(r"[0-9一二三四五六七八九十]{1,4}[师团连]")  # divisions, regiments and companies of the 兵团
DATE_WORDS = frozenset("年月日")
# 成立|茶香联盟, 成立“银发”议事会、|茶香联盟
FOUNDED = re.compile(rf"{FOUNDING}(?:[一1][支个])?(?P<before>(?:[^，。；：、]{{2,14}}、){{0,3}})\Z")
FOUNDED_REACH = 48
TRADES = ("行业", "产业", "联合", "综合")  # 成立|茶叶产业|联合党委, 成立|家政|行业党委
EVERYWHERE = frozenset({"物业", "管理", "服务", "企业", "物业管理", "物业服务"})  # every county has its 物业行业党委
NEW = "新"  # 新业态行业党委
HANDED = re.compile(r"领办|创办|兴办")  # 甲镇种植大户某某领办|板栗合作社
NUMBERED = re.compile(r"、[^，。；：]{2,6}[二两三四五六七八九十]村\Z")  # 由甲、乙、丙三村|党支部牵头
FIELDS = ("产业", "行业", "产业链")
VAGUE = frozenset({
    "特色", "优势", "主导", "重点", "支柱", "传统", "新兴", "村级", "集体", "相关", "有关", "组织",
    "农村", "片区", "跨村", "区域", "社区", "小区", "村企", "园区", "楼宇", "街道", "商圈", "网格",
    "两新", "非公", "功能", "流动", "领域",
})  # fmt: skip
COOPERATIVE = ("合作社", "合作联社", "经联社", "联合社")
LED = re.compile(
    r"党组织|党支部|党总支|党委|书记|合作社|[引建推坚](?:入|起|动|持|立)"
)  # who runs cooperatives, or how many
OPENS, CLOSES = ("“", "‘"), ("”", "’")
LIST_BEFORE = "、和与及"
OPEN = ("各", "某", "全", "该")  # 各乡镇, 某公司: which one is left open
# 甲县|各级党委, 甲市|大医院, 4所|学校: which one is not said.
SORT_OF = re.compile(
    r"各|所有|全体|[0-9]+[余多]?[家所个支]|大\Z|(?:[省市县区]{1,2}级)?[一二三]甲|驻[街区地镇]|[省市县区镇]属"
)
HANZI_BEFORE = re.compile(rf"[{HANZI}]")
LED_BY = frozenset("由把被让给")
LEVELS = frozenset("省市县区旗镇乡村")
# 能打到派出所, 告上法庭: where a quarrel goes.
TAKEN_TO = re.compile(r"(?:[打闹吵找跑捅告报送扭请追骂扯搬走拉]|起诉)[到进去往回上]了?\Z")
# 评选“五星党支部”: what a branch is rated as is no branch.
RATED = re.compile(r"(?:评[选定比]|评为|争创|创建|创评|争当|争做|争星|授予|命名|获评|荣获|创成)[^，。；：“”]{0,6}“\Z")
RANKED = re.compile(r"(?:国家|[省市县区州旗镇乡])级(?!机关)|全[省市县区州]|先进|优秀|示范")  # 是省级红旗党支部
STARS = re.compile(r"[一二三四五六七八九十][好星强优美]|[一-鿿]{0,3}星级|示范|红旗|先进|标准化|规范化|过硬")
# 海创重工|海创重工股份有限公司: a headline and the name that opens the text.
TWICE = re.compile(rf"(?P<once>[{HANZI}]{{3,8}})(?P<again>(?P=once))")


@lru_cache(maxsize=256)
def member_pattern(word: str) -> re.Pattern[str]:
    """The next name of a list whose members have a head word each."""
    return re.compile(rf"、(?P<name>[{HANZI}]{{2,8}}?){re.escape(word)}")


class NamedBodies:
    """Finds the organisations of one article whose left border only the words themselves can show."""

    def __init__(self, text: str, prefixes: Prefixes, words: OrganWords, units: Units) -> None:
        self.text = text
        self.prefixes = prefixes
        self.words = words
        self.units = units
        self.members: dict[tuple[str, int], tuple[int, bool]] = {}

    def find(self, taken: Spans) -> Iterator[OrganMention]:
        """Mentions in text order that do not overlap the spans already taken."""
        previous: OrganMention | None = None
        for m in self.words.head.finditer(self.text):
            head = self.words.heads[m[0]]
            if head.border in ("place", "high") or taken.touch(m.start(), m.end()):
                continue
            if head.kind == "company" and (SOCIETY.match(self.text, m.end()) or self._goes_on(m.end())):
                continue  # 严家民宿|协会
            floor = taken.last_end(m.start())
            mention = self._named(head, m.start(), m.end(), max(floor, previous.end if previous else 0), previous)
            if mention:
                mention = previous = self.units.lengthened(mention)
                yield mention

    def _named(self, head: Head, at: int, end: int, floor: int, previous: OrganMention | None) -> OrganMention | None:
        start = self._start(head, at, floor)
        if start is not None and (twice := TWICE.match(self.text, start, at)):
            start = twice.start("again")
        if (
            start is None
            or at - start > (SHORT_HEADS | STATIONS).get(head.word, REACH)
            or self._in_quotes(head, start, end)
        ):
            return None
        if previous is not None and previous.end == start and self.text[start] in LIST_BEFORE:
            start += 1
        elif self.text[start] in LED_BY and not HANZI_BEFORE.match(self.text, start - 1):
            start += 1  # 由云曼|茶业
        if self._is_none(head, start, at):
            return None
        words = self._behind_verb(head, start, at)
        start = words[0].start if words else start
        listed = previous is not None and previous.kind == head.kind and self.text[previous.end : start] in LIST_BEFORE
        placed = self._placed(head, start, at)
        own = self._behind_places(start, at) if placed else ()
        set_up = head.word in STATIONS and sum(len(w.text) for w in own) == 1  # 甲县设|法庭
        sorts = bool(own) and SORT_OF.match(self.text, own[0].start, at) is not None
        if placed and (
            set_up or sorts or self.words.is_no_name(head, own) or self.words.opens_sorts(self.text, own, end)
        ):
            return None
        in_list = listed or self._opens_list(head, end)
        if head.kind in TEAM_KINDS:
            # 成立绵江党建联盟、|沿江商户联盟; “红背心”志愿队、|晚霞艺术团
            quoted = QUOTED_TEAM.search(self.text, max(0, start - COINED), start) is not None
            with_founded = (listed or quoted) and self._says_which(words)
            proper = with_founded or self._founded(start, words) or self._known_team(start, end, words)
        else:
            telling = words if head.border != "shop" else tuple(w for w in words if not self._in_place(w))
            proper = placed or in_list or self._proper(head, telling)
        sort = self.words.is_generic(words) and not (head.kind == "party" and self._in_field(head, words))
        if not proper or (sort and not (placed or (in_list and head.word in SHORT_HEADS))):
            return None
        name = self.text[start:end]
        return OrganMention(start, end, name, head.kind, "organ-name", None, self.words.key(name))

    def _behind_verb(self, head: Head, start: int, at: int) -> tuple[Word, ...]:
        """The words of a name without the verbs before it that the segmenter cut or no list holds (劝说|金寨路小学)."""
        if self.text[start - 1 : start + 1] in self.words.openers:
            start += 1  # 约|谈某某路小学
        elif self.text[start : start + 2] in self.words.openers and self._is_whole(head, start + 2, at):
            start += 2  # 资助|金某路小学
        words = segment(self.text, start, at)
        while len(words) > 1 and self._is_deed(words[0]) and self._is_whole(head, words[1].start, at):
            words = words[1:]
        return words

    def _is_deed(self, word: Word) -> bool:
        known = frequency(word.text) > 0 and not self._begins_place(word.start)
        return len(word.text) > 1 and word.flag in ("v", "vn") and known and word.text not in self.words.trades

    def _is_whole(self, head: Head, start: int, at: int) -> bool:
        """Whether words are a name without what stands before them."""
        return at > start and (self._begins_place(start) or self._proper(head, segment(self.text, start, at)))

    def _is_none(self, head: Head, start: int, at: int) -> bool:
        """Whether the words before a head show that no body is named: a rank, what is done, where a quarrel goes."""
        barred = (
            (True, RANKED.match(self.text, start, at) or SORT_OF.match(self.text, start, at)),
            (head.word in STATIONS, TAKEN_TO.search(self.text, start, at)),
            (head.word.endswith(COOPERATIVE), HANDED.search(self.text, start, at)),
            (head.kind == "party", NUMBERED.search(self.text, max(0, start - 4), at)),
        )
        return any(concerned and found for concerned, found in barred)

    def _goes_on(self, end: int) -> bool:
        """Whether the head is only the trade in a firm's name (金桂物业服务有限公司)."""
        m = FIRM.match(self.text, end)
        return m is not None and all(self._is_trade_word(w) for w in segment(self.text, end, m.start("form")))

    def _is_trade_word(self, word: Word) -> bool:
        return self.words.is_sort(word.text) or word.text in self.words.trades or word.text in self.words.leads

    def _in_quotes(self, head: Head, start: int, end: int) -> bool:
        """Whether a trade's word in quotes is a figure (“积分超市”, “坝坝法庭”), or a quoted team that is none."""
        quoted = self.text[start - 1 : start] in OPENS and self.text[end : end + 1] in CLOSES
        trade = head.word in STATIONS or (head.kind == "company" and not head.word.endswith(LEGAL_FORMS))
        rated = head.kind == "party" and (STARS.match(self.text, start) or RATED.search(self.text, 0, start))
        return quoted and bool(trade or head.kind in TEAM_KINDS or rated)

    def _placed(self, head: Head, start: int, at: int) -> bool:
        """Whether a place opens the name; the shop or inn of a place needs a name of its own."""
        opens = any(begin == start for begin, _ in self.prefixes.printed.within(start, at))
        return opens and head.border != "shop"

    def _behind_places(self, start: int, at: int) -> tuple[Word, ...]:
        """The words between the places that open a name and its head."""
        printed = self.prefixes.printed
        while ends := [e for s, e in printed.touching(start, start + 1) if s == start and e <= at]:
            start = max(ends)
        return segment(self.text, start, at)

    def _start(self, head: Head, at: int, floor: int) -> int | None:
        """The left border of a name: the clause's edge, an opening verb or function word, or the start of a place."""
        low = max(floor, at - REACH)
        for i in range(at - 1, low - 1, -1):
            if CLAUSE.match(self.text, i) or (self.text[i] in "（）()" and head.kind != "company"):
                low = i + 1
                break
        words = segment(self.text, low, at)
        start = at
        for i in range(len(words) - 1, -1, -1):
            firm = head.word.endswith((*LEGAL_FORMS, "分公司")) and self._in_firm(words, i)
            trade = head.border != "shop" and self._is_trade(words, i)
            if (self._stops(words[i]) and not firm and not trade) or self._undertaken(head, words, i):
                break
            start = words[i].start
            if head.border == "shop" and i > 0 and self._is_made(words[i - 1], words[i]):
                start += len(MADE)
                break
        inside = [w for w in words if w.start >= start]
        for i in range(len(inside) - 2, -1, -1):
            if inside[i].text in self.words.appositions and self.words.is_generic(tuple(inside[:i])):
                start = inside[i].end
                break
        led = len(inside) > 1 and inside[0].start == start and inside[0].text in self.words.leads | LEVELS
        if led and not self._begins_place(start):
            start = inside[0].end  # 建设青海湖博物馆 begins with a verb, 建设银行 with a name
        return self._by_place(start, at) if at - start >= 2 else None

    def _begins_place(self, offset: int) -> bool:
        return self.prefixes.marks.begin(offset)

    def _stops(self, word: Word) -> bool:
        if (
            word.text in self.words.openers
            or word.text in self.words.soft
            or word.text in self.words.trades
            or word.flag in ("p", "c", "r", "d", "y", "t", "uj", "ul", "x")
        ):
            return not BRACKETED.match(self.text, word.start) and word.text not in "（）()·&"
        if word.flag == "q" or word.text in DATE_WORDS or DONE.fullmatch(word.text):
            return True
        return word.text.startswith(OPEN) or (word.flag == "m" and word.text[-1] in "名个家多余位支")

    def _undertaken(self, head: Head, words: tuple[Word, ...], i: int) -> bool:
        """Whether a verb before a shop says what is done with it (贷款|建设|饲料加工厂, 改造|成|民宿)."""
        return head.border == "shop" and (words[i].text in STOPS or words[i].text in self.words.leads)

    def _is_made(self, verb: Word, word: Word) -> bool:
        """Whether the segmenter took 成 behind a verb for part of a name (改造|成研学|民宿)."""
        return verb.flag.startswith("v") and word.text.startswith(MADE) and not frequency(word.text)

    def _in_firm(self, words: tuple[Word, ...], i: int) -> bool:
        """Whether an adverb or a dynasty is part of a firm's coined name (山也青商贸有限公司, 明清商贸有限公司)."""
        if words[i].text in COINING:
            edge = i == 0 or self.prefixes.place_at(words[i].start) is not None
            if edge and i + 1 < len(words) and len(words[i + 1].text) == 1 and not self._stops(words[i + 1]):
                return True  # 德庆县|正德农业有限公司
            return i > 0 and len(words[i - 1].text) == 1 and not self._stops(words[i - 1])
        if words[i].text == PEACE:
            return i > 0 and len(words[i - 1].text) == 1 and self._opens_firm(words, i - 1)
        return words[i].flag == "t" and ERAS.fullmatch(words[i].text) is not None

    def _opens_firm(self, words: tuple[Word, ...], i: int) -> bool:
        """Whether a firm's own name begins with a word: at the clause's edge, behind a place or a word that stops."""
        word = words[i]
        if word.text in LEVELS or self._in_place(word) or self._stops(word):
            return False
        return i == 0 or self._in_place(words[i - 1]) or self._stops(words[i - 1])

    def _is_trade(self, words: tuple[Word, ...], i: int) -> bool:
        """Whether a verb is the trade in a company's name (园区管理有限公司), not the verb of the clause."""
        if words[i].text not in self.words.trades or i == 0:
            return False
        right = i + 1 == len(words) or self.words.is_sort(words[i + 1].text) or words[i + 1].text in self.words.trades
        return right and not self._stops(words[i - 1])

    def _by_place(self, start: int, at: int) -> int:
        """The border moved to the place chain that the stretch holds, where there is one."""
        cut = [end for begin, end in self.prefixes.printed.touching(start, start + 1) if begin < start]
        start = max(cut, default=start)  # the reach ended inside of a place
        place = next(self.prefixes.printed.within(start, at), None)
        if place is None or place[1] == at or all(self._name_like(w) for w in segment(self.text, start, place[0])):
            return start  # 华润置地杭州公司
        inside = self.text.startswith(NATION, start) or self.text[place[0] - 1] in "（("
        return start if inside else place[0]  # 中国铁路甲局集团有限公司, 桂花饮料（四川）有限公司

    def _founded(self, start: int, words: tuple[Word, ...]) -> bool:
        """A team or alliance without quotes: founded right before, with two words that say which one."""
        founded = FOUNDED.search(self.text, max(0, start - FOUNDED_REACH), start)
        if founded is None or not self._says_which(words):
            return False
        return not founded["before"] or any(self._name_like(w) for w in words)

    def _says_which(self, words: tuple[Word, ...]) -> bool:
        return not self.words.is_generic(words) and self.words.is_plain(words)

    def _known_team(self, start: int, end: int, words: tuple[Word, ...]) -> bool:
        """A team without quotes that the article names again, or by a coined word, with words that say which one."""
        telling = [w for w in words if not self.words.is_sort(w.text)]
        if not telling or not self.words.is_plain(words):
            return False
        again = self.text.count(self.text[start:end]) > 1
        coined = any(self._name_like(w) and frequency(w.text) < (RARE if w.flag == "nr" else COINED) for w in telling)
        called = any(a.flag == "nr" and len(a.text) == 1 and b.text in CALLED for a, b in pairwise(words))  # 李|大姐
        return again or coined or called or self.words.image.search(self.text, start, end) is not None

    def _in_place(self, word: Word) -> bool:
        return self.prefixes.marks.hold(word.start, word.end)

    def _proper(self, head: Head, words: tuple[Word, ...]) -> bool:
        """Whether the words before a head name one body and not a sort of bodies."""
        telling = [w for w in words if not self.words.is_sort(w.text)]
        sorts = head.kind != "party" and self.words.is_made_of_sorts(words)
        if not words or sorts or self._led(head, words) or self._is_of_village(head, words):
            return False
        whole = segment(self.text, words[0].start, words[-1].end + len(head.word))
        if telling and len(whole) == 1 and whole[0].flag == "nt":
            return True
        by_form = self._by_form(head, words, telling)
        if by_form is not None:
            return by_form
        span = words[0].start, words[-1].end
        if self.words.estate.search(self.text, *span) or CORPS.search(self.text, *span):
            return True
        if head.kind == "party":
            return any(w.flag in NAME_FLAGS for w in telling) or self._in_field(head, words)
        coined = any(len(a.text) == len(b.text) == 1 and a.end == b.start for a, b in pairwise(words))
        return coined or any(self._name_like(w) for w in telling)

    def _by_form(self, head: Head, words: tuple[Word, ...], telling: list[Word]) -> bool | None:
        """Whether the head alone settles it: a legal form, a head that is no sort, a deed before a factory."""
        if head.word.endswith(LEGAL_FORMS):
            return True if telling and sum(len(w.text) for w in words) >= 4 else None
        if head.word.endswith(NEVER_A_SORT):
            return bool(telling) and self.words.is_plain(words)
        deed = head.kind == "company" and not self.words.is_plain(words)
        return False if deed else None  # 持续降低印染加工厂…

    def _led(self, head: Head, words: tuple[Word, ...]) -> bool:
        """Whether the words before a cooperative say who runs it or how many there are (党组织领办合作社)."""
        return head.word.endswith(COOPERATIVE) and LED.search(self.text, words[0].start, words[-1].end) is not None

    def _is_of_village(self, head: Head, words: tuple[Word, ...]) -> bool:
        """Whether a shop or workshop is only said to be a village's (村集体竹笋加工厂)."""
        return head.border == "shop" and (words[-1].text[-1] in LEVELS or any(w.text in COMMON for w in words))

    def _in_field(self, head: Head, words: tuple[Word, ...]) -> bool:
        """Whether a passing party body says of which trade it is (茶叶产业临时党支部)."""
        telling = [w for w in words if w.text not in FIELDS]
        nouns = all(
            w.text == NEW or (w.flag.startswith(("n", "v")) and len(w.text) > 1 and w.text not in VAGUE)
            for w in telling
        )
        passing = head.word.startswith("临时") and words[-1].text in FIELDS
        own = any(w.text not in EVERYWHERE for w in telling)
        founded = (
            own
            and head.word.startswith(TRADES)
            and FOUNDED.search(self.text, max(0, words[0].start - 4), words[0].start)
        )
        return (passing or bool(founded)) and bool(telling) and nouns and self.words.is_plain(words)

    def _name_like(self, word: Word) -> bool:
        if word.flag in NAME_FLAGS:
            return True
        return len(word.text) >= 2 and word.flag not in ("v", "vn", "m", "i") and frequency(word.text) < RARE

    def _opens_list(self, head: Head, end: int) -> bool:
        """Whether names with the same head follow in a list, one of them proper: then 文明物业 is a name as well."""
        for _ in range(LONGEST_LIST):
            if (head.word, end) not in self.members:
                self.members[head.word, end] = self._member(head, end)
            end, proper = self.members[head.word, end]
            if proper or not end:
                return proper
        return False

    def _member(self, head: Head, end: int) -> tuple[int, bool]:
        """Where the next member of a list ends, 0 where there is none, and whether its name is a proper one."""
        m = member_pattern(head.word).match(self.text, end)
        return (m.end(), self._proper(head, segment(self.text, *m.span("name")))) if m else (0, False)
