"""Resolve an article's mentions to places, from the outside in."""

from __future__ import annotations

from collections.abc import Sequence

from kg.gazetteer import Gazetteer
from kg.link.places.draft import Draft
from kg.link.places.entities import Entity, printed_names, to_place
from kg.link.places.localities_around import own_place
from kg.link.places.locality import localities
from kg.link.places.lower import place_compounds, place_counties, place_townships, place_villages
from kg.link.places.references import own_by_title, place_own_references, place_references
from kg.link.places.signed import signed_places
from kg.link.places.surroundings import surroundings_of
from kg.link.places.upper import place_listed
from kg.link.places.zones import place_zones
from kg.model import Article, ArticlePlaces, PlaceMention, ResolvedMention


def resolve_places(
    article: Article,
    mentions: Sequence[PlaceMention],
    gazetteer: Gazetteer,
    neighbours: tuple[ArticlePlaces, ...] = (),
) -> ArticlePlaces:
    """The places of an article in the order of their evidence, its mentions, its localities and its contradictions.

    ``mentions`` come from `kg.extract.places.find_place_mentions`, in text order. ``neighbours`` are the other
    articles of the same file as far as they are resolved; a bulletin of one county settles bare township names.
    """
    draft = Draft(article, mentions, surroundings_of(article, neighbours, gazetteer), gazetteer)
    place_listed(draft)
    place_counties(draft)
    place_townships(draft)
    place_zones(draft)
    place_villages(draft)
    place_compounds(draft)
    place_own_references(draft)
    about = own_by_title(draft) or localities(draft)
    place_references(draft, about)
    entities = draft.entities()
    about = about or own_place(draft, entities)
    return _finished(draft, entities, about)


def resolve_file(
    articles: Sequence[Article], mentions: Sequence[Sequence[PlaceMention]], gazetteer: Gazetteer
) -> tuple[ArticlePlaces, ...]:
    """The places of all articles of one file: each resolved alone, then again with the others as its neighbours."""
    alone = [resolve_places(a, m, gazetteer) for a, m in zip(articles, mentions, strict=True)]
    if len(alone) < 2:
        return tuple(alone)
    return tuple(
        resolve_places(a, m, gazetteer, tuple(p for j, p in enumerate(alone) if j != i))
        for i, (a, m) in enumerate(zip(articles, mentions, strict=True))
    )


def _finished(draft: Draft, entities: Sequence[Entity], about: Sequence[Entity]) -> ArticlePlaces:
    listed = [*entities, *signed_places(draft, entities)]
    listed += (e for e in about if not any(e is x for x in entities))
    listed.sort(key=lambda e: min(((x.where != "text", x.start) for x in e.evidence), default=(True, 0)))
    index = {id(e): i for i, e in enumerate(listed)}
    resolved = tuple(
        ResolvedMention(m.start, m.end, index[id(draft.entity_of[i])], m.kind)
        for i, m in enumerate(draft.mentions)
        if i in draft.entity_of
    )
    names = printed_names(listed, draft.gazetteer)
    return ArticlePlaces(
        places=tuple(to_place(e, names, draft.gazetteer) for e in listed),
        mentions=resolved,
        localities=tuple(index[id(e)] for e in about),
        conflicts=tuple(draft.notices),
    )
