"""Gathers the facts of many articles into what the map shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from kg.model import Article, ArticleFacts, Award, ConceptUse, Evidence, Measure, Place, Practice, Stage
from kg.view.data import (
    ArticleRef,
    ConceptLabel,
    Figure,
    Link,
    MapData,
    PlaceEntry,
    PracticeEntry,
    Quote,
)
from kg.view.keys import concept_key, place_key, practice_key
from kg.view.printable import printable, printable_name
from kg.view.quotes import quote_parts

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
    places: dict[str, PlaceEntry] = field(default_factory=dict)
    practices: dict[str, PracticeEntry] = field(default_factory=dict)
    links: dict[tuple[str, str], list[int]] = field(default_factory=dict)
    quotes: list[Quote] = field(default_factory=list)

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
            )
        )
        here = _PlacesByName(facts)
        for practice in facts.practices:
            self._practice(article, practice, here)
        for use in facts.concepts:
            self._concept(article, use, here)
        for measure in facts.measures:
            self._measure(article, measure, here)
        for award in facts.awards:
            self._award(article, award, here)

    def finish(self) -> MapData:
        """Everything gathered, sorted by id; a concept that a practice of the same place implies has no link."""
        implied = {
            (place, concept_key(concept))
            for place, target in self.links
            if target in self.practices
            for concept in self.practices[target].concepts
        }
        kept = {pair: quotes for pair, quotes in self.links.items() if pair not in implied or pair[1] in self.practices}
        linked = {place for place, _ in kept}
        used = {c for p in self.practices.values() for c in p.concepts} | {t for _, t in kept}
        return MapData(
            articles=tuple(self.articles),
            places=tuple(self.places[key] for key in sorted(self.places) if key in linked),
            practices=tuple(self.practices[key] for key in sorted(self.practices)),
            concepts=tuple(c for c in self.scheme.values() if c.id in used or concept_key(c.id) in used),
            links=tuple(Link(place, target, tuple(kept[place, target])) for place, target in sorted(kept)),
            quotes=tuple(self.quotes),
        )

    def _practice(self, article: Article, practice: Practice, here: _PlacesByName) -> None:
        name = printable_name(practice.name)
        key = practice_key(name)
        quote = self._quote(article, practice.evidence, practice.rule, practice.stage)
        concepts = tuple(c for c in practice.concepts if c in self.scheme)
        aliases = tuple(printable_name(alias) for alias in practice.aliases)
        old = self.practices.get(key) or PracticeEntry(key, name, practice.kind, ())
        places = here.named(practice.at) or here.localities
        self.practices[key] = replace(
            old,
            concepts=_union(old.concepts, concepts),
            aliases=_union(old.aliases, tuple(a for a in aliases if a != name)),
            quotes=old.quotes if places else _union(old.quotes, (quote,)),
        )
        for place in places:
            self._link(self._place(place, article), key, quote)

    def _concept(self, article: Article, use: ConceptUse, here: _PlacesByName) -> None:
        if use.concept not in self.scheme:
            return
        quote = self._quote(article, use.evidence, use.rule, use.stage)
        for place in here.named((use.at,)) or here.localities:
            self._link(self._place(place, article), concept_key(use.concept), quote)

    def _measure(self, article: Article, measure: Measure, here: _PlacesByName) -> None:
        places = here.named((measure.at,)) if measure.at else here.localities
        if not places:
            return
        value = f"{'约 ' if measure.approximate else ''}{measure.value:,.10g} {measure.unit}".strip()
        quote = self._quote(article, measure.evidence, measure.rule, "done")
        figure = Figure(printable_name(measure.what), printable_name(value), quote)
        for place in places[:1]:
            entry = self._place(place, article)
            self.places[entry.id] = replace(entry, figures=(*entry.figures, figure))

    def _award(self, article: Article, award: Award, here: _PlacesByName) -> None:
        quote = self._quote(article, award.evidence, award.rule, "done")
        figure = Figure(printable_name(award.title), str(award.year or ""), quote)
        key = practice_key(printable_name(award.recipient or ""))
        if key in self.practices:
            practice = self.practices[key]
            self.practices[key] = replace(practice, awards=(*practice.awards, figure))
            return
        for place in (here.named((award.recipient,)) if award.recipient else here.localities)[:1]:
            entry = self._place(place, article)
            self.places[entry.id] = replace(entry, awards=(*entry.awards, figure))

    def _place(self, place: Place, article: Article) -> PlaceEntry:
        key = place_key(place, article)
        if key not in self.places:
            path = tuple(printable_name(name) for name in reversed(place.within))
            self.places[key] = PlaceEntry(key, printable_name(place.name), place.level, place.code, path)
        return self.places[key]

    def _link(self, place: PlaceEntry, target: str, quote: int) -> None:
        quotes = self.links.setdefault((place.id, target), [])
        if quote not in quotes:
            quotes.append(quote)

    def _quote(self, article: Article, evidence: Sequence[Evidence], rule: str, stage: Stage) -> int:
        parts = tuple(printable(part) for part in quote_parts(article, evidence))
        first = min(evidence) if evidence else Evidence(0, 0)
        self.quotes.append(Quote(len(self.articles) - 1, rule, stage, first.start, first.end, parts))
        return len(self.quotes) - 1


class _PlacesByName:
    """The places of one article by the names that its facts use."""

    def __init__(self, facts: ArticleFacts) -> None:
        self._by_name: dict[str, Place] = {}
        for place in facts.places.places:
            self._by_name.setdefault(place.name, place)
        self.localities = tuple(facts.places.places[i] for i in facts.places.localities)

    def named(self, names: Iterable[str]) -> tuple[Place, ...]:
        """The places with these names, in this order; names the article does not list are left out."""
        return tuple(self._by_name[name] for name in dict.fromkeys(names) if name in self._by_name)


def _union(first: tuple[T, ...], second: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(dict.fromkeys((*first, *second)))
