"""The shapes of what the map shows: places, practices, concepts, the links between them and the quotes behind each.

Ids are the part of the entity's IRI after ``…/id/`` and serve as the page's deep links.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Level, PracticeKind, Stage


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
    """Where a quote stands: the report, its file, its number in the file, its date as stated (ISO) or None."""

    title: str
    source: str
    n: int
    published: str | None
    authors: tuple[str, ...] = ()


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
class Figure:
    """A measure or an award of a place or practice, worded for the panel, with the index of its quote (-1: none)."""

    text: str
    value: str
    quote: int


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A place on the map; ``path`` holds the names of the enclosing places, largest first."""

    id: str
    name: str
    level: Level
    code: str | None
    path: tuple[str, ...]
    figures: tuple[Figure, ...] = ()
    awards: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class PracticeEntry:
    """A named practice: one entry a name, however many places run it; ``quotes`` are those tied to no place."""

    id: str
    name: str
    kind: PracticeKind
    concepts: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    quotes: tuple[int, ...] = ()
    awards: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A place runs a practice, or carries out a concept; ``quotes`` are indices into ``MapData.quotes``."""

    place: str
    target: str
    quotes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MapData:
    """Everything the map shows, sorted by id; ``concepts`` are only those in use."""

    articles: tuple[ArticleRef, ...]
    places: tuple[PlaceEntry, ...]
    practices: tuple[PracticeEntry, ...]
    concepts: tuple[ConceptLabel, ...]
    links: tuple[Link, ...]
    quotes: tuple[Quote, ...]
