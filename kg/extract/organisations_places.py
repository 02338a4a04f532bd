"""Organisations named with a place: 开化县民政局, 县林业局、水务局, 该县纪委监委信访室, 芹阳镇茶叶技术指导站."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.organisations_names import OPEN_SOCIETY, SOCIETY, SORT_OF, VAGUE
from kg.extract.organisations_prefix import LEVEL, STATIONS, OrganMention, Prefix, Prefixes
from kg.extract.organisations_units import Units
from kg.extract.organisations_words import HANZI, Body, Head, OrganWords
from kg.extract.segment import NAME_FLAGS, Word, segment
from kg.model import OrganisationKind

JOINT = re.compile(r"[、和及与]|以及")
BODY_ENDS = ("部门", "机关", "系统", "办", "委", "局", "部", "站", "所", "会", "联")
SKIPPED = re.compile(rf"[{HANZI}]{{2,10}}?(?:部门|机关|系统|办|委|局|部|站|所|会|联)?(?=[、和及与])")
SEAT = "省市县区州盟旗镇乡"  # what the name of a unit with a committee of its own (县委, 旗委) ends in
SIBLINGS = {
    "政府": "government",
    "人民政府": "government",
    "人大常委会": "government",
    "人大": "government",
    "政协": "government",
}
SIBLING = re.compile(
    r"(?P<joint>[、和，]?)(?P<level>[省市州盟县区旗镇乡]?)(?P<body>人民政府|政府|人大常委会|人大(?!代表)|政协(?!委员))"
)
YOUTH = re.compile(r"(?:共青)?团(?P<place>[一-鿿]{0,10}?)[省市州盟县区旗]委(?![员托派])")
# What stands before a place and a seat, how the seat is called, what it is (民盟|甲市|委会, 武警|甲市|支队), and the
# usual form that merges with it (政协甲县委员会 is 甲县政协), the name of the place for {}.
SEATED: tuple[tuple[tuple[str, ...], re.Pattern[str], OrganisationKind, str], ...] = (
    (
        (
            "民革", "民盟", "民建", "民进", "农工党", "农工民主党", "致公党", "九三学社", "台盟", "中国民主同盟",
            "中国民主建国会", "中国民主促进会", "中国国民党革命委员会", "中国农工民主党", "中国致公党",
        ),
        re.compile(r"委员会|委会|委(?![员托派])|总支部|总支|支部|基层委"),
        "party",
        "",
    ),
    (("中共", "中国共产党"), re.compile(r"委员会"), "party", "{}委"),
    (("政协", "中国人民政治协商会议"), re.compile(r"委(?:员会)?(?![员托派])"), "government", "{}政协"),
    (("共青团", "中国共产主义青年团"), re.compile(r"委员会"), "social", "团{}委"),
    (("武警", "武警部队"), re.compile(r"(?:总队|支队|大队|中队)(?:机动[大中]队|医院)?"), "government", ""),
    (("新华社", "人民日报社", "中新社", "中国新闻社", "经济日报社"), re.compile(r"分社|支社|记者站"), "public", ""),
)  # fmt: skip
# Divisions of the Xinjiang corps, which govern: 新疆生产建设兵团第三师, in articles that speak of the corps.
DIVISION = re.compile(r"(?:新疆生产建设兵团|兵团)?第[一二三四五六七八九十]{1,3}师(?![范傅父生资德徒])")
CORPS = "兵团"
JOINED = re.compile(r"[和与及]")
JOINED_LONG = 4  # characters: 城乡建设|和综合执法局 is one bureau, 住建|和城管局 are two
# What bureaus are called with a second field behind it: 县林业|和园林局, 市住房|和城乡建设管理局.
FIELDS_JOINED = frozenset(
    {"住房", "工业", "林业", "农业", "财政", "教育", "水利", "水务", "商务", "科技", "文化", "园林", "交通", "规划"}
)
# 甲镇种植大户某某领办板栗合作社, 甲县第一家开在祠堂里的书院
HANDS_OVER = re.compile(
    r"领办|创办|兴办|牵头|第一[所家个座间支]|首[家个所座间支]|(?:医院|党支部|党总支|党委|公司|学校|协会|中心)组织"
)
LIST_LIMIT = 12
STREET_OFFICE = "街道办事处"
LONGEST_BODY = 12
QUOTES = "“”"
POSTED = "驻"
SHORTEST_STATION = 2  # characters: 甲县设法庭 names none
SHORTEST_UNIT = 2  # characters: 道县
# Desks of a place's committee, whatever body opens the list: 县委组织部、|宣传部, 县纪委监委、|组织部.
DESKS = ("组织部", "宣传部", "统战部", "社会工作部", "社工部", "政法委", "网信办", "编办", "党校", "老干部局", "巡察办")
BARE_PARTY = frozenset({"党委", "党工委", "党总支", "党支部"})
SMALL = ("village", "compound")


class PlaceBodies:
    """Finds the organisations of one article that are named with a place or a level word."""

    def __init__(self, text: str, prefixes: Prefixes, words: OrganWords, units: Units) -> None:
        self.text = text
        self.prefixes = prefixes
        self.words = words
        self.units = units
        self.all = prefixes.all()

    def find(self) -> Iterator[OrganMention]:
        """Mentions in text order of their prefixes; they may overlap."""
        for prefix in self.all:
            yield from self._committee_in_mention(prefix)
            yield from self._list(prefix)
            yield from self._seated(prefix)
        yield from self._youth_leagues()
        if CORPS in self.text:
            for m in DIVISION.finditer(self.text):
                yield OrganMention(m.start(), m.end(), m[0], "government", "organ-division", None, self.words.key(m[0]))
        for m in self.words.national.finditer(self.text):
            whole = self._mention(m.start(), m.end(), m[0], self.words.bodies[m[0]], "organ-national", None)
            yield self.units.lengthened(whole)

    def _mention(self, start: int, end: int, name: str, body: Body, rule: str, place: str | None) -> OrganMention:
        return OrganMention(start, end, name, body.kind, rule, place, self.words.key(name))

    def _committee_in_mention(self, prefix: Prefix) -> Iterator[OrganMention]:
        """A village committee or street office whose name the place mention covers whole (清水村委会)."""
        kind: OrganisationKind | None = None
        if prefix.named and prefix.name.endswith(("村委会", "居委会", "村民委员会", "居民委员会")):
            kind = "self-governance"
        elif prefix.named and prefix.name.endswith(STREET_OFFICE):
            kind = "government"
        if kind:
            name = prefix.name
            key = self.words.key(name) if kind == "government" else name
            yield OrganMention(prefix.start, prefix.end, name, kind, "organ-body", prefix.place.name, key)

    def _list(self, prefix: Prefix) -> Iterator[OrganMention]:
        """The body behind a prefix and those that follow it in a list and share the prefix."""
        at, first = prefix.end, True
        for _ in range(LIST_LIMIT):
            found = self._item(prefix, at, shared=not first)
            if found:
                yield found
                yield from self._siblings(prefix, found)
                at = found.end
            elif (skipped := self._skipped(prefix, at)) is not None:
                if first and (joined := self._joined(prefix, skipped)):
                    yield joined
                    return
                at = skipped
            else:
                return
            joint = JOINT.match(self.text, at)
            if not joint or self._place_starts(joint.end()):
                return
            at, first = joint.end(), False

    def _skipped(self, prefix: Prefix, at: int) -> int | None:
        """The end of a list item that names no organisation but hands the prefix on (镇宣传部门、…)."""
        m = SKIPPED.match(self.text, at)
        if not m or LEVEL.match(self.text, at) or self._place_starts(at) or self._splits_word(prefix, at, m.end()):
            return None
        words = segment(self.text, at, m.end())
        opens_with_verb = words[0].text in self.words.soft  # 甲县整合|法院、检察院
        return m.end() if self.words.is_plain(words) and not opens_with_verb else None

    def _joined(self, prefix: Prefix, end: int) -> OrganMention | None:
        """The body whose own name is joined by 和 (县城乡建设和综合执法局): the words before it say no body."""
        middle = self.text[prefix.end : end]
        joint = JOINED.match(self.text, end)
        fields = len(middle) >= JOINED_LONG or middle in FIELDS_JOINED
        if not joint or not fields or middle.endswith(BODY_ENDS):
            return None
        body = self._item(prefix, joint.end(), shared=True)
        if body is None or not body.name.endswith(("局", "委", "委员会", "办公室", "中心")):
            return None
        name = prefix.name + self.text[prefix.end : body.end]
        return replace(body, start=prefix.start, name=name, key=self.words.key(name))

    def _new_prefix(self, at: int) -> bool:
        """Whether a list item brings a level word of its own (省林业厅和省太湖管理局)."""
        m = LEVEL.match(self.text, at)
        return m is not None and self.prefixes.level(m.start(), m.end()) is not None

    def _place_starts(self, offset: int) -> bool:
        return self.prefixes.marks.begin(offset)

    def _siblings(self, prefix: Prefix, found: OrganMention) -> Iterator[OrganMention]:
        """区政府 in 南明区委区政府, 政府 in 芹阳镇党委政府: a second body of the place just named in full."""
        if not prefix.named or found.kind != "party":
            return
        m = SIBLING.match(self.text, found.end)
        if not m or (m["level"] and not prefix.place.name.endswith(m["level"])):
            return
        if not m["level"] and not found.name.endswith("党委"):
            return
        name = prefix.name + m["body"]
        yield OrganMention(
            m.start("level"), m.end(), name, "government", "organ-sibling", prefix.place.name, self.words.key(name)
        )

    def _item(self, prefix: Prefix, at: int, *, shared: bool) -> OrganMention | None:
        found = self._body(prefix, at, shared=shared) or self._open(prefix, at, shared=shared)
        if self.text.startswith("式", at):
            return None  # “枫桥式司法所”
        if found is None or (prefix.place.level in SMALL and found.name.endswith(self.words.facilities)):
            return None  # 永安社区党群服务中心: a facility that every community has
        longer = self.units.lengthened(found)
        own = shared and found.kind == "company" and self.prefixes.printed.touch(found.end, longer.end)
        return None if own else longer  # 甲县支行、邮储银行|甲县支行

    def _body(self, prefix: Prefix, at: int, *, shared: bool) -> OrganMention | None:
        m = self._before_place(at) or self.words.body.match(self.text, at)  # 兴化市|市场监管局
        seat = self.text[at : at + 1]
        twice = m is None and prefix.named and seat in SEAT and prefix.name.endswith(seat)
        if twice:
            at += 1  # 江古镇镇党委
            m = self.words.body.match(self.text, at)
        body = self.words.bodies[m[0]] if m else self._street_office(prefix, at)
        if body is None or not self._allowed(prefix, body, shared=shared):
            return None
        end = at + len(body.word)
        start = at if shared else self._party_start(prefix, body)
        lead = "" if shared else self.text[start : prefix.start]
        short = len(prefix.place.name) == SHORTEST_UNIT  # 道县: 道县县委, never 道县委
        again = prefix.place.name[-1] if short and (twice or body.word.startswith("委")) else ""
        seated = "委" if shared and body.word in DESKS and prefix.place.name.endswith(tuple(SEAT)) else ""
        name = (lead if lead == "中共" else "") + prefix.name + again + seated + self.text[at:end]
        rule = "organ-body" if prefix.named else "organ-level"
        return self._mention(start, end, name, body, rule, prefix.place.name)

    def _before_place(self, at: int) -> re.Match[str] | None:
        """A body word that ends where a place begins, whatever may not follow it elsewhere: 办事处|长丰社区."""
        near = self.prefixes.marks.touching(at + 1, at + LONGEST_BODY)
        return next((m for start, _ in near if (m := self.words.any_body.fullmatch(self.text, at, start))), None)

    def _street_office(self, prefix: Prefix, at: int) -> Body | None:
        """新华街道办: the short form whose first half is the place's own name."""
        if not prefix.place.name.endswith("街道") or self.text[at : at + 1] != "办":
            return None
        follows = self.text[at + 1 : at + 2]
        return None if follows and follows in "理公成学案好起完得过不" else Body("办", "government", "place", "办事处")

    def _allowed(self, prefix: Prefix, body: Body, *, shared: bool) -> bool:
        """Whether the prefix is strong enough for the body: a bare generic (市委, 镇纪委) is no organisation."""
        if body.word.startswith("委") and not body.word.startswith("委会"):
            if not prefix.place.name.endswith(tuple(SEAT)) or shared:
                return False
        elif body.word in ("委会", "民委员会") and not prefix.place.name.endswith("村"):
            return False
        if shared and not prefix.named and body.word in STATIONS and not prefix.high:
            return False  # 镇司法所、派出所: the police station bears no town's name of its own
        if body.needs == "level" or (prefix.named and not shared):
            return prefix.place.level != "village" or prefix.named
        return body.needs == "county" and prefix.high

    def _party_start(self, prefix: Prefix, body: Body) -> int:
        printed = prefix.named and body.kind == "party" and self.text.endswith("中共", 0, prefix.start)
        return prefix.start - 2 if printed else prefix.start

    def _open(self, prefix: Prefix, at: int, *, shared: bool) -> OrganMention | None:
        """A body with words of its own between the place and its head (开化县茶产业发展中心)."""
        m = self.words.open_name.match(self.text, at) or self.words.quoted_open.match(self.text, at)
        if not m:
            return None
        society = SOCIETY.match(self.text, m.end())  # 农家宾馆|协会
        if society:
            m = self._to(at, society.end()) or m
        head = self.words.heads[m["head"]]
        if self._is_firm_alone(at, m.end()):
            return None  # 山东东镇|律师事务所
        middle = tuple(w for w in segment(self.text, at, m.end()) if w.start < m.start("head") and w.text not in QUOTES)
        shareable = head.border in ("place", "high") and not self._new_prefix(at)
        if (
            head.border == "shop"
            or HANDS_OVER.search(m["middle"]) is not None
            or SORT_OF.match(m["middle"]) is not None
            or (head.border == "high" and not prefix.high)
            or (shared and not (shareable and middle[0].flag not in NAME_FLAGS))  # 甲县…、乙口海关
            or not self._belongs(prefix, at, m, middle)
            or self.words.is_no_name(head, middle)
            or (head.border == "name" and self.words.opens_sorts(self.text, middle, m.end()))
            or (head.word in STATIONS and (len(m["middle"]) < SHORTEST_STATION or self.words.is_generic(middle)))
            or not (prefix.named or self._reference_will_do(prefix, head, middle, m[0]))
        ):
            return None
        start = at if shared else prefix.start
        name = prefix.name + m[0]
        rule = "organ-open" if prefix.named else "organ-level-open"
        kind: OrganisationKind = "party" if self.text.endswith(("中共", "中国共产党"), 0, prefix.start) else head.kind
        return OrganMention(start, m.end(), name, kind, rule, prefix.place.name, self.words.key(name))

    def _is_firm_alone(self, at: int, end: int) -> bool:
        """Whether a head for firms of one trade stands right behind the place, no name of its own between."""
        longest = self.words.head.match(self.text, at)
        return longest is not None and longest.end() == end and self.words.heads[longest[0]].kind == "company"

    def _to(self, at: int, end: int) -> re.Match[str] | None:
        """The open name from an offset whose head is a society's and ends at another."""
        return OPEN_SOCIETY.fullmatch(self.text, at, end)

    def _belongs(self, prefix: Prefix, at: int, m: re.Match[str], middle: tuple[Word, ...]) -> bool:
        """Whether the words between place and head are parts of one name."""
        first = middle[0]
        adjacent = first.end == m.start("head")
        head = self.words.heads[m["head"]]
        verb = first.text in self.words.soft and len(first.text) > 1
        verb = verb or (head.kind == "self-governance" and first.text in self.words.trades)  # 甲市创新|楼宇理事会
        opens_with_verb = verb and not (adjacent and head.border not in ("name", "shop"))
        return (
            not opens_with_verb
            and (self.words.is_plain(middle[first.text == POSTED :]) or self._is_station_name(head, middle))
            and not self._splits_word(prefix, at, m.start("head"))
            and not self._holds_prefix(at, m.end())
        )

    def _is_station_name(self, head: Head, middle: tuple[Word, ...]) -> bool:
        """Whether a station is called after a coined name that only opens like a verb: 甲县回凤寺法庭."""
        length = sum(len(w.text) for w in middle)
        coined = any(len(w.text) > 1 and w.flag in NAME_FLAGS for w in middle)
        opens = any(w.text in self.words.openers for w in middle)
        return head.word in STATIONS and coined and not opens and length <= STATIONS[head.word]

    def _holds_prefix(self, start: int, end: int) -> bool:
        """Whether another place or level word stands inside, so that the body belongs to that one (联合县医保局)."""
        if self.text.startswith(POSTED, start):
            return False  # 甲县驻合肥流动党委
        return any(True for spans in (self.prefixes.printed, self.units.levels) for _ in spans.within(start, end - 1))

    def _reference_will_do(self, prefix: Prefix, head: Head, middle: tuple[Word, ...], printed: str) -> bool:
        """Whether a level word (省, 镇) in front is enough: no common facility, a function of its own."""
        if prefix.place.level in SMALL or printed.endswith(self.words.facilities):
            return False
        if head.kind == "party" and head.word not in BARE_PARTY and (prefix.high or not self._vague(middle)):
            return True  # 市物业管理行业党委: its field says which one
        if prefix.high and head.kind == "social":
            return True  # 县养老服务协会: there is one
        traded = head.kind == "social" and any(w.text in self.words.products for w in middle)  # 镇花椒商会
        if head.border not in ("place", "high") and self.words.is_generic(middle) and not traded:
            return False
        return prefix.high or head.border == "place" or head.kind == "social"

    def _vague(self, middle: tuple[Word, ...]) -> bool:
        return all(w.text in VAGUE for w in middle)

    def _splits_word(self, prefix: Prefix, at: int, head: int) -> bool:
        """Whether the level word is only part of a longer word (区 in 区域联盟), as the segmenter sees it."""
        if prefix.named or at != prefix.end or any(w.start == at for w in segment(self.text, max(0, at - 4), head + 1)):
            return False
        # 省 in 省钱塘江管理局 is seen in 省钱: what follows decides, a word of its own or a left-over character.
        rest = segment(self.text, at, head + 1)
        return not rest or rest[0].end - rest[0].start == 1

    def _seated(self, prefix: Prefix) -> Iterator[OrganMention]:
        """The seat at a place of what stands before it: 民盟|赣州市|委会, no 赣州市委."""
        for parents, seats, kind, usual in SEATED:
            parent = max((p for p in parents if self.text.endswith(p, 0, prefix.start)), key=len, default=None)
            seat = seats.match(self.text, prefix.end) if parent else None
            if parent and seat:
                name = parent + prefix.name + seat[0]
                span = prefix.start - len(parent), seat.end()
                committee = prefix.name if prefix.high or kind != "party" else prefix.name + "党"  # 甲镇党委
                key = usual.format(committee) or self.words.key(name)
                yield self.units.lengthened(OrganMention(*span, name, kind, "organ-seat", prefix.place.name, key))

    def _youth_leagues(self) -> Iterator[OrganMention]:
        """团县委 as printed: the place cannot be written into it."""
        for m in YOUTH.finditer(self.text):
            if not m["place"] or self.prefixes.place_at(m.end() - 1) is not None:
                yield OrganMention(
                    m.start(), m.end(), m[0], "social", "organ-youth-league", None, m[0].removeprefix("共青")
                )
