"""Bodies known by the place, body or ministry in front of them, or by one word of their own."""

from __future__ import annotations

import pytest
from test_organisations import QUZHOU, found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{衢州市}市场监管局开展检查。", {"衢州市市场监管局"}),
        ("{芹阳镇}社会事务办、农业农村办和土管所到场。", {"芹阳镇社会事务办", "芹阳镇农业农村办", "芹阳镇土管所"}),
        ("{开化县}纪委监委驻县林业局纪检监察组约谈。", {"开化县纪委监委驻县林业局纪检监察组"}),
        ("{开化县}纪委监委第三派驻纪检监察组约谈。", {"开化县纪委监委第三派驻纪检监察组"}),
        ("民政部养老服务司和农业农村部农村合作经济指导司调研。", {"民政部养老服务司", "农业农村部农村合作经济指导司"}),
        ("民政部门会同有关公司调研。", set()),
        ("由天平律师事务所提供援助，联系过专业律师事务所。", {"天平律师事务所"}),
        ("督促镇上持续降低印染加工厂的排放。", set()),
    ],
    ids=[
        "市市场",
        "town-offices",
        "posted",
        "posted-by-number",
        "divisions",
        "no-division",
        "law-firm",
        "adverb-and-verb",
    ],
)
def test_bodies_by_their_place_their_ministry_or_one_word_of_their_own(text: str, expected: set[str]) -> None:
    assert set(found(QUZHOU, text)) == expected


PARTIES = [
    (
        "九三学社{衢州市}委、民盟{开化县}支部和中共{开化县}委调研。",
        {"九三学社衢州市委", "民盟开化县支部", "中共开化县委"},
    ),
    ("{芹阳镇}综治办、河长办、司法所巡河。", {"芹阳镇综治办", "芹阳镇河长办", "芹阳镇司法所"}),
    ("方大成代表山泉种植专业合作社捐款，村里申报市级党支部。", {"山泉种植专业合作社"}),
]


@pytest.mark.parametrize(("text", "expected"), PARTIES, ids=["parties", "offices", "borders"])
def test_democratic_parties_offices_of_towns_and_what_stands_before_a_name(text: str, expected: set[str]) -> None:
    assert set(found(QUZHOU, text)) == expected


NAMES = [
    # one bureau of two fields
    ("{开化县}林业和园林局、{开化县}住房和城乡建设管理局验收。", {"开化县林业和园林局", "开化县住房和城乡建设管理局"}),
    ("{开化县}司法局普法与依法治理科到场。", {"开化县司法局普法与依法治理科"}),
    ("{开化县}农民大学设计学院和{芹阳镇}自治办。", {"开化县农民大学设计学院", "芹阳镇自治办"}),
    ("严家民宿协会来人，中国铁路武昌局集团有限公司结对。", {"严家民宿协会", "中国铁路武昌局集团有限公司"}),
    ("{开化县}民政局党组成员到场。", {"开化县民政局"}),
    ("{芹阳镇}司法所荣获“全国先进司法所”“{浙江省}枫桥式司法所”。", {"芹阳镇司法所"}),
    # the place in short
    ("{芹阳镇}商会捐款，{芹阳=芹阳镇}商会开会。", {"芹阳镇商会"}),
    # where a quarrel goes
    ("过去为一条沟能打到派出所、告上法庭，如今都在{芹阳镇}派出所调解。", {"芹阳镇派出所"}),
    # as what one is honoured
    ("{芹阳镇}调解室获评“浙江省金牌人民调解工作室”，是省级红旗党支部。", set()),
    ("{芹阳镇}成立“老何说和工作室”。", {"老何说和工作室"}),
    ("顺丰速运、中通快递签约，中通快递员入会。", {"顺丰速运", "中通快递"}),
]


@pytest.mark.parametrize(("text", "expected"), NAMES, ids=[text[:14] for text, _ in NAMES])
def test_joined_fields_short_places_and_what_is_no_body(text: str, expected: set[str]) -> None:
    assert set(found(QUZHOU, text)) == expected
