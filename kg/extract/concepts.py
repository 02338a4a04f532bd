"""Kinds of practice that places carry out: those of the named practices, and those that a deed shows without a name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate

from kg.extract.concept_cues import CueHit, cue_index, longest
from kg.extract.concept_deeds import deeds, is_content, is_question, is_told, makes_another
from kg.extract.context import context_at
from kg.extract.scope import Scope, covers
from kg.extract.sentences import sentence_at
from kg.model import Article, ConceptUse, Evidence, Practice, Sentence
from kg.rulebook import RuleBook
from kg.segmenter import cut

# A chain of units (党委—网格党支部—党员中心户) is one practice, and each of its units is a deed of its own.
CHAIN = re.compile(r"[—→]|(?<=[一-鿿])-(?=[一-鿿])")
SHORT = 4
SHORT_PART = 2
OPENING = ("“", "‘", '"')
LITTLE = frozenset({"weak", "actor"})
# One passing word that says little is no report of a deed; two in one article are.
WEAK_AT_LEAST = 2


class Borders:
    """Tells whether a span begins and ends where jieba sees words begin and end; segments a sentence once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.known: dict[int, frozenset[int]] = {}

    def fit(self, sentence: Sentence, start: int, end: int) -> bool:
        """Whether both ends of ``[start, end)`` are borders of words."""
        return {start - sentence.start, end - sentence.start} <= self._of(sentence)

    def inside(self, sentence: Sentence, start: int, end: int) -> bool:
        """Whether ``[start, end)`` lies in one word (纠纷 in 邻里纠纷)."""
        return not any(start < sentence.start + border < end for border in self._of(sentence))

    def _of(self, sentence: Sentence) -> frozenset[int]:
        if sentence.start not in self.known:
            words = cut(self.text[sentence.start : sentence.end], guess=True)
            self.known[sentence.start] = frozenset(accumulate(map(len, words), initial=0))
        return self.known[sentence.start]


def stands(hit: CueHit, sentence: Sentence, borders: Borders) -> bool:
    """Whether the short parts of a hit are words of the text, not pieces that two words happen to make."""
    if len(hit.pieces) == 1:
        return hit.end - hit.start > SHORT or borders.fit(sentence, hit.start, hit.end)
    short = [piece for piece in hit.pieces if piece[1] - piece[0] <= SHORT_PART]
    return all(
        borders.fit(sentence, s, e) or (e - s > 1 and borders.text[s:e] != "组织" and borders.inside(sentence, s, e))
        for s, e in short  # 党组织 organises nothing
    )


def told_hits(
    article: Article, sentences: tuple[Sentence, ...], taken: Sequence[tuple[int, int]], book: RuleBook
) -> Iterator[CueHit]:
    """Forms that tell of something done or under way outside the spans ``taken``, each standing on word borders."""
    text, words, borders = article.text, deeds(book), Borders(article.text)
    for hit in longest(cue_index(book).find(text)):
        if hit.start < article.body_start or hit.cue.role == "part" or any(covers(taken, s, e) for s, e in hit.pieces):
            continue
        sentence = sentence_at(sentences, hit.start)
        if hit.cue.role in LITTLE and not is_told(text, sentence, hit, words):
            continue
        if is_content(text, sentence, hit, words) or is_question(text, sentence) or makes_another(text, hit, words):
            continue
        if not stands(hit, sentence, borders):
            continue
        if context_at(text, sentence, hit.start, hit.end, book).reported:
            yield hit


def enough(hits: Sequence[CueHit]) -> Iterator[CueHit]:
    """Hits of the concepts that an article tells of by more than one weak form."""
    weak: Counter[str] = Counter()
    strong = set()
    for hit in hits:
        if hit.cue.role == "weak":
            weak[hit.cue.concept] += 1
        else:
            strong.add(hit.cue.concept)
    yield from (h for h in hits if h.cue.concept in strong or weak[h.cue.concept] >= WEAK_AT_LEAST)


def phrases(text: str, practice: Practice) -> Iterator[tuple[int, int]]:
    """The spans in which a practice is named, each with the head phrase behind it (“随手拍”积分奖励制度)."""
    for e in practice.evidence:
        begins = e.start - 1 if text[e.start - 1 : e.start] in OPENING else e.start
        ends = [begins + len(name) for name in practice.aliases if text.startswith(name, begins)]
        yield begins, max([e.end, *ends])


def extract_concepts(
    article: Article, scope: Scope, sentences: tuple[Sentence, ...], practices: tuple[Practice, ...], book: RuleBook
) -> tuple[ConceptUse, ...]:
    """Concepts carried out at places, each with the spans that say so, in reading order."""
    found: dict[tuple[str, str], tuple[list[Evidence], str]] = {}
    for practice in practices:
        for concept in practice.concepts:
            for place in practice.at:
                found.setdefault((concept, place), ([], practice.rule))[0].extend(practice.evidence)
    named = [span for p in practices if not CHAIN.search(p.name) for span in phrases(article.text, p)]
    for hit in enough(tuple(told_hits(article, sentences, named, book))):
        for place in scope.names(hit.start, hit.end):
            found.setdefault((hit.cue.concept, place), ([], "concept-cue"))[0].append(Evidence(hit.start, hit.end))
    uses = [
        ConceptUse(concept, place, tuple(sorted(set(evidence))), rule)
        for (concept, place), (evidence, rule) in found.items()
    ]
    return tuple(sorted(uses, key=lambda u: (u.evidence[0], u.concept, u.at)))
