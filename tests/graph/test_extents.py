"""Pilot or rolled out, from the sentence to the graph, the tables and the questions."""

from __future__ import annotations

import jsonschema
import pytest
from rdflib import Dataset
from rdflib.namespace import RDF

from kg.graph import answer, build_dataset, validate
from kg.graph.terms import OA, ZT, text
from kg.model import ArticleFacts
from kg.pipeline import facts_of_text
from kg.tables import facts_schema, facts_to_dict
from kg.tables.rows import SHEETS, fact_rows

REPORT = (
    "汶川县：板凳一摆，好事商量\n\n"
    "汶川县在水磨镇先行试点“板凳夜话”制度，村民晚上坐下来议事。\n"
    "汶川县全面推行“四议两公开”机制，村里的事按步骤办。\n"
)


@pytest.fixture(scope="module")
def facts() -> ArticleFacts:
    (found,) = facts_of_text(REPORT, "汶川.txt")
    return found


@pytest.fixture(scope="module")
def dataset(facts: ArticleFacts) -> Dataset:
    return build_dataset([facts])


def test_a_practice_has_its_extent_with_the_words_that_say_so(dataset: Dataset) -> None:
    (practice,) = dataset.subjects(ZT.extent, text("pilot"))
    (claim,) = (f for f in dataset.subjects(RDF.predicate, ZT.extent) if (f, RDF.subject, practice) in dataset)
    quotes = {
        str(dataset.value(dataset.value(e, OA.hasSelector), OA.exact)) for e in dataset.objects(claim, ZT.evidence)
    }
    assert "先行试点“板凳夜话”制度" in quotes
    assert str(dataset.value(claim, ZT.rule)) == "extent-pilot-first"
    assert [found.shape for found in validate(dataset) if found.severity == "ERROR"] == []


@pytest.mark.parametrize(("asked", "said"), [("哪里在试点板凳夜话", "试点"), ("四议两公开推开了吗？", "推开")])
def test_the_extent_is_asked_as_a_sentence(dataset: Dataset, asked: str, said: str) -> None:
    assert {row[0] for row in answer(dataset, asked).rows} == {said}


def test_the_tables_hold_the_extent(facts: ArticleFacts) -> None:
    row = facts_to_dict(facts)
    jsonschema.validate(row, facts_schema())
    said = {p["name"]: (p["extent"]["kind"], p["extent"]["rule"]) for p in row["practices"] if "extent" in p}
    assert said == {"板凳夜话": ("pilot", "extent-pilot-first"), "四议两公开": ("rolled-out", "extent-rolled-out")}
    headers = next(s.headers for s in SHEETS if s.family == "practices")
    cells = {r.cells[0]: r.cells[headers.index("试点或推开")] for r in fact_rows([facts]) if r.family == "practices"}
    assert (cells["板凳夜话"], cells["四议两公开"]) == ("试点", "推开")
