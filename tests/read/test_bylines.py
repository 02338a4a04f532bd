"""Who wrote it: bylines in the forms that papers and bulletins print."""

from __future__ import annotations

import pytest

from kg.read import read_text
from kg.read.names import is_name, labelled_authors, parse_byline

BYLINES = {
    "two names": ("陈磊 吴晓燕", ["陈磊", "吴晓燕"]),
    "one name": ("张华", ["张华"]),
    "spaced name": ("张 华 李 明", ["张 华", "李 明"]),
    "reporter and correspondent": ("本报记者 高洁 通讯员 马骏 王蓉", ["高洁", "马骏", "王蓉"]),
    "a newsroom and its people": ("尤溪融媒 高洁 马骏", ["高洁", "马骏"]),
    "glued labels": ("记者高洁 通讯员马骏", ["高洁", "马骏"]),
    "text and picture": ("文/高洁 图/马骏", ["高洁"]),
    "picture behind the name": ("高洁 文/图", ["高洁"]),
    "county media centre": ("县融媒体中心记者 高洁", ["高洁"]),
    "stationed": ("本报驻榆林记者 马骏", ["马骏"]),
    "organ alone": ("中共临泽县委组织部", ["中共临泽县委组织部"]),
    "organ beside a person": ("临泽县委组织部 高洁", ["高洁"]),
    "author label": ("作者：高洁", ["高洁"]),
    "sent in by": ("新华镇供稿", ["新华镇"]),
    "minority name": ("阿依古丽·买买提 王军", ["阿依古丽·买买提", "王军"]),
    "no Han surname behind a label": ("记者 才让卓玛", ["才让卓玛"]),
    "source that is a body": ("来源：临泽县委组织部", ["临泽县委组织部"]),
    "post and name": ("中共临泽县委书记 高洁", ["高洁"]),
    "body that sent it in": ("供稿单位：临泽县委组织部", ["临泽县委组织部"]),
    "editor only": ("责任编辑：高洁", []),
    "editor of text and pictures": ("图文编辑：高洁", []),
    "photographer only": ("高洁 摄", []),
    "source that is a paper": ("来源：张掖日报", []),
    "source that is an account": ("来源：文明张掖", []),
    "source whose name begins like a label": ("来源：图说临泽", []),
    "who took the picture": ("新华社记者高洁摄", []),
    "medium with Latin letters": ("ZYM全媒体记者 高洁", ["高洁"]),
}


@pytest.mark.parametrize("case", BYLINES)
def test_byline_gives_its_authors(case: str) -> None:
    text, names = BYLINES[case]
    found = parse_byline(text)
    assert found is not None
    assert [text[s:e] for s, e in found.authors] == names


@pytest.mark.parametrize(
    "text",
    [
        "打造共建共治共享新格局",
        "项目 建设",
        "建强队伍",
        "今年以来，全县办成实事。",
        "方法 措施 成效",
        "“红马甲”在行动",
        "",
    ],
)
def test_other_lines_are_no_byline(text: str) -> None:
    assert parse_byline(text) is None


@pytest.mark.parametrize(
    ("text", "said"), [("欧阳晓", True), ("司马光明", True), ("王", False), ("治理", False), ("王小明同志", False)]
)
def test_form_of_a_name(text: str, said: bool) -> None:
    assert is_name(text) is said


def test_author_in_a_line_of_particulars() -> None:
    text = "发布时间：2024-01-02 来源：临泽县人民政府 作者：高洁 浏览次数：12"
    assert [text[s:e] for s, e in labelled_authors(text)] == ["高洁"]


def test_writers_behind_the_source_of_a_line_of_particulars_are_named() -> None:
    text = "发布时间：2018-10-04 08:59:04 来源：张掖日报 记者 高洁 通讯员 马骏 王蓉"
    assert [text[s:e] for s, e in labelled_authors(text)] == ["高洁", "马骏", "王蓉"]


@pytest.mark.parametrize(
    "body",
    [
        "平遥县司法局",
        "玛纳斯县纪委监委",
        "拓东街道党工委",
        "中共平遥县委",
        "平遥县委改革办",
        "平遥县司法局 平遥县总工会",
    ],
)
def test_a_body_alone_below_the_headline_is_the_byline(body: str) -> None:
    text = "近年来，当地推行村务公开，各村建起监督委员会，村里的事由村民说了算，村民看得见、管得着，干群关系越来越近。"
    article = read_text(f"以“五个一”做实村务公开\n{body}\n\n{text}", "a.txt").articles[0]
    assert article.title == "以“五个一”做实村务公开"
    assert [author.name for author in article.authors] == body.split()


@pytest.mark.parametrize(
    ("bracket", "names"),
    [
        ("（临泽县委组织部 高洁）", ["高洁"]),
        ("（临泽县委组织部）", ["临泽县委组织部"]),
        ("本报讯（记者马骏 临泽县融媒体中心高洁）", ["马骏", "高洁"]),
    ],
    ids=["body-and-person", "body", "in-one-word"],
)
def test_a_bracket_at_the_head_of_the_text_names_who_wrote(bracket: str, names: list[str]) -> None:
    text = "近年来，临泽县推行村务公开，各村建起监督委员会，村里的事由村民说了算，干群关系越来越近。"
    article = read_text(f"村务公开走深走实\n{bracket}{text}", "a.txt").articles[0]
    assert [author.name for author in article.authors] == names
    assert names[-1] not in article.text
