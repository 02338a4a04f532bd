"""Recognitions received from outside."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.actors import Actor, Actors
from kg.extract.awards_receivers import LATEST, Receivers
from kg.extract.awards_titles import YEARS, Title, award_words, goes_to_people, read_match
from kg.extract.sentences import split_sentences
from kg.model import Article, ArticlePlaces, Award, Evidence, Organisation, Person, Practice, Sentence
from kg.rulebook import RuleBook, RuleMatch

Span = tuple[int, int]

YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年?")
BEHIND = re.compile(r"”?（((?:19|20)\d\d)年?度?）")
LONGEST_YEARS = 48


def extract_awards(
    article: Article,
    places: ArticlePlaces,
    book: RuleBook,
    practices: Sequence[Practice] = (),
    organisations: Sequence[Organisation] = (),
    people: Sequence[Person] = (),
) -> tuple[Award, ...]:
    """Awards of an article in text order; the recipient is the nearest practice, body or place before the verb."""
    sentences = split_sentences(article.text)
    scan = book.scan(article.text, sentences)
    words = award_words(book)
    actors = Actors(article, places, sentences, book, inside=True)
    receivers = Receivers(actors, practices, organisations, people, book)
    named = {m.end: m.start for m in places.mentions if m.kind != "reference"}
    found: list[Award] = []
    taken: list[Span] = []
    for sentence in sentences:
        person: int | None = None
        honoured: list[Actor] = []
        for match in scan.matches("awards", sentence):
            if any(s <= match.start < e for s, e in taken):
                continue
            titles = list(read_match(match, sentence, words, book)) if match.rule.yields["award"] else []
            if match.rule.yields.get("recipient") == "next":
                titles = [t for t in titles if not is_place(t, named)]
            titles = [t for t in titles if not any(s < t.end and t.start < e for s, e in taken)]
            told = [*((a.evidence[0].start, a.evidence[0].end) for a in found[-LATEST:])]
            told += [(s, e) for s, e in taken[-LATEST:] if e <= match.start]
            told += [(t.start, t.end) for t in titles]
            receiving = ((t, one) for t in titles for one in receivers.of(match, t, told, honoured))
            before = person if person is not None and person < match.start else None
            received = [(t, one) for t, one in receiving if newer(one, before)]
            honoured = [one for _, one in received if one] or honoured
            found += [award(article, sentence, match, title, one) for title, one in received]
            if received or not match.rule.yields["award"] or match.rule.yields.get("recipient") == "within":
                taken.append((match.start, match.end))
            person = match.start if goes_to_people(match, words) else person
    return once(found)


def is_place(title: Title, named: dict[int, int]) -> bool:
    """Whether a title is all of a place's name that sounds like an honour: 甲省乙市平安街道|丙社区."""
    at = title.end
    while at in named and named[at] >= title.start:
        at = named[at]
    return at == title.start


def newer(recipient: Actor | None, person: int | None) -> bool:
    """Whether one receives that the sentence names behind the honour of a person; else that person receives again."""
    return person is None or (recipient is not None and (recipient.start or 0) > person)


def award(article: Article, sentence: Sentence, match: RuleMatch, title: Title, recipient: Actor | None) -> Award:
    """One title as a fact, the evaluation that it is a place in before it; a named recipient is evidence too."""
    text = article.text
    evidence = [Evidence(title.start, title.end)]
    if title.frame is not None:
        evidence.append(Evidence(*title.frame))
    if recipient is not None and recipient.start is not None and recipient.end is not None:
        evidence.append(Evidence(recipient.start, recipient.end))
    return Award(
        title=(text[slice(*title.frame)] if title.frame else "") + text[title.start : title.end],
        recipient=recipient.name if recipient else None,
        year=year_of(text, sentence, title.offset, (title.start, title.end)),
        evidence=tuple(evidence),
        rule=match.rule.id,
    )


def year_of(text: str, sentence: Sentence, offset: int, title: Span) -> int | None:
    """The year in brackets behind a title, in it, else the last before the verb in its sentence; None for several."""
    if any(m.end() == title[0] for m in YEARS.finditer(text, max(offset, title[0] - LONGEST_YEARS), title[0])):
        return None
    behind = BEHIND.match(text, title[1])
    if behind:
        return int(behind[1])
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
