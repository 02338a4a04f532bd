"""Stations, platforms and things that lists name without quotation marks, as ordinary as their words may be."""

from __future__ import annotations

import pytest
from named_practices import names


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("平利县建成养老驿站5所。", {"养老驿站"}),
        ("平利县在高铁站、客运站设立司法驿站。", {"司法驿站"}),
        ("平利县共建社区金融服务站，居民存取款不出小区。", {"社区金融服务站"}),
        ("平利县与民政部门联合创办两处妇女避救站。", {"妇女避救站"}),
        ("平利县建起残疾人之家，30名学员学会了编竹器。", {"残疾人之家"}),
        ("平利县建起便民服务工作室。", set()),
        ("平利县设立支部工作联系点。", set()),
        ("平利县新建污水处理站3座。", set()),
    ],
)
def test_a_station_says_for_whom_or_what_it_is(body: str, expected: set[str]) -> None:
    assert names(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("平利县搭建智慧养老服务平台。", {"智慧养老服务平台"}),
        ("平利县打造村务公开数字平台，账目一点就开。", {"村务公开数字平台"}),
        ("平利县建立网上信访平台。", {"网上信访平台"}),
        ("平利县搭建党群沟通平台。", set()),
        ("平利县借助智慧平台调度。", set()),
        ("平利县为青年搭建干事创业平台。", set()),
    ],
)
def test_a_digital_platform_is_a_thing(body: str, expected: set[str]) -> None:
    assert names(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("平利县推行道德评议会、首问负责制和河湖长制。", {"首问负责制", "河湖长制"}),
        ("平利县建立小微权力清单、帮办代办制度。", {"帮办代办制度"}),
        ("平利县推行邻里图书角和林长制。", {"林长制"}),
        ("平利县推行村规民约、归雁返乡计划。", {"归雁返乡计划"}),
        ("平利县健全月会商、季公示、年评议机制。", {"月会商、季公示、年评议机制"}),
    ],
)
def test_an_item_that_is_a_thing_of_its_own_is_no_part_of_the_next(body: str, expected: set[str]) -> None:
    assert names(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "平利县建立反家暴投诉站106个，妇女法律援助站297个，梦想书吧12间。",
            {"反家暴投诉站", "妇女法律援助站", "梦想书吧"},
        ),
        ("平利县建成司机之家5个、清廉驿站3个，民情驿站9个。", {"司机之家", "清廉驿站", "民情驿站"}),
        ("平利县有村民3万人，梦想书吧12间。", set()),
        ("平利县建成司机之家，全县有梦想书吧12间。", {"司机之家"}),
    ],
)
def test_counted_clauses_share_the_verb_of_the_first(body: str, expected: set[str]) -> None:
    assert names(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("目前，平利县头雁领航工程已全面完成。", {"头雁领航工程"}),
        ("随着平利县头雁领航工程的深入推进，村村有了带头人。", {"头雁领航工程"}),
        ("随着平利县重点工程的竣工，村村通了路。", set()),
    ],
)
def test_what_is_carried_on_or_brought_to_an_end_runs(body: str, expected: set[str]) -> None:
    assert names(body) == expected
