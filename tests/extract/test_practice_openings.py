"""Names without quotation marks that no founding verb opens, their borders, and phrases that any place has."""

from __future__ import annotations

import pytest

from kg.pipeline import facts_of_text

REPORT = "融安县：乡村治理见闻\n融安县长安镇抓党建促治理，党员干部、社区网格服务居民。\n{}"


def names(body: str) -> set[str]:
    return {p.name for facts in facts_of_text(REPORT.format(body)) for p in facts.practices}


OPENED = [
    ("金桔果农互保机制让乡亲们少了后顾之忧。", "金桔果农互保机制"),
    ("去年5月，渡口商户自治联盟正式启用。", "渡口商户自治联盟"),
    ("该镇山歌劝和工作法已覆盖全镇12个村。", "山歌劝和工作法"),
    ("该镇将摆渡人包联制度纳入年度重点任务。", "摆渡人包联制度"),
    ("随着圩日说事制度落地见效，镇里的事好办多了。", "圩日说事制度"),
    ("该镇充分发挥桂北侨眷互助联盟作用，邻里更亲。", "桂北侨眷互助联盟"),
    ("在夜市摊主共治模式的推动下，街面更整洁。", "夜市摊主共治模式"),
    ("船家夜巡机制是该镇的一项创新做法。", "船家夜巡机制"),
]


@pytest.mark.parametrize(("body", "name"), OPENED, ids=[name for _, name in OPENED])
def test_what_runs_or_is_taken_up_is_named_at_the_head_of_its_clause(body: str, name: str) -> None:
    assert name in names(body)


BORDERED = [
    ("该镇推行个体工商户帮办机制。", "个体工商户帮办机制"),
    ("该镇建立种粮大户联保机制。", "种粮大户联保机制"),
    ("该镇推行支部书记接待日。", "支部书记接待日"),
    ("该镇推行一次办结机制。", "一次办结机制"),
    ("该镇推行三所联调机制。", "三所联调机制"),
    ("该镇开展好婆婆好媳妇评选活动。", "好婆婆好媳妇评选活动"),
    ("该镇建立平等听证机制。", "平等听证机制"),
    ("该镇推行油茶纠纷及时会诊机制。", "油茶纠纷及时会诊机制"),
    ("该镇推行渡口诉求接诉即办机制。", "渡口诉求接诉即办机制"),
    ("该镇建立民宿旅游纠纷联调机制。", "民宿旅游纠纷联调机制"),
    ("该镇推行天使陪伴计划。", "天使陪伴计划"),
    ("该镇总结提炼出渔火议事工作法。", "渔火议事工作法"),
    ("该镇加快建设码头骑手驿站。", "码头骑手驿站"),
]


@pytest.mark.parametrize(("body", "name"), BORDERED, ids=[name for _, name in BORDERED])
def test_a_filler_ends_no_name_inside_a_word(body: str, name: str) -> None:
    assert name in names(body)


@pytest.mark.parametrize(
    "behind",
    ["落地见效", "助力乡村振兴", "全面推开", "进社区", "提质增效", "上线运行", "期间", "作用", "服务群众", "后"],
)
def test_a_predicate_that_looks_like_a_noun_ends_a_name(behind: str) -> None:
    assert "渡工积分调解制度" in names(f"该镇推行渡工积分调解制度{behind}，群众满意。")


COMMON = [
    "该镇{}绩效考核机制。",
    "该镇{}仓库管理制度。",
    "该镇{}应急响应机制。",
    "该镇{}风险预警机制。",
    "该镇{}操作系统。",
    "该镇{}盈利模式。",
    "该镇{}战略联盟。",
    "该镇{}直播平台。",
    "该镇{}岗位责任制。",
    "该镇{}抢险救灾行动。",
    "该镇{}家庭联产承包责任制。",
    "该镇{}招生计划。",
]


@pytest.mark.parametrize("body", COMMON)
@pytest.mark.parametrize("verb", ["推行", "建立了", "开展", "建成"])
def test_what_any_place_or_firm_has_is_no_name(body: str, verb: str) -> None:
    assert names(body.format(verb)) == set()


@pytest.mark.parametrize(
    "body",
    [
        "记者了解到积分管理制度推行后村里变了样。",
        "国家医保谈判机制推动药价下降。",
        "大棚温控系统让蔬菜提前上市。",
        "高速公路收费系统上线。",
        "完善的监督制度让权力在阳光下运行。",
        "发挥党支部战斗堡垒作用。",
        "随着基础设施建设工程推进，道路通了。",
        "优质的营商环境让企业安心。",
    ],
)
def test_what_only_does_something_is_no_name(body: str) -> None:
    assert names(body) == set()
