"""Datelines that name a house of media: 某某广播电视台3月2日讯."""

from __future__ import annotations

import pytest

from kg.read import read_text


@pytest.mark.parametrize(
    ("head", "left"),
    [
        ("昌吉广播电视台12月3日木垒讯（王小明 记者 李诗）", "木垒讯"),
        ("昌吉市融媒体中心3月12日木垒讯 ", "木垒讯"),
        ("昌吉日报社记者12月3日来到木垒，", "昌吉日报社记者12月3日来到木垒"),
        ("昌吉广播电视台12月3日在木垒开讲，", "昌吉广播电视台12月3日在木垒开讲"),
    ],
    ids=["broadcaster", "media-centre", "reporters", "no-dateline"],
)
def test_the_house_of_a_dateline_is_no_part_of_the_report(head: str, left: str) -> None:
    page = (
        f"邻里说事会上话家常\n\n{head}近日，照壁山乡的村民围坐在一起，说起修路的事。大家说，路修好了，出门就方便了。\n"
    )
    (article,) = read_text(page, "dateline.txt").articles
    assert article.text[article.body_start :].startswith(left)
    assert not any(author.name.endswith("讯") for author in article.authors)
