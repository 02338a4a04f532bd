"""The competency questions, asked as a person would, with the answers the three invented reports give."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Dataset

from kg.errors import GraphError, QueryError
from kg.graph import answer, list_questions
from kg.graph.names import short_form
from kg.graph.questions import read_question
from kg.scheme import ontology_folder


def cells(dataset: Dataset, question: str, column: str, **slots: str) -> list[str]:
    found = answer(dataset, question, slots)
    return [row[found.columns.index(column)] for row in found.rows]


@pytest.mark.parametrize("typed", ["红色物业", "red-property", "red property management", "先锋物业", "“红色物业”"])
def test_who_runs_takes_any_name_of_a_practice_or_concept(dataset: Dataset, typed: str) -> None:
    assert set(cells(dataset, "who-runs", "地方", practice=typed)) == {"同安街道", "阜溪街道"}


def test_who_runs_takes_a_part_of_a_name(dataset: Dataset) -> None:
    assert cells(dataset, "who-runs", "地方", practice="议事厅") == ["丽阳社区"]


def test_who_runs_takes_a_group_of_concepts(dataset: Dataset) -> None:
    assert set(cells(dataset, "who-runs", "做法", practice="网格治理")) == {"微网格", "新就业群体兼职网格员"}


def test_who_runs_gives_place_parent_article_date_and_quote(dataset: Dataset) -> None:
    found = answer(dataset, "who-runs", {"practice": "阳光议事厅"})
    assert found.columns == ("地方", "上级", "做法", "报道", "日期", "引文")
    assert found.rows == (
        (
            "丽阳社区", "同安街道", "阳光议事厅", "龙泉驿区让物业“红”起来", "2023-06-09",
            "丽阳社区党委书记周岚说，社区建起“阳光议事厅”，2021年以来已议事120余次。",
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    "typed",
    ["德清", "德清县", "330521", "330521003", "浙江德清", "浙江省湖州市德清县阜溪街道", "湖州阜溪", "浙江省/德清县",
     "place/330521", "https://w3id.org/zhitu/id/place/330521", " 德清 县 "],
)  # fmt: skip
def test_a_place_may_be_typed_in_many_ways(dataset: Dataset, typed: str) -> None:
    assert cells(dataset, "what-does-place-run", "地方", place=typed) == ["阜溪街道"]


def test_a_place_stands_for_all_inside_it(dataset: Dataset) -> None:
    assert set(cells(dataset, "what-does-place-run", "做法", place="四川")) == {"红色物业", "阳光议事厅"}


def test_first_reported_begins_with_the_oldest_date(dataset: Dataset) -> None:
    assert cells(dataset, "first-reported", "始于", practice="阳光议事厅") == ["2021"]
    assert set(cells(dataset, "first-reported", "日期", practice="红色物业")) == {"2023-06-09"}


def test_versions_of_concept_lists_each_practice(dataset: Dataset) -> None:
    assert set(cells(dataset, "versions-of-concept", "上级", concept="红色物业")) == {"龙泉驿区", "德清县"}


def test_places_sharing_practices_leaves_the_place_itself_out(dataset: Dataset) -> None:
    assert answer(dataset, "places-sharing-practices", {"place": "德清"}).rows == (
        ("同安街道", "龙泉驿区", "1", "红色物业"),
    )


def test_unique_practices_are_those_no_other_place_has(dataset: Dataset) -> None:
    assert cells(dataset, "unique-practices-of-place", "做法", place="龙泉驿") == ["阳光议事厅"]
    assert cells(dataset, "unique-practices-of-place", "做法", place="德清") == []


def test_figures_come_with_unit_and_caution(dataset: Dataset) -> None:
    found = answer(dataset, "figures-of-place", {"place": "同安街道"})
    assert found.rows[0][:5] == ("丽阳社区", "议事", "约", "120", "次")


def test_awards_of_practices_count_for_their_place(dataset: Dataset) -> None:
    assert cells(dataset, "awards", "年份", place="龙泉驿区") == ["2022"]


def test_documents_name_their_issuer(dataset: Dataset) -> None:
    assert cells(dataset, "documents-of-place", "发布者", place="成都") == ["龙泉驿区住建局"]


def test_organisations_stand_in_the_same_sentence(dataset: Dataset) -> None:
    assert cells(dataset, "organisations-of-practice", "组织", practice="红色物业") == ["龙泉驿区住建局"]
    assert cells(dataset, "organisations-of-practice", "组织", practice="阳光议事厅") == []


def test_people_come_with_post_and_body(dataset: Dataset) -> None:
    assert answer(dataset, "people", {"place": "龙泉驿区"}).rows[0][:3] == ("周岚", "党委书记", "丽阳社区")
    assert cells(dataset, "people", "任职于", place="巴宜") == ["格桑花志愿服务队"]


def test_source_of_fact_takes_the_id_of_the_tables(dataset: Dataset) -> None:
    fact = next(str(s) for s in dataset.subjects() if "/fact/" in str(s))
    for typed in (fact, fact.rpartition("/")[2]):
        found = answer(dataset, "source-of-fact", {"fact": typed})
        assert found.rows
        assert all(row[found.columns.index("原文")] for row in found.rows)


def test_coverage_counts_articles_by_place(dataset: Dataset) -> None:
    assert ("德清县", "湖州市", "1", "0") in answer(dataset, "coverage").rows


def test_concept_overview_begins_with_the_commonest(dataset: Dataset) -> None:
    assert answer(dataset, "concept-overview").rows[0] == ("红色物业", "red-property", "2", "2")


def test_compare_places_marks_what_each_has(dataset: Dataset) -> None:
    found = answer(dataset, "compare-places", {"place": "浙江", "other": "龙泉驿区"})
    assert found.rows == (("红色物业", "有", "有"), ("议事协商", "", "有"))


@pytest.mark.parametrize("typed", ["2023", "2023年"])
def test_year_takes_four_digits(dataset: Dataset, typed: str) -> None:
    assert set(cells(dataset, "reported-in-year", "做法", year=typed)) == {"红色物业", "阳光议事厅", "格桑花"}


def test_planned_and_under_way_are_told_apart(dataset: Dataset) -> None:
    found = answer(dataset, "planned", {"place": "西藏"})
    assert [row[1:3] for row in found.rows] == [("微网格", "在做"), ("雪山议事", "拟做")]


def test_a_question_may_be_asked_by_its_chinese_title(dataset: Dataset) -> None:
    assert answer(dataset, "每个地方有多少篇报道").rows == answer(dataset, "coverage").rows


@pytest.mark.parametrize(
    ("question", "slots", "said"),
    [
        ("who-run", {}, "who-runs"),
        ("who-runs", {"where": "x"}, "practice=红色物业"),
        ("who-runs", {"practice": "绿色物业"}, "红色物业"),
        ("who-runs", {"practice": "\x00" * 5000}, "no practice"),
        ("what-does-place-run", {"place": "安吉县"}, "no article here names it"),
        ("what-does-place-run", {"place": "德清乡"}, "德清县"),
        ("what-does-place-run", {"place": "place/x> } DROP ALL #"}, "no place"),
        ("reported-in-year", {"year": "去年"}, "2023"),
        ("source-of-fact", {}, "fact=…"),
        ("source-of-fact", {"fact": "0"}, "no such fact"),
    ],
    ids=["question", "slot", "practice", "hostile", "place elsewhere", "place", "injection", "year", "empty", "fact"],
)
def test_what_is_not_understood_gets_a_hint(dataset: Dataset, question: str, slots: dict[str, str], said: str) -> None:
    with pytest.raises(QueryError) as caught:
        answer(dataset, question, slots)
    assert said in str(caught.value)
    assert len(str(caught.value)) < 400


@pytest.mark.parametrize(
    ("asked", "near"),
    [
        ("who-run", "who-runs"),
        ("awads", "awards"),
        ("哪里有楼道长", "who-runs"),
        ("夷陵区有多少组织", "organisations-of-place"),
    ],
    ids=["name", "misspelt", "sentence", "other words"],
)
def test_an_unknown_question_gets_the_nearest_first(dataset: Dataset, asked: str, near: str) -> None:
    with pytest.raises(QueryError, match=f"did you mean: {near}（"):
        answer(dataset, asked)


def test_a_question_like_none_gets_a_few_usual_ones(dataset: Dataset) -> None:
    with pytest.raises(QueryError) as caught:
        answer(dataset, "xyzzy" * 100)
    assert str(caught.value).count("（") == 5
    assert "who-runs" in str(caught.value)
    assert len(str(caught.value)) < 400


def test_there_are_enough_questions_in_two_languages() -> None:
    questions = list_questions()
    assert len(questions) >= 12
    assert all(q.title_zh and q.title_en for q in questions)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("# title-zh: 甲\nASK {}", "title-en"),
        ("# title-zh: 甲\n# title-en: a\n# slot x: place = a | b | c\nASK {}", "VALUES"),
        ("# title-zh: 甲\n# title-en: a\n# slot x: river = a | b | c\nASK {}", "river"),
    ],
    ids=["title", "values", "type"],
)
def test_a_faulty_question_file_is_named(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "faulty.rq").write_text(text, encoding="utf-8")
    with pytest.raises(GraphError, match=said):
        read_question(tmp_path / "faulty.rq")


def test_questions_run_as_they_stand(dataset: Dataset) -> None:
    from kg.graph import run_query

    for path in (ontology_folder() / "questions").glob("*.rq"):
        assert run_query(dataset, path.read_text(encoding="utf-8")).columns


@pytest.mark.parametrize(
    ("name", "short"),
    [("丹阳市", "丹阳"), ("阜溪街道", "阜溪"), ("县城", "县城"), ("西藏自治区", "西藏"), ("市区", "市区")],
)
def test_short_form_drops_a_generic_ending(name: str, short: str) -> None:
    assert short_form(name) == short
