"""The kinds of a name: what its words say, weighed against what the text around it tells."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest

from kg import rulebook
from kg.cli.checking import check_rules
from kg.errors import RuleError
from kg.evaluate.fit import LEXICON, fit, labelled, main
from kg.extract.concept_scores import score_card
from kg.extract.lexica import lexica
from kg.extract.name_kinds import (
    ENOUGH,
    NAMINGS,
    SIGNS,
    START,
    Naming,
    kind_weights,
    kinds_of_name,
    signs_of_kinds,
    told_by_words,
    weigh,
)
from kg.extract.sentences import split_sentences
from kg.pipeline import facts_of_text
from kg.rulebook import load_rulebook

BOOK = load_rulebook()
CUES = lexica(BOOK).cues
REPORTS = Path(__file__).parents[1] / "gold" / "reports"

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


def namings(text: str, name: str) -> tuple[Naming, ...]:
    """All mentions of a name in a text."""
    starts = (i for i in range(len(text)) if text.startswith(name, i))
    return tuple(Naming(i, i + len(name), i + len(name), name, name) for i in starts)


def test_what_a_name_says_outright_needs_no_weighing() -> None:
    text = "丹寨县兴仁镇的“红心物业”把各家的雪扫了，谁家老人没米下锅也送去。"
    found = namings(text, "红心物业")
    assert told_by_words(text, split_sentences(text), found, CUES) == (("red-property",), True)
    assert kinds_of_name(text, split_sentences(text), found, CUES, BOOK) == ("red-property",)


def test_the_signs_stand_in_the_order_of_the_card_and_within_bounds() -> None:
    text = "丹寨县兴仁镇每逢赶场天“周三见”，村民摆开凳子商量修渠，议定的事当场按手印。"
    rows = signs_of_kinds(text, split_sentences(text), namings(text, "周三见"), ("deliberation",), CUES)
    assert len(rows) == len(score_card().kinds)
    named = [kind for kind, row in zip(score_card().kinds, rows, strict=True) if row[SIGNS.index("named")]]
    assert named == ["deliberation"]
    ahead = [row[SIGNS.index("ahead")] for row in rows]
    assert sum(much > 0 for much in ahead) == 1
    assert all(
        -10 <= row[SIGNS.index("window")] <= 10 and -4 <= much <= 4 for row, much in zip(rows, ahead, strict=True)
    )


def test_the_kinds_are_weighed_by_the_sum_of_their_signs() -> None:
    text = "丹寨县兴仁镇每逢赶场天“周三见”，村民摆开凳子商量修渠，议定的事当场按手印。"
    weighed = weigh(text, split_sentences(text), namings(text, "周三见"), (), CUES, BOOK)
    weights = kind_weights(BOOK)
    assert [one.total for one in weighed] == sorted((one.total for one in weighed), reverse=True)
    first = weighed[0]
    assert first.kind == "deliberation"
    by_hand = weights[START] + sum(weights[s] * much for s, much in zip(SIGNS, first.signs, strict=True))
    assert first.total == pytest.approx(by_hand)
    assert first.total >= weights[ENOUGH]


def test_only_the_first_mentions_are_weighed() -> None:
    text = "丹寨县兴仁镇试行“周三见”。" * NAMINGS + "“周三见”上村民商量修渠，议定的事按手印。"
    found = namings(text, "周三见")
    few = signs_of_kinds(text, split_sentences(text), found[:NAMINGS], (), CUES)
    assert signs_of_kinds(text, split_sentences(text), found, (), CUES) == few


def test_two_kinds_where_both_are_likely() -> None:
    text = "丹寨县兴仁镇办起“映山红”夜谈，村民坐下来商量修渠，议事议到半夜，今年调解邻里纠纷32起。"
    found = kinds_of_name(text, split_sentences(text), namings(text, "映山红"), CUES, BOOK)
    weighed = weigh(text, split_sentences(text), namings(text, "映山红"), (), CUES, BOOK)
    likely = [one.kind for one in weighed if one.total >= kind_weights(BOOK)[ENOUGH]]
    assert set(found) == {"deliberation", "mediation"} == set(likely)


@pytest.mark.parametrize(
    ("called", "said"),
    [((), r"kind_weights\.csv: no row ahead"), (("ahed",), r"kind_weights\.csv ahed: no such sign.*ahead")],
    ids=["missing", "misspelt"],
)
def test_a_sign_that_is_missing_or_misspelt_is_named(
    called: tuple[str, ...], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the weights, and by the check of the rules."""
    rows = tuple(row for row in BOOK.lexicon("kind_weights") if row["name"] != "ahead")
    rows += tuple({"name": name, "weight": "0.4", "says": ""} for name in called)
    book = replace(BOOK, lexicons=MappingProxyType({**BOOK.lexicons, "kind_weights": rows}))
    with pytest.raises(RuleError, match=said):
        kind_weights(book)
    monkeypatch.setattr(rulebook, "load_rulebook", lambda: book)
    with pytest.raises(RuleError, match=said):
        check_rules()


def test_the_weights_are_those_of_the_annotated_reports() -> None:
    pytest.importorskip("sklearn", reason="scikit-learn is not installed: the weights are not fitted again")
    with LEXICON.open(encoding="utf-8", newline="") as file:
        kept = {row["name"]: float(row["weight"]) for row in csv.DictReader(file)}
    fitted = fit(labelled(REPORTS / "texts", REPORTS / "facts"))
    assert {name: kept[name] for name in fitted} == pytest.approx(fitted, abs=0.02)


@pytest.mark.parametrize("paths", [(), ("reports",)])
def test_a_fit_without_its_two_folders_says_what_is_missing(paths: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit, match="folder of the reports"):
        main(*paths)
