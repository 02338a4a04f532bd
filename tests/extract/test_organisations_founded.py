from __future__ import annotations

import pytest
from written_places import written

from kg.extract.organisations import extract_organisations
from kg.rulebook import load_rulebook

QUZHOU = "浙江省>衢州市>开化县"


def found(chain: str, marked: str) -> set[str]:
    article, places = written(chain, marked)
    return {o.name for o in extract_organisations(article, places, load_rulebook())}


FOUNDED_AND_SORTS = [
    (
        "{衢州市}{开化县}民政局会同市邮政管理局、市委社会工作部办好这件事。",
        {"衢州市开化县民政局", "衢州市邮政管理局", "衢州市委社会工作部"},
    ),
    ("{芹阳镇}成立家政服务行业党委，组建山货产业联合党委。", {"家政服务行业党委", "山货产业联合党委"}),
    ("{芹阳镇}成立片区联合党委、流动党支部。", set()),
    ("由甲山、乙水、丙田三村党支部牵头修路。", set()),
    ("六家单位成立“暖冬联盟”，12名学生组成“巷口小记者”，六户人家组成“炕头会”。", {"暖冬联盟", "巷口小记者"}),
    ("街道组建“石榴花”帮办团队，搭建“村社联盟”。", {"石榴花帮办团队"}),
    ("退役军人组成“破雪小队”。", {"破雪小队"}),
    ("依托村头商店、沿街银行，用积分换临街超市的购物券。", set()),
    ("{开化县}水务局家属院里很热闹，从县域内银行机构选派骨干。", set()),
    ("种植大户罗小川领办板栗合作社。", set()),
    ("{芹阳镇}便民服务中心代办，镇综治中心调解。", {"芹阳镇便民服务中心", "芹阳镇综治中心"}),
    ("获得“金牌调解工作室”称号。", set()),
    ("{芹阳镇}成立水果行业联合党支部2个，建成镇社工站3个，实现镇社工站全覆盖。", set()),
    ("成立水果行业联合党支部，{开化县}餐饮协会12家单位到场。", {"水果行业联合党支部", "开化县餐饮协会"}),
    ("{开化县}每年评选“五星党支部”，村村争创“红旗党支部”，授予“青山党支部”铜牌。", set()),
    ("橘农协会会员、茶农协会理事和“访惠聚”驻村工作队队员都来了。", set()),
    ("{芹阳镇}开会，镇司法所、派出所派人坐镇。", {"芹阳镇司法所"}),
    ("“红背心”送餐队送饭上门，镇里组建“流动前哨”队。", {"红背心送餐队", "流动前哨队"}),
    ("“五老”宣讲队员到场，打造“铁军”干部队伍。", set()),
    ("小区成立“车位自管会”，村里成立“红白理事会”，依托“楼道自管会”议事。", {"车位自管会"}),
    ("{开化县}委常委、组织部部长罗小川到场，{开化县}委书记讲话，县委常委会研究。", {"开化县委"}),
    ("村“两委”干部入队，{开化县}村务监督委员会主任培训班开班。", set()),
    (
        "{开化县}{芹阳镇}综治中心、司法所联动。",
        {"开化县芹阳镇综治中心", "开化县芹阳镇司法所"},
    ),
    ("{清水村}村务监督委员会主任罗小川到场，{清水村}村委会主任、党支部书记带头。", {"清水村村务监督委员会"}),
    (
        "{芹阳镇}{清水村}红白理事会把彩礼降下来，{清水村}村务监督委员会有五人，镇纪委会同镇审计站查账。",
        {"清水村红白理事会", "清水村村务监督委员会", "芹阳镇审计站"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), FOUNDED_AND_SORTS)
def test_founded_bodies_are_named_and_sorts_of_bodies_are_not(text: str, expected: set[str]) -> None:
    assert found(QUZHOU, text) == expected


def test_a_self_governed_county_is_written_as_the_article_writes_it() -> None:
    chain = "海南省>陵水黎族自治县"
    short = found(chain, "{陵水黎族自治县}开会。陵水县地处海边。县民政局印发办法。")
    assert short == {"陵水县民政局"}
    full = found(chain, "{陵水黎族自治县}开会。县民政局印发办法。")
    assert full == {"陵水黎族自治县民政局"}
