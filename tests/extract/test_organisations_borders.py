from __future__ import annotations

import pytest
from written_places import written

from kg.extract.organisations import extract_organisations
from kg.rulebook import load_rulebook

CHAIN = "河北省>邢台市>隆尧县"


def found(marked: str) -> dict[str, str]:
    article, places = written(CHAIN, marked)
    return {o.name: o.kind for o in extract_organisations(article, places, load_rulebook())}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{海棠街道办事处=海棠街道}{清源社区}来了人。", {"海棠街道办事处": "government"}),
        ("{海棠街道}办事处{长丰社区}来了人。", {"海棠街道办事处": "government"}),
        ("{海棠街道}办{长丰路社区}来了人。", {"海棠街道办": "government"}),
        ("{固城镇}派出所长期驻点。", {"固城镇派出所": "government"}),
        ("{固城镇}派出所长李明到了。", {}),
        ("{河北=河北省}推进“跨省通办”，跨市通办也有了。", {}),
        ("{隆尧县}推行县掌上办、县里一次办。", {}),
        ("{隆尧县}文明办、县政务办值班。", {"隆尧县文明办": "government", "隆尧县政务办": "government"}),
        ("{邢台市}修路，市政公司进场。", {}),
        (
            "{邢台市}市政协会商，{邢台市}政务服务中心开门。",
            {"邢台市政务服务中心": "government", "邢台市政协": "government"},
        ),
    ],
    ids=[
        "office-as-place",
        "office-before-a-long-river",
        "short-office",
        "for-long",
        "head-of-station",
        "across-provinces",
        "ways-to-do",
        "offices",
        "municipal-works",
        "municipal-bodies",
    ],
)
def test_bodies_end_where_the_next_word_begins(text: str, expected: dict[str, str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("组建“清泉”“青年先锋”等14支志愿队伍。", {"清泉志愿队伍", "青年先锋志愿队伍"}),
        ("组建“清泉”“山雀”巡逻队伍。", {"清泉巡逻队伍", "山雀巡逻队伍"}),
        ("成立“山雀”巡逻队伍，每晚上路。", {"山雀巡逻队伍"}),
        ("“山雀”巡逻队伍上路。", set()),
        ("组建“青年先锋”“青年”等3支服务队。", set()),
    ],
    ids=["counted", "several", "founded", "of-a-brand", "sorts"],
)
def test_quoted_troops_are_teams_where_they_are_single_ones(text: str, expected: set[str]) -> None:
    assert set(found(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{隆尧县}回凤寺法庭收案。", {"隆尧县回凤寺法庭": "government"}),
        ("{邢台市}沙市法庭收案。", {"邢台市沙市法庭": "government"}),
        ("{邢台市}由市法庭收案，{隆尧县}设法庭。", {"邢台市法庭": "government"}),
        ("{隆尧县}走进派出所，{隆尧县}来到司法所。", {}),
        ("{隆尧县}推进养老，县敬老院和少年宫联合党支部走访。", {"隆尧县敬老院和少年宫联合党支部": "party"}),
        ("{隆尧县}民政局和{清源社区}联合党支部走访。", {"隆尧县民政局": "government", "清源社区联合党支部": "party"}),
        ("{隆尧县}总工会派驻的工作队进村。", {"隆尧县总工会": "social"}),
        ("{固城镇}推进调解，河北东镇律师事务所派人值班。", {"河北东镇律师事务所": "company"}),
        ("万科物业邢台公司、邢台医科大学总医院到场。", {"万科物业邢台公司": "company", "邢台医科大学总医院": "public"}),
        (
            "{隆尧县}正德农业有限公司、县里正联系云岭茶业有限公司。",
            {"隆尧县正德农业有限公司": "company", "云岭茶业有限公司": "company"},
        ),
        ("得邦照明{江西=江西省}有限公司派人。", {"得邦照明江西有限公司": "company"}),
        (
            "成立绵江片区党建联盟、沿江商圈商户联盟。",
            {"绵江片区党建联盟": "alliance", "沿江商圈商户联盟": "alliance"},
        ),
        ("{隆尧县}新开业民宿、在建酒店和老字号餐厅加入。", {}),
        ("{隆尧县}应急救援队员到岗，{隆尧县}蓝天救援队会员到场。", {"隆尧县蓝天救援队": "team"}),
        ("央视曾来采访，央视网记者也来了。", {"央视": "public"}),
        ("引入“山茶妹”“冀嫂”等社会力量。", {"山茶妹": "social", "冀嫂": "social"}),
    ],
    ids=[
        "verb-like-name",
        "town-ending-in-a-level",
        "level-court",
        "on-the-way",
        "joint-branch",
        "two-branches",
        "sent-team",
        "firm-of-lawyers",
        "branch-of-a-firm",
        "coined-like-an-adverb",
        "seat-in-the-name",
        "founded-together",
        "new-inns",
        "members",
        "broadcaster",
        "social-forces",
    ],
)
def test_names_of_bodies(text: str, expected: dict[str, str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{隆尧县}创新商户理事会、圆桌会等办法。", {}),
        ("{隆尧县}创新创业促进会办了讲堂。", {"隆尧县创新创业促进会": "social"}),
        ("{隆尧县}{固城镇}的废品由镇供销社统一回收。", {"固城镇供销社": "government"}),
        ("{隆尧县}{固城镇}依托镇花椒商会建了支部。", {"固城镇花椒商会": "social"}),
        ("{隆尧县}{固城镇}的商户可享华夏银行贷款。", {"华夏银行": "company"}),
        ("{隆尧县}{固城镇}的村民在县城开家粮油加工厂。", {}),
        ("{隆尧县}{固城镇}的党支部带头办起蜂蜜加工合作社。", {}),
    ],
    ids=[
        "new-council",
        "new-ways",
        "level-cooperative",
        "level-association",
        "may-enjoy",
        "opens-a-mill",
        "starts-a-cooperative",
    ],
)
def test_level_words_and_verbs_before_names(text: str, expected: dict[str, str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{隆尧县}{固城镇}委、镇政府请来调解员。", {"隆尧县固城镇委": "party", "隆尧县固城镇政府": "government"}),
        ("{隆尧县}{固城镇}委托第三方来评。", {}),
        ("{隆尧县}{固城镇}组建“1+N”网格服务团队。", {}),
    ],
    ids=["committee-of-a-town", "entrusts", "way-of-working"],
)
def test_committees_of_towns_and_teams_that_only_work_together(text: str, expected: dict[str, str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("桂花可乐饮料（{四川=四川省}）有限公司参加。", {"桂花可乐饮料（四川）有限公司": "company"}),
        ("{隆尧县}委组织部分类启动试点。", {"隆尧县委组织部": "party"}),
        ("{隆尧县}委组织部分管领导到会。", {"隆尧县委组织部": "party"}),
        (
            "红石机械党支部组织秧歌小分队下乡；江滨医院组织护士先锋队巡诊。",
            {"红石机械党支部": "party", "江滨医院": "public"},
        ),
        ("{隆尧县}第一家开在祠堂里的书院挂了牌。", {}),
        ("{隆尧县}“两新”组织党工委牵头。", {"隆尧县“两新”组织党工委": "party"}),
    ],
    ids=["seat-in-brackets", "department-sorts", "department-leads", "sends-a-team", "first-of-its-sort", "two-new"],
)
def test_what_a_body_does_is_no_part_of_its_name(text: str, expected: dict[str, str]) -> None:
    assert found(text) == expected


FOLLOWED = [
    ("{固城镇}司法所", "在各村摆摊普法"),
    ("{固城镇}派出所", "有民警9人"),
    ("{固城镇}派出所", "以案释法"),
    ("{隆尧县}政务服务中心", "位于城东"),
    ("{隆尧县}疾控中心", "组织义诊"),
    ("{隆尧县}疾控中心", "工作人员上门"),
    ("{隆尧县}教育局", "面向家长开课"),
    ("{隆尧县}商务局", "促进消费"),
    ("{隆尧县}财政局", "限时办结"),
    ("{隆尧县}供销社", "会同各镇收粮"),
    ("{隆尧县}志愿者协会", "员工轮班"),
    ("{隆尧县}慈善会", "同意捐款"),
    ("{隆尧县}慈善总会", "对困难户上门帮扶"),
    ("{隆尧县}政府", "出资修路"),
    ("{隆尧县}政府", "投入百万元"),
    ("{隆尧县}委", "派出工作组"),
    ("{隆尧县}浙江商会", "同村民座谈"),
    ("{隆尧县}人大常委会", "同各镇商量"),
    ("{隆尧县}妇联", "合力攻坚"),
    ("{隆尧县}建筑公司", "化解积怨"),
    ("邢台学院", "派驻干部"),
    ("邢台学院", "长期驻点"),
    ("河北大学", "问需于民"),
]


@pytest.mark.parametrize(("body", "does"), FOLLOWED)
def test_what_a_body_does_is_no_part_of_another_word(body: str, does: str) -> None:
    assert list(found(f"{body}{does}。")) == [body.replace("{", "").replace("}", "")]


@pytest.mark.parametrize("before", ["活动设在", "厂房开在", "向12345投诉", "后来落户", "股份归属"])
def test_a_verb_before_a_name_is_no_part_of_it(before: str) -> None:
    assert list(found(f"{before}隆泰恒达酒业有限公司。")) == ["隆泰恒达酒业有限公司"]


@pytest.mark.parametrize(
    "text",
    ["{隆尧县}各所在单位报到。", "{固城镇}中心工作不少。", "{隆尧县}理论学习中心组学习。", "{隆尧县}开创新局面。"],
)
def test_short_words_are_parts_of_others(text: str) -> None:
    assert not found(text)
