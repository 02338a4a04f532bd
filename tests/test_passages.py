"""Evidence is shown with the rest of its sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Article, Evidence, FrameLine
from kg.passages import CONTEXT, evidence_passage, passage


@pytest.mark.parametrize(
    ("whole", "exact", "sentence"),
    [
        ("甲。乙说丙。丁", "说", "乙说丙。"),
        ("“甲。”乙说丙。", "说", "乙说丙。"),
        ("乙说：“丙。”丁", "说", "乙说：“丙。”"),
        ("题\n文", "题", "题"),
        ("只有半句", "半", "只有半句"),
        ("甲。乙。丙", "甲。乙", "甲。乙。"),
        ("“甲。”", "”", "”"),
    ],
    ids=["middle", "closing quote before", "closing quote behind", "headline", "no end", "two sentences", "a closer"],
)
def test_passage_is_shown_in_its_sentence(whole: str, exact: str, sentence: str) -> None:
    start = whole.index(exact)
    found = passage(whole, start, start + len(exact))
    assert (found.exact, found.sentence) == (exact, sentence)


@given(st.text(alphabet="甲乙。”\n；", min_size=1, max_size=400), st.data())
def test_passage_is_a_stretch_of_the_text(whole: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(whole) - 1))
    end = data.draw(st.integers(start + 1, len(whole)))
    before, exact, after = passage(whole, start, end)
    assert exact == whole[start:end]
    assert whole[:start].endswith(before)
    assert whole[end:].startswith(after)
    assert max(len(before), len(after)) <= CONTEXT


def test_evidence_in_the_source_is_looked_up_in_the_frame() -> None:
    line = FrameLine("masthead", "湖州日报", 10, 14)
    article = Article("a.txt", 1, "题", "题\n文", (), frame=(line,))
    found = evidence_passage(article, Evidence(10, 12, "source"))
    assert found is not None
    assert found.sentence == "湖州日报"
    assert evidence_passage(article, Evidence(50, 52, "source")) is None
