"""Numbers as reports from the web print them: distances, barter rates, homes without a unit, sums over a list."""

from __future__ import annotations

import pytest
from test_measures import brief, measures

from kg.model import ArticlePlaces, Place, ResolvedMention

COUNTED = [
    ("梨坪村位于道真县以北约3.5公里处。", [("距道真县", 3.5, "公里", True)]),
    ("梨坪村地处道真县玉溪镇东南12公里。", [("距玉溪镇", 12, "公里", False)]),
    ("梨坪村距县城40公里。", [("距县城", 40, "公里", False)]),
    ("修通村组路12公里。", [("村组路", 12, "公里", False)]),
    ("每1分价值人民币1元，老杨攒了86分。", [("积分", 86, "分", False)]),
    ("凭借86分文明积分换了毛毯。", [("文明积分", 86, "分", False)]),
    ("小区住着900余住户。", [("住户", 900, "户", True)]),
    ("这是一个有36户人家的院落。", [("人家", 36, "户", False)]),
    ("火塘边放着10几个草墩。", [("草墩", 10, "个", True)]),
    ("民宿项目总投资8000万元人民币。", [("民宿项目总投资", 80_000_000, "元", False)]),
    ("包里有存折以及900元。", []),
    ("累计发放宣传折页2.6万余份。", [("宣传折页", 26_000, "份", True)]),
    ("开设18家文明积分超市。", [("文明积分超市", 18, "家", False)]),
    ("山坳里120余栋木楼错落有致。", [("木楼", 120, "栋", True)]),
    ("羊群已经发展到了260只。", [("羊群", 260, "只", False)]),
    ("一行人在5个试点村实地察看。", [("试点村", 5, "个", False)]),
    ("6名楼栋长常态化承担民意收集。", [("楼栋长", 6, "名", False)]),
    ("开通18个微信公众号。", [("微信公众号", 18, "个", False)]),
    ("更换18台使用15年的水泵。", [("水泵", 18, "台", False)]),
    ("盘活26处闲置多年的校舍。", [("校舍", 26, "处", False)]),
    ("去年共调解纠纷86起。", [("调解纠纷", 86, "起", False)]),
    ("投放共享单车86辆。", [("共享单车", 86, "辆", False)]),
    # who lives somewhere, who is in the teams
    ("安置区的楼房里住着620户2410人。", [("居民户", 620, "户", False), ("居民人口", 2410, "人", False)]),
    ("小区共住着1300户居民、4100多人。", [("居民", 1300, "户", False), ("居民人口", 4100, "人", True)]),
    ("组建宣讲队46支，共512人。", [("宣讲队", 46, "支", False), ("宣讲队人数", 512, "人", False)]),
    ("9支队伍搭了起来，共有327人。", [("队伍", 9, "支", False), ("队伍人数", 327, "人", False)]),
    ("村里有2支队伍，共有320人受益。", [("队伍", 2, "支", False), ("受益", 320, "人", False)]),
    ("牛羊存栏2710头（只）。", [("牛羊存栏", 2710, "头（只）", False)]),
    # what a price, a length, an average is of
    ("地租由原先的200元一亩涨到了480元一亩。", [("地租", 200, "元", False), ("地租", 480, "元", False)]),
    ("物业费1.2元一平方米。", [("物业费", 1.2, "元", False)]),
    ("那条绿道不长，只有800米。", [("绿道", 800, "米", False)]),
    ("会期不长，只有40分钟。", []),
    ("酒席费用由户均3.5万元降至1.2万元。", [("酒席费用", 35_000, "元", False), ("酒席费用", 12_000, "元", False)]),
]


@pytest.mark.parametrize(("body", "found"), COUNTED, ids=[body for body, _ in COUNTED])
def test_what_is_counted(body: str, found: list[tuple[str, float, str, bool]]) -> None:
    assert brief(body) == found


def test_a_sum_over_listed_villages_belongs_to_the_place_around_them() -> None:
    body = "梨坪村、桃源村等6个村修了路，梨坪村的4个小组都通了车。"
    listed = (
        Place("玉溪镇", "township", None, ("道真县",)),
        *(Place(name, "village", None, ("玉溪镇", "道真县")) for name in ("梨坪村", "桃源村")),
    )
    text = f"遵义市\n{body}"
    mentions = tuple(
        ResolvedMention(text.index(p.name), text.index(p.name) + len(p.name), i, "full")
        for i, p in enumerate(listed)
        if p.name in text
    )
    where = {m.value: m.at for m in measures(body, ArticlePlaces(listed, mentions, (0,)))}
    assert where == {6: "玉溪镇", 4: "遵义市"}
