"""The forms of concepts: gaps, alternatives, neighbours that void them, and what a name tells."""

from __future__ import annotations

import pytest

from kg.errors import RuleError
from kg.extract.concept_cues import (
    Cue,
    CueIndex,
    concepts_around,
    cue_index,
    cue_of,
    longest,
    naming_concepts,
    read_cues,
)
from kg.model import Sentence
from kg.rulebook import load_rulebook

BOOK = load_rulebook()


def found(text: str, *cues: Cue) -> list[str]:
    return [text[h.start : h.end] for h in longest(CueIndex(cues).find(text))]


GRID = Cue("grid-management", "划分|细分…网格", "cue", unless=("微网格",))
CHECK = Cue("discipline-rectification", "监督检查", "cue", beside=("纪委", "监委"))
SERVE = Cue("business-environment", "服务企业", "weak")
PROPERTY = Cue("red-property", "物业服务企业", "cue")


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("全县细分出三百个网格", ["细分出三百个网格"]),
        ("全县划分片区，网格另行安排", []),
        ("把院落划分为微网格", []),
    ],
    ids=["alternative", "clause-ends", "unless"],
)
def test_the_second_part_stands_behind_the_first_in_its_clause(text: str, spans: list[str]) -> None:
    assert found(text, GRID) == spans


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("开办“老茶客讲古、新茶客听古”夜话", ["开办“老茶客讲古、新茶客听古”夜话"]),
        ("开办（周末另行通知时间和地点）夜话", ["开办（周末另行通知时间和地点）夜话"]),
        ("开办一个街坊们都盼了很久很久的夜话", []),
        ("开办“老茶客在夜话里讲了三十年的古”茶馆", ["开办“老茶客在夜话"]),
        ("开办“老茶客坐在自家的院子里慢慢讲夜话给后生听”茶馆", []),
    ],
    ids=["quotes", "brackets", "too-far", "near-inside-quotes", "far-inside-quotes"],
)
def test_names_between_the_parts_are_no_distance(text: str, spans: list[str]) -> None:
    assert found(text, Cue("deliberation", "开办…夜话", "cue")) == spans


def test_the_parts_of_a_form_are_not_items_of_one_list() -> None:
    cue = Cue("door-knock", "走访…慰问", "cue")
    assert found("走访、慰问", cue) == []


def test_a_form_may_need_a_word_beside_it_in_its_paragraph() -> None:
    assert found("县纪委派出三个组。监督检查已经结束。", CHECK) == ["监督检查"]
    assert found("县纪委派出三个组。\n监督检查已经结束。", CHECK) == []


def test_a_form_inside_a_longer_word_is_not_meant() -> None:
    assert found("全市物业服务企业共有九家", SERVE, PROPERTY) == ["物业服务企业"]


@pytest.mark.parametrize(
    ("name", "concepts"),
    [
        ("邻里热线", ("hotline",)),
        ("乡村夜话", ("deliberation",)),
        ("青松行动", ()),
        ("双报到双服务", ("double-registration",)),
        ("清风茶园", ("integrity-education",)),
        ("五户联户", ("party-household",)),
        ("百千万工程", ()),
        ("警格+网格", ("grid-merge",)),
        ("和美社区", ()),
        ("村支书学院", ("talent-training",)),
    ],
)
def test_a_name_tells_its_concept(name: str, concepts: tuple[str, ...]) -> None:
    assert naming_concepts(name, name, cue_index(BOOK)) == concepts


@pytest.mark.parametrize(
    ("name", "concepts"),
    [
        ("乡党委—村党支部—屯党小组—党员联系户", ("party-structure",)),
        ("村党总支+片区党支部+党员中心户", ("party-structure",)),
        ("党员中心户", ("party-household",)),
        ("党组织+合作社+茶农", ("collective-economy",)),
    ],
)
def test_a_chain_is_one_thing_whatever_its_units(name: str, concepts: tuple[str, ...]) -> None:
    assert naming_concepts(name, name, cue_index(BOOK)) == concepts


@pytest.mark.parametrize(
    ("around", "concepts"),
    [((), ("whistle-report",)), (("mediation",), ()), (("mediation", "whistle-report"), ("whistle-report",))],
    ids=["nothing-else", "another-topic", "its-topic"],
)
def test_one_character_of_a_coined_name_gives_way_to_what_its_sentence_is_about(
    around: tuple[str, ...], concepts: tuple[str, ...]
) -> None:
    assert naming_concepts("青山哨", "青山哨", cue_index(BOOK), frozenset(around)) == concepts


@pytest.mark.parametrize(
    ("name", "phrase", "concepts"),
    [
        ("银桂互助队", "银桂互助队", ("volunteering",)),
        ("红柳", "“红柳”帮帮团", ("volunteering",)),
        ("沙枣", "“沙枣”小程序", ()),  # an application may be of any kind
        ("青稞", "“青稞”连心户", ("party-household",)),
        ("胡杨合唱团", "胡杨合唱团", ("culture-neighbours",)),
        ("胡杨", "“胡杨”农技服务队", ("rural-industry",)),
        ("小手拉大手", "“小手拉大手”垃圾分类活动", ("rural-environment",)),
        ("小手拉大手", "“小手拉大手”活动", ("customs-reform",)),
    ],
)
def test_the_head_of_a_name_tells_its_concept_whatever_its_sentence_is_about(
    name: str, phrase: str, concepts: tuple[str, ...]
) -> None:
    assert naming_concepts(name, phrase, cue_index(BOOK), frozenset({"mediation"})) == concepts


@pytest.mark.parametrize(
    ("name", "concepts"),
    [
        ("塔吉克老饭桌", ("elderly-service",)),
        ("屋场长制", ("self-governance",)),
        ("民呼必应", ("hotline",)),
        ("清泉三必访", ("door-knock",)),
        ("红旗党支部", ("branch-standardisation",)),
        ("护学岗", ("safety-prevention",)),
        ("阳光账本", ("affairs-supervision",)),
        ("清风茶摊", ("affairs-supervision",)),
        ("榕树夜话", ("deliberation",)),
        ("三清三拆大会战", ("rural-environment",)),
        ("一中心一张网十联户", ("grid-management",)),
        ("清风板凳会", ("affairs-supervision",)),
        ("溪桥廉码", ("affairs-supervision",)),
        ("清风夜校", ("integrity-education",)),
        ("村账乡代管", ("affairs-supervision",)),
        ("党总支+公司+茶农", ("collective-economy",)),
        ("榕江法官工作室", ("mediation",)),
        ("榕香超市", ("civic-points",)),
        ("榕城人才超市", ("talent-service",)),
        ("山溪红驿", ("service-station",)),
        ("榕城红联盟", ("party-alliance",)),
        ("农田水利突出问题专项整治", ("discipline-rectification",)),
        ("榕城三资智慧监管平台", ("big-data-supervision",)),
        ("党建+信用", ("credit-village",)),
        ("善美屋", ("civic-points",)),
        ("拿地即开工", ("business-environment",)),
        ("石榴籽家园", ()),
        ("先锋社区", ()),
    ],
)
def test_what_provinces_call_a_kind_of_practice_tells_it(name: str, concepts: tuple[str, ...]) -> None:
    assert naming_concepts(name, name, cue_index(BOOK)) == concepts


@pytest.mark.parametrize(
    ("name", "concepts"),
    [
        ("垃圾分类+积分制", ("rural-environment", "civic-points")),
        ("热线+普法", ("hotline", "legal-publicity")),
        ("警格+网格", ("grid-merge",)),
        ("党建+网格化", ("grid-management",)),
    ],
)
def test_a_name_that_joins_two_kinds_tells_both(name: str, concepts: tuple[str, ...]) -> None:
    assert naming_concepts(name, name, cue_index(BOOK)) == concepts


def test_what_a_sentence_speaks_of_leaves_out_the_name_itself() -> None:
    text = "通渭县组建“青山哨”队伍，调解邻里纠纷。"
    start = text.index("青山哨")
    assert concepts_around(text, Sentence(0, len(text)), start, start + 3, cue_index(BOOK)) == {"mediation"}


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ({"role": "verb"}, "verb is no role"),
        ({"role": "name", "form": "甲…乙"}, "one plain string"),
        ({"form": "甲…乙…丙"}, "only one …"),
    ],
    ids=["role", "name-with-gap", "two-gaps"],
)
def test_a_bad_row_is_refused_with_advice(row: dict[str, str], complaint: str) -> None:
    whole = {"concept": "mediation", "form": "甲", "role": "cue", "unless": "", "beside": ""} | row
    with pytest.raises(RuleError, match=complaint):
        cue_of(whole)


def test_the_table_is_loadable() -> None:
    assert len(read_cues(BOOK)) == len(BOOK.lexicon("concept_cues"))
