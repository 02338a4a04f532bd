"""Which forms and sets of words of the concepts stand in a text, and why each of them reports a deed or does not."""

from __future__ import annotations

from collections.abc import Iterator

from kg.explain.model import Reading
from kg.extract.concepts import Report, named_spans, rule_of
from kg.model import Article, Practice, Sentence
from kg.rulebook import RuleBook
from kg.scheme import load_concepts

FAMILY = "concepts"


def concept_readings(
    article: Article, sentences: tuple[Sentence, ...], practices: tuple[Practice, ...], book: RuleBook
) -> Iterator[Reading]:
    """Each form in reading order, then each set of words."""
    labels = {c.id: c.zh for c in load_concepts()}
    report = Report(article, sentences, named_spans(article.text, practices), book)
    told = set(report.enough())
    for hit in report.found():
        objection = report.objection(hit) or (None if hit in told else "alone")
        slots = (("form", hit.cue.form), ("role", hit.cue.role), ("concept", hit.cue.concept))
        says = labels[hit.cue.concept]
        yield Reading(FAMILY, hit.start, hit.end, rule_of(hit), says, objection, slots)
    for hit in report.sets:
        objection = report.unset(hit) or (None if hit in told else "told")
        words = "、".join(article.text[start:end] for start, end in hit.pieces)
        slots = (("words", words), ("groups", hit.cue.form), ("concept", hit.cue.concept))
        yield Reading(FAMILY, hit.start, hit.end, rule_of(hit), labels[hit.cue.concept], objection, slots)
