"""Since when a practice has run."""

from __future__ import annotations

import re

import pytest

from kg.extract.sentences import sentence_at, split_sentences
from kg.extract.since import Since, since_of
from kg.rulebook import load_rulebook


def since(text: str, published: str | None = "2023-08-01") -> Since | None:
    start, end = text.index("“"), text.index("”") + 1
    return since_of(text, sentence_at(split_sentences(text), start), (start, end), published, load_rulebook())


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2021年3月，临洮县推行“院落长”制度。", "2021-03"),
        ("自2019年起，乐山市探索“红色合伙人”做法。", "2019"),
        ("去年，松阳县启动“拯救老屋”行动。", "2022"),
        ("该镇的“夜谈会”品牌于2020年5月6日创立。", "2020-05-06"),
        ("今年以来，双辽市创新推出“土专家”服务模式。", "2023"),
        ("“院落夜话”始于2016年。", "2016"),
        ("临洮县的“院落夜话”创办于2015年5月。", "2015-05"),
        ("2020年7月1日，“院落夜话”正式启动。", "2020-07-01"),
        ("6月12日，松阳县“拯救老屋”行动正式启动。", "2023-06-12"),
        ("10月12日，松阳县启动“拯救老屋”行动。", "2022-10-12"),
        ("上个月，双辽市推出“土专家”服务。", "2023-07"),
        ("本月，双辽市推出“土专家”服务。", "2023-08"),
        ("三年前，乐山市推出“红色合伙人”做法。", "2020"),
        ("“红色合伙人”已经坚持了五年。", "2018"),
        ("临洮县连续4年开展“院落夜话”。", "2019"),
        ("2019年，村里投钱修路，又在桥头支起“院落夜话”的桌子。", "2019"),
        ("4月15日起，街道每周三晚办“院落夜话”。", "2023-04-15"),
        ("3月1日起，街道开展“院落夜话”活动。", "2023-03-01"),
        ("去年以来，法院摸索出“院落夜话”工作法。", "2022"),
    ],
)
def test_a_beginning_has_the_date_beside_it(text: str, date: str) -> None:
    found = since(text)
    assert found is not None
    assert found.date == date
    assert re.search("[年月]", text[found.evidence.start : found.evidence.end])


@pytest.mark.parametrize(
    "text",
    [
        "今年以来，临洮县开展“院落夜话”9场，收集意见30条。",
        "2022年，松阳县持续深化“拯救老屋”行动。",
        "近年来，乐山市推行“红色合伙人”做法。",
        "《双辽市行动方案（2022—2025年）》印发后，各村推行“土专家”做法。",
        "2018—2020年，该镇实施“夜谈会”项目。",
        "2021年，该镇人均收入过万元。如今推行“夜谈会”。",
        "三年前还是空壳村，如今推行“夜谈会”。",
        "6月10日，记者走进该镇，“夜谈会”正在开展。",
        "6月10日，该镇开展“夜谈会”活动，来了60人。",
        "该镇推行“夜谈会”，连续三年零上访。",
        "该镇连续三年获评先进，推行“夜谈会”。",
        "今年以来开展走访；议不下的，按“夜谈会”办。",
        "去年评出“夜谈会”先进12名。",
        "到2025年，“夜谈会”全面推行。",
    ],
)
def test_other_dates_begin_nothing(text: str) -> None:
    assert since(text) is None


def test_last_year_stays_open_without_the_year_of_the_report() -> None:
    assert since("去年，松阳县启动“拯救老屋”行动。", published=None) is None
