"""Kinds of practice that places carry out: those of the named practices, and those that a deed shows without a name."""

from __future__ import annotations

from kg.extract.context import context_at
from kg.extract.lexica import CueHit, lexica
from kg.extract.scope import Scope
from kg.extract.sentences import sentence_at
from kg.model import Article, ConceptUse, Evidence, Practice, Sentence
from kg.rulebook import RuleBook


def longest(hits: list[CueHit]) -> list[CueHit]:
    """Hits that no longer hit covers."""
    return [
        h
        for h in hits
        if not any(o.start <= h.start and h.end <= o.end and (o.end - o.start) > (h.end - h.start) for o in hits)
    ]


def extract_concepts(
    article: Article, scope: Scope, sentences: tuple[Sentence, ...], practices: tuple[Practice, ...], book: RuleBook
) -> tuple[ConceptUse, ...]:
    """Concepts carried out at places, each with the spans that say so, in reading order."""
    words = lexica(book)
    found: dict[tuple[str, str], tuple[list[Evidence], str]] = {}
    for practice in practices:
        for concept in practice.concepts:
            for place in practice.at:
                found.setdefault((concept, place), ([], practice.rule))[0].extend(practice.evidence)
    for hit in longest(words.cues.find(article.text)):
        if hit.start < article.body_start:
            continue
        if not context_at(article.text, sentence_at(sentences, hit.start), hit.start, hit.end, book).reported:
            continue
        for place in scope.names(hit.start, hit.end):
            found.setdefault((hit.cue.concept, place), ([], "concept-cue"))[0].append(Evidence(hit.start, hit.end))
    uses = [
        ConceptUse(concept, place, tuple(sorted(set(evidence))), rule)
        for (concept, place), (evidence, rule) in found.items()
    ]
    return tuple(sorted(uses, key=lambda u: (u.evidence[0], u.concept, u.at)))
