"""The SPARQL 1.1 Protocol as the W3C words it, over HTTP: operations, forms, errors, and what is refused."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import RDF
from starlette.testclient import TestClient

from kg.graph.terms import ZT
from kg.serve import Settings, make_app
from kg.serve.formats import ROWS, TRIPLES, choose

SELECT = "SELECT ?p ?n WHERE { ?p a zt:Practice ; rdfs:label ?n } ORDER BY ?n LIMIT 3"
CONSTRUCT = "CONSTRUCT { ?p rdfs:label ?n } WHERE { ?p a zt:Practice ; rdfs:label ?n }"
ENDLESS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


def ask(client: TestClient, query: str, accept: str = "") -> object:
    return client.get("/sparql", params={"query": query}, headers={"Accept": accept} if accept else {})


@pytest.mark.parametrize("way", ["get", "form", "body"])
def test_a_query_comes_by_get_by_form_or_as_the_body(client: TestClient, way: str) -> None:
    if way == "get":
        answer = client.get("/sparql", params={"query": SELECT})
    elif way == "form":
        answer = client.post("/sparql", data={"query": SELECT})
    else:
        answer = client.post("/sparql", content=SELECT, headers={"Content-Type": "application/sparql-query"})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/sparql-results+json"
    assert len(answer.json()["results"]["bindings"]) == 3


def test_solutions_come_in_four_forms_that_say_the_same(client: TestClient) -> None:
    named = {}
    for media in (
        "application/sparql-results+json",
        "application/sparql-results+xml",
        "text/csv",
        "text/tab-separated-values",
    ):
        answer = client.get("/sparql", params={"query": SELECT}, headers={"Accept": media})
        assert answer.headers["content-type"].split(";")[0] == media
        named[media] = answer
    names = [row["n"]["value"] for row in named["application/sparql-results+json"].json()["results"]["bindings"]]
    xml = ET.fromstring(named["application/sparql-results+xml"].content)
    assert [node.text for node in xml.iter("{http://www.w3.org/2005/sparql-results#}literal")] == names
    assert [row["n"] for row in csv.DictReader(io.StringIO(named["text/csv"].text))] == names
    assert [
        line.split("\t")[1].strip('"') for line in named["text/tab-separated-values"].text.splitlines()[1:]
    ] == names


@pytest.mark.parametrize("media", TRIPLES)
def test_graphs_come_in_four_forms_that_say_the_same(client: TestClient, media: str) -> None:
    answer = client.get("/sparql", params={"query": CONSTRUCT}, headers={"Accept": media})
    assert answer.headers["content-type"].split(";")[0] == media
    assert len(Graph().parse(data=answer.content, format=TRIPLES[media])) == 50


@pytest.mark.parametrize("media", ["application/sparql-results+json", "application/sparql-results+xml", "text/csv"])
def test_yes_and_no_are_answered_in_every_form(client: TestClient, media: str) -> None:
    answer = client.get("/sparql", params={"query": "ASK { ?p a zt:Practice }"}, headers={"Accept": media})
    assert "true" in answer.text


def test_a_form_that_is_not_offered_is_answered_with_406(client: TestClient) -> None:
    assert ask(client, SELECT, "image/png").status_code == 406


def test_a_bad_query_is_answered_with_400_and_where_it_is_wrong(client: TestClient) -> None:
    answer = ask(client, "SELECT ?p WHERE { ?p a zt:Practise }")
    assert answer.status_code == 400
    assert "zt:Practice" in answer.text
    assert "第 1 行" in answer.text


@pytest.mark.parametrize("params", [{"query": ""}, [("query", SELECT), ("query", SELECT)]], ids=["empty", "two"])
def test_exactly_one_query_is_needed(client: TestClient, params: object) -> None:
    assert client.get("/sparql", params=params).status_code == 400


@pytest.mark.parametrize("name", ["default-graph-uri", "named-graph-uri"])
def test_a_dataset_cannot_be_chosen(name: str, client: TestClient) -> None:
    chosen = {name: "https://e.org/g"}
    by_body = client.post(
        "/sparql", params=chosen, content=SELECT, headers={"Content-Type": "application/sparql-query"}
    )
    by_form = client.post("/sparql", data={"query": SELECT, **chosen})
    for answer in (client.get("/sparql", params={"query": SELECT, **chosen}), by_form, by_body):
        assert answer.status_code == 400
        assert "GRAPH" in answer.text


@pytest.mark.parametrize(
    ("query", "where", "hint"),
    [
        ("SELECT ?p WHERE { ?p a zt:Practice", "line 1, column 35", "少 1 个 }"),
        ("SELECT ?p WHERE {\n ?p a zt:Practice 。}", "line 2, column 19", "半角"),
        ("SELECT ?p WHERE { ?p a foaf:Person }", "line 1, column 24", "foaf"),
        ("SELECT ?p ?p WHERE { ?p ?q }", "line 1, column", "cannot be parsed"),
    ],
    ids=["brace", "full-width", "prefix", "triple"],
)
def test_a_malformed_query_is_answered_with_place_and_hint(
    query: str, where: str, hint: str, client: TestClient
) -> None:
    answer = ask(client, query)
    assert answer.status_code == 400
    assert answer.headers["content-type"].startswith("text/plain")
    assert where in answer.text
    assert hint in answer.text


def test_another_media_type_is_refused(client: TestClient) -> None:
    assert client.post("/sparql", content=SELECT, headers={"Content-Type": "text/plain"}).status_code == 415


def test_nothing_can_be_changed(client: TestClient) -> None:
    update = "INSERT DATA { <https://e.org/a> a zt:Place }"
    assert client.post("/sparql", data={"update": update}).status_code == 403
    assert (
        client.post("/sparql", content=update, headers={"Content-Type": "application/sparql-update"}).status_code == 403
    )
    assert ask(client, update).status_code == 400
    assert client.put("/sparql", content=update).status_code == 405


@pytest.mark.parametrize(
    "query",
    ["SELECT * WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "LOAD <http://127.0.0.1:9/>",
     "SELECT * FROM <http://127.0.0.1:9/> WHERE { ?s ?p ?o }"],
    ids=["service", "load", "from"],
)  # fmt: skip
def test_nothing_is_fetched_from_elsewhere(client: TestClient, query: str) -> None:
    assert ask(client, query).status_code == 400
    assert client.post("/sparql", data={"query": query}).status_code == 400
    direct = client.post("/sparql", content=query, headers={"Content-Type": "application/sparql-query"})
    assert direct.status_code == 400


def test_rows_beyond_the_limit_are_left_off_and_told(client: TestClient) -> None:
    answer = ask(client, "SELECT ?s ?p ?o WHERE { ?s ?p ?o }")
    assert len(answer.json()["results"]["bindings"]) == 50
    assert answer.headers["Zhitu-Cut"] == "50"
    assert "Zhitu-Cut" not in ask(client, SELECT).headers


def test_an_endless_query_is_stopped_and_the_next_is_answered(sample_build: Path) -> None:
    app = make_app(Settings(sample_build, "memory", seconds=1.0))
    with TestClient(app) as client:
        assert ask(client, SELECT).status_code == 200
        process = app.state.workers[0]._process
        stopped = ask(client, ENDLESS)
        assert stopped.status_code == 503
        assert "LIMIT" in stopped.text
        assert not process.is_alive()
        assert ask(client, SELECT).status_code == 200
    for worker in app.state.workers:
        worker.close()


def test_rows_beyond_the_limit_are_never_worked_out(sample_build: Path) -> None:
    app = make_app(Settings(sample_build, "memory", seconds=10.0, rows=20))
    with TestClient(app) as client:
        answer = ask(client, "SELECT * WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
        assert answer.status_code == 200
        assert len(answer.json()["results"]["bindings"]) == 20
        assert answer.headers["Zhitu-Cut"] == "20"
    for worker in app.state.workers:
        worker.close()


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_not_allowed(method: str, client: TestClient) -> None:
    answer = client.request(method, "/sparql")
    assert answer.status_code == 405
    assert {"GET", "POST"} <= {way.strip() for way in answer.headers["allow"].split(",")}


def test_other_origins_may_read_only_where_asked(client: TestClient, sample_build: Path) -> None:
    away = {"Origin": "https://example.org"}
    assert "access-control-allow-origin" not in client.get("/sparql", params={"query": SELECT}, headers=away).headers
    app = make_app(Settings(sample_build, "memory", cors="https://example.org"))
    with TestClient(app) as open_client:
        answer = open_client.get("/sparql", params={"query": SELECT}, headers=away)
        assert answer.headers["access-control-allow-origin"] == "https://example.org"
        asks_first = {**away, "Access-Control-Request-Method": "POST"}
        assert open_client.options("/sparql", headers=asks_first).status_code == 200
        foreign = open_client.get("/sparql", params={"query": SELECT}, headers={"Origin": "https://other.org"})
        assert foreign.headers.get("access-control-allow-origin") != "https://other.org"
    for worker in app.state.workers:
        worker.close()


def test_the_endpoint_describes_itself(client: TestClient) -> None:
    answer = client.get("/sparql", headers={"Accept": "text/turtle"})
    described = Graph().parse(data=answer.text, format="turtle")
    assert (None, RDF.type, URIRef("http://www.w3.org/ns/sparql-service-description#Service")) in described


def test_httpx_queries_it_over_the_wire_in_every_way(address: str) -> None:
    httpx = pytest.importorskip("httpx", reason="needs zhitu[serve]")
    direct = {"Content-Type": "application/sparql-query; charset=utf-8"}
    with httpx.Client(base_url=address, timeout=60) as client:  # a busy machine may take its time
        answers = [
            client.get("/sparql", params={"query": SELECT}),
            client.post("/sparql", data={"query": SELECT}),
            client.post("/sparql", content=SELECT.encode(), headers=direct),
        ]
        health = client.get("/health").json()
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.text for answer in answers}) == 1
    assert health["status"] == "ok"


def test_rdflib_queries_it_as_a_store(address: str) -> None:
    from rdflib.plugins.stores.sparqlstore import SPARQLStore

    graph = Graph(store=SPARQLStore(f"{address}/sparql"))
    found = {str(row[0]) for row in graph.query("SELECT ?n WHERE { ?p a <" + str(ZT.Practice) + "> ; rdfs:label ?n }")}
    assert "红色物业" in found


def test_sparqlwrapper_queries_it(address: str) -> None:
    wrapper = pytest.importorskip("SPARQLWrapper", reason="needs SPARQLWrapper")
    asked = wrapper.SPARQLWrapper(f"{address}/sparql", returnFormat=wrapper.JSON)
    for method in (wrapper.GET, wrapper.POST):
        asked.setMethod(method)
        asked.setQuery(SELECT)
        assert len(asked.queryAndConvert()["results"]["bindings"]) == 3


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [("", "application/sparql-results+json"), ("*/*", "application/sparql-results+json"),
     ("text/csv;q=0.5, text/xml", "text/xml"),
     ("text/csv;q=0, */*;q=0.1", "application/sparql-results+json"), ("text/*", "text/xml"), ("image/png", None),
     ("text/csv;q=x", None)],
)  # fmt: skip
def test_the_best_liked_form_is_chosen(accept: str, chosen: str | None) -> None:
    assert choose(accept, ROWS) == chosen


def test_json_answers_are_utf8_and_whole(client: TestClient) -> None:
    answer = ask(client, 'SELECT ?a WHERE { BIND("界牌镇\\n“红\\t色”" AS ?a) }')
    assert json.loads(answer.content)["results"]["bindings"][0]["a"]["value"] == "界牌镇\n“红\t色”"
