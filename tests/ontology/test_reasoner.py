"""The ontology is OWL 2 DL, nearly all of it RL, free of contradictions, and a planted one is found."""

from __future__ import annotations

import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import OWL, RDF, RDFS
from reasoner import MISSING, Reasoner, as_owl

from kg import ids
from kg.graph.terms import ZT
from kg.graph.vocabulary import MADE
from kg.scheme import ontology_folder

FOLDER = ontology_folder()
VALID = sorted((FOLDER / "examples" / "valid").glob("*.ttl"))
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"needs {MISSING}")


@pytest.fixture(scope="module")
def terms() -> Graph:
    return Graph().parse(FOLDER / "core.ttl").parse(FOLDER / "alignments.ttl")


@pytest.fixture
def world(terms: Graph) -> Graph:
    """The terms, the concept schemes and the valid examples."""
    data = Graph()
    for path in (*(FOLDER / name for name in MADE), *VALID):
        data.parse(path)
    return terms + as_owl(data)


def test_core_and_alignments_are_owl_2_dl(terms: Graph) -> None:
    assert Reasoner(terms).violations("DL") == []


def test_only_the_datatypes_of_codes_lie_beyond_owl_2_rl(terms: Graph) -> None:
    datatypes = set(terms.subjects(RDF.type, RDFS.Datatype))
    found = Reasoner(terms).violations("RL")
    assert len(found) == len(datatypes)
    assert all(any(f"Declaration(Datatype(<{one}>))" in line for one in datatypes) for line in found)


def test_a_construct_beyond_the_profile_is_found(terms: Graph) -> None:
    broken = terms + Graph().parse(
        data="""@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        @prefix zt: <https://w3id.org/zhitu/ontology#> .
        zt:Person rdfs:subClassOf [ a owl:Restriction ; owl:onProperty zt:holds ; owl:someValuesFrom zt:Post ] .
        zt:holds rdfs:range zt:Undeclared .""",
        format="turtle",
    )
    reasoner = Reasoner(broken)
    assert any("Undeclared" in line for line in reasoner.violations("DL"))
    assert any("SubClassOf" in line for line in reasoner.violations("RL"))


def test_terms_schemes_and_valid_examples_are_consistent(world: Graph) -> None:
    assert Reasoner(world).is_consistent()


def test_no_class_is_unsatisfiable(terms: Graph) -> None:
    assert Reasoner(terms).unsatisfiable() == set()


def test_a_class_that_can_have_no_member_is_found(terms: Graph) -> None:
    odd = URIRef("https://example.org/PlacePractice")
    planted = Graph()
    for kind in (ZT.Place, ZT.Practice):
        planted.add((odd, RDFS.subClassOf, kind))
    planted.add((odd, RDF.type, OWL.Class))
    assert Reasoner(terms + planted).unsatisfiable() == {str(odd)}


PLACE, TOWN = URIRef(ids.coded_place_iri("441900")), URIRef(ids.coded_place_iri("441900107"))
CONTRADICTIONS = {
    "a place that is a practice": (PLACE, RDF.type, ZT.Practice),
    "a place that runs a place": (TOWN, ZT.runs, PLACE),
    "two places within each other": (PLACE, ZT.within, TOWN),
    "a target group that is a kind of practice": (
        URIRef(ids.target_group_iri("older-people")), RDF.type, ZT.PracticeConcept,
    ),
    "a report that reprints itself": (URIRef(f"{ids.BASE}article/a"), ZT.reprintOf, URIRef(f"{ids.BASE}article/a")),
}  # fmt: skip


@pytest.mark.parametrize("planted", CONTRADICTIONS)
def test_a_planted_contradiction_is_found(planted: str, world: Graph) -> None:
    world.add(CONTRADICTIONS[planted])
    assert not Reasoner(world).is_consistent()


def test_a_built_graph_is_consistent(terms: Graph) -> None:
    from sample_facts import all_facts, documents

    from kg.graph import build_dataset

    data = Graph()
    data += build_dataset(all_facts(), documents()).triples((None, None, None))
    assert Reasoner(terms + as_owl(data)).is_consistent()
