"""Who learned from whom, from the sentence to the graph, the tables and the questions."""

from __future__ import annotations

import jsonschema
import pytest
from rdflib import Dataset, URIRef
from rdflib.namespace import RDF

from kg import ids
from kg.graph import answer, build_dataset, validate
from kg.graph.terms import OA, ZT
from kg.model import ArticleFacts
from kg.pipeline import facts_of_text
from kg.tables import facts_schema, facts_to_dict
from kg.tables.rows import SHEETS, fact_rows

REPORT = (
    "琼海市：走出去学，带回来用\n\n"
    "去年，琼海市组织村书记赴浙江省象山县考察学习“村民说事”制度，又到广东省增城区参观学习。\n"
    "回来后，琼海市推行“村民说事”制度，村村有了说事室。\n"
)
QIONGHAI, XIANGSHAN, ZENGCHENG = (URIRef(ids.coded_place_iri(code)) for code in ("469002", "330225", "440118"))


@pytest.fixture(scope="module")
def facts() -> ArticleFacts:
    (found,) = facts_of_text(REPORT, "琼海.txt")
    return found


@pytest.fixture(scope="module")
def dataset(facts: ArticleFacts) -> Dataset:
    return build_dataset([facts])


def test_the_learner_leads_to_each_source(dataset: Dataset) -> None:
    assert set(dataset.objects(QIONGHAI, ZT.learnedFrom)) == {XIANGSHAN, ZENGCHENG}


def test_the_fact_holds_the_words_that_say_so_and_what_was_learned(dataset: Dataset) -> None:
    (fact,) = (f for f in dataset.subjects(RDF.object, XIANGSHAN) if (f, RDF.predicate, ZT.learnedFrom) in dataset)
    quotes = {
        str(dataset.value(dataset.value(e, OA.hasSelector), OA.exact)) for e in dataset.objects(fact, ZT.evidence)
    }
    assert quotes == {"赴浙江省象山县考察学习", "琼海市"}
    (practice,) = dataset.objects(fact, ZT.learned)
    assert (QIONGHAI, ZT.runs, practice) in dataset


def test_a_lesson_that_names_no_practice_has_none(dataset: Dataset) -> None:
    (fact,) = (f for f in dataset.subjects(RDF.object, ZENGCHENG) if (f, RDF.predicate, ZT.learnedFrom) in dataset)
    assert list(dataset.objects(fact, ZT.learned)) == []


def test_the_shapes_find_nothing_wrong(dataset: Dataset) -> None:
    assert [found.shape for found in validate(dataset) if found.severity == "ERROR"] == []


@pytest.mark.parametrize("asked", ["琼海市向谁学习？", "琼海市学习借鉴了哪里"])
def test_whom_a_place_learned_from_is_asked_as_a_sentence(dataset: Dataset, asked: str) -> None:
    found = answer(dataset, asked)
    assert [row[:3] for row in found.rows] == [("琼海市", "增城区", ""), ("琼海市", "象山县", "村民说事")]
    assert all("赴浙江省象山县考察学习" in row[found.columns.index("引文")] for row in found.rows)


@pytest.mark.parametrize("asked", ["谁向象山县学习", "谁学习了村民说事", "who learned 村民说事"])
def test_who_learned_is_asked_of_the_source_and_of_the_practice(dataset: Dataset, asked: str) -> None:
    assert [row[:3] for row in answer(dataset, asked).rows] == [("琼海市", "象山县", "村民说事")]


def test_the_tables_say_who_learned_what_from_whom(facts: ArticleFacts) -> None:
    row = facts_to_dict(facts)
    jsonschema.validate(row, facts_schema())
    assert [(x["learner"], x["source"], x["practices"]) for x in row["lessons"]] == [
        ("琼海市", "象山县", ["村民说事"]), ("琼海市", "增城区", []),
    ]  # fmt: skip
    headers = next(s.headers for s in SHEETS if s.family == "lessons")
    cells = [dict(zip(headers, r.cells, strict=True)) for r in fact_rows([facts]) if r.family == "lessons"]
    assert [(c["地方"], c["代码"], c["向哪里学"], c["学的做法"]) for c in cells] == [
        ("琼海市", "469002", "象山县", "村民说事"), ("琼海市", "469002", "增城区", ""),
    ]  # fmt: skip
