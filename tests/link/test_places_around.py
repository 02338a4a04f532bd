"""Places that the text only refers to, and those that only the line names which says who wrote an article."""

from __future__ import annotations

import pytest

from kg.model import ArticlePlaces
from kg.pipeline import facts_of_text

LINE = "（作者系贵州省黔东南苗族侗族自治州榕江县委副书记）"
BODY = "每月逢五开“三堂会”，村干部、老党员、乡贤坐到一张桌子上，今年以来化解纠纷214件，办成小事330件。群众说好。"


def places(text: str) -> ArticlePlaces:
    (facts,) = facts_of_text(text)
    return facts.places


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("根据自治区、崇左市的部署，天等县建立调解室。", ["广西壮族自治区"]),
        ("迎泽区是我省首批试点，太原市给了补助。", ["山西省"]),
        ("这些做法在我省推广，迎泽区、天等县都来学习。", []),
        ("自治区给了补助，太原市也给了补助。", []),
    ],
    ids=["region", "our-province", "two-provinces", "no-region"],
)
def test_a_province_only_referred_to_is_the_one_that_holds_all(body: str, found: list[str]) -> None:
    assert [p.name for p in places(f"调解室开门\n{body}").places if p.level == "province"] == found


def test_who_signs_names_the_places_around_those_of_the_text() -> None:
    found = places(f"堂屋里把话说开\n榕江县{BODY}\n{LINE}\n").places
    assert {p.name for p in found} == {"榕江县", "贵州省", "黔东南苗族侗族自治州"}
    assert all(e.where == "source" for p in found if p.name != "榕江县" for e in p.evidence)
    assert [p.name for p in places(f"堂屋里把话说开\n瑞安市{BODY}\n{LINE}\n").places] == ["瑞安市"]


def test_the_headline_of_a_collection_heads_no_article() -> None:
    speech = "把议事会开到楼道里，两年来办了议事会312场，收到意见1200条，办成事项980件。说的都是家门口的事。"
    text = (
        "城市社区治理座谈会发言摘登\n2022年9月6日\n\n"
        f"把话筒递到楼道里\n福建省漳州市龙海区委书记 林国平\n龙海区{speech}\n{speech}\n\n"
        f"让老支书回来坐诊\n江西省新余市渝水区政协主席 钟 声\n渝水区{speech}\n{speech}\n"
    )
    found = [facts.places for facts in facts_of_text(text)]
    assert [[p.places[i].name for i in p.localities] for p in found] == [["龙海区"], ["渝水区"]]
    assert [{p.name for p in f.places} for f in found] == [
        {"福建省", "漳州市", "龙海区"},
        {"江西省", "新余市", "渝水区"},
    ]


def test_a_weekly_s_name_heads_no_article_whoever_is_named_below_it() -> None:
    told = "绥德县名州镇的议事厅每晚七点开门，名州镇干部轮流值守，一年里接待群众1240人次，办成小事318件。"
    text = (
        "榆林晚报周刊 · 人间烟火\n发布时间：2022-03-08　作者：高小云　来源：本刊\n\n"
        f"名州镇的灯亮到几点\n高小云\n{told}\n名州镇还把账本贴到墙上，谁家欠了工，写得明明白白。\n"
    )
    (facts,) = facts_of_text(text)
    assert facts.article.title == "名州镇的灯亮到几点"
