"""Whom practices serve: in the words beside them, or in their own names."""

from __future__ import annotations

import pytest

from kg.extract.served import once
from kg.model import ArticleFacts, Evidence, Served
from kg.pipeline import facts_of_text

TITLE = "基层治理见闻\n\n"


def facts(sentence: str) -> ArticleFacts:
    (found,) = facts_of_text(TITLE + sentence + "\n")
    return found


def served(sentence: str, name: str) -> list[str]:
    """The words that name the groups which a practice of that name serves."""
    found = facts(sentence)
    (practice,) = (p for p in found.practices if p.name == name)
    return [found.article.text[s.evidence.start : s.evidence.end] for s in practice.serves]


@pytest.mark.parametrize(
    ("sentence", "name", "groups"),
    [
        ("黔东南州凯里市面向快递员、外卖骑手推出“暖蜂驿站”，提供歇脚服务。", "暖蜂驿站", ["快递员", "外卖骑手"]),
        ("潍坊市奎文区推行“敲门行动”，为辖区内60岁以上独居老人提供送餐服务。", "敲门行动", ["独居老人"]),
        ("昌吉市推出“红色代办”，为企业纾困解难。", "红色代办", ["企业"]),
        ("拉萨市城关区成立“格桑花”志愿服务队，关爱留守儿童和残疾人。", "格桑花", ["留守儿童", "残疾人"]),
        ("郑州市金水区推行“码上办”，惠及居民3000余户。", "码上办", ["居民"]),
        ("朔州市平鲁区推行“邻里灶台”，让老年人在家门口吃上热乎饭。", "邻里灶台", ["老年人"]),
        ("海东市乐都区推行“码上办”,为外来务工人员提供法律援助。", "码上办", ["外来务工人员"]),
    ],
    ids=["facing a list", "giving", "to firms", "caring", "reaching", "letting enjoy", "half-width marks"],
)
def test_groups_are_those_that_the_sentence_says_are_served(sentence: str, name: str, groups: list[str]) -> None:
    assert served(sentence, name) == groups


@pytest.mark.parametrize(
    ("sentence", "name", "groups"),
    [
        ("百色市右江区建成“骑手驿站”12个。", "骑手驿站", ["骑手"]),
        ("宜春市袁州区开设“长者食堂”。", "长者食堂", ["长者"]),
        ("昌吉市推出“助企直通车”。", "助企直通车", ["助企"]),
        ("兰州市七里河区打造“志愿者之家”。", "志愿者之家", ["志愿者"]),
        ("兰州市七里河区打造“党员先锋岗”，党员轮流值班。", "党员先锋岗", []),
        ("温州市鹿城区成立“妇女议事会”，每月议事一次。", "妇女议事会", []),
        ("七台河市桃山区推行“老党员调解室”制度。", "老党员调解室", []),
    ],
    ids=["riders", "elders", "word for it", "home of doers", "doers", "council", "mediators"],
)
def test_a_name_tells_whom_it_is_for_by_what_follows_the_group(sentence: str, name: str, groups: list[str]) -> None:
    assert served(sentence, name) == groups


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("衡阳市石鼓区针对老年人的诈骗多发，推行“反诈联盟”。", "反诈联盟"),
        ("衡阳市石鼓区推行“红色物业”，没有为业主提供任何服务。", "红色物业"),
        ("衡阳市石鼓区推行“红色物业”，下一步将为业主提供代收快递服务。", "红色物业"),
        ("郑州市金水区为居民区配备消防栓，推行“码上办”。", "码上办"),
        ("郑州市金水区推行“码上办”，为企业家提供名片。", "码上办"),
        ("大理市作为居民自治示范区，推行“院坝协商”。", "院坝协商"),
        ("晋中市榆次区推行“码上办”“一窗办”，为老年人开设专窗。", "码上办"),
        ("晋中市榆次区推行“码上办”；太谷区为老年人开设专窗。", "码上办"),
        ("晋中市榆次区慰问困难群众、推行“码上办”。", "码上办"),
        ("晋中市榆次区推行“敲门行动”。社区食堂为老年人提供午餐。", "敲门行动"),
        ("吉安市泰和县推行“院坝议事”，为独居老人开办了“幸福食堂”。", "院坝议事"),
    ],
    ids=[
        "victims", "denied", "planned", "estate", "other people", "another word", "one of a list", "behind a semicolon",
        "deeds in a row", "next sentence", "another named right behind",
    ],
)  # fmt: skip
def test_nobody_is_served_by_what_says_something_else(sentence: str, name: str) -> None:
    assert served(sentence, name) == []


def test_a_deed_without_a_name_serves_those_beside_it_and_no_other_deed_does() -> None:
    found = facts("哈尔滨市道里区设立新就业群体服务站，建立志愿服务队，为退役军人、困难群众等提供帮扶。")
    by_concept = {use.concept: {s.group for s in use.serves} for use in found.concepts}
    assert by_concept["volunteering"] == {"veterans", "people-in-difficulty"}
    assert by_concept["new-employment-party"] == {"new-employment"}


def test_a_group_said_twice_is_served_once_where_it_first_stands() -> None:
    twice = (Served("firms", Evidence(9, 11)), Served("firms", Evidence(2, 4)), Served("women", Evidence(2, 4)))
    assert once(twice) == (Served("firms", Evidence(2, 4)), Served("women", Evidence(2, 4)))
