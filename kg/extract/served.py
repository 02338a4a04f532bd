"""Whom a practice serves: the group named beside it (为独居老人提供…) or in its own name (骑手驿站)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from kg.extract.concepts import phrases
from kg.extract.context import context_at
from kg.extract.sentences import sentence_at
from kg.extract.spans import Spans
from kg.model import Article, ConceptUse, Evidence, Practice, Sentence, Served
from kg.rulebook import RuleBook, alternation, opened
from kg.scheme import load_target_groups

REACH = 48
"""Characters between a practice and the words that say whom it serves."""
LISTED = 2
"""Characters between two names of a list, at most."""
JOINT = re.compile(r"[、和与及]|以及")
PLAIN = r"[^，。；：！？、,;:?!\n“”《》（）()]"
# What may stand between 面向 and the group: where they live, how many they are, how old, in what need.
TOLD = (
    r"(?:(?:辖区|园区|镇域|区域|街区)内?|周边|附近|沿线|全[省市县区镇乡村]|社区|小区|村里|村内|本地|当地|广大|各类|特殊|重点"
    r"|农村|城镇|城乡|入驻|困难|高龄|孤寡|独居|[\d一二三四五六七八九十百千万余多近约]+余?多?[名户位家个万千]{0,2}"
    r"|\d{2}周?岁(?:及)?以上的?){0,4}"
)
KINDS = ("for", "for-verb", "give", "enjoy", "home")
ENDS = r"[，。；：！？、,;:?!\n“”《》（）()\d]|$"


@dataclass(frozen=True, slots=True, eq=False)
class ServedWords:
    """The names of groups, and the words that tell them as served."""

    groups: dict[str, str]
    longest: int
    giving: re.Pattern[str]
    cared: re.Pattern[str]
    narrow: frozenset[str]
    enjoying: re.Pattern[str]
    named: re.Pattern[str]
    by_name: dict[str, str]
    doers: frozenset[str]
    home_of_doers: tuple[str, ...]


@lru_cache(maxsize=4)
def served_words(book: RuleBook) -> ServedWords:
    """The words of a rule book and the scheme of target groups, made once."""
    groups = {form: group.id for group in load_target_groups() for form in (*group.variants, group.zh)}
    by_name = groups | {r["word"]: r["group"] for r in book.lexicon("served") if r["kind"] == "name-form"}
    words = {kind: alternation(list(book.words("served", kind=kind))) for kind in KINDS}
    behind, alone = (alternation(list(book.words("served", kind=k))) for k in ("behind", "name-alone"))
    form = alternation(list(groups))
    return ServedWords(
        groups=groups,
        longest=max(map(len, groups)),
        giving=re.compile(
            opened(
                rf"(?:(?<![{''.join(book.words('served', kind='not-for'))}])为|[给替]|(?<![面去动方])向)"
                rf"(?P<who>[^，。；：！？,;:?!\n“”《》（）()]{{2,30}}?)(?:{words['give']})"
            )
        ),
        cared=re.compile(
            opened(
                rf"(?P<cue>{words['for']}|(?:(?<=[，。；：、！？,;:\n“并来人员者队区市县镇村])|(?<=[专门主动更好]))(?:{words['for-verb']}))"
                rf"(?P<who>{TOLD}(?:{form})(?:(?:[、和与及]|以及){PLAIN}{{2,8}}?){{0,6}})(?:们|群体)?(?={ENDS}|{behind}|(?P<open>的))"
            )
        ),
        narrow=frozenset(book.words("served", kind="narrow")),
        enjoying=re.compile(rf"让{PLAIN}{{0,12}}?(?P<who>{form})(?:们|群体)?{PLAIN}{{0,8}}?(?:{words['enjoy']})"),
        named=re.compile(rf"(?P<alone>{alone})|(?P<who>{alternation(list(by_name))})(?:们|群体)?(?={words['home']})"),
        by_name=by_name,
        doers=frozenset(book.words("served", column="group", kind="doer")),
        home_of_doers=book.words("served", kind="home-of-doers"),
    )


@dataclass(frozen=True, slots=True)
class Told:
    """A stretch that says whom something serves, and the groups named in it."""

    start: int
    end: int
    groups: tuple[Served, ...]


class ServedReader:
    """Finds, in one article, the groups that practices serve."""

    def __init__(self, article: Article, sentences: tuple[Sentence, ...], names: Spans, book: RuleBook) -> None:
        self.text = article.text
        self.names = names
        self.sentences = sentences
        self.book = book
        self.words = served_words(book)
        self.known: dict[int, tuple[Told, ...]] = {}

    def of(self, spans: Iterable[tuple[int, int]], others: Spans) -> tuple[Served, ...]:
        """The groups that the sentences of a practice's namings tell it to serve, once each, in reading order.

        ``others`` are the namings of all practices: what stands beyond one of them is said of that one.
        """
        found: dict[str, Served] = {}
        for start, end in sorted(spans):
            sentence = sentence_at(self.sentences, start)
            for told in self._told(sentence):
                if self._is_near(start, end, told, others):
                    for served in told.groups:
                        found.setdefault(served.group, served)
        return tuple(sorted(found.values(), key=lambda s: (s.evidence, s.group)))

    def in_name(self, spans: Iterable[tuple[int, int]]) -> tuple[Served, ...]:
        """The groups that a name itself tells (骑手驿站), where it first stands."""
        found: dict[str, Served] = {}
        for start, end in spans:
            for m in self.words.named.finditer(self.text, start, end):
                span = m.span(m.lastgroup or 0)
                group = self.words.by_name[self.text[slice(*span)]]
                if group not in self.words.doers or self.text.startswith(self.words.home_of_doers, m.end()):
                    found.setdefault(group, Served(group, Evidence(*span)))
        return tuple(found.values())

    def _told(self, sentence: Sentence) -> tuple[Told, ...]:
        """What a sentence tells of groups served, as far as it is neither denied, intended nor background."""
        if sentence.start not in self.known:
            every = (*self._giving(sentence), *self._cared(sentence), *self._enjoying(sentence))
            self.known[sentence.start] = tuple(t for t in every if t.groups and self._is_reported(sentence, t))
        return self.known[sentence.start]

    def _giving(self, sentence: Sentence) -> Iterator[Told]:
        for m in self.words.giving.finditer(self.text, sentence.start, sentence.end):
            yield Told(m.start(), m.end(), tuple(self._listed(*m.span("who"))))

    def _cared(self, sentence: Sentence) -> Iterator[Told]:
        for m in self.words.cared.finditer(self.text, sentence.start, sentence.end):
            if not (m["cue"] in self.words.narrow and (m["open"] or self._is_left_open(m.end()))):
                groups = tuple(self._listed(*m.span("who")))
                yield Told(m.start(), max((g.evidence.end for g in groups), default=m.end()), groups)

    def _enjoying(self, sentence: Sentence) -> Iterator[Told]:
        for m in self.words.enjoying.finditer(self.text, sentence.start, sentence.end):
            yield Told(m.start(), m.end(), tuple(self._listed(*m.span("who"))))

    def _is_left_open(self, offset: int) -> bool:
        """Whether what is aimed at a group is told only behind a mark that may open anything else."""
        return self.text[offset : offset + 1] in "。；！？;\n"

    def _listed(self, start: int, end: int) -> Iterator[Served]:
        """The groups that the items of a list end with: 社区的独居老人、残疾人和退役军人等."""
        at = start
        for joint in [*JOINT.finditer(self.text, start, end), None]:
            stop = joint.start() if joint else end
            tail = re.search(r"(?:们|群体|等)*$", self.text[at:stop])
            close = at + tail.start() if tail else stop
            for size in range(min(self.words.longest, close - at), 1, -1):
                group = self.words.groups.get(self.text[close - size : close])
                if group:
                    yield Served(group, Evidence(close - size, close))
                    break
            at = joint.end() if joint else end

    def _is_reported(self, sentence: Sentence, told: Told) -> bool:
        context = context_at(self.text, sentence, told.start, told.end, self.book)
        return not (context.negated or context.wished or context.background or context.conditional)

    def _is_near(self, start: int, end: int, told: Told, others: Spans) -> bool:
        """Whether words tell of what is named at ``[start, end)``: on it, or near with no other practice between."""
        if start < told.end and told.start < end:
            return True
        if end <= told.start and others.touch(start - LISTED, start):
            return False  # “甲”“乙”，为老人…: of one of them, or of all
        if end <= told.start and any(self.names.begin(told.end + i) for i in range(LISTED + 1)):
            return False  # 推行“甲”，为老人开办“乙”: of what is named right behind
        if told.end <= start and self.text[told.end] in "、和及":
            return False  # 慰问困难群众、排查隐患: deeds in a row, each with its own object
        gap = (told.end, start) if told.end <= start else (end, told.start)
        if gap[1] - gap[0] > REACH or any(mark in self.text[slice(*gap)] for mark in "；;"):
            return False
        low, high = min(start, told.start), max(end, told.end)
        between = (s for s in others.within(low, high) if not (start <= s[0] and s[1] <= end))
        return all(s < told.end and told.start < e for s, e in between)


def with_groups(
    article: Article,
    sentences: tuple[Sentence, ...],
    practices: tuple[Practice, ...],
    uses: tuple[ConceptUse, ...],
    book: RuleBook,
) -> tuple[tuple[Practice, ...], tuple[ConceptUse, ...]]:
    """Practices and concepts at places with the groups that their own sentences, or names, say they serve."""
    names = [tuple(phrases(article.text, practice)) for practice in practices]
    reader = ServedReader(article, sentences, Spans(span for spans in names for span in spans), book)
    deeds = ((e.start, e.end) for use in uses for e in use.evidence)
    named = Spans((*(span for spans in names for span in spans), *deeds))
    served = tuple(
        replace(practice, serves=once((*reader.in_name(spans), *reader.of(spans, named))))
        for practice, spans in zip(practices, names, strict=True)
    )
    by_span = {e: practice.serves for practice in served for e in practice.evidence}
    told = []
    for use in uses:
        inherited = (s for e in use.evidence for s in by_span.get(e, ()))
        own = reader.of(((e.start, e.end) for e in use.evidence if e not in by_span), named)
        told.append(replace(use, serves=once((*inherited, *own))))
    return served, tuple(told)


def once(found: Iterable[Served]) -> tuple[Served, ...]:
    """Each group once, where it is first said."""
    by_group: dict[str, Served] = {}
    for served in sorted(found, key=lambda s: (s.evidence, s.group)):
        by_group.setdefault(served.group, served)
    return tuple(by_group.values())
