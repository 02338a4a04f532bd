"""What stands below a heading of plans or problems reports nothing done."""

from __future__ import annotations

import pytest

from kg.extract.sections import kind_at
from kg.pipeline import facts_of_text
from kg.rulebook import load_rulebook

SUMMARY = """白沙镇2022年工作总结及2023年工作计划

来源：武冈市白沙镇人民政府

2022年，我镇紧扣乡村振兴，较好地完成了各项任务。

一、2022年工作完成情况

（一）强治理。全镇划分网格36个，配齐网格员36名，召开院落会210场次，调处矛盾纠纷88起。

（二）优环境。全镇改造农村户厕300座，村村制定村规民约。

二、存在的主要问题

红白理事会作用不够，垃圾分类的习惯没有养成。

三、2023年工作计划

（一）推行“积分银行”，建成爱心超市4家。

（二）开展星级文明户评选，成立乡贤理事会。
"""


def test_summary_of_a_year_with_a_plan_reports_the_year_and_not_the_plan() -> None:
    """A headline that names the plan as well makes no plan of the whole text."""
    (article,) = facts_of_text(SUMMARY)
    concepts = {c.concept for c in article.concepts}
    assert {"grid-management", "deliberation", "mediation", "village-rules"} <= concepts
    assert not concepts & {"civic-points", "moral-appraisal", "customs-reform", "self-governance"}
    assert "积分银行" not in {p.name for p in article.practices}
    assert 4 not in {m.value for m in article.measures}


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("三、下一步工作打算", "plan"),
        ("（二）存在的问题和不足", "negation"),
        ("（二）存在问题", "negation"),
        ("3.明年工作设想", "plan"),
        ("努力方向", "plan"),
        ("四、存在问题整改情况", None),
        ("二、存在的主要问题及解决办法", None),
        ("一、主要做法", None),
        ("今后打算。", None),
    ],
)
def test_kind_of_a_heading(head: str, kind: str | None) -> None:
    """A heading of plans or problems, not one of what was done about them nor a sentence."""
    text = f"某镇工作\n开头一段。\n{head}\n建成服务站3个。\n"
    assert kind_at(text, text.index("建成"), load_rulebook()) == kind


def test_section_ends_at_the_next_heading_of_its_level() -> None:
    """Headings of a lower level belong to it."""
    text = "甲镇\n（一）下步打算\n1.抓网格\n设网格员。\n（二）主要成效\n调解纠纷9起。\n"
    assert kind_at(text, text.index("设网格员"), load_rulebook()) == "plan"
    assert kind_at(text, text.index("调解"), load_rulebook()) is None


def test_numbered_first_sentence_heads_its_paragraph() -> None:
    """（三）下步计划。镇里……: the rest of the paragraph lies in the section."""
    text = "甲镇\n（一）成效。调解纠纷9起。\n（二）下步计划。镇里设议事亭。\n"
    assert kind_at(text, text.index("议事亭"), load_rulebook()) == "plan"
    assert kind_at(text, text.index("调解"), load_rulebook()) is None
