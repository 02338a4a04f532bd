"""Cut a page into articles: which headings head a new report, and which stand inside one."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from kg.model import ScorePart
from kg.read.blocks import CLOSERS, ends_sentence
from kg.read.carve import turn_of
from kg.read.cues import pattern
from kg.read.headings import NUMBERED, Page, body_opening
from kg.read.piece import Piece
from kg.read.places import (
    has_place_colon,
    is_bare_place,
    named_places,
    names_elsewhere,
    names_only_known,
    starts_with_place,
)

THRESHOLD = 2.0
_NEAR = 200
_COUNTY, _TOWN = "县区旗", "镇乡道"
_SHORTEST_HEADLINE = 12
_LARGE, _OVERVIEW = "省市州盟", 80
_LEAD, _OPENING, _OPENS_WITH = 200, 60, 25
_SHORTEST_REPEAT = 6
_SENTENCE_ENDS = re.compile(r"[？！?!。][”’」』]?(?=.)")
_FRAME = re.compile(r"从.+到.+")


@dataclass(slots=True)
class Draft:
    """One article while it is being put together: its headline pieces and everything below them.

    ``set_aside`` is what stood with the headlines and is none: a page's banner, a headline printed again.
    """

    title: list[Piece] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    set_aside: list[Piece] = field(default_factory=list)
    sent_on: int = 0
    has_text: bool = False

    def add(self, piece: Piece) -> None:
        """Add a piece, and count whether the text is sent on to another page (下转) and taken up again (上接)."""
        self.pieces.append(piece)
        self.has_text = self.has_text or piece.kind in ("body", "heading")
        if piece.kind == "page-mark":
            self.sent_on += {"to": 1, "from": -1}.get(turn_of(piece.text), 0)

    @property
    def body(self) -> list[Piece]:
        """Paragraphs and subheads."""
        return [p for p in self.pieces if p.kind in ("body", "heading")]


@dataclass(frozen=True, slots=True)
class _Group:
    """Headings that stand together, what frames them, and where they are in the page."""

    start: int
    end: int
    headings: tuple[Piece, ...]
    before: Piece | None
    behind: Piece | None
    byline_before: bool
    byline_behind: bool
    taken_up: bool
    numbered: bool = False

    @property
    def text(self) -> str:
        return " ".join(p.text for p in self.headings)


def split(pieces: Sequence[Piece], page: Page) -> list[Draft]:
    """The articles of a page in order; pieces that frame them are left out."""
    groups = list(_groups(pieces))
    contents = {_bare(p.text) for p in pieces if p.kind == "contents"}
    drafts = [Draft()]
    at = 0
    for n, group in enumerate(groups):
        _take(drafts, pieces[at : group.start])
        at = group.end
        current = drafts[-1]
        parts = boundary_parts(group, current, groups[n + 1 : n + 3], contents, page)
        if sum(part.value for part in parts) >= THRESHOLD:
            title, rest = _title_lines(group, groups[n + 1 : n + 3])
            # Who wrote the first report of a page may stand above its headline.
            writers = [] if current.has_text or current.title else [p for p in current.pieces if p.kind == "byline"]
            drafts.append(Draft(title, writers))
            _take(drafts, rest)
        else:
            _take(drafts, pieces[group.start : group.end])
    _take(drafts, pieces[at:])
    for draft in drafts:
        _set_repeat_aside(draft)
    return _without_lead(_with_text(_attach_continued([d for d in drafts if d.has_text or d.title])))


def _set_repeat_aside(draft: Draft) -> None:
    """Take the headline, or its second line, that is printed again above the text out of it."""
    first = next((p for p in draft.pieces if p.kind in ("body", "heading")), None)
    title = _bare("".join(p.text for p in draft.title))
    if first is not None and len(_bare(first.text)) >= _SHORTEST_REPEAT and title.endswith(_bare(first.text)):
        draft.pieces.remove(first)
        draft.set_aside.append(first.as_kind("repeat"))


def _without_lead(drafts: list[Draft]) -> list[Draft]:
    """The drafts without the paragraph that leads in a collection of places' reports and heads nothing itself."""
    if len(drafts) < 3 or drafts[0].title or not all(_is_of_place(draft) for draft in drafts[1:]):
        return drafts
    lead = drafts[0].body
    if len(lead) > 1 or sum(len(p.text) for p in lead) > _LEAD or body_opening(lead[0].text)[-1:] in tuple(" （(：:"):
        return drafts
    drafts[1].set_aside[:0] = [p.as_kind("section") if p.kind == "body" else p for p in drafts[0].pieces]
    return drafts[1:]


def _is_of_place(draft: Draft) -> bool:
    return bool(draft.title) and (has_place_colon(draft.title[0].text) or starts_with_place(draft.title[0].text))


def _with_text(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without headings that head nothing: names of a page, and lines of contents printed again below."""
    kept: list[Draft] = []
    below: set[str] = set()
    for draft in reversed(drafts):
        headlines = {_bare(p.text) for p in draft.title}
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


def _groups(pieces: Sequence[Piece]) -> list[_Group]:
    found: list[_Group] = []
    numbers = _section_numbers(pieces)
    i = 0
    while i < len(pieces):
        if pieces[i].kind != "heading":
            i += 1
            continue
        start = i
        headings = [pieces[i]]
        i += 1
        while i < len(pieces) and pieces[i].kind == "heading" and _together(headings, pieces[i]):
            headings.append(pieces[i])
            i += 1
        found.append(replace(_group(pieces, start, i, headings), numbered=start - 1 in numbers))
    return found


def _section_numbers(pieces: Sequence[Piece]) -> frozenset[int]:
    """Where numbers alone in a line count the sections of one report: 1, 2, 3 …, each right before a heading.

    The number of a page stands before the first text or behind the last one, too.
    """
    marks = [i for i, p in enumerate(pieces) if p.kind == "page-mark" and p.text.isdecimal()]
    if not marks or [int(pieces[i].text) for i in marks] != list(range(1, len(marks) + 1)):
        return frozenset()
    begun = any(p.kind == "body" for p in pieces[: marks[0]])
    heading = all(i + 1 < len(pieces) and pieces[i + 1].kind == "heading" for i in marks)
    return frozenset(marks) if begun and heading else frozenset()


def _together(headings: Sequence[Piece], piece: Piece) -> bool:
    if piece.headline or NUMBERED.match(piece.text):
        return False
    level = headings[-1].block.level
    return not (level and piece.block.level) or level == piece.block.level


def _group(pieces: Sequence[Piece], start: int, end: int, headings: Sequence[Piece]) -> _Group:
    text = ("body", "heading")
    before = next((p for p in reversed(pieces[max(start - 64, 0) : start]) if p.kind in text), None)
    behind = next((p for p in pieces[end : end + 12] if p.kind in text), None)
    signs_before = _kinds(reversed(pieces[max(start - 6, 0) : start]))
    signs_behind = _kinds(pieces[end : end + 6])
    taken_up = end < len(pieces) and pieces[end].kind == "page-mark" and turn_of(pieces[end].text) == "from"
    return _Group(
        start,
        end,
        tuple(headings),
        before,
        behind,
        byline_before="byline" in signs_before,
        byline_behind=bool({"byline", "date"} & signs_behind),
        taken_up=taken_up,
    )


def _kinds(pieces: Iterable[Piece]) -> set[str]:
    """Kinds of the pieces up to the next text."""
    kinds: set[str] = set()
    for piece in pieces:
        if piece.kind in ("body", "heading"):
            break
        kinds.add(piece.kind)
    return kinds


def boundary_parts(
    group: _Group, current: Draft, later: Sequence[_Group], contents: set[str], page: Page
) -> tuple[ScorePart, ...]:
    """The named parts of the score for a group of headings to head a new article."""
    if not current.has_text and not current.title:
        return (ScorePart("first", 9.0),)
    if any(p.headline for p in group.headings):
        return (ScorePart("item", 9.0),)
    parts = [
        ScorePart("byline-before", 3.0 if group.byline_before else 0.0),
        ScorePart("byline-behind", 3.0 if group.byline_behind else 0.0),
        ScorePart("headline-without-text", -4.0 if not current.has_text else 0.0),
        ScorePart("taken-up-behind", 4.0 if group.taken_up else 0.0),
        ScorePart("apart", 1.0 if group.headings[0].block.gap > page.gap else 0.0),
        ScorePart("listed", 4.0 if any(_bare(p.text) in contents for p in group.headings) else 0.0),
        ScorePart("numbered", -4.0 if group.numbered or NUMBERED.match(group.headings[0].text) else 0.0),
        *_place_parts(group),
        *_form_parts(group, current),
        *_style_parts(group, current, later),
        *_text_parts(group, current),
        ScorePart("section-of-an-overview", -9.0 if _under_overview(group, current, later) else 0.0),
    ]
    return tuple(part for part in parts if part.value)


def _under_overview(group: _Group, current: Draft, later: Sequence[_Group]) -> bool:
    """Whether a series of counties (康县：…, 高台县：…) stands below an overview of a larger place, all of one pen."""
    series = [p for p in current.pieces if p.kind == "heading"] + [g.headings[0] for g in later if not g.byline_before]
    if group.byline_behind or len(group.headings) > 1 or not has_place_colon(group.text):
        return False
    first = next((i for i, p in enumerate(current.body) if p.kind == "heading"), len(current.body))
    overview = "".join(p.text for p in current.body[:first])
    title = "".join(p.text for p in current.title)
    named = [name for name in named_places(title + overview, _COUNTY + _LARGE) if not name.endswith("山区")]
    large = bool(named) and named[0][-1] in _LARGE and bool(title) and not has_place_colon(title)
    if not large or len(overview) < _OVERVIEW or names_elsewhere(group.text, title + overview):
        return False
    return any(has_place_colon(p.text) for p in series)


def _place_parts(group: _Group) -> list[ScorePart]:
    first = group.headings[0].text
    kicker = len(group.headings) > 1 and is_bare_place(first)
    return [
        ScorePart("place-kicker", 2.5 if kicker else 0.0),
        ScorePart("place-colon", 2.5 if has_place_colon(first) else 0.0),
    ]


def _form_parts(group: _Group, current: Draft) -> list[ScorePart]:
    longest = max(len(p.text) for p in group.headings)
    parts = [ScorePart("lines", 1.0 if len(group.headings) > 1 else 0.0)]
    parts.append(ScorePart("length", 1.0 if longest >= 22 else 0.5 if longest >= 18 else -1.0 if longest < 10 else 0.0))
    level, title = group.headings[0].block.level, (current.title[0].block.level if current.title else 0)
    if level:
        parts.append(ScorePart("markdown-level", 3.0 if title and level <= title else -3.0 if title else 0.0))
    return parts


def _style(piece: Piece) -> tuple[int, int]:
    return piece.text.count(" "), len(piece.text)


def _alike(a: Piece, b: Piece) -> bool:
    (spaces, length), (other_spaces, other_length) = _style(a), _style(b)
    return spaces == other_spaces and abs(length - other_length) <= 2


def _lines_alike(lines: Sequence[Piece], others: Sequence[Piece]) -> bool:
    """Whether two groups have the same lines: as many, each as long or in the frame (从…到…) of the other's."""
    return len(lines) == len(others) and all(
        _alike(a, b) or (_FRAME.fullmatch(a.text) and _FRAME.fullmatch(b.text))
        for a, b in zip(lines, others, strict=True)
    )


def _subheads(current: Draft) -> Iterator[list[Piece]]:
    """The headings of an article so far, those that stand together as one."""
    for is_heading, run in groupby(current.pieces[-_NEAR:], key=lambda p: p.kind == "heading"):
        if is_heading:
            yield list(run)


def _style_parts(group: _Group, current: Draft, later: Sequence[_Group]) -> list[ScorePart]:
    """Subheads of one article look alike, line by line, and so do the headlines of one page."""
    lines, parts = group.headings, []
    if len(lines) == 1 and len(current.title) == 1 and _alike(lines[0], current.title[0]):
        parts.append(ScorePart("like-the-headline", 1.5 if named_places(group.text) or group.byline_behind else 1.0))
    if any(_lines_alike(lines, above) for above in _subheads(current)):
        parts.append(ScorePart("like-subheads", -1.5))
    elif any(_lines_alike(lines, g.headings) for g in later[:2]):
        parts.append(ScorePart("like-next-heading", -1.0))
    if len(lines) > 1 and lines[0].text.rstrip(CLOSERS)[-1:] in tuple("？！?!"):
        # The text puts a question, or calls out, and a subhead follows it.
        parts.append(ScorePart("text-asks", -3.0 if _SENTENCE_ENDS.search(lines[0].text) else -1.5))
    return parts


def _text_parts(group: _Group, current: Draft) -> list[ScorePart]:
    parts = []
    if group.before is not None and group.before.kind == "body":
        parts.append(ScorePart("text-unfinished", 0.0 if ends_sentence(group.before.text) else -1.5))
        parts.append(ScorePart("text-closes", 0.5 if pattern("^(?:<<closings>>)").search(group.before.text) else 0.0))
    if group.behind is None:
        return [*parts, ScorePart("no-text", -9.0)]
    opening = body_opening(group.behind.text)
    if opening:
        general = pattern("<<report_leads>>").fullmatch(opening) is not None
        parts.append(ScorePart("opens-like-a-report", 1.0 if general else 1.5))
    if _is_about_the_same(group, current, opening):
        parts.append(ScorePart("same-place-behind", -1.5))
    return [*parts, *_new_place_parts(group.text, group.behind.text, current)]


def _is_about_the_same(group: _Group, current: Draft, opening: str) -> bool:
    """Whether a heading without a place or a pen stands above text that opens with a place the article began with."""
    signed = group.byline_before or group.byline_behind or opening[-1:] in tuple(" （(：:")
    if signed or group.behind is None or named_places(group.text) or has_place_colon(group.text):
        return False
    first = next((p.text for p in current.pieces if p.kind == "body"), "")
    return names_only_known(group.behind.text[:_OPENS_WITH], "".join(p.text for p in current.title) + first)


def _new_place_parts(headline: str, text: str, current: Draft) -> list[ScorePart]:
    """Places that the current article has not named yet, in the headline and where the text opens."""
    known = "".join(p.text for p in [*current.title, *current.pieces[:40]])
    fresh = [name for name in named_places(headline) if name not in known]
    first = next((p.text for p in current.pieces if p.kind == "body"), "")[:40]
    opens = [name for name in named_places(text[:_OPENS_WITH]) if name not in known]
    county = [name for name in opens if name[-1] in _COUNTY] if named_places(first, _COUNTY) else []
    town = [name for name in opens if name[-1] in _TOWN] if named_places(first, _TOWN) else []
    return [
        ScorePart("elsewhere", 1.5 if names_elsewhere(headline, known) else 0.0),
        ScorePart("elsewhere-behind", 1.0 if names_elsewhere(text[:_OPENING], known) else 0.0),
        ScorePart("new-place", 1.5 if fresh else 0.0),
        ScorePart("place-echoed", 1.0 if any(name in text[:40] for name in fresh) else 0.0),
        ScorePart("place-first", 1.0 if fresh and starts_with_place(headline) else 0.0),
        ScorePart("other-county", 2.0 if county else 0.0),
        ScorePart("other-town", 1.0 if town and not fresh else 0.0),
        ScorePart(
            "opens-with-a-county", 0.5 if not county and any(name[-1] in _COUNTY + "省市" for name in opens) else 0.0
        ),
    ]


def _title_lines(group: _Group, later: Sequence[_Group]) -> tuple[list[Piece], list[Piece]]:
    """The headline's lines, and a first subhead that stands right below them."""
    lines = list(group.headings)
    complete = (
        len(lines) >= 2 and lines[-1].text[0] not in "—-" and sum(len(p.text) for p in lines[:-1]) >= _SHORTEST_HEADLINE
    )
    followers = later[:2] if later and not later[0].byline_before else ()
    plain = [g for g in followers if not NUMBERED.match(g.text)]
    if complete and any(len(g.headings) == 1 and _style(lines[-1]) == _style(g.headings[0]) for g in plain):
        return lines[:-1], lines[-1:]
    return lines, []


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


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
