"""Names that a scene, an appraisal, a day or steps bring in; nicknames and clauses of rules, which are none."""

from __future__ import annotations

import pytest
from named_practices import names

APPRAISED = [
    ("崇信县锦屏镇评出“洁净农家”38户，挂牌公示。", {"洁净农家"}),
    ("每年重阳，崇信县黄花乡梁坡村还要评“孝心儿媳”“暖心老伴”，戴花照相。", {"孝心儿媳", "暖心老伴"}),
    ("崇信县锦屏镇评出“好、中、差”三类农户。", set()),
    ("过去崇信县有的村评“低保户”靠关系。", set()),
    ("崇信县锦屏镇的赵玉莲被评为“洁净农家”。", set()),
    ("崇信县锦屏镇还要评“洁净农家”，力争年底见效。", set()),
]
SCENES = [
    ("南江县集州街道的“老兵茶铺”里，几位老人正在对账。", {"老兵茶铺"}),
    ("谁家欠了账，要在南江县长赤镇的“诚信榜单栏”上亮相。", {"诚信榜单栏"}),
    ("清早，南江县长赤镇“银耳书屋”里坐满了人。", {"银耳书屋"}),
    ("像这样的“竹椅评理会”，南江县今年开了46场。", {"竹椅评理会"}),
    ("这样的“新鲜事”，南江县还有很多。", set()),
    ("南江县长赤镇的变化是从一张“银杏卡”开始的。", {"银杏卡"}),
    ("南江县长赤镇的变化是从一个“笑脸”开始的。", set()),
    ("南江县每月一场“板凳讲廉会”，用身边事说身边人。", {"板凳讲廉会"}),
    ("南江县长赤镇的“榕荫茶摊”逢五开张，干部听群众发牢骚。", {"榕荫茶摊"}),
    ("南江县长赤镇的新干部都要先上“入职廉政课”。", {"入职廉政课"}),
    ("南江县长赤镇组建由外卖骑手组成的“街巷铁骑”队。", {"街巷铁骑"}),
    ("南江县农商银行发放“银耳贷”2100万元。", {"银耳贷"}),
]
DAYS_AND_STEPS = [
    ("定安县坚持“逢八说事”，干部按时到场。", {"逢八说事"}),
    ("定安县按照“一访二议三办四评”的流程，每村每月开会。", {"一访二议三办四评"}),
    (
        "定安县按照“一把竹椅、一壶热茶、一本台账、一张回执”的程序，每月开会。",
        {"一把竹椅、一壶热茶、一本台账、一张回执"},
    ),
    ("定安县法院走“立案、审理、判决”程序。", set()),
]
NO_NAMES = [
    ("武鸣区的监委主任黄立新，过去被人叫作“甩手掌柜”。", set()),
    ("武鸣区的退休教师覃老师被街坊们叫作“说和先生”。", set()),
    ("武鸣区两江镇把“份子钱不过百”写进去，违反的要上榜。", set()),
    ("武鸣区的平台设置“一人多领”“死后续领”等预警模型26个。", set()),
    ("武鸣区为独居老人建立“一人一档”，医生上门巡诊。", set()),
    ("武鸣区成功创建“自治区级和美村庄”3个。", set()),
    ("武鸣区打造“武鸣沃柑”区域公用品牌。", set()),
    ("武鸣区招募骑手担任“流动网格员”，随手上报。", set()),
]
ALL = [*APPRAISED, *SCENES, *DAYS_AND_STEPS, *NO_NAMES]


@pytest.mark.parametrize(("body", "expected"), ALL, ids=[body[:14] for body, _ in ALL])
def test_scenes_appraisals_days_and_steps_bring_in_names(body: str, expected: set[str]) -> None:
    assert names(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "五莲县松柏镇将谋划“渔账云管”平台，盘活资产。",
        "五莲县松柏镇将引入“渔账云管”平台。",
        "五莲县松柏镇将开办“渔家夜校”。",
    ],
)
def test_what_a_town_is_about_to_found_is_no_practice_yet(body: str) -> None:
    assert names(body) == set()


CAMPAIGNS = [
    ("潢川县纪委开展农村集体“三资”突出问题专项整治，清退租金。", {"农村集体“三资”突出问题专项整治"}),
    ("潢川县开展养老服务“微腐败”专项治理，立案9件。", {"养老服务“微腐败”专项治理"}),
    ("潢川县开展村级工程“回头看”专项检查，抽查项目41个。", {"村级工程“回头看”专项检查"}),
    ("潢川县开展村庄清洁“百日攻坚”专项行动。", {"百日攻坚"}),
    ("潢川县开展“护苗”专项行动。", {"护苗"}),
]


@pytest.mark.parametrize(("body", "expected"), CAMPAIGNS, ids=[body[:14] for body, _ in CAMPAIGNS])
def test_an_ordinary_word_in_quotes_is_part_of_the_campaign_it_tells_the_topic_of(
    body: str, expected: set[str]
) -> None:
    assert names(body) == expected


UNQUOTED = [
    ("汤原县编制《汤原县村级事务流程清单（2022年版）》，贴上墙。", {"村级事务流程清单"}),
    ("汤原县按照《汤原县村级事务流程清单》办事。", set()),
    ("汤原县法院在渔场设立巡回审判点，就地开庭。", {"巡回审判点"}),
    ("汤原县严格落实社区工作准入制度，清理牌子。", {"社区工作准入制度"}),
    ("汤原县建立准入制度，严格把关。", set()),
    ("汤原县设立法官工作站8个，就近开庭。", {"法官工作站"}),
    ("汤原县永发乡的村民说事室里，几个人说得起劲。", {"村民说事室"}),
    ("汤原县推行村民说事，每月一次。", {"村民说事"}),
    ("汤原县启用安心码，扫码上报。", {"安心码"}),
    ("汤原县的银行发放房贷，利率下调。", set()),
]


@pytest.mark.parametrize(("body", "expected"), UNQUOTED, ids=[body[:14] for body, _ in UNQUOTED])
def test_lists_in_titles_court_points_and_admission_rules_need_no_quotes(body: str, expected: set[str]) -> None:
    assert names(body) == expected


KINDS = [
    ("永泰县嵩口镇每晚八点响起的“乡音广播站”，讲的都是家常话。", {"乡音广播站"}),
    ("有事拍张照片，上传到“嵩口邻里通”就有人管。", {"嵩口邻里通"}),
    ("永泰县嵩口镇成立了以退休干部为主的“夕阳帮办团”，上门代办。", {"夕阳帮办团"}),
    ("永泰县嵩口镇给每户发一本“家风积分簿”，换盐换油。", {"家风积分簿"}),
    ("永泰县一场场“田埂恳谈”开到了地头。", {"田埂恳谈"}),
    ("永泰县嵩口镇的“夜访”制度坚持了十年。", {"夜访"}),
    ("永泰县嵩口镇靠“算账对比法”劝和了一对邻居。", {"算账对比法"}),
    ("永泰县开展“国家宪法日”宣传。", set()),
    ("永泰县的荒山成了“绿色银行”。", set()),
    ("永泰县发展“特色产业链”，乡村有了看头。", set()),
]


@pytest.mark.parametrize(("body", "expected"), KINDS, ids=[body[:14] for body, _ in KINDS])
def test_a_name_of_usual_length_that_says_what_thing_it_is_needs_no_verb(body: str, expected: set[str]) -> None:
    assert names(body) == expected
