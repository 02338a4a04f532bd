"""A report shows a practice at work: where a scene plays, in a station one visits, where the first one opens."""

from __future__ import annotations

import pytest

from kg.pipeline import facts_of_text

RUN = "凤台县推行“板凳会”制度。\n"
COURSE = "凤台县打造“田园课堂”品牌。\n"
SHOWN = [
    (
        RUN + "在凤台县桂集镇新集村的大树下，村民议起修路的事。事情谈妥了。这一幕，正是凤台县“板凳会”的缩影。",
        {"凤台县", "新集村"},
    ),
    (
        RUN + "桂集镇新集村的路灯亮了，村民有了去处。\n这样的变化得益于凤台县推行的“板凳会”。",
        {"凤台县", "新集村"},
    ),
    (RUN + "桂集镇新集村办了灯会。这是凤台县今年第三次停开“板凳会”。", {"凤台县"}),
    (COURSE + "走进桂集镇新集村“田园课堂”，孩子们正在写字。", {"凤台县", "新集村"}),
    (COURSE + "在桂集镇新集村“田园课堂”里，孩子们正在写字。", {"凤台县", "新集村"}),
    (COURSE + "桂集镇新集村“田园课堂”老师王小明说，今年收成好。", {"凤台县"}),
    ("凤台县首家“邻里食堂”，落户在桂集镇新集村。", {"新集村"}),
    ("凤台县首家“邻里食堂”在桂集镇新集村正式开业。", {"新集村"}),
    ("村民在凤台县大兴镇的邻里食堂打饭。凤台县首家“邻里食堂”在桂集镇新集村挂牌后，很受欢迎。", {"新集村"}),
    (RUN + "桂集镇新集村的村民围着火塘说事。\n这一场景便是如今流行的“板凳会”。", {"凤台县", "新集村"}),
    (RUN + "桂集镇新集村的村民围着火塘说事。\n这一场景便是“板凳会”开始前的热身。", {"凤台县"}),
    ("凤台县桂集镇在阳光小区开办“邻里食堂”。", {"桂集镇"}),
    ("凤台县桂集镇在阳光小区试点开办“邻里食堂”。", {"阳光小区"}),
    ("凤台县首家“邻里食堂”开业，菜从桂集镇新集村运来。", {"凤台县"}),
]


@pytest.mark.parametrize(("body", "places"), SHOWN, ids=[body[-16:] for body, _ in SHOWN])
def test_a_practice_runs_where_it_is_shown(body: str, places: set[str]) -> None:
    facts = facts_of_text(f"凤台县：治理见实效\n\n{body}")
    (practice,) = (p for f in facts for p in f.practices)
    assert set(practice.at) == places


def test_a_hostile_text_ends_at_once() -> None:
    facts_of_text("凤台县：治理见实效\n\n" + "这这一幕，正是" * 2000 + "凤台县“板凳会”" * 200)
