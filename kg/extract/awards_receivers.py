"""Who receives an award: the practice, body or place that its sentence tells of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from kg.extract.actors import Actor, Actors
from kg.extract.awards_titles import QUOTED, Title
from kg.extract.nominals import Phrases, nominal_words
from kg.extract.segment import segment
from kg.extract.sentences import sentence_at
from kg.extract.spans import standings
from kg.model import Organisation, Person, Practice, Sentence
from kg.rulebook import RuleBook, RuleMatch

Span = tuple[int, int]

AS_HONOUR = re.compile(r"的?(?:荣誉|称号|殊荣|奖项|桂冠)")
# Who receives, told behind: 三个村获评……，分别为甲村、…; ……，本州两地入选。两个地方是：甲市、….
EACH = re.compile(
    r"，(?:它们)?分别(?:为|是)：?"
    r"|，[^，。；]{0,14}(?:上榜|入选|在列|获评|获此殊荣)[^。；]{0,12}。\n?(?:这|上述)?[\d一二两三四五六七八九十]{1,3}[个家][^，。；：]{1,8}?(?:分别)?[是为]：?"
)
# 某某协会|2020年先后|荣获….
SUBJECT = re.compile(
    r"(?:(?:19|20)\d\d年|去年|今年)?(?:也|还|已|又|曾|先后|连续|多次|相继|成功|均|都|再次|首次|一举|接连|[一二两三四五六七八九\d]{1,2}[年次届]){0,3}"
)
WAYS = re.compile(rf"的[一-鿿]{{0,4}}?(?:做法|经验|探索|实践){SUBJECT.pattern}")  # 甲区的做法|入选…
SUBJECT_REACH = 16
# 该社区, 这个镇; 社区 alone where a clause opens.
THAT = re.compile(
    r"(?:(?P<this>该|这个|这座)|(?<![^，。；：\n]))(?P<unit>社区|街道|小区|[村镇乡县市区旗]|派出所|法庭|法院|检察院|合作社|协会|公司|[党总]?支部|党委|[局院所站社]"
    r"|议事团|服务队|巡逻队|调解队|宣讲团|艺术团|工作室|理事会|商会|学校|医院)(?:党委|党工委|党支部|党总支|政府)?(?:子|里)?"
)
POST = re.compile(r"(?:副|原|老)?(?:书记|主任|局长|所长|院长|主席|会长|负责人|站长|庭长)")
# 荣获……后|，甲村…: the receiver follows; no 甲村也在跟着学.
THEN = re.compile(r"[^，。；]{0,4}，(?![^，。；]{2,24}也)")
MARKS = ("”", "—")
OTHER_UNIT = re.compile(r"[社小]区区$")
MEANT_BACK = 60
APPOSED_REACH = 24
LATEST = 8
QUOTE_REACH = 200
WAY_REACH = 40
# Practices honoured together: “甲”工作法、“乙”机制入选….
TOGETHER = re.compile(r"”?[一-鿿]{0,6}[、和与及]“?")
OWN = frozenset(d + level for d in "该全" for level in "省市县区旗镇乡村")
# What was told of last: 该制度获评…, 去年，它入选….
MEANT = re.compile(
    r"(?:该|这一|这项|这个|此|相关|有关)(?:项|套)?(?:制度|机制|做法|模式|项目|品牌|工作法|经验|平台|活动|办法|案例)|(?<=[，。；])它(?=[入获被])"
)
# Who honours and gives nothing to itself: 获|司法部|表彰，被授予….
HONOURS_BEFORE = re.compile(
    r"(?:被|受|受到|获|获得|得到|经)(?P<giver>[^，。；：“”]{2,20}?)(?:通报|表彰|表扬|推荐|点赞|肯定|推介|推广|评选|评审|授予|命名|评为|认定|督查激励|嘉奖|认可|批示)"
)
# A way of working without quotes that is honoured: 该县|错峰议事|做法入选….
WAY = re.compile(
    r"(?P<name>[一-鿿“”]{4,14}?)(?<!的)(?:的|工作)?(?:做法|经验|模式)(?:(?:已|先)?[^，。；]{0,16}推广，(?:并|还|又|也))?"
    r"(?:成功|先后|曾|已|也|还){0,2}\Z"
)
NO_WAY = re.compile(
    r"(?:基层|社会|乡村|社区|城市|农村|党建|引领|治理|工作|创新|典型|相关|有关|先进|特色|主要|成功|探索|实践|改革|亮点|优秀|的)*"
)
# What a place is honoured as, however near a practice is named: …推行“板凳会”，获评全国文明村镇.
OF_PLACES = re.compile(r"(?:[村乡镇县区市旗]|街道|嘎查)”?$")


class Receivers:
    """Answers who receives an award of one article."""

    def __init__(
        self,
        actors: Actors,
        practices: Sequence[Practice],
        organisations: Sequence[Organisation],
        people: Sequence[Person],
        book: RuleBook,
    ) -> None:
        self.text = actors.text
        self.actors = actors
        self.book = book
        self.named = practice_spans(actors.text, practices)
        self.bodies = [(e.start, e.end, o.name) for o in organisations for e in o.evidence if e.where == "text"]
        self.people = sorted(end for name in {p.name for p in people} for _, end in standings(actors.text, name))
        names = actors.places.places
        held = ((m.start, m.end, names[m.place].name) for m in actors.mentions)
        self.holders = sorted([*held, *self.bodies])
        # 镇 around the village that is reported on, too, where it stands right before the verb
        self.subjects = sorted([*((m.start, m.end, names[m.place].name) for m in actors.places.mentions), *self.bodies])

    def of(
        self, match: RuleMatch, title: Title, told: Sequence[Span], honoured: Sequence[Actor] = ()
    ) -> tuple[Actor | None, ...]:
        """Who receives a title: places or bodies that the rule or a relative clause names, else who stands before it.

        Nothing in ``told``, what was said of earlier awards, receives; who was ``honoured`` before in the sentence may
        again. One None where nobody does; none at all where people do, or a rule needs a receiver and finds none.
        """
        way = match.rule.yields.get("recipient")
        if way in {"within", "to"}:
            named = self._between(*match.slots["to"])
            return named or (self._alone() if way == "to" else ())
        if way == "next":
            return self._named_at(
                next(i for i in range(title.end, len(self.text) + 1) if self.text[i : i + 1] not in MARKS)
            )
        offset = title.offset
        if self._personal(offset):
            return ()
        each = EACH.match(self.text, match.end)
        sentence = sentence_at(self.actors.sentences, offset)
        listed = (self.actors.enumerated(each.end()) if each else ()) or self._relative(match, sentence)
        if listed:
            return listed
        if way == "behind" and (behind := self.actors.behind(match.end, sentence.end)):
            return (behind,)
        again = [a for a in honoured if a.start is not None and sentence.start <= a.start < offset]
        return self._before(match, title, told, again)

    def _before(
        self, match: RuleMatch, title: Title, told: Sequence[Span], again: Sequence[Actor]
    ) -> tuple[Actor | None, ...]:
        """The nearest practice, quoted name, body or place before the verb; else the article's locality.

        Places listed right before the verb receive it together. A giver receives nothing.
        """
        offset = title.offset
        sentence = sentence_at(self.actors.sentences, offset)
        told = [*told, *(m.span("giver") for m in HONOURS_BEFORE.finditer(self.text, sentence.start, offset))]
        near = [*again, *self._named_near(sentence, title, told)]
        if match.rule.yields.get("recipient") == "apposed" and not any(a.end == offset for a in near):
            near += apposed(self.text, sentence, offset, self.book)
        near += self._meant(sentence, offset)
        actor = self.actors.before(offset, told)
        inside = actor is not None and actor.start is not None and actor.start >= sentence.start
        others = [actor] if actor is not None and (inside or not near) else []
        best = max([*near, *others], key=lambda a: (a.end or -1, a.start or -1), default=None)
        if not near and not inside and (then := THEN.match(self.text, match.end)):
            return self._named_at(then.end()) or (best,)
        best = best and self._whole(self._spoken_for(best))
        if best is None or best.end is None or "，" in self.text[best.end : offset]:
            return (best,)
        return (*together(self.text, near, best), *self.actors.listed(best))

    def _spoken_for(self, actor: Actor) -> Actor:
        """The place whose body's secretary speaks (甲村党支部|书记说，村里获评…), else the same."""
        if actor.start is None or actor.end is None or not POST.match(self.text, actor.end):
            return actor
        place = self.actors.within(actor.start, actor.end - 1)
        return actor if place is None or place.end is None else Actor(place.name, actor.start, place.end)

    def _whole(self, actor: Actor) -> Actor:
        """The body whose name an actor only ends (甲县公安局|乙镇派出所), else the same."""
        longer = [b for b in self.bodies if actor.start is not None and b[0] < actor.start and b[1] == actor.end]
        return Actor(longer[0][2], *longer[0][:2]) if longer else actor

    def _named_at(self, offset: int) -> tuple[Actor, ...]:
        """The body, else the places listed, whose name begins at an offset."""
        bodies = [Actor(name, s, e) for s, e, name in self.bodies if s == offset]
        longest = max(bodies, key=lambda a: a.end or 0, default=None)
        return (longest,) if longest else self.actors.enumerated(offset)

    def _between(self, start: int, end: int) -> tuple[Actor, ...]:
        """The places or the body that a stretch of text names last."""
        named = [Actor(name, s, e) for s, e, name in self.bodies if start <= s and e <= end]
        place = self.actors.within(start, end)
        best = max([*named, *([place] if place else [])], key=lambda a: (a.end or 0, -(a.start or 0)), default=None)
        return self.actors.listed(best) if best else ()

    def _alone(self) -> tuple[Actor, ...]:
        """The article's locality (“……”落户该县)."""
        locality = self.actors.locality()
        return (locality,) if locality else ()

    def _personal(self, offset: int) -> bool:
        """Whether a person stands right before a verb."""
        at = bisect_left(self.people, offset - SUBJECT_REACH)
        return any(end <= offset and SUBJECT.fullmatch(self.text, end, offset) for end in self.people[at:])

    def _relative(self, match: RuleMatch, sentence: Sentence) -> tuple[Actor, ...]:
        """Who holds the honours of a relative clause that opens with the verb (获评“……”的|甲社区)."""
        clause = max(sentence.start, *(self.text.rfind(mark, 0, match.start) + 1 for mark in "，；：、"))
        of = self.text.rfind("的", *match.slots["award"])
        if of < 0 or any(clause <= s and e <= match.start for s, e, _ in self.holders):
            return ()
        return self._named_at(of + 1)

    def _meant(self, sentence: Sentence, offset: int) -> list[Actor]:
        """The place or body that 该社区, 这个镇, or 社区 alone right before a verb means: the last of that name."""
        for that in reversed(list(THAT.finditer(self.text, sentence.start, offset))):
            if that["this"] is None and not SUBJECT.fullmatch(self.text, that.end(), offset):
                continue
            before = bisect_left(self.subjects, (that.start(),))
            for _, end, name in reversed(self.subjects[max(0, before - MEANT_BACK) : before]):
                if end <= that.start() and name.endswith(that["unit"]) and not OTHER_UNIT.search(name + that["unit"]):
                    return [Actor(name, *that.span())]
        return []

    def _named_near(self, sentence: Sentence, title: Title, told: Sequence[Span]) -> list[Actor]:
        """What the sentence names before a verb, but the places and what was told of before.

        A practice, quoted or not, unless the award is one of places; a place or body right before the verb.
        """
        offset = title.offset
        others: list[tuple[int, int, str]] = []
        if not OF_PLACES.search(self.text, title.start, title.end):
            others = [*self.named, *quoted_names(self.text, sentence, offset, told)]
        others += [b for b in self.subjects if any(w.fullmatch(self.text, b[1], offset) for w in (SUBJECT, WAYS))]
        others += way_of_working(self.text, self.actors, offset)
        return [
            Actor(name, s, e)
            for s, e, name in others
            if sentence.start <= s and e <= offset and not any(first < e and s < last for first, last in told)
        ]


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


def together(text: str, near: list[Actor], last: Actor) -> tuple[Actor, ...]:
    """The practices named in one list before the one that an award goes to."""
    found: list[Actor] = []
    for actor in sorted(near, key=lambda a: a.end or 0, reverse=True):
        if (actor.end or 0) < (last.start or 0) and TOGETHER.fullmatch(text, actor.end or 0, last.start or 0):
            found.insert(0, actor)
            last = actor
    return tuple(found)


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
    verb = span is not None and [w.flag for w in segment(text, *span)] == ["v"]  # 擦亮“全国……”的招牌
    return [Actor(text[slice(*span)], *span)] if span and not verb else []
