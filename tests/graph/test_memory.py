"""The read store answers every pattern as rdflib's own store does."""

from __future__ import annotations

from itertools import product

import pytest
from rdflib import Dataset, Literal, URIRef
from rdflib.namespace import RDF, RDFS

from kg.errors import GraphError
from kg.graph import Quad
from kg.graph.memory import ReadStore
from kg.graph.terms import ZT


@pytest.fixture(scope="module")
def reference(quads: list[Quad]) -> Dataset:
    plain = Dataset(default_union=True)
    plain.addN((s, p, o, plain.graph(g)) for s, p, o, g in quads)
    return plain


PATTERNS = list(
    product(
        (None, URIRef("https://w3id.org/zhitu/id/place/330521003"), URIRef("urn:none")),
        (None, ZT.runs, RDF.type),
        (None, ZT.Place, Literal("红色物业")),
    )
)


@pytest.mark.parametrize("pattern", PATTERNS, ids=str)
def test_union_answers_alike(dataset: Dataset, reference: Dataset, pattern: tuple[URIRef, URIRef, Literal]) -> None:
    assert sorted(dataset.triples(pattern)) == sorted(reference.triples(pattern))


def test_each_named_graph_answers_alike(dataset: Dataset, reference: Dataset) -> None:
    names = {g.identifier for g in reference.graphs() if len(g)}
    assert {g.identifier for g in dataset.graphs() if len(g)} == names
    for name, pattern in product(names, PATTERNS[:6]):
        assert set(dataset.graph(name).triples(pattern)) == set(reference.graph(name).triples(pattern))


def test_a_thing_in_several_graphs_is_one_in_the_union(dataset: Dataset, reference: Dataset) -> None:
    assert set(dataset.quads((None, RDFS.label, None, None))) == set(reference.quads((None, RDFS.label, None, None)))
    assert len(dataset) == len(set(reference.triples((None, None, None))))


def test_graphs_can_be_asked_for(dataset: Dataset, reference: Dataset) -> None:
    query = "SELECT ?g ?l { GRAPH ?g { ?p a zt:Practice ; rdfs:label ?l } }"
    assert set(dataset.query(query)) == set(reference.query(query, initNs={"zt": ZT, "rdfs": RDFS}))


def test_triples_may_be_added_once_each() -> None:
    dataset = Dataset(store=ReadStore(), default_union=True)
    here, there = dataset.graph(URIRef("urn:g")), dataset.graph(URIRef("urn:h"))
    for graph in (here, here, there):
        graph.add((URIRef("urn:s"), RDFS.label, Literal("甲")))
    there.add((URIRef("urn:s"), RDFS.label, Literal("乙")))
    assert (len(dataset), len(here), len(there)) == (2, 1, 2)


def test_nothing_is_removed(dataset: Dataset) -> None:
    with pytest.raises(GraphError, match="read-only"):
        dataset.remove((ZT.Place, RDF.type, ZT.Place))


def test_counts_guide_the_planner(dataset: Dataset) -> None:
    store = dataset.store
    assert isinstance(store, ReadStore)
    assert store.uses(ZT.runs) == 4
    assert store.subjects_of(RDF.type, ZT.Article) == 3
    assert store.subjects_of(ZT.runs, None) == 1
    assert store.subjects_of(ZT.runs, ZT.Place) == 0
    assert store.subjects_of(URIRef("urn:none"), None) == 0
