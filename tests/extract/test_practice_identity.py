"""One practice that a report names in several ways is one, with the other names as aliases."""

from __future__ import annotations

import pytest

from kg.extract import practice_identity
from kg.extract.practice_quotes import Candidate
from kg.pipeline import facts_of_text

ONE = [
    (
        "凤台县推行“三问法”。县里通过“一问缘由、二问诉求、三问办法”的工作机制，把纠纷化在早处。",
        {"三问法": {"一问缘由、二问诉求、三问办法"}},
    ),
    (
        "凤台县用好“三个五”（即“五支队伍”“五个站点”“五项制度”）风险早知道的机制。",
        {"三个五": {"五支队伍", "五个站点", "五项制度"}},
    ),
    (
        "凤台县推行“四联”机制，即“警民联防”“校地联动”“村企联建”“片区联治”。",
        {"四联": {"警民联防", "校地联动", "村企联建", "片区联治"}},
    ),
    ("凤台县推行新时代茶乡工作法。去年，凤台县运用茶乡调解工作法。", {"新时代茶乡工作法": {"茶乡调解工作法"}}),
    ("凤台县推行“明心”工作法，办起“明心工作室”。", {"明心": {"明心工作室"}}),
    (
        "凤台县推行以“三支队伍”“四本台账”为主要内容的“三四”工作法。",
        {"三四": {"三支队伍", "四本台账"}},
    ),
    (
        "凤台县构建“支部引领、信息支撑、邻里互助、专员跑腿”的“一网三员”治理体系。",
        {"一网三员": {"支部引领、信息支撑、邻里互助、专员跑腿"}},
    ),
    (
        "凤台县推行“四步调解法”。县里创新“问情、说理、议策、回访”四步调解法。",
        {"四步调解法": {"问情、说理、议策、回访"}},
    ),
    (
        "凤台县实施“一码通办”“一窗受理”“一线调解”等“三个一”工程。",
        {"三个一": {"一码通办", "一窗受理", "一线调解"}},
    ),
    ("凤台县建成“渡口暖心驿站”。船工常到暖心驿站歇脚。", {"渡口暖心驿站": {"暖心驿站"}}),
    ("凤台县办起“连城爱心超市”。村民常到“爱心超市”换牙膏。", {"连城爱心超市": {"爱心超市"}}),
    ("凤台县推行“淮畔田坎会”。刘集村开了9场田坎会，议定水费。", {"淮畔田坎会": {"田坎会"}}),
    ("凤台县构建“一核多元”治理体系。建强“一核”，由县委统筹。", {"一核多元": {"一核"}}),
    ("凤台县推行“五员”联动机制。“五员制”工作模式在各村推开。", {"五员": {"五员制"}}),
    ("凤台县创新“有事好说、有理好评”的“方桌评理会”，评理58场。", {"方桌评理会": {"有事好说、有理好评"}}),
]


def aliases(body: str) -> dict[str, set[str]]:
    """The names of a report's practices with the aliases of each."""
    facts = facts_of_text(f"基层治理工作见闻\n{body}")
    return {p.name: set(p.aliases) for f in facts for p in f.practices}


@pytest.mark.parametrize(("body", "expected"), ONE, ids=[body[:10] for body, _ in ONE])
def test_other_names_of_one_practice_are_aliases(body: str, expected: dict[str, set[str]]) -> None:
    found = aliases(body)
    assert set(found) == set(expected)
    assert all(found[name] >= also for name, also in expected.items())


TWO = [
    (
        "凤台县推行“三联”机制。各村推行“清单亮事、群众评事、支部办事”工作法。",
        {"三联", "清单亮事、群众评事、支部办事"},
    ),
    (
        "凤台县推行“四事”机制。各村推行“清单亮事、群众评事、支部办事”工作法。",
        {"四事", "清单亮事、群众评事、支部办事"},
    ),
    ("凤台县推行“三治”模式，开展“三问”活动。", {"三治", "三问"}),
    ("凤台县推行“明心”工作法，办起“连心工作室”。", {"明心", "连心工作室"}),
    ("凤台县办起“议事会”，又设“妇女议事会”。", {"议事会", "妇女议事会"}),
    (
        "凤台县推行“淮畔田坎会”。刘集镇推行“桃林田坎会”。两镇开了90场田坎会。",
        {"淮畔田坎会", "桃林田坎会", "田坎会"},
    ),
    ("一年来，凤台县村民说事88件，办结71件。", set()),
]


@pytest.mark.parametrize(("body", "expected"), TWO, ids=[body[:20] for body, _ in TWO])
def test_names_that_share_only_a_number_or_a_head_word_stay_apart(body: str, expected: set[str]) -> None:
    assert set(aliases(body)) == expected


def test_a_name_met_thousands_of_times_is_compared_once(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[str] = []
    monkeypatch.setattr(practice_identity, "is_part", lambda name, _: compared.append(name))
    group = [Candidate(i, i + 4, "红色物业", "红色物业", "brand", (), "quoted-name", i + 4) for i in range(0, 4000, 5)]
    assert practice_identity.best_of(group) is group[0]
    assert len(compared) == len(group) - 1
