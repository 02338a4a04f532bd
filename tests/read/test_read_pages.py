"""Pages of every genre, invented: the articles found in each, with opening, authors and date."""

from __future__ import annotations

from pathlib import Path

import pytest
from expected_pages import CASES

from kg.model import SourceDocument
from kg.read import read_document, read_text
from kg.read.fold import fold

PAGES = Path(__file__).parent / "pages"


def read(name: str) -> SourceDocument:
    if name.endswith(".html"):
        pytest.importorskip("trafilatura")
    return read_document(PAGES / name)


@pytest.mark.parametrize("name", CASES)
def test_articles_of_a_page_are_found(name: str) -> None:
    found = read(name).articles
    assert [(a.title, a.opening, a.published, tuple(x.name for x in a.authors)) for a in found] == [
        (e.title, e.opening, e.published, e.authors) for e in CASES[name]
    ]


@pytest.mark.parametrize("name", CASES)
def test_articles_are_numbered_in_reading_order(name: str) -> None:
    assert [a.n for a in read(name).articles] == list(range(1, len(CASES[name]) + 1))


def test_every_page_is_covered() -> None:
    assert {path.name for path in PAGES.iterdir()} == set(CASES)


def test_headline_is_followed_by_a_line_break_and_the_body() -> None:
    article = read("two_levels.txt").articles[0]
    assert article.text.startswith(article.title + "\n近年来")


def test_section_heads_stay_in_the_body_as_paragraphs() -> None:
    lines = read("two_levels.txt").articles[0].text.split("\n")
    assert [line for line in lines if line.startswith(("一、", "二、", "三、", "（"))] == [
        "一、主要做法", "（一）建强“三员”队伍", "（二）开展“三评”活动", "二、几点启示", "三、下一步打算",
    ]  # fmt: skip


def test_hard_wrapped_lines_become_paragraphs_with_sane_latin_and_digits() -> None:
    text = read("ocr_wrapped.txt").articles[0].text
    assert "返乡大学生组成，共有24支、168人" in text
    assert "办结91条。在巴底镇，宣讲队还带去了wifi设备和4G信号放大器，牧民第一次在家里看上了远程党课。" in text


def test_text_sent_to_another_page_is_joined_where_it_broke_off() -> None:
    article = read("turned_pages.txt").articles[0]
    assert "村里还成立“锦绣坊”合作社" in article.text


def test_rights_teasers_and_pictures_of_a_web_page_are_no_text() -> None:
    text = read("web_trail.txt").articles[0].text
    assert text.count("\n") == 2
    assert not any(word in text for word in ("版权", "防火", "JPG", "jpg", "资讯"))


def test_page_number_inside_a_sentence_is_taken_out() -> None:
    assert "争执不下，网格员上报后" in read("feature_page.txt").articles[0].text


def test_captions_go_to_the_frame_and_leave_the_sentence_whole() -> None:
    document = read("doubled_columns.txt")
    assert "村民喝着茶就把事情议定了。" in document.articles[0].text
    assert [line.text for line in document.frame if line.role == "caption"] == [
        "图为连木沁镇干部与村民在葡萄架下交流。", "鄯善县连木沁镇村民在葡萄架下议事。",
    ]  # fmt: skip


def test_repeated_passage_is_kept_once_and_reported() -> None:
    document = read("doubled_columns.txt")
    assert document.articles[0].text.count("全镇设立“连心桌”68张") == 1
    assert [(n.kind, n.article) for n in document.notices] == [("repeated-passage", 1)]
    assert "repeat" in {line.role for line in document.frame}


def test_one_sentence_a_line_stays_one_article_with_its_lines() -> None:
    lines = read("wechat.txt").articles[0].text.split("\n")
    assert "下水道堵了，找街长。" in lines
    assert len(lines) > 12


FRAMES = {
    "bulletin": ("bulletin.txt", {
        "masthead": ["情况反映"], "issue": ["2023年第7期（总第58期）"], "issuer": ["中共会宁县委基层治理委员会办公室"],
        "date": ["2023年8月21日"], "section": ["目 录"],
        "distribution": [
            "报：市委基层治理委员会办公室，县委常委。", "送：各乡镇党委，县直各部门党组织，",
            "县属国有企业党委。", "（共印60份）",
        ],
    }),
    "broadcast": ("broadcast.txt", {"masthead": ["湘潭县新闻"], "date": ["2024年5月9日"]}),
    "newspaper": ("party_page.txt", {
        "section": ["本期导读"], "contents": ["古塔镇：院坝会上定村事 2", "青云镇：小积分兑出好日子 2"],
        "caption": ["图为村民在积分超市兑换生活用品。 苗雨 摄"],
    }),
    "web": ("web_copy.txt", {"section": ["首页 > 要闻动态 > 乡镇信息"]}),
}  # fmt: skip


@pytest.mark.parametrize("case", FRAMES)
def test_frame_keeps_what_stands_around_the_reports(case: str) -> None:
    name, wanted = FRAMES[case]
    frame = read(name).frame
    assert {role: [line.text for line in frame if line.role == role] for role in wanted} == wanted


@pytest.mark.parametrize("name", CASES)
def test_frame_lines_point_into_the_source(name: str) -> None:
    document = read(name)
    for line in document.frame:
        assert fold(document.text)[line.start : line.end].strip()[0] == line.text[0]
        assert all(article.frame == document.frame for article in document.articles)


@pytest.mark.parametrize("name", CASES)
def test_date_and_authors_have_evidence_in_the_source(name: str) -> None:
    document = read(name)
    for article in document.articles:
        for author in article.authors:
            stated = document.text[author.evidence.start : author.evidence.end]
            assert "".join(stated.split()) == author.name
        evidence = article.published_evidence
        assert (evidence is None) == (article.published is None)
        if evidence is not None:
            assert evidence.where == "source"
            assert any(c.isdigit() or c in "一二三四五六七八九" for c in document.text[evidence.start : evidence.end])


def test_headline_printed_again_on_the_other_page_goes_to_the_frame() -> None:
    document = read_text(
        "敦煌：戈壁滩上的“移动党校”\n敦煌市把党校办到戈壁滩上，全年授课四十六场，党员听得进、用得上，\n（下转第3版）\n"
        "敦煌：戈壁滩上的“移动党校”\n（上接第1版）群众也跟着受益。\n"
    )
    assert [a.text.count("移动党校") for a in document.articles] == [1]
    assert document.articles[0].text.endswith("党员听得进、用得上，群众也跟着受益。")
    assert "repeat" in {line.role for line in document.frame}


TWO_LINES = {
    "two halves": ("组织力量下沉一线", "党建引领治理提质增效"),
    "a place above": ("武汉江岸", "打造共建共治共享的基层治理新格局"),
    "a kicker with a verb": ("雪山脚下探新路", "德钦：“三治融合”进藏家"),
    "a quoted phrase": ("“一网统管”", "让城市治理更加智慧更加精细高效"),
}


@pytest.mark.parametrize("case", TWO_LINES)
def test_first_line_of_a_headline_is_no_column(case: str) -> None:
    first, second = TWO_LINES[case]
    text = "近年来，当地把资源、服务、管理放到基层，建立议事点36个，今年以来议定事项208件，群众满意率达到97%。"
    assert read_text(f"{first}\n\n{second}\n\n{text}\n").articles[0].title == f"{first} {second}"


COLUMNS = {
    "a paper": ("滇池晨报", "masthead"),
    "an agency": ("新华每日电讯", "masthead"),
    "site and channel": ("云岭人大网·地方人大", "section"),
    "a short topic": ("清廉乡村", "section"),
    "a column": ("基层巡礼", "section"),
    "where it was given": ("全市基层治理现场会交流材料之四", "section"),
    "at which meeting": ("在全省乡村治理工作会议上的典型发言", "section"),
    "paper and day": ("滇池晨报 2025-03-24", "masthead"),
}


@pytest.mark.parametrize("case", COLUMNS)
def test_name_above_a_headline_goes_to_the_frame(case: str) -> None:
    name, role = COLUMNS[case]
    text = "近年来，呈贡区把资源、服务、管理放到基层，建立议事点36个，今年以来议定事项208件，群众满意率达到97%。"
    document = read_text(f"{name}\n\n呈贡：“花街议事”聚民心\n\n{text}\n")
    assert [a.title for a in document.articles] == ["呈贡：“花街议事”聚民心"]
    assert [line.role for line in document.frame][:1] == [role]


def test_speaker_of_a_script_stays_in_the_body() -> None:
    text = read("script_captions.txt").articles[0].text
    assert "洛川县果业局副局长 张建民：" in text
    assert "永乡镇杨武村党支部书记 李小军" in text


def test_labels_of_a_script_go_and_who_speaks_stands_alone() -> None:
    (article,) = read_document(PAGES / "script_speakers.txt").articles
    lines = article.text.split("\n")
    assert lines[2] == "长汀县策武镇南坑村党支部书记 沈冬生"
    assert lines[4] == "长汀县策武镇南坑村村民 邱桂香"
    assert lines[6].startswith("眼下，")


def test_headlines_of_other_pages_are_contents() -> None:
    frame = read("related_pages.txt").frame
    assert "罗甸县边阳镇：党建引领促振兴 2023-07-02" in [line.text for line in frame if line.role == "contents"]
