"""The shapes that a quoted name may have tell it from a saying: rhythms, bound households, articles, like steps."""

from __future__ import annotations

import pytest
from named_practices import names

from kg.pipeline import facts_of_text

SHAPES = [
    ("丰都县三合街道坚持“日巡周查”，隐患当天清零。", {"日巡周查"}),
    ("浏阳市官渡镇对村干部实行“月评季考年晒”。", {"月评季考年晒"}),
    ("威信县扎西镇执行“周研判、月通报”，压实责任。", {"周研判、月通报"}),
    ("村容村貌“日新月异”，平果市马头镇的群众乐了。", set()),
    ("挂上“年年有余”的年画，马头镇年味浓。", set()),
    ("泽普县奎依巴格镇推行“10户联防”，一家有事九家到。", {"10户联防"}),
    ("陇川县章凤镇按照“5户联保”的办法结对。", {"5户联保"}),
    ("“3人一组”，利川市干部分头入户。", set()),
    ("实行“日清月结”，利川市都亭街道食堂账目清楚。", set()),
    ("高桥村只剩“10户人家”。", set()),
    ("定边县砖井镇出台“婚事新办八条”。", {"婚事新办八条"}),
    ("打“白条”的事没有了，肥乡镇工钱月清。", set()),
    (
        "连平县元善镇按照“村民点题、支部领题、会上议题、大家破题”的办法修路5条。",
        {"村民点题、支部领题、会上议题、大家破题"},
    ),
    ("鲁山县瓦屋镇按照“因地制宜、因户施策、精准到位”的办法改厕。", set()),
    ("乐至县石佛镇坚持“逐户访、逐人问、逐事办”，解开疙瘩46件。", {"逐户访、逐人问、逐事办"}),
    ("乐至县石佛镇坚持“不推诿、不扯皮、不拖延”，群众满意。", set()),
    ("乐至县石佛镇推动老人“有人管、有人问、有人帮”，群众满意。", set()),
    ("检查组采取“听、看、查”的方式。", set()),
]


@pytest.mark.parametrize(("body", "expected"), SHAPES, ids=[body[:10] for body, _ in SHAPES])
def test_a_shape_tells_a_name_from_a_saying(body: str, expected: set[str]) -> None:
    assert names(body) == expected


def test_a_name_takes_no_head_from_behind_a_verb() -> None:
    text = "镇原县：议事有方\n镇原县城关镇设立“民情小院”，组织议事。“民情小院”制定“五个一”服务圈，请乡贤值守。"
    kinds = {p.name: (p.kind, p.aliases) for facts in facts_of_text(text) for p in facts.practices}
    assert kinds["民情小院"] == ("station", ())


LISTS = [
    ("“新苗课”“归雁宴”，一项项活动聚起了人气。", {"新苗课", "归雁宴"}),
    ("“街角金点子”“楼道热心肠”，一个个称呼叫响了。", set()),
    ("镇上落实入职必访、生病必访、退休必访“三必访”要求。", {"三必访"}),
    ("镇上按“三统一”（统一选址、统一图纸、统一验收）要求建房。", {"三统一"}),
    ("镇上推动把“支部建在网格上”，组建党支部9个。", {"支部建在网格上"}),
    ("镇上把“净塘行动”与村容整治有机结合。", {"净塘行动"}),
    ("镇上把“旧账”与“新账”分开算。", set()),
    ("镇上让楼院从“无人管”到“有人管”。", set()),
    ("镇上统筹布局6处睦邻服务圈。", {"睦邻服务圈"}),
    ("镇上推出新市民安居码，扫一扫就能办事。", {"新市民安居码"}),
    ("镇上深入探索人才共育、市场共拓有效模式。", set()),
    ("镇上把改厕作为“关键工程”来抓。", set()),
    ("镇上采用“生物滤池+稳定塘”组合工艺。", set()),
]


@pytest.mark.parametrize(("body", "expected"), LISTS, ids=[body[:10] for body, _ in LISTS])
def test_lists_and_what_sums_them_up(body: str, expected: set[str]) -> None:
    text = f"江都区仙女镇：楼院有人管\n江都区仙女镇组织党员下沉小区，调解邻里矛盾。{body}"
    assert {p.name for facts in facts_of_text(text) for p in facts.practices} == expected


def test_a_shorter_name_in_brackets_and_a_part_founded_by_itself() -> None:
    text = (
        "江都区仙女镇：楼院有人管\n江都区仙女镇建立“三联”走访机制，调解邻里矛盾。"
        "镇里推行由党员带头的“三联四帮一条龙”（简称“341”）治理模式，各村都有网格员。"
    )
    found = {p.name: p.aliases for facts in facts_of_text(text) for p in facts.practices}
    assert found == {"三联": ("“三联”走访机制",), "三联四帮一条龙": ("341",)}


def test_a_number_name_that_counts_the_points_behind_it_heads_them() -> None:
    text = (
        "凤庆县：上门解民忧\n“三上门”解民忧。一是网格员上门问需。二是调解员上门说理。三是医生上门巡诊。\n"
        "“三个难题”怎么办。一是资金。二是人手。\n"
    )
    assert {p.name for facts in facts_of_text(text) for p in facts.practices} == {"三上门"}


def test_a_society_in_quotes_is_no_practice() -> None:
    text = "定南县：返乡有奔头\n定南县依托“脐橙协会”“青年汇”，为返乡青年牵线，调解纠纷。"
    assert {p.name for facts in facts_of_text(text) for p in facts.practices} == {"青年汇"}
