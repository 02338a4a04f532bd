"""The shapes in which reports tell of honours, read by the whole pipeline."""

from __future__ import annotations

import pytest

from kg.pipeline import facts_of_text

LEAD = "保山市腾冲市：百姓事百姓议\n\n腾冲市清水镇三家村推行“火塘议事”，网格长上门听意见。"
CITY = "腾冲市"
VILLAGE = "三家村"


def awards(body: str) -> list[tuple[str, str | None, int | None]]:
    (facts,) = facts_of_text(LEAD + body)
    return [(a.title, a.recipient, a.year) for a in facts.awards]


TOLD = {
    # a person is honoured behind
    "三家村获得“全国示范性老年友好型社区”称号，网格长被评为云南省劳动模范。": [
        ("全国示范性老年友好型社区", VILLAGE, None)
    ],
    "三家村过去最穷，如今是远近闻名的“云南省文明村”。": [("云南省文明村", VILLAGE, None)],
    "腾冲市公安局清水派出所被公安部命名为首批全国“枫桥式公安派出所”。": [
        ("首批全国“枫桥式公安派出所”", "腾冲市公安局清水派出所", None)
    ],
    "清水镇综治中心被评为省级规范化综治中心。": [("省级规范化综治中心", "清水镇综治中心", None)],
    # what came, told before how it came
    "几年里，“全国民族团结进步示范市”“云南省平安县市”先后落户腾冲市。": [
        ("全国民族团结进步示范市", CITY, None),
        ("云南省平安县市", CITY, None),
    ],
    "“云南省文明城市”“全国法治建设示范市”等荣誉花落腾冲市。": [
        ("云南省文明城市", CITY, None),
        ("全国法治建设示范市", CITY, None),
    ],
    "腾冲市将“全国科普示范市”“国家森林城市”等荣誉收入囊中。": [
        ("全国科普示范市", CITY, None),
        ("国家森林城市", CITY, None),
    ],
    # verbs with many other objects, where an honour follows
    "腾冲市先后拿下“国家卫生城市”“云南省双拥模范城”。": [
        ("国家卫生城市", CITY, None),
        ("云南省双拥模范城", CITY, None),
    ],
    "腾冲市被授予“全国科普示范市”，还拿到云南省文明城市、全省平安建设先进市两项荣誉。": [
        ("全国科普示范市", CITY, None),
        ("云南省文明城市", CITY, None),
        ("全省平安建设先进市", CITY, None),
    ],
    "2019年，该市成为云南省首批民主法治示范市。": [("云南省首批民主法治示范市", CITY, 2019)],
    # what stands behind the titles
    "腾冲市摘得“全国文明城市”“云南省园林城市”两块牌子。": [
        ("全国文明城市", CITY, None),
        ("云南省园林城市", CITY, None),
    ],
    "腾冲市捧回“全国科普示范市”等多块“国字号”“省字号”金字招牌。": [("全国科普示范市", CITY, None)],
    "腾冲市荣获国家卫生城市、云南省文明城市等国家级、省级荣誉30余项。": [
        ("国家卫生城市", CITY, None),
        ("云南省文明城市", CITY, None),
    ],
    "腾冲市荣获国家卫生城市和云南省文明城市称号。": [("国家卫生城市", CITY, None), ("云南省文明城市", CITY, None)],
    "腾冲市获评省、市文明单位。": [("省、市文明单位", CITY, None)],
    # an honour by its level and holder, without a word of praise from the list
    "腾冲市获评云南省美丽河湖城市、云南省慢行友好城市。": [
        ("云南省美丽河湖城市", CITY, None),
        ("云南省慢行友好城市", CITY, None),
    ],
    # an experiment that a ministry confirms, a trial that ended well
    "2018年5月，腾冲市被国家民委确认为全国农村社区建设实验区。": [("全国农村社区建设实验区", CITY, 2018)],
    "腾冲市获评首批全国城市更新试点合格城市。": [("首批全国城市更新试点合格城市", CITY, None)],
    # a place in an evaluation
    "在2021年全省信访工作考核里，腾冲市荣获优秀等次。": [("2021年全省信访工作考核优秀等次", CITY, 2021)],
    "在云南省第二届治理创意征集评选活动中，“火塘议事”荣获一等奖。": [
        ("云南省第二届治理创意征集评选一等奖", "火塘议事", None)
    ],
    "腾冲市2020年全市禁毒工作考核获评优秀。": [("2020年全市禁毒工作考核优秀", CITY, 2020)],
    # who holds it is told behind
    "获评“云南省十佳村”的三家村，如今建起说事亭。": [("云南省十佳村", VILLAGE, None)],
    "曾获“全国文明村”“云南五星级党组织”等荣誉的三家村，如今建起说事亭。": [
        ("全国文明村", VILLAGE, None),
        ("云南五星级党组织", VILLAGE, None),
    ],
    "走进全国民主法治示范村三家村，说事亭里坐满了人。": [("全国民主法治示范村", VILLAGE, None)],
    "“全国优秀党支部”三家村党总支带着乡亲修路。": [("全国优秀党支部", "三家村党总支", None)],
    "继2018年被评为省级文明村后，三家村2020年又荣获全国生态文化村。": [
        ("省级文明村", VILLAGE, 2018),
        ("全国生态文化村", VILLAGE, 2020),
    ],
    "三家村（全国民主法治示范村）用火塘会定村规。": [("全国民主法治示范村", VILLAGE, None)],
    # who was told of before
    "清水镇办起夜校。该村被评为云南省绿美村庄示范村。": [("云南省绿美村庄示范村", VILLAGE, None)],
    "三家村党总支书记杨正权说，村子2021年获评全国文明村。": [("全国文明村", VILLAGE, 2021)],
    "三家村党总支被评为全市示范党支部，2021年获“全国优秀党支部”表彰。": [
        ("全市示范党支部", "三家村党总支", None),
        ("全国优秀党支部", "三家村党总支", 2021),
    ],
    "清水镇连续五年被市委、市政府评为林长制工作先进单位。": [("林长制工作先进单位", "清水镇", None)],
    "三家村拿下“中国传统村落”“云南省民俗文化名村”两块国字号、省字号招牌。": [
        ("中国传统村落", VILLAGE, None),
        ("云南省民俗文化名村", VILLAGE, None),
    ],
    "三家村不仅是全国文明村，还是云南省卫生村。": [("全国文明村", VILLAGE, None), ("云南省卫生村", VILLAGE, None)],
    # no verb that tells how it came
    "村部的展柜里摆着奖牌：全国生态文化村、云南省文明村。": [
        ("全国生态文化村", VILLAGE, None),
        ("云南省文明村", VILLAGE, None),
    ],
    "“全国生态文化村”“省级卫生村”等荣誉称号便是最好的证明。": [
        ("全国生态文化村", VILLAGE, None),
        ("省级卫生村", VILLAGE, None),
    ],
    "第三批全国生态文化村名单公布，三家村榜上有名。": [("第三批全国生态文化村", VILLAGE, None)],
    "三家村戴上了“云南省文明村”的桂冠，拥有国家森林乡村等名片。": [
        ("云南省文明村", VILLAGE, None),
        ("国家森林乡村", VILLAGE, None),
    ],
    "腾冲市在2023年度全市平安创建（综治工作）考核中名列第二，获优秀等次。": [
        ("2023年度全市平安创建（综治工作）考核优秀等次", CITY, 2023)
    ],
    "腾冲市获国务院办公厅督查激励，获评全省人居环境整治先进市。": [("全省人居环境整治先进市", CITY, None)],
}


@pytest.mark.parametrize(("body", "expected"), TOLD.items(), ids=[body[:16] for body in TOLD])
def test_honours_are_told_in_many_shapes(body: str, expected: list[tuple[str, str | None, int | None]]) -> None:
    assert awards(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "清水镇被列入全省红色物业示范点培育名单。",
        "腾冲市入选国家乡村振兴示范市创建名单。",
        "腾冲市被列为全国农村社区建设实验区。",
        "腾冲市把清水镇打造成为全国文明旅游示范镇，推动更多小区成为全市红色物业示范小区。",
        "腾冲市成为全省首个实现村村通网格系统的县级市。",
        "腾冲市以争创全国文明城市为抓手，对标全国法治示范市验收的目标。",
        "腾冲市拿到省级示范项目补助资金。",
        "清水镇把获评“五星党支部”的村作为观摩点。",
        "“全国文明城市”称号的申报，腾冲市准备了三年。",
        "腾冲市创成省级示范村12个，拥有省级卫生村5个。",
        "“红色驿站”“智慧驿站”先后落户腾冲市。",
        "腾冲市获得全国县级文明城市提名城市称号。",
        "村干部在年终考核里荣获优秀等次。",
        "清水镇的干部在2021年全市干部考核里荣获优秀等次。",
        "调解员林文生被评为全国优秀人民调解员，荣获“云南省五一劳动奖章”。",
        "三家村党总支书记杨正权荣获“云南省乡村振兴先锋奖”。",
        "楼栋长家的院子被社区评为示范单位。",
        "全市建成省级绿美社区5个，6个社区申报了“全国示范性老年友好型社区”。",
    ],
)
def test_aims_trials_and_honours_of_people_are_none(body: str) -> None:
    assert awards(body) == []
