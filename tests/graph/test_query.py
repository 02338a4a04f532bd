"""Queries answer in a fixed order, and errors say where and what to do."""

from __future__ import annotations

from typing import Any

import pytest
from rdflib import Dataset, URIRef, Variable
from rdflib.plugins.sparql import prepareQuery
from sample_facts import linzhi

from kg.errors import QueryError
from kg.graph import Quad, Question, build_dataset, list_questions, run_query
from kg.graph.build import dataset_of
from kg.graph.memory import ReadStore
from kg.graph.plan import plan
from kg.graph.terms import PREFIXES


def test_prefixes_need_not_be_declared(dataset: Dataset) -> None:
    found = run_query(dataset, "SELECT ?做法 { ?p zt:runs/rdfs:label ?做法 }")
    assert found.columns == ("做法",)
    assert found.rows == (("格桑花",), ("红色物业",), ("红色物业",), ("阳光议事厅",))


def test_a_question_is_answered_with_one_word(dataset: Dataset) -> None:
    assert run_query(dataset, "ASK { ?p zt:runs ?x }").rows == (("true",),)


def test_a_graph_is_answered_as_triples(dataset: Dataset) -> None:
    found = run_query(dataset, "CONSTRUCT { ?p zt:runs ?x } WHERE { ?p zt:runs ?x }")
    assert found.kind == "graph"
    assert len(found.rows) == 4


def test_a_place_can_be_described(dataset: Dataset) -> None:
    assert run_query(dataset, "DESCRIBE <https://w3id.org/zhitu/id/place/330521>").rows


def test_one_named_graph_can_be_chosen(dataset: Dataset) -> None:
    found = run_query(dataset, "SELECT (COUNT(*) AS ?n) { GRAPH <https://w3id.org/zhitu/id/graph/about> { ?s ?p ?o } }")
    assert found.rows == (("5",),)


def test_the_asked_order_is_kept(dataset: Dataset) -> None:
    found = run_query(dataset, "SELECT ?l { ?p a zt:Place ; rdfs:label ?l } ORDER BY DESC(?l)")
    assert list(found.rows) == sorted(found.rows, reverse=True)


@pytest.mark.parametrize(
    ("query", "position", "hint"),
    [
        ("SELECT ?x {\n ?x zt:run ?y }", "line 2, column 5", "zt:runs"),
        ("SELECT ?x { ?x zt:runs “红” }", "line 1, column 24", "full-width"),
        ("SELECT ?x { ?x zt:runs ?y； }", "line 1, column 26", "full-width"),
        ("SELECT ?x { ?x zt:runs ?y ", "line 1", "少 1 个 }"),
        ("SELECT ?x { ?x foo:bar ?y }", "line 1, column 16", "unknown prefix foo:"),
        ("INSERT DATA { zt:runs zt:runs zt:runs }", "line 1, column 1", "read-only"),
        ("LOAD <http://example.org/>", "line 1, column 1", "read-only"),
        ("SELECT * FROM <file:///etc/hostname> { ?s ?p ?o }", "line 1, column 10", "GRAPH"),
        ("SELECT * FROM NAMED <http://example.org/> { ?s ?p ?o }", "line 1, column 10", "GRAPH"),
        ("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }", "line 1, column 12", "offline"),
        ("SELECT * { ?a ?b ?c FILTER EXISTS { SERVICE <http://example.org/> { ?s ?p ?o } } }", "column 37", "offline"),
        ("", "line 1, column 1", "cannot be parsed"),
        ("SELECT (SUM(?x) AS ?y) { ?z ?p ?x } ORDER BY STR(?q)", "", "COALESCE"),
        ("SELECT (" + "(" * 3000 + "1" + ")" * 3000 + " AS ?x) {}", "", "nested too deeply"),
    ],
    ids=lambda value: value[:24],
)
def test_what_cannot_be_run_is_explained(dataset: Dataset, query: str, position: str, hint: str) -> None:
    with pytest.raises(QueryError) as caught:
        run_query(dataset, query)
    assert position in str(caught.value)
    assert hint in str(caught.value)


def test_marks_inside_quotes_are_no_mistake(dataset: Dataset) -> None:
    assert run_query(dataset, 'ASK { ?p rdfs:label "“zt:nothing，；SERVICE”" }').rows == (("false",),)


@pytest.mark.parametrize("question", list_questions(), ids=lambda q: q.name)
def test_planning_changes_no_answer(question: Question) -> None:
    dataset = build_dataset([linzhi()])  # each further article makes rdflib's own way much slower
    sparql = question.sparql.replace("place/321181", "place/540402").replace("red-property", "volunteering")
    plain = prepareQuery(sparql, initNs=dict(PREFIXES))
    planned = prepareQuery(sparql, initNs=dict(PREFIXES))
    assert isinstance(dataset.store, ReadStore)
    plan(planned.algebra, dataset.store)
    assert [tuple(row) for row in dataset.query(plain)] == [tuple(row) for row in dataset.query(planned)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "query",
    [
        'SELECT * { ?p a zt:Practice ; rdfs:label ?n . FILTER(?n > "丙" && ?n < "鱼") OPTIONAL { ?p zt:since ?y } }',
        "SELECT * { ?p a zt:Practice OPTIONAL { ?p zt:since ?y } FILTER(!BOUND(?y) || ?y > 2000) }",
        "SELECT * { VALUES (?p ?k) { (zt:runs 1) (UNDEF 2) } ?s ?p ?o . FILTER(?p = zt:runs && ?k > 0) }",
        "SELECT * { ?s zt:runs ?o . BIND(STR(?o) AS ?t) FILTER(?t != STR(?s) && EXISTS { ?o zt:instanceOf ?c }) }",
        "SELECT * { { ?a zt:runs ?o } UNION { ?o zt:instanceOf ?b } FILTER(?a != ?o) }",
        "SELECT * { { SELECT ?a { ?a zt:runs ?o } } ?f rdf:subject ?a ; rdf:object ?o . FILTER(?f != ?o) }",
        "SELECT * { ?a zt:runs ?o . FILTER NOT EXISTS { ?a zt:within ?b . FILTER(?b = ?a) } }",
    ],
)  # fmt: skip
def test_filtering_early_changes_no_answer(dataset: Dataset, query: str) -> None:
    plain = dataset.query(prepareQuery(query, initNs=dict(PREFIXES)))
    assert sorted(map(str, run_query(dataset, query).terms)) == sorted(str(tuple(row)) for row in plain)  # type: ignore[arg-type]


def _planned(dataset: Dataset, query: str) -> str:
    """The variables of a planned query in the order in which its patterns bind them."""
    assert isinstance(dataset.store, ReadStore)
    algebra = prepareQuery(query, initNs=dict(PREFIXES)).algebra
    plan(algebra, dataset.store)
    seen: dict[str, None] = {}

    def walk(node: Any) -> None:
        for triple in node.get("triples", ()):
            seen.update(dict.fromkeys(str(term) for term in triple if isinstance(term, Variable)))
        for side in ("p", "p1", "p2"):
            if side in node:
                walk(node[side])

    walk(algebra)
    return " ".join(seen)


def test_what_shares_nothing_waits_however_few_answers_it_has(dataset: Dataset) -> None:
    query = "SELECT * { VALUES ?c { zt:x } ?a a zt:Article . ?f zt:in ?a ; rdf:object ?p . ?p zt:instanceOf? ?c }"
    assert _planned(dataset, query) == "p c f a"


def test_what_a_sub_selection_hides_is_not_known_outside(dataset: Dataset) -> None:
    query = "SELECT * { { SELECT ?p { ?f rdf:object ?p } } ?f rdf:object ?x . ?y zt:runs ?p ; zt:level ?x }"
    assert _planned(dataset, query) == "f p y x"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("SELECT ?a { ?a :p ?x . { SELECT ?a { ?a :q ?x } } }", "a b"),
        ("SELECT ?a ?x ?y { { SELECT * { { SELECT * { ?a :p ?x } } { SELECT * { ?a :q ?y } } } } }", "axy byy"),
        (
            "SELECT ?a ?b { ?a :q ?y { SELECT ?b ?y { { SELECT * { ?b :q ?y } } { SELECT ?b { ?b :p ?x } } } } }",
            "aa ab ba bb",
        ),
    ],
    ids=["hidden name", "nested", "shared through two"],
)
def test_sub_selections_are_joined_by_what_they_share(query: str, expected: str) -> None:
    base = "http://example.org/"
    facts = ("apx", "bpy", "aqy", "bqy", "cqz")
    quads = [Quad(*(URIRef(base + part) for part in (*fact, "g"))) for fact in facts]
    found = run_query(dataset_of(quads), f"PREFIX : <{base}> {query}").rows
    assert sorted("".join(cell.removeprefix(base) for cell in row) for row in found) == expected.split()
