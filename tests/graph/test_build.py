"""Facts become a dataset with direct edges, fact nodes and evidence."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from rdflib import BNode, Dataset, Literal, URIRef
from rdflib.namespace import PROV, RDF, RDFS, SKOS, XSD
from sample_facts import all_facts, deqing, documents, linzhi, longquan

from kg import ids
from kg.graph import Quad, build_dataset, graph_quads, nquads_bytes
from kg.graph.terms import OA, ZT
from kg.model import Article, ArticleFacts, ArticlePlaces, Evidence, Place, Practice

FUXI = URIRef(ids.coded_place_iri("330521003"))
DEQING = URIRef(ids.coded_place_iri("330521"))
RED_PROPERTY = URIRef(ids.concept_iri("red-property"))


def facts_about(dataset: Dataset, predicate: URIRef) -> Iterator[URIRef]:
    return (s for s in dataset.subjects(RDF.predicate, predicate) if isinstance(s, URIRef))


def test_easy_questions_need_one_edge(dataset: Dataset) -> None:
    practice = dataset.value(FUXI, ZT.runs)
    assert (practice, RDFS.label, Literal("红色物业")) in dataset
    assert (practice, ZT.instanceOf, RED_PROPERTY) in dataset
    assert (FUXI, ZT.carriesOut, RED_PROPERTY) in dataset
    assert (FUXI, ZT.within, DEQING) in dataset


def test_every_direct_edge_has_a_fact_node(dataset: Dataset) -> None:
    for predicate in (ZT.runs, ZT.instanceOf, ZT.carriesOut, ZT.counted, ZT.received, ZT.issued, ZT.holds, ZT.since):
        stated = {
            (dataset.value(f, RDF.subject), dataset.value(f, RDF.object)) for f in facts_about(dataset, predicate)
        }
        assert set(dataset.subject_objects(predicate)) <= stated
        assert stated


def test_what_is_planned_has_a_fact_and_no_edge(dataset: Dataset) -> None:
    practice = next(s for s in dataset.subjects(RDFS.label, Literal("雪山议事")))
    assert not list(dataset.subjects(ZT.runs, practice))
    fact = next(dataset.subjects(RDF.object, practice))
    assert (fact, ZT.stage, Literal("planned")) in dataset


def test_evidence_quotes_the_text_at_its_offsets(dataset: Dataset) -> None:
    texts = {str(a): str(t) for a, t in dataset.subject_objects(ZT.text)}
    checked = 0
    for evidence, holder in dataset.subject_objects(OA.hasSource):
        selector = dataset.value(evidence, OA.hasSelector)
        start, end = (int(str(dataset.value(selector, p))) for p in (OA.start, OA.end))
        if str(holder) in texts:
            assert texts[str(holder)][start:end] == str(dataset.value(selector, OA.exact))
            checked += 1
    assert checked > 20


def test_evidence_in_the_source_file_is_quoted_from_it(dataset: Dataset) -> None:
    source = URIRef(ids.source_iri("基层治理通讯.txt"))
    evidence = next(dataset.subjects(OA.hasSource, source))
    selector = dataset.value(evidence, OA.hasSelector)
    assert str(dataset.value(selector, OA.exact)) == "省委"
    assert str(dataset.value(selector, OA.prefix)) == "报："


def test_evidence_in_the_source_file_is_found_without_the_file() -> None:
    dataset = build_dataset([longquan()])
    assert (None, OA.exact, Literal("省委")) in dataset


def test_nothing_is_a_blank_node(quads: list[Quad]) -> None:
    assert not any(isinstance(term, BNode) for quad in quads for term in quad)


def test_each_article_has_its_own_graph(quads: list[Quad]) -> None:
    graphs = {str(q.graph) for q in quads}
    articles = {ids.graph_iri(ids.article_iri(f.article)) for f in all_facts()}
    assert graphs == articles | {ids.GAZETTEER_GRAPH, ids.VOCABULARY_GRAPH, ids.ABOUT_GRAPH}


def test_an_article_can_be_replaced_alone(quads: list[Quad]) -> None:
    graph = ids.graph_iri(ids.article_iri(deqing().article))
    shared = {ids.GAZETTEER_GRAPH, ids.ABOUT_GRAPH}
    without = {q for q in graph_quads((longquan(), linzhi()), documents()) if str(q.graph) not in shared}
    assert without == {q for q in quads if str(q.graph) not in {graph, *shared}}


def test_chain_of_places_reaches_the_province(dataset: Dataset) -> None:
    assert [str(dataset.value(p, RDFS.label)) for p in dataset.transitive_objects(FUXI, ZT.within)] == [
        "阜溪街道", "德清县", "湖州市", "浙江省",
    ]  # fmt: skip


def test_codes_name_their_scheme(dataset: Dataset) -> None:
    assert Literal("330521003", datatype=ZT.StatisticsCode2023) in set(dataset.objects(FUXI, SKOS.notation))
    assert Literal("330521", datatype=ZT.CodeGBT2260) in set(dataset.objects(DEQING, SKOS.notation))


def test_dates_are_as_exact_as_stated(dataset: Dataset) -> None:
    found = {o.datatype for o in dataset.objects(None, URIRef("http://purl.org/dc/terms/issued"))}  # type: ignore[attr-defined]
    assert found == {XSD.date, XSD.gYear}


def test_the_order_of_articles_plays_no_part(quads: list[Quad]) -> None:
    assert nquads_bytes(graph_quads(all_facts()[::-1], documents())) == nquads_bytes(quads)


def test_a_second_printing_adds_only_its_file() -> None:
    first = longquan()
    again = replace(first, article=replace(first.article, source="转载.txt", n=4, published=None))
    alone, both = (set(graph_quads(facts, documents())) for facts in ((first,), (again, first)))
    assert alone <= both
    assert {q.predicate for q in both - alone} == {RDF.type, RDFS.label, ZT.printedIn}


def test_sources_carry_their_hash(dataset: Dataset) -> None:
    assert (URIRef(ids.source_iri("基层治理通讯.txt")), ZT.sha256, Literal("ab" * 32)) in dataset


def test_every_fact_names_its_article(dataset: Dataset) -> None:
    articles = set(dataset.subjects(RDF.type, ZT.Article))
    facts = set(dataset.subjects(RDF.type, ZT.Fact))
    assert facts
    assert all(dataset.value(fact, PROV.hadPrimarySource) in articles for fact in facts)


HOSTILE = ["\x00", "\ud800", "\u202e倒", "\r\n", '"""', "\\", "\u2028", "字" * 10_000]


def hostile(name: str) -> ArticleFacts:
    article = Article(f"{name}.txt", 1, name, f"{name}\n{name}", ())
    span = (Evidence(0, len(name)),)
    place = Place(name, "county", "330521", evidence=span)
    practice = Practice(name, "brand", (name,), (), (name,), span, name)
    return ArticleFacts(article, ArticlePlaces((place,), (), (0,)), practices=(practice,))


@pytest.mark.parametrize("name", HOSTILE, ids=lambda n: ascii(n)[:12])
def test_hostile_text_is_written_and_read_again(name: str, tmp_path: Path) -> None:
    from kg.graph import dataset_quads, load_graph, write_graph

    quads = graph_quads([hostile(name)])
    write_graph(quads, tmp_path)
    assert set(dataset_quads(load_graph(tmp_path))) == set(quads)
    assert {q[:3] for q in quads} == set(load_graph(tmp_path / "graph.ttl").triples((None, None, None)))


SCRIPT = """
import sys, hashlib
from sample_facts import all_facts, documents
from kg.graph import graph_quads, graph_files
from kg.tables import csv_lines, facts_to_json, workbook_bytes
out = dict(graph_files(graph_quads(all_facts(), documents())))
out["csv"] = csv_lines(all_facts()).encode()
out["xlsx"] = workbook_bytes(all_facts())
out["json"] = "".join(map(facts_to_json, all_facts())).encode()
print({k: hashlib.sha256(v).hexdigest() for k, v in out.items()})
"""


def test_bytes_do_not_depend_on_the_hash_seed() -> None:
    tests = Path(__file__).resolve().parent.parent
    said = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True, cwd=tests.parent,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": f"{tests}{os.pathsep}{tests.parent}"},
        ).stdout
        for seed in ("0", "1", "4711")
    }  # fmt: skip
    assert len(said) == 1
