"""Which forms of the practice concepts stand in a text, and why each of them reports a deed or does not."""

from __future__ import annotations

from collections.abc import Iterator

from kg.explain.model import Reading
from kg.extract.concepts import Report, named_spans
from kg.model import Article, Practice, Sentence
from kg.rulebook import RuleBook
from kg.scheme import load_concepts

FAMILY = "concepts"


def concept_readings(
    article: Article, sentences: tuple[Sentence, ...], practices: tuple[Practice, ...], book: RuleBook
) -> Iterator[Reading]:
    """Each form in reading order."""
    labels = {c.id: c.zh for c in load_concepts()}
    report = Report(article, sentences, named_spans(article.text, practices), book)
    told = set(report.enough())
    for hit in report.found():
        objection = report.objection(hit) or (None if hit in told else "alone")
        slots = (("form", hit.cue.form), ("role", hit.cue.role), ("concept", hit.cue.concept))
        says = labels[hit.cue.concept]
        yield Reading(FAMILY, hit.start, hit.end, "concept-cue", says, objection, slots)
