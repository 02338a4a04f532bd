"""The kind of practice that the text explains a name by."""

from __future__ import annotations

import pytest

from kg.pipeline import facts_of_text

BODY = (
    "泾阳县安吴镇立了一本账，叫“一升小米”。村民清扫门前、劝和口角都能记分，按月积分，"
    "攒够了到积分超市兑换酱油、肥皂，积分排名张榜公示。"
)


def test_a_name_that_tells_nothing_is_of_the_kind_that_the_text_tells_of() -> None:
    (facts,) = facts_of_text(f"泾阳县见闻\n\n{BODY}")
    (practice,) = (p for p in facts.practices if p.name == "一升小米")
    assert practice.concepts == ("civic-points",)


def test_the_words_that_explain_it_are_evidence() -> None:
    (facts,) = facts_of_text(f"泾阳县见闻\n\n{BODY}")
    (use,) = (u for u in facts.concepts if u.concept == "civic-points")
    said = {facts.article.text[e.start : e.end] for e in use.evidence}
    assert "积分超市" in " ".join(said)


def test_one_word_in_passing_explains_nothing() -> None:
    (facts,) = facts_of_text("泾阳县见闻\n\n泾阳县推行“一升小米”工作法，志愿者在文化礼堂里唱歌。")
    (practice,) = (p for p in facts.practices if p.name == "一升小米")
    assert practice.concepts == ()


@pytest.mark.parametrize(
    ("body", "name", "concepts"),
    [
        (
            "剑川县沙溪镇引进社工机构，培育“木娘工坊”等社区社会组织9家，孵化公益项目12个，争取公益创投资金8万元。",
            "木娘工坊",
            ("social-organisations",),
        ),
        ("剑川县沙溪镇办起“木娘工坊”，请来师傅，卖出木雕摆件三百件。", "木娘工坊", ("rural-industry",)),
    ],
    ids=["the-text-tells-of-another", "the-text-tells-of-none"],
)
def test_what_a_part_of_a_name_suggests_yields_to_what_the_text_tells(
    body: str, name: str, concepts: tuple[str, ...]
) -> None:
    (facts,) = facts_of_text(f"剑川县见闻\n\n{body}")
    (practice,) = (p for p in facts.practices if p.name == name)
    assert practice.concepts == concepts
