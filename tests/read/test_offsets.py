"""Every character of the cleaned text stands in the source, and nothing of the source is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Article, SourceDocument
from kg.read import read_document, read_text
from kg.read.fold import fold

PAGES = sorted(p for p in (Path(__file__).parent / "pages").iterdir() if p.suffix != ".html")
NUMERALS = "一二三四五六七八九十"

LINES = st.sampled_from(
    [
        "会宁县：板凳会聊出大团结",
        "铜仁市碧江区",
        "近年来，碧江区推行“楼栋议事”，居民的事居民议。",
        "□万山区：一杯茶里说家常。万山区建成“茶话角”46处，化解纠纷210件。",
        "（记者 李红 通讯员 王强）",
        "图为居民议事现场。 王强 摄",
        "（下转第3版）",
        "（上接第1版）",
        "张明 李红",
        "一、加强领导",
        "\uff12\uff10\uff12\uff13年\uff15月\uff16日",
        "第 12 期",
        "**搭好平台。**建成“和事佬”工作室\uff11\uff12个，满意率达\uff19\uff18\uff0e\uff15％，",
        "把矛盾化解在家门口。",
        "\ufeff今天\u200b的村\u00a0务会开到\u3000了田头，共有 12 人\u00ad参加，议定",
        "=====",
        "报：市委办公室。",
        "# 标题行",
        "- 目录一",
        "",
        "全区设立“小板凳”议事点四百余处，今年以来议定大小事项三千余件，群众满意率持续提升。",
        "END",
        "党建引领",
        "\t",
    ]
)


def check(document: SourceDocument) -> None:
    for article in document.articles:
        check_article(article, document.text)


def check_article(article: Article, source: str) -> None:
    offsets = [article.source_offset(i) for i in range(len(article.text))]
    folded = fold(source)
    for i, offset in enumerate(offsets):
        if offset is None:
            assert article.text[i] in " \n"
        else:
            assert folded[offset] == article.text[i]
    known = [offset for offset in offsets if offset is not None]
    assert len(known) == len(set(known))
    assert sum(s.length for s in article.segments) == len(known)
    assert article.text[: article.body_start] == article.title + "\n"


def lost(document: SourceDocument) -> str:
    """Han characters of the source that are in no article and no line of the frame."""
    kept = [False] * len(document.text)
    for article in document.articles:
        for segment in article.segments:
            kept[segment.source_start : segment.source_start + segment.length] = [True] * segment.length
    for line in document.frame:
        kept[line.start : line.end] = [True] * (line.end - line.start)
    folded = fold(document.text)
    return "".join(
        c for c, k in zip(folded, kept, strict=True) if not k and "\u4e00" <= c <= "\u9fff" and c not in NUMERALS
    )


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.name)
def test_pages_keep_their_offsets(path: Path) -> None:
    check(read_document(path))


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.name)
def test_pages_lose_no_han_character(path: Path) -> None:
    assert lost(read_document(path)) == ""


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=25), st.sampled_from(["\n", "\r\n", "\n\n", "\u2028"]))
def test_any_mixture_of_lines_keeps_its_offsets_and_characters(lines: list[str], between: str) -> None:
    text = between.join(lines)
    if not text.strip("\ufeff\u200b\t\r\n =\u2028"):
        return
    document = read_text(text)
    check(document)
    assert lost(document) == ""


@settings(max_examples=150, deadline=None)
@given(st.text(min_size=1, max_size=300))
def test_any_text_at_all_is_read(text: str) -> None:
    if text.strip("\x00\ufeff \t\r\n"):
        check(read_text(text))


@given(st.text(max_size=200))
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_folding_leaves_chinese_punctuation_alone() -> None:
    assert fold("，。：；！？（）、“”—－～") == "，。：；！？（）、“”—－～"


def test_full_width_letters_digits_and_signs_are_folded() -> None:
    assert fold("\uff21\uff22\uff11\uff12％＋　\u00a0\uff37\uff49") == "AB12%+  Wi"


def test_reading_twice_gives_the_same() -> None:
    assert read_document(PAGES[0]) == read_document(PAGES[0])


def test_lines_above_the_first_headline_are_kept_in_the_frame() -> None:
    text = (
        "会宁县：板凳会聊出大团结\n第 12 期\n**搭好平台。**建成“和事佬”工作室12个，满意率达98.5%，\n"
        "会宁县：板凳会聊出大团结\n□万山区：一杯茶里说家常。万山区建成“茶话角”46处，化解纠纷210件。"
    )
    assert lost(read_text(text)) == ""
