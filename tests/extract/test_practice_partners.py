"""Practices that places run together, one each, or hand on, and names of places that do nothing themselves."""

from __future__ import annotations

import pytest

from kg.pipeline import facts_of_text

EACH = [
    (
        "蒲城县各镇各有办法。陈庄镇、罕井镇分别办起“麦场说事”“窑洞夜谈”。",
        {"麦场说事": {"陈庄镇"}, "窑洞夜谈": {"罕井镇"}},
    ),
    ("去年，陈庄镇和罕井镇各自推出“三晒一评”和“五户联动”。", {"三晒一评": {"陈庄镇"}, "五户联动": {"罕井镇"}}),
    ("去年，陈庄镇、罕井镇分别推行“三晒一评”。", {"三晒一评": {"陈庄镇", "罕井镇"}}),
    (
        "去年，陈庄镇、罕井镇共同推出“三晒一评”“五户联动”。",
        {"三晒一评": {"陈庄镇", "罕井镇"}, "五户联动": {"陈庄镇", "罕井镇"}},
    ),
    (
        "去年，陈庄镇、罕井镇、孙镇分别推出“三晒一评”“五户联动”。",
        {"三晒一评": {"陈庄镇", "罕井镇", "孙镇"}, "五户联动": {"陈庄镇", "罕井镇", "孙镇"}},
    ),
]
TOGETHER = [
    ("去年，由陈庄镇牵头，联合罕井镇、孙镇成立“麦香”联合党委。", {"麦香": {"陈庄镇", "罕井镇", "孙镇"}}),
    ("孙镇同富平县老庙镇结成“两岸一家”党建联盟，两边的支书每月碰头。", {"两岸一家": {"孙镇", "老庙镇"}}),
    ("孙镇与富平县老庙镇共同建立“连心桥”联调机制。", {"连心桥": {"孙镇", "老庙镇"}}),
    ("孙镇党委携手罕井镇签订协议，推行“连心桥”联调机制。", {"连心桥": {"孙镇", "罕井镇"}}),
    ("孙镇与富平县老庙镇相邻。去年，孙镇建立“连心桥”联调机制。", {"连心桥": {"孙镇"}}),
]
HANDED_ON = [
    ("县农商银行把“金穗课堂”办进孙镇，教大家防骗。", {"金穗课堂": {"孙镇"}}),
    ("县司法局把“流动法庭”开到孙镇、罕井镇，调解纠纷12起。", {"流动法庭": {"孙镇", "罕井镇"}}),
    ("“麦场评理”，是孙镇从2021年兴起来的。", {"麦场评理": {"孙镇"}}),
    ("“麦场评理”最早由孙镇搞起来。", {"麦场评理": {"孙镇"}}),
    ("孙镇推行“麦场评理”。今年6月，县司法局把这个做法推到罕井、陈庄两镇。", {"麦场评理": {"孙镇", "罕井镇", "陈庄镇"}}),
    ("陈庄镇推行“麦乡亲邻”治理，先从孙镇起头，再到别的镇。", {"麦乡亲邻": {"陈庄镇", "孙镇"}}),
]
SILENT = [
    ("相邻的孙镇开了全县头一家“孝心银行”，谁家孝顺谁家存分。", {"孝心银行": {"孙镇"}}),
    ("孙镇办起全县首所“村民夜校”，每周三开课。", {"村民夜校": {"孙镇"}}),
    ("孙镇争取闽宁协作资金340万元，建立“麦乡巧娘”服务队。", {"麦乡巧娘": {"孙镇"}}),
    ("孙镇的网格员里有四川、河南籍的60人，他们组成“流动哨”服务队。", {"流动哨": {"孙镇"}}),
]


def check(body: str, runs: dict[str, set[str]]) -> None:
    (facts,) = facts_of_text(f"蒲城县基层治理见闻\n\n蒲城县有16个镇，其中有孙镇、陈庄镇和罕井镇。{body}")
    found = {p.name: set(p.at) for p in facts.practices}
    assert {name: found.get(name) for name in runs} == runs


@pytest.mark.parametrize(("body", "runs"), EACH)
def test_places_said_to_run_theirs_each_run_one_where_there_are_as_many(body: str, runs: dict[str, set[str]]) -> None:
    check(body, runs)


@pytest.mark.parametrize(("body", "runs"), TOGETHER)
def test_places_that_act_jointly_run_it_both(body: str, runs: dict[str, set[str]]) -> None:
    check(body, runs)


@pytest.mark.parametrize(("body", "runs"), HANDED_ON)
def test_where_a_practice_is_brought_to_begun_and_handed_on(body: str, runs: dict[str, set[str]]) -> None:
    check(body, runs)


@pytest.mark.parametrize(("body", "runs"), SILENT)
def test_ranks_programmes_of_two_provinces_and_origins_do_nothing(body: str, runs: dict[str, set[str]]) -> None:
    check(body, runs)


def test_a_practice_all_over_its_town_where_the_next_sentence_says_so_without_naming_it() -> None:
    (facts,) = facts_of_text(
        "蒲城县孙镇见闻\n\n甘北村推行“麦场评理”，一年评了31桩。今年春天，孙镇在全镇13个村都推开了。"
    )
    assert {(p.name, frozenset(p.at)) for p in facts.practices} == {("麦场评理", frozenset({"甘北村", "孙镇"}))}
