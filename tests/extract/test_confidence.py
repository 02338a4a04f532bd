"""How sure a reading is: which signs tell it, that sure readings are right more often, and where it is shown."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
from rdflib import RDF

from kg import rulebook
from kg.cli.checking import check_rules
from kg.errors import RuleError
from kg.evaluate.fit_confidence import LEXICON, Judged, fit, judged, main
from kg.explain.read import explain_sentence
from kg.explain.show import show_text
from kg.extract.confidence import CONCEPTS, PRACTICES, SIGNS, confidence_cards, level, signs_of_kind
from kg.graph.articles import article_triples
from kg.graph.terms import ZT
from kg.model import ArticleFacts, Confidence, Evidence, ScorePart
from kg.pipeline import facts_of_text
from kg.rulebook import load_rulebook
from kg.tables.rows import SHEETS, fact_rows

BOOK = load_rulebook()
REPORTS = Path(__file__).parents[1] / "gold" / "reports"
LEVELS: tuple[Confidence, ...] = ("high", "medium", "low")


def facts(body: str) -> ArticleFacts:
    """What is read out of a report on 和政县."""
    (found,) = facts_of_text(f"甘肃省和政县深化基层治理\n和政县三合镇近年来抓党建促治理。{body}\n")
    return found


@pytest.mark.parametrize(
    ("body", "name", "sure"),
    [
        ("三合镇推行“红色管家”工作法，物业服务企业进了43个小区。", "红色管家", "high"),
        ("三合镇建起民情议事室，村民遇事坐下来商量。", "民情议事室", "medium"),
        ("三合镇还推出“暖风”。", "暖风", "low"),
    ],
    ids=["run by a verb and of a kind", "no quotes", "just enough"],
)
def test_a_name_is_as_sure_as_its_signs(body: str, name: str, sure: str) -> None:
    assert [(p.name, p.confidence) for p in facts(body).practices] == [(name, sure)]


def test_a_kind_is_surer_where_more_of_the_text_tells_it() -> None:
    once = facts("村民遇事开个议事会。")
    often = facts("村民遇事开个议事会，坐下来商量修渠。议事会上有话当面说，议定的事张榜公示，再由议事代表监督。")
    (one,), (other,) = (
        [c for c in found.concepts if c.concept == "deliberation" and c.at == "三合镇"] for found in (once, often)
    )
    assert LEVELS.index(one.confidence or "low") > LEVELS.index(other.confidence or "low")


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ((), (0.0, 0.0)),
        (("low",), (0.0, 0.0)),
        (("medium", "low"), (0.0, 1.0)),
        (("medium", "high"), (1.0, 0.0)),
    ],
)
def test_the_surest_name_of_the_kind_counts(named: Sequence[Confidence], expected: tuple[float, float]) -> None:
    signs = {s.name: s.value for s in signs_of_kind("和政县建起议事会。", "deliberation", [Evidence(5, 8)], named)}
    assert (signs["name-high"], signs["name-medium"]) == expected


def test_spans_that_overlap_are_one() -> None:
    spans = [Evidence(0, 4), Evidence(2, 6), Evidence(5, 7), Evidence(7, 9)]
    signs = {s.name: s.value for s in signs_of_kind("村民议事会商量修渠。", "deliberation", spans, ())}
    assert signs["spans"] == 2


def test_the_level_is_what_the_points_come_to() -> None:
    card, met = confidence_cards(BOOK)[PRACTICES], set()
    for score in range(10):
        total = card["start"] + card["score"] * score + card["unquoted"]
        expected = "high" if total >= card["high"] else "medium" if total >= card["medium"] else "low"
        assert level(PRACTICES, [ScorePart("score", float(score)), ScorePart("unquoted", 1.0)], BOOK) == expected
        met.add(expected)
    assert {"low", "medium"} <= met


def right(rows: Sequence[Judged], family: str, one: Confidence) -> float:
    """The share of the readings of a level that the annotators have."""
    told = [same for signs, same in rows if level(family, signs, BOOK) == one]
    return sum(told) / len(told)


def test_surer_readings_are_right_more_often() -> None:
    for family, rows in judged(REPORTS / "texts", REPORTS / "facts").items():
        high, medium, low = (right(rows, family, one) for one in LEVELS)
        assert high - medium > 0.05, family
        assert medium - low > 0.1, family


def test_the_points_are_those_of_the_annotated_reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("sklearn", reason="scikit-learn is not installed: the points are not fitted again")
    with LEXICON.open(encoding="utf-8", newline="") as file:
        kept = {(row["family"], row["sign"]): float(row["points"]) for row in csv.DictReader(file)}
    fitted = {k: p for f, rows in judged(REPORTS / "texts", REPORTS / "facts").items() for k, p in fit(f, rows).items()}
    assert {key: kept[key] for key in fitted} == pytest.approx(fitted, abs=0.02)
    copy = tmp_path / "confidence.csv"
    copy.write_bytes(LEXICON.read_bytes())
    monkeypatch.setattr("kg.evaluate.fit_confidence.LEXICON", copy)
    main(str(REPORTS / "texts"), str(REPORTS / "facts"))
    assert copy.read_text(encoding="utf-8") == LEXICON.read_text(encoding="utf-8")


def test_the_fit_needs_two_folders() -> None:
    with pytest.raises(SystemExit, match="name the folder"):
        main("texts")


@pytest.mark.parametrize(
    ("family", "sign", "said"),
    [
        ("practices", "kinds", r"no row practices,kinds"),
        ("practices", "kind", r"practices kind: no such sign.*kinds"),
        ("practise", "score", r"practise: no such family.*practices"),
    ],
    ids=["missing", "misspelt", "no such family"],
)
def test_a_row_that_is_missing_or_misspelt_is_named(
    family: str, sign: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the cards, and by the check of the rules."""
    rows = BOOK.lexicon("confidence")
    if "no row" in said:
        rows = tuple(row for row in rows if (row["family"], row["sign"]) != (family, sign))
    else:
        rows = (*rows, {"family": family, "sign": sign, "points": "1", "says": ""})
    book = replace(BOOK, lexicons=MappingProxyType({**BOOK.lexicons, "confidence": rows}))
    with pytest.raises(RuleError, match=said):
        confidence_cards(book)
    monkeypatch.setattr(rulebook, "load_rulebook", lambda: book)
    with pytest.raises(RuleError, match=said):
        check_rules()


def test_every_practice_and_kind_has_a_confidence_and_its_signs() -> None:
    found = facts("三合镇推行“红色管家”工作法，建起民情议事室，今年调解纠纷32起。")
    assert found.practices
    assert found.concepts
    for family, items in ((PRACTICES, found.practices), (CONCEPTS, found.concepts)):
        for item in items:
            assert item.confidence in LEVELS
            assert tuple(s.name for s in item.signs) == SIGNS[family]


def test_the_graph_says_it_of_what_was_weighed_alone() -> None:
    found = facts("2021年，三合镇推行“红色管家”工作法，物业服务企业进了43个小区。")
    triples = list(article_triples(found, {})[1])
    predicate = {s: o for s, p, o in triples if p == RDF.predicate}
    said = {predicate[s] for s, p, _ in triples if p == ZT.confidence}
    assert said == {ZT.runs, ZT.instanceOf, ZT.carriesOut}
    assert ZT.since in predicate.values()


def test_the_tables_and_the_explanation_show_it() -> None:
    found = facts("三合镇还推出“暖风”。")
    headers = next(sheet.headers for sheet in SHEETS if sheet.family == "practices")
    (row,) = (r for r in fact_rows([found]) if r.family == "practices")
    assert row.cells[headers.index("把握")] == "小"
    shown = show_text(explain_sentence("甘肃省和政县三合镇推行“红色管家”工作法。"))
    assert "把握 / confidence  大 / high  =  " in shown
    assert "报道说出它属于几类做法" in shown
