"""Gathers the facts of many articles into what the map shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from kg.ids import tail
from kg.model import Article, ArticleFacts, Place, Practice
from kg.statements import Statement, statements
from kg.view.cite import credit, reference
from kg.view.data import ArticleRef, ConceptLabel, Fact, Link, MapData, PlaceEntry, PracticeEntry, Quote, Text
from kg.view.keys import concept_key, place_key, practice_key
from kg.view.printable import printable, printable_name
from kg.view.quotes import quote_parts
from kg.view.readings import Reading, ReadingPlaces, reading_of

T = TypeVar("T")


def collect(facts: Sequence[ArticleFacts], concepts: Iterable[ConceptLabel]) -> MapData:
    """What the map shows of ``facts``, whatever their order: articles are sorted by file and number.

    A practice named alike in several places is one entry. A practice whose article ties it to no place is tied to
    the places the report is about. ConceptLabel ids that ``concepts`` does not hold are left out.
    """
    gathering = _Gathering({concept.id: concept for concept in concepts})
    for one in sorted(facts, key=lambda f: (f.article.source, f.article.n, f.article.title)):
        gathering.add(one)
    return gathering.finish()


@dataclass(slots=True)
class _Gathering:
    """The entries so far, by id."""

    scheme: dict[str, ConceptLabel]
    articles: list[ArticleRef] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    places: dict[str, PlaceEntry] = field(default_factory=dict)
    practices: dict[str, PracticeEntry] = field(default_factory=dict)
    facts: list[Fact] = field(default_factory=list)
    quotes: dict[Quote, int] = field(default_factory=dict)

    def add(self, facts: ArticleFacts) -> None:
        """Take in one article."""
        article = facts.article
        self.articles.append(
            ArticleRef(
                title=printable_name(article.title),
                source=printable_name(article.source),
                n=article.n,
                published=article.published,
                authors=tuple(printable_name(author.name) for author in article.authors),
                reference=reference(article),
                credit=credit(article),
            )
        )
        here = ReadingPlaces(facts)
        for practice in facts.practices:
            self._practice(practice)
        for statement in statements(facts, here.naming):
            reading = reading_of(statement, here)
            if reading and (reading.family != "concept" or reading.target in self.scheme):
                self._fact(article, statement, reading)
        self.texts.append(Text(printable(article.text), _mentions(facts)))

    def finish(self) -> MapData:
        """Everything gathered, sorted by id; a concept that a practice of the same place implies has no link."""
        links: dict[tuple[str, str], list[int]] = {}
        for i, fact in enumerate(self.facts):
            if fact.family in {"runs", "concept"} and fact.place and fact.target:
                links.setdefault((fact.place, fact.target), []).append(i)
        implied = {
            (place, concept_key(concept))
            for place, target in links
            if target in self.practices
            for concept in self.practices[target].concepts
        }
        kept = {pair: found for pair, found in links.items() if pair not in implied}
        linked = {place for place, _ in kept}
        used = {concept_key(c) for p in self.practices.values() for c in p.concepts} | {t for _, t in kept}
        return MapData(
            articles=tuple(self.articles),
            places=tuple(self.places[key] for key in sorted(self.places) if key in linked),
            practices=tuple(self.practices[key] for key in sorted(self.practices)),
            concepts=tuple(c for c in self.scheme.values() if concept_key(c.id) in used),
            links=tuple(Link(place, target, tuple(kept[place, target])) for place, target in sorted(kept)),
            quotes=tuple(self.quotes),
            facts=tuple(self.facts),
            named=tuple(self.places[key] for key in sorted(self.places) if key not in linked),
            texts=tuple(self.texts),
        )

    def _practice(self, practice: Practice) -> None:
        name = printable_name(practice.name)
        key = practice_key(name)
        old = self.practices.get(key) or PracticeEntry(key, name, practice.kind, ())
        aliases = tuple(printable_name(alias) for alias in practice.aliases)
        self.practices[key] = replace(
            old,
            concepts=_union(old.concepts, tuple(c for c in practice.concepts if c in self.scheme)),
            aliases=_union(old.aliases, tuple(a for a in aliases if a != name)),
        )

    def _fact(self, article: Article, statement: Statement, reading: Reading) -> None:
        """A fact for each place that it stands at; one without a place where there is none."""
        spans = tuple(sorted({(e.start, e.end) for e in statement.evidence if e.where == "text"}))
        target = None
        if reading.target:
            target = concept_key(reading.target) if reading.family == "concept" else practice_key(reading.target)
        fact_iri = statement.subject if statement.predicate == "learned" else statement.iri
        for place in reading.places or (None,):
            fact = Fact(
                id=tail(fact_iri),
                family=reading.family,
                article=len(self.articles) - 1,
                place=self._place(place, article).id if place else None,
                target=target,
                text=printable_name(reading.text),
                value=printable_name(reading.value),
                stage=statement.stage,
                confidence=statement.confidence,
                quote=self._quote(article, statement),
                spans=spans,
                loose=reading.loose,
                serves=reading.serves,
                learned_from=self._place(reading.learned_from, article).id if reading.learned_from else None,
            )
            self.facts.append(fact)

    def _place(self, place: Place, article: Article) -> PlaceEntry:
        key = place_key(place, article)
        if key not in self.places:
            self.places[key] = PlaceEntry(
                id=key,
                name=printable_name(place.name),
                level=place.level,
                code=place.code,
                path=tuple(printable_name(name) for name in reversed(place.within)),
                path_codes=tuple(reversed((*place.within_codes, *[None] * len(place.within))[: len(place.within)])),
                status=place.status,
            )
        return self.places[key]

    def _quote(self, article: Article, statement: Statement) -> int:
        parts = tuple(printable(part) for part in quote_parts(article, statement.evidence))
        first = min(statement.evidence)
        quote = Quote(len(self.articles) - 1, statement.rule, statement.stage, first.start, first.end, parts)
        return self.quotes.setdefault(quote, len(self.quotes))


def _mentions(facts: ArticleFacts) -> tuple[tuple[str, int, int], ...]:
    """Where the article names which place, by the place's id."""
    keys = [place_key(place, facts.article) for place in facts.places.places]
    return tuple((keys[m.place], m.start, m.end) for m in facts.places.mentions)


def _union(first: tuple[T, ...], second: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(dict.fromkeys((*first, *second)))
