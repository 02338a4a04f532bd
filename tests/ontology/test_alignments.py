"""Every term of another vocabulary is one that it defines, and a mapping joins terms of one kind."""

from __future__ import annotations

import csv
from collections.abc import Iterator

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, GEO, ORG, OWL, PROV, RDF, RDFS, SDO, SH, SKOS, XSD
from sample_facts import all_facts, documents

from kg import ids
from kg.graph import build_dataset
from kg.graph.query import known_terms
from kg.graph.terms import ZT
from kg.graph.vocabulary import CATALOGUE, MADE
from kg.scheme import ontology_folder

FOLDER = ontology_folder()
CLOSED = {str(space): space for space in (DCTERMS, GEO, ORG, PROV, SDO, SKOS, OWL, RDF, RDFS, SH, XSD)}
LANGUAGE = tuple(map(str, (OWL, RDF, RDFS, SH, XSD)))
OURS = ("https://w3id.org/zhitu/", "https://example.org/")
MAPPINGS = (SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch)
PAGES = {str(CATALOGUE), "https://www.apache.org/licenses/LICENSE-2.0"}
with (FOLDER / "foreign_terms.csv").open(encoding="utf-8", newline="") as file:
    LISTED = {row["term"]: row for row in csv.DictReader(file)}


@pytest.fixture(scope="module")
def alignments() -> Graph:
    return Graph().parse(FOLDER / "alignments.ttl").parse(FOLDER / "core.ttl")


def iris(graph: Graph) -> Iterator[str]:
    for triple in graph:
        for term in triple:
            if isinstance(term, URIRef):
                yield str(term)
            elif isinstance(term, Literal) and term.datatype:
                yield str(term.datatype)


def foreign() -> set[str]:
    """The terms of other vocabularies in the ontology, its shapes, its examples and a built graph."""
    whole = Graph()
    for path in (*FOLDER.glob("*.ttl"), *FOLDER.glob("examples/*/*.ttl")):
        whole.parse(path)
    whole += build_dataset(all_facts(), documents()).triples((None, None, None))
    return {iri for iri in iris(whole) if not iri.startswith(OURS)} - PAGES


def unknown(terms: set[str]) -> set[str]:
    """Terms that neither a vocabulary that rdflib knows whole nor the list of terms has."""
    bad = set()
    for term in terms:
        space = next((known for base, known in CLOSED.items() if term.startswith(base)), None)
        inside = URIRef(term) in space if space is not None else True
        if not inside or (term not in LISTED and not term.startswith(LANGUAGE)):
            bad.add(term)
    return bad - set(CLOSED)


def test_every_foreign_term_is_defined_by_its_vocabulary() -> None:
    assert unknown(foreign()) == set()


@pytest.mark.parametrize(
    "term", ["https://schema.org/awarded", f"{SKOS}nearMatch", f"{OWL}Klass", "http://purl.org/vocab/cpsv#Service"]
)
def test_a_term_that_its_vocabulary_lacks_is_found(term: str) -> None:
    assert unknown({term}) == {term}


def test_only_terms_in_use_are_listed() -> None:
    assert set(LISTED) <= foreign()


def test_every_listed_term_says_where_it_is_defined() -> None:
    for row in LISTED.values():
        assert row["kind"] in {"class", "property", "datatype", "method"}
        assert row["vocabulary"]
        assert row["version"]
        assert row["source"].startswith("https://")


def kind(graph: Graph, term: URIRef) -> str:
    if str(term) in LISTED:
        return str(LISTED[str(term)]["kind"])
    return "class" if (term, RDF.type, OWL.Class) in graph else "property"


def test_alignments_join_terms_of_one_kind(alignments: Graph) -> None:
    for how in (RDFS.subClassOf, RDFS.subPropertyOf, *MAPPINGS):
        for ours, theirs in alignments.subject_objects(how):
            assert isinstance(ours, URIRef)
            assert isinstance(theirs, URIRef)
            assert kind(alignments, ours) == kind(alignments, theirs), (ours, how, theirs)


def test_alignments_speak_of_known_terms(alignments: Graph) -> None:
    named = {iri.removeprefix(ids.ONTOLOGY) for iri in iris(alignments) if iri.startswith(str(ZT))}
    assert named <= known_terms()


@pytest.mark.parametrize(
    "base",
    [*map(str, (DCTERMS, GEO, ORG, PROV, SDO, SKOS)), "http://www.w3.org/ns/oa#", "http://purl.org/vocab/cpsv#",
     "http://data.europa.eu/m8g/"],
)  # fmt: skip
def test_each_vocabulary_has_an_alignment(base: str, alignments: Graph) -> None:
    joined = {str(o) for how in (RDFS.subClassOf, RDFS.subPropertyOf, *MAPPINGS) for o in alignments.objects(None, how)}
    assert any(term.startswith(base) for term in joined)


def test_core_and_schemes_stand_without_the_alignments() -> None:
    alone = Graph().parse(FOLDER / "core.ttl")
    for name in MADE:
        alone.parse(FOLDER / name)
    assert not any(iri.startswith((str(SDO), str(PROV), str(ORG), str(GEO))) for iri in iris(alone))
