"""Variant characters are folded one to one: half-width marks beside Chinese characters, full-width letters."""

import re

import pytest

from kg.read import read_text
from kg.read.fold import DROPPED, fold

_ = DROPPED


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
        ("2024 年 5 月 9 日  星期四", f"2024{_}年{_}5{_}月{_}9{_}日  星期四"),
        ("第 12 期", f"第{_}12{_}期"),
        ("牧场送医 30 人次", f"牧场送医{_}30{_}人次"),
        ("开办 3 个 APP ， 方便了牧民", f"开办{_}3{_}个{_}APP{_}，{_}方便了牧民"),
        ("满意率 98.5% ，居全旗第 1", f"满意率{_}98.5%{_}，居全旗第{_}1"),
        ("各嘎查 (社区) 都建了群；用 wifi 开会", f"各嘎查{_}（社区）{_}都建了群；用{_}wifi{_}开会"),
        # no running text, two English words, two halves of a headline, who took a picture
        ("牧区 07 2024 草原", "牧区 07 2024 草原"),
        ("推介会用 Happy Farm，很热闹", f"推介会用{_}Happy Farm，很热闹"),
        ("牧民上网课 草原有新声，一年办80场", "牧民上网课 草原有新声，一年办80场"),
        ("图为牧民在上课，听得入神。 白音 摄", "图为牧民在上课，听得入神。 白音 摄"),
    ],
)
def test_spaces_that_typesetting_leaves_are_no_text(printed: str, folded: str) -> None:
    assert fold(printed) == folded


def test_a_page_with_spaces_beside_digits_reads_like_any_other() -> None:
    body = "近年来，昭苏县推行“红马鞍”流动服务队，为牧民上门办事。目前，全县有服务队36支，队员420名，用APP接单。"
    page = "牧场上的服务队\n\n" + body
    airy = read_text(re.sub(r"(\d+|APP)", r" \1 ", page), "airy.txt").articles[0]
    assert airy.text == read_text(page, "tight.txt").articles[0].text


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
