"""The practice concepts as SKOS, made from the ontology's CSV files.

``python -m kg.graph`` writes ``ontology/practices.ttl`` anew.
"""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import URIRef
from rdflib.namespace import DCTERMS, RDF, SKOS

from kg import ids
from kg.graph.terms import ZT, Object, text
from kg.graph.turtle import turtle
from kg.scheme import Concept, Group, load_concepts, load_groups

Triple = tuple[URIRef, URIRef, Object]
SCHEME = URIRef(ids.SCHEME)
LONGEST_NAME = 10  # characters: a longer variant is a phrase to search by, not a name to show
_PHRASE_MARKS = frozenset("、，；—+")


def concept_triples() -> Iterator[Triple]:
    """The concept scheme, its top groups and its concepts."""
    yield SCHEME, RDF.type, SKOS.ConceptScheme
    yield SCHEME, DCTERMS.title, text("基层治理做法分类", "zh")
    yield SCHEME, DCTERMS.title, text("Kinds of local-governance practice", "en")
    for group in load_groups():
        iri = group_iri(group.id)
        yield from _described(iri, group)
        yield iri, SKOS.topConceptOf, SCHEME
        yield SCHEME, SKOS.hasTopConcept, iri
    for concept in load_concepts():
        yield from _concept(concept)


def group_iri(group: str) -> URIRef:
    """The IRI of a top group; its path keeps clear of the concepts' own ids."""
    return URIRef(f"{ids.BASE}concept-group/{group}")


def vocabulary_turtle() -> str:
    """The concept scheme in Turtle."""
    head = "# Made from groups.csv and practices.csv by python -m kg.graph; edit those.\n"
    return head + turtle(concept_triples())


def _concept(concept: Concept) -> Iterator[Triple]:
    iri, broader = URIRef(ids.concept_iri(concept.id)), group_iri(concept.top)
    yield iri, RDF.type, ZT.PracticeConcept
    yield from _described(iri, concept)
    yield iri, SKOS.broader, broader
    yield broader, SKOS.narrower, iri
    for variant in concept.variants:
        if variant != concept.zh:
            phrase = len(variant) > LONGEST_NAME or not _PHRASE_MARKS.isdisjoint(variant)
            yield iri, SKOS.hiddenLabel if phrase else SKOS.altLabel, text(variant, "zh")


def _described(iri: URIRef, item: Group | Concept) -> Iterator[Triple]:
    yield iri, RDF.type, SKOS.Concept
    yield iri, SKOS.inScheme, SCHEME
    yield iri, SKOS.notation, text(item.id)
    yield iri, SKOS.prefLabel, text(item.zh, "zh")
    yield iri, SKOS.prefLabel, text(item.en, "en")
    yield iri, SKOS.definition, text(item.definition_zh, "zh")
    yield iri, SKOS.definition, text(item.definition, "en")
