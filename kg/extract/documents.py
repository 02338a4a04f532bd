"""Policies, plans, rules, notices and standards named in 《》, and who issued them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache

from kg.extract.actors import Actor, Actors
from kg.extract.organisations_words import FOUNDING
from kg.extract.sentences import sentence_at, split_sentences
from kg.model import Article, ArticlePlaces, Evidence, Organisation, PolicyDocument
from kg.rulebook import RuleBook, RuleMatch

TITLE = re.compile(r"《([^《》\n]{1,80})》")
# brackets round, square and tortoise-shell (U+3014, U+3015)
TAIL = re.compile(r"\s?[（(\u3014\[][^（）()\u3014\u3015\[\]]{1,24}[）)\u3015\]]$")
COUNTED_CLAUSES = re.compile(r"[一二三四五六七八九十]{1,3}条$")
# What two parties to a quarrel or a sale sign is no policy: 《人民调解协议书》.
PRIVATE = re.compile(r"(?:调解|和解|赔偿|离婚|赡养|扶养|租赁|转让|买卖|劳动|分家|借款)协议书?$")
SPECIMEN = ("（示范文本）", "(示范文本)")
BY = "由"
FOUNDED = re.compile(rf"{FOUNDING}[^，。；、]{{0,5}}\Z")  # 成立|行业党委，制定…
# The first of those that issue together is the one to name: 甲县财政局、教育局|联合印发.
JOINT = re.compile(r"(?:、|(?:牵头)?，?(?:联合|会同)|[和与及同])\Z")
JOINT_REACH = 5
# What a body gives to the work of another: 在县民政局指导下，甲镇印发…; 县民政局局长某某编写….
ASIDE = re.compile(
    r"[^，。；]{0,6}(?:指导|支持|帮助|协助|推动|统筹|部署|要求|监督)|[^，。；]{0,4}(?:书记|主任|局长|部长)"
)
# 镇里出台, 街道党工委印发: the last place named whose name ends so.
MEANT = re.compile(
    r"(?<![一-鿿])(?P<by>(?:该|本)?(?P<level>街道|社区|[村镇乡县市区旗])(?:里|上|党委|党工委|党支部|党总支|政府|委)?)"
    r"(?:先后|陆续|专门|随即|随后|立即|研究|及时|还|也|已|又){0,2}\Z"
)
MEANT_REACH, MEANT_BACK = 12, 60  # characters, places


@lru_cache(maxsize=4)
def title_endings(book: RuleBook) -> tuple[str, ...]:
    """What the titles of policies, plans and rules end with."""
    return book.words("documents", kind="ending")


def extract_documents(
    article: Article, places: ArticlePlaces, book: RuleBook, organisations: Sequence[Organisation] = ()
) -> tuple[PolicyDocument, ...]:
    """Documents of an article in text order, each title once.

    The issuer is the body or place that prints, issues or draws it up; for a document that is only followed or
    named, the place that its title opens with; None where neither is known.
    """
    sentences = split_sentences(article.text)
    scan = book.scan(article.text, sentences)
    issuers = Issuers(Actors(article, places, sentences, book), organisations)
    endings = title_endings(book)
    taken: set[int] = set()
    found: list[PolicyDocument] = []
    for sentence in sentences:
        for match in scan.matches("documents", sentence):
            start, end = match.slots["titles"]
            for title in TITLE.finditer(article.text, start, end):
                if title.start() not in taken:
                    taken.add(title.start())
                    if match.rule.yields["issuer"] != "skip" and is_policy(title[1], endings):
                        found.append(document(title, match, issuers, places))
    return once(sorted(found, key=lambda d: d.evidence[0]))


def is_policy(title: str, endings: tuple[str, ...]) -> bool:
    """Whether a title ends like a policy document, notes such as （试行） set aside."""
    bare = title.strip()
    if bare.endswith(SPECIMEN):
        return True
    while TAIL.search(bare):
        bare = TAIL.sub("", bare)
    if PRIVATE.search(bare):
        return False
    return bare.endswith(endings) or bool(COUNTED_CLAUSES.search(bare))


class Issuers:
    """Answers who issues at an offset: the body that the sentence names last before it, else the place that acts."""

    def __init__(self, actors: Actors, organisations: Sequence[Organisation]) -> None:
        self.actors = actors
        named = ((e.end, e.start, o.name) for o in organisations for e in o.evidence if e.where == "text")
        self.bodies = [Actor(name, start, end) for end, start, name in sorted(named)]
        self.by_end = {body.end: body for body in self.bodies}

    def before(self, offset: int) -> Actor | None:
        """The issuer of what is issued at an offset; of several that issue together the first."""
        actor = self._meant(offset) or self.actors.before(offset)
        body = self._body(offset)
        if body is None or (actor is not None and (actor.end or 0) > (body.end or 0)):
            return self.actors.listed(actor)[0] if actor is not None else None
        while joint := JOINT.search(self.actors.text, max(0, (body.start or 0) - JOINT_REACH), body.start or 0):
            first = self.by_end.get(joint.start())
            if first is None:
                place = self.actors.before(joint.start())
                return place if place is not None and place.end == joint.start() else body
            body = first
        return body

    def implied(self, actor: Actor | None, offset: int) -> bool:
        """Whether an actor is not named in the sentence of an offset."""
        start = sentence_at(self.actors.sentences, offset).start
        return actor is None or actor.start is None or actor.start < start

    def _meant(self, offset: int) -> Actor | None:
        """The place that a level word right before an offset means."""
        m = MEANT.search(self.actors.text, max(0, offset - MEANT_REACH), offset)
        if m is None:
            return None
        before = bisect_left(self.actors.starts, m.start())
        for mention in reversed(self.actors.mentions[max(0, before - MEANT_BACK) : before]):
            name = self.actors.places.places[mention.place].name
            if name.endswith(m["level"]):
                return Actor(name, *m.span("by"))
        return None

    def _body(self, offset: int) -> Actor | None:
        """The last body that the sentence names before an offset, unless it only helps with the work."""
        start = sentence_at(self.actors.sentences, offset).start
        behind = bisect_right(self.bodies, offset, key=lambda b: b.end or 0)
        last = self.bodies[behind - 1] if behind else None
        if last is None or last.start is None or last.end is None or last.start < start:
            return None
        text = self.actors.text
        founded = FOUNDED.search(text, max(start, last.start - 8), last.start)
        return None if founded or ASIDE.match(text, last.end, offset) else last


def document(title: re.Match[str], match: RuleMatch, issuers: Issuers, places: ArticlePlaces) -> PolicyDocument:
    """One title as a fact; where the issuer is named, that is evidence too."""
    evidence = [Evidence(title.start(), title.end())]
    if match.rule.yields["issuer"] == "subject":
        by = match.text.find(BY, match.slots["titles"][1], match.slots["verb"][0])  # 《…》由县民政局印发
        actor = issuers.before(match.start if by < 0 else match.slots["verb"][0])
        if by < 0 and issuers.implied(actor, match.start):
            actor = opening(title, places) or actor  # 《甲镇楼长制实施细则》印发
    else:
        actor = opening(title, places)
    if actor is not None and actor.start is not None and actor.end is not None:
        evidence.append(Evidence(actor.start, actor.end))
    return PolicyDocument(title[1].strip(), actor.name if actor else None, tuple(evidence), match.rule.id)


def opening(title: re.Match[str], places: ArticlePlaces) -> Actor | None:
    """The place that a title opens with (《太原市…条例》)."""
    for mention in places.mentions:
        if mention.start == title.start(1) and mention.end < title.end(1):
            return Actor(places.places[mention.place].name, mention.start, mention.end)
    return None


def once(documents: list[PolicyDocument]) -> tuple[PolicyDocument, ...]:
    """Each title once, the naming that knows the issuer first; 《意见》 behind its full title is no other."""
    kept: dict[str, PolicyDocument] = {}
    for new in documents:
        short = len(new.title) <= 4 and any(new.title != t and bare(t).endswith(new.title) for t in kept)
        old = kept.get(new.title)
        if not short and (old is None or (old.issuer is None and new.issuer is not None)):
            kept[new.title] = new
    return tuple(kept.values())


def bare(title: str) -> str:
    """A title without the note in brackets at its end."""
    return TAIL.sub("", title)
