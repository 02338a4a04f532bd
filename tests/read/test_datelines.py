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


@pytest.mark.parametrize(
    ("head", "left", "authors"),
    [
        ("法治网讯 记者李诗 ", "法治网讯村民", ["李诗"]),
        ("青河日报木垒6月9日电 记者李诗、王小明 ", "青河日报木垒6月9日电村民", ["李诗", "王小明"]),
        ("本报讯 通讯员李诗报道：", "本报讯村民", ["李诗"]),
        ("本报讯 记者从县民政局获悉，", "本报讯记者从县民政局获悉", []),
        ("木垒6月9日电 记者日前看到 ", "木垒6月9日电记者日前看到", []),
    ],
    ids=["site", "two", "reported-by", "learned", "saw"],
)
def test_who_wrote_stands_behind_the_dateline_without_brackets(head: str, left: str, authors: list[str]) -> None:
    page = f"邻里说事会上话家常\n\n{head}村民围坐在一起，说起修路的事。大家说，路修好了，出门就方便了。\n"
    (article,) = read_text(page, "dateline.txt").articles
    assert "".join(article.text[article.body_start :].split()).startswith(left)
    assert [author.name for author in article.authors] == authors
