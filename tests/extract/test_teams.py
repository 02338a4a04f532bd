"""Named teams are organisations as well, meetings are none; bodies that a bare word for their level introduces."""

from __future__ import annotations

import pytest

from kg.pipeline import facts_of_text


def organisations(text: str) -> dict[str, str]:
    return {o.name: o.kind for facts in facts_of_text(text) for o in facts.organisations}


def test_a_team_with_a_name_is_an_organisation_too() -> None:
    found = organisations("江陵县见闻\n\n沙岗镇组建“守堤人”巡护队，看鱼、捡垃圾，也劝偷偷下竿的。")
    assert found == {"守堤人巡护队": "team"}


def test_a_count_is_no_part_of_the_name_of_a_team() -> None:
    found = organisations("江陵县见闻\n\n沙岗镇培育“补锅匠”“老裁缝”两支居民服务队，组建4支荷花义警队。")
    assert found == {"补锅匠居民服务队": "team", "老裁缝居民服务队": "team", "荷花义警队": "team"}


def test_a_meeting_that_is_a_practice_is_no_organisation() -> None:
    assert organisations("剑川县见闻\n\n沙溪镇推行“火塘协商会”，村里的事围着火塘商量。") == {}


BODIES = [
    ("通榆县边昭镇见闻\n\n边昭镇的大姐队是镇妇联2023年春天拉起来的。", {"边昭镇妇联"}),
    ("灵石县见闻\n\n两渡镇景家沟村村委会把账目贴上墙。", {"两渡镇景家沟村村委会"}),
    # the town that the sentence is about, not the one that the report is about
    ("井研县千佛镇见闻\n\n千佛镇的干部粗略算过。马踏镇的纠纷多半出在水上，镇司法所请出老水管员。", {"马踏镇司法所"}),
    # 会同 joins, unless the county is meant
    ("沁县见闻\n\n委机关会同县农业农村局、县财政局抽调42人。", {"沁县农业农村局", "沁县财政局"}),
    (
        "湖南省桃源县见闻\n\n县纪委监委会同县农业农村局、县财政局查账。",
        {"桃源县纪委监委", "桃源县农业农村局", "桃源县财政局"},
    ),
    ("怀化市会同县见闻\n\n会同县农业农村局抽调42人到林城镇。", {"会同县农业农村局"}),
    # 县区委 are those of every county
    ("民乐县见闻\n\n派活之前先到县区委社会工作部登记。", set()),
]


@pytest.mark.parametrize(("text", "expected"), BODIES, ids=[body.rpartition("\n")[2][:12] for body, _ in BODIES])
def test_bodies_get_the_place_that_their_sentence_means(text: str, expected: set[str]) -> None:
    assert set(organisations(text)) == expected


PEOPLE = [
    ("驮堪乡党委副书记梁海峰打的这个比方，大家都懂。", "梁海峰"),
    ("沁县监委副主任任建国表示，还有82条没有办结。", "任建国"),
    ("冰岛村驻村民警刀建军把广播架上了三轮车。", "刀建军"),
    ("社区主任刘敏去邻区串门时学来了这个主意。", "刘敏"),
    ("社区网格员王婷踩着雪进了屋。", "王婷"),
    ("望花区住建局局长关长顺不讳言，这主意是听来的。", "关长顺"),
]


@pytest.mark.parametrize(("body", "name"), PEOPLE, ids=[name for _, name in PEOPLE])
def test_a_name_ends_before_what_the_person_does(body: str, name: str) -> None:
    (facts,) = facts_of_text(f"见闻\n\n{body}")
    assert [p.name for p in facts.people] == [name]
    assert "长顺县" not in {p.name for p in facts.places.places}
