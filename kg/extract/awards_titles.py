"""The titles of recognitions, and what tells them from other things one receives."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from kg.extract.context import context_at
from kg.model import Sentence
from kg.rulebook import RuleBook, RuleMatch

Span = tuple[int, int]

TAIL = re.compile(
    r"(?:等(?:[一二三四五六七八九十\d]{1,3}[项个余]+)?)?(?:省级以上|国家级|多项|一?系列|多个|诸多|众多)?(?:命名|(?<=”)(?:奖牌|奖杯|奖状|铜牌|匾额|牌子|金字招牌|授牌|认定)|行列|之列|方阵|荣誉称号|荣誉|称号|殊荣|奖项|名单|榜单|表彰|桂冠|美誉|头衔|牌匾)*(?:\d{1,3}[余多]?[项个])?等?$"
)
CUT = re.compile(r"(?<=[奖号誉位范村体户例单])(?:并|后|以来|的(?!“)).*$|(?:以来|之后|后|的基础上|的同时|时)$")
YEARS = re.compile(  # 2016—2020年度
    r"(?:(?:19|20)\d\d年?度?[—－–~至到-]{1,2}(?:19|20)\d\d年?度?(?:[、和及]|以及)?)+"
)
HONOURS = ("被评", "被表彰", "被授", "被命名", "获评", "荣获")
STYLED = re.compile(r"(?:荣誉|称号|殊荣|奖项)[^“”]{0,4}$")
JOINT = re.compile(r"、|(?<=”)和(?=“)|(?<=”)(?=“)|(?<=”)，")
QUOTED = re.compile(r"“([^“”]{2,30})”")
PROVINCE_LEVEL = re.compile(r"(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区)$")
BEST = re.compile(r"(?:优秀|先进|示范|十佳)试点")  # honoured among those that try something out
LEVELLED = re.compile(r"[省市县州盟]|(?<!红)旗|(?<![社小园校景片])区")
COUNTED = re.compile(r"(?:\d+|[数几一二三四五六七八九十百千]+)[余多]?[项个次块张]")  # 百余项国家级荣誉
# Who tells of an award is no part of its title: 农业农村部公布的|第三批….
TOLD_BY = re.compile(r"由?[^，。；“”]{2,24}?(?:公布|发布|推介|评选|评出|主办|举办|颁发)的")
# The next of several that were honoured: 甲小区被评为“…”、乙社区被评为“…”.
ANOTHER = re.compile(r"、[^，。；“”、]{2,24}?(?P<verb>被(?:评为|评定为|授予|命名为|认定为|表彰为)|荣获|获评)")
# Further honours behind a comma: 荣获全国文明村镇，省绿色社区，市先进党组织等称号.
GOES_ON = re.compile(
    r"，(?P<title>(?:全国|国家级?|自治区级?|全?[省市县区州]级?|[一-鿿]{2,3}[省市县区州盟旗])[^，。；：获评被授荣“”]{0,14}?"
    r"(?:示范|先进|文明|优秀|模范|十佳|达标|和谐|平安|绿色|卫生|最美|星级)[^，。；：“”]{0,8}?"
    r"(?:社区|村镇?|乡镇?|镇|街道|小区|单位|集体|党?组织|[县市区旗]|奖|支部|基地|站|家庭|企业))(?=[，。、；等])"
)
MOST_HONOURS = 12
# An honour also where its level is not said.
OWN_RANK = re.compile(r"(?:先进|示范|文明|模范)(?:单位|集体|党组织|基层党组织)$")
PEOPLE = re.compile(r"\d+(?:余|多)?(?:名|户|人|位|个家庭)[^，。；]{0,14}$")


@dataclass(frozen=True, slots=True)
class AwardWords:
    """The word lists that tell an award from other things one receives."""

    regions: tuple[str, ...]
    heads: tuple[str, ...]
    levels: tuple[str, ...]
    person: tuple[str, ...]
    unaward: tuple[str, ...]
    pilot: tuple[str, ...]

    def is_award(self, title: str, verb: str, *, styled: bool = False, conferred: bool = False) -> bool:
        """Whether a title names a recognition of a place, body or practice.

        ``styled`` where 称号 follows, ``conferred`` where a giver is named or the verb says that one honours.
        """
        plain = title.replace("“", "").replace("”", "")
        if len(plain) < (3 if conferred or plain.endswith(("杯", "奖")) else 4) or plain.startswith("此"):
            return False
        ended = plain.endswith(self.person + self.unaward) or (plain.endswith(self.pilot) and not BEST.search(plain))
        if ended or COUNTED.match(plain):
            return False
        quoted = QUOTED.search(title) is not None
        levels = (*self.levels, *self.regions) if conferred else self.levels  # 被命名为平安浙江建设先进县
        levelled = any(level in plain for level in levels) or LEVELLED.search(plain[:8]) is not None
        honoured = styled or any(head in plain for head in self.heads)
        strong = verb.startswith(("荣", "获评", "喜获", "获颁", "斩获", "捧回", "摘"))
        ranked = conferred and OWN_RANK.search(plain) is not None
        return (honoured and (levelled or strong or ranked or plain.endswith(("奖", "杯")))) or (
            levelled and quoted and (conferred or strong)
        )


@lru_cache(maxsize=4)
def award_words(book: RuleBook) -> AwardWords:
    """The lists of one rule book (``awards.csv``) and the names of the provinces (``place_abbreviations.csv``)."""
    kinds = (book.words("awards", kind=kind) for kind in ("head", "level", "person", "unaward", "pilot"))
    provinces = {PROVINCE_LEVEL.sub("", row["province"]) for row in book.lexicon("place_abbreviations")}
    return AwardWords(tuple(sorted(provinces)), *kinds)


def read_match(match: RuleMatch, sentence: Sentence, words: AwardWords, book: RuleBook) -> Iterable[tuple[int, Span]]:
    """The titles that a match names, each with the offset of its verb; none that are hoped for or go to people."""
    context = context_at(match.text, sentence, match.start, match.slots["award"][0], book)
    if not context.reported or PEOPLE.search(match.text[sentence.start : match.start]):
        return
    given = match.get("giver") is not None
    for offset, verb, start, end in conferrals(match):
        if match.text[end - 1] == "的":
            continue  # 已被命名为示范村的不再参评
        styled = bool(STYLED.search(match.text, start, end))
        for title in titles(match.text, start, end):
            conferred = given or verb.startswith(HONOURS)
            if words.is_award(match.text[slice(*title)], "荣" if given else verb, styled=styled, conferred=conferred):
                yield offset, title


def conferrals(match: RuleMatch) -> Iterable[tuple[int, str, int, int]]:
    """The verbs of a match, where each stands, and the stretch behind it: the rule's own, then those listed behind."""
    start, end = match.slots["award"]
    verb = match.get("verb") or match.text[match.start : match.start + 2]
    offset = match.start
    for another in ANOTHER.finditer(match.text, start, end):
        yield offset, verb, start, another.start()
        offset, verb, start = another.start("verb"), another["verb"], another.end()
    yield offset, verb, start, end
    for _ in range(MOST_HONOURS):
        further = GOES_ON.match(match.text, end)
        if further is None:
            return
        end = further.end()
        yield offset, verb, further.start("title"), end


def titles(text: str, start: int, end: int) -> list[Span]:
    """The titles listed in a stretch of text, without 等荣誉称号 behind them and marks that do not pair."""
    body = text[start:end]
    body = CUT.sub("", body)
    body = TAIL.sub("", body)
    spans: list[Span] = []
    at = 0
    depth = [0]
    for char in body:
        depth.append(depth[-1] + (char in "“（") - (char in "”）"))
    for joint in JOINT.finditer(body):
        if depth[joint.start()] == 0:
            spans.append((at, joint.start()))
            at = joint.end()
    spans.append((at, len(body)))
    return [(start + s, start + e) for s, e in (trimmed(body, s, e) for s, e in spans) if e - s >= 3]


def trimmed(body: str, start: int, end: int) -> Span:
    """A title's span without marks around the whole of it and without 称号 behind it."""
    tail = TAIL.search(body, start, end)
    end = tail.start() if tail else end
    while start < end and body[start] in "了的为 ":
        start += 1
    years = YEARS.match(body, start, end)
    start = years.end() if years else start
    told = TOLD_BY.match(body, start, end)
    start = told.end() if told else start
    start += len("创建") if body.startswith("创建", start, end) else 0
    if end - start > 2 and body[start] == "“" and body[end - 1] == "”" and "“" not in body[start + 1 : end]:
        return start + 1, end - 1
    return start, end
