"""Every check fires on a planted fault, keeps still where there is none, and has a page."""

from __future__ import annotations

import json

import pytest
from rdflib import Dataset, Graph, Literal, URIRef

from kg import ids
from kg.check import Finding, as_html, as_json, as_text, load_pages, run_checks
from kg.check.run import query_files
from kg.errors import GraphError
from kg.graph import DATA_SHAPES, Quad, dataset_of
from kg.graph.terms import OA, PREFIXES, ZT
from kg.graph.validate import read_shapes
from kg.scheme import ontology_folder

HEAD = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES) + "PREFIX : <https://example.org/>\n"
ARTICLE = ':a a zt:Article ; dcterms:title "桐庐：院坝会" ; zt:reportsOn :p ; dcterms:issued "2023-05-01"^^xsd:date .\n'
PLACE = ':p a zt:Place ; rdfs:label "桐庐县" .\n'
DEED = ":f rdf:subject :p ; rdf:predicate zt:runs ; rdf:object :x ; prov:hadPrimarySource :a . :p zt:runs :x .\n"
PRACTICE = ':x a zt:Practice ; rdfs:label "院坝会" .\n'
WHOLE = ARTICLE + PLACE + DEED + PRACTICE
SECOND = DEED.replace(":f ", ":f2 ").replace(":a ", ":b ")
PROPOSAL = """:n a zt:Proposal ; zt:between :x , :y ; zt:score 3.6 ; zt:reason "同一地方" .
    :p zt:runs :y . :y a zt:Practice ; rdfs:label "百姓院坝会" ; zt:relatedName :x .
"""

FAULTS = {
    "place-runs-nothing": ARTICLE + PLACE,
    "article-without-place": ':a a zt:Article ; dcterms:title "院坝会" .',
    "article-without-facts": ARTICLE,
    "practice-without-place": PRACTICE,
    "share-beyond-hundred": ':m a zt:Measure ; rdfs:label "办结率" ; zt:unit "%" ; zt:value 192.5 .',
    "counts-disagree": """:p zt:counted :m , :n ; rdfs:label "桐庐县" .
        :m rdfs:label "网格" ; zt:unit "个" ; zt:value 86 ; zt:approximate false .
        :n rdfs:label "网格" ; zt:unit "个" ; zt:value 96 ; zt:approximate false .
        :f rdf:object :m ; prov:hadPrimarySource :a . :g rdf:object :n ; prov:hadPrimarySource :b .
        :a dcterms:issued "2023-05"^^xsd:gYearMonth . :b dcterms:issued "2023-06-01"^^xsd:date .""",
    "since-after-report": ARTICLE + PRACTICE + """:g rdf:predicate zt:since ; rdf:subject :x ;
        rdf:object "2032"^^xsd:gYear ; prov:hadPrimarySource :a .""",
    "two-begins": PRACTICE + ':x zt:since "2019"^^xsd:gYear , "2021-03"^^xsd:gYearMonth .',
    "one-source": WHOLE,
    "near-names": WHOLE + PROPOSAL,
    "document-without-issuer": ':d a zt:PolicyDocument ; rdfs:label "办法" .',
    "award-without-year": ':w a zt:Award ; rdfs:label "全国文明村" .',
    "two-posts": """:who a zt:Person ; rdfs:label "李秀兰" ; zt:holds :s , :t .
        :s rdfs:label "书记" ; zt:postIn :p . :t rdfs:label "主任" ; zt:postIn :p .""",
    "printed-twice": ARTICLE + ':a zt:printedIn :s , :t . :s rdfs:label "一.txt" . :t rdfs:label "二.txt" .',
}  # fmt: skip
SOUND = {
    "place-runs-nothing": WHOLE,
    "article-without-place": ARTICLE,
    "article-without-facts": WHOLE,
    "practice-without-place": WHOLE,
    "share-beyond-hundred": ':m a zt:Measure ; rdfs:label "收入同比增长" ; zt:unit "%" ; zt:value 192.5 .',
    "counts-disagree": FAULTS["counts-disagree"].replace("2023-06-01", "2024-06-01"),
    "since-after-report": FAULTS["since-after-report"].replace("2032", "2023"),
    "two-begins": PRACTICE + ':x zt:since "2021"^^xsd:gYear , "2021-03"^^xsd:gYearMonth .',
    "one-source": WHOLE + SECOND,
    "near-names": WHOLE + PROPOSAL.replace("zt:Proposal", "zt:Fact"),
    "document-without-issuer": FAULTS["document-without-issuer"] + ":p zt:issued :d .",
    "award-without-year": FAULTS["award-without-year"] + ':w zt:year "2020"^^xsd:gYear .',
    "two-posts": ':who a zt:Person ; rdfs:label "李秀兰" ; zt:holds :s . :s rdfs:label "书记" .',
    "printed-twice": ARTICLE + ':a zt:printedIn :s . :s rdfs:label "一.txt" .',
}


def dataset(turtle: str) -> Dataset:
    triples = Graph().parse(data=HEAD + turtle, format="turtle")
    return dataset_of(Quad(s, p, o, URIRef("https://example.org/graph")) for s, p, o in triples)


def fired(turtle: str) -> set[str]:
    return {finding.check for finding in run_checks(dataset(turtle))}


@pytest.mark.parametrize("check", [path.stem for path in query_files()])
def test_a_planted_fault_is_found(check: str) -> None:
    assert check in fired(FAULTS[check])


@pytest.mark.parametrize("check", [path.stem for path in query_files()])
def test_nothing_is_found_where_all_is_well(check: str) -> None:
    assert check not in fired(SOUND[check])


def test_a_quote_that_is_not_in_its_place_is_found(quads: list[Quad]) -> None:
    assert not {"quote-differs", "text-changed"} & {f.check for f in run_checks(dataset_of(quads))}
    broken = [q._replace(object=Literal("改过的话")) if q.predicate == OA.exact else q for q in quads]
    assert "quote-differs" in {f.check for f in run_checks(dataset_of(broken))}


def test_a_text_that_was_changed_is_found(quads: list[Quad]) -> None:
    broken = [q._replace(object=Literal(f"{q.object}。")) if q.predicate == ZT.text else q for q in quads]
    assert "text-changed" in {f.check for f in run_checks(dataset_of(broken))}


def test_a_text_that_no_file_can_hold_keeps_its_hash(quads: list[Quad]) -> None:
    from sample_facts import all_facts

    from kg.graph import graph_quads
    from kg.graph.terms import sha256

    assert graph_quads(all_facts()[:1])
    assert sha256("红\x00\ud800") == sha256("红\ufffd\ufffd")


def test_shapes_are_checked_where_asked(quads: list[Quad]) -> None:
    pytest.importorskip("pyshacl", reason="needs zhitu[quality]")
    broken = [q for q in quads if q.predicate != ZT.rule]
    assert "FactShape" in {f.check for f in run_checks(dataset_of(broken), shapes=True)}


def test_every_check_has_a_page_and_every_page_a_check() -> None:
    shapes = read_shapes(ontology_folder() / DATA_SHAPES)
    named = {str(s).rpartition("#")[2] for s in shapes.subjects() if str(s).endswith("Shape")}
    assert set(load_pages()) == {p.stem for p in query_files()} | named | {"quote-differs", "text-changed"}


def test_every_page_says_all_in_two_languages() -> None:
    for page in load_pages().values():
        assert all(getattr(page, field).strip() for field in page.__slots__)
        assert not any("\u4e00" <= c <= "\u9fff" for c in page.means_en + page.mend_en + page.title_en)


def test_a_hundred_thousand_findings_fit_on_a_screen() -> None:
    many = [Finding("one-source", f"{ids.BASE}practice/{n}", "院坝会") for n in range(100_000)]
    text = as_text(many)
    assert len(text.splitlines()) == 6
    assert "100000 条说明" in text
    assert len(as_html(many)) < 200_000
    assert len(json.loads(as_json(many))) == 100_000


def test_what_articles_say_never_becomes_markup() -> None:
    page = as_html([Finding("one-source", "<img src=x onerror=alert(1)>", "</script><b>")])
    assert "<img" not in page
    assert "</script>" not in page


def test_a_severity_that_is_none_is_refused(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = (ontology_folder() / "checks.csv").read_text(encoding="utf-8").replace(",ERROR,", ",FATAL,", 1)
    (tmp_path / "checks.csv").write_text(rows, encoding="utf-8")
    monkeypatch.setattr("kg.check.model.ontology_folder", lambda: tmp_path)
    load_pages.cache_clear()
    with pytest.raises(GraphError, match="FATAL"):
        load_pages()
    monkeypatch.undo()
    load_pages.cache_clear()
