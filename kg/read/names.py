"""Bylines: who wrote it, told apart from the words that say so and from editors and photographers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from kg.gazetteer import own_gazetteer
from kg.read.cues import any_of, pattern, words
from kg.read.words import is_common_word

TokenKind = Literal["author", "source", "editor", "credit", "name", "organ", "other"]
_TOKEN = re.compile(r"[^\s、，,；;/：:（）()|&【】\[\]《》<>]+")
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_FOREIGN = re.compile(r"[\u4e00-\u9fff]{1,7}[·•・][\u4e00-\u9fff]{1,10}")
_PLACE_ENDS = "省市县区州旗盟镇乡村"
_PLACE_LINE = re.compile(rf"[\u4e00-\u9fff]{{2,8}}[·•・][\u4e00-\u9fff]{{1,12}}[{_PLACE_ENDS}]")  # 山西·平定县
_LABELS: tuple[TokenKind, ...] = ("editor", "source", "author", "credit")
_SHOT = "摄图"
_SHORT_BODY = 4  # characters
_MEDIUM = 6  # characters; what is longer and ends like a paper is one (青河日报·新青河客户端)
_MAX_LINE, _MAX_NAMES = 90, 14


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a possible byline and what it is."""

    kind: TokenKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Byline:
    """A byline: the spans of the names of those who wrote, and whether words of authorship, a body stand in it."""

    authors: tuple[tuple[int, int], ...]
    labelled: bool
    credits_only: bool = False
    by_body: bool = False


def is_name(text: str) -> bool:
    """Whether a word has the form of a Chinese person's name: two to four characters, a surname first."""
    if _FOREIGN.fullmatch(text):
        return text[-1] not in _PLACE_ENDS  # 山西·平定县
    if not _HAN.fullmatch(text) or not 2 <= len(text) <= 6 or _is_dateline(text):
        return False
    if pattern("(?:<<given_names>>){1,2}").fullmatch(text):
        return True
    if text[:2] in words("compound_surnames"):
        return len(text) >= 3
    return len(text) <= 3 and text[0] in words("surnames")


def _is_dateline(text: str) -> bool:
    """Whether a word is a place and 讯 (木垒讯, 安溪讯)."""
    return text[-1] in "讯电" and bool(own_gazetteer().by_short(text[:-1]))


def is_organ(text: str) -> bool:
    """Whether a word has the form of a body's name (高新区党工委), not that of a headline about one."""
    bare = text.rstrip("）)")
    if not 3 <= len(bare) <= 32 or not re.fullmatch(r"[\u4e00-\u9fff（）()·]+", bare):
        return False
    if pattern("<<organ_deeds>>").search(bare) or _PLACE_LINE.fullmatch(bare):
        return False  # 某市建成首个矛盾调解中心
    return bool(pattern("(?:<<organ_ends>>)$").search(bare)) and not pattern("(?:<<not_organ_ends>>)$").search(bare)


@cache
def _label(kind: TokenKind) -> re.Pattern[str]:
    if kind == "author":
        media = r"[A-Za-z0-9]{0,8}(?:[\u4e00-\u9fff]{2,8}(?:报|台|网|社|中心|周刊|杂志|新闻|客户端|视频)[·•]?){0,2}"
        return re.compile(
            rf"(?:{media}(?:{any_of('author_prefixes')}|驻[\u4e00-\u9fff]{{1,6}}?)*{any_of('author_labels')})"
            rf"(?:[·]?{any_of('author_labels', 'credit_labels')})*"
        )
    return re.compile(f"(?:本[期版刊报])?{any_of(f'{kind}_labels')}")


def _tokens(text: str) -> list[Token]:
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        found += _classify(match[0], match.start())
    return _merge_spaced(found, text)


def _classify(word: str, at: int) -> list[Token]:
    end = at + len(word)
    for kind in _LABELS:
        if _label(kind).fullmatch(word):
            return [Token(kind, at, end)]
    medium = len(word) > _MEDIUM and pattern("(?:<<media_ends>>)$").search(word) is not None
    if medium or is_name(word):
        return [Token("organ" if medium else "name", at, end)]
    if (split := _glued(word)) is not None:
        (first, second), border = split
        return [Token(first, at, at + border), Token(second, at + border, end)]
    if pattern("[\\u4e00-\\u9fff]{2,6}(?:报道|融媒体?)").fullmatch(word):
        return [Token("author", at, end)]
    if is_organ(word) or (len(word) > 3 and pattern("(?:<<posts>>)$").search(word)):
        return [Token("organ", at, end)]
    return [Token("other", at, end)]


def _glued(word: str) -> tuple[tuple[TokenKind, TokenKind], int] | None:
    """A label and a name in one word (记者张三, 张三摄): their kinds, and where the second begins."""
    kinds: tuple[TokenKind, ...] = ("author", "credit", "editor")
    for kind in kinds:
        head = _label(kind).match(word)
        if head and word[-1] in _SHOT and is_name(word[head.end() : -1]):  # 记者张三摄 took the picture
            return ("credit", "name"), head.end()
        if head and head.end() > 1 and is_name(word[head.end() :]):  # no 文盛武强, 图说天下: names of accounts
            return (kind, "name"), head.end()
    tail = pattern("(?:<<author_labels>>|<<credit_labels>>)+$").search(word)
    if tail is None or not (is_name(word[: tail.start()]) or is_organ(word[: tail.start()])):
        return None
    return ("name", "author" if pattern("<<author_labels>>").search(tail[0]) else "credit"), tail.start()


def _parted(token: Token, text: str) -> tuple[Token, ...]:
    """A body and who works there in one word (某县融媒体中心张三): each."""
    for border in (token.end - 3, token.end - 2):
        body, name = text[token.start : border], text[border : token.end]
        if len(body) > _SHORT_BODY and is_name(name) and is_organ(body):
            return Token("organ", token.start, border), Token("name", border, token.end)
    return (token,)


def _merge_spaced(tokens: list[Token], text: str) -> list[Token]:
    """Put names together that were set with a space inside (张　华)."""
    merged: list[Token] = []
    for token in tokens:
        last = merged[-1] if merged else None
        if (
            last is not None
            and last.kind == token.kind == "other"
            and last.end - last.start == token.end - token.start == 1
            and not text[last.end : token.start].strip()
            and is_name(text[last.start] + text[token.start])
        ):
            merged[-1] = Token("name", last.start, token.end)
        else:
            merged.append(token)
    return merged


_DAY = re.compile(r"[\s，,]+(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日)?(?:播出|刊发|发布)?$")  # the day it was sent


def parse_byline(text: str, *, bracketed: bool = False) -> Byline | None:
    """The byline that a whole line (or the inside of a bracket) is; None where it is something else.

    Words of authorship, names and bodies may stand in it, nothing else; editors and photographers are no authors.
    Behind a word of authorship, or beside another name in a bracket, a name needs no Han surname (扎西).
    """
    text = _DAY.sub("", text)
    if position := pattern(r"(?:作者|笔者)(?:单位|系|为|：?系)").match(text):
        return Byline((), labelled=True, credits_only=True) if len(text) - position.end() <= 40 else None
    if len(text) > _MAX_LINE or any(c in text for c in "。！？“”…"):
        return None
    tokens = _tokens(text)
    if bracketed and any(t.kind == "author" for t in tokens):
        tokens = [part for t in tokens for part in (_parted(t, text) if t.kind == "other" else (t,))]
    tokens = _other_names(_sourced(tokens), text, bracketed=bracketed)
    if not tokens or any(t.kind == "other" for t in tokens):
        return None
    named = [t for t in tokens if t.kind in ("name", "organ")]
    if not named or len(named) > _MAX_NAMES:
        return None
    authors = _authors(tokens, text)
    labelled = any(t.kind in ("author", "editor", "credit", "source") for t in tokens)
    by_body = any(t.kind == "organ" for t in named)
    return Byline(tuple(authors), labelled, credits_only=labelled and not authors, by_body=by_body)


def labelled_authors(text: str) -> tuple[tuple[int, int], ...]:
    """Spans of the names behind a word of authorship in a line of particulars (发布时间：… 作者：…, 来源：… 记者 …)."""
    found: list[tuple[int, int]] = []
    label = r"(?:(?:<<author_labels>>)\s*[：:]\s*|(?<=\s)(?:<<author_labels>>)\s+)"
    behind = r"(?=\s+[^\s：:]{2,8}[：:]|\s+(?:<<author_labels>>)\s|$)"
    for match in pattern(rf"{label}(?P<names>[^：:]*?){behind}").finditer(text):
        byline = parse_byline(match["names"])
        start = match.start("names")
        found += [(start + s, start + e) for s, e in byline.authors] if byline else []
    return tuple(found)


def _sourced(tokens: list[Token]) -> list[Token]:
    """What follows 来源 is a body, whatever its name looks like (人民网)."""
    kinds = [t.kind for t in tokens]
    return [
        Token("organ", t.start, t.end) if t.kind == "other" and i > 0 and kinds[i - 1] == "source" else t
        for i, t in enumerate(tokens)
    ]


def _other_names(tokens: list[Token], text: str, *, bracketed: bool) -> list[Token]:
    """Names without a Han surname, where the place in the byline makes them names."""
    if all(t.kind != "other" for t in tokens):
        return tokens
    named = bracketed and any(t.kind == "name" for t in tokens)
    found: list[Token] = []
    for token in tokens:
        word = text[token.start : token.end]
        governed = named or (bool(found) and found[-1].kind in ("author", "credit", "name"))
        fits = _HAN.fullmatch(word) is not None and 2 <= len(word) <= 5 and not is_common_word(word)
        found.append(Token("name", token.start, token.end) if token.kind == "other" and governed and fits else token)
    return found


def _authors(tokens: list[Token], text: str) -> list[tuple[int, int]]:
    """Names that an author's label, or no label at all, governs; a label may also follow (张三 摄)."""
    found: list[tuple[int, int]] = []
    sources: list[tuple[int, int]] = []
    governing = "author"
    for i, token in enumerate(tokens):
        if token.kind in ("author", "editor", "credit", "source"):
            # 文/图 张三: who took the pictures wrote the text too.
            both = token.kind == "credit" and i > 0 and tokens[i - 1].kind == "author"
            governing = "author" if both else token.kind
            continue
        behind = tokens[i + 1] if i + 1 < len(tokens) else None
        postfixed = behind is not None and behind.kind == "credit" and not re.match(r"\s*[:：]", text[behind.end :])
        if postfixed and governing != "author":
            continue
        if postfixed and behind is not None and text[behind.start : behind.end] in ("摄", "供图", "摄影", "制图"):
            continue
        if governing == "author":
            found.append((token.start, token.end))
        elif governing == "source":
            sources.append((token.start, token.end))
    has_person = any(t.kind == "name" for t in tokens if (t.start, t.end) in found)
    if has_person:
        # A body beside people is where they work (某县委组织部 张三), not an author of its own.
        found = [(t.start, t.end) for t in tokens if t.kind == "name" and (t.start, t.end) in found]
    return found or [s for s in sources if _signs(text[slice(*s)])]


def _signs(source: str) -> bool:
    """Whether what follows 来源 is a body or a person who wrote; no medium, and no account (文明烟台)."""
    return (is_organ(source) or is_name(source)) and not pattern("(?:<<media_ends>>)$").search(source)
