"""Which places are said to have learned from which, and what."""

from __future__ import annotations

import pytest

from kg.model import ArticleFacts
from kg.pipeline import facts_of_text


def facts_of(title: str, body: str) -> ArticleFacts:
    (found,) = facts_of_text(f"{title}\n\n{body}\n")
    return found


def lessons(title: str, body: str) -> set[tuple[str, str]]:
    """Learner and source of each lesson."""
    return {(lesson.learner, lesson.source) for lesson in facts_of(title, body).lessons}


VISITED, SPREAD = "象山县“村民说事”", {("永靖县", "象山县"), ("和政县", "象山县")}


@pytest.mark.parametrize(
    "body",
    [
        "永靖县组织12名村书记赴浙江省象山县考察学习乡村治理。",
        "永靖县委组织部带队，先后到象山县开展观摩学习活动。",
        "永靖县考察团一行20人来象山县考察“村民说事”。",
        "永靖县选派12名村书记到象山县跟岗学习三个月。",
        "永靖县学习借鉴象山县“村民说事”经验，在全县推行。",
        "永靖县对标象山县先进做法，建起村民说事室。",
        "永靖县主动向象山县学习，建起村民说事室。",
        "永靖县从象山县学来“村民说事”制度。",
        "“村民说事”由象山县首创，2019年永靖县引入。",
        "永靖县依托象山县东西部协作机制，引进“村民说事”做法。",
    ],
    ids=["visit", "tour", "team", "placement", "draw", "benchmark", "toward", "from", "origin", "paired"],
)
def test_the_learner_is_told_from_the_source(body: str) -> None:
    assert lessons("永靖县学做法", body) == {("永靖县", "象山县")}


@pytest.mark.parametrize(
    "body",
    [
        "象山县首创“村民说事”。目前，这一做法已在永靖县、和政县等地复制推广。",
        "象山县“村民说事”经验被永靖县、和政县借鉴。",
        "象山县“村民说事”名声在外，先后吸引永靖县、和政县等地38批次考察团前来学习取经。",
        "象山县“村民说事”制度好，永靖县、和政县等地纷纷前来取经。",
        "象山县推行“村民说事”制度。永靖县、和政县等地纷纷借鉴这一做法。",
        "来自永靖县、和政县的40名村干部走进象山县，现场学习“村民说事”。",
    ],
    ids=["spread", "drawn-on", "attracted", "came", "followed", "visitors"],
)
def test_a_report_of_the_source_tells_its_learners(body: str) -> None:
    assert lessons(VISITED, body) == SPREAD


@pytest.mark.parametrize(
    "body",
    [
        "永靖县将赴象山县考察学习。",
        "永靖县拟组织村书记赴象山县考察学习。",
        "下一步，永靖县学习借鉴象山县经验。",
        "会议建议永靖县学习借鉴象山县经验。",
        "为学习象山县经验，永靖县召开动员会。",
        "象山县的做法值得永靖县学习借鉴。",
        "永靖县没有照搬象山县经验。",
        "如果永靖县借鉴象山县经验，效果会更好。",
        "永靖县要学习借鉴象山县经验。",
    ],
    ids=["will", "means-to", "next", "advised", "aim", "worth-it", "denied", "if", "must"],
)
def test_what_is_only_meant_is_no_lesson(body: str) -> None:
    assert lessons("永靖县学做法", body) == set()


@pytest.mark.parametrize(
    "body",
    [
        "象山县学习推广新时代“枫桥经验”，组织党员学习党史，用好学习强国。",
        "象山县学习贯彻浙江省委会议精神，推广先进经验。",
        "浙江省委书记到象山县考察基层治理工作。",
        "象山县风景如画，吸引上海、杭州等地游客前来参观学习剪纸。",
        "象山县“村民说事”名声在外，吸引全国各地前来学习取经。",
        "“村民说事”在象山县18个镇乡街道全面推广。",
        "象山县在上海市、杭州市推广柑橘，办法很多。",
        "象山县从厦门市引进企业12家，干部赴厦门大学学习。",
        "党员李明在永靖县打工多年，学到了管理经验，回到象山县创业。",
    ],
    ids=["brand", "doctrine", "inspection", "tourists", "nobody", "roll-out", "goods", "firms", "person"],
)
def test_other_learning_is_no_lesson_between_places(body: str) -> None:
    assert lessons(VISITED, body) == set()


def test_a_place_named_only_to_say_where_another_lies_teaches_nothing() -> None:
    body = "渌口区组织学员赴浙江省台州市黄岩区考察学习。"
    assert lessons("渌口区赴台州市考察学习", body) == {("渌口区", "黄岩区")}


def test_a_list_of_sources_may_run_over_several_provinces() -> None:
    body = "修武县考察团先后赴江苏省仪征市、溧阳市，浙江省德清县，福建省武夷山市，就乡村治理进行了考察学习。"
    assert lessons("修武县考察", body) == {("修武县", name) for name in ("仪征市", "溧阳市", "德清县", "武夷山市")}


def test_practices_that_the_sentence_names_are_what_was_learned() -> None:
    told = facts_of("永靖县学做法", "永靖县推行“三级网格”。永靖县组团赴象山县考察学习“村民说事”制度，还去了展馆。")
    (lesson,) = told.lessons
    assert lesson.practices == ("村民说事",)


def test_the_practice_of_the_source_is_named_before_its_learners() -> None:
    told = facts_of(VISITED, "象山县“村民说事”制度好，永靖县等地纷纷前来取经。")
    assert [(lesson.learner, lesson.practices) for lesson in told.lessons] == [("永靖县", ("村民说事",))]


def test_evidence_holds_the_verb_and_both_places() -> None:
    told = facts_of("永靖县学做法", "近日，永靖县组织12名村书记赴浙江省象山县考察学习乡村治理。")
    (lesson,) = told.lessons
    assert [told.article.text[e.start : e.end] for e in lesson.evidence] == ["赴浙江省象山县考察学习", "永靖县"]


def test_two_sentences_on_one_pair_are_one_lesson_with_both_as_evidence() -> None:
    told = facts_of("永靖县学做法", "永靖县赴象山县考察学习。回来后，永靖县借鉴象山县的做法，建起说事室。")
    (lesson,) = told.lessons
    assert {told.article.text[e.start : e.end] for e in lesson.evidence} >= {"赴象山县考察学习", "借鉴象山县的做法"}
