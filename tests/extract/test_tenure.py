"""When people hold their posts: as of the report, at the time told of, no more; since and until when."""

from __future__ import annotations

import pytest

from kg.model import ArticleFacts, Tenure
from kg.pipeline import facts_of_text

HEAD = "基层见闻\n2023-06-09\n\n"


def facts(sentence: str) -> ArticleFacts:
    (found,) = facts_of_text(HEAD + sentence + "\n")
    return found


def tenures(sentence: str, name: str) -> tuple[Tenure, ...]:
    (person,) = (p for p in facts(sentence).people if p.name == name)
    return person.posts


@pytest.mark.parametrize(
    ("sentence", "name", "status", "since", "until"),
    [
        ("时任成都市锦江区民政局局长赵丽华当场拍板。", "赵丽华", "then", None, None),
        ("原成都市锦江区民政局局长赵丽华当起志愿者。", "赵丽华", "former", None, None),
        ("成都市锦江区民政局原局长赵丽华当起志愿者。", "赵丽华", "former", None, None),
        ("马志国曾任宁夏同心县豫海镇镇长。", "马志国", "former", None, None),
        ("马志国2015年至2020年任宁夏同心县豫海镇镇长。", "马志国", "former", "2015", "2020"),
        ("周小燕自2019年起担任成都市锦江区锦华社区党委书记。", "周小燕", "current", "2019", None),
        ("成都市锦江区锦华社区党委书记周小燕自2019年3月起担任此职。", "周小燕", "current", "2019-03", None),
        ("2021年，贺建军当选为成都市锦江区锦华社区党委书记。", "贺建军", "current", "2021", None),
        ("现任宁夏同心县豫海镇镇长马志国介绍。", "马志国", "current", None, None),
        ("太原市杏花岭区民政局局长李明说，补贴已发。", "李明", "current", None, None),
        ("此前，宁夏同心县豫海镇镇长马志国表态。", "马志国", "current", None, None),
        ("2021年，宁夏同心县豫海镇镇长马志国带队走访。", "马志国", "current", None, None),
    ],
    ids=[
        "then", "former body", "former post", "once", "from to", "since", "since behind", "elected", "now", "Taiyuan",
        "earlier", "dated deed",
    ],
)  # fmt: skip
def test_time_of_a_post_is_what_the_words_beside_it_say(
    sentence: str, name: str, status: str, since: str | None, until: str | None
) -> None:
    (tenure,) = tenures(sentence, name)
    assert (tenure.status, tenure.since, tenure.until) == (status, since, until)


def test_words_that_tell_the_time_are_evidence() -> None:
    found = facts("马志国2015年至2020年任宁夏同心县豫海镇镇长。")
    (tenure,) = found.people[0].posts
    assert [found.article.text[e.start : e.end] for e in tenure.told] == ["2015年至2020年"]


def test_a_post_has_its_body_and_the_place_of_that() -> None:
    (tenure,) = tenures("原成都市锦江区民政局局长赵丽华当起志愿者。", "赵丽华")
    assert (tenure.role, tenure.organisation, tenure.place) == ("局长", "成都市锦江区民政局", "锦江区")


def test_two_posts_of_one_person_are_two_and_a_short_form_is_none() -> None:
    posts = tenures(
        "宁夏同心县豫海镇党委书记马志国介绍。镇书记马志国带队走访。马志国曾任宁夏同心县民政局局长。", "马志国"
    )
    assert [(t.role, t.organisation, t.status) for t in posts] == [
        ("党委书记", "豫海镇", "current"), ("局长", "宁夏同心县民政局", "former"),
    ]  # fmt: skip


def test_the_scored_role_stays_as_printed() -> None:
    (person,) = facts("成都市锦江区民政局原局长赵丽华当起志愿者。").people
    assert (person.role, person.posts[0].role) == ("原局长", "局长")
