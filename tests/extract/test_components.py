"""The parts of number names, and lists whose count does not fit."""

from __future__ import annotations

import pytest

from kg.extract.components import components, count_doubts, number_in
from kg.model import Article, Evidence, Practice


def spans(text: str, name: str) -> tuple[Evidence, ...]:
    start = text.index(f"“{name}”")
    return (Evidence(start, start + len(name) + 2),)


@pytest.mark.parametrize(
    ("text", "name", "parts"),
    [
        ("推行组织联建、产业联营、治理联抓、人才联育“四联”机制。", "四联",
         ["组织联建", "产业联营", "治理联抓", "人才联育"]),
        ("镇里坚持自治、法治、德治“三治融合”。", "三治融合", ["自治", "法治", "德治"]),
        ("推出“三张清单”，即需求清单、资源清单和项目清单。", "三张清单", ["需求清单", "资源清单", "项目清单"]),
        ("推行“五个一”礼遇，即一次颁证、一份寄语、一张全家福、一张借阅证、一次体检。", "五个一",
         ["一次颁证", "一份寄语", "一张全家福", "一张借阅证", "一次体检"]),
        ("精心共享指导、共享政策、共享项目“三享”服务。", "三享", ["共享指导", "共享政策", "共享项目"]),
        ("推行“三治融合”，自治、法治、德治相结合。", "三治融合", ["自治", "法治", "德治"]),
        ("推行“三会制度”：听证会、协调会、评议会。", "三会制度", ["听证会", "协调会", "评议会"]),
        ("推行“四联”机制，组织联建、队伍联管、产业联兴、治理联抓，人心齐了。", "四联",
         ["组织联建", "队伍联管", "产业联兴", "治理联抓"]),
        ("推行“三微”模式，通过微网格、微心愿、微积分提升服务。", "三微", ["微网格", "微心愿", "微积分"]),
        ("调解用“四步法”，一听、二劝、三判、四访。", "四步法", ["一听", "二劝", "三判", "四访"]),
        ("推行“1+3+N”模式，“1”是党支部，“3”指三支队伍，“N”即微网格。", "1+3+N", ["党支部", "三支队伍", "微网格"]),
        ("推行“1+2+N”模式（1个党委、2支队伍、N个社团）。", "1+2+N", ["1个党委", "2支队伍", "N个社团"]),
        ("打造“3+2”体系，建强3支队伍，用好2个平台。", "3+2", ["3支队伍", "2个平台"]),
        ("推行“3+2”机制，3名以上正式党员的建支部，2名的建联合支部。", "3+2", []),
        ("推行“1+3+N”模式，建成1个中心，跑了3趟。", "1+3+N", []),
        ("推行“三色哨”，红哨一响，水务、城管、电力到场，13天修好。", "三色哨", []),
        ("推行“三心”服务，办实事、解难题，贴心的网格员受夸奖。", "三心", []),
        ("推出“一件事”服务，一窗收件，当天办结。", "一件事", []),
        ("当地推行“四联”机制，成效明显。", "四联", []),
        ("组织群众看展览、听讲座，推行“四联”机制。", "四联", []),
        ("当地打造红马甲、蓝马甲“百姓驿站”。", "百姓驿站", []),
    ],
)  # fmt: skip
def test_parts_are_those_that_the_text_lists(text: str, name: str, parts: list[str]) -> None:
    found = components(text, name, spans(text, name))
    assert [part.name for part in found] == parts
    assert all(text[part.evidence.start : part.evidence.end] == part.name for part in found)


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("四联", 4),
        ("双带", 2),
        ("五个一", 5),
        ("三治融合", 3),
        ("百姓驿站", 0),
        ("三提三知", 0),
        ("1+3+N", 0),
    ],
)
def test_the_number_that_a_name_states(name: str, number: int) -> None:
    assert number_in(name) == number


def test_a_complete_list_of_another_length_is_a_doubt() -> None:
    text = "\n当地推行“四联”机制，即组织联建、产业联营、治理联抓。"
    practice = Practice("四联", "mechanism", (), (), (), spans(text, "四联"), "quoted-name")
    (notice,) = count_doubts(Article("a.txt", 1, "", text, ()), [practice])
    assert notice.kind == "count-conflict"
    assert notice.readings == ("四联", "组织联建、产业联营、治理联抓")
    open_list = text.replace("治理联抓", "治理联抓等")
    practice = Practice("四联", "mechanism", (), (), (), spans(open_list, "四联"), "quoted-name")
    assert list(count_doubts(Article("a.txt", 1, "", open_list, ()), [practice])) == []
