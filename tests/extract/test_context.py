"""How a statement is meant."""

from __future__ import annotations

import pytest

from kg.extract.context import Context, context_at
from kg.extract.sentences import sentence_at, split_sentences
from kg.rulebook import load_rulebook


def context(text: str, statement: str) -> Context:
    start = text.index(statement)
    sentence = sentence_at(split_sentences(text), start)
    return context_at(text, sentence, start, start + len(statement), load_rulebook())


@pytest.mark.parametrize(
    ("text", "statement", "stage"),
    [
        ("靖西市建成20个边民驿站。", "20个边民驿站", "done"),
        ("下一步，靖西市将建设20个边民驿站。", "20个边民驿站", "planned"),
        ("靖西市力争年内建成20个边民驿站。", "20个边民驿站", "planned"),
        ("靖西市拟新建20个边民驿站。", "20个边民驿站", "planned"),
        ("会议要求各乡镇建成20个边民驿站。", "20个边民驿站", "planned"),
        ("靖西市将建立边民驿站。", "建立边民驿站", "planned"),
        ("要抓细平安建设，健全网格机制，建成20个边民驿站。", "20个边民驿站", "planned"),
        ("各乡镇要充分认识意义，振奋精神，建成20个边民驿站。", "20个边民驿站", "planned"),
        ("靖西市计划举办邻里节，建成20个边民驿站。", "20个边民驿站", "planned"),
        ("靖西市仍需在人手上发力，建成20个边民驿站。", "20个边民驿站", "planned"),
        ("靖西市紧抓三要素，建成20个边民驿站。", "20个边民驿站", "done"),
        ("作为第一要务，靖西市建成20个边民驿站。", "20个边民驿站", "done"),
        ("一要选好人，建成20个边民驿站。", "20个边民驿站", "planned"),
        ("要道两旁建成20个边民驿站。", "20个边民驿站", "done"),
        ("服务内容主要推进三项。建成20个边民驿站。", "20个边民驿站", "done"),
        ("靖西市筹建20个边民驿站。", "20个边民驿站", "under-way"),
        ("靖西市推进20个边民驿站建设。", "20个边民驿站", "under-way"),
        ("靖西市将筹备边民驿站。", "边民驿站", "planned"),
        ("靖西市将建立边民驿站作为固边抓手。", "建立边民驿站", "done"),
        ("靖西市将开展边民夜校情况纳入村级考核。", "边民夜校", "done"),
        ("靖西市将推动夜校与驿站融合，建立边民驿站。", "建立边民驿站", "planned"),
        ("靖西市将把边民驿站作为抓手。", "边民驿站", "planned"),
        ("每年入冬，靖西市还要建成20个边民驿站。", "20个边民驿站", "done"),
        ("入冬前，靖西市还要建成20个边民驿站。", "20个边民驿站", "planned"),
        ("靖西市将12名退休干部编入网格。", "12名退休干部", "done"),
        ("靖西市建设未来社区20个。", "20个", "done"),
        ("靖西市按照上级要求，建成20个边民驿站。", "20个边民驿站", "done"),
        ("每年正月，屯里还要评“孝心媳妇”。", "孝心媳妇", "done"),
        ("下一步，靖西市将加强管理。现有20个边民驿站。", "20个边民驿站", "done"),
    ],
    ids=lambda v: v if len(v) > 10 else None,
)
def test_stage(text: str, statement: str, stage: str) -> None:
    assert context(text, statement).stage == stage


@pytest.mark.parametrize(
    ("text", "statement", "flag"),
    [
        ("凭祥市尚未建立议事会。", "议事会", "negated"),
        ("为了推广议事会，凭祥市开展培训。", "议事会", "purpose"),
        ("在推行议事会的背景下，凭祥市开展培训。", "议事会", "background"),
        ("据了解，凭祥市设有议事会。", "议事会", "hearsay"),
        ("如果设有议事会，凭祥市给予支持。", "议事会", "conditional"),
        ("市里要求各镇设立议事会。", "议事会", "demanded"),
    ],
    ids=lambda v: v if v.isascii() else None,
)
def test_flag(text: str, statement: str, flag: str) -> None:
    assert getattr(context(text, statement), flag)


def test_purpose_ends_at_its_comma() -> None:
    assert context("为了方便群众，凭祥市设立议事会。", "议事会").reported


def test_cue_inside_another_word_is_none() -> None:
    assert context("凭祥市开展模拟投资，建成议事会。", "议事会") == Context()


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("凭祥市委书记强调，各级干部要带头接访下访。", "接访下访"),
        ("有人提出，要探索设立议事会，请各镇拿出方案。", "议事会"),
        ("专家认为，居民自治的关键在于权责清楚。", "居民自治"),
        ("座谈会上，多位居民建议推行交叉任职。", "交叉任职"),
        ("凭祥市正在酝酿推选楼栋长的办法。", "楼栋长"),
        ("凭祥市计划从下半年起建立积分档案。", "积分档案"),
        ("凭祥市设立议事会的方案还在讨论。", "议事会"),
        ("红色物业要是能进我们院就好了。", "红色物业"),
        ("村里的理事会形同虚设，", "理事会"),
    ],
)
def test_what_somebody_demands_wishes_or_has_given_up_is_not_reported(text: str, statement: str) -> None:
    assert not context(text, statement).reported


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("凭祥市强调规矩意识，主要领导轮流接访下访。", "接访下访"),
        ("居民提出意见后，社区设立议事会。", "议事会"),
        ("凭祥市采纳合理化建议，推行交叉任职。", "交叉任职"),
        ("社区提出对应办法，组织居民自治。", "居民自治"),
    ],
)
def test_words_of_demand_that_demand_nothing_leave_it_reported(text: str, statement: str) -> None:
    assert context(text, statement).reported


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("我们也清醒看到，街道的业委会组建率不高、物业管理水平参差。", "业委会组建"),
        ("对照先进，屯级网格员队伍还不健全。", "网格员队伍"),
        ("村干部未经民主议事，便把水塘包了出去。", "民主议事"),
    ],
    ids=["what-is-lacking", "lacking-behind", "without"],
)
def test_a_shortcoming_is_nothing_done(text: str, statement: str) -> None:
    assert context(text, statement).negated


def test_a_shortcoming_that_was_mended_denies_nothing_behind_it() -> None:
    assert not context("过去队伍不健全。如今靖西市配齐网格员120名。", "网格员120名").negated


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("凭祥市将修订村规民约。", "村规民约"),
        ("明年春耕前，凭祥市将招聘社区工作者，提高补贴。", "补贴"),
        ("凭祥市打算成立业委会，选出楼栋长。", "楼栋长"),
        ("凭祥市计划每月接访下访。", "接访下访"),
        ("凭祥市拟聘任楼栋长。", "楼栋长"),
        ("凭祥市争取年内成立业委会。", "业委会"),
        ("凭祥市规划提出，到2031年建成议事会。", "议事会"),
        ("“明年村里要组建议事会，配备楼栋长。”", "楼栋长"),
        ("凭祥市应成立议事会。", "议事会"),
        ("凭祥市需建立议事会。", "议事会"),
        ("各屯务必推选楼栋长。", "楼栋长"),
        ("市委书记要求推行接访下访。", "接访下访"),
        ("会议对接访下访工作作了专题部署。", "接访下访"),
        ("按照市委关于推行接访下访的要求，各乡镇开了会。", "接访下访"),
        ("凭祥市至今未成立业委会。", "业委会"),
        ("凭祥市没能成立业委会。", "业委会"),
        ("人手太少，凭祥市难以成立业委会。", "业委会"),
        ("凭祥市到外地走访，目的是推行积分制。", "积分制"),
        ("为尽快推行积分制，凭祥市开会。", "积分制"),
        ("凭祥市开会，为成立议事会打基础。", "议事会"),
        ("倘若成立了议事会，事情就好办。", "议事会"),
        ("凭祥市来不及成立业委会。", "业委会"),
        ("凭祥市正在研究成立业委会。", "业委会"),
        ("要不要成立业委会，大家意见不一。", "业委会"),
        ("如何推行积分制，是一道考题。", "积分制"),
    ],
)
def test_what_is_still_to_be_done_is_not_reported(text: str, statement: str) -> None:
    assert not context(text, statement).reported


@pytest.mark.parametrize(
    "before",
    [
        "请来老将军讲传统，",
        "将闲置的校舍腾出来，",
        "将收集到的难题理成一张表，",
        "即将退休的老支书带着大家",
        "按计划",
        "按照上级要求",
        "应群众要求",
        "响应号召，",
        "抓住主要矛盾，",
        "以党建为引领，",
        "坚持为民办事，",
        "解放思想，",
        "面向未来，",
        "没想到见效快，",
        "努力克服困难，",
        "每月都要评一回，",
        "路要从茶园边过，",
        "有居民希望少跑腿，社区随即",
        "无论如何推不掉的事，",
        "做好准备，",
        "对放弃休息的人记上一笔，",
        "每季度须晒账一回，",
    ],
)
def test_words_alike_leave_what_is_done_reported(before: str) -> None:
    assert context(f"凭祥市{before}推行积分制。", "积分制").reported
