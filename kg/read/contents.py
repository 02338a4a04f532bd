"""Tables of contents, and lists of what stands on other pages: headlines that head nothing here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from kg.read.blocks import BULLETS
from kg.read.cues import pattern, words
from kg.read.headings import NUMBERED
from kg.read.piece import Piece

_LEADERS = re.compile(r"[ .·…—-]*[（(]?\s*\d{1,3}\s*[）)]?$")
_PLAIN = re.compile(r"[\W_]+")
_TEASER = re.compile(r"(?:\.{3}|…)\s*(?:[\[【（(]?(?:详细|全文|阅读全文|查看更多|更多)[\]】）)]?)?$")
_FAR = 400
_SHORTEST, _LONGEST = 5, 60
_ROW = 4  # headlines in one line; a headline itself has two or three parts
_MANY, _TELLING = 4, 12  # lines of a list of which one comes again as a headline, and characters that must agree


def mark_contents(pieces: Sequence[Piece], top: int) -> list[Piece]:
    """Tables of contents: lists above the first report, and lines that come again as headlines further down."""
    heads = [_key(_run_in_head(p)) for p in pieces[: top + _FAR]]
    ends = list(accumulate(map(len, heads)))
    # A headline may be set in two lines, so the lines are searched as one string.
    joined = "".join(heads)
    # Set with a triangle, a line of contents looks like a caption.
    short = [i for i in range(top) if pieces[i].kind in ("body", "caption")]
    listed = {i for i in short if pieces[i].kind == "body" and pieces[i].block.mark in tuple(BULLETS)}
    repeated = {i for i in short if any(joined.find(key, ends[i]) >= 0 for key in _keys(pieces[i].text))}
    # In a list its lines may have been taken for one broken line, so the first words must do.
    begun = {i for i in short if len(key := _key(pieces[i].text)) >= _TELLING and key[:_TELLING] in joined[ends[i] :]}
    runs = [_without_headline(pieces, run) for run in _runs(pieces, short) if run]
    repeated |= {i for run in runs if len(run) >= _MANY and begun & set(run) for i in run}
    headed = any(p.kind == "section" and p.text.replace(" ", "") in words("contents_heads") for p in pieces[:top])
    chosen = (listed if len(listed) >= 2 else set[int]()) | {i for i in short if _lists_headlines(pieces, i)}
    if headed or len(repeated) >= 2 or chosen:
        chosen = chosen | repeated
    return [p.as_kind("contents") if i in chosen else p for i, p in enumerate(pieces)]


def _lists_headlines(pieces: Sequence[Piece], i: int) -> bool:
    """Whether a line is several headlines of a page in a row, one of which stands below as a line of its own."""
    parts = pieces[i].text.split()
    if len(parts) < _ROW:
        return False
    below = {_key(p.text) for p in pieces[i + 1 : i + 9] if p.kind == "body"}
    return any(_key(part) in below for part in parts if len(_key(part)) > _SHORTEST)


def _without_headline(pieces: Sequence[Piece], run: Sequence[int]) -> Sequence[int]:
    """The numbers of a run without the last, where that is the headline right below the list that names it."""
    last = _key(pieces[run[-1]].text)
    return run[:-1] if any(_key(pieces[i].text) == last for i in run[:-1]) else run


def _runs(pieces: Sequence[Piece], chosen: Sequence[int]) -> Iterator[list[int]]:
    """The numbers in runs that follow on from each other with no blank line between."""
    run: list[int] = []
    for i in chosen:
        if run and (i != run[-1] + 1 or pieces[i].block.gap):
            yield run
            run = []
        run.append(i)
    yield run


def _run_in_head(piece: Piece) -> str:
    """A short line whole, of an item's paragraph its first sentence where that is as short (□headline。text)."""
    text = piece.text
    if len(text) <= _LONGEST:
        return text
    return text[: max(text.find("。", 0, _LONGEST), 0)] if piece.block.mark or NUMBERED.match(text) else ""


def _keys(text: str) -> list[str]:
    return [key for key in (_key(text), _PLAIN.sub("", text), _key(NUMBERED.sub("", text))) if len(key) > _SHORTEST]


def _key(text: str) -> str:
    return _PLAIN.sub("", _LEADERS.sub("", text))


def mark_related(pieces: Sequence[Piece]) -> list[Piece]:
    """Headlines of other pages below a word that says so (往期推荐), up to the next paragraph."""
    marked = list(pieces)
    inside = False
    for i, piece in enumerate(pieces):
        if piece.kind != "body" and not (inside and piece.block.mark):
            inside = inside or bool(pattern(r"\W*(?:<<related_heads>>)\W*").fullmatch(piece.text))
        elif inside and (_TEASER.search(piece.text) or _heads_nothing(pieces, i)):
            marked[i] = piece.as_kind("contents")
        else:
            inside = False
    return marked


def _heads_nothing(pieces: Sequence[Piece], i: int) -> bool:
    text = pieces[i].text
    return len(text) <= 40 and not text.endswith("。") and not _text_below(pieces, i)


def _text_below(pieces: Sequence[Piece], i: int) -> bool:
    """Whether a paragraph stands below number ``i``, before anything that is not text."""
    behind = pieces[i + 1] if i + 1 < len(pieces) else None
    return behind is not None and behind.kind == "body" and len(behind.text) > 40
