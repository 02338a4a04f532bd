"""Recognitions received from outside."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.actors import Actor, Actors
from kg.extract.awards_receivers import LATEST, Receivers
from kg.extract.awards_titles import YEARS, award_words, read_match
from kg.extract.sentences import split_sentences
from kg.model import Article, ArticlePlaces, Award, Evidence, Organisation, Practice, Sentence
from kg.rulebook import RuleBook, RuleMatch

Span = tuple[int, int]

YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年?")
LONGEST_YEARS = 48


def extract_awards(
    article: Article,
    places: ArticlePlaces,
    book: RuleBook,
    practices: Sequence[Practice] = (),
    organisations: Sequence[Organisation] = (),
) -> tuple[Award, ...]:
    """Awards of an article in text order; the recipient is the nearest practice, body or place before the verb."""
    sentences = split_sentences(article.text)
    scan = book.scan(article.text, sentences)
    words = award_words(book)
    actors = Actors(article, places, sentences, book, inside=True)
    receivers = Receivers(actors, practices, organisations, book)
    found: list[Award] = []
    taken: list[Span] = []
    for sentence in sentences:
        for match in scan.matches("awards", sentence):
            if any(s <= match.start < e for s, e in taken):
                continue
            given = receivers.within(match)
            awards = list(read_match(match, sentence, words, book)) if match.rule.yields["award"] else []
            awards = [] if given == () else awards
            awards = [(offset, t) for offset, t in awards if not any(s < t[1] and t[0] < e for s, e in taken)]
            earlier = [(s, e) for s, e in taken[-LATEST:] if e <= match.start]
            if awards or given == () or not match.rule.yields["award"]:
                taken.append((match.start, match.end))
            for offset, title in awards:
                told = [(a.evidence[0].start, a.evidence[0].end) for a in found[-LATEST:]]
                receiving = given or receivers.of(match, offset, title, [*told, *earlier])
                found += [award(article, sentence, match, title, one) for one in receiving]
    return once(found)


def award(article: Article, sentence: Sentence, match: RuleMatch, title: Span, recipient: Actor | None) -> Award:
    """One title as a fact; where the recipient is named, that is evidence too."""
    evidence = [Evidence(*title)]
    if recipient is not None and recipient.start is not None and recipient.end is not None:
        evidence.append(Evidence(recipient.start, recipient.end))
    text = article.text
    return Award(
        title=text[title[0] : title[1]],
        recipient=recipient.name if recipient else None,
        year=year_of(text, sentence, match.start, title),
        evidence=tuple(evidence),
        rule=match.rule.id,
    )


def year_of(text: str, sentence: Sentence, offset: int, title: Span) -> int | None:
    """The year in the title, else the last one before the verb in its sentence; None where it spans several."""
    if any(m.end() == title[0] for m in YEARS.finditer(text, max(offset, title[0] - LONGEST_YEARS), title[0])):
        return None
    inside = list(YEAR.finditer(text, title[0], title[1]))
    if inside:
        return int(inside[-1][1])
    before = list(YEAR.finditer(text, sentence.start, offset))
    return int(before[-1][1]) if before else None


def once(awards: list[Award]) -> tuple[Award, ...]:
    """Each award of each recipient once, in text order."""
    kept: dict[tuple[str, str | None], Award] = {}
    for new in sorted(awards, key=lambda a: a.evidence[0]):
        kept.setdefault((new.title, new.recipient), new)
    return tuple(kept.values())
