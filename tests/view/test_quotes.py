from __future__ import annotations

import pytest

from kg.model import Article, Evidence, FrameLine
from kg.view.quotes import AFTER, BEFORE, quote_parts


def article(text: str) -> Article:
    return Article("a.txt", 1, "标题", f"标题\n{text}", ())


def evidence(text: str, *names: str) -> list[Evidence]:
    whole = article(text).text
    return [Evidence(whole.index(name), whole.index(name) + len(name)) for name in names]


@pytest.mark.parametrize(
    ("text", "names", "parts"),
    [
        pytest.param(
            "前一句。渝北区推行“老马工作法”。后一句。",
            ["老马工作法"],
            ("渝北区推行“", "老马工作法", "”。"),
            id="sentence",
        ),
        pytest.param("有甲和乙两样。", ["甲", "乙"], ("有", "甲", "和", "乙", "两样。"), id="two-in-one-sentence"),
        pytest.param("有甲。有乙。", ["甲", "乙"], ("有", "甲", "。"), id="other-sentence-is-left-out"),
        pytest.param("平谷区接诉即办", ["接诉即办", "即办"], ("平谷区", "接诉即办", ""), id="overlap-is-one-mark"),
    ],
)
def test_quote_is_the_sentence_with_the_statement_marked(text: str, names: list[str], parts: tuple[str, ...]) -> None:
    assert quote_parts(article(text), evidence(text, *names)) == parts


def test_long_sentence_is_cut_on_both_sides() -> None:
    text = "长" * 500 + "寨管家" + "长" * 500
    before, marked, after = quote_parts(article(text), evidence(text, "寨管家"))
    assert (len(before), marked, len(after)) == (BEFORE + 1, "寨管家", AFTER + 1)
    assert (before[0], after[-1]) == ("…", "…")


def test_evidence_in_the_masthead_shows_the_frame_line() -> None:
    line = FrameLine("distribution", "报：厦门市委", 40, 46)
    framed = Article("a.txt", 1, "标题", "标题\n正文", (), frame=(line,))
    assert quote_parts(framed, [Evidence(42, 45, "source")]) == ("报：", "厦门市", "委")


def test_nothing_to_show_gives_no_parts() -> None:
    assert quote_parts(article("正文"), [Evidence(900, 905)]) == ()
