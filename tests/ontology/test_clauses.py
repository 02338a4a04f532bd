"""Every clause of the data shapes fires: each is broken once, in a graph that is otherwise sound."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import RDF, SH, XSD
from rdflib.term import Node

from kg.graph import DATA_SHAPES, validate
from kg.graph.terms import ZT
from kg.graph.validate import read_shapes
from kg.scheme import ontology_folder

FOLDER = ontology_folder()
SHAPES = read_shapes(FOLDER / DATA_SHAPES)
BOUNDS = (SH.minCount, SH.maxCount, SH.datatype, SH["in"], SH["class"], SH.pattern, SH.nodeKind, SH.minLength, SH["or"])
NOTES = {"UnclassedPracticeShape", "UndatedArticleShape"}
STRANGE = URIRef("https://example.org/strange")


def clauses() -> Iterator[tuple[str, URIRef, URIRef]]:
    """The name of a shape, the path and the constraint of each of its property clauses."""
    for shape in SHAPES.subjects(RDF.type, SH.NodeShape):
        for clause in SHAPES.objects(shape, SH.property):
            path = SHAPES.value(clause, SH.path)
            for bound in BOUNDS:
                if isinstance(path, URIRef) and (clause, bound, None) in SHAPES:
                    yield str(shape).rpartition("#")[2], path, bound


CLAUSES = sorted(clauses())


@pytest.fixture(scope="module")
def sound() -> Graph:
    """The valid examples, with what they lack of what the shapes speak of."""
    graph = Graph()
    for path in sorted((FOLDER / "examples" / "valid").glob("*.ttl")):
        own = re.sub(r"\b(fact|evidence|selector):(\w+)", rf"\1:\2-{path.stem}", path.read_text(encoding="utf-8"))
        graph.parse(data=own, format="turtle")
    practice = next(graph.subjects(RDF.type, ZT.Practice))
    graph.add((practice, ZT.since, Literal("2021", datatype=XSD.gYear)))
    graph.add((practice, ZT.component, Literal("组织联建")))
    for source in graph.subjects(RDF.type, ZT.Source):
        graph.add((source, ZT.sha256, Literal("ab" * 32)))
    return graph


def focus(graph: Graph, shape: str, path: URIRef) -> Node:
    """A node that the shape looks at, with the property where there is one."""
    iri = next(s for s in SHAPES.subjects(RDF.type, SH.NodeShape) if str(s).endswith(f"#{shape}"))
    kind, predicate = SHAPES.value(iri, SH.targetClass), SHAPES.value(iri, SH.targetSubjectsOf)
    nodes = sorted(graph.subjects(RDF.type, kind) if kind else graph.subjects(predicate), key=str)
    return next((node for node in nodes if (node, path, None) in graph), nodes[0])


def broken(sound: Graph, shape: str, path: URIRef, bound: URIRef) -> Graph:
    """The sound graph with one clause broken."""
    graph = Graph()
    graph += sound
    node = focus(graph, shape, path)
    value = graph.value(node, path)
    if bound == SH.minCount:
        graph.remove((node, path, None))
    elif bound == SH.maxCount:
        graph.add((node, path, _other(value)))
    elif bound in {SH.nodeKind, SH["class"]}:
        graph.set((node, path, Literal("一个词") if bound == SH.nodeKind else STRANGE))
    elif bound == SH.minLength:
        graph.set((node, path, Literal("")))
    else:
        graph.set((node, path, BNode() if bound == SH["or"] else Literal("没有的值", lang="zh")))
    return graph


def _other(value: Node | None) -> Node:
    return STRANGE if isinstance(value, URIRef) else Literal("另一个值")


@pytest.mark.parametrize(
    ("shape", "path", "bound"), CLAUSES, ids=[f"{s}-{p.rpartition('/')[2]}-{b[-8:]}" for s, p, b in CLAUSES]
)
def test_a_broken_clause_is_objected_to(shape: str, path: URIRef, bound: URIRef, sound: Graph) -> None:
    found = validate(broken(sound, shape, path, bound))
    assert (shape, str(path)) in {(f.shape, f.path) for f in found}


def test_nothing_is_objected_to_where_no_clause_is_broken(sound: Graph) -> None:
    assert {f.shape for f in validate(sound)} <= NOTES


def test_every_list_of_values_is_closed() -> None:
    for clause, values in SHAPES.subject_objects(SH["in"]):
        assert len(list(Collection(SHAPES, values))) > 1, clause
