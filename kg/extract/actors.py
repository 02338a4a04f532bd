"""Who acts in a sentence: the place or body that stands before a verb as its subject."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from kg.extract.sentences import sentence_at
from kg.model import Article, ArticlePlaces, ResolvedMention, Sentence
from kg.rulebook import RuleBook, alternation

Span = tuple[int, int]

SENTENCES_BACK = 12
# What stands before a place that only tells where another one lies.
LIES = re.compile(r"(?:位于|地处|坐落[于在]|隶属于?|毗邻|紧邻|接壤|距离?)$")
STREET = re.compile(r"[一-鿿]{2,6}街(?:道)?")
AND = re.compile(r"(?:以及|[、和与及])\Z")
ALSO = re.compile(r"、|，|以及|[和与及]")


@dataclass(frozen=True, slots=True)
class Actor:
    """A place or body that acts, and where it is named; ``start`` and ``end`` None where it is only implied."""

    name: str
    start: int | None = None
    end: int | None = None


@lru_cache(maxsize=4)
def body_pattern(book: RuleBook) -> re.Pattern[str]:
    """What turns the place before it into a body of that place: 党工委, 委组织部, 民政局 …, the longest first."""
    return re.compile(alternation(row["word"] for row in book.lexicon("organ_bodies") if row["needs"] != "none"))


@lru_cache(maxsize=4)
def national_pattern(book: RuleBook) -> re.Pattern[str]:
    """A national body, or several joined by 、 (中共中央、国务院)."""
    bodies = alternation(book.words("documents", kind="body"))
    return re.compile(rf"(?:{bodies})(?:[、和](?:{bodies})){{0,6}}")


class Actors:
    """Answers who acts at an offset of one article.

    With ``inside``, only the localities and the places that lie in them act (代表湖南省 and 居全市首位 tell of none).
    """

    def __init__(
        self,
        article: Article,
        places: ArticlePlaces,
        sentences: tuple[Sentence, ...],
        book: RuleBook,
        *,
        inside: bool = False,
    ) -> None:
        self.text = article.text
        self.places = places
        self.sentences = sentences
        self.mentions = sorted(places.mentions, key=lambda m: (m.start, -m.end))
        if inside and places.localities:
            around = {name for i in places.localities for name in places.places[i].within}
            self.mentions = [m for m in self.mentions if places.places[m.place].name not in around]
        self.starts = [m.start for m in self.mentions]
        self.by_end = {m.end: m for m in reversed(self.mentions)}
        self.bodies = body_pattern(book)
        self.national = national_pattern(book)

    def before(self, offset: int, outside: Sequence[Span] = ()) -> Actor | None:
        """The nearest body or place named before an offset in its sentence, else the subject of an earlier one.

        Nothing in the spans ``outside`` acts: the places in the name of an award, those who gave it.
        """
        sentence = sentence_at(self.sentences, offset)
        return self._in(sentence.start, offset, outside) or self._carried(sentence) or self.locality()

    def listed(self, actor: Actor) -> tuple[Actor, ...]:
        """An actor with the places of its level listed before it (甲社区、乙镇丙社区和丁社区); a body stands alone."""
        own = self.by_end.get(actor.end) if actor.end is not None else None
        found = [actor]
        while own is not None:
            start = self._chain_start(own)
            joint = AND.search(self.text, max(0, start - 2), start)
            before = self.by_end.get(joint.start()) if joint else None
            if before is None or self._level(before) != self._level(own):
                break
            found.append(self._of(before, before.end))
            own = before
        return tuple(reversed(found))

    def within(self, start: int, end: int) -> Actor | None:
        """The last body or place named in a stretch of text."""
        return self._in(start, end, ())

    def behind(self, offset: int, end: int) -> Actor | None:
        """The first body or place named behind an offset, None where none is before ``end``."""
        at = bisect_left(self.starts, offset)
        last = self._chain_from(self.starts[at]) if at < len(self.starts) else None
        return self._of(last, end) if last is not None and last.end <= end else None

    def enumerated(self, offset: int) -> tuple[Actor, ...]:
        """The places listed from an offset on, each at the end of its chain (甲县乙村、丙县丁村和戊县己村)."""
        found: list[Actor] = []
        while (mention := self._chain_from(self._next(offset))) is not None:
            found.append(self._of(mention, mention.end))
            joint = ALSO.match(self.text, mention.end)
            if joint is None:
                break
            offset = joint.end()
        return tuple(found)

    def _next(self, offset: int) -> int:
        """Where the first place begins behind an offset and a few characters that name none (和平路街|新兴社区)."""
        at = bisect_left(self.starts, offset)
        start = self.starts[at] if at < len(self.starts) else offset
        return start if STREET.fullmatch(self.text, offset, start) else offset

    def _chain_start(self, mention: ResolvedMention) -> int:
        """Where the chain begins that ends in a place (甲县 in 甲县乙镇丙村)."""
        start = mention.start
        while (before := self.by_end.get(start)) is not None and before.start < start:
            start = before.start
        return start

    def _chain_from(self, offset: int) -> ResolvedMention | None:
        """The last place of the chain that begins at an offset, None where none begins there."""
        last = None
        while (at := bisect_left(self.starts, offset)) < len(self.starts) and self.starts[at] == offset:
            last = self.mentions[at]
            offset = last.end
        return last

    def _level(self, mention: ResolvedMention) -> str:
        return self.places.places[mention.place].level

    def locality(self) -> Actor | None:
        """The place that the article reports on."""
        names = [self.places.places[i].name for i in self.places.localities]
        return Actor(names[0]) if names else None

    def _in(self, start: int, end: int, outside: Sequence[Span]) -> Actor | None:
        def told(first: int, behind: int) -> bool:
            return any(s < behind and first < e for s, e in outside)

        found = self.nationals[bisect_left(self.nationals, (start,)) : bisect_left(self.nationals, (end,))][-1:]
        actors = [Actor(self.text[s:e], s, e) for s, e in found if e <= end and not told(s, e)]
        for i in range(bisect_left(self.starts, end) - 1, bisect_left(self.starts, start) - 1, -1):
            mention = self.mentions[i]
            if mention.end <= end and not told(mention.start, mention.end) and not self._lies(mention, start):
                actors.append(self._of(mention, end))
                break
        return max(actors, key=lambda a: a.end or 0, default=None)

    def _lies(self, mention: ResolvedMention | None, start: int) -> bool:
        """Whether a place, or the chain that it ends, only tells where another one lies."""
        while mention is not None and mention.start > start:
            if LIES.search(self.text, max(start, mention.start - 4), mention.start):
                return True
            mention = self.by_end.get(mention.start)
        return False

    @cached_property
    def nationals(self) -> list[Span]:
        """Where national bodies are named."""
        return [m.span() for m in self.national.finditer(self.text)]

    def _of(self, mention: ResolvedMention, end: int) -> Actor:
        """The body that a place's name opens, else the place."""
        body = self.bodies.match(self.text, mention.end, end)
        name = self.places.places[mention.place].name
        return Actor(name + (body[0] if body else ""), mention.start, body.end() if body else mention.end)

    def _carried(self, sentence: Sentence) -> Actor | None:
        """The first actor of the nearest earlier sentence that names one."""
        earlier = [s for s in self.sentences if s.end <= sentence.start][-SENTENCES_BACK:]
        for candidate in reversed(earlier):
            first, behind = (bisect_left(self.starts, at) for at in (candidate.start, candidate.end))
            mentions = [m for m in self.mentions[first:behind] if m.end <= candidate.end]
            if mentions:
                chain = mentions[0]
                for mention in mentions[1:]:
                    if mention.start != chain.end:
                        break
                    chain = mention
                return self._of(chain, candidate.end)
        return None
