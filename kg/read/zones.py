"""Kinds that only the neighbours tell: the head of a bulletin, names under a report, captions, editors' notes."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence
from dataclasses import replace

from kg.read.blocks import ends_sentence, unbalanced, weld
from kg.read.carve import turn_of
from kg.read.cues import pattern, words
from kg.read.dates import find_dates
from kg.read.headings import NUMBERED, Page, body_opening, may_be_heading
from kg.read.names import is_organ, parse_byline
from kg.read.piece import Piece, part_of
from kg.read.places import is_bare_place, starts_with_place

_PLACELESS = re.compile(
    "^中共|(?:办公室|研究室|委员会|党委|党工委|组织部|宣传部|课题组|调研组|政府|专班|中心|支部|总支)$"
)
_MARKS = re.compile(r"[：:，,。！？]")  # 甲镇：难事不出村 ends like a place and issues nothing
_PLAIN = re.compile(r"[\W_]+")
_FAR = 400
_LONGEST_HEAD = 60
_HALF, _PARAGRAPH = 30, 40  # characters of half a headline, and of the text below
# 在山里人看来，路通了才算过年——“盼路”。: a remark that leads in to the text, no view of a scene.
_REMARK = re.compile(r"来说|而言|来讲|看来|——|”。$|[不也]是|就是|越来越|怎么|如何")
_FIGURE = re.compile(r"\d[余多]?[万亿]?[余多]?[一-鿿]")  # a sentence with several is a report's


def top_of(pieces: Sequence[Piece]) -> int:
    """How many pieces stand above the first paragraph of a report."""
    for i, piece in enumerate(pieces):
        if piece.kind == "body" and (len(piece.text) > 48 or (ends_sentence(piece.text) and len(piece.text) > 24)):
            return i
    return len(pieces)


def mark_masthead(pieces: Sequence[Piece]) -> list[Piece]:
    """Name, issue, issuer and date of a bulletin or paper, wherever one begins."""
    top = top_of(pieces)
    issues = [i for i, p in enumerate(pieces) if p.kind == "issue"]
    found: list[Piece] = []
    for i, piece in enumerate(pieces):
        if piece.kind != "body" or len(piece.text) > _LONGEST_HEAD or piece.block.mark:
            found.append(piece)
            continue
        n = bisect(issues, i)
        to_issue = issues[n] - i if n < len(issues) else _FAR
        since_issue = i - issues[n - 1] if n else _FAR
        found += _head(pieces, i, top, to_issue, since_issue)
    return found


def _head(pieces: Sequence[Piece], i: int, top: int, to_issue: int, since_issue: int) -> list[Piece]:
    """One short line, read as part of the head of a bulletin or paper where it is one."""
    piece = pieces[i]
    text = _closed_up(piece.text)
    if len(text) > 40:
        return [piece.as_kind("masthead")] if i < top and _dated_masthead(text) else [piece]
    if to_issue == 1 or (to_issue <= 3 and i < top):
        return [piece.as_kind("masthead")] if may_be_heading(text) else [piece]
    if since_issue <= 3 and (parts := _issuer(piece)):
        return parts
    if i >= top:
        return [piece]
    named = i < 4 and len(text) <= (30 if since_issue <= 2 else 14) and pattern("(?:<<masthead_words>>)$").search(text)
    if named or _dated_masthead(text):
        return [piece.as_kind("masthead")]
    return [piece.as_kind("section")] if text in words("section_words") else [piece]


def _closed_up(text: str) -> str:
    """A text that is set with spaces between its characters (简 报) without them."""
    return text.replace(" ", "") if max(map(len, text.split())) == 1 else text


def _issuer(piece: Piece) -> list[Piece]:
    """The issuer of a bulletin and the date beside it."""
    text = piece.text
    dated = next(find_dates(text), None)
    if dated is None:
        return [piece.as_kind("issuer")] if _issues(text) else []
    behind = _PLAIN.sub("", text[dated.end :])
    if not _issues(text[: dated.start]) or not pattern("(?:<<issuing_words>>)?").fullmatch(behind):
        return []
    parts = (part_of(piece, 0, dated.start, "issuer"), part_of(piece, dated.start, len(text), "date"))
    return [part for part in parts if part]


def _issues(text: str) -> bool:
    """Whether a text is a body's name, a word for issuing behind it allowed (中共某县委组织部编)."""
    return not _MARKS.search(text) and is_organ(pattern("(?:<<issuing_words>>)$").sub("", _PLAIN.sub("", text)))


def _dated_masthead(text: str) -> bool:
    """A newspaper's head line: its name, a date, editors (某某日报 2022年11月3日 星期四)."""
    dated = next(find_dates(text), None)
    if dated is None:
        return False
    rest = (text[: dated.start] + " " + text[dated.end :]).split()
    name = pattern("(?:报|联播|<<masthead_words>>|<<paper_ends>>|<<column_ends>>)$")
    return any(name.search(part) for part in rest) or "星期" in text


def mend_headlines(pieces: Sequence[Piece]) -> list[Piece]:
    """A headline in two lines is one where a quote or bracket closes in the second, or a comma ends the first."""
    found: list[Piece] = []
    for i, piece in enumerate(pieces):
        last = found[-1] if found else None
        above = found[-2] if len(found) > 1 else None
        if last is not None and (_halves(last, piece) or _goes_on_below(above, last, pieces[i : i + 2])):
            found[-1] = replace(last, block=replace(last.block, passage=weld([last.passage, piece.passage])))
        else:
            found.append(piece)
    return found


def _goes_on_below(above: Piece | None, piece: Piece, behind: Sequence[Piece]) -> bool:
    """Whether a comma ends the first half of a headline, no text broken off above it, and a text opens below both."""
    halves = [p.text for p in (piece, *behind[:1]) if p.kind == "body" and len(p.text) <= _HALF and not p.block.mark]
    if len(halves) < 2 or halves[0][-1] != "，" or not may_be_heading(halves[1]) or ends_sentence(halves[1]):
        return False
    broken = above is not None and above.kind == "body" and not ends_sentence(above.text)
    text = behind[1] if len(behind) > 1 and not broken and not body_opening(halves[0]) else None
    return text is not None and (text.kind in ("byline", "date") or len(text.text) >= _PARAGRAPH)


def _halves(piece: Piece, behind: Piece) -> bool:
    if piece.kind != "body" or behind.kind != "body" or behind.block.gap or behind.block.mark or len(piece.text) > 36:
        return False
    both = piece.text + behind.text
    return unbalanced(piece.text) and not unbalanced(both) and len(both) <= 48 and may_be_heading(both)


def mark_bylines(pieces: Sequence[Piece]) -> list[Piece]:
    """Lines of names alone: under a report, or right below its headline."""
    marked = list(pieces)
    content = [i for i, p in enumerate(pieces) if p.kind in ("body", "heading", "distribution", "byline")]
    for n, i in enumerate(content):
        piece = marked[i]
        labelled = i > 0 and pieces[i - 1].kind == "section" and pieces[i - 1].text[0] in "【["
        fits = (
            piece.kind in ("body", "heading") and len(piece.text) <= 40 and piece.text[-1] not in "：:" and not labelled
        )
        byline = parse_byline(piece.text) if fits else None
        if byline is None or not all(_persons(piece, byline.authors)):
            continue
        before = marked[content[n - 1]] if n else None
        behind = marked[content[n + 1]] if n + 1 < len(content) else None
        if is_bare_place(piece.text) or before is None:
            continue
        posted = bool(pattern("<<posts>>").search(piece.text))
        under_text = before.kind == "body" and ends_sentence(before.text) and not posted
        numbered = behind is not None and NUMBERED.match(behind.text)
        under_headline = (
            before.kind == "heading"
            and behind is not None
            and (behind.kind == "byline" or len(behind.text) > 24 or ends_sentence(behind.text) or numbered)
        )
        if (under_text and (behind is None or behind.kind != "body" or len(behind.text) < 60)) or under_headline:
            marked[i] = piece.as_kind("byline")
    return marked


def mark_senders(pieces: Sequence[Piece]) -> list[Piece]:
    """A body's name alone below a headline is its byline (中共某县委政策研究室)."""
    marked = list(pieces)
    for i, piece in enumerate(pieces):
        before = marked[i - 1] if i else None
        behind = pieces[i + 1] if i + 1 < len(pieces) else None
        lone = piece.kind in ("body", "heading") and 5 <= len(piece.text) <= 30 and not piece.headline
        if not lone or before is None or behind is None:
            continue
        signed = before.kind == "body" and ends_sentence(before.text) and behind.kind == "date"
        if before.kind not in ("heading", "date") and not signed:
            continue
        long_text = behind.kind == "body" and len(behind.text) > 24
        if (long_text or behind.kind in ("date", "byline")) and _is_sender(piece.text):
            marked[i] = piece.as_kind("byline")
    return marked


def _is_sender(text: str) -> bool:
    """Whether a line is one body's name or several, each behind its place or of a kind that needs none."""
    return all(
        is_organ(name) and not is_bare_place(name) and (starts_with_place(name) or _PLACELESS.search(name))
        for name in text.split()
    )


def _persons(piece: Piece, spans: Sequence[tuple[int, int]]) -> list[bool]:
    return [not is_organ(piece.text[s:e]) and not _is_word(piece.text[s:e], len(spans)) for s, e in spans]


def _is_word(text: str, names: int) -> bool:
    """A surname-like first character does not make a name of an ordinary word (方法, 高质)."""
    from kg.read.words import is_common_word

    return names <= 2 and is_common_word(text)


def mark_captions(pieces: Sequence[Piece], page: Page) -> list[Piece]:
    """Short sentences beside pictures: they interrupt a sentence, stand apart, or come twice on the page."""
    marked = list(pieces)
    body = [i for i, p in enumerate(pieces) if p.kind in ("body", "heading")]
    counts: dict[str, int] = {}
    for i in body:
        counts[pieces[i].text] = counts.get(pieces[i].text, 0) + 1
    for n, i in enumerate(body):
        before = marked[body[n - 1]] if n else None
        behind = pieces[body[n + 1]] if n + 1 < len(body) else None
        if _caption_score(marked[i], before, behind, page, counts[pieces[i].text]) >= 2.0:
            marked[i] = marked[i].as_kind("caption")
    return marked


def _caption_score(piece: Piece, before: Piece | None, behind: Piece | None, page: Page, times: int) -> float:
    text = piece.text
    if piece.kind != "body" or not 6 <= len(text) <= 60 or text[-1] != "。" or "。" in text[:-1] or piece.block.mark:
        return 0.0
    if body_opening(text) or text[0] == "“" or page.short_lines or len(_FIGURE.findall(text)) > 1:
        return 0.0
    score = 0.5 if len(text) <= 40 else 0.0
    score += 0.5 if pattern("<<caption_scenes>>").search(text) else 0.0
    score += 1.0 if len(text) <= 16 and pattern("(?:<<caption_views>>)。$").search(text) else 0.0
    score += 1.2 if piece.block.gap > page.gap and not _opens_text(before, behind, page) else 0.0
    score += 1.5 if times > 1 else 0.0
    score -= 1.0 if _REMARK.search(text) else 0.0
    if before is not None and before.kind == "body" and not ends_sentence(before.text):
        score += _interruption(before, piece, behind, page)
    if before is not None and before.kind in ("heading", "caption"):
        score += 0.4
    if behind is not None and behind.kind == "heading" and len(text) <= 12:
        score += 0.6
    return score


def _opens_text(before: Piece | None, behind: Piece | None, page: Page) -> bool:
    """Whether a line set off from the headline above it is the first of the text: the next goes on right below."""
    if before is None or before.kind != "heading" or behind is None:
        return False
    return behind.block.gap <= page.gap and not body_opening(behind.text)


def _interruption(before: Piece, piece: Piece, behind: Piece | None, page: Page) -> float:
    """How surely a short sentence interrupts another one, rather than being its end."""
    from kg.read.words import crosses

    if crosses(before.text, piece.text) or piece.text[0] in words("never_begins"):
        return -3.0
    if behind is None or behind.kind != "body" or body_opening(behind.text) or turn_of(before.text):
        return 0.0
    apart = piece.block.gap > page.gap
    return 2.0 if len(piece.text) >= 10 and (apart or crosses(before.text, behind.text)) else 0.0


def mark_notes(pieces: Sequence[Piece]) -> list[Piece]:
    """An editor's note (编者按) above a report, with the headline still to come, stands outside of it."""
    marked = list(pieces)
    above: Piece | None = None
    for i, piece in enumerate(pieces):
        if marked[i].kind != "body":
            continue
        behind = [n for n in range(i + 1, min(i + 6, len(pieces))) if pieces[n].kind == "body"]
        headed = above is not None and not ends_sentence(above.text)
        length = 0 if headed else _note_length(piece, [pieces[n] for n in behind])
        for n in [i, *behind][:length]:
            marked[n] = pieces[n].as_kind("section")
        above = above if length else piece
    return marked


def _note_length(piece: Piece, behind: Sequence[Piece]) -> int:
    """How many pieces an editor's note takes: its own line, or a lone label and the paragraph below, else none."""
    if not behind or not pattern(r"[【\[]?(?:<<editor_notes>>)").match(piece.text):
        return 0
    label = pattern(r"[【\[]?(?:<<editor_notes>>)[】\]]?[：:]?").fullmatch(piece.text)
    if label and ends_sentence(behind[0].text):
        return 2 if len(behind) > 1 and may_be_heading(behind[1].text) else 0
    return 1 if may_be_heading(behind[0].text.rstrip("：:")) else 0


def carry_distribution(pieces: Sequence[Piece]) -> list[Piece]:
    """Lines that go on with a distribution list which did not end in its own line."""
    marked = list(pieces)
    for i in range(1, len(marked)):
        last, piece = marked[i - 1], marked[i]
        open_list = last.kind == "distribution" and last.text[-1] in "，、,;；"
        if open_list and piece.kind in ("body", "heading") and len(piece.text) <= 80:
            marked[i] = piece.as_kind("distribution")
    return marked
