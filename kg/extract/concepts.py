"""Kinds of practice that places carry out: those of the named practices, and those that a deed shows without a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

import jieba

from kg.extract.context import context_at
from kg.extract.lexica import CueHit, Lexica, lexica
from kg.extract.scope import Scope
from kg.extract.sentences import sentence_at
from kg.model import Article, ConceptUse, Evidence, Practice, Sentence
from kg.rulebook import RuleBook

CLAUSE_MARK = re.compile(r"[，。；：！？,;:!?\n]")
MODIFIER_BEHIND = re.compile(
    r"(?:渠道|优势|意识|氛围|能力|水平|问题|难题|情况|工作格局|理念|精神|要求|目标|任务|压力|难度|环节|领域|方面|主体责任)"
)
COUNT_BEFORE = re.compile(r"\d[万余多]{0,2}[个名支家户件起项场次人条处]?[^，。；\d]{0,3}$")
COUNT_BEHIND = re.compile(r"[^，。；\d]{0,2}\d")
QUESTION = re.compile(r"[？?][”’」』]?\s*$")
SHORT = 4


def longest(hits: list[CueHit]) -> list[CueHit]:
    """Hits that no longer hit covers."""
    return [
        h
        for h in hits
        if not any(o.start <= h.start and h.end <= o.end and (o.end - o.start) > (h.end - h.start) for o in hits)
    ]


def word_borders(text: str) -> frozenset[int]:
    """Offsets at which jieba sees a word begin or end."""
    return frozenset({0}.union(end for _, _, end in jieba.tokenize(text)))


def is_deed(text: str, sentence: Sentence, hit: CueHit, words: Lexica) -> bool:
    """Whether a running verb or a count stands by a weak cue in its clause, and nothing behind makes it a modifier."""
    begin = max([sentence.start, *(m.end() for m in CLAUSE_MARK.finditer(text, sentence.start, hit.start))])
    if MODIFIER_BEHIND.match(text, hit.end):
        return False
    if COUNT_BEFORE.search(text[begin : hit.start]) or COUNT_BEHIND.match(text, hit.end):
        return True
    kinds = (words.verbs[m.group()] for m in words.verb.finditer(text, begin, hit.start))
    return any(kind.startswith("run") and weight >= 1 for kind, weight in kinds)


def told_hits(article: Article, sentences: tuple[Sentence, ...], words: Lexica, book: RuleBook) -> Iterator[CueHit]:
    """Cues that tell of something done or under way, each standing on word borders."""
    text = article.text
    borders: dict[int, frozenset[int]] = {}
    for hit in longest(words.cues.find(text)):
        if hit.start < article.body_start:
            continue
        sentence = sentence_at(sentences, hit.start)
        if sentence.start not in borders:
            borders[sentence.start] = word_borders(text[sentence.start : sentence.end])
        cut = {hit.start - sentence.start, hit.end - sentence.start} <= borders[sentence.start]
        if hit.end - hit.start <= SHORT and not cut:
            continue
        if QUESTION.search(text, sentence.start, sentence.end):
            continue
        if hit.cue.role == "weak" and not is_deed(text, sentence, hit, words):
            continue
        if context_at(text, sentence, hit.start, hit.end, book).reported:
            yield hit


def extract_concepts(
    article: Article, scope: Scope, sentences: tuple[Sentence, ...], practices: tuple[Practice, ...], book: RuleBook
) -> tuple[ConceptUse, ...]:
    """Concepts carried out at places, each with the spans that say so, in reading order."""
    found: dict[tuple[str, str], tuple[list[Evidence], str]] = {}
    for practice in practices:
        for concept in practice.concepts:
            for place in practice.at:
                found.setdefault((concept, place), ([], practice.rule))[0].extend(practice.evidence)
    for hit in told_hits(article, sentences, lexica(book), book):
        for place in scope.names(hit.start, hit.end):
            found.setdefault((hit.cue.concept, place), ([], "concept-cue"))[0].append(Evidence(hit.start, hit.end))
    uses = [
        ConceptUse(concept, place, tuple(sorted(set(evidence))), rule)
        for (concept, place), (evidence, rule) in found.items()
    ]
    return tuple(sorted(uses, key=lambda u: (u.evidence[0], u.concept, u.at)))
