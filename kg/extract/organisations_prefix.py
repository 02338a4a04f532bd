"""The place in front of a body word: a printed chain (贵阳市南明区), or a level word (县, 该市) written out in full."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from kg.extract.groups import LONGEST_CHAIN
from kg.extract.spans import Spans
from kg.model import Article, ArticlePlaces, Level, OrganisationKind, Place, ResolvedMention

LEVEL = re.compile(r"自治区|地区|开发区|高新区|经开区|新区|街道|社区|苏木|嘎查|[省市州盟县区旗镇乡村]")
DETERMINERS = "该本我"
LEAVES_OPEN = "各某跨"  # before a level word it points at no unit
# What else stands before one level word or another that is the end of a word or points at no unit.
NO_REFERENCE_BEFORE = {
    "市": "城都超门地全两外本同县多上中",
    "县": "全两百多外邻",
    "区": "县东西南北民小社园景校片城地辖牧山灾库矿厂林全两多新发专军教营禁街",
    "镇": "乡城村全两多街",
    "乡": "城家故老两下多返还同水全",
    "村": "农乡全两多行新山包驻帮入进下到每户老",
    "省": "全两外多节反",
    "州": "两神九全",
    "盟": "联同加全",
    "旗": "两红国锦党全",
    "街道": "两多全沿",
    "社区": "两多全进入到每",
    "地区": "族山多贫全边牧林海内城村其两",
}
# Words that only begin with a level word; 市|民政局 and 市|民革 do not.
IN_WORD = re.compile(
    r".域|市(?:民(?![政族宗委革盟建进])|场|容|集|政(?![府协法务]))|村[庄组屯寨居]|乡[村亲贤情]|区[间划]|省会"
)
# Stations named after a street or an old township that is no place of the article (春申路派出所, 石臼法庭), each with
# the characters that such a name has at most.
STATIONS = dict.fromkeys(
    (
        "派出所", "边境派出所", "边防派出所", "边境检查站", "人民法庭", "法庭", "司法所", "税务所", "市场监管所",
        "供电所", "交警中队",
    ),
    4,
)  # fmt: skip
STATION = re.compile("|".join(STATIONS))
STATION_STEMS, NO_STEM = (1, 2), re.compile(r"[和与及、，该本我各全两多由在对到某]|原|驻")
SELF_GOVERNED = ("自治县", "自治州", "自治旗")
STEMS = (2, 3, 4)  # characters
NO_BAR = ("其中", "会同", "连同", "协同", "联同")  # 会同|市民政局
OPENING_CHAIN, OPENING_REACH, LONGEST_SENTENCE = 4, 10, 400  # names, characters, characters
HIGH_LEVELS = frozenset({"province", "prefecture", "county", "zone"})


@dataclass(frozen=True, slots=True)
class OrganMention:
    """One naming of an organisation in the text, with the name to list and the key under which namings merge."""

    start: int
    end: int
    name: str
    kind: OrganisationKind
    rule: str
    place: str | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class Prefix:
    """What stands before a body word: its span, the words to write for it, and the place they mean.

    ``named`` tells a printed proper name from a level word; ``high`` a unit with offices of its own: a zone, or
    from the county up.
    """

    start: int
    end: int
    name: str
    place: Place
    named: bool
    high: bool


def ends_like(place: Place, word: str) -> bool:
    """Whether a level word can point at a place: its name ends so, or it is a zone for 开发区 and the like."""
    if word in ("开发区", "高新区", "经开区", "新区"):
        return place.level == "zone" or place.name.endswith(word)
    if word in ("社区", "村", "街道", "苏木", "嘎查", "自治区", "地区"):
        return place.name.endswith(word)
    if word == "区" and place.level not in ("county", "zone"):
        return False
    return place.name.endswith(word)


class Prefixes:
    """Answers, for one article, which place stands directly before or around an offset."""

    def __init__(self, article: Article, places: ArticlePlaces) -> None:
        self.text = article.text
        self.places = places
        self.mentions = sorted(places.mentions, key=lambda m: (m.start, m.end))
        self.marks = Spans((m.start, m.end) for m in self.mentions)
        self.printed = Spans((m.start, m.end) for m in self.mentions if m.kind != "reference")
        self.full = Spans((m.start, m.end) for m in self.mentions if m.kind == "full")
        self.references = {(m.start, m.end): m.place for m in self.mentions if m.kind == "reference"}
        self.referred = Spans(self.references)
        self.listed = {p.name: p for p in reversed(places.places)}
        self.paths: dict[int, tuple[Place, ...]] = {}
        self.answers: dict[str, tuple[list[int], list[Place]]] = {}
        self._levels: list[Prefix] | None = None
        self.written: dict[str, str] = {}
        self.by_end: dict[int, ResolvedMention] = {}
        for mention in self.mentions:
            if mention.kind != "reference":
                self.by_end.setdefault(mention.end, mention)

    def all(self) -> list[Prefix]:
        """All prefixes of the text in order: printed chains, and level words outside of them or right behind one."""
        levels = self.levels()
        begun = {p.start for p in levels}
        chains = [
            p for end in sorted(self.by_end) for p in (self.chain(end),) if p is not None and p.start not in begun
        ]
        return sorted([*chains, *levels], key=lambda p: (p.start, p.end))

    def levels(self) -> list[Prefix]:
        """The level words (县, 该市) of the text that stand for a place and are no part of a printed name."""
        if self._levels is None:
            covered = {i for m in self.by_end.values() for i in range(m.start, m.end)}
            self._levels = [
                prefix
                for m in LEVEL.finditer(self.text)
                if m.start() not in covered and m.end() - 1 not in covered
                for prefix in (self.level(m.start(), m.end()),)
                if prefix is not None
            ]
        return self._levels

    def place_at(self, end: int) -> Place | None:
        """The place whose printed name ends at an offset."""
        mention = self.by_end.get(end)
        return self.places.places[mention.place] if mention else None

    def chain(self, end: int) -> Prefix | None:
        """The printed chain that ends at an offset, without parents that the last place does not lie in."""
        mention = self.by_end.get(end)
        if mention is None:
            return None
        last = self.places.places[mention.place]
        start = mention.start
        for _ in range(LONGEST_CHAIN):
            before = self.by_end.get(start)
            if before is None or before.start >= start:
                break
            if not self._encloses(self.places.places[before.place], last):
                break
            start = before.start
        return Prefix(start, end, self.text[start:end], last, named=True, high=last.level in HIGH_LEVELS)

    def level(self, start: int, end: int) -> Prefix | None:
        """A level word with the place it stands for in this article, None where it stands for none."""
        word = self.text[start:end]
        if (word == "县" and self.text.startswith("区", end)) or self._in_station(start, end):
            return None  # 县区委: of every county
        before = self.text[start - 1] if start else ""
        determined = before in DETERMINERS and before != ""
        if IN_WORD.match(self.text, end - 1):
            return None  # 县域内的银行, 市民诉求处置中心
        barred = before and before in LEAVES_OPEN + NO_REFERENCE_BEFORE.get(word, "两多每")
        if barred and not determined and not self.text.endswith(NO_BAR, 0, start):
            return None
        place = self._referent(word, start)
        if place is None:
            return None
        high = place.level in HIGH_LEVELS
        short = None if before == word[-1] else self.by_end.get(start)  # 清水村村委会 says its level twice
        if short is not None and self.places.places[short.place] is place:  # 陵水县委 of 陵水黎族自治县, as printed
            return Prefix(short.start, end, self.text[short.start : end], place, named=False, high=high)
        name = self._written(place)
        return Prefix(start - 1 if determined else start, end, name, place, named=False, high=high)

    def _in_station(self, start: int, end: int) -> bool:
        """Whether a level word ends the short name of a town, after which a place's station is called: 甲市沙市法庭."""
        if STATION.match(self.text, end) is None:
            return False
        stem = next((n for n in STATION_STEMS if start - n in self.by_end), 0)
        return stem > 0 and NO_STEM.search(self.text, start - stem, start) is None

    def _written(self, place: Place) -> str:
        """A place's name as the article writes it with bodies: 陵水县 where it says 陵水县委 of 陵水黎族自治县."""
        if not place.name.endswith(SELF_GOVERNED):
            return place.name
        if place.name not in self.written:
            self.written[place.name] = self._short(place) or place.name
        return self.written[place.name]

    def _short(self, place: Place) -> str | None:
        level = place.name[-1]
        with_body = re.compile(rf"{re.escape(place.name)}(?:{level}?委|人民政府|纪委|[一-鿿]{{2,8}}局)")
        if with_body.search(self.text):
            return None
        shorts = (place.name[:length] + level for length in STEMS)  # 陵水县, 积石山县
        return next((short for short in shorts if short != place.name and short in self.text), None)

    def _encloses(self, outer: Place, inner: Place) -> bool:
        return outer.name in inner.within or not inner.within

    def _referent(self, word: str, offset: int) -> Place | None:
        """The sentence's subject, a locality or the smallest unit around it that ends so, else the nearest before."""
        for span in self.referred.touching(offset, offset + 1):
            return self.places.places[self.references[span]]
        opened = self._opening(word, offset)
        if opened is not None:
            return opened
        for index in self.places.localities:
            found = self._around(index, word)
            if found is not None:
                return found
        starts, named = self._answering(word)
        nearest = bisect_left(starts, offset) - 1
        return named[nearest] if nearest >= 0 else None

    def _opening(self, word: str, offset: int) -> Place | None:
        """The place that the sentence of an offset opens with, where the level word fits it (马踏镇…，镇司法所…)."""
        floor = max(0, offset - LONGEST_SENTENCE)
        sentence = max(self.text.rfind(mark, floor, offset) for mark in "。！？；\n") + 1
        if not sentence and floor:
            return None
        first = bisect_left(self.mentions, sentence, key=lambda m: m.start)
        for mention in self.mentions[first : first + OPENING_CHAIN]:
            place = self.places.places[mention.place]
            if mention.end > offset or mention.start > sentence + OPENING_REACH or mention.kind == "reference":
                return None
            if ends_like(place, word):
                return place
        return None

    def _answering(self, word: str) -> tuple[list[int], list[Place]]:
        """Where the article names places that a level word can point at, and those places; worked out once a word."""
        if word not in self.answers:
            around = [self._around(index, word) for index in range(len(self.places.places))]
            hits = [(m.start, found) for m in self.mentions for found in (around[m.place],) if found is not None]
            self.answers[word] = [start for start, _ in hits], [found for _, found in hits]
        return self.answers[word]

    def _around(self, index: int, word: str) -> Place | None:
        """The place of an index, or the smallest around it, that a level word can point at."""
        return next((place for place in self._path(index) if ends_like(place, word)), None)

    def _path(self, index: int) -> tuple[Place, ...]:
        """A place and those around it, smallest first."""
        if index not in self.paths:
            place = self.places.places[index]
            self.paths[index] = place, *(self._outer(place, i) for i in range(len(place.within)))
        return self.paths[index]

    def _outer(self, place: Place, i: int) -> Place:
        name = place.within[i]
        if name in self.listed:
            return self.listed[name]
        code = place.within_codes[i] if i < len(place.within_codes) else None
        return Place(name, self._level_of(name, code), code, place.within[i + 1 :])

    def _level_of(self, name: str, code: str | None) -> Level:
        """The level of an enclosing place that the article does not list, from its code's length and zeros."""
        if code and len(code) >= 12:
            return "village"
        if (code and len(code) >= 9) or name.endswith(("镇", "乡", "街道", "苏木")):
            return "township"
        if name.endswith(("省", "自治区")) or (code or "").endswith("0000"):
            return "province"
        return "prefecture" if (code or "").endswith("00") or name.endswith(("州", "盟", "地区")) else "county"
