"""Whether a practice is said to be a pilot or rolled out."""

from __future__ import annotations

import pytest

from kg.model import ArticleFacts, Extent
from kg.pipeline import facts_of_text


def facts_of(body: str) -> ArticleFacts:
    (found,) = facts_of_text(f"汶川县善治\n\n{body}\n")
    return found


def extents(body: str) -> dict[str, str]:
    """Practice → what is said of its extent; practices of which nothing is said left out."""
    return {p.name: p.extent.kind for p in facts_of(body).practices if p.extent}


@pytest.mark.parametrize(
    "body",
    [
        "汶川县以水磨镇为试点，推行“板凳夜话”制度。",
        "汶川县选取水磨镇作为首批试点建立“板凳夜话”制度。",
        "汶川县在水磨镇先行试点“板凳夜话”制度。",
        "汶川县试点推行“板凳夜话”制度。",
        "汶川县“板凳夜话”制度在水磨镇率先试行。",
        "汶川县开展“板凳夜话”制度试点工作。",
        "汶川县确定水磨镇为“板凳夜话”制度试点。",
    ],
    ids=["sites", "chosen", "first", "bare", "at", "of", "named"],
)
def test_a_pilot_is_told(body: str) -> None:
    assert extents(body) == {"板凳夜话": "pilot"}


@pytest.mark.parametrize(
    "body",
    [
        "汶川县全面推广“板凳夜话”制度。",
        "汶川县在全县12个乡镇推开“板凳夜话”制度。",
        "汶川县在各村推广“板凳夜话”制度。",
        "汶川县“板凳夜话”制度在全县全面铺开，效果明显。",
        "汶川县推行“板凳夜话”制度，实现“板凳夜话”制度全覆盖。",
        "汶川县将“板凳夜话”制度推广到所有乡镇。",
        "汶川县的“板凳夜话”制度从水磨镇走向全县。",
        "汶川县“板凳夜话”制度已覆盖全部村。",
        "汶川县推行“板凳夜话”制度，实现全县75个村全覆盖。",
    ],
    ids=["fully", "whole", "every", "spread", "covered", "to-all", "from-one", "covers", "all-covered"],
)
def test_what_is_rolled_out_is_told(body: str) -> None:
    assert extents(body) == {"板凳夜话": "rolled-out"}


@pytest.mark.parametrize(
    "body",
    [
        "汶川县推行“板凳夜话”制度。",
        "汶川县推行“板凳夜话”制度，被列为全国乡村治理试点县。",
        "汶川县推行“板凳夜话”制度，入选全省试点名单。",
        "汶川县印发《汶川县村务公开办法（试行）》，推行“板凳夜话”制度。",
        "汶川县推行“板凳夜话”制度。下一步，将在全县推广“板凳夜话”制度。",
        "汶川县推行“板凳夜话”制度，其他村还在试点。",
        "汶川县推行“板凳夜话”制度，还将把“板凳夜话”推广到所有村。",
        "汶川县推行“板凳夜话”制度，“板凳夜话”覆盖水磨镇的3个村。",
    ],
    ids=["silent", "status", "list", "document", "plan", "elsewhere", "meant", "some"],
)
def test_a_status_a_plan_and_a_document_tell_no_extent(body: str) -> None:
    assert extents(body) == {}


def test_what_was_a_pilot_and_is_rolled_out_by_now_is_rolled_out() -> None:
    body = "去年，汶川县在水磨镇试点“板凳夜话”制度。\n试点成熟后，“板凳夜话”制度在全县铺开。"
    assert extents(body) == {"板凳夜话": "rolled-out"}


def test_each_practice_of_a_sentence_has_its_own() -> None:
    body = "汶川县全面推行“板凳夜话”制度，在水磨镇试点“院落长”制度。"
    assert extents(body) == {"板凳夜话": "rolled-out", "院落长": "pilot"}


def test_the_words_that_say_so_are_the_evidence() -> None:
    found = facts_of("汶川县在水磨镇先行试点“板凳夜话”制度。")
    (practice,) = found.practices
    assert isinstance(practice.extent, Extent)
    evidence = practice.extent.evidence
    assert found.article.text[evidence.start : evidence.end] == "先行试点“板凳夜话”制度"
    assert practice.extent.rule == "extent-pilot-first"
