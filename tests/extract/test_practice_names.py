"""Names without quotation marks: where they begin, and which words in front of a head word make none."""

from __future__ import annotations

import pytest

from kg.pipeline import facts_of_text


def names(body: str) -> set[str]:
    return {p.name for facts in facts_of_text(f"衡南县：基层治理见闻\n{body}") for p in facts.practices}


NO_NAMES = [
    "衡南县完善民主决策制度。",
    "衡南县健全居民自治机制和民主协商制度。",
    "衡南县打造连片大棚种植项目。",
    "衡南县探索茶旅物流模式。",
    "衡南县以江边老街亮化工程为抓手，走访商户。",
    "衡南县落实优化窗口布局和运行机制。",
    "衡南县建立促进邮轮行业自律通气会机制。",
    "衡南县吸引各村娃娃前来参与风筝活动。",
    "衡南县推进三产融合。",
    "衡南县建立六支志愿者服务队。",
    "衡南县建立固定警务室和流动警务室。",
    "衡南县制定难题和下一步工作计划。",
    "衡南县开展渔嫂合唱比拼签约仪式活动。",
    "衡南县通过渔民‘点单’模式送药上船。",
    "衡南县在驿站里打造了书画室、渔民服务室、棋牌室。",
]


@pytest.mark.parametrize("body", NO_NAMES)
def test_management_works_and_rooms_are_no_names(body: str) -> None:
    assert names(body) == set()


BORDERS = [
    ("衡南县组建36人渔港巡护服务队。", "渔港巡护服务队"),
    ("衡南县推行共建项目点单认领机制。", "共建项目点单认领机制"),
    ("衡南县依托楼院自治组织——渔家议事会，商量停船。", "渔家议事会"),
    ("衡南县实行证照办理“预约帮跑制”。", "预约帮跑制"),
    ("今年5月，衡南县浪花骑行服务队正式成立，队员都是渔嫂。", "浪花骑行服务队"),
    ("衡南县下滩村成立灯塔守望巡守队。", "灯塔守望巡守队"),
    ("衡南县开起渔家夜谈会。", "渔家夜谈会"),
    ("码头公安室探索创新“渔港警务”。", "渔港警务"),
]


@pytest.mark.parametrize(("body", "name"), BORDERS, ids=[name for _, name in BORDERS])
def test_a_name_begins_behind_counts_and_dashes(body: str, name: str) -> None:
    assert name in names(body)
