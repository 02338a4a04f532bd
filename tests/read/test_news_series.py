"""Short news of one place below headlines that name none, and sections of one report that open with a day."""

from __future__ import annotations

import pytest

from kg.read import read_text

HEADS = ("疏通沟渠迎汛期", "老人食堂开进东门小区", "楼道堆物半天清完 上下楼宽敞了")
TEXTS = (
    "组织党员疏通沟渠三公里，清出淤泥二十余车，排涝泵站也一并检修完毕，低洼处的住户都领到了联系卡。",
    "为七十岁以上的老人供应午餐，每天六十份，行动不便的由志愿者送上门，饭菜一周不重样，价格也实惠。",
    "发动住户清理楼道，腾出一百多平方米，新划了停车位和晾衣区，住户们都说上下楼方便多了。",
)


def titles(openings: tuple[str, ...], heads: tuple[str, ...] = HEADS, *, gap: str = "\n\n") -> list[str]:
    lines = [f"{head}\n　　{opening}{text}" for head, opening, text in zip(heads, openings, TEXTS, strict=True)]
    return [a.title for a in read_text(gap.join(lines)).articles]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "openings",
    [
        ("6月3日，柳溪镇", "6月5日下午，柳溪镇东门社区", "2023年6月9日，柳溪镇"),
        ("近日，柳溪镇", "日前，柳溪镇东门社区", "连日来，柳溪镇"),
        ("柳溪镇近日", "柳溪镇6月5日", "柳溪镇日前"),
        ("为防内涝，6月3日，柳溪镇", "为方便老人，近日，柳溪镇", "上周三，柳溪镇"),
        ("天刚亮，沟边就有人说话。近日，柳溪镇", "“热饭就在楼下。”昨日，王大爷说。柳溪镇", "今年以来，柳溪镇"),
        ("本报讯（记者 王小明）6月3日，柳溪镇", "本报讯 近日，柳溪镇", "本报讯 日前，柳溪镇"),
        ("近日，柳溪镇联合供水站走进河边，", "近日，柳溪镇", "近日，柳溪镇东门社区"),
    ],
    ids=lambda openings: openings[0][:12],
)
def test_news_of_one_town_are_reports_of_their_own(openings: tuple[str, ...], gap: str) -> None:
    assert titles(openings, gap=gap) == list(HEADS)


@pytest.mark.parametrize(
    "openings",
    [
        ("近年来，柳溪镇", "今年以来，柳溪镇", "近年来，柳溪镇"),
        ("6月3日，柳溪镇", "6月5日，记者在柳溪镇看到，", "6月9日，柳溪镇"),
        ("近日，柳溪镇", "此外，近日柳溪镇", "同时，柳溪镇"),
        ("近日，柳溪镇", "近日，柳溪镇东门社区居民王大爷一家说，镇里", "近日，柳溪镇北门村的小院里，镇里"),
        ("近日，柳溪镇", "", "近日，柳溪镇"),
    ],
    ids=lambda openings: openings[1][:12],
)
def test_scenes_and_looks_back_stay_in_one_report(openings: tuple[str, ...]) -> None:
    assert titles(openings, gap="\n") == [HEADS[0]]


@pytest.mark.parametrize(
    "heads",
    [
        ("柳溪镇的四季账本", "从“堵”到“通”", "从“等饭”到“送饭上门”"),
        ("柳溪镇的四季账本", "沟渠通了", "老人笑了"),
        ("柳溪镇的四季账本", "老人吃上热乎饭", "楼道不再堆杂物"),
        ("柳溪镇的四季账本", "一、沟渠有人管", "二、老人有饭吃，楼道也宽敞"),
    ],
    ids=lambda heads: heads[1],
)
def test_subheads_of_one_rhythm_or_number_stay_in_one_report(heads: tuple[str, ...]) -> None:
    assert titles(("近日，柳溪镇",) * 3, heads, gap="\n") == [heads[0]]


@pytest.mark.parametrize("sign", ["{}.", "{}、", "（{}）"])
def test_numbered_news_lose_their_number(sign: str) -> None:
    heads = tuple(f"{sign.format(n)}{head}" for n, head in enumerate(HEADS, 1))
    assert titles(("近日，柳溪镇", "6月5日，柳溪镇", "日前，柳溪镇"), heads) == list(HEADS)
