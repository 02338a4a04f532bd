"""From facts to the file on disk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.model import ArticleFacts
from kg.view.asking import Questions
from kg.view.collect import collect
from kg.view.data import TITLE, ConceptLabel


@dataclass(frozen=True, slots=True)
class MapStats:
    """What a map shows; ``parts`` are the separate parts of its graph, ``size`` the page's bytes."""

    articles: int
    places: int
    practices: int
    concepts: int
    links: int
    quotes: int
    parts: int
    size: int


def build_map(
    facts: Sequence[ArticleFacts],
    concepts: Iterable[ConceptLabel],
    title: str = TITLE,
    questions: Questions | None = None,
) -> tuple[str, MapStats]:
    """The map's HTML and its figures; the order of ``facts`` does not matter, the same facts give the same text.

    With ``questions`` the page answers them by itself.
    """
    # pyvis brings IPython along (half a second): only drawing a map pays for it, not importing the package
    from kg.view.network import separate_parts
    from kg.view.payload import MapPayload
    from kg.view.render import render

    data = collect(facts, concepts)
    payload = MapPayload(data)
    page = render(payload, title, questions)
    stats = MapStats(
        articles=len(data.articles),
        places=len(data.places),
        practices=len(data.practices),
        concepts=len(data.concepts),
        links=len(data.links),
        quotes=len(data.quotes),
        parts=separate_parts(payload.graph),
        size=len(page.encode()),
    )
    return page, stats


def write_map(
    facts: Sequence[ArticleFacts],
    concepts: Iterable[ConceptLabel],
    out: Path,
    title: str = TITLE,
    questions: Questions | None = None,
) -> MapStats:
    """Write the map to ``out`` (UTF-8, LF) and return its figures; ``out`` is replaced whole or not at all."""
    page, stats = build_map(facts, concepts, title, questions)
    out.parent.mkdir(parents=True, exist_ok=True)
    draft = out.with_name(out.name + ".part")
    draft.write_bytes(page.encode())
    draft.replace(out)
    return stats
