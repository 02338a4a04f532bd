"""How every quoted string and every head word of a text was weighed: name of a practice or not, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.explain.model import Reading
from kg.extract.context import context_at
from kg.extract.lexica import Lexica, lexica
from kg.extract.name_kinds import told_by_words, weigh
from kg.extract.name_points import PART, is_weighed, name_card, signs_of
from kg.extract.practice_identity import name_key
from kg.extract.practice_names import (
    CLAUSE,
    border_behind,
    head_pattern,
    placed,
    right_border,
    running_verbs,
    unquoted_candidates,
)
from kg.extract.practice_quotes import Candidate, is_speech
from kg.extract.practices import find_candidates, heading_spans, namings_of, quoted_names
from kg.extract.quotes import find_quotes
from kg.extract.scope import Scope
from kg.extract.sentences import sentence_at
from kg.extract.spans import Spans
from kg.model import Article, Sentence
from kg.rulebook import RuleBook

FAMILY = "practices"
MOST_SIGNS, MOST_KINDS = 5, 3
# What is said of the families of signs that ``name_points`` weighs, the value behind it.
SIGNS = {
    "ends": "末尾",
    "has": "含字",
    "pair": "含有",
    "length": "字数",
    "dictionary": "词典里",
    "shape": "词性",
    "first-tag": "首词词性",
    "last-tag": "末词词性",
    "before": "前一词",
    "before-tag": "前一词词性",
    "behind": "后一词",
    "behind-tag": "后一词词性",
    "left": "左邻",
    "right": "右邻",
    "verb-before": "前有动词",
    "word-behind": "后有",
    "clause-before": "小句前有",
    "clause-behind": "小句后有",
    "sentence": "句中有",
    "quoted": "带引号次数",
    "bare": "不带引号次数",
    "part": "证据",
    "sum": "证据总分",
}


class PracticeReadings:
    """The readings of one article."""

    def __init__(self, article: Article, scope: Scope, sentences: tuple[Sentence, ...], book: RuleBook) -> None:
        self.article = article
        self.sentences = sentences
        self.book = book
        self.words = lexica(book)
        self.taken = find_candidates(article, scope, Spans(heading_spans(article)), self.words, book)
        self.scope = scope
        self.threshold = self.words.weights["threshold"]

    def all(self) -> Iterator[Reading]:
        """Quoted strings, speech, unquoted names, and head words that make no name, each with its verdict."""
        text = self.article.text
        for candidate in quoted_names(text, self.scope, self.words, self.book):
            yield self._of(candidate, "threshold")
        for quote in find_quotes(text):
            if is_speech(text, quote):
                yield Reading(FAMILY, quote.start, quote.end, "quoted-name", "", "speech")
        named = unquoted_candidates(text, self.words, self.book)
        for candidate in named:
            yield self._of(candidate, "overlap")
        yield from self._heads(named)

    def _of(self, candidate: Candidate, otherwise: str) -> Reading:
        objection = self._unmeant(candidate) if self._is_taken(candidate) else otherwise
        points = self._points(candidate) if candidate.rule == "quoted-name" else ()
        kinds = self._kinds(candidate) if objection is None else ()
        slots = (("name", candidate.name), ("long_name", candidate.long_name), ("kind", candidate.kind))
        return Reading(
            FAMILY,
            candidate.start,
            candidate.end,
            candidate.rule,
            candidate.name,
            objection,
            (*slots, *points, *kinds),
            candidate.parts,
            self.threshold,
        )

    def _points(self, candidate: Candidate) -> tuple[tuple[str, str], ...]:
        """What the small signs come to, and the strongest of them, where they were asked."""
        own = replace(candidate, parts=tuple(part for part in candidate.parts if part.name != PART))
        if not self.scope.places.places or not is_weighed(own, self.threshold):
            return ()
        card, signs = name_card(self.book), signs_of(self.article.text, own)
        strongest = "、".join(
            f"{sign_label(name)} {points:+.1f}" for name, points in card.strongest(signs)[:MOST_SIGNS]
        )
        return (("points", f"{card.sum(signs):+.1f}"), ("signs", strongest))

    def _kinds(self, candidate: Candidate) -> tuple[tuple[str, str], ...]:
        """The likeliest kinds of a name with their sums over its mentions, where no word of it tells one outright."""
        text, cues = self.article.text, self.words.cues
        namings = namings_of(c for c in self.taken if name_key(c.name) == name_key(candidate.name))
        told = told_by_words(text, self.sentences, namings, cues)
        if told.outright:
            return ()
        weighed = weigh(text, self.sentences, namings, told.kinds, cues, self.book)
        return (("kinds", "、".join(f"{one.kind} {one.total:+.1f}" for one in weighed[:MOST_KINDS])),)

    def _is_taken(self, candidate: Candidate) -> bool:
        return any((c.start, c.end) == (candidate.start, candidate.end) for c in self.taken)

    def _unmeant(self, candidate: Candidate) -> str | None:
        sentence = sentence_at(self.sentences, candidate.start)
        context = context_at(self.article.text, sentence, candidate.start, candidate.end, self.book)
        return context.objection if context.wished or context.negated else None

    def _heads(self, named: tuple[Candidate, ...]) -> Iterator[Reading]:
        """Head words that stand outside all names found, with the condition that failed."""
        text = self.article.text
        spans = [(c.start, c.end) for c in named] + [(q.start, q.end) for q in find_quotes(text)]
        for clause in CLAUSE.finditer(text, self.article.body_start):
            for m in head_pattern(self.words).finditer(clause.group()):
                start, end = clause.start() + m.start(), clause.start() + m.end()
                if not any(s < end and start < e for s, e in spans):
                    why = head_objection(clause.group(), m.span(), self.words)
                    yield Reading(FAMILY, start, end, "named-by-head", m.group(), why, (("head", m.group()),))


def sign_label(sign: str) -> str:
    """A sign in words: 末尾“会”."""
    family, _, value = sign.partition(":")
    return f"{SIGNS[family]}“{value}”" if value else SIGNS[family]


def head_objection(clause: str, head: tuple[int, int], words: Lexica) -> str:
    """Why a head word closes no name of a practice: the first condition that failed."""
    start, end = head
    if not border_behind(clause, end, words):
        return "head-goes-on"
    if not right_border(placed(clause), head, words):
        return "head-border"
    return "no-which" if any(running_verbs(clause, start, words)) else "no-verb"
