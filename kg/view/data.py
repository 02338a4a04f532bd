"""The shapes of what the map shows: places, practices, concepts, the links between them and the quotes behind each.

Ids are the part of the entity's IRI after ``…/id/`` and serve as the page's deep links.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kg.model import Confidence, Level, PlaceStatus, PracticeKind, Stage

TITLE = "治图：各地在怎样治理"  # the page says it in English where that is chosen
Family = Literal[
    "runs", "concept", "since", "extent", "part", "lesson", "measure", "award", "document", "organisation", "person"
]
FAMILIES: tuple[Family, ...] = (
    "runs", "concept", "since", "extent", "part", "lesson", "measure", "award", "document", "organisation", "person",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ConceptLabel:
    """A kind of practice out of the concept scheme; ``top`` is the id of its top group, ``definition`` is Chinese."""

    id: str
    top: str
    zh: str
    en: str = ""
    definition: str = ""


@dataclass(frozen=True, slots=True)
class ArticleRef:
    """Where a quote stands: the report, its file, its number in the file, its date as stated (ISO) or None.

    ``reference`` is after GB/T 7714—2015, ``credit`` the source in plain words.
    """

    title: str
    source: str
    n: int
    published: str | None
    authors: tuple[str, ...] = ()
    reference: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch of an article around a statement.

    ``parts`` alternate between plain and marked text, plain first; ``start`` and ``end`` are the offsets of the
    first statement in the article's text; ``article`` is an index into ``MapData.articles``.
    """

    article: int
    rule: str
    stage: Stage
    start: int
    end: int
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A place on the map; ``path`` and ``path_codes`` are names and codes of the enclosing places, largest first."""

    id: str
    name: str
    level: Level
    code: str | None
    path: tuple[str, ...]
    path_codes: tuple[str | None, ...] = ()
    status: PlaceStatus = "settled"


@dataclass(frozen=True, slots=True)
class PracticeEntry:
    """A named practice: one entry a name, however many places run it."""

    id: str
    name: str
    kind: PracticeKind
    concepts: tuple[str, ...]
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact as the map counts, lists and cites it.

    ``id`` is the last part of the fact's IRI; a practice of an article that ties it to no place stands at each place
    that the report is about, all under one id, and so does each practice that a place learned from another.
    ``place`` is the id of a place, ``loose`` where not the article says so but the fact stands at the place that the
    report is about. ``target`` is the id of the practice or concept, ``text`` what any other fact names, ``value``
    what it says of it: an amount with its unit, a year, a function, an issuer, a date, ``pilot`` or ``rolled-out``;
    ``serves`` the ids of groups of people; ``learned_from`` the id of the place from which ``place`` learned.
    ``spans`` are half-open code-point offsets into the article's text.
    """

    id: str
    family: Family
    article: int
    place: str | None
    target: str | None
    text: str
    value: str
    stage: Stage
    quote: int
    spans: tuple[tuple[int, int], ...]
    loose: bool = False
    serves: tuple[str, ...] = ()
    learned_from: str | None = None
    confidence: Confidence | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A place runs a practice, or carries out a concept; ``facts`` are indices into ``MapData.facts``."""

    place: str
    target: str
    facts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """What a report says: its cleaned text, headline first, and where it names which place (code-point offsets)."""

    text: str
    places: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class MapData:
    """Everything the map shows, sorted by id; ``concepts`` are only those in use.

    ``places`` are those that run something, ``named`` those of which the articles say other things only; ``texts``
    belong to ``articles`` one by one.
    """

    articles: tuple[ArticleRef, ...]
    places: tuple[PlaceEntry, ...]
    practices: tuple[PracticeEntry, ...]
    concepts: tuple[ConceptLabel, ...]
    links: tuple[Link, ...]
    quotes: tuple[Quote, ...]
    facts: tuple[Fact, ...] = ()
    named: tuple[PlaceEntry, ...] = ()
    texts: tuple[Text, ...] = ()
