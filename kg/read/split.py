"""Cut a page into articles: which headings head a new report, and which stand inside one."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence

from kg.read.blocks import ends_sentence
from kg.read.boundary import NEWS, THRESHOLD, boundary_parts, style
from kg.read.carve import turn_of
from kg.read.drafts import Draft, Group, bare, groups_of
from kg.read.headings import NUMBERED, Page, body_opening, is_dateline
from kg.read.piece import Piece
from kg.read.places import has_place_colon, starts_with_place

_COLUMN = re.compile(r"^[【\[][^】\]]{2,12}[】\]]")  # 【基层动态】 before a line of the contents
_SHORTEST_HEADLINE = 12
_LEAD = 200
_LATER = 12  # headings below one that may belong to its series
_SHORTEST_REPEAT = 6


def split(pieces: Sequence[Piece], page: Page) -> list[Draft]:
    """The articles of a page in order; pieces that frame them are left out."""
    groups = list(groups_of(pieces))
    listed = [p.text for p in pieces if p.kind == "contents"]
    contents = {bare(text) for text in listed} | {bare(_COLUMN.sub("", text)) for text in listed}
    drafts = [Draft()]
    at = 0
    for n, group in enumerate(groups):
        _take(drafts, pieces[at : group.start])
        at = group.end
        current = drafts[-1]
        parts = boundary_parts(group, current, groups[n + 1 : n + 1 + _LATER], contents, page)
        if sum(part.value for part in parts) >= THRESHOLD:
            title, rest = _title_lines(group, groups[n + 1 : n + 3])
            # Who wrote the first report of a page may stand above its headline.
            writers = [] if current.has_text or current.title else [p for p in current.pieces if p.kind == "byline"]
            of_news = any(part.name == NEWS for part in parts)
            drafts.append(Draft(title, writers, of_news=of_news))
            _take(drafts, rest)
        else:
            _take(drafts, pieces[group.start : group.end])
    _take(drafts, pieces[at:])
    for draft in drafts:
        _set_repeat_aside(draft)
    whole = _with_text(_attach_continued([d for d in drafts if d.has_text or d.title]))
    return _without_lead(_without_page_head(whole))


def _set_repeat_aside(draft: Draft) -> None:
    """Take the headline, or its second line, that is printed again above the text out of it."""
    first = next((p for p in draft.pieces if p.kind in ("body", "heading")), None)
    title = bare("".join(p.text for p in draft.title))
    if first is not None and len(bare(first.text)) >= _SHORTEST_REPEAT and title.endswith(bare(first.text)):
        draft.pieces.remove(first)
        draft.set_aside.append(first.as_kind("repeat"))


def _without_page_head(drafts: list[Draft]) -> list[Draft]:
    """The drafts without lines above the first headline that end no sentence: names of a site and of its columns."""
    if len(drafts) < 2 or drafts[0].title or any(ends_sentence(p.text) for p in drafts[0].body):
        return drafts
    return _set_first_aside(drafts)


def _without_lead(drafts: list[Draft]) -> list[Draft]:
    """The drafts without the paragraph that leads in a collection of places' reports and heads nothing itself."""
    if len(drafts) < 3 or drafts[0].title or not all(_is_of_place(draft) for draft in drafts[1:]):
        return drafts
    lead = drafts[0].body
    if len(lead) > 1 or sum(len(p.text) for p in lead) > _LEAD or is_dateline(body_opening(lead[0].text)):
        return drafts
    return _set_first_aside(drafts)


def _set_first_aside(drafts: list[Draft]) -> list[Draft]:
    """The drafts behind the first, whose lines the second holds aside: no character of the page is lost."""
    lines = [p.as_kind("section") if p.kind in ("body", "heading") else p for p in drafts[0].pieces]
    drafts[1].set_aside[:0] = [*lines, *drafts[0].set_aside]
    return drafts[1:]


def _is_of_place(draft: Draft) -> bool:
    return bool(draft.title) and (has_place_colon(draft.title[0].text) or starts_with_place(draft.title[0].text))


def _with_text(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without headings that head nothing: names of a page, and lines of contents printed again below."""
    kept: list[Draft] = []
    below: set[str] = set()
    for draft in reversed(drafts):
        headlines = {bare(p.text) for p in draft.title}
        listed = bool(headlines & below)
        below |= headlines
        if kept and not draft.body and (listed or not any(p.headline for p in draft.title)):
            heads = [p.as_kind("contents" if listed else "section") for p in draft.title]
            kept[-1].set_aside[:0] = heads + draft.pieces + draft.set_aside
        else:
            kept.append(draft)
    return kept[::-1]


def _take(drafts: list[Draft], pieces: Sequence[Piece]) -> None:
    """Add pieces to the last article; text taken up from another page begins a draft of its own."""
    for piece in pieces:
        taken_up = piece.kind == "page-mark" and turn_of(piece.text) == "from" and drafts[-1].sent_on <= 0
        if (taken_up or (piece.headline and piece.kind == "body")) and drafts[-1].has_text:
            drafts.append(Draft())
        drafts[-1].add(piece)


def _title_lines(group: Group, later: Sequence[Group]) -> tuple[list[Piece], list[Piece]]:
    """The headline's lines, and a first subhead that stands right below them.

    Lines above a byline are all the headline's.
    """
    lines = list(group.headings)
    if group.byline_behind:
        return lines, []
    complete = (
        len(lines) >= 2 and lines[-1].text[0] not in "—-" and sum(len(p.text) for p in lines[:-1]) >= _SHORTEST_HEADLINE
    )
    followers = later[:2] if later and not later[0].byline_before else ()
    plain = [g for g in followers if not NUMBERED.match(g.text)]
    if complete and any(len(g.headings) == 1 and style(lines[-1]) == style(g.headings[0]) for g in plain):
        return lines[:-1], lines[-1:]
    return lines, []


def _attach_continued(drafts: Sequence[Draft]) -> list[Draft]:
    """Put what another page takes up (上接) behind what was sent there (下转)."""
    kept: list[Draft] = []
    waiting: deque[Draft] = deque()
    for draft in drafts:
        if waiting and draft.sent_on < 0:
            target = waiting.popleft()
            target.pieces += draft.pieces
            target.set_aside += [*(piece.as_kind("repeat") for piece in draft.title), *draft.set_aside]
            continue
        kept.append(draft)
        if draft.sent_on > 0:
            waiting.append(draft)
    return kept
