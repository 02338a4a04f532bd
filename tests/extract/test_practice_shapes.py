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
    text = "镇原县：议事有方\n镇原县城关镇设立“民情小院”，组织议事。“民情小院”制定“五个一”服务圈，请干部坐班。"
    kinds = {p.name: (p.kind, p.aliases) for facts in facts_of_text(text) for p in facts.practices}
    assert kinds["民情小院"] == ("station", ())
