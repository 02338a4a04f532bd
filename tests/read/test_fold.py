"""Variant characters are folded one to one: half-width marks beside Chinese characters, full-width letters."""

import pytest

from kg.read import read_text
from kg.read.fold import DROPPED, fold


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        (
            "近年来,和顺县推行网格化管理;各村设网格员:每人管五十户。",
            "近年来，和顺县推行网格化管理；各村设网格员：每人管五十户。",
        ),
        ("怎么管?大家议!", "怎么管？大家议！"),
        ("村(社区)设站,共12个(含2个新建)", "村（社区）设站，共12个（含2个新建）"),
        ("投入2,000元,10:30开会", "投入2,000元，10:30开会"),
        ("国内生产总值(GDP)", "国内生产总值(GDP)"),
        ("见 https://example.org/a?b=1,2;c", "见 https://example.org/a?b=1,2;c"),
        ("“好邻居”,评了8户", "“好邻居”，评了8户"),
        ("\uff21\uff30\uff30 上线", "APP 上线"),
    ],
)
def test_marks_beside_chinese_characters_are_full_width(printed: str, folded: str) -> None:
    assert fold(printed) == folded
    assert len(folded) == len(printed)


def test_a_page_with_half_width_marks_reads_like_any_other() -> None:
    body = "近年来,昭苏县推行“红马鞍”流动服务队,为牧民上门办事。目前,全县有服务队36支,队员420名。"
    page = "牧场上的服务队\n\n" + body * 2
    narrow = read_text(page, "narrow.txt").articles[0]
    wide = read_text(page.replace(",", "，"), "wide.txt").articles[0]
    assert narrow.text == wide.text


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("人口42. 6万", f"人口42.{DROPPED}6万"),
        ("“ 三联 ”机制", f"“{DROPPED}三联{DROPPED}”机制"),
        ("1. 2023年", "1. 2023年"),
        ("“三联” “四帮”", "“三联” “四帮”"),
    ],
)
def test_spaces_that_typesetting_leaves_are_no_text(printed: str, folded: str) -> None:
    assert fold(printed) == folded


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ('推行"茶山约"机制', "推行“茶山约”机制"),
        ("推行「茶山『约』」机制", "推行“茶山‘约’”机制"),
        ("推行″茶山约″机制", "推行“茶山约”机制"),
        ("推行〝茶山约〞机制", "推行“茶山约”机制"),
        ("推行‘‘茶山约’’机制", f"推行{DROPPED}“茶山约{DROPPED}”机制"),
        ("推行”茶山约”和“石榴花“机制", "推行“茶山约”和“石榴花”机制"),
        # nested, carried on from the line before, or no pairs
        ("新时代“枫桥“经验””", "新时代“枫桥“经验””"),
        ("他说。”又说：“好", "他说。”又说：“好"),
        ('屏幕5"大', '屏幕5"大'),
        ("北纬32°15\u203220″，东经115°10\u203230″", "北纬32°15\u203220″，东经115°10\u203230″"),
    ],
)
def test_every_kind_of_quotation_mark_is_the_usual_one(printed: str, folded: str) -> None:
    assert fold(printed) == folded
    assert len(folded) == len(printed)
