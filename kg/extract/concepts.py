"""Kinds of practice that places carry out: those of the named practices, and those that a deed shows without a name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property

from kg.extract import confidence
from kg.extract.concept_cues import CHAIN, CueHit, cue_index, longest_hits
from kg.extract.concept_deeds import (
    clause_end,
    clause_start,
    deeds,
    in_a_headline,
    is_attribute,
    is_content,
    is_list_apart,
    is_means,
    is_needed,
    is_question,
    is_scored,
    is_told,
    is_wanted,
    makes_another,
)
from kg.extract.concept_scores import ROLE as SCORE
from kg.extract.concept_scores import (
    UNLIKELY,
    points_at,
    score_hits,
    stretch_at,
)
from kg.extract.concept_sets import ROLE as SET
from kg.extract.concept_sets import group_words, set_index
from kg.extract.context import context_at
from kg.extract.name_kinds import telling_words
from kg.extract.places.words import Tokens
from kg.extract.scope import Scope
from kg.extract.sentences import sentence_at
from kg.extract.spans import Spans
from kg.model import Article, ConceptUse, Evidence, Practice, Sentence
from kg.rulebook import RuleBook

# A measure word behind a number is a word: 走访2.7万户.
COUNTED = re.compile(r"[\d一二两三四五六七八九十百千万余多几]")
FOR_WHOM = frozenset("为给替向")
SHORT = 4
SHORT_PART = 2
TOUCHED = frozenset({"content", "another"})  # why a form that is well read reports no deed
LINE_ENDS, HEADING_LONGEST = "。！？；…”", 40
OPENING = ("“", "‘", '"')
LITTLE = frozenset({"weak", "actor", "helper"})
# What a sentence tells of more exactly is no second deed: who holds hearings and joint meetings deliberates there.
NARROWER = {
    "deliberation": frozenset({"four-meetings", "four-two", "joint-meeting"}),
    "civic-points": frozenset({"party-points", "credit-village"}),
    "welfare-care": frozenset({"micro-wish"}),
    "party-household": frozenset({"micro-wish"}),
}
PASSING = frozenset({"weak", "helper"})
# One passing word that says little is no report of a deed; two in one article are.
WEAK_AT_LEAST = 2


def fits(tokens: Tokens, start: int, end: int) -> bool:
    """Whether both ends of ``[start, end)`` are borders of words."""
    return tokens.is_edge(start) and tokens.is_edge(end)


def in_one_word(tokens: Tokens, start: int, end: int) -> bool:
    """Whether ``[start, end)`` lies in one word (纠纷 in 邻里纠纷)."""
    return not any(tokens.is_edge(offset) for offset in range(start + 1, end))


def may_be_piece(tokens: Tokens, start: int, end: int) -> bool:
    """Whether ``[start, end)`` is so short that two words may happen to make it; behind a number it is a word."""
    return end - start <= SHORT_PART and not COUNTED.match(tokens.text, start - 1)


def stands(hit: CueHit, tokens: Tokens) -> bool:
    """Whether the short parts of a hit are words of the text, not pieces that two words happen to make."""
    if len(hit.pieces) == 1:
        return hit.end - hit.start > SHORT or fits(tokens, hit.start, hit.end)
    short = [(s, e) for s, e in hit.pieces if may_be_piece(tokens, s, e)]
    return all(
        fits(tokens, s, e) or (e - s > 1 and tokens.text[s:e] != "组织" and in_one_word(tokens, s, e))
        for s, e in short  # 党组织 organises nothing
    )


def in_line_heading(text: str, hit: CueHit) -> bool:
    """Whether a set stands in a line that closes without a mark: a heading sums up what follows it."""
    end = text.find("\n", hit.end)
    line = text[text.rfind("\n", 0, hit.start) + 1 : end if end >= 0 else len(text)]
    return len(line) <= HEADING_LONGEST and line[-1:] not in LINE_ENDS


class Report:
    """Tells which forms of one article report something done or under way, outside the spans ``taken``."""

    def __init__(
        self, article: Article, sentences: tuple[Sentence, ...], taken: Sequence[tuple[int, int]], book: RuleBook
    ) -> None:
        self.article = article
        self.sentences = sentences
        self.taken = Spans(taken)
        self.book = book
        self.words = deeds(book)
        self.tokens = Tokens(article.text)

    def told(self) -> Iterator[CueHit]:
        """The forms that report a deed, in reading order."""
        return (hit for hit, objection in self.judged if objection is None)

    @cached_property
    def judged(self) -> tuple[tuple[CueHit, str | None], ...]:
        """All forms of the article, each with why it reports no deed."""
        return tuple((hit, self.objection(hit)) for hit in self.found())

    def enough(self) -> Iterator[CueHit]:
        """The forms of concepts that the article tells of outright, or by more than one passing form, then the others.

        Those are the sets of words where no form that was told stands in their clauses, or tells their concept in their
        sentence, and what stretches tell by their points.
        """
        forms = tuple(self.outright())
        yield from forms
        yield from (h for h in self.sets if self.unset(h) is None and not self.told_already(h, forms))
        yield from (h for h in self.scores if self.unset(h) is None and not self.touched(h, forms))

    def told_already(self, hit: CueHit, forms: Sequence[CueHit]) -> bool:
        """Whether a form that was told stands in the clauses of a set, or tells the same concept in its sentence."""
        text, sentence = self.article.text, sentence_at(self.sentences, hit.start)
        begin, end = clause_start(text, sentence, hit.start), clause_end(text, sentence, hit.end)
        first = bisect_left(forms, sentence.start, key=lambda f: f.start)
        last = bisect_left(forms, sentence.end, key=lambda f: f.start)
        return any((f.start < end and begin < f.end) or f.cue.concept == hit.cue.concept for f in forms[first:last])

    def touched(self, hit: CueHit, forms: Sequence[CueHit]) -> bool:
        """Whether a form of the kind that the points of a stretch tell stands in their words, or tells no deed there.

        ``forms`` are those that were told, in reading order.
        """
        stretch = stretch_at(self.article.text, hit.start)
        begin = bisect_left(self.judged, stretch.start, key=lambda one: one[0].start)
        end = bisect_left(self.judged, stretch.end, lo=begin, key=lambda one: one[0].start)
        if any(h.cue.concept == hit.cue.concept and why in TOUCHED for h, why in self.judged[begin:end]):
            return True
        first = bisect_left(forms, stretch.start, key=lambda f: f.start)
        same = (f for f in forms[first : bisect_left(forms, hit.end, lo=first, key=lambda f: f.start)])
        return any(f.cue.concept == hit.cue.concept and hit.start < f.end for f in same)

    def outright(self) -> Iterator[CueHit]:
        """The forms of concepts that the article tells of outright, or by more than one passing form."""
        every = tuple(self.told())
        hits = tuple(
            h
            for h in every
            if not self.is_told_closer(h, every)
            and not any(self.is_part_of(h, other) for other in self.beside(h, every))
        )
        told: dict[str, list[CueHit]] = {}
        for hit in hits:
            told.setdefault(hit.cue.concept, []).append(hit)
        for hit in hits:
            beside = told[hit.cue.concept]
            if any(says_outright(h) or self.acted(h) for h in beside) or len(distinct(beside)) >= WEAK_AT_LEAST:
                yield hit

    def beside(self, hit: CueHit, hits: Sequence[CueHit]) -> Iterator[CueHit]:
        """The forms of other concepts in the clause of a form; ``hits`` in reading order."""
        text, sentence = self.article.text, sentence_at(self.sentences, hit.start)
        begin, end = clause_start(text, sentence, hit.start), clause_end(text, sentence, hit.end)
        first = bisect_left(hits, begin, key=lambda h: h.start)
        last = bisect_left(hits, end, key=lambda h: h.start)
        return (h for h in hits[first:last] if h.cue.concept != hit.cue.concept)

    def is_told_closer(self, hit: CueHit, hits: Sequence[CueHit]) -> bool:
        """Whether the sentence of a form tells of the same deed more exactly; ``hits`` in reading order."""
        closer = NARROWER.get(hit.cue.concept)
        if closer is None:
            return False
        sentence = sentence_at(self.sentences, hit.start)
        first = bisect_left(hits, sentence.start, key=lambda h: h.start)
        last = bisect_left(hits, sentence.end, key=lambda h: h.start)
        return any(h.cue.concept in closer and says_outright(h) for h in hits[first:last])

    def is_part_of(self, hit: CueHit, other: CueHit) -> bool:
        """Whether a form only tells for whom the deed of another form is done, or less specific what it is.

        为空巢老人安装烟感 is done for old people, 党员积分管理 is no 积分管理 of residents.
        """
        if len(hit.pieces) == 1:
            return len(other.pieces) > 1 and other.pieces[-1] == (hit.start, hit.end)
        begin, end = hit.pieces[0]
        covered = other.start <= hit.start and hit.end <= other.end
        return self.article.text[begin:end] in FOR_WHOM and (covered or other.start >= hit.end)

    @cached_property
    def sets(self) -> tuple[CueHit, ...]:
        """All sets of words that sentences of the article hold."""
        text = self.article.text
        return tuple(set_index(self.book).find(text, self.is_word, group_words(text, self.book)))

    @cached_property
    def scores(self) -> tuple[CueHit, ...]:
        """All kinds that stretches of the article tell by the sum of their points."""
        return tuple(score_hits(self.article.text))

    def is_word(self, start: int, end: int) -> bool:
        """Whether a short stretch is a word of the text, not a piece that two words happen to make."""
        return not may_be_piece(self.tokens, start, end) or fits(self.tokens, start, end)

    def unset(self, hit: CueHit) -> str | None:
        """Why a set of words reports no deed, by its key in ``reasons.csv``; None where it does."""
        text, sentence = self.article.text, sentence_at(self.sentences, hit.start)
        if hit.start < self.article.body_start or in_line_heading(text, hit):
            return "headline"
        if any(self.taken.hold(s, e) for s, e in hit.pieces):
            return "in-a-name"
        if is_question(text, sentence):
            return "question"
        if is_scored(text, sentence, hit) or is_needed(text, hit):
            return "content"
        if in_a_headline(text, hit):
            return "another"
        contexts = (context_at(text, sentence, s, e, self.book) for s, e in hit.pieces)
        why = next((c.objection for c in contexts if not c.reported), None)
        return why or self.unlikely(hit)

    def found(self) -> tuple[CueHit, ...]:
        """All forms of the article that lie in no longer one."""
        return longest_hits(self.article.text, cue_index(self.book))

    def objection(self, hit: CueHit) -> str | None:
        """Why a form reports no deed, by its key in ``reasons.csv``; None where it does."""
        if hit.start < self.article.body_start:
            return "headline"
        if hit.cue.role == "part":
            return "part"
        if any(self.taken.hold(s, e) for s, e in hit.pieces):
            return "in-a-name"
        return self.unsaid(hit) or self.unmeant(hit) or self.unlikely(hit)

    def unsaid(self, hit: CueHit) -> str | None:
        """Why the words around a form make it no deed, None where they do not."""
        text, sentence = self.article.text, sentence_at(self.sentences, hit.start)
        if hit.cue.role in LITTLE and not is_told(text, sentence, hit, self.words):
            return "little"
        if is_content(text, sentence, hit, self.words):
            return "content"
        if is_question(text, sentence):
            return "question"
        if self.passes(hit):
            return "another"
        return None if stands(hit, self.tokens) else "border"

    def unlikely(self, hit: CueHit) -> str | None:
        """Whether what stands around the words of a form speaks of other things than its kind, by the points.

        A word that tells its kind alone is believed.
        """
        parted = len(hit.pieces) > 1
        return "unlikely" if parted and points_at(self.article.text, hit.start, hit.cue.concept) < UNLIKELY else None

    def acted(self, hit: CueHit) -> bool:
        """Whether a cue is the object of a verb that runs things, or counted (推行党建联建, 12名党建指导员)."""
        if hit.cue.role != "cue":
            return False
        sentence = sentence_at(self.sentences, hit.start)
        return is_told(self.article.text, sentence, hit, self.words)

    def passes(self, hit: CueHit) -> bool:
        """Whether a form only helps to tell of something else."""
        text, sentence, words = self.article.text, sentence_at(self.sentences, hit.start), self.words
        if is_attribute(text, hit, words) or is_means(text, sentence, hit, words) or in_a_headline(text, hit):
            return True
        return makes_another(text, hit, words) or is_list_apart(text, hit, words)

    def unmeant(self, hit: CueHit) -> str | None:
        """Whether a deed is denied, only intended, an aim or conditional."""
        if is_wanted(self.article.text, hit, self.words):
            return "wish"
        sentence = sentence_at(self.sentences, hit.start)
        spans = {(hit.start, hit.end), *hit.pieces}
        contexts = (context_at(self.article.text, sentence, *span, self.book) for span in sorted(spans))
        return next((c.objection for c in contexts if not c.reported), None)


def says_outright(hit: CueHit) -> bool:
    """Whether one passing mention is enough: a name of the concept, or a verb with its object (调处…纠纷).

    People who lend a hand are not: 志愿者忙着盛饭 in a report on a canteen.
    """
    if hit.cue.role in PASSING:
        return False
    return hit.cue.role != "cue" or len(hit.pieces) > 1


def rule_of(hit: CueHit) -> str:
    """The id of the rule that finds a form or a set of words."""
    return {SET: "concept-set", SCORE: "concept-score"}.get(hit.cue.role, "concept-cue")


def distinct(hits: Sequence[CueHit]) -> list[CueHit]:
    """Hits that do not lie on one another: 网格管理 and 管理网格员 in 网格管理员 are one."""
    kept: list[CueHit] = []
    for hit in sorted(hits, key=lambda h: (h.start, -h.end)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept


def phrases(text: str, practice: Practice) -> Iterator[tuple[int, int]]:
    """The spans in which a practice is named, each with the head phrase behind it (“随手拍”积分奖励制度)."""
    for e in practice.evidence:
        begins = e.start - 1 if text[e.start - 1 : e.start] in OPENING else e.start
        ends = [begins + len(name) for name in practice.aliases if text.startswith(name, begins)]
        yield begins, max([e.end, *ends])


def told_from(hit: CueHit) -> int:
    """Where a form tells what is done: a set of words behind the last of them (甲市从松绑破题，在乙街道精简报表)."""
    return max(start for start, _ in hit.pieces) if hit.cue.role == SET else hit.start


def named_spans(text: str, practices: tuple[Practice, ...]) -> list[tuple[int, int]]:
    """The spans in which practices are named; those of chains tell of deeds of their own."""
    return [span for p in practices if not CHAIN.search(p.name) for span in phrases(text, p)]


def extract_concepts(
    article: Article, scope: Scope, sentences: tuple[Sentence, ...], practices: tuple[Practice, ...], book: RuleBook
) -> tuple[ConceptUse, ...]:
    """Concepts carried out at places, each with the spans that say so, in reading order."""
    found: dict[tuple[str, str], tuple[list[Evidence], str]] = {}
    cues = cue_index(book)
    for practice in practices:
        for concept in practice.concepts:
            by_text = telling_words(article.text, practice, concept, cues)
            for place in practice.at:
                found.setdefault((concept, place), ([], practice.rule))[0].extend((*practice.evidence, *by_text))
    named = named_spans(article.text, practices)
    for hit in Report(article, sentences, named, book).enough():
        for place in scope.inner_names(told_from(hit), hit.end):
            found.setdefault((hit.cue.concept, place), ([], rule_of(hit)))[0].append(Evidence(hit.start, hit.end))
    uses = [use_of(article.text, key, evidence, rule, practices, book) for key, (evidence, rule) in found.items()]
    return tuple(sorted(uses, key=lambda u: (u.evidence[0], u.concept, u.at)))


def use_of(
    text: str,
    key: tuple[str, str],
    evidence: list[Evidence],
    rule: str,
    practices: tuple[Practice, ...],
    book: RuleBook,
) -> ConceptUse:
    """A kind at a place, with how sure it is."""
    concept, place = key
    spans = tuple(sorted(set(evidence)))
    named = {p.confidence for p in practices if p.confidence and concept in p.concepts and place in p.at}
    signs = confidence.signs_of_kind(text, concept, spans, named)
    sure = confidence.level(confidence.CONCEPTS, signs, book)
    return ConceptUse(concept, place, spans, rule, confidence=sure, signs=signs)
