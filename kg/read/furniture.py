"""Tell by a line alone that it frames the reports: mastheads, dates, distribution lists, web furniture, bylines."""

from __future__ import annotations

import re

from kg.read.blocks import ITEM_MARKS, ORNAMENTS, cells, ends_sentence
from kg.read.carve import turn_of
from kg.read.cues import pattern, words
from kg.read.dates import find_dates, only_date
from kg.read.headings import body_opening
from kg.read.names import is_organ, parse_byline
from kg.read.piece import Kind, Piece
from kg.read.web import site_line

_PAGE_NUMBER = re.compile(
    r"[-—–=·•\s]*(?:第\s*)?[A-Za-z]?\d{1,4}(?:\s*/\s*\d{1,4})?\s*[页版]?(?:[\s,，]*共\s*\d{1,4}\s*页)?[-—–=·•\s]*"
)
_FILE_LINE = re.compile(r"==+> .{1,200} <==+")
_RULE_LINE = re.compile(r"[\W_]{1,}")
_ISSUE = re.compile(
    r"[（(【\u3014\[]?\s*(?:(?:19|20)\d{2}\s*年?)?\s*[（(【\u3014\[]?(?:总?第|第|增刊)\s*[\d一二三四五六七八九十百\u3007○零]{1,5}\s*[期号刊][^。]{0,40}"
    r"|.{0,14}[\u3014﹝\[【（(](?:19|20)\d{2}[\u3015﹞\]】）)]\s*第?\s*\d{1,4}\s*[号期][^。]{0,20}|.{2,14}\s*第\s*[\d一二三四五六七八九十百]{1,5}\s*期[^。]{0,30}"
)
# A bulletin's office and who signs it: 某县委办公室　　签发人：某某
_SIGNED_OFF = re.compile(r"[^，。；：]{4,30}\s+签\s*发\s*人?\s*[：:]\s*[\u4e00-\u9fff ]{2,8}")
_SECTION = re.compile(r"[【〖『\[][^【】〖〗]{1,24}[】〗』\]]")
_OCCASION = re.compile(  # 全市基层党建推进会交流材料之四: where the report was given, above its headline
    r"[（(]?[^，。：；“”—]{0,24}?(?:典型|经验|书面|大会|会议|学习|交流|发言|汇报|参阅){1,4}(?:材料|稿)"
    r"(?:\s*之?\s*[（(]?[一二三四五六七八九十\d]{1,3}[）)]?)?[）)]?"
    r"|[（(]?在[^，。：；“”—]{2,30}(?:会|会议|班)上的[^，。：；“”—]{0,4}发言[）)]?"
)
_BRACKETED = re.compile(r"[（(【\[](?P<inside>[^（）()【】]{2,80})[）)】\]]")
_DISTRIBUTION = r"(?:本期)?(?:<<distribution_heads>>)\s*[：:].*"
_IMPRINT = r"[（(]?(?:<<distribution_other>>)\s*[：: ]?\s*.{0,60}"
_COPIES = re.compile(r"[（(]?(?:共印|印数|印)\s*[：:]?\s*\d{1,6}\s*份[）)]?")
_POSTED = re.compile(r"发表于|原创|\d{1,2}:\d{2}|第\s*[A-Za-z]?\d{1,3}\s*版|第[一二三四五六七八九十]{1,3}版")
_HOUR_AND_SOURCE = r"\d{1,2}:\d{2}(?::\d{2})?\s*(?:<<source_labels>>)\s*[：:][^。]{2,30}$"  # 20:50:04 来源：…
_CONTENTS_LINE = re.compile(r".{4,50}?(?:[ .·…—-]{3,}|…{1,2})\s*[（(]?\d{1,3}[）)]?")
_OF_SCRIPT = (
    r"(?:(?:播出|播音|播报|口播|广播|电视|新闻|解说|配音|节目|栏目|专题|录音|文字)(?:文稿|稿件|稿|脚本)"
    r"|文稿|脚本|串联单|编排单)"
)
_PROGRAMME_ITEM = r"(?:(?:<<programme_labels>>)\s*[：:]\s*[^。，：:]{1,24}[\s]*){1,3}"
_STATION = re.compile(
    r"(?:《[^》]{2,14}》\s*)?[^，。：；《》\s]{1,14}(?:融媒体中心|电视台|电台|广播电视总台|传媒集团)"
    rf"(?:\s*[^，。：；《》\s]{{0,8}}(?:频道|频率|广播|栏目))?(?:\s*《[^》]{{2,14}}》(?:{_OF_SCRIPT})?)?(?:\s*(?:19|20)\d\d[\d年月日/:\s.-]{{3,18}}(?:播出)?)?"
)
_PROGRAMME = re.compile(rf"^《[^》]{{2,12}}》|{_OF_SCRIPT}$")
_SCRIPT = re.compile(
    rf"《[^》]{{1,10}}(?:新闻|联播|播报|快报|视点|零距离|直播间|早知道)》|《[^》]{{2,14}}》[^，。：]{{0,6}}{_OF_SCRIPT}|[^，。：；《》“”]{{2,12}}(?:广播|播出|播音|口播|播报|电视)稿件?"
)
_LATIN_NAME = re.compile(r"[A-Za-z][A-Za-z'’ ]{1,24}\s(?:DAILY|NEWS|TIMES|WEEKLY|Daily|News|Times|Weekly)")
_PAPER = r"(?:<<imprint_labels>>)\s*[：:].{0,200}"
_PRINTED = re.compile(r"(?P<organ>[^，。：:\d]{4,30}?)\s*(?:19|20)\d{2}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*印发")
# （本文有删节）, （文中村民均为化名）, 下期预告：…: the desk's word below a report
_DESK = re.compile(
    r"[（(][^（）()。；]{0,16}(?:本文|文中|本版|化名|删节|删减|删改|原创|转载|原载|待续|来源网络)[^（）()]{0,24}[）)]"
    r"|[（(]?(?:下期|下集|明日|下一?篇)(?:预告|看点|关注)[：:].{2,40}|[（(]未完[，、]?待续[）)]?"
    r"|(?:今[日天]|明[日天])?天气(?:预报)?\s?[：:].{2,40}"
)
_STAFF = (  # 热线 0513-5550101 本版责编 王小明 美编 李丽: who made the page
    r"(?:[一-鿿]{0,4}(?:热线|电话)[\s：:]*[\d-]{5,16}\s*)?"
    r"(?:(?:本版)?(?:<<editor_labels>>)[\s：:]+[一-鿿A-Za-z·]{2,8}[\s/|]*){2,6}"
    r"(?:[一-鿿]{0,4}(?:邮箱|热线|电话)[\s：:]*\S{5,40})?"
)
_END_WORD = re.compile(r"(?:-*\s*(?:END|End|end|完|全文完|正文完|本文完)\s*-*)|[（(](?:完|END)[）)]")
_WHERE = re.compile(r"[\W_]{0,3}[您你]?(?:现在|当前|目前)?(?:所在|所处|浏览)?的?(?:位置|栏目|页面)是?\s?[：:>]")
_RECORD = re.compile(r"ICP\s*备|公网安备|Copyright|©|https?://\S+$|^www\.")
_RIGHTS = re.compile(
    r"(?:[【\[（(]?(?:版权|免责|特别)声明(?:\s*[：:]|[】\]）)])|[（(]?(?:声明：)?凡(?:本[网站报]|来源|注明)).{0,600}"
)
_AFFILIATION = re.compile(r"[（(][^（）()。]{4,60}\d{6}[）)]")
_JOURNAL = re.compile(r"[^，。]{2,14}\s*(?:19|20)\d{2}年\s*\d{1,2}期")
_KEYWORDS = re.compile(r"[【\[]?关\s*键\s*词[】\]]?\s*[：:]")
_CREDIT = re.compile(r"[^。]{0,24}(?:摄|供图)[）)]?")
_BUTTONS = r"(?:[\W_]*(?:我要|立即|点击)?(?:<<meta_labels>>|大|中|小|默认|\d{1,6}|次))+[\W_]*"
_PICTURE = re.compile(r".{0,60}\.(?:jpe?g|png|gif|webp|bmp)", re.IGNORECASE)
_COUNTER = re.compile(  # 网站访问人数：16735
    r"[^，。；：]{0,6}(?:访问|浏览|点击|阅读)(?:总?人数|人次|次数|总?量|数)\s?[：:]\s?\d+"
)
_TAG = re.compile(r"<\s?/?\s?[a-zA-Z][^<>]{0,300}>")  # <img src="…" />: what is left of a page's markup
_DAY_AND_WRITER = re.compile(r"(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}\s*(?P<writer>[\u4e00-\u9fff]{2,30})")
_LONGEST_WRITER = 12  # characters of a writer who is no body
_CAPTION = r"[▲△↑→←↓◀▶]?\s*[（(【\[]?(?:(?:<<caption_starts>>)|图\s*[①-⑩\d]).{2,}"
_STAGE = r"[（(](?:<<script_stage>>)\s*[：:][^。；（）()]{2,60}[）)]"  # （字幕：…）


def line_kind(piece: Piece) -> Kind | None:
    """The kind of a piece as far as the line alone tells; None where the context must."""
    text = piece.text
    if _RIGHTS.fullmatch(text):
        return "page-mark"
    if len(text) > 200:
        return None
    if kind := site_line(text):
        return kind
    for recognise in (_page_mark, _issue, _distribution, _date, _navigation, _caption, _byline, _section):
        kind = recognise(piece, text)
        if kind is not None:
            return kind
    return None


def _page_mark(_: Piece, text: str) -> Kind | None:
    plain = _PAGE_NUMBER.fullmatch(text) or _FILE_LINE.fullmatch(text) or _RULE_LINE.fullmatch(text)
    plain = (
        plain
        or _END_WORD.fullmatch(text)
        or _DESK.fullmatch(text)
        or pattern(_STAFF).fullmatch(text)
        or _TAG.fullmatch(text)
        or _COUNTER.fullmatch(text)
    )
    return "page-mark" if plain or (len(text) < 24 and turn_of(text)) else None


def _navigation(_: Piece, text: str) -> Kind | None:
    starts = pattern(r"[\W_]{0,3}(?:<<navigation_starts>>)").match(text) or _WHERE.match(text)
    if starts and len(text) <= 90 and not text.endswith("。"):
        return "section" if re.search(r"[>»\u203a/]\s*\S", text) else "page-mark"
    if (_RECORD.search(text) and len(text) <= 90) or pattern(_BUTTONS).fullmatch(text):
        return "page-mark"
    if _CONTENTS_LINE.fullmatch(text):
        return "contents"
    parts = [part for part in re.split(r"\s+|[|>»\u203a]", text) if part]
    if len(parts) >= 5 and 2 <= max(map(len, parts)) <= 6 and text[-1] != "。" and not parse_byline(text):
        return "contents"
    return None


def _issue(_: Piece, text: str) -> Kind | None:
    if _SIGNED_OFF.fullmatch(text):
        return "issue"
    return "issue" if cells(text) <= 40 and _ISSUE.fullmatch(text) else None


def _distribution(_: Piece, text: str) -> Kind | None:
    listed = pattern(_DISTRIBUTION).fullmatch(text) or pattern(_PAPER).fullmatch(text)
    if listed or _COPIES.fullmatch(text) or _PRINTED.fullmatch(text):
        return "distribution"
    found = pattern(_IMPRINT).fullmatch(text)
    return "distribution" if found and re.match(r"[^：:]{1,8}[：:]", text) and parse_byline(text) is None else None


def _date(_: Piece, text: str) -> Kind | None:
    if only_date(text) or _dated_and_signed(text) or pattern(_HOUR_AND_SOURCE).match(text):
        return "date"
    if _broadcast(text):
        return "masthead"
    labels = pattern(
        r"(?:<<date_labels>>|<<meta_labels>>|<<source_labels>>|<<author_labels>>|<<editor_labels>>)\s*[：:]"
    ).findall(text)
    dated = next(find_dates(text), None)
    written = pattern("(?:<<author_labels>>)\\s*[：:]|\\s(?:记者|通讯员|作者)\\s+[\\u4e00-\\u9fff]").search(text)
    if dated and not written and pattern("<<editor_labels>>\\s*[：:]").search(text):
        return "masthead"
    if len(labels) >= 2 or (labels and dated):
        # Beside a date only a writer counts; a source would be the paper it was copied from.
        sent = not dated and pattern("(?:<<source_labels>>)\\s*[：:]").search(text)
        return "byline" if written or sent else "date"
    return "date" if _POSTED.search(text) and len(text) <= 60 and dated_line(text) else None


def _dated_and_signed(text: str) -> bool:
    """Whether a line states a day and who put the report up (2024-03-08 某县民政局)."""
    found = _DAY_AND_WRITER.fullmatch(text)
    return found is not None and (len(found["writer"]) <= _LONGEST_WRITER or is_organ(found["writer"]))


def _broadcast(text: str) -> bool:
    """The head of a script or paper: its name, its day, little else (《某县新闻》播出稿, 某县电视台, LISHUI DAILY)."""
    named = _SCRIPT.fullmatch(text) or _STATION.fullmatch(text) or _LATIN_NAME.fullmatch(text)
    named = named or pattern(_PROGRAMME_ITEM).fullmatch(text)
    return named is not None or (len(text) <= 36 and dated_line(text) and bool(_PROGRAMME.search(text)))


def dated_line(text: str) -> bool:
    """Whether a line states a date and goes on with no sentence."""
    return next(find_dates(text), None) is not None and not any(c in text for c in "。，；")


def _caption(piece: Piece, text: str) -> Kind | None:
    if len(text) > 120:
        return None
    if _PICTURE.fullmatch(text) or pattern(_STAGE).fullmatch(text):
        return "caption"
    if pattern(_CAPTION).fullmatch(text) and piece.block.mark in ("", "▲", "△"):
        return "caption"
    if piece.block.mark in ("▲", "△") and len(text) <= 45 and not body_opening(text):
        return "caption"
    if pattern("(?:<<caption_ends>>)[）)]?$").search(text) and (
        len(text) <= 60 or _CREDIT.search(text, len(text) - 12)
    ):
        return "caption" if not _names_writer(text) else None
    return None


def _names_writer(text: str) -> bool:
    byline = parse_byline(text.strip("（）()"))
    return byline is not None and not byline.credits_only


def _byline(piece: Piece, text: str) -> Kind | None:
    if _AFFILIATION.fullmatch(text):
        return "byline"
    bracketed = _BRACKETED.fullmatch(text)
    byline = parse_byline(bracketed["inside"], bracketed=True) if bracketed else parse_byline(text.strip(ORNAMENTS))
    if byline is None or text.strip(ORNAMENTS) in words("section_words"):  # ○简讯
        return None
    if byline.labelled or bracketed is not None or text[0] in ORNAMENTS:
        return "byline"
    # Items of a bulletin have marks too: what follows the mark must be short, and all names or a body's name.
    signed = piece.block.mark and piece.block.mark in ITEM_MARKS and not ends_sentence(text)
    return "byline" if signed and "：" not in text and len(text) <= 24 else None


def _section(_: Piece, text: str) -> Kind | None:
    if _JOURNAL.fullmatch(text) or _OCCASION.fullmatch(text) or (_KEYWORDS.match(text) and len(text) <= 90):
        return "section"
    return "section" if _SECTION.fullmatch(text) or text.replace(" ", "") in words("contents_heads") else None
