"""A report reads the same however it is set: broken into lines, below particulars, with the name of a book between."""

from __future__ import annotations

import pytest

from kg.read import read_text

HEADLINE = "青石镇三级议事理清千家事"
PARAGRAPHS = (
    "青石镇辖12个村、3个社区，常住人口2.6万，去年群众诉求办结率95.5%，比上年高出8.2个百分点，积压的难题一年里少了61%。",
    "“问了三回都没有人答复，这下总算有了准信，钱也补到了卡里，账目一笔一笔都贴在墙上。”村民周立新说起议事会，话就多了。",
    "镇里把议事会开到23个院坝，请47名老党员当召集人，议成的事7天内公示，2023年一共办成386件，群众满意率97.8%。",
)


def flat(text: str) -> str:
    return "".join(text.split())


def broken(paragraph: str, width: int) -> str:
    return "\n".join(paragraph[i : i + width] for i in range(0, len(paragraph), width))


@pytest.mark.parametrize("indent", ["", "　　"])
@pytest.mark.parametrize("width", [15, 18, 20, 24, 28, 29, 32, 40])
def test_lines_of_as_many_characters_become_whole_paragraphs(width: int, indent: str) -> None:
    text = "\n".join([HEADLINE, "", *(broken(indent + p, width) for p in PARAGRAPHS)])
    (article,) = read_text(text).articles
    assert article.title == HEADLINE
    assert flat(article.text) == flat(HEADLINE + "".join(PARAGRAPHS))


PARTICULARS = {
    "one a line": "索引号：01431234/2023-00123\n主题分类：基层治理\n发布机构：青石镇人民政府\n文号：无\n有效性：有效\n",
    "in brackets": "【索引号】0084971\n【组配分类】工作动态\n【生成日期】2023-06-09\n",
    "two a line": "索引号：0143/2023-12　　信息分类：乡镇动态\n发文机关：青石镇　　公开方式：主动公开\n",
}


@pytest.mark.parametrize("particulars", PARTICULARS.values(), ids=PARTICULARS)
def test_particulars_of_a_document_are_no_headline(particulars: str) -> None:
    (article,) = read_text("\n".join([particulars + HEADLINE, *PARAGRAPHS])).articles
    assert article.title == HEADLINE


@pytest.mark.parametrize("number", ["第 {} 页 共 5 页", "— {} —", "{}"])
def test_the_name_of_a_book_beside_the_numbers_of_pages_is_no_text(number: str) -> None:
    name = "青石县基层治理案例汇编"
    pages = [f"{p}\n{name}\n{number.format(n)}" for n, p in enumerate(PARAGRAPHS, 2)]
    (article,) = read_text("\n".join([name, HEADLINE, *pages])).articles
    assert article.title == HEADLINE
    assert name not in article.text


def test_a_line_that_comes_again_without_a_page_number_is_text() -> None:
    text = "\n".join([HEADLINE, *(f"案例背景\n{p}" for p in PARAGRAPHS)])
    assert read_text(text).articles[0].text.count("案例背景") == len(PARAGRAPHS)


@pytest.mark.parametrize("leader", ["……", "…………", " . . . . "])
def test_the_headline_right_below_the_contents_that_list_it_heads_its_report(leader: str) -> None:
    listed = [HEADLINE, "青石镇召开推进会", "柳溪镇走访慰问忙"]
    contents = [f"{title}{leader}{n}" for n, title in enumerate(listed, 1)]
    (article,) = read_text("\n".join(["工作动态", "本期目录", *contents, HEADLINE, *PARAGRAPHS])).articles
    assert article.title == HEADLINE


def test_a_headline_of_a_body_and_a_year_does_not_issue_the_bulletin() -> None:
    headline = "中共青石县委政法委员会2023年工作总结"
    head = "基层治理工作简报\n第12期\n中共青石县委办公室　　2023年12月29日\n"
    (article,) = read_text("\n".join([head + headline, *PARAGRAPHS])).articles
    assert (article.title, article.published) == (headline, "2023-12-29")


@pytest.mark.parametrize("below", ["一、主要做法", "“有人管了没有？”“早有人管了！”"])
def test_names_between_a_headline_and_the_first_short_line_are_writers(below: str) -> None:
    (article,) = read_text("\n".join([HEADLINE, "李小明 王芳", below, *PARAGRAPHS])).articles
    assert article.title == HEADLINE
    assert [author.name for author in article.authors] == ["李小明", "王芳"]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_headline_may_break_behind_its_comma(gap: str) -> None:
    (article,) = read_text("\n".join([f"院坝里议一议，{gap}难事跟着少下去", *PARAGRAPHS])).articles
    assert flat(article.title) == "院坝里议一议，难事跟着少下去"


def test_a_line_of_text_that_ends_in_a_comma_is_no_headline() -> None:
    text = f"{HEADLINE}\n{PARAGRAPHS[0]}\n老党员把小板凳搬来，\n大家围着坐下\n{PARAGRAPHS[2]}"
    assert read_text(text).articles[0].title == HEADLINE


DESK = (
    "（本文有删节）",
    "（文中部分村民为化名）",
    "（本文为原创，未经允许请勿转载）",
    "（未完待续）",
    "下期预告：柳溪镇的灯会",
    "附件：青石镇议事会章程.docx",
    "责编 王小明 美编 李丽 投稿邮箱：tougao@example.com",
    "热线 0513-5550101 本版责编 王小明 美编 李丽 校对 周立新",
    "今日天气：晴到多云，14℃—24℃",
)


@pytest.mark.parametrize("line", DESK)
def test_the_word_of_the_desk_between_two_reports_belongs_to_neither(line: str) -> None:
    text = "\n".join([HEADLINE, *PARAGRAPHS, line, "柳溪镇：渡口有了守夜人", "近日，柳溪镇在渡口设了守夜人。" * 3])
    articles = read_text(text).articles
    assert [a.title for a in articles] == [HEADLINE, "柳溪镇：渡口有了守夜人"]
    assert not any(line in a.text for a in articles)


@pytest.mark.parametrize("sign", ["{}.", "{}、", "（{}）", "▲", "□", "◆"])
def test_what_counts_or_marks_all_headlines_of_a_page_heads_items(sign: str) -> None:
    heads = ("院坝里议出来的好办法", "渡口边守夜人的小本子", "山坡上多了一群忙碌人")
    lines = [f"{sign.format(n)}{head}\n{p}" for n, (head, p) in enumerate(zip(heads, PARAGRAPHS, strict=True), 1)]
    assert [a.title for a in read_text("\n".join(lines)).articles] == list(heads)


@pytest.mark.parametrize("sign", ["{}.", "▲"])
def test_the_same_signs_below_a_headline_make_no_items(sign: str) -> None:
    heads = ("院坝里议出来的好办法", "渡口边守夜人的小本子", "山坡上多了一群忙碌人")
    lines = [f"{sign.format(n)}{head}\n{p}" for n, (head, p) in enumerate(zip(heads, PARAGRAPHS, strict=True), 1)]
    assert [a.title for a in read_text("\n".join([HEADLINE, PARAGRAPHS[1][:60] + "。", *lines])).articles] == [HEADLINE]


def test_the_headline_below_a_numbered_list_of_contents_heads_its_report() -> None:
    titles = ["青石镇：议事会理清千家事，难题少了", "柳溪镇：渡口有了守夜人"]
    listed = [f"{n}. {title}" for n, title in enumerate(titles, 1)]
    reports = [f"{title}\n{p}" for title, p in zip(titles, PARAGRAPHS, strict=False)]
    assert [a.title for a in read_text("\n".join(["【目录】", *listed, "", "\n\n".join(reports)])).articles] == titles
