"""What counts, how much, of what."""

from __future__ import annotations

import pytest

from kg.extract.measures import extract_measures
from kg.model import Article, ArticlePlaces, Place, ResolvedMention
from kg.rulebook import load_rulebook

TITLE = "遵义市"


def article(body: str) -> Article:
    return Article("a.txt", 1, TITLE, f"{TITLE}\n{body}", ())


def measures(body: str, places: ArticlePlaces | None = None):
    return extract_measures(article(body), places or ArticlePlaces(), lambda *_: TITLE, load_rulebook())


def brief(body: str) -> list[tuple[str, float, str, bool]]:
    return [(m.what, m.value, m.unit, m.approximate) for m in measures(body)]


@pytest.mark.parametrize(
    ("body", "value", "unit", "approximate"),
    [
        ("招募志愿者3200名。", 3200, "名", False),
        ("招募志愿者3,200名。", 3200, "名", False),
        ("招募志愿者１２名。", 12, "名", False),
        ("招募志愿者1.7万余名。", 17000, "名", True),
        ("招募志愿者3万多名。", 30000, "名", True),
        ("招募志愿者 12 名。", 12, "名", False),
        ("招募志愿者 1.7 万余名。", 17000, "名", True),
        ("招募志愿者百余名。", 100, "名", True),
        ("招募志愿者近千名。", 1000, "名", True),
        ("招募志愿者三百二十名。", 320, "名", False),
        ("每个站点配备志愿者3—5名。", 5, "名", True),
        ("村集体收入达60余万元。", 600000, "元", True),
        ("项目总投资2.3亿元。", 230000000, "元", False),
        ("项目总投资334.85亿元。", 33485000000, "元", False),
        ("群众满意度达98.6%。", 98.6, "%", False),
        ("群众满意度达98.6％以上。", 98.6, "％", True),
        ("广场面积不少于500平方米。", 500, "平方米", True),
        ("累计服务时长2000余小时。", 2000, "小时", True),
        ("利用300万专项资金改造楼道。", 3000000, "元", False),
        ("平台设有养老、低保、就业等8类比对模型。", 8, "类", False),
    ],
    ids=lambda v: str(v) if isinstance(v, str) and len(v) > 3 else None,
)
def test_value_unit_and_approximation_are_worked_out(body: str, value: float, unit: str, approximate: bool) -> None:
    assert [(m.value, m.unit, m.approximate) for m in measures(body)] == [(value, unit, approximate)]


def test_numbers_listed_behind_one_verb_are_a_measure_each() -> None:
    found = measures("群众安全感、满意度分别达97.1%、96.8%和95.4%。")
    assert [(m.value, m.unit) for m in found] == [(97.1, "%"), (96.8, "%"), (95.4, "%")]


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("选派36名优秀年轻干部到村任职。", "优秀年轻干部"),
        ("组建小区党支部27个，实现全覆盖。", "小区党支部"),
        ("融合阅览、宣讲等 5 项功能。", "功能"),
        ("开展“板凳课堂”等宣讲活动 30 余场，群众叫好。", "宣讲活动"),
        ("建成便民服务点52处。", "便民服务点"),
        ("打造9个集阅读、休闲、议事于一体的“邻里书吧”。", "“邻里书吧”"),
        ("矛盾纠纷化解率达97%。", "矛盾纠纷化解率"),
        ("网格被优化调整为216个。", "网格"),
        ("组建一支260余人的巡防队。", "巡防队"),
        ("新建一处占地面积约300平方米的村史馆。", "村史馆面积"),
        ("成功调处18起。", "成功调处"),
        ("村集体经济增收11万元。", "村集体经济增收"),
        ("全县245个村（社区）成立红白理事会。", "村（社区）"),
        ("培育“石榴籽”“邻里情”等12个服务品牌。", "服务品牌"),
        ("吸引1800余人认领楼栋长。", "认领楼栋长"),
    ],
    ids=lambda v: v,
)
def test_thing_counted_is_the_noun_phrase_beside_the_number(body: str, what: str) -> None:
    assert [m.what for m in measures(body)] == [what]


@pytest.mark.parametrize(
    "body",
    [
        "2021年7月15日启动。",
        "值班室24小时在岗，办结时限压缩到3个工作日。",
        "慰问80岁以上老人。",
        "第3批名单公布，居全省第2位。",
        "依托“15分钟服务圈”，推行“1+3+N”做法。",
        "聚焦三个方面，实施五大行动。",
        "拨打12345热线，接入5G网络。",
        "每50户配备一名微网格长。",
        "第 116 期印发，用时 3 个月，值班 24 小时。",
        "王庄村3组的李某家住12号楼。",
        "下一步，将新建20个站点。",
        "力争到2025年建成200个示范小区。",
        "计划投资300万元改造管网。",
        "形成1个中心+8个站点+N个楼院的架构。",
        "《若干措施25条》实施。",
    ],
    ids=lambda v: v[:8],
)
def test_number_that_counts_nothing_built_or_reached_is_left_out(body: str) -> None:
    assert brief(body) == []


def test_listed_counts_are_one_measure_each() -> None:
    assert brief("排查矛盾纠纷330件，调处成功326件，调处成功率98.8%。") == [
        ("矛盾纠纷", 330, "件", False),
        ("调处成功", 326, "件", False),
        ("调处成功率", 98.8, "%", False),
    ]


def test_counts_joined_by_a_mark_keep_their_own_nouns() -> None:
    assert brief("设网格党支部74个、功能型党组织41个，有12个领域56项权限。") == [
        ("网格党支部", 74, "个", False),
        ("功能型党组织", 41, "个", False),
        ("领域", 12, "个", False),
        ("权限", 56, "项", False),
    ]


def test_respectively_gives_each_place_its_own_amount() -> None:
    body = "桐梓县、湄潭县分别利用200万元、100万元闲置资金改建书屋。"
    start = len(TITLE) + 1
    places = ArticlePlaces(
        (Place("桐梓县", "county", None), Place("湄潭县", "county", None)),
        (ResolvedMention(start, start + 3, 0, "full"), ResolvedMention(start + 4, start + 7, 1, "full")),
    )
    assert [(m.at, m.value, m.what) for m in measures(body, places)] == [
        ("桐梓县", 2000000, "闲置资金"),
        ("湄潭县", 1000000, "闲置资金"),
    ]


def test_count_told_twice_is_one_measure_with_two_places_of_evidence() -> None:
    found = measures("建成驿站18个。至今，18个驿站全天开放。")
    assert [(m.what, m.value, len(m.evidence)) for m in found] == [("驿站", 18, 2)]


def test_evidence_holds_number_and_noun() -> None:
    body = "全县累计组建小区党支部27个，实现全覆盖。"
    text = article(body).text
    (found,) = measures(body)
    assert [text[e.start : e.end] for e in found.evidence] == ["小区党支部27个"]


def test_number_in_quoted_speech_counts() -> None:
    assert brief("“通过比对，我们发现多发补贴6万余元，已全部追回。”负责人说。") == [("补贴", 60000, "元", True)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("组建河道、山林、校园三支护卫队。", [("护卫队", 3, "支", False)]),
        ("两个试点社区先行。", [("试点社区", 2, "个", False)]),
        ("带动9.1万脱贫户增收。", [("脱贫户", 91000, "户", False)]),
        ("入网事项增至12大类57项。", [("事项", 12, "大类", False), ("事项", 57, "项", False)]),
        ("沿街有60多个‘九小’场所。", [("‘九小’场所", 60, "个", True)]),
        ("接到五六十份12345的转派件。", [("12345的转派件", 60, "份", True)]),
        ("家里的羊从二十几只养到了六七十只。", [("羊", 20, "只", True), ("羊", 70, "只", True)]),
        ("增速高于全省1.4个百分点。", [("增速", 1.4, "个百分点", False)]),
        ("户均收入3.2万元，比上年增加4000元。", [("户均收入", 32000, "元", False), ("户均收入", 4000, "元", False)]),
        ("鲜奶收购价达到每斤6.5元。", [("鲜奶收购价", 6.5, "元", False)]),
        ("每月发放1800元管护工资。", [("管护工资", 1800, "元", False)]),
        ("绿化面积2万余m2。", [("绿化面积", 20000, "m2", True)]),
        ("制定16至21条不等的村规民约。", [("村规民约", 21, "条", True)]),
        ("全旗71个嘎查通了路。", [("嘎查", 71, "个", False)]),
        ("参观团一行12人到来，说了三个方面的建议。", []),
        ("推出36条具体举措。", [("具体举措", 36, "条", False)]),
        ("形成街道43项重点工作任务。", [("重点工作任务", 43, "项", False)]),
        ("请来30多名有木工手艺的老师傅。", [("老师傅", 30, "名", True)]),
        ("累计组织400余人次干部职工清淤。", [("干部职工", 400, "人次", True)]),
        ("建成120个15分钟便民生活圈。", [("15分钟便民生活圈", 120, "个", False)]),
        ("布设8处24小时自助书屋。", [("24小时自助书屋", 8, "处", False)]),
        ("投放涉农贷款1.3万亿元。", [("贷款", 1300000000000, "元", False)]),
        ("家底超500万元的嘎查9个。", [("嘎查", 9, "个", False)]),
        ("护林员每年有6000元钱的补助。", [("补助", 6000, "元", False)]),
    ],
    ids=lambda v: v if isinstance(v, str) else None,
)
def test_forms_of_numbers_and_where_their_noun_stands(body: str, expected: list[tuple[str, float, str, bool]]) -> None:
    found = brief(body)
    assert [m[1:] for m in found] == [m[1:] for m in expected]
    assert all(e[0] in m[0] for m, e in zip(found, expected, strict=True))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("群众满意度从81%提升到96%。", [("群众满意度", 81), ("群众满意度", 96)]),
        ("加盟商户由原来的18家增至45家。", [("加盟商户", 18), ("加盟商户", 45)]),
        ("电动三轮车从30辆飙升至120辆。", [("电动三轮车", 30), ("电动三轮车", 120)]),
        ("把28个村划分为160个微网格。", [("村", 28), ("微网格", 160)]),
        ("3个片区整合为2个中心。", [("片区", 3), ("中心", 2)]),
        ("网格由24个调整为96个。", [("网格", 24), ("网格", 96)]),
        ("春茶产量达30吨，同比增长15%。", [("春茶产量", 30), ("春茶产量增长", 15)]),
        ("全县民宿32家，其中19家已成立党支部。", [("全县民宿", 32), ("成立党支部的全县民宿", 19)]),
        ("村里还有12户40人未脱贫。", [("未脱贫", 12), ("未脱贫", 40)]),
        ("社区已成功帮扶超60人再就业。", [("帮扶再就业", 60)]),
        ("平均配送时间缩短3—5分钟。", [("平均配送时间", 5)]),
        ("疏通六处沟渠。", [("沟渠", 6)]),
        ("牢记二十字方针，院落小则五户，大则十几户。", []),
    ],
    ids=lambda v: v if isinstance(v, str) else "",
)
def test_first_values_parts_changes_and_what_becomes_of_things(body: str, expected: list[tuple[str, float]]) -> None:
    assert [(m.what, m.value) for m in measures(body)] == expected


def test_money_without_a_unit_is_in_yuan() -> None:
    found = measures("婚事新办后，彩礼都在3万以内，村民年收入超2万。")
    assert [(m.value, m.unit, m.approximate) for m in found] == [(30000, "元", True), (20000, "元", True)]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("全村8个村民小组，526户，2013人。", [("居民户", 526, "户"), ("居民人口", 2013, "人")]),
        ("辖9个自然村15个村民小组866户3210人。", [("居民户", 866, "户"), ("居民人口", 3210, "人")]),
        ("现有牧民450户，1680人。", [("现有牧民", 450, "户"), ("居民人口", 1680, "人")]),
        ("共有楼房32栋、2100户、6000余名业主。", [("居民户", 2100, "户"), ("业主", 6000, "名")]),
        ("全镇辖22个村、5.6万人。", [("居民人口", 56000, "人")]),
        ("目前还有456户1401人未脱贫。", [("未脱贫", 456, "户"), ("未脱贫", 1401, "人")]),
        ("调解纠纷12起，涉及32户、76人。", [("涉及", 32, "户"), ("涉及", 76, "人")]),
        ("铺设管网70Km，治理31.5km2。", []),
        ("该镇是个有8000多人口的大镇。", [("人口", 8000, "人")]),
    ],
    ids=[
        "profile",
        "run-together",
        "inherited",
        "of-houses",
        "town",
        "left-over",
        "concerned",
        "lengths",
        "inhabitants",
    ],
)
def test_households_and_inhabitants_that_only_their_unit_names(body: str, found: list[tuple[str, float, str]]) -> None:
    told = [(what, value, unit) for what, value, unit, _ in brief(body)]
    assert [m for m in told if m[2] in ("户", "人", "名")] == found


def test_lengths_and_areas_in_latin_letters() -> None:
    assert [(value, unit) for _, value, unit, _ in brief("铺设管网70Km，治理面积31.5km2。")] == [
        (70, "Km"),
        (31.5, "km2"),
    ]


def test_a_noun_that_begins_with_a_numeral_is_counted() -> None:
    assert brief("先后走访136家两新组织，成效明显。") == [("两新组织", 136, "家", False)]
