"""What a number counts where only a verb, a place or a word of scope stands beside it."""

from __future__ import annotations

import pytest

from kg.pipeline import facts_of_text


def brief(body: str) -> set[tuple[str, float, str]]:
    return {(m.what, m.value, m.unit) for facts in facts_of_text(f"遵义市见闻\n\n{body}") for m in facts.measures}


COUNTED = [
    # a change is a change of what stands before it
    ("今年以来，警情同比下降31.5%。", {("警情同比下降", 31.5, "%")}),
    ("物业费平均收缴率由去年的61%上升到83%。", {("物业费平均收缴率", 61, "%"), ("物业费平均收缴率", 83, "%")}),
    # 全区, 区里, 棚里 say where: the thing follows
    ("全区1.32万名60周岁以上老人领了卡。", {("60周岁以上老人", 13200, "名")}),
    ("区里一口气开了9家老年餐桌。", {("老年餐桌", 9, "家")}),
    ("棚里42个充电位，天天满。", {("充电位", 42, "个")}),
    ("“邻里码”上仍有82条留言没有办结。", {("留言", 82, "条")}),
    ("英山镇把37个网格细分成436个十户小组。", {("网格", 37, "个"), ("十户小组", 436, "个")}),
    # what the number before counted
    ("以前墙上挂20多块牌子，现在只剩3块。", {("牌子", 20, "块"), ("牌子", 3, "块")}),
    # the noun that ended the clause before, the name of what was held
    ("镇上给住户配齐了一氧化碳报警器，共计4360个。", {("一氧化碳报警器", 4360, "个")}),
    ("当地推行“院坝夜话”，收集意见，累计开展512场。", {("“院坝夜话”", 512, "场")}),
    # money in yuan and jiao, inhabitants without a word for them
    ("豆角一斤从3元6角降到2元1角。", {("豆角", 3.6, "元"), ("豆角", 2.1, "元")}),
    ("人口只有3万多。", {("人口", 30000, "人")}),
]


@pytest.mark.parametrize(("body", "expected"), COUNTED, ids=[body[:14] for body, _ in COUNTED])
def test_what_is_counted_is_found_beside_or_before(body: str, expected: set[tuple[str, float, str]]) -> None:
    assert brief(body) == expected
