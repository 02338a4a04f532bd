"""Offices, branches and party cells named right behind a body: 信访室, 城北支行, 农学院, 党支部."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract.organisations_prefix import STATIONS, OrganMention, Prefixes
from kg.extract.organisations_words import HANZI, HOTLINE, OrganWords, Unit
from kg.extract.segment import NAME_FLAGS, Word, frequency, segment
from kg.extract.spans import Spans

DEEPEST = 4  # 大学 + 附属医院 + 急诊科 + 党支部
AHEAD = 4
NOUN_FLAGS = ("n", "j", "b", "vn", "f", "s", "i", "l", "m", "eng", "an", "ng", "k", "zg")
OPENING = re.compile(rf"(?:{HOTLINE}|派?驻)?(?:第[一二三四五六七八九十]{{1,3}})?(?:派驻)?")
# A party body or a committee in front of these is part of a person's post (红旗村党支部书记), not a body that acts.
POST_BEHIND = re.compile(
    rf"[（(]?(?:第一|专职|常务|现任|时任|原任|原|老|副)*(?:书记|常委|[{HANZI}]{{0,4}}委员(?!会)|主任|支书|会长|理事长|(?:班子)?成员[、，兼]|(?<=党组)成员)"
)
# A word of their own wherever they stand behind a unit: jieba takes 组在 in 巡察组在村里 for a word.
FUNCTION_WORDS = tuple("在对到向从把将")
JOINTS = frozenset("与和")
APART = ("party", "team")  # 甲县人民医院技术科与|村党支部 are of two bodies
DESKS = ("科", "股", "处")
NUMBERS = frozenset("一二三四五六七八九十")  # 组织二科
HEADS = re.compile(r"(?:副?主任|负责人)(?!科员|医师)")  # 调解工作指导室|主任
RARE = 300  # occurrences in the segmenter's corpus
LEARNED = ("学院", "研究所", "研究院", "研究中心")  # 设计学院, 农村发展研究所
ATTACHED, TAUGHT = "附属", ("医院", "中学", "小学", "学校")  # 甲州医学院|附属红旗医院
SENDS = "组织"
# A cell of a unit's own begins where jieba sees one word: 集团有限公司|党委, 茶厂工会|组织职工.
CELL = re.compile(
    rf"党委|党总支|党支部|党组|工会|团委|团支部|{SENDS}(?:党员|职工|员工|会员|开展|召开|青年|志愿者|[0-9])"
)
TOGETHER = frozenset({"联合", "会同", "协同", "联动"})
UNMISTAKABLE = 4  # characters: 纪检监察组 ends where it does, whatever word jieba begins in it
COMMITTEES = ("party", "self-governance")
# What a committee has for one field is a body like its departments: 甲县委政法委|书记.
DEPARTMENT = re.compile(
    r"政法委(?:员会)?\Z|(?:机关|教育|组织|国资|非公|经济|金融|教体|卫健|健康|农村|领域)工委\Z|[室科股处]\Z"
)
SEATS, STANDING = ("县委", "市委", "区委", "旗委"), "常委"  # who sits in 甲县委: 甲县委|常委
# Beside the village committee, which 村主任 and 村支书 stand for: named with its place it is one.
WATCHING, VILLAGES = "监督委员会", ("村", "社区", "嘎查")


class Units:
    """Lengthens the namings of bodies over their units in one article."""

    def __init__(self, text: str, prefixes: Prefixes, words: OrganWords) -> None:
        self.text = text
        self.words = words
        self.prefixes = prefixes
        self.levels = Spans((p.start, p.end) for p in prefixes.levels())

    def in_post(self, mention: OrganMention) -> bool:
        """Whether a party body or committee stands only as part of a post (红旗村党支部书记)."""
        if (
            DEPARTMENT.search(mention.name)
            or mention.kind not in COMMITTEES
            or POST_BEHIND.match(self.text, mention.end) is None
        ):
            return False
        sits = mention.name.endswith(SEATS) and self.text.startswith(STANDING, mention.end)
        return not (
            mention.rule == "organ-body"
            and (sits or (mention.name.endswith(WATCHING) and (mention.place or "").endswith(VILLAGES)))
        )

    def lengthened(self, mention: OrganMention) -> OrganMention:
        """The mention with the units behind it, those of units included; itself where there are none."""
        for _ in range(DEEPEST):
            longer = self._one(mention)
            if longer is None:
                break
            mention = longer
        return mention

    def _one(self, mention: OrganMention) -> OrganMention | None:
        pattern = None if POST_BEHIND.match(self.text, mention.end) else self.words.units.get(mention.kind)
        m = pattern.match(self.text, mention.end) if pattern else None
        if m is None:
            return None
        unit = self.words.unit_kinds[mention.kind, m["unit"]]
        middle = segment(self.text, self._middle(mention.end), m.start("unit"))
        if not self._ends(m) or not self._named(middle, mention.end, m, unit):
            return None
        name = mention.name + m[0]
        longer = replace(mention, end=m.end(), name=name, kind=unit.kind or mention.kind, key=self.words.key(name))
        return None if self.in_post(longer) and unit.kind == "party" else longer

    def _middle(self, end: int) -> int:
        """Where the unit's own name begins, behind 驻 and a number."""
        opening = OPENING.match(self.text, end)
        return opening.end() if opening else end

    def _ends(self, m: re.Match[str]) -> bool:
        """Whether a word ends where the unit does (科 in 农机科科长, not in 科技)."""
        if self.text[m.end() : m.end() + 1] in FUNCTION_WORDS or len(m["unit"]) >= UNMISTAKABLE:
            return True
        if CELL.match(self.text, m.end()):
            return True
        words = segment(self.text, m.start("unit"), min(len(self.text), m.end() + AHEAD))
        return any(w.end == m.end() for w in words) or self.words.post.match(self.text, m.end()) is not None

    def _named(self, middle: tuple[Word, ...], start: int, m: re.Match[str], unit: Unit) -> bool:
        """Whether what stands between body and unit only says which unit: nouns, and a place where one may stand."""
        place = unit.place
        if "的" in m[0] or (m["unit"] in TAUGHT and ATTACHED not in m[0]):
            return False  # 甲市总工会派驻的|工作队
        if self.text.startswith(("派驻", "驻"), start) or m["unit"] == "司":
            return True  # 驻县财政局纪检监察组, 农村合作经济指导司
        if middle and ((place and middle[0].text in TOGETHER) or (middle[0].text == SENDS and m["unit"] not in DESKS)):
            return False  # 甲县司法局联合派出所, 海港医院组织党员先锋队
        barred = [self.levels] if place else [self.levels, self.prefixes.full]
        if any(True for spans in barred for _ in spans.within(start, m.end())):
            return False
        post = m["unit"][-1] + "长"  # 基层政权和社区治理科|科长
        headed = self.text.startswith((post, "副" + post), m.end()) or (
            not place and HEADS.match(self.text, m.end()) is not None and bool(middle) and self._telling(middle[0])
        )
        fields = (place and unit.kind not in APART) or headed or m["unit"] in DESKS
        joined = middle[1:-1] if fields else ()  # 人文与管理学院, 普法与依法治理科
        if m["unit"] in STATIONS and self._coined(middle, STATIONS[m["unit"]]):
            return True
        return all(
            self._telling(w)
            or (place and self._in_place(w))
            or (m["unit"] in DESKS and w.text in NUMBERS)
            or (w.text in JOINTS and w in joined)
            or (m["unit"] in LEARNED and (w.flag == "vn" or (w.text in self.words.leads and w in middle[1:])))
            or (headed and len(w.text) > 1 and w.text not in self.words.leads)
            for w in middle
        )

    def _coined(self, middle: tuple[Word, ...], longest: int) -> bool:
        """Whether words are the name of a place that no list holds: 黑龙口|法庭."""
        named = any(len(w.text) > 1 and (w.flag in NAME_FLAGS or frequency(w.text) < RARE) for w in middle)
        return named and sum(len(w.text) for w in middle) <= longest and self.words.is_plain(middle)

    def _telling(self, word: Word) -> bool:
        if word.text in self.words.openers or word.text in self.words.soft or word.text in self.words.leads:
            return self.words.is_sort(word.text)
        noun = word.flag.startswith(NOUN_FLAGS) and (word.flag != "m" or word.text.startswith("第"))
        return noun or self.words.is_sort(word.text) or word.text in self.words.trades

    def _in_place(self, word: Word) -> bool:
        return self.prefixes.printed.hold(word.start, word.end)
