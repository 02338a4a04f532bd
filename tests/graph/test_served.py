"""Groups served, from the sentence to the graph, the tables and the questions."""

from __future__ import annotations

import jsonschema
import pytest
from rdflib import Dataset, URIRef
from rdflib.namespace import RDF

from kg import ids
from kg.graph import answer, build_dataset
from kg.graph.terms import OA, ZT
from kg.model import ArticleFacts
from kg.pipeline import facts_of_text
from kg.tables import facts_schema, facts_to_dict
from kg.tables.rows import SHEETS, fact_rows

REPORT = (
    "凯里市：小驿站里的大关怀\n\n"
    "凯里市面向快递员、外卖骑手推出“暖蜂驿站”，提供歇脚服务。\n"
    "凯里市组织网格员走访，为独居老人上门代办。\n"
)
RIDERS, ALONE = (URIRef(ids.target_group_iri(group)) for group in ("delivery-riders", "older-people-alone"))


@pytest.fixture(scope="module")
def facts() -> ArticleFacts:
    (found,) = facts_of_text(REPORT, "凯里.txt")
    return found


@pytest.fixture(scope="module")
def dataset(facts: ArticleFacts) -> Dataset:
    return build_dataset([facts])


def test_a_practice_serves_groups_with_the_words_that_say_so(dataset: Dataset) -> None:
    (practice,) = (s for s in dataset.subjects(ZT.serves, RIDERS) if (s, RDF.type, ZT.Practice) in dataset)
    (claim,) = (f for f in dataset.subjects(RDF.object, RIDERS) if (f, RDF.subject, practice) in dataset)
    quotes = {
        str(dataset.value(dataset.value(e, OA.hasSelector), OA.exact)) for e in dataset.objects(claim, ZT.evidence)
    }
    assert "外卖骑手" in quotes


def test_a_kind_of_practice_serves_them_where_it_is_carried_out(dataset: Dataset) -> None:
    facts = [s for s in dataset.subjects(ZT.serves, ALONE) if (s, RDF.type, ZT.Fact) in dataset]
    assert facts
    assert {dataset.value(fact, RDF.predicate) for fact in facts} == {ZT.carriesOut}


@pytest.mark.parametrize("typed", ["外卖骑手", "骑手", "新就业群体", "delivery-riders", "target-group/new-employment"])
def test_a_group_is_asked_for_by_any_name_and_holds_those_inside_it(dataset: Dataset, typed: str) -> None:
    found = answer(dataset, "practices-for-group", {"group": typed})
    rows = [dict(zip(found.columns, row, strict=True)) for row in found.rows]
    assert ("外卖骑手", "暖蜂驿站", "凯里市") in {(r["服务对象"], r["做法"], r["地方"]) for r in rows}
    assert all("外卖骑手" in r["引文"] or "快递员" in r["引文"] for r in rows)


def test_whom_a_practice_serves_is_asked_as_a_sentence(dataset: Dataset) -> None:
    found = answer(dataset, "暖蜂驿站服务哪些人？")
    assert {row[0] for row in found.rows} == {"快递员", "外卖骑手"}
    assert {row[0] for row in answer(dataset, "哪些做法服务老年人").rows} == {"独居老人"}


def test_the_tables_name_the_groups(facts: ArticleFacts) -> None:
    row = facts_to_dict(facts)
    jsonschema.validate(row, facts_schema())
    (practice,) = (p for p in row["practices"] if p["name"] == "暖蜂驿站")
    assert [(s["group"], row["text"][s["start"] : s["end"]]) for s in practice["serves"]] == [
        ("couriers", "快递员"), ("delivery-riders", "外卖骑手"),
    ]  # fmt: skip
    headers = next(s.headers for s in SHEETS if s.family == "practices")
    cells = next(r.cells for r in fact_rows([facts]) if r.family == "practices" and r.cells[0] == "暖蜂驿站")
    assert cells[headers.index("服务对象")] == "快递员；外卖骑手"
