"""Which forms, sets of words and sums of points tell kinds of practice in a text, and why each is a deed or not."""

from __future__ import annotations

from collections.abc import Iterator

from kg.explain.model import Reading
from kg.extract.concept_cues import CueHit
from kg.extract.concept_scores import HUNDREDTHS, score_card, stretch_at
from kg.extract.concepts import Report, named_spans, rule_of
from kg.model import Article, Practice, Sentence
from kg.rulebook import RuleBook
from kg.scheme import load_concepts

FAMILY = "concepts"
MOST_WORDS = 6


def concept_readings(
    article: Article, sentences: tuple[Sentence, ...], practices: tuple[Practice, ...], book: RuleBook
) -> Iterator[Reading]:
    """Each form in reading order, then each set of words, then each kind that the points of a stretch come to."""
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
    for hit in report.scores:
        objection = report.unset(hit) or (None if hit in told else "told")
        summed = (*score_slots(article.text, hit), ("concept", hit.cue.concept))
        yield Reading(FAMILY, hit.start, hit.end, rule_of(hit), labels[hit.cue.concept], objection, summed)


def score_slots(text: str, hit: CueHit) -> tuple[tuple[str, str], ...]:
    """What a stretch comes to for a kind, and the pairs of characters that speak most for it with their points."""
    card, stretch = score_card(), stretch_at(text, hit.start)
    strongest = card.favouring(hit.cue.concept, text, stretch)[:MOST_WORDS]
    words = "、".join(f"{text[start:end]} {points / HUNDREDTHS:+.1f}" for points, start, end in strongest)
    return (("words", words), ("points", f"{card.of(stretch, hit.cue.concept) / HUNDREDTHS:.1f}"))
