"""Turns one article's facts into statements: subject, predicate and object by IRI, with evidence, rule and stage.

Names that the facts use (``at``, ``issuer``, ``recipient``, ``organisation``) become things here, once, so that the
graph and the tables speak of the same ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from kg import ids
from kg.model import (
    ArticleFacts,
    Award,
    ConceptUse,
    Confidence,
    Evidence,
    Lesson,
    Measure,
    Organisation,
    Person,
    Place,
    PolicyDocument,
    Practice,
    Stage,
    Tenure,
)

Family = Literal[
    "places", "organisations", "people", "practices", "concepts", "documents", "awards", "measures", "lessons"
]
Predicate = Literal[
    "mentions",
    "runs",
    "instanceOf",
    "carriesOut",
    "since",
    "extent",
    "component",
    "serves",
    "holds",
    "held",
    "issued",
    "received",
    "counted",
    "learnedFrom",
    "learned",
]
Item = Place | Organisation | Person | Practice | ConceptUse | PolicyDocument | Award | Measure | Lesson
PLACE_RULE = "gazetteer"
WEIGHED: frozenset[Predicate] = frozenset({"runs", "mentions", "instanceOf", "carriesOut"})


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that an article says.

    ``subject`` and ``object`` are IRIs, but the object of ``since`` is a date, that of ``component`` a name and that of
    ``extent`` a code; the
    subject of ``serves`` is a practice, or the fact that a place carries out a concept, and that of ``learned`` the
    fact that a place learned from another;
    ``item`` is what it was read from and ``thing`` the IRI of what the item describes; ``tenure`` is the post in time
    that a statement on a person tells of.
    """

    iri: str
    family: Family
    subject: str
    predicate: Predicate
    object: str
    item: Item
    thing: str
    evidence: tuple[Evidence, ...]
    rule: str
    stage: Stage = "done"
    tenure: Tenure | None = None

    @property
    def confidence(self) -> Confidence | None:
        """How sure it is that there is this practice, or this kind of practice at the place; None of anything else."""
        item = self.item if self.predicate in WEIGHED else None
        return item.confidence if isinstance(item, Practice | ConceptUse) else None


class Naming:
    """The IRIs of everything that one article names, by the names it uses."""

    def __init__(self, facts: ArticleFacts) -> None:
        article = facts.article
        self.facts = facts
        self.article = ids.article_iri(article)
        self.graph = ids.graph_iri(self.article)
        self.places: dict[str, Place] = {}
        for place in facts.places.places:
            self.places.setdefault(place.name, place)
        self.localities = tuple(facts.places.places[i] for i in facts.places.localities)
        self.elsewhere = ids.anchor(self.localities[0], article) if self.localities else ids.tail(self.article)
        self._named = {o.name: self.organisation(o) for o in facts.organisations}
        self._practices: dict[str, str] = {}
        for practice in facts.practices:
            for name in (practice.name, *practice.aliases):
                self._practices.setdefault(name, self.practice(practice))

    def place(self, name: str | None) -> str | None:
        """The IRI of a place of the article's list; None for a name that is not on it."""
        place = None if name is None else self.places.get(name)
        return None if place is None else ids.place_iri(place, self.facts.article)

    def organisation(self, organisation: Organisation) -> str:
        """The IRI of an organisation."""
        place = self.places.get(organisation.place) if organisation.place else None
        return ids.organisation_iri(organisation.name, place, self.facts.article, self.elsewhere)

    def practice(self, practice: Practice) -> str:
        """The IRI of a practice, anchored where it is first said to run."""
        first = next((self.places[name] for name in practice.at if name in self.places), None)
        return ids.practice_iri(practice.name, ids.anchor(first, self.facts.article) if first else self.elsewhere)

    def body(self, name: str | None) -> str | None:
        """The IRI of the place or organisation of that name; an organisation that is on no list gets one."""
        if name is None:
            return None
        return self.place(name) or self._named.get(name) or self.unlisted(name)

    def unlisted(self, name: str) -> str:
        """The IRI of an organisation that the article names only beside a person, a document or an award."""
        return ids.organisation_iri(name, None, self.facts.article, self.elsewhere)

    def listed(self, name: str | None) -> bool:
        """Whether a name stands in the article's list of places or organisations."""
        return name in self.places or name in self._named

    def recipient(self, name: str | None) -> str | None:
        """The IRI of the practice, place or organisation of that name."""
        return self._practices.get(name) if name in self._practices else self.body(name)

    def places_of(self, practice: Practice) -> tuple[str, ...]:
        """The IRIs of the places that run a practice, in the article's order."""
        found = (self.place(name) for name in practice.at)
        return tuple(dict.fromkeys(iri for iri in found if iri))


def statements(facts: ArticleFacts, naming: Naming | None = None) -> Iterator[Statement]:
    """All statements of one article, family by family, each family in the facts' order."""
    state = _Stating(naming or Naming(facts))
    for place in facts.places.places:
        yield from state.mention("places", place, ids.place_iri(place, facts.article), PLACE_RULE)
    for organisation in facts.organisations:
        iri = state.naming.organisation(organisation)
        yield from state.mention("organisations", organisation, iri, organisation.rule)
    for person in facts.people:
        yield from state.person(person)
    for practice in facts.practices:
        yield from state.practice(practice)
    for use in facts.concepts:
        yield from state.concept(use)
    for document in facts.documents:
        yield from state.document(document)
    for award in facts.awards:
        yield from state.award(award)
    for measure in facts.measures:
        yield from state.measure(measure)
    for lesson in facts.lessons:
        yield from state.lesson(lesson)


class _Stating:
    """Makes the statements of one article; items without evidence make none."""

    def __init__(self, naming: Naming) -> None:
        self.naming = naming

    def mention(self, family: Family, item: Item, thing: str, rule: str) -> Iterator[Statement]:
        """The article names a thing."""
        yield from self._state(family, (self.naming.article, "mentions", thing), item, thing, rule)

    def person(self, person: Person) -> Iterator[Statement]:
        """A person holds posts, or held them; one who holds several is one person in this article."""
        body = self.naming.body(person.organisation) or self.naming.elsewhere
        iri = ids.person_iri(person.name, body, person.role)
        if not person.posts:
            post = ids.post_iri(person.role, body)
            yield from self._state("people", (iri, "holds", post), person, iri, person.rule)
        for tenure in person.posts:
            said = replace(person, evidence=(*tenure.evidence, *tenure.told))
            post = ids.post_iri(tenure.role, self.naming.body(tenure.organisation) or self.naming.elsewhere)
            held: Predicate = "holds" if tenure.status == "current" else "held"
            for statement in self._state("people", (iri, held, post), said, iri, person.rule):
                yield replace(statement, item=person, tenure=tenure)

    def practice(self, practice: Practice) -> Iterator[Statement]:
        """Places run a practice, which is an instance of concepts; the article names one that is tied to no place."""
        iri = self.naming.practice(practice)
        places = self.naming.places_of(practice)
        claims: list[tuple[str, Predicate, str]] = [(place, "runs", iri) for place in places]
        claims = claims or [(self.naming.article, "mentions", iri)]
        claims += [(iri, "instanceOf", ids.concept_iri(concept)) for concept in dict.fromkeys(practice.concepts)]
        for claim in claims:
            yield from self._state("practices", claim, practice, iri, practice.rule)
        for part in practice.parts:
            said = replace(practice, evidence=(part.evidence, *practice.evidence[:1]))
            yield from self._state("practices", (iri, "component", part.name), said, iri, practice.rule)
        yield from self._serves("practices", iri, practice, iri, practice.rule)
        if practice.since and practice.since_evidence:
            said = replace(practice, evidence=(practice.since_evidence, *practice.evidence[:1]))
            yield from self._state("practices", (iri, "since", practice.since), said, iri, practice.rule)
        if practice.extent:
            said = replace(practice, evidence=(practice.extent.evidence, *practice.evidence[:1]))
            yield from self._state("practices", (iri, "extent", practice.extent.kind), said, iri, practice.extent.rule)

    def concept(self, use: ConceptUse) -> Iterator[Statement]:
        """A place carries out a concept."""
        place, concept = self.naming.place(use.at), ids.concept_iri(use.concept)
        if place:
            for statement in self._state("concepts", (place, "carriesOut", concept), use, concept, use.rule):
                yield statement
                yield from self._serves("concepts", statement.iri, use, concept, use.rule)

    def _serves(
        self, family: Family, subject: str, item: Practice | ConceptUse, thing: str, rule: str
    ) -> Iterator[Statement]:
        """What is done serves groups of people, where its own words say so."""
        for served in item.serves:
            said = replace(item, evidence=(served.evidence, *item.evidence[:1]))
            yield from self._state(family, (subject, "serves", ids.target_group_iri(served.group)), said, thing, rule)

    def document(self, document: PolicyDocument) -> Iterator[Statement]:
        """A body issued a document, or the article names it."""
        issuer = self.naming.body(document.issuer)
        iri = ids.document_iri(document.title, issuer or self.naming.elsewhere)
        yield from self._claim("documents", issuer, "issued", iri, document)

    def award(self, award: Award) -> Iterator[Statement]:
        """A practice, place or organisation received a recognition, or the article names it."""
        recipient = self.naming.recipient(award.recipient)
        iri = ids.award_iri(award.title, recipient or self.naming.elsewhere, award.year)
        yield from self._claim("awards", recipient, "received", iri, award)

    def measure(self, measure: Measure) -> Iterator[Statement]:
        """A count was reported of a place, or by the article at large."""
        place = self.naming.place(measure.at)
        amount = f"{measure.value!r} {measure.unit}"
        iri = ids.measure_iri(self.naming.article, (measure.what, amount, place or ""), measure.evidence)
        yield from self._claim("measures", place, "counted", iri, measure)

    def lesson(self, lesson: Lesson) -> Iterator[Statement]:
        """A place learned from another, and which practices it learned there."""
        learner, source = self.naming.place(lesson.learner), self.naming.place(lesson.source)
        if learner is None or source is None:
            return
        practices = dict.fromkeys(self.naming.recipient(name) for name in lesson.practices)
        for statement in self._state("lessons", (learner, "learnedFrom", source), lesson, source, lesson.rule):
            yield statement
            for practice in filter(None, practices):
                claim: tuple[str, Predicate, str] = (statement.iri, "learned", practice)
                yield from self._state("lessons", claim, lesson, source, lesson.rule)

    def _claim(
        self,
        family: Family,
        subject: str | None,
        predicate: Predicate,
        thing: str,
        item: PolicyDocument | Award | Measure,
    ) -> Iterator[Statement]:
        claim: tuple[str, Predicate, str] = (
            (subject, predicate, thing) if subject else (self.naming.article, "mentions", thing)
        )
        yield from self._state(family, claim, item, thing, item.rule)

    def _state(
        self, family: Family, claim: tuple[str, Predicate, str], item: Item, thing: str, rule: str
    ) -> Iterator[Statement]:
        if not item.evidence:
            return
        stage: Stage = item.stage if isinstance(item, Practice | ConceptUse) else "done"
        iri = ids.fact_iri(self.naming.article, claim, item.evidence, rule, stage)
        yield Statement(iri, family, *claim, item, thing, item.evidence, rule, stage)
