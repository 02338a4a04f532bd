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
