"""How the map reads a statement: which family it counts under, where it stands, what it names and says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from kg.model import (
    ArticleFacts,
    Award,
    ConceptUse,
    Lesson,
    Measure,
    Organisation,
    Person,
    Place,
    PolicyDocument,
    Practice,
)
from kg.statements import Family as StatementFamily
from kg.statements import Naming, Statement
from kg.view.data import Family
from kg.view.printable import printable_name

Spot = tuple[tuple[Place, ...], bool]  # the places of a fact, and whether only the report's locality says so


@dataclass(frozen=True, slots=True)
class Reading:
    """A statement as the map shows it; ``target`` is a practice's name or a concept's id, ``serves`` ids of groups.

    ``learned_from`` is the place from which the one in ``places`` learned.
    """

    family: Family
    places: tuple[Place, ...]
    loose: bool
    text: str = ""
    value: str = ""
    target: str | None = None
    serves: tuple[str, ...] = ()
    learned_from: Place | None = None


class ReadingPlaces:
    """The places of one article, by the names and IRIs that its statements use."""

    def __init__(self, facts: ArticleFacts) -> None:
        self.naming = Naming(facts)
        self._by_name = self.naming.places
        self._by_iri = {self.naming.place(name): place for name, place in self._by_name.items()}
        self._seat = {o.name: self._by_name[o.place] for o in facts.organisations if o.place in self._by_name}
        self._practices: dict[str, Practice] = {}
        for practice in facts.practices:
            for name in (practice.name, *practice.aliases):
                self._practices.setdefault(name, practice)

    def stated(self, statement: Statement) -> Spot:
        """The place that the statement is about, else that of the report."""
        place = self._by_iri.get(statement.subject)
        return ((place,), False) if place else self.report(1)

    def of_practice(self, practice: Practice) -> Spot:
        """Where the article says that a practice runs, else all places that the report is about."""
        named = tuple(self._by_name[name] for name in dict.fromkeys(practice.at) if name in self._by_name)
        return (named, False) if named else self.report()

    def of_body(self, name: str | None) -> Spot:
        """The place of this name, or in which the organisation of this name sits, else that of the report."""
        place = self._by_name.get(name or "") or self._seat.get(name or "")
        return ((place,), False) if place else self.report(1)

    def report(self, most: int | None = None) -> Spot:
        """The places that the report is about."""
        return self.naming.localities[:most], True

    def place(self, name: str) -> Place | None:
        """The place of this name."""
        return self._by_name.get(name)

    def practice(self, name: str | None) -> Practice | None:
        """The practice of this name or alias."""
        return self._practices.get(name or "")


def reading_of(statement: Statement, here: ReadingPlaces) -> Reading | None:
    """The statement as the map shows it; None for one that the map shows otherwise or not at all."""
    if statement.family == "places" or statement.predicate in {"instanceOf", "serves"}:
        return None
    return _READ[statement.family](statement, here)


def _practice(statement: Statement, here: ReadingPlaces) -> Reading:
    item = statement.item
    assert isinstance(item, Practice)
    name = printable_name(item.name)
    if statement.predicate == "since":
        return Reading("since", *here.of_practice(item), value=statement.object, target=name)
    if statement.predicate == "extent":
        return Reading("extent", *here.of_practice(item), value=statement.object, target=name)
    if statement.predicate == "component":
        return Reading("part", *here.of_practice(item), text=statement.object, target=name)
    spot = here.stated(statement) if statement.predicate == "runs" else here.report()
    return Reading("runs", *spot, target=name, serves=_served(item))


def _concept(statement: Statement, here: ReadingPlaces) -> Reading:
    item = statement.item
    assert isinstance(item, ConceptUse)
    return Reading("concept", *here.stated(statement), target=item.concept, serves=_served(item))


def _lesson(statement: Statement, here: ReadingPlaces) -> Reading | None:
    """Who learned from whom; a lesson that names practices is told by what was learned, a fact for each of them."""
    item = statement.item
    assert isinstance(item, Lesson)
    if statement.predicate == "learnedFrom" and item.practices:
        return None
    learned = (practice for practice in map(here.practice, item.practices) if practice)
    target = next((p.name for p in learned if here.naming.practice(p) == statement.object), None)
    learner, source = here.place(item.learner), here.place(item.source)
    places = (learner,) if learner else ()
    return Reading(
        "lesson", places, loose=False, text=item.source, target=target and printable_name(target), learned_from=source
    )


def _served(item: Practice | ConceptUse) -> tuple[str, ...]:
    return tuple(dict.fromkeys(served.group for served in item.serves))


def _measure(statement: Statement, here: ReadingPlaces) -> Reading:
    item = statement.item
    assert isinstance(item, Measure)
    value = f"{'约 ' if item.approximate else ''}{item.value:,.10g} {item.unit}".strip()
    return Reading("measure", *here.stated(statement), text=item.what, value=value)


def _award(statement: Statement, here: ReadingPlaces) -> Reading:
    item = statement.item
    assert isinstance(item, Award)
    practice = here.practice(item.recipient)
    places, loose = here.of_practice(practice) if practice else here.of_body(item.recipient)
    target = printable_name(practice.name) if practice else None
    return Reading("award", places[:1], loose, text=item.title, value=str(item.year or ""), target=target)


def _document(statement: Statement, here: ReadingPlaces) -> Reading:
    item = statement.item
    assert isinstance(item, PolicyDocument)
    return Reading("document", *here.of_body(item.issuer), text=item.title, value=item.issuer or "")


def _organisation(statement: Statement, here: ReadingPlaces) -> Reading:
    item = statement.item
    assert isinstance(item, Organisation)
    return Reading("organisation", *here.of_body(item.name), text=item.name, value=item.kind)


def _person(statement: Statement, here: ReadingPlaces) -> Reading:
    item = statement.item
    assert isinstance(item, Person)
    value = _joined((item.organisation, item.role))
    return Reading("person", *here.of_body(item.organisation), text=item.name, value=value)


def _joined(parts: Iterable[str | None]) -> str:
    return " ".join(part for part in parts if part)


_READ: Mapping[StatementFamily, Callable[[Statement, ReadingPlaces], Reading | None]] = {
    "practices": _practice,
    "concepts": _concept,
    "measures": _measure,
    "awards": _award,
    "documents": _document,
    "organisations": _organisation,
    "people": _person,
    "lessons": _lesson,
}
