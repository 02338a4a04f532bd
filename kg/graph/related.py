"""Proposals of near names in the graph, worked out from its own quads, so that an edit makes them anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rdflib import URIRef
from rdflib.namespace import RDF, RDFS, SKOS

from kg import ids
from kg.graph.terms import ZT, Quad, number, text
from kg.near_names import Gathering, NearNames, Version, find_near_names

_TOLD = frozenset({RDFS.label, SKOS.altLabel, ZT.instanceOf, ZT.serves, ZT.runs, ZT.within, RDF.type})


def near_names_in(quads: Iterable[Quad]) -> tuple[NearNames, ...]:
    """The practices of a graph that may be one, pair by pair."""
    return find_near_names(versions_in(quads))


def near_name_quads(quads: Iterable[Quad]) -> Iterator[Quad]:
    """The proposals, beside what is said of the dataset itself: no one article says them."""
    about = URIRef(ids.ABOUT_GRAPH)
    for near in near_names_in(quads):
        one, other = URIRef(near.one.iri), URIRef(near.other.iri)
        proposal = URIRef(ids.proposal_iri(one, other))
        yield Quad(one, ZT.relatedName, other, about)
        yield Quad(other, ZT.relatedName, one, about)
        yield Quad(proposal, RDF.type, ZT.Proposal, about)
        yield Quad(proposal, ZT.between, one, about)
        yield Quad(proposal, ZT.between, other, about)
        yield Quad(proposal, ZT.score, number(near.score), about)
        yield Quad(proposal, ZT.reason, text(near.reason), about)


def is_proposal(quad: Quad) -> bool:
    """Whether a quad is part of a proposal."""
    return quad.predicate in _MADE or quad.object == ZT.Proposal


_MADE = frozenset({ZT.relatedName, ZT.between, ZT.score, ZT.reason})


def versions_in(quads: Iterable[Quad]) -> tuple[Version, ...]:
    """The practices of a graph, one a IRI, whatever the order of the quads."""
    gathering = Gathering()
    said: dict[URIRef, set[tuple[URIRef, str]]] = {predicate: set() for predicate in _TOLD}
    for quad in quads:
        if quad.predicate in _TOLD and (quad.predicate != RDF.type or quad.object == ZT.Practice):
            said[quad.predicate].add((quad.subject, str(quad.object)))
        if quad.predicate == RDF.type and quad.object == ZT.Practice:
            gathering.articles[str(quad.subject)].add(str(quad.graph))
    practices = {s for s, _ in said[RDF.type]}
    parents = {str(s): o for s, o in said[ZT.within]}
    slots = {
        RDFS.label: gathering.names, SKOS.altLabel: gathering.aliases, ZT.instanceOf: gathering.concepts,
        ZT.serves: gathering.groups,
    }  # fmt: skip
    for predicate, slot in slots.items():
        for subject, value in said[predicate]:
            if subject in practices:
                slot[str(subject)].add(value)
    for place, practice in said[ZT.runs]:
        around = (iri for iri in _above(str(place), parents) if ids.tail(iri).isdigit())
        gathering.places[practice][str(place)] = frozenset(around)
    return gathering.versions()


def _above(place: str, parents: dict[str, str]) -> Iterator[str]:
    seen = {place}
    while (place := parents.get(place, "")) and place not in seen:
        seen.add(place)
        yield place
