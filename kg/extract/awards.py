"""Recognitions received from outside."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.extract.actors import Actor, Actors
from kg.extract.context import context_at
from kg.extract.nominals import Phrases, nominal_words
from kg.extract.sentences import sentence_at, split_sentences
from kg.extract.spans import standings
from kg.model import Article, ArticlePlaces, Award, Evidence, Organisation, Practice, Sentence
from kg.rulebook import RuleBook, RuleMatch

Span = tuple[int, int]

TAIL = re.compile(
    r"(?:等(?:[一二三四五六七八九十\d]{1,3}[项个余]+)?)?(?:省级以上|国家级|多项|一?系列|多个|诸多|众多)?(?:命名|(?<=”)(?:奖牌|奖杯|奖状|铜牌|匾额|牌子|金字招牌|授牌|认定)|行列|之列|方阵|荣誉称号|荣誉|称号|殊荣|奖项|名单|榜单|表彰|桂冠|美誉|头衔|牌匾)*(?:\d{1,3}[余多]?[项个])?等?$"
)
CUT = re.compile(r"(?<=[奖号誉位范村体户例单])(?:并|后|以来|的(?!“)).*$|(?:以来|之后|后|的基础上|的同时|时)$")
YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年?")
HONOURS = ("被评", "被表彰", "被授", "被命名", "获评", "荣获")
STYLED = re.compile(r"(?:荣誉|称号|殊荣|奖项)[^“”]{0,4}$")
AS_HONOUR = re.compile(r"的?(?:荣誉|称号|殊荣|奖项|桂冠)")
JOINT = re.compile(r"、|(?<=”)和(?=“)|(?<=”)(?=“)|(?<=”)，")
QUOTED = re.compile(r"“([^“”]{2,30})”")
# Who receives, told behind: 三个村获评……，分别为甲村、…; ……，本州两地入选。两个地方是：甲市、….
EACH = re.compile(
    r"，(?:它们)?分别(?:为|是)：?"
    r"|，[^，。；]{0,14}(?:上榜|入选|在列|获评|获此殊荣)[^。；]{0,12}。\n?(?:这|上述)?[\d一二两三四五六七八九十]{1,3}[个家][^，。；：]{1,8}?(?:分别)?[是为]：?"
)
SUBJECT = re.compile(r"(?:也|还|已|又|曾|先后|连续|多次|相继|成功|均|都|再次|首次){0,2}")  # 某某协会|先后|荣获…
PROVINCE_LEVEL = re.compile(r"(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区)$")
APPOSED_REACH = 24
LONGEST_YEARS = 48
LATEST = 8
QUOTE_REACH = 200
WAY_REACH = 40
BEST = re.compile(r"(?:优秀|先进|示范|十佳)试点")  # honoured among those that try something out
LEVELLED = re.compile(r"[省市县州盟]|(?<!红)旗|(?<![社小园校景片])区")
COUNTED = re.compile(r"(?:\d+|[数几一二三四五六七八九十百千]+)[余多]?[项个次块张]")  # 百余项国家级荣誉
YEARS = re.compile(  # 2016—2020年度
    r"(?:(?:19|20)\d\d年?度?[—－–~至到-]{1,2}(?:19|20)\d\d年?度?(?:[、和及]|以及)?)+"
)
# Who tells of an award is no part of its title: 农业农村部公布的|第三批….
TOLD_BY = re.compile(r"由?[^，。；“”]{2,24}?(?:公布|发布|推介|评选|评出|主办|举办|颁发)的")
# Practices honoured together: “甲”工作法、“乙”机制入选….
TOGETHER = re.compile(r"”?[一-鿿]{0,6}[、和与及]“?")
# The next of several that were honoured: 甲小区被评为“…”、乙社区被评为“…”.
ANOTHER = re.compile(r"、[^，。；“”、]{2,24}?(?P<verb>被(?:评为|评定为|授予|命名为|认定为|表彰为)|荣获|获评)")
# Further honours behind a comma: 荣获全国文明村镇，省绿色社区，市先进党组织等称号.
GOES_ON = re.compile(
    r"，(?P<title>(?:全国|国家级?|自治区级?|全?[省市县区州]级?|[一-鿿]{2,3}[省市县区州盟旗])[^，。；：获评被授荣“”]{0,14}?"
    r"(?:示范|先进|文明|优秀|模范|十佳|达标|和谐|平安|绿色|卫生|最美|星级)[^，。；：“”]{0,8}?"
    r"(?:社区|村镇?|乡镇?|镇|街道|小区|单位|集体|党?组织|[县市区旗]|奖|支部|基地|站|家庭|企业))(?=[，。、；等])"
)
MOST_HONOURS = 12
OWN = frozenset(d + level for d in "该全" for level in "省市县区旗镇乡村")
# What was told of last: 该制度获评…, 去年，它入选….
MEANT = re.compile(
    r"(?:该|这一|这项|这个|此|相关|有关)(?:项|套)?(?:制度|机制|做法|模式|项目|品牌|工作法|经验|平台|活动|办法|案例)|(?<=[，。；])它(?=[入获被])"
)
# Who honours and gives nothing to itself: 获|司法部|表彰，被授予….
HONOURS_BEFORE = re.compile(
    r"(?:被|受|受到|获|获得|得到|经)(?P<giver>[^，。；：“”]{2,20}?)(?:通报|表彰|表扬|推荐|点赞|肯定|推介|推广|评选|评审|授予|命名|评为|认定)"
)
# A way of working without quotes that is honoured: 该县|错峰议事|做法入选….
WAY = re.compile(
    r"(?P<name>[一-鿿“”]{4,14}?)(?:的|工作)?(?:做法|经验|模式)(?:(?:已|先)?[^，。；]{0,16}推广，(?:并|还|又|也))?"
    r"(?:成功|先后|曾|已|也|还){0,2}\Z"
)
NO_WAY = re.compile(
    r"(?:基层|社会|乡村|社区|城市|农村|党建|引领|治理|工作|创新|典型|相关|有关|先进|特色|主要|成功|探索|实践|改革|亮点|优秀|的)*"
)
# An honour also where its level is not said.
OWN_RANK = re.compile(r"(?:先进|示范|文明|模范)(?:单位|集体|党组织|基层党组织)$")
# What a place is honoured as, however near a practice is named: …推行“板凳会”，获评全国文明村镇.
OF_PLACES = re.compile(r"(?:[村乡镇县区市旗]|街道|嘎查)”?$")
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


def extract_awards(
    article: Article,
    places: ArticlePlaces,
    book: RuleBook,
    practices: Sequence[Practice] = (),
    organisations: Sequence[Organisation] = (),
) -> tuple[Award, ...]:
    """Awards of an article in text order; the recipient is the nearest practice, body or place before the verb."""
    sentences = split_sentences(article.text)
    scan = book.scan(article.text, sentences)
    words = award_words(book)
    actors = Actors(article, places, sentences, book, inside=True)
    named = practice_spans(article.text, practices)
    bodies = [(e.start, e.end, o.name) for o in organisations for e in o.evidence if e.where == "text"]
    found: list[Award] = []
    taken: list[Span] = []
    for sentence in sentences:
        for match in scan.matches("awards", sentence):
            span = (match.start, match.end)
            if any(s <= match.start < e for s, e in taken):
                continue
            given = receiving_within(match, actors, bodies)
            awards = list(read_match(match, sentence, words, book)) if match.rule.yields["award"] else []
            awards = [] if given == () else awards
            awards = [(offset, t) for offset, t in awards if not any(s < t[1] and t[0] < e for s, e in taken)]
            if awards or given == () or not match.rule.yields["award"]:
                taken.append(span)
            for offset, title in awards:
                told = [(a.evidence[0].start, a.evidence[0].end) for a in found[-LATEST:]]
                others = [*named, *quoted_names(article.text, sentence, offset, told)]
                told += [(s, e) for s, e in taken[-LATEST:] if e <= match.start]
                others = [] if OF_PLACES.search(article.text, *title) else others
                others += [b for b in bodies if SUBJECT.fullmatch(article.text, b[1], offset)]
                told += [m.span("giver") for m in HONOURS_BEFORE.finditer(article.text, sentence.start, offset)]
                others += way_of_working(article.text, actors, offset)
                receiving = given or receivers(match, offset, actors, others, book, told)
                found += [award(article, sentence, match, title, one) for one in receiving]
    return once(found)


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


def practice_spans(text: str, practices: Sequence[Practice]) -> list[tuple[int, int, str]]:
    """Where practices are named: their names and aliases, longest first at each place, and 该制度, 它 behind one."""
    spans = {
        (start, end, p.name)
        for p in practices
        for name in (p.name, *p.aliases)
        if len(name) >= 3
        for start, end in standings(text, name)
    }
    named = sorted(spans, key=lambda s: (s[0], -s[1], s[2]))
    for meant in MEANT.finditer(text) if named else ():
        before = bisect_left(named, (meant.start(),)) - 1
        if before >= 0 and meant.start() - named[before][1] <= QUOTE_REACH:
            spans.add((*meant.span(), named[before][2]))
    return sorted(spans, key=lambda s: (s[0], -s[1], s[2]))


def quoted_names(text: str, sentence: Sentence, offset: int, told: Sequence[Span]) -> list[tuple[int, int, str]]:
    """What is quoted in the clause before a verb and is none of the awards told of before."""
    return [
        (m.start(1), m.end(1), m[1])
        for m in QUOTED.finditer(text, max(sentence.start, offset - QUOTE_REACH), offset)
        if len(m[1]) > 2
        and not (re.search(r"[，。；]", text[m.end() : offset]) or AS_HONOUR.match(text, m.end()))
        and not any(m.start() < e and s < m.end() for s, e in told)
    ]


def receivers(
    match: RuleMatch,
    offset: int,
    actors: Actors,
    named: list[tuple[int, int, str]],
    book: RuleBook,
    told: Sequence[Span],
) -> tuple[Actor | None, ...]:
    """Who receives: the nearest practice, quoted name, body or place before the verb; else the article's locality.

    Places listed right before the verb receive it together, or those listed behind (三个村获评……，分别为……); one None
    where nobody does. Nothing in ``told``, what was said of earlier awards, receives.
    """
    text = match.text
    sentence = sentence_at(actors.sentences, offset)
    each = EACH.match(text, match.end)
    if each and (listed := actors.enumerated(each.end())):
        return listed
    if match.rule.yields.get("recipient") == "behind" and (behind := actors.behind(match.end, sentence.end)):
        return (behind,)
    near = [Actor(name, s, e) for s, e, name in named if sentence.start <= s and e <= offset]
    near = [a for a in near if not any(s < (a.end or 0) and (a.start or 0) < e for s, e in told)]
    if match.rule.yields.get("recipient") == "apposed" and not any(a.end == offset for a in near):
        near += apposed(text, sentence, offset, book)
    actor = actors.before(offset, told)
    if actor is not None:
        near.append(actor)
    best = max(near, key=lambda a: (a.end or -1, a.start or -1), default=None)
    if best is None or best.end is None or "，" in text[best.end : offset]:
        return (best,)
    return (*together(text, near, best), *actors.listed(best))


def together(text: str, near: list[Actor], last: Actor) -> tuple[Actor, ...]:
    """The practices named in one list before the one that an award goes to."""
    found: list[Actor] = []
    for actor in sorted(near, key=lambda a: a.end or 0, reverse=True):
        if (actor.end or 0) < (last.start or 0) and TOGETHER.fullmatch(text, actor.end or 0, last.start or 0):
            found.insert(0, actor)
            last = actor
    return tuple(found)


def receiving_within(
    match: RuleMatch, actors: Actors, bodies: Sequence[tuple[int, int, str]]
) -> tuple[Actor, ...] | None:
    """Who receives what a giver confers (授予某村“…”), empty where no place or body does; None for other rules."""
    if match.rule.yields.get("recipient") != "within":
        return None
    start, end = match.slots["to"]
    named = [Actor(name, s, e) for s, e, name in bodies if start <= s and e <= end]
    place = actors.within(start, end)
    best = max([*named, *([place] if place else [])], key=lambda a: (a.end or 0, -(a.start or 0)), default=None)
    return actors.listed(best) if best else ()


def way_of_working(text: str, actors: Actors, offset: int) -> list[tuple[int, int, str]]:
    """The way of working, not in quotes, that a place's name opens and 做法 or 经验 closes right before a verb."""
    for start in range(max(0, offset - WAY_REACH), offset):
        m = WAY.match(text, start, offset) if start in actors.by_end or text[start - 2 : start] in OWN else None
        if m and not NO_WAY.fullmatch(m["name"]):
            return [(m.start("name"), m.end("name"), m["name"])]
    return []


def apposed(text: str, sentence: Sentence, offset: int, book: RuleBook) -> list[Actor]:
    """The noun phrase to which an award in quotes is apposed (发挥某某社“全国……”的作用)."""
    start = max(sentence.start, offset - APPOSED_REACH, *(text.rfind(mark, 0, offset) + 1 for mark in "，。；、"))
    span = Phrases(nominal_words(book)).leftward(text, start, offset)
    return [Actor(text[slice(*span)], *span)] if span else []


def award(article: Article, sentence: Sentence, match: RuleMatch, title: Span, recipient: Actor | None) -> Award:
    """One title as a fact; where the recipient is named, that is evidence too."""
    evidence = [Evidence(*title)]
    if recipient is not None and recipient.start is not None and recipient.end is not None:
        evidence.append(Evidence(recipient.start, recipient.end))
    text = article.text
    return Award(
        title=text[title[0] : title[1]],
        recipient=recipient.name if recipient else None,
        year=year_of(text, sentence, match.start, title),
        evidence=tuple(evidence),
        rule=match.rule.id,
    )


def year_of(text: str, sentence: Sentence, offset: int, title: Span) -> int | None:
    """The year in the title, else the last one before the verb in its sentence; None where it spans several."""
    if any(m.end() == title[0] for m in YEARS.finditer(text, max(offset, title[0] - LONGEST_YEARS), title[0])):
        return None
    inside = list(YEAR.finditer(text, title[0], title[1]))
    if inside:
        return int(inside[-1][1])
    before = list(YEAR.finditer(text, sentence.start, offset))
    return int(before[-1][1]) if before else None


def once(awards: list[Award]) -> tuple[Award, ...]:
    """Each award of each recipient once, in text order."""
    kept: dict[tuple[str, str | None], Award] = {}
    for new in sorted(awards, key=lambda a: a.evidence[0]):
        kept.setdefault((new.title, new.recipient), new)
    return tuple(kept.values())
