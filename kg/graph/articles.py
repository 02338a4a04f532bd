"""The triples of one article: itself, the things it names, and a fact node for each of its statements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from rdflib import URIRef
from rdflib.namespace import DCTERMS, PROV, RDF, RDFS, SKOS

from kg import ids
from kg.graph.evidence import Holder, evidence_triples
from kg.graph.places import uncoded_place
from kg.graph.terms import ZT, Object, boolean, date, integer, number, sha256, text
from kg.model import (
    ArticleFacts,
    Award,
    Evidence,
    Measure,
    Organisation,
    Person,
    Place,
    PolicyDocument,
    Practice,
    Tenure,
)
from kg.statements import Naming, Statement, statements

Triple = tuple[URIRef, URIRef, Object]


def article_triples(facts: ArticleFacts, source_texts: Mapping[str, str]) -> tuple[URIRef, Iterator[Triple]]:
    """The named graph of one article and its triples; some may come twice."""
    writer = _ArticleWriter(facts, source_texts)
    return URIRef(writer.naming.graph), writer.triples()


class _ArticleWriter:
    """Writes one article; evidence that several statements share is described once."""

    def __init__(self, facts: ArticleFacts, source_texts: Mapping[str, str]) -> None:
        self.facts = facts
        self.naming = Naming(facts)
        self.iri = URIRef(self.naming.article)
        self.holder = Holder(facts.article, self.naming.article, source_texts)
        self._evidence: dict[Evidence, URIRef] = {}

    def triples(self) -> Iterator[Triple]:
        """Everything about the article."""
        yield from self._article()
        for place in self.facts.places.places:
            yield from self._place(place)
        for statement in statements(self.facts, self.naming):
            yield from self._thing(statement)
            yield from self._statement(statement)

    @cached_property
    def _source(self) -> URIRef:
        return URIRef(ids.source_iri(self.facts.article.source))

    def _article(self) -> Iterator[Triple]:
        article = self.facts.article
        yield self.iri, RDF.type, ZT.Article
        yield self.iri, DCTERMS.title, text(article.title)
        yield self.iri, RDFS.label, text(article.title)
        yield self.iri, ZT.text, text(article.text)
        yield self.iri, ZT.sha256, text(sha256(article.text))
        yield self.iri, ZT.number, integer(article.n)
        yield self.iri, ZT.printedIn, self._source
        if article.published:
            yield self.iri, DCTERMS.issued, date(article.published)
        for author in article.authors:
            yield self.iri, ZT.byline, text(author.name)
        for place in self.naming.localities:
            yield self.iri, ZT.reportsOn, URIRef(ids.place_iri(place, article))

    def _place(self, place: Place) -> Iterator[Triple]:
        iri = ids.place_iri(place, self.facts.article)
        if place.code is None or iri != ids.coded_place_iri(place.code):
            yield from uncoded_place(place, URIRef(iri), self._around(place))

    def _around(self, place: Place) -> URIRef | None:
        """The smallest place around an uncoded one that the graph describes."""
        for name, code in zip(place.within, place.within_codes, strict=False):
            listed = self.naming.place(name)
            if code:
                return URIRef(ids.coded_place_iri(code))
            if listed and name != place.name:
                return URIRef(listed)
        return None

    def _statement(self, statement: Statement) -> Iterator[Triple]:
        subject, predicate = URIRef(statement.subject), ZT[statement.predicate]
        target = target_of(statement)
        if statement.stage != "planned":
            yield subject, predicate, target
        fact = URIRef(statement.iri)
        yield fact, RDF.type, ZT.Fact
        yield fact, RDF.subject, subject
        yield fact, RDF.predicate, predicate
        yield fact, RDF.object, target
        yield fact, ZT.rule, text(statement.rule)
        yield fact, ZT.stage, text(statement.stage)
        yield fact, ZT.polarity, text("affirmed")
        if statement.confidence:
            yield fact, ZT.confidence, text(statement.confidence)
        yield fact, PROV.hadPrimarySource, self.iri
        for evidence in statement.evidence:
            if evidence not in self._evidence:
                self._evidence[evidence], described = evidence_triples(self.holder, evidence)
                yield from described
            yield fact, ZT.evidence, self._evidence[evidence]

    def _thing(self, statement: Statement) -> Iterator[Triple]:
        """What the article says of the thing itself: class, label, kind and the like."""
        iri, item = URIRef(statement.thing), statement.item
        if isinstance(item, Practice):
            yield from _practice(iri, item)
        elif isinstance(item, Organisation):
            yield from self._organisation(iri, item)
        elif isinstance(item, Person):
            yield from self._person(iri, statement, item)
        elif isinstance(item, PolicyDocument):
            yield from _labelled(iri, ZT.PolicyDocument, item.title)
            yield from self._body(item.issuer)
        elif isinstance(item, Award):
            yield from self._award(iri, item)
        elif isinstance(item, Measure):
            yield from _measure(iri, item)

    def _organisation(self, iri: URIRef, item: Organisation) -> Iterator[Triple]:
        yield from _labelled(iri, ZT.Organisation, item.name)
        yield iri, ZT.kind, text(item.kind)
        place = self.naming.place(item.place)
        if place:
            yield iri, ZT.locatedIn, URIRef(place)

    def _person(self, iri: URIRef, statement: Statement, item: Person) -> Iterator[Triple]:
        post, tenure = URIRef(statement.object), statement.tenure
        said = tenure or item
        yield from _labelled(iri, ZT.Person, item.name)
        yield from _labelled(post, ZT.Post, said.role)
        body = self.naming.body(said.organisation)
        if body:
            yield post, ZT.postIn, URIRef(body)
            yield from self._body(said.organisation)
        if tenure is not None:
            yield from self._tenure(iri, post, tenure)

    def _tenure(self, person: URIRef, post: URIRef, tenure: Tenure) -> Iterator[Triple]:
        """The person's time in the post, as this article tells it."""
        iri = URIRef(ids.tenure_iri(person, post, self.naming.article))
        yield iri, RDF.type, ZT.Tenure
        yield iri, ZT.heldBy, person
        yield iri, ZT.ofPost, post
        yield iri, ZT.tenureStatus, text(tenure.status)
        yield iri, PROV.hadPrimarySource, self.iri
        if tenure.status == "current" and self.facts.article.published:
            yield iri, ZT.asOf, date(self.facts.article.published)
        if tenure.since:
            yield iri, ZT.heldSince, date(tenure.since)
        if tenure.until:
            yield iri, ZT.heldUntil, date(tenure.until)

    def _award(self, iri: URIRef, item: Award) -> Iterator[Triple]:
        yield from _labelled(iri, ZT.Award, item.title)
        if item.year is not None:
            yield iri, ZT.year, date(f"{item.year:04d}")
        if item.recipient and self.naming.recipient(item.recipient) == self.naming.unlisted(item.recipient):
            yield from self._body(item.recipient)

    def _body(self, name: str | None) -> Iterator[Triple]:
        """An organisation that stands on no list of the article still needs a class and a label."""
        if name and not self.naming.listed(name):
            yield from _labelled(URIRef(self.naming.unlisted(name)), ZT.Organisation, name)


def _labelled(iri: URIRef, kind: URIRef, label: str) -> Iterator[Triple]:
    yield iri, RDF.type, kind
    yield iri, RDFS.label, text(label)


def target_of(statement: Statement) -> Object:
    """The object of a statement: a date, the name of a part, a code, or a thing."""
    if statement.predicate == "since":
        return date(statement.object)
    return text(statement.object) if statement.predicate in {"component", "extent"} else URIRef(statement.object)


def _practice(iri: URIRef, item: Practice) -> Iterator[Triple]:
    yield from _labelled(iri, ZT.Practice, item.name)
    yield iri, ZT.kind, text(item.kind)
    for alias in item.aliases:
        yield iri, SKOS.altLabel, text(alias)


def _measure(iri: URIRef, item: Measure) -> Iterator[Triple]:
    yield from _labelled(iri, ZT.Measure, item.what)
    yield iri, ZT.value, number(item.value)
    yield iri, ZT.unit, text(item.unit)
    yield iri, ZT.approximate, boolean(item.approximate)
