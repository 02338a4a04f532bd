"""Unquoted practices that no founding verb opens: words that bring them in, lists that stand as subject."""

from __future__ import annotations

import pytest
from named_practices import names


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("石泉县多亏了楼道听诉室，邻里不再红脸。", {"楼道听诉室"}),
        ("变化得益于石泉县的渔家日记制度。", {"渔家日记制度"}),
        ("石泉县有个茶馆说事亭，谁家有事都来坐坐。", {"茶馆说事亭"}),
        ("自从石泉县有了钟秀兰工作法，纠纷少了。", {"钟秀兰工作法"}),
        ("石泉县靠的是木工恳谈会。", {"木工恳谈会"}),
        ("石泉县注重发挥船工联络站的作用。", {"船工联络站"}),
        ("石泉县把船工联络站建到码头。", {"船工联络站"}),
        ("石泉县的钟秀兰工作法被推广到全省。", {"钟秀兰工作法"}),
        ("石泉县有个加油站。", set()),
        ("石泉县得益于完善的考核机制。", set()),
        ("石泉县靠着大棚种植项目脱了贫。", set()),
        ("石泉县注重发挥党员突击队的作用。", set()),
    ],
)
def test_a_word_that_tells_of_a_thing_brings_in_its_name(body: str, expected: set[str]) -> None:
    assert names(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("石泉县船工联络站、楼道听诉室和茶馆说事亭遍布各村。", {"船工联络站", "楼道听诉室", "茶馆说事亭"}),
        ("石泉县船工联络站、茶馆说事亭等服务阵地实现全覆盖。", {"船工联络站", "茶馆说事亭"}),
        ("如今，渔家日记制度、钟秀兰工作法让石泉县的村子和睦起来。", {"渔家日记制度", "钟秀兰工作法"}),
        ("石泉县渔家日记制度和船工联络站走进千家万户。", {"渔家日记制度", "船工联络站"}),
        ("石泉县考核制度、奖惩机制和监督机制不断完善。", set()),
        ("石泉县预警机制和响应机制要健全。", set()),
        ("石泉县会议室、阅览室和活动室一应俱全。", set()),
        ("石泉县加油站、快递点、便利店遍布全镇。", set()),
    ],
)
def test_each_of_several_things_that_stand_as_subject_is_named(body: str, expected: set[str]) -> None:
    assert names(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("如今，智慧养老服务平台让石泉县的老人放心。", {"智慧养老服务平台"}),
        ("石泉县智慧平台让石泉县的老人放心。", set()),
    ],
)
def test_a_digital_platform_is_a_thing_as_a_subject_too(body: str, expected: set[str]) -> None:
    assert names(body) == expected
