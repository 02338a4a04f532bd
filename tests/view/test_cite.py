"""The wording of references and credit lines, for full and for sparse data."""

from __future__ import annotations

import pytest

from kg.model import Article, Author, Evidence, FrameLine, FrameRole, Segment
from kg.view.cite import Publication, credit, publication, reference

TITLE = "竹溪县：一张长桌议家常"


def article(
    *frame: tuple[FrameRole, str], authors: tuple[str, ...] = (), title: str = TITLE, **more: object
) -> Article:
    at, lines = 0, []
    for role, text in frame:
        lines.append(FrameLine(role, text, at, at + len(text)))
        at += len(text) + 1
    known = {"source": "竹溪.txt", "n": 2, "published": None} | more
    return Article(
        known["source"], known["n"], title, f"{title}\n近日，竹溪县摆起长桌，和居民议家常。",
        (Segment(0, at, 20),), known["published"], None,
        tuple(Author(name, Evidence(0, 1, "source")) for name in authors), tuple(lines),
    )  # fmt: skip


NEWSPAPER = (("masthead", "十堰日报 2023年5月6日 星期六 第03版"),)
BULLETIN = (("masthead", "组 工 简 报"), ("issue", "2023年第14期（总第86期）"), ("issuer", "中共竹溪县委组织部主办"))


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(
            article(*NEWSPAPER, authors=("周岚", "何平"), published="2023-05-06"),
            f"周岚, 何平. {TITLE}[N]. 十堰日报, 2023-05-06(03).",
            id="newspaper",
        ),
        pytest.param(article(("masthead", "《十堰日报》")), f"{TITLE}[N]. 十堰日报.", id="undated newspaper"),
        pytest.param(
            article(("date", "要闻 · 第3版 2023年5月6日"), published="2023-05-06"),
            f"{TITLE}[N]. 2023-05-06(3).",
            id="page of a newspaper that is not named",
        ),
        pytest.param(
            article(("masthead", "竹溪党建 2023年5月6日 责编：高宁 A03版"), published="2023-05-06"),
            f"{TITLE}[N]. 2023-05-06(A03).",
            id="the title of a page is not the paper's",
        ),
        pytest.param(
            article(("issue", "农村工作通讯 2022年第18期"), authors=("周岚",), published="2022"),
            f"周岚. {TITLE}[J]. 农村工作通讯, 2022(18).",
            id="magazine",
        ),
        pytest.param(article(*BULLETIN, published="2023-10-20"), f"{TITLE}[Z]. 组工简报, 2023(14).", id="bulletin"),
        pytest.param(
            article(("masthead", "基层党建快讯"), ("issue", "第12期")), f"{TITLE}[Z]. 基层党建快讯(12).", id="no year"
        ),
        pytest.param(
            article(("masthead", "《竹溪新闻》2023年11月6日播出稿"), published="2023-11-06"),
            f"{TITLE}[Z]. 竹溪新闻, 2023-11-06.",
            id="broadcast",
        ),
        pytest.param(
            article(published="2023-05", authors=("甲", "乙", "丙", "丁")),
            f"甲, 乙, 丙, 等. {TITLE}[EB/DK]. (2023-05). 竹溪.txt.",
            id="file with four authors",
        ),
        pytest.param(article(), f"{TITLE}[EB/DK]. 竹溪.txt.", id="nothing but the file"),
        pytest.param(article(title=""), "[近日，竹溪县摆起长桌，和……][EB/DK]. 竹溪.txt.", id="no title"),
    ],
)
def test_reference_says_what_is_known_and_no_more(given: Article, expected: str) -> None:
    assert reference(given) == expected


@pytest.mark.parametrize("jump", ["(下转4版)", "（上接第一版）", "见3版"])
def test_a_jump_to_another_page_is_no_page_number(jump: str) -> None:
    assert publication(article(("page-mark", jump), ("date", jump))) == Publication("file")


def test_the_masthead_before_the_article_counts() -> None:
    first, second = "十堰日报 第1版", "武当晚报 第2版"
    one = article(("masthead", first), ("masthead", second), published="2023-05-06")
    early = Article(one.source, 1, TITLE, one.text, (Segment(0, 5, 20),), "2023-05-06", frame=one.frame)
    assert publication(early).name == "十堰日报"
    assert publication(one).name == "武当晚报"


def test_copyright_and_layout_are_no_pages() -> None:
    assert publication(article(("masthead", "十堰日报 版式：苗雨 2 版权所有"))).page == ""


def test_credit_names_author_title_paper_date_and_place_in_the_file() -> None:
    given = article(*NEWSPAPER, authors=("周岚", "何平"), published="2023-05-06")
    assert credit(given) == f"周岚、何平：《{TITLE}》，《十堰日报》第03版，2023年5月6日，竹溪.txt 第 2 篇"
    assert credit(article(published="2023-05")) == f"《{TITLE}》，2023年5月，竹溪.txt 第 2 篇"
    assert credit(article(title="《竹溪新闻》播出稿")) == "《〈竹溪新闻〉播出稿》，竹溪.txt 第 2 篇"


def test_hostile_names_stay_on_one_line_and_short() -> None:
    given = article(title="</script>\u202e\n" + "长" * 10_000, authors=("a\x00" * 9_000,))
    assert "\n" not in reference(given)
    assert "\u202e" not in reference(given)
    assert len(reference(given)) < 700
