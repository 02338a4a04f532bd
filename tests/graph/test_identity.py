"""One person, post and body across articles: the same IRI whatever the order, and two people stay two."""

from __future__ import annotations

from collections.abc import Iterable

import jsonschema
import pytest
from rdflib import Dataset, Literal, URIRef
from rdflib.namespace import RDF, RDFS, XSD

from kg.check import run_checks
from kg.graph import answer, build_dataset, graph_quads, nquads_bytes
from kg.graph.terms import ZT
from kg.model import ArticleFacts
from kg.pipeline import facts_of_text
from kg.tables import facts_schema, facts_to_dict
from kg.tables.rows import SHEETS, fact_rows


def reports(*bodies: str) -> list[ArticleFacts]:
    return [
        one
        for i, body in enumerate(bodies)
        for one in facts_of_text(f"基层见闻之{i}\n2023-06-0{i + 1}\n\n{body}\n", f"{i}.txt")
    ]


def people(dataset: Dataset, name: str) -> set[object]:
    return {s for s in dataset.subjects(RDFS.label, Literal(name)) if (s, RDF.type, ZT.Person) in dataset}


def bodies(dataset: Dataset) -> set[str]:
    return {str(s) for s in dataset.subjects(RDF.type, ZT.Organisation)}


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("江苏省金湖县民政局局长赵丽华介绍。", "金湖县民政局党组书记、局长赵丽华表示，年底完工。", 1),
        ("江苏省金湖县民政局局长赵丽华介绍。", "宁夏同心县民政局局长赵丽华介绍。", 2),
        ("江苏省金湖县民政局局长赵丽华介绍。", "江苏省金湖县民政局副局长赵丽华介绍。", 2),
        ("江苏省金湖县民政局局长赵丽华介绍。", "江苏省金湖县民政局原局长赵丽华当起志愿者。", 1),
    ],
    ids=["longer post", "other county", "other post", "former"],
)
def test_two_people_of_one_name_stay_two_unless_post_and_body_agree(one: str, other: str, count: int) -> None:
    assert len(people(build_dataset(reports(one, other)), "赵丽华")) == count


def test_one_body_has_one_iri_in_short_and_full_forms() -> None:
    told = (
        "江苏省淮安市金湖县纪委监委公布典型案例。",
        "近日，金湖县积极行动，县纪委监委组织专班走访。",
        "金湖纪委监委开展专项整治，走访村民。",
        "金湖县民政局走访老人。该局还建起台账。",
    )
    dataset = build_dataset(reports(*told))
    labels = {str(label) for body in bodies(dataset) for label in dataset.objects(URIRef(body), RDFS.label)}
    assert len(bodies(dataset)) == 2
    assert "该局" not in labels


def test_the_order_of_articles_does_not_change_who_is_who() -> None:
    told = reports("江苏省金湖县民政局局长赵丽华介绍。", "2021年，赵丽华当选为江苏省金湖县银涂镇人大主席。")
    assert nquads_bytes(graph_quads(told)) == nquads_bytes(graph_quads(told[::-1]))


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return build_dataset(
        reports(
            "周小燕自2019年起担任成都市锦江区锦华社区党委书记。",
            "马志国2015年至2020年任宁夏同心县豫海镇镇长。时任宁夏同心县民政局局长赵丽华当场拍板。",
            "江苏省金湖县民政局局长李明介绍。江苏省金湖县民政局副局长李明亮介绍。",
        )
    )


def test_a_tenure_has_typed_dates_and_a_current_one_the_date_of_its_article(dataset: Dataset) -> None:
    (current,) = (t for p in people(dataset, "周小燕") for t in dataset.subjects(ZT.heldBy, p))
    assert dataset.value(current, ZT.heldSince) == Literal("2019", datatype=XSD.gYear)
    assert dataset.value(current, ZT.asOf) == Literal("2023-06-01", datatype=XSD.date)
    (former,) = (t for p in people(dataset, "马志国") for t in dataset.subjects(ZT.heldBy, p))
    assert dataset.value(former, ZT.heldUntil) == Literal("2020", datatype=XSD.gYear)
    assert dataset.value(former, ZT.asOf) is None


def test_who_held_a_post_holds_it_no_more(dataset: Dataset) -> None:
    assert not any(dataset.value(p, ZT.holds) for p in (*people(dataset, "马志国"), *people(dataset, "赵丽华")))
    assert all(dataset.value(p, ZT.held) for p in (*people(dataset, "马志国"), *people(dataset, "赵丽华")))


def test_the_question_on_people_tells_the_time(dataset: Dataset) -> None:
    found = answer(dataset, "people", {"place": "宁夏"})
    rows = {tuple(row[:6]) for row in found.rows}
    assert ("马志国", "镇长", "豫海镇", "曾任", "2015", "2020") in rows
    assert {row[3] for row in rows if row[0] == "赵丽华"} == {"时任"}


def test_the_tables_tell_the_time() -> None:
    (facts,) = reports("马志国2015年至2020年任宁夏同心县豫海镇镇长。")
    row = facts_to_dict(facts)
    jsonschema.validate(row, facts_schema())
    (post,) = row["people"][0]["posts"]
    assert (post["status"], post["since"], post["until"]) == ("former", "2015", "2020")
    assert row["people"][0]["iri"]
    headers = next(s.headers for s in SHEETS if s.family == "people")
    cells = next(r.cells for r in fact_rows([facts]) if r.family == "people")
    assert dict(zip(headers, cells, strict=True)) == {
        "姓名": "马志国", "职务": "镇长", "所在组织": "豫海镇", "地方": "豫海镇", "任职": "曾任",
        "起始": "2015", "截止": "2020",
    }  # fmt: skip


def test_one_name_in_one_body_with_two_posts_is_pointed_out() -> None:
    told = reports("江苏省金湖县民政局局长赵丽华介绍。", "江苏省金湖县民政局副局长赵丽华介绍。")
    assert "two-posts" in _checks(told)
    assert "two-posts" not in _checks(told[:1])


def _checks(facts: Iterable[ArticleFacts]) -> set[str]:
    return {finding.check for finding in run_checks(build_dataset(facts))}
