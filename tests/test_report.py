"""The report of a build: what was read, what failed, what is doubtful; safe to open whatever the sources hold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.model import (
    Article,
    ArticleFacts,
    ArticlePlaces,
    Notice,
    Place,
    PlaceCandidate,
    ScorePart,
    Segment,
    SourceDocument,
)
from kg.pipeline import Outcome
from kg.report import make_report, report_html, report_json

HOSTILE = '<script>alert("1")</script>'


def document(articles: tuple[Article, ...] = (), notices: tuple[Notice, ...] = ()) -> SourceDocument:
    return SourceDocument("a.txt", "/in/a.txt", "00ff", "utf-8", "text", articles, (), notices)


def outcome_with(*places: Place, conflicts: tuple[Notice, ...] = ()) -> Outcome:
    article = Article("a.txt", 1, "题", "题\n文", ())
    facts = ArticleFacts(article, ArticlePlaces(places, conflicts=conflicts))
    return Outcome("a.txt", document((article,)), (facts,))


@pytest.fixture
def sample_report(sample_build: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((sample_build / "report.json").read_text(encoding="utf-8"))
    return loaded


def test_failed_and_skipped_files_stand_with_their_reasons() -> None:
    report = make_report([Outcome("坏.pdf", error="损坏，请重新下载")], [("z.jpg", "不认识"), ("a.jpg", "不认识")])
    assert report["failed"] == [{"name": "坏.pdf", "reason": "损坏，请重新下载"}]
    assert [line["name"] for line in report["skipped"]] == ["a.jpg", "z.jpg"]
    assert (report["figures"]["files"], report["figures"]["failed"], report["figures"]["skipped"]) == (1, 1, 2)


def test_a_place_left_open_stands_with_its_candidates_and_their_scores() -> None:
    candidate = PlaceCandidate("330122", "桐庐县", "浙江省杭州市", (ScorePart("near", 0.25), ScorePart("level", 0.5)))
    opened = Place("桐庐", "county", None, status="open", candidates=(candidate,))
    (line,) = make_report([outcome_with(opened)])["open_places"]
    assert line["candidates"][0]["parts"] == {"near": 0.25, "level": 0.5}
    assert line["candidates"][0]["score"] == 0.75


def test_a_contradiction_with_the_official_list_is_a_doubt_about_the_source() -> None:
    notice = Notice("parent", "宿州市宿豫区：宿豫区属宿迁市", 0, 6)
    (line,) = make_report([outcome_with(conflicts=(notice,))])["source_errors"]
    assert (line["source"], line["message"]) == ("a.txt", "宿州市宿豫区：宿豫区属宿迁市")


def test_what_a_source_holds_cannot_run_in_the_page() -> None:
    report = make_report(
        [Outcome(HOSTILE, error=HOSTILE), outcome_with(Place(HOSTILE, "village", None, status="new"))],
        [(HOSTILE, HOSTILE)],
    )
    page = report_html(report)
    assert HOSTILE not in page
    assert "&lt;script&gt;" in page
    assert "default-src 'none'" in page


def test_the_samples_report_their_inputs_with_hashes(sample_report: dict[str, Any]) -> None:
    assert sample_report["failed"] == []
    assert len(sample_report["inputs"]) == sample_report["figures"]["files"] >= 10
    assert all(len(line["sha256"]) == 64 for line in sample_report["inputs"])


def test_the_samples_report_the_wrong_parent_that_one_of_them_prints(sample_report: dict[str, Any]) -> None:
    assert any("宿豫区" in line["message"] and "宿迁市" in line["message"] for line in sample_report["source_errors"])


def test_rules_are_counted_most_used_first(sample_report: dict[str, Any], sample_build: Path) -> None:
    hits = list(sample_report["rules"].values())
    assert hits == sorted(hits, reverse=True)
    families = ("practices", "concepts", "organisations", "people", "documents", "awards", "measures", "lessons")
    lines = (sample_build / "facts.jsonl").read_text(encoding="utf-8").splitlines()
    extents = sum("extent" in practice for line in lines for practice in json.loads(line)["practices"])
    assert sum(hits) == sum(sample_report["figures"][family] for family in families) + extents


def test_json_keeps_hanzi_and_ends_with_a_line_break() -> None:
    text = report_json(make_report([Outcome("坏.pdf", error="损坏")]))
    assert "坏.pdf" in text
    assert text.endswith("}\n")


def test_a_doubt_stands_with_its_article_its_quote_and_both_readings() -> None:
    text = "题\n近日，宿州市宿豫区召开会议。散会。"
    article = Article("a.txt", 1, "题", text, (Segment(0, 0, len(text)),))
    notice = Notice("parent-conflict", "宿豫区属宿迁市", 5, 11, 1, ("宿州市宿豫区", "宿迁市宿豫区"))
    read = SourceDocument("a.txt", "/in/a.txt", "00ff", "utf-8", text, (article,))
    facts = ArticleFacts(article, ArticlePlaces(conflicts=(notice,)))
    report = make_report([Outcome("a.txt", read, (facts,))])
    (line,) = report["source_errors"]
    assert (line["n"], line["title"], line["quote"]) == (1, "题", "近日，宿州市宿豫区召开会议。")
    assert line["readings"] == ["宿州市宿豫区", "宿迁市宿豫区"]
    page = report_html(report)
    assert "上级与名录不合" in page
    assert "近日，宿州市宿豫区召开会议。" in page
