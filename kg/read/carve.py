"""Take out of each block what is not the report: page-turn marks, bylines in brackets, labels of a script."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from kg.read.blocks import Block
from kg.read.cues import pattern, words
from kg.read.names import parse_byline
from kg.read.piece import Kind, Piece, part_of

TURN = (
    r"(?P<way>下转|转至?|紧接|上接|接)\s*(?:本[版报]\s*)?第?\s*"
    r"(?:[A-Za-z]?\d{1,3}|[一二三四五六七八九十]{1,3})\s*[·]?\s*版(?:[^）)】\]。]{0,12})"
)
_TURN_MARK = re.compile(
    rf"[（(【\[]\s*{TURN}[）)】\]]|^(?:下转|上接|紧接)第?\s*[A-Za-z\d一二三四五六七八九十]{{1,3}}\s*版$"
)
_AT_END = re.compile(r"(?:(?<=[。！？”…])|(?<=[。！？”…] ))\s*[（(](?P<inside>[^（）()]{2,80})[）)]\s*$")
_SENT = ("讯", "电", "消息")
_AT_HEAD = re.compile(r"^(?P<lead>.{0,24}?(?:讯|电|消息|报道)?)\s*[（(](?P<inside>[^（）()]{2,60})[）)]")
_REPORTED = (
    r"^(?P<lead>.{0,12}?(?:讯|消息)[ ：:]*)?"
    r"(?P<names><<author_prefixes>>{0,2}(?:<<author_labels>>)[^。，]{2,40}?)报道[ ：:，]"
)
# Who wrote, without brackets, between the dateline and the text: 本网讯 记者某某 近年来….
_WRITER = (
    r"^[^，。；]{0,18}(?:讯|电|消息)[ ：:]{0,2}"
    r"(?P<names><<author_prefixes>>{0,2}(?:<<author_labels>>)[^。，；]{2,30})(?= [^ ])"
)
_TOPIC = re.compile(r"[\u4e00-\u9fff]{2,10}\d{0,2}月?\d{0,2}日?[电讯]\s*题\s*[：:]\s*(?=.{4})")
_TITLED = re.compile(r"(?:\d{1,2}[、.]\s*)?(?:[【\[]标题[】\]][：:]?|(?:文章|新闻)?(?:标题|题目)\s*[：:])\s*(?=.{4})")
_DATELINE = re.compile(
    r"(?P<lead>[\u4e00-\u9fff\d]{1,20}(?:讯|电|消息))\s*[（(][^（）()]{2,60}[）)]"
    r"|[\u4e00-\u9fff\d]{0,18}(?:报|网|社|台|日|融媒|客户端|发布)(?:讯|电)"
)
_HOUSE_AND_DAY = (
    r"[\u4e00-\u9fff]{2,16}(?:<<media_ends>>|融媒体中心)\s*\d{1,2}月\d{1,2}日\s*"
    r"(?=[\u4e00-\u9fff]{2,8}(?:讯|电|消息)[\s（(：:])"
)
_WITH_SITE = (
    r"(?P<headline>[^|\uff5c_。]{6,50}?)\s*(?:[|\uff5c_]|\s[-–—]{1,2}\s)\s*"
    r"(?:<<papers>>|[\u4e00-\u9fff·]{2,12}(?:<<paper_ends>>|门户网站|人民政府|政府网))"
)
_LONGEST_WITH_SITE = 80
_SIGNED_HEADLINE = re.compile(r"(?P<headline>[^。；]{4,40}?[^\s])\s+(?P<mark>[□■◎◇])\s*(?P<names>[^，。；：]{2,40})")
_FINIS = re.compile(r"\s*[（(](?:完|END|全文完|本文完)[）)]$")
_LABEL = (
    r"[【\[\u3014]\s*(?:<<script_labels>>)(?:[\d一二三四五六七八九十]{0,2})\s*[】\]\u3015][：:]?|(?:正文|内容)[：:]"
    r"|[【\[\u3014]\s*(?:<<script_items>>)(?:[\d一二三四五六七八九十]{1,2})\s*[】\]\u3015][：:]?"
    r"|(?:<<script_spoken>>)[\d一二三四五六七八九十]{0,2}(?:[：:]|\s+(?=.))"
)


def turn_of(text: str) -> str:
    """``to`` for a mark that sends the reader to another page, ``from`` for one that takes up there, else empty."""
    found = re.search(TURN, text)
    if found is None:
        return ""
    return "to" if "转" in found["way"] else "from"


def carve(blocks: Iterable[Block]) -> list[Piece]:
    """The blocks as pieces; everything that is not known yet is ``body``."""
    pieces = [Piece("body", block) for block in blocks]
    for knife in (
        _turns,
        _site_name,
        _signed_headline,
        _headline_labels,
        _labels,
        _lone_dateline,
        _house,
        _end_word,
        _tail_byline,
        _head_byline,
    ):
        pieces = [part for piece in pieces for part in (knife(piece) if piece.kind == "body" else (piece,))]
    return pieces


def _split(piece: Piece, cuts: Iterable[tuple[int, int, Kind]]) -> Iterator[Piece]:
    spans: list[tuple[int, int, Kind]] = []
    at = 0
    for start, end, kind in cuts:
        spans += [(at, start, "body"), (start, end, kind)]
        at = end
    flows = piece.flows
    for start, end, kind in [*spans, (at, len(piece.text), "body")]:
        if found := part_of(piece, start, end, kind):
            yield replace(found, flows=flows and kind == "body")
            flows = flows or kind == "body"


def _turns(piece: Piece) -> Iterable[Piece]:
    if "版" not in piece.text:
        return (piece,)
    return _split(piece, [(m.start(), m.end(), "page-mark") for m in _TURN_MARK.finditer(piece.text)])


@cache
def _label_opens() -> frozenset[str]:
    """The characters that a label begins with."""
    return frozenset("【[\u3014正内") | {word[0] for word in words("script_spoken")}


def _labels(piece: Piece) -> Iterable[Piece]:
    if piece.text[0] not in _label_opens():
        return (piece,)
    found = pattern(_LABEL).match(piece.text)
    return _split(piece, [(found.start(), found.end(), "section")]) if found else (piece,)


def _headline_labels(piece: Piece) -> Iterable[Piece]:
    """A headline behind words that say it is one: ``某社某地5日电 题：``, ``标题：``."""
    found = _TOPIC.match(piece.text) or _TITLED.match(piece.text)
    headline = part_of(piece, found.end(), len(piece.text), "heading") if found else None
    label = part_of(piece, 0, found.end(), "section") if found else None
    return (label, replace(headline, headline=True)) if label and headline else (piece,)


def _site_name(piece: Piece) -> Iterable[Piece]:
    """The name of the site behind a headline, as browsers show both: 村里来了新书记 | 青河新闻网."""
    if len(piece.text) > _LONGEST_WITH_SITE:
        return (piece,)
    found = pattern(_WITH_SITE).fullmatch(piece.text)
    return _split(piece, [(found.end("headline"), len(piece.text), "masthead")]) if found else (piece,)


def _signed_headline(piece: Piece) -> Iterable[Piece]:
    """The writers behind a headline, set off by the mark that papers put before them: 不打烊的小站　□李文."""
    found = _SIGNED_HEADLINE.fullmatch(piece.text) if len(piece.text) <= _LONGEST_WITH_SITE else None
    if found is None or parse_byline(found["names"]) is None:
        return (piece,)
    return _split(piece, [(*found.span("mark"), "page-mark"), (*found.span("names"), "byline")])


def _lone_dateline(piece: Piece) -> Iterable[Piece]:
    """A dateline in a line of its own, mostly with the writer in brackets."""
    found = _DATELINE.fullmatch(piece.text)
    if found is None:
        return (piece,)
    border = found.end("lead") if found["lead"] else len(piece.text)
    return _split(piece, [(0, border, "section"), (border, len(piece.text), "byline")])


def _house(piece: Piece) -> Iterable[Piece]:
    """The house and the day at the head of a dateline: 昌吉广播电视台12月3日|木垒讯."""
    found = pattern(_HOUSE_AND_DAY).match(piece.text[:40])
    return _split(piece, [(0, found.end(), "section")]) if found else (piece,)


def _end_word(piece: Piece) -> Iterable[Piece]:
    found = _FINIS.search(piece.text)
    return _split(piece, [(found.start(), found.end(), "page-mark")]) if found and found.start() else (piece,)


def _tail_byline(piece: Piece) -> Iterable[Piece]:
    found = _AT_END.search(piece.text, max(len(piece.text) - 90, 0)) if piece.text[-1] in "）)" else None
    if found is None or parse_byline(found["inside"], bracketed=True) is None:
        return (piece,)
    return _split(piece, [(found.start(), found.end(), "byline")])


def _head_byline(piece: Piece) -> Iterable[Piece]:
    head = piece.text[:100]
    found = _AT_HEAD.match(head)
    if found is not None:
        byline = parse_byline(found["inside"], bracketed=True)
        opens = not found["lead"] and byline is not None and byline.by_body  # （某县委组织部 张三）某县近年来…
        signed = byline is not None and (byline.labelled or found["lead"].endswith(_SENT) or opens)
        if signed and len(piece.text) > found.end() + 10:
            return _split(piece, [(found.start("inside") - 1, found.end(), "byline")])
    reported = pattern(_REPORTED).match(head)
    if reported is not None and parse_byline(reported["names"]) is not None:
        border = reported.end("names")
        return _split(piece, [(*reported.span("names"), "byline"), (border, reported.end(), "page-mark")])
    writer = pattern(_WRITER).match(head)
    if writer is not None and parse_byline(writer["names"]) is not None:
        return _split(piece, [(*writer.span("names"), "byline")])
    return (piece,)
