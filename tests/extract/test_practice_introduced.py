"""Ordinary ways to bring in a quoted name: with its place in front, behind a head word, in a list, its place behind."""

from __future__ import annotations

import pytest
from named_practices import names

from kg.pipeline import facts_of_text

BROUGHT_IN = [
    # the place in front of what opens the clause
    ("紫阳县蒿坪镇“茶山夜话”让矛盾当天化解。", {"茶山夜话"}),
    ("如今，紫阳县蒿坪镇的“茶山夜话”破解了议事难。", {"茶山夜话"}),
    ("紫阳县蒿坪镇的“老赖皮”让干部犯愁。", set()),
    # a head word in front, where somebody sets it up
    ("紫阳县蒿坪镇创新治理机制“茶山约”，矛盾少了。", {"茶山约"}),
    ("紫阳县蒿坪镇的服务站“暖心角”，天天开门。", {"暖心角"}),
    ("紫阳县蒿坪镇治理机制“空转”，群众有意见。", set()),
    ("紫阳县蒿坪镇强化队伍、阵地、机制“三要素”保障。", set()),
    # no head word: 服务群|众, nor one behind another verb
    ("紫阳县蒿坪镇把“渡口灯”工作法作为服务群众的途径。", {"渡口灯"}),
    # a brand bears its name whatever the verb
    ("紫阳县蒿坪镇唱响“渡口灯”品牌，办实事200件。", {"渡口灯"}),
    ("紫阳县蒿坪镇唱响“和谐曲”，办实事200件。", set()),
    # the steps of a method
    ("紫阳县蒿坪镇“五步走”工作法覆盖12个村。", {"五步走"}),
    # from one to the other, and what both are
    ("从“渡口灯”到“茶山约”，一项项举措温暖了紫阳县蒿坪镇。", {"渡口灯", "茶山约"}),
    ("从紫阳县蒿坪镇的“渡口灯”到汉王镇的“茶山约”，治理品牌多了起来。", {"渡口灯", "茶山约"}),
    ("从“各顾各”到“抱成团”，紫阳县蒿坪镇变了样。", set()),
    ("紫阳县蒿坪镇“渡口灯”、汉王镇“茶山约”，一批治理品牌叫响全县。", {"渡口灯", "茶山约"}),
]


@pytest.mark.parametrize(("body", "expected"), BROUGHT_IN, ids=[body[:22] for body, _ in BROUGHT_IN])
def test_a_quoted_name_is_known_by_the_way_it_is_brought_in(body: str, expected: set[str]) -> None:
    assert names(body) == expected


PLACE_BEHIND = [
    ("“渡口灯”工作法是蒿坪镇创新的一项治理机制。", "渡口灯", {"蒿坪镇"}),
    ("“渡口灯”工作法已成为紫阳县蒿坪镇居民议事的好帮手。", "渡口灯", {"蒿坪镇"}),
    ("“渡口灯驿站”“茶山约”……蒿坪镇的治理品牌越来越多。", "渡口灯驿站", {"蒿坪镇"}),
    ("“渡口灯”工作法（蒿坪镇）、“茶山约”机制（汉王镇）入选优秀案例。", "茶山约", {"汉王镇"}),
    ("如今，“渡口灯”工作法已在蒿坪镇全面推开。", "渡口灯", {"蒿坪镇"}),
    ("“渡口灯”工作法先后在蒿坪镇、汉王镇推开。", "渡口灯", {"蒿坪镇", "汉王镇"}),
    ("汉王镇建立“渡口灯”工作法，是蒿坪镇的老邻居。", "渡口灯", {"汉王镇"}),
    ("“渡口灯”工作法已在全县推开。", "渡口灯", {"紫阳县"}),
]


@pytest.mark.parametrize(("body", "name", "expected"), PLACE_BEHIND, ids=[body[:24] for body, _, _ in PLACE_BEHIND])
def test_a_place_right_behind_a_name_runs_it_where_none_stands_before(body: str, name: str, expected: set[str]) -> None:
    text = f"紫阳县的网格\n\n紫阳县坚持四议两公开，网格员入户走访，群众议事有了新办法。\n{body}\n"
    found = [p.at for facts in facts_of_text(text) for p in facts.practices if p.name == name]
    assert found, f"{name} was not found"
    assert set(found[0]) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("平利县老县镇搭了一个叫“向日葵”的小程序，村民有事点一点。", {"向日葵"}),
        ("这个被称为“春风”的机制，在平利县老县镇推行了三年。", {"春风"}),
        ("平利县老县镇把这套办法叫作“蒲公英”。", {"蒲公英"}),
        ("平利县老县镇“向日葵”志愿服务队上门服务。", {"向日葵"}),
        ("平利县老县镇“先锋红”志愿服务队上门服务。", {"先锋红"}),
        ("平利县老县镇有个叫“小辣椒”的姑娘。", set()),
        ("平利县老县镇的老人把他比作“老黄牛”。", set()),
    ],
)
def test_an_everyday_word_is_a_name_where_a_thing_is_called_so(body: str, expected: set[str]) -> None:
    assert names(body) == expected
