"""Tell the name of a paper, site or column above a headline from the headline's own first line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from kg.model import ScorePart
from kg.read.blocks import ends_sentence, unbalanced
from kg.read.cues import pattern
from kg.read.dates import find_dates
from kg.read.headings import NUMBERED
from kg.read.piece import Piece
from kg.read.places import has_place_colon, is_bare_place

THRESHOLD = 2.0
_LONGEST_HEAD = 40  # characters of a line at the head of each page
_PAGE_NUMBER = re.compile(r"[\W_]*第?\s?\d{1,4}\s?[页版]?[\s,，/]*(?:共\s?)?(?:\d{1,4}\s?页)?[\W_]*")
_LONGEST, _COLUMN = 20, 6  # characters of a name, and of one short enough for a column whatever the headline's length
_MIDDLE_DOT = re.compile(r"[^·•|—]{2,12}\s?[·•|—]{1,2}\s?[^·•|—]{2,12}")
_DOT = re.compile(r"\s*[·•|]\s*")
_NUMBER = r"(?:[两二三四五六七八九十]|\d{1,2})"
_COLLECTION = re.compile(
    rf"[\u4e00-\u9fff“”]{{2,16}}{_NUMBER}(?:则|篇|例|题|组|瞥|帧|记)|.{{2,14}}[（(](?:[一二三四五六七八九十]|\d{{1,2}})[）)]"
    r"|.{2,18}(?:发言|讲话|材料|经验|做法|案例|事迹|心得|来稿)(?:摘编|摘登|选登|选编|选粹|集锦|汇编)"
)
_NOT_NAMES = re.compile(r"[，。！？!?、；;：:“”《》]")
# Between the name of a paper and the headline stand only such lines.
_PASSED = frozenset(("date", "issue", "issuer", "masthead", "section", "contents", "page-mark", "distribution"))


def mark_banners(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with names of papers, sites and columns that stand above a headline marked so."""
    marked = list(pieces)
    times = Counter(p.text for p in pieces if p.kind == "heading")
    for i, piece in enumerate(marked):
        if piece.kind != "heading" or piece.headline or piece.block.level:
            continue
        above = marked[i - 1] if i else None
        if above is not None and above.kind == "heading":
            continue
        paper = any(map(_is_paper, _DOT.split(piece.text)))  # 青河周刊 · 村里的人和事, a headline's byline behind it
        passed = _PASSED | {"byline"} if paper else _PASSED
        behind = next((p for p in pieces[i + 1 : i + 9] if p.kind not in passed), None)
        if behind is None or behind.kind != "heading" or NUMBERED.match(behind.text):
            continue
        dated = pieces[i + 1] is not behind
        headed = above is not None and above.kind in _PASSED
        parts = banner_parts(piece, behind, times[piece.text], dated=dated, headed=headed)
        if sum(part.value for part in parts) >= THRESHOLD:
            named = dated or all(map(_is_paper, piece.text.split()))
            marked[i] = piece.as_kind("masthead" if named else "section")
    return marked


def banner_parts(piece: Piece, headline: Piece, times: int, *, dated: bool, headed: bool) -> tuple[ScorePart, ...]:
    """The named parts of the score for a line to name the paper, site or column rather than to open the headline.

    ``headline`` is the heading below it, ``times`` how often the line stands on the page, ``dated`` whether a date
    or the like stands between the two, ``headed`` whether such a line stands above both.
    """
    text, below = piece.text, headline.text
    if len(text) > _LONGEST or is_bare_place(text) or has_place_colon(text) or NUMBERED.match(text) or unbalanced(text):
        return ()
    names = text.split()
    column = pattern("(?:<<column_ends>>)$").search(text) is not None
    parts = (
        ScorePart("paper", 2.0 * all(map(_is_paper, names))),
        ScorePart("column", 1.5 * column),
        ScorePart("paper-first", 1.0 * (len(names) > 1 and _is_paper(names[0]))),
        ScorePart("joined-names", 2.0 * bool(_MIDDLE_DOT.fullmatch(text))),
        ScorePart("collection", 3.0 * bool(_COLLECTION.fullmatch(text))),
        ScorePart("printed-again", 2.0 * (times > 1)),
        ScorePart("dated", 1.0 * (dated or next(find_dates(text), None) is not None)),
        ScorePart("topic", 0.8 * (len(text) <= 5 and bool(pattern("(?:<<column_topics>>)$").search(text)))),
        ScorePart("short", 0.5 * (len(text) <= 8)),
        ScorePart("below-a-head", 0.5 * headed),
        ScorePart("apart", 0.5 if headline.block.gap > 0 else -0.5),
        ScorePart("whole-headline-below", 0.5 * ("：" in below[2:14] or len(below) >= 14)),
        ScorePart("even-lines", -1.0 * (abs(len(below) - len(text)) <= 4 and not (column and len(text) < _COLUMN))),
        ScorePart("says-something", -2.0 * bool(_NOT_NAMES.search(text))),
        ScorePart("subtitle-below", -1.0 * (below[0] in "—-")),
    )
    return tuple(part for part in parts if part.value)


def _is_paper(name: str) -> bool:
    return bool(pattern("<<papers>>|.{2,10}(?:<<paper_ends>>)").fullmatch(name))


def mark_running_heads(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with a line that stands beside the numbers of pages again and again, a book's name, marked so."""
    numbers = {i for i, p in enumerate(pieces) if p.kind == "page-mark" and _PAGE_NUMBER.fullmatch(p.text)}
    beside = [pieces[i] for n in numbers for i in (n - 1, n + 1) if 0 <= i < len(pieces)]
    short = Counter(p.text for p in beside if p.kind == "body" and len(p.text) <= _LONGEST_HEAD)
    heads = [i for i, p in enumerate(pieces) if p.kind == "body" and short[p.text] > 1 and not ends_sentence(p.text)]
    marked = list(pieces)
    for i in heads:
        marked[i] = pieces[i].as_kind("masthead" if i == heads[0] else "page-mark")
    return marked
