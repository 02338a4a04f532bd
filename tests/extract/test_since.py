"""Since when a practice has run."""

from __future__ import annotations

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
    ],
)
def test_a_beginning_has_the_date_beside_it(text: str, date: str) -> None:
    found = since(text)
    assert found is not None
    assert found.date == date
    assert text[found.evidence.start : found.evidence.end][:2] in date + "去年今年自"


@pytest.mark.parametrize(
    "text",
    [
        "今年以来，临洮县开展“院落夜话”9场，收集意见30条。",
        "2022年，松阳县持续深化“拯救老屋”行动。",
        "近年来，乐山市推行“红色合伙人”做法。",
        "《双辽市行动方案（2022—2025年）》印发后，各村推行“土专家”做法。",
        "2018—2020年，该镇实施“夜谈会”项目。",
        "2021年，该镇人均收入过万元。如今推行“夜谈会”。",
    ],
    ids=["a-years-work", "goes-on", "open", "dates-a-title", "a-span", "another-sentence"],
)
def test_other_dates_begin_nothing(text: str) -> None:
    assert since(text) is None


def test_last_year_stays_open_without_the_year_of_the_report() -> None:
    assert since("去年，松阳县启动“拯救老屋”行动。", published=None) is None
