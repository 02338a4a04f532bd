"""Make articles out of what the page was cut into: text with offsets, dates, authors, frame."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.model import Article, Author, Evidence, FrameLine, FrameRole, Notice
from kg.read.blocks import ORNAMENTS
from kg.read.dates import find_dates
from kg.read.dedupe import without_repeats
from kg.read.drafts import Draft
from kg.read.headings import Page
from kg.read.join import paragraphs
from kg.read.names import is_organ, labelled_authors, parse_byline
from kg.read.passage import Passage, glue
from kg.read.piece import Piece

_SAYS = re.compile(r"[。！？；，：]")


@dataclass(frozen=True, slots=True)
class Assembled:
    """The articles of a source, its frame and what was found odd."""

    articles: tuple[Article, ...]
    frame: tuple[FrameLine, ...]
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class _Dated:
    iso: str
    evidence: Evidence


def assemble(name: str, pieces: Sequence[Piece], drafts: Sequence[Draft], page: Page) -> Assembled:
    """The articles of one source in reading order; all share the frame of the source."""
    lines = _framed(pieces)
    texts: list[tuple[Draft, Passage, Passage]] = []
    notices: list[Notice] = []
    drafts, foot = _without_foot(drafts)
    for draft in foot:
        lines += [_frame_line("page-mark", p.passage) for p in (*draft.title, *draft.pieces) if p.role is None]
        lines += _framed(draft.set_aside)
    for draft in drafts:
        lines += _framed(draft.set_aside)
        kept, cut = without_repeats(paragraphs(draft.pieces, page))
        if not kept and not draft.title:
            continue
        texts.append((draft, _title(draft.title), glue(_with("\n", kept))))
        lines += [_frame_line("repeat", passage) for passage in cut]
        notices += [_repeat_notice(passage, len(texts)) for passage in cut]
    frame = tuple(sorted(lines, key=lambda line: (line.start, line.end)))
    general = _page_date(pieces, drafts)
    articles = tuple(_article(name, n, parts, general, frame) for n, parts in enumerate(texts, 1))
    return Assembled(articles, frame, tuple(notices))


def _without_foot(drafts: Sequence[Draft]) -> tuple[Sequence[Draft], Sequence[Draft]]:
    """The drafts without a last one that says nothing, and that: labels below a web page's report."""
    last = drafts[-1] if len(drafts) > 1 else None
    if last is None or not last.body or any(_SAYS.search(piece.text) for piece in last.body):
        return drafts, ()
    return drafts[:-1], drafts[-1:]


def _article(
    name: str, n: int, parts: tuple[Draft, Passage, Passage], general: _Dated | None, frame: tuple[FrameLine, ...]
) -> Article:
    draft, title, body = parts
    dated = next(_dates(draft.pieces), general)
    text = glue([title, "\n", body])
    return Article(
        source=name,
        n=n,
        title=title.text,
        text=text.text,
        segments=text.segments,
        published=dated.iso if dated else None,
        published_evidence=dated.evidence if dated else None,
        authors=tuple(_authors(draft.pieces)),
        frame=frame,
    )


def _framed(pieces: Sequence[Piece]) -> list[FrameLine]:
    return [_frame_line(p.role, p.passage) for p in pieces if p.role is not None]


def _frame_line(role: FrameRole, passage: Passage) -> FrameLine:
    return FrameLine(role, passage.text, passage.start, passage.end)


def _repeat_notice(passage: Passage, article: int) -> Notice:
    message = f"重复的一段只保留一次：{passage.text[:24]}… (a repeated passage is kept once)"
    return Notice("repeated-passage", message, passage.start, passage.end, article)


def _with(between: str, parts: Sequence[Passage]) -> Iterable[Passage | str]:
    for i, part in enumerate(parts):
        if i:
            yield between
        yield part


def _title(pieces: Sequence[Piece]) -> Passage:
    """The headline's lines joined by one space, without the full stop of the last."""
    title = glue(_with(" ", [piece.passage for piece in pieces]))
    return title.part(0, len(title.text.rstrip("。 ")))


def _dates(pieces: Sequence[Piece]) -> Iterator[_Dated]:
    for piece in pieces:
        if piece.kind not in ("date", "issue", "masthead", "byline", "issuer"):
            continue
        for found in find_dates(piece.text):
            start, end = piece.passage.source_range(found.start, found.end)
            yield _Dated(found.iso, Evidence(start, end, "source"))


def _page_date(pieces: Sequence[Piece], drafts: Sequence[Draft]) -> _Dated | None:
    """The date in the head of the page: above its first report."""
    first = next((d.title[0] if d.title else d.body[0] for d in drafts if d.title or d.body), None)
    if first is None:
        return None
    head = [p for p in pieces if p.passage.start < first.passage.start]
    # The most exact one, for "第 5 期（2023 年）" stands beside the day; of several the nearest to the report.
    return max(reversed(list(_dates(head))), key=lambda d: len(d.iso), default=None)


def _authors(pieces: Sequence[Piece]) -> Iterable[Author]:
    """Who signed a report: its writers, or where none is named the body that sent it in."""
    named = list(_signatures(pieces))
    people = [author for author in named if not is_organ(author.name)]
    return people or named


def _signatures(pieces: Sequence[Piece]) -> Iterator[Author]:
    seen: set[str] = set()
    for piece in pieces:
        if piece.kind != "byline":
            continue
        text = piece.text
        left = len(text) - len(text.lstrip("（(【[" + ORNAMENTS))
        inside = text[left:].rstrip("）)】]：:，" + ORNAMENTS)
        byline = parse_byline(inside, bracketed=left > 0)
        for start, end in byline.authors if byline else labelled_authors(inside):
            name = inside[start:end].replace(" ", "")
            if name not in seen:
                seen.add(name)
                yield Author(name, Evidence(*piece.passage.source_range(left + start, left + end), "source"))
