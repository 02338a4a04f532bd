"""Policies, plans, rules, notices and standards named in 《》, and who issued them."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.extract.actors import Actor, Actors
from kg.extract.sentences import split_sentences
from kg.model import Article, ArticlePlaces, Evidence, PolicyDocument
from kg.rulebook import RuleBook, RuleMatch

TITLE = re.compile(r"《([^《》\n]{1,80})》")
# brackets round, square and tortoise-shell (U+3014, U+3015)
TAIL = re.compile(r"\s?[（(\u3014\[][^（）()\u3014\u3015\[\]]{1,24}[）)\u3015\]]$")
COUNTED_CLAUSES = re.compile(r"[一二三四五六七八九十]{1,3}条$")


@lru_cache(maxsize=4)
def title_endings(book: RuleBook) -> tuple[str, ...]:
    """What the titles of policies, plans and rules end with."""
    return book.words("documents", kind="ending")


def extract_documents(article: Article, places: ArticlePlaces, book: RuleBook) -> tuple[PolicyDocument, ...]:
    """Documents of an article in text order, each title once.

    The issuer is the body or place that prints, issues or draws it up; for a document that is only followed or
    named, the place that its title opens with; None where neither is known.
    """
    sentences = split_sentences(article.text)
    scan = book.scan(article.text, sentences)
    actors = Actors(article, places, sentences, book)
    endings = title_endings(book)
    taken: set[int] = set()
    found: list[PolicyDocument] = []
    for sentence in sentences:
        for match in scan.matches("documents", sentence):
            start, end = match.slots["titles"]
            for title in TITLE.finditer(article.text, start, end):
                if title.start() not in taken:
                    taken.add(title.start())
                    if match.rule.yields["issuer"] != "skip" and is_policy(title[1], endings):
                        found.append(document(title, match, actors, places))
    return once(sorted(found, key=lambda d: d.evidence[0]))


def is_policy(title: str, endings: tuple[str, ...]) -> bool:
    """Whether a title ends like a policy document, notes such as （试行） set aside."""
    bare = title.strip()
    while TAIL.search(bare):
        bare = TAIL.sub("", bare)
    return bare.endswith(endings) or bool(COUNTED_CLAUSES.search(bare))


def document(title: re.Match[str], match: RuleMatch, actors: Actors, places: ArticlePlaces) -> PolicyDocument:
    """One title as a fact; where the issuer is named, that is evidence too."""
    evidence = [Evidence(title.start(), title.end())]
    actor = actors.before(match.start) if match.rule.yields["issuer"] == "subject" else opening(title, places)
    if actor is not None and actor.start is not None and actor.end is not None:
        evidence.append(Evidence(actor.start, actor.end))
    return PolicyDocument(title[1].strip(), actor.name if actor else None, tuple(evidence), match.rule.id)


def opening(title: re.Match[str], places: ArticlePlaces) -> Actor | None:
    """The place that a title opens with (《太原市…条例》)."""
    for mention in places.mentions:
        if mention.start == title.start(1) and mention.end < title.end(1):
            return Actor(places.places[mention.place].name, mention.start, mention.end)
    return None


def once(documents: list[PolicyDocument]) -> tuple[PolicyDocument, ...]:
    """Each title once, the naming that knows the issuer first; 《意见》 behind its full title is no other."""
    kept: dict[str, PolicyDocument] = {}
    for new in documents:
        short = len(new.title) <= 4 and any(new.title != t and bare(t).endswith(new.title) for t in kept)
        old = kept.get(new.title)
        if not short and (old is None or (old.issuer is None and new.issuer is not None)):
            kept[new.title] = new
    return tuple(kept.values())


def bare(title: str) -> str:
    """A title without the note in brackets at its end."""
    return TAIL.sub("", title)
