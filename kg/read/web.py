"""Tell the lines that a site or an electronic paper puts around a report from the report's own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.read.blocks import ends_sentence
from kg.read.cues import pattern, words
from kg.read.dates import find_dates
from kg.read.names import parse_byline
from kg.read.piece import Kind, Piece
from kg.read.places import is_province

_MARK = r"(?:[>»\u203a]{1,2}|-{1,2}>)"
_TRAIL = re.compile(  # 先锋网>> 党的建设>> 城市党建>>正文内容
    rf"(?:{_MARK}\s*)?(?:[一-鿿\w·]{{1,12}}\s*{_MARK}\s*){{1,6}}(?:[一-鿿\w“”·]{{1,12}})?(?:\s[一-鿿]{{2,6}})?"
    r"|[一-鿿\w]{2,12}\s*•\s*(?:正文|详情|内容)"
)
_ELECTRONIC = r"(?:[一-鿿]{2,10}报\s*)?[一-鿿]{0,6}(?:<<electronic_papers>>)"
_BUTTON = r"[\s\d|<>/]*(?:<<page_buttons>>)"
_TURN = rf"(?:{_BUTTON}){{0,8}}[\s\d|<>/]*"
_BUTTONS = rf"(?:{_BUTTON}){{1,8}}[\s\d|<>/]*"  # 上一版 下一版
_OF_PAGE = (  # 当前：B2（2017年06月01日） 上一版 下一版; 第4版：县乡新闻 2023-04-19
    r"(?:\d{1,5}\s*期\s*[/|·]?\s*)?(?:(?:<<page_labels>>)\s*[：:]\s*)?(?:第?\s*[A-Za-z]?\d{1,5}\s*版?)?\s*[：:·]?\s*(?P<name>[一-鿿·]{0,12})"
    r"\s*[（(]?(?P<day>(?:19|20)\d\d[-年./]\d{1,2}[-月./]\d{1,2}日?)?[）)]?" + _TURN
)
_PAGE_LABEL = r"(?:\d{1,5}\s*期\s*[/|·]?\s*)?(?:(?:<<page_labels>>)\s*[：:]|第?\s*[A-Za-z]?\d{1,5}\s*版\s*[：:·\s])"
# 某某日报 乡村 00003 headline 2017-07-07 4506713 2: what the search of an electronic paper is fed with
_PAPER_PAGE = r"[一-鿿]{2,12}(?:<<paper_ends>>)\s+第?[A-Za-z]?\d{1,2}版?(?:\s+[一-鿿·]{1,8}){0,2}"  # 某某周报 B02 乡村
_RECORD = re.compile(
    r"[一-鿿]{2,10}[报刊]\s+[^，。；]{2,14}\s+\d{3,5}\s(?=.{0,90}(?:19|20)\d\d-\d{1,2}-\d{1,2}).{8,120}"
)
# 中共某县委宣传部 主办, 中共某县委主管　某县融媒体中心主办　01版·要闻
_ORGANISED = (
    r"[^，。；：]{4,60}\s(?:<<organisers>>)"
    r"|(?:[^，。；：《》“”\s]{2,20}(?:委|府|中心|局|社|部|办|室|集团|会|院)(?:<<organisers>>|出版|编印|机关报)\s*){1,3}"
    r"(?:第?\s*\d{1,5}\s*[期版][·•:：\s]*[^，。；：\s]{0,8}|.{0,12}刊号.{0,30})?"
)
# 首页| 滚动| 国内| 国际|, 某某报业集团旗下媒体: 某某日报 |某某都市报 |…
_MENU = re.compile(r"(?:[^|。，；]{2,20}[：:])?(?:\s*[^|。，；]{1,8}\s*\|){5,60}[^|。，；]{0,20}")
_WAY = re.compile(r"[^。，；]{0,12}位置\s?[：:]\s*[^。，；]{1,20}(?:[>»\u203a]|-{1,2}>).{1,60}")
_FILE = re.compile(r"[\w（）()\-]{2,60}\.(?:jpe?g|png|gif|webp|bmp).{0,60}", re.IGNORECASE)  # 微信图片_2025.jpg某村新貌
_SMALL = re.compile(  # 发布于：河北省, 河北 举报, 约2分钟, 搜狐首页
    r"发布于\s?[：:]\s?[一-鿿]{2,8}|[一-鿿]{2,3}\s举报|约?\s?\d{1,3}\s?分钟|[一-鿿]{2,4}首页|附件\s?\d{0,2}\s?[：:]?\s?(?:无|\d{1,2}[.、].{2,60}|.{2,60}\.(?:docx?|xlsx?|pdf|zip|rar|wps))?|新闻\sEnglish"
)
_ACCOUNT = re.compile(
    r"[一-鿿]{2,8}(?:发布|融媒体?|网信|先锋|之声|在线|政法|日报|晚报|新闻网?|党建|民政|组工"
    r"|法院|检察|公安|交警|司法|妇联|宣传|文明|应急|城管|社工|纪检监察|清风|组织|卫健|教育)"
)
_CALLS = re.compile(r"(?:安装|下载|打开|关注)[^，。；：]{1,14}(?:客户端|APP|网|公众号|号)|[^，。；：\s]{0,8}客户端")
_LICENCE = re.compile(r"国内统一(?:连续出版物)?刊?号|\bCN\s?\d{2}-\d{4}")
_DAY_ALONE = r"(?:<<date_labels>>)\s*[：:]\s*\d{1,2}[-月./]\d{1,2}日?"
_EMPTY = (  # 发布时间：  浏览： 次  作者：佚名
    r"(?:(?:<<date_labels>>|<<meta_labels>>|<<source_labels>>|<<author_labels>>|<<editor_labels>>)"
    r"\s*[：:]?\s*(?:<<uploaders>>|[\d,，]{0,9}[次字]?)[\s|]*){1,5}"
)
_PARTICULARS = r"[【\[]?(?:<<particulars>>)(?:[】\]]|\s*[：:])[^。；]{0,80}"  # 主题分类：基层治理
_SUMMARY = r"[【\[]?(?:<<summaries>>)[】\]]?\s*[：:\s]\s*\S.{8,}"
_NEAR = 5
_TOP, _MENU_WORD, _FEWEST_WORDS = 24, 4, 3  # pieces, characters of a word, words
_FOREWORD = 8  # pieces
_FOLLOWS = re.compile(r"^(?:[^。；]{0,40}?(?:原文|全文|报道|文章)(?:内容)?(?:转载|转发|刊发)?如下)[：:。]?$")
_STEP = re.compile(r"[>»\u203a]")
_SITE_BEHIND = re.compile(r"\s?[-_|—–]{1,2}\s?[^，。；]{2,30}")  # 甲镇：…-某某网
_LONGEST_TITLE = 48  # characters
_LONGEST_CAPTION = 40  # characters; the first paragraph below captions is longer
_SHORTEST_TITLE, _VIEW = 8, 4  # characters of a picture's title, and of what its second print adds (…场景)
_NUMBERED_LINE = re.compile(r"(?P<number>\d{1,2})[.、\uff0e]\s*[^。；！？]{4,50}")
_READER = re.compile(r"阅读[机器]$")
_PLACEHOLDER = re.compile(r"[Ll]oading\s?[.…]{0,6}$|(?:正在加载|(?:视频|音频|图片|页面)?(?:努力)?加载中)[.…]{0,6}$")
_ORIGINAL = re.compile(r"[（(]?原(?:标题|题|文标题)(?:为|是)?\s*[：:]")
_PROGRAMME = re.compile(r"[一-鿿]{2,8}(?:新闻联播|联播|新闻频道|电视新闻|广播新闻)")
_WELCOME = re.compile(
    r"欢迎(?:您?来到|您?访问|您?光临|关注)[一-鿿]{2,20}(?:网|网站|官网|在线|频道|融媒|融媒体|门户|客户端|平台)[！!，]?"
    r"|今天是(?:[：:].{0,24}|(?:19|20)\d\d.{0,24})?|正在阅读[：:].{0,60}"
)
_TAKEN = re.compile(r"[（(][^（）()]{0,16}摄[）)]。?$")


def site_line(text: str) -> Kind | None:
    """The kind of a line that only sites and electronic papers print; None for any other."""
    if _is_of_site(text):
        return "page-mark"
    if _TRAIL.fullmatch(text) or _MENU.fullmatch(text) or _WAY.fullmatch(text):
        return "section"
    if (
        _PROGRAMME.fullmatch(text)
        or (len(text) <= 60 and _LICENCE.search(text))
        or pattern(f"{_ELECTRONIC}|{_ORGANISED}|{_PAPER_PAGE}").fullmatch(text)
    ):
        return "masthead"
    if _RECORD.fullmatch(text) or pattern(_DAY_ALONE).fullmatch(text):
        return "date"
    if _FILE.fullmatch(text) or (len(text) <= 60 and _TAKEN.search(text, max(len(text) - 20, 0))):
        return "caption"
    return _stated(text)


def _is_of_site(text: str) -> bool:
    """Whether a line is the site's own: no writer, no value behind a label, nothing loaded, another headline."""
    if (
        _PLACEHOLDER.match(text)
        or _ORIGINAL.match(text)
        or _WELCOME.fullmatch(text)
        or _CALLS.fullmatch(text)
        or _SMALL.fullmatch(text)
        or (len(text) <= 24 and "站内" in text and "搜索" in text)
    ):
        return True
    if text in words("contents_heads"):
        return False
    return pattern(f"(?:<<uploaders>>)|{_EMPTY}|{_BUTTONS}").fullmatch(text) is not None


def _stated(text: str) -> Kind | None:
    """The kind of a line that states particulars of the page or of a document; a date where it states one."""
    if "|" in text and _is_particulars(text):
        return "date" if next(find_dates(text), None) else "page-mark"
    if pattern(_PARTICULARS).fullmatch(text):
        return "date" if pattern("(?:<<date_labels>>)\\s*[：:]").search(text) else "page-mark"
    if pattern(_PAGE_LABEL).match(text) and (found := pattern(_OF_PAGE).fullmatch(text)):
        return "date" if found["day"] else "section"
    return None


def _is_particulars(text: str) -> bool:
    """Whether a line states particulars of a document side by side (索 引 号：… | 主题分类：… |)."""
    parts = [part.replace(" ", "") for part in text.split("|")]
    label = pattern("(?:<<meta_labels>>|<<date_labels>>)(?:：|$)")
    labelled = [part for part in parts if label.match(part)]
    if not any("：" in part for part in labelled) and len(labelled) < len(list(filter(None, parts))):
        return False  # a word of the account's before a headline (转载|…)
    return "。" not in text and len(labelled) * 2 >= len(list(filter(None, parts)))


def mark_site(pieces: Sequence[Piece], top: int) -> list[Piece]:
    """The pieces with what a site puts around a report marked so where only the lines beside it tell.

    ``top`` is how many pieces stand above the first paragraph.
    """
    pieces = _above_trail(_values(_originals(_reprinted(_reading_day(_menus(_accounts(pieces)))))))
    return _summaries(_pictures(_views(pieces), top))


def _menus(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with three and more short words in a column at the top of a page (新闻, 体育, 汽车) marked so."""
    marked, run = list(pieces), 0
    for i, piece in enumerate([*pieces[:_TOP], None]):
        if piece is not None and piece.kind == "body" and len(piece.text) <= _MENU_WORD:
            run += 1
            continue
        if run >= _FEWEST_WORDS:
            marked[i - run : i] = [p.as_kind("section") for p in pieces[i - run : i]]
        run = 0
    return marked


def _accounts(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with the account that put a report up marked so (青河发布), and the province it wrote from.

    An account stands between the headline and the date or opens the page, a province below the date.
    """
    marked = list(pieces)
    for i in range(len(marked) - 1):
        account = pieces[i + 1].kind == "date" or (i == 0 and pieces[1].kind == "body")
        if marked[i].kind == "body" and account and _ACCOUNT.fullmatch(pieces[i].text):
            marked[i] = pieces[i].as_kind("page-mark" if i else "masthead")
        if marked[i].kind == "date" and pieces[i + 1].kind == "body" and is_province(pieces[i + 1].text):
            marked[i + 1] = pieces[i + 1].as_kind("page-mark")
    return marked


def _reprinted(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with what introduces a reprint (某报头版报道…，现全文转载。原文如下：) out of the text."""
    said = next((i for i, p in enumerate(pieces[:_FOREWORD]) if p.kind == "body" and _FOLLOWS.search(p.text)), -1)
    return [p.as_kind("page-mark") if i <= said and p.kind == "body" else p for i, p in enumerate(pieces)]


def _above_trail(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with the lines above a trail (首页 > 政务动态), which name the site, so where a headline follows."""
    trail = next((i for i, p in enumerate(pieces[:_NEAR]) if p.kind == "section" and _STEP.search(p.text)), 0)
    below = next((p for p in pieces[trail + 1 :] if p.kind == "body"), None)
    if below is None or len(below.text) > _LONGEST_TITLE or ends_sentence(below.text.rstrip("？?！!”")):
        return list(pieces)
    above = [p.as_kind("masthead") if p.kind == "body" and len(p.text) <= _LONGEST_TITLE else p for p in pieces[:trail]]
    return [*above, *pieces[trail:]]


def _values(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with a name below a label that stands alone (责编：, 来源：) as little a writer's as beside it."""
    marked = list(pieces)
    label = pattern(r"(?:<<editor_labels>>|<<source_labels>>)\s*[：:]")
    for i in range(1, len(marked)):
        named = marked[i].kind in ("body", "byline") and parse_byline(pieces[i].text) is not None
        if named and label.fullmatch(pieces[i - 1].text):
            marked[i] = pieces[i].as_kind("page-mark")
    return marked


def _views(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with the captions between a headline and the first paragraph marked so.

    Those are sentences and views of a place (…现场, …一角) right above it, at least one of them a view.
    """
    marked = list(pieces)
    body = [i for i, p in enumerate(pieces) if p.kind == "body"]
    first = next((n for n, i in enumerate(body) if len(pieces[i].text) > _LONGEST_CAPTION), 0)
    view = pattern("(?:<<caption_views>>|现场)。?$")
    start = first
    while start > 1 and _is_short_line(pieces[body[start - 1]].text, view):
        start -= 1
    run = body[start:first]
    if any(view.search(pieces[i].text) for i in run):
        for i in run:
            marked[i] = pieces[i].as_kind("caption")
    return marked


def _is_short_line(text: str, view: re.Pattern[str]) -> bool:
    """Whether a line is a single short sentence or ends as captions do."""
    single = text.endswith("。") and "。" not in text[:-1] and text[0] != "“"
    return len(text) <= _LONGEST_CAPTION and (single or view.search(text) is not None)


def _originals(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with the second line (——…) of a headline that another paper gave the report out of the text."""
    marked = list(pieces)
    for i in range(1, len(marked)):
        if _ORIGINAL.match(pieces[i - 1].text) and pieces[i].text.startswith(("——", "--")):
            marked[i] = pieces[i].as_kind("page-mark")
    return marked


def _reading_day(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with the day on which a reader of electronic papers was opened as no date of the paper."""
    marked = list(pieces)
    for i in range(1, len(marked)):
        above = marked[i - 1]
        if marked[i].kind == "date" and above.kind == "masthead" and _READER.search(above.text):
            marked[i] = marked[i].as_kind("page-mark")
    return marked


def _summaries(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with a summary above the text (核心提示：…), which the text tells again, out of it."""
    marked = list(pieces)
    for i, piece in enumerate(pieces):
        if _is_summary(piece) and _text_follows(pieces, i):
            marked[i] = piece.as_kind("section")
        if pattern(r"[【\[]?(?:<<summaries>>)[】\]]?[：:]?").fullmatch(piece.text) and _text_follows(pieces, i + 1):
            marked[i : i + 2] = [p.as_kind("section") for p in pieces[i : i + 2]]
    return marked


def _is_summary(piece: Piece) -> bool:
    return piece.kind == "body" and bool(pattern(_SUMMARY).fullmatch(piece.text))


def _text_follows(pieces: Sequence[Piece], i: int) -> bool:
    """Whether a paragraph stands below number ``i``, its dateline and its writer apart."""
    return any(p.kind == "body" and ends_sentence(p.text) for p in pieces[i + 1 : i + _NEAR])


def _pictures(pieces: Sequence[Piece], top: int) -> list[Piece]:
    """The pieces with the captions that stand without a word of their own marked so.

    Those are numbered lines above the first text of which the last is credited, and below it a line that the next
    begins or repeats: what a site shows where a picture is missing. Above it a headline may be printed twice.
    """
    pieces = _repeated(pieces, top)
    numbered = [(i, m) for i, p in enumerate(pieces[:top]) if (m := _NUMBERED_LINE.fullmatch(p.text))]
    counted = [int(m["number"]) for _, m in numbered] == list(range(1, len(numbered) + 1))
    if not numbered or not counted or pieces[numbered[-1][0]].kind != "caption":
        return list(pieces)
    chosen = {i for i, _ in numbered}
    return [p.as_kind("caption") if i in chosen else p for i, p in enumerate(pieces)]


def _repeated(pieces: Sequence[Piece], top: int) -> list[Piece]:
    """The pieces with the second of two prints of a headline marked so, and below the head pictures' titles."""
    marked = list(pieces)
    for i in range(1, min(top, len(marked))):
        if pieces[i - 1].kind != "body" or pieces[i].kind != "body":
            continue
        if pieces[i - 1].text == pieces[i].text:
            marked[i] = pieces[i].as_kind("repeat")
        elif pieces[i - 1].text.startswith(pieces[i].text) and _SITE_BEHIND.fullmatch(
            pieces[i - 1].text, len(pieces[i].text)
        ):
            marked[i - 1] = pieces[i - 1].as_kind("page-mark")
    for i in range(top + 1, len(marked)):
        one, other = sorted((pieces[i - 1].text, pieces[i].text), key=len)
        bare = not ends_sentence(other) and pieces[i - 1].kind == pieces[i].kind == "body"
        if bare and len(one) >= _SHORTEST_TITLE and other.startswith(one) and len(other) - len(one) <= _VIEW:
            marked[i - 1 : i + 1] = [piece.as_kind("caption") for piece in marked[i - 1 : i + 1]]
    return marked
