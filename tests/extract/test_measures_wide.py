"""Whole classes of numbers and nouns: classifiers that own their noun, deeds that name events, what is yet to come."""

from __future__ import annotations

import pytest
from test_measures import brief

COUNTED = [
    # nouns that the dictionary takes for something else
    ("镇里清点86起邻里纠纷。", [("邻里纠纷", 86, "起", False)]),
    ("调处合同纠纷46件。", [("合同纠纷", 46, "件", False)]),
    ("镇里涉及26吨大米。", [("大米", 26, "吨", False)]),
    ("全村新增62株月季。", [("月季", 62, "株", False)]),
    ("流转65亩湿地。", [("湿地", 65, "亩", False)]),
    ("全县统筹57公里防火通道。", [("防火通道", 57, "公里", False)]),
    ("镇里聘请16名驻村干部。", [("驻村干部", 16, "名", False)]),
    ("走访72户回迁户。", [("回迁户", 72, "户", False)]),
    ("收集38件群众诉求。", [("群众诉求", 38, "件", False)]),
    ("举办38场群众文化活动。", [("群众文化活动", 38, "场", False)]),
    ("38名网格员入户走访。", [("网格员", 38, "名", False)]),
    # deeds that name what is held
    ("开展12场集中宣讲。", [("集中宣讲", 12, "场", False)]),
    ("开展58次夜间巡逻，村里安宁了。", [("夜间巡逻", 58, "次", False)]),
    ("组织16场助农直播。", [("助农直播", 16, "场", False)]),
    ("干部连续12次上门劝说，老人点了头。", [("上门劝说", 12, "次", False)]),
    # the classifier tells that the noun before is counted, whatever is done behind
    ("辖区单位45家开放厕所。", [("辖区单位", 45, "家", False)]),
    ("全镇农户72户签订协议。", [("全镇农户", 72, "户", False)]),
    ("群众工单64件移送司法。", [("群众工单", 64, "件", False)]),
    ("安全隐患28处专人看守。", [("安全隐患", 28, "处", False)]),
    ("单位15家爱心企业。", [("爱心企业", 15, "家", False)]),
    ("这口井管着牧民310多人的饮水问题。", [("牧民", 310, "人", True)]),
    # a number alone in brackets behind its noun
    ("县里对护林员（共86名）逐一培训。", [("护林员", 86, "名", False)]),
    ("民警对独居老人（52位）上门问需。", [("独居老人", 52, "位", False)]),
    ("镇里把隐患（126处）列入清单。", [("隐患", 126, "处", False)]),
    ("镇里整合资金（约300万元）修渠。", [("资金", 3_000_000, "元", True)]),
    ("河长（28名）、护林员（36名）天天巡查。", [("河长", 28, "名", False), ("护林员", 36, "名", False)]),
    ("牧区有18个村（共86个网格）。", [("村", 18, "个", False), ("网格", 86, "个", False)]),
    # a plus sign for 余, a range in Chinese numerals
    ("一年来服务牧民5000+人次。", [("服务牧民", 5000, "人次", True)]),
    ("线上平台有1.2万＋居民登录。", [("居民", 12_000, "人", True)]),
    ("推行3+2值班，打造“5+N”驿站，110+家庭联动。", []),
    ("每个屯推选三至五名代表。", [("代表", 5, "名", True)]),
    ("每周上门三到五户。", [("上门", 5, "户", True)]),
    ("学校周一至五个个班都上劳动课。", []),
    # people behind 人次
    ("镇里培训270人次网格员。", [("网格员", 270, "人次", False)]),
    ("培训网格员270人次。", [("网格员", 270, "人次", False)]),
    # rates and counts cut off from their noun
    ("矛盾化解率已接近88%。", [("矛盾化解率", 88, "%", True)]),
    ("信访量是五年前的3倍。", [("信访量", 3, "倍", False)]),
    ("接诉量减少三成多。", [("接诉量减少", 3, "成", True)]),
    ("村集体收入首次突破62万元大关。", [("村集体收入", 620_000, "元", True)]),
    ("今年兑现96元专项资金。", [("专项资金", 96, "元", False)]),
    ("对企业263家、隐患65处逐一过筛。", [("企业", 263, "家", False), ("隐患", 65, "处", False)]),
    # about so many
    ("镇里来了30左右名游客。", [("游客", 30, "名", True)]),
    ("村里种了200亩上下的茶。", [("茶", 200, "亩", True)]),
    ("清点两三百个水桶。", [("水桶", 300, "个", True)]),
    ("收到意见建议将近130条。", [("意见建议", 130, "条", True)]),
    ("设置120处点位。", [("点位", 120, "处", False)]),
]


@pytest.mark.parametrize(("text", "expected"), COUNTED, ids=[t[:12] for t, _ in COUNTED])
def test_what_is_counted_keeps_its_whole_noun(text: str, expected: list[tuple[str, float, str, bool]]) -> None:
    assert brief(text) == expected


PLANNED = [
    "镇里将培育34名带头人。",
    "社区计划三年内覆盖22个村。",
    "镇里争取引进企业64家。",
    "建成后，可新增岗位73个。",
    "确保年底前种植94亩茶园。",
    "今年底前完成60个村的整治。",
    "明确到2030年改造老旧小区88个。",
    "老支书三番五次上门做工作。",
]


@pytest.mark.parametrize("text", PLANNED)
def test_what_is_yet_to_come_is_no_measure(text: str) -> None:
    assert brief(text) == []
