"""Who learned from whom: a place that went to see, took over or copied what another place does, and says so."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from kg.extract.context import context_at
from kg.extract.quotes import find_quotes
from kg.extract.scope import Scope
from kg.extract.spans import Spans
from kg.model import Article, Evidence, Lesson, Practice, ResolvedMention, Sentence
from kg.rulebook import RuleBook, RuleMatch

ADJOINS = 1
"""Characters between a verb and the place that is learned from, at most (学习借鉴了乙市的经验)."""
LONGEST_BRAND = 24  # characters, marks included
JOINT = re.compile(r"[、，和及与]|以及")
NO_PLACE = re.compile(r"大学|学院|党校|学校|医院|集团|公司|银行|大道|[东南西北中]?路\d")  # 浙江大学 is no 浙江
CLAUSE_END = re.compile(r"[，。；！？\n]")


@dataclass(frozen=True, slots=True)
class Party:
    """A place that learns or is learned from, and where the sentence names it, None where it does not."""

    place: int
    said: Evidence | None = None


def extract_lessons(
    article: Article, scope: Scope, sentences: tuple[Sentence, ...], practices: Sequence[Practice], book: RuleBook
) -> tuple[Lesson, ...]:
    """What the sentences of an article state of places that learned from others, each pair of places once.

    A pair of which one lies in the other is none: a county that spreads what one of its villages does learns from
    nobody. Practices are those of the article that the sentence names as learned.
    """
    reader = LessonReader(article.text, scope, practices, book)
    scan = book.scan(article.text, sentences)
    found: list[Lesson] = []
    for sentence in sentences:
        taken: list[tuple[int, int]] = []
        for match in scan.matches("lessons", sentence):
            if any(start < match.end and match.start < end for start, end in taken):
                continue
            lessons = tuple(reader.read(match, sentence, taken)) if match.rule.yields["lesson"] else ()
            if lessons or not match.rule.yields["lesson"]:
                taken.append((match.start, match.end))
            found += lessons
    within = {place.name: frozenset((place.name, *place.within)) for place in scope.places.places}
    return once(one for one in found if not any(is_around(one, other, within) for other in found))


def is_around(one: Lesson, other: Lesson, within: Mapping[str, frozenset[str]]) -> bool:
    """Whether another sentence says more closely who learned from whom (台州市 beside 黄岩区, which lies in it)."""
    if one.evidence[0] == other.evidence[0] or (one.learner, one.source) == (other.learner, other.source):
        return False
    return one.learner in within[other.learner] and one.source in within[other.source]


class LessonReader:
    """Reads the parties of one match of a rule."""

    def __init__(self, text: str, scope: Scope, practices: Sequence[Practice], book: RuleBook) -> None:
        self.text = text
        self.scope = scope
        self.book = book
        self.places = scope.places.places
        self.practices = practices

    @cached_property
    def mentions(self) -> list[ResolvedMention]:
        """Where places are named, but not inside a brand (“枫桥经验”) or an organisation that is no place's own."""
        quoted = Spans((q.start, q.end) for q in find_quotes(self.text) if q.end - q.start <= LONGEST_BRAND)
        return [
            m for m in self.scope.mentions if not NO_PLACE.match(self.text, m.end) and not quoted.hold(m.start, m.end)
        ]

    @cached_property
    def starts(self) -> list[int]:
        """Where these begin."""
        return [m.start for m in self.mentions]

    def read(self, match: RuleMatch, sentence: Sentence, taken: Sequence[tuple[int, int]]) -> Iterator[Lesson]:
        """The lessons that a match states; none where it is only meant or denied, or a party stays open.

        ``taken`` are the matches before it in its sentence: who is learned from in one learns in no other.
        """
        if not context_at(self.text, sentence, match.start, match.end, self.book).reported:
            return
        wanted = match.rule.yields
        near: dict[str, list[Party]] = {role: self._said(match, wanted[role]) for role in ("learner", "source")}
        first, second = ("learner", "source") if wanted["learner"] == "before" else ("source", "learner")
        for role, other in ((first, second), (second, first)):
            near[role] = near[role] or self._around(wanted[role], near[other], (sentence.start, match.start), taken)
        practices = self._practices(match, sentence, whole=wanted["source"] == "subject")
        for learner in near["learner"]:
            for source in near["source"]:
                if self._apart(learner.place, source.place):
                    yield self._lesson(match, learner, source, practices)

    def _said(self, match: RuleMatch, role: str) -> list[Party]:
        """The places that a slot of the match names; none where they must adjoin its verb and do not."""
        if role not in match.slots:
            return []
        start, end = match.slots[role]
        named = self._in(start, end)
        if match.rule.yields.get("adjoins") == role and (not named or named[0].start > start + ADJOINS):
            return []
        return self._parties(named)

    def _around(
        self, role: str, known: list[Party], before: tuple[int, int], taken: Sequence[tuple[int, int]]
    ) -> list[Party]:
        """The other party: the places named last before the match, or the one that its sentence speaks about."""
        if role not in {"before", "subject"}:
            return []
        others = {party.place for party in known}
        if role == "before":
            for parties in self._lists(*before, taken):
                fitting = [p for p in parties if any(self._apart(p.place, other) for other in others) or not others]
                if fitting:
                    return fitting
        for told in (self.scope.at(before[1], before[1]), self.scope.places.localities):
            if all(self._apart(place, other) for place in told for other in others):
                return [Party(place) for place in told]
        return []

    def _lists(self, start: int, end: int, taken: Sequence[tuple[int, int]]) -> Iterator[list[Party]]:
        """The places named in a stretch beside what is taken, list by list (甲市、乙县), the last list first."""
        named = [m for m in self._in(start, end) if not any(s <= m.start < e for s, e in taken)]
        while named:
            first = len(named) - 1
            while first and self._listed(named[first - 1], named[first]):
                first -= 1
            yield self._parties(named[first:])
            named = named[:first]

    def _listed(self, one: ResolvedMention, other: ResolvedMention) -> bool:
        return other.start == one.end or JOINT.fullmatch(self.text, one.end, other.start) is not None

    def _parties(self, named: list[ResolvedMention]) -> list[Party]:
        """Places as parties, without those that only say where the next one lies (浙江省 in 浙江省安吉县)."""
        kept = [
            m
            for i, m in enumerate(named)
            if not (i + 1 < len(named) and named[i + 1].start == m.end and self._holds(m.place, named[i + 1].place))
        ]
        return [Party(m.place, Evidence(m.start, m.end)) for m in {m.place: m for m in reversed(kept)}.values()][::-1]

    def _in(self, start: int, end: int) -> list[ResolvedMention]:
        inside = self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
        return [m for m in inside if m.end <= end]

    def _holds(self, outer: int, inner: int) -> bool:
        return self.places[outer].name in self.places[inner].within

    def _apart(self, one: int, other: int) -> bool:
        """Whether two places are different and neither lies in the other."""
        return one != other and not self._holds(one, other) and not self._holds(other, one)

    def _practices(self, match: RuleMatch, sentence: Sentence, *, whole: bool) -> tuple[str, ...]:
        """Practices named in the match or right behind it; where the source is the subject, anywhere before, too."""
        end = CLAUSE_END.search(self.text, match.end)
        stretch = (sentence.start if whole else match.start, end.start() if end else len(self.text))
        said = ((e, p.name) for p in self.practices for e in p.evidence if e.where == "text")
        return tuple(dict.fromkeys(name for e, name in said if stretch[0] <= e.start and e.end <= stretch[1]))

    def _lesson(self, match: RuleMatch, learner: Party, source: Party, practices: tuple[str, ...]) -> Lesson:
        beside = (p.said for p in (learner, source) if p.said and not match.start <= p.said.start < match.end)
        return Lesson(
            learner=self.places[learner.place].name,
            source=self.places[source.place].name,
            practices=practices,
            evidence=(Evidence(match.start, match.end), *beside),
            rule=match.rule.id,
        )


def once(lessons: Iterable[Lesson]) -> tuple[Lesson, ...]:
    """Each pair of places once, with the practices and the evidence of all sentences that state it."""
    kept: dict[tuple[str, str], Lesson] = {}
    for new in sorted(lessons, key=lambda lesson: lesson.evidence[0]):
        first = kept.setdefault((new.learner, new.source), new)
        practices = tuple(dict.fromkeys((*first.practices, *new.practices)))
        evidence = tuple(dict.fromkeys((*first.evidence, *new.evidence)))
        kept[new.learner, new.source] = replace(first, practices=practices, evidence=evidence)
    return tuple(kept.values())
