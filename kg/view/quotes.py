"""Cuts the sentence around a statement out of an article, with the statement itself marked."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import Article, Evidence

ENDS = frozenset("。！？；!?;\n")
BEFORE, AFTER = 90, 130  # characters of context at most: about three lines of the panel on either side
LONGEST_MARK = 240


def quote_parts(article: Article, evidence: Sequence[Evidence]) -> tuple[str, ...]:
    """The context of the first evidence as alternating plain and marked text, plain first.

    Every other evidence that lies within the same context is marked too. Evidence in the source file, outside the
    article's text, is shown as the frame line that holds it. Empty where nothing can be shown.
    """
    inside = sorted(e for e in evidence if e.where == "text" and 0 <= e.start < e.end <= len(article.text))
    if inside:
        first = inside[0]
        start, end = _window(article.text, first.start, first.end)
        return _mark(article.text, start, end, [(e.start, e.end) for e in inside if start <= e.start and e.end <= end])
    return _from_frame(article, [e for e in evidence if e.where == "source"])


def _window(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence or sentences around ``[start, end)``, bounded on both sides; a headline stays by itself."""
    low, high = max(0, start - BEFORE), min(len(text), end + AFTER)
    left = next((i + 1 for i in range(start - 1, low - 1, -1) if text[i] in ENDS), low)
    right = next((i + 1 for i in range(max(end - 1, start), high) if text[i] in ENDS), high)
    return left, right


def _mark(text: str, start: int, end: int, spans: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    parts: list[str] = []
    at = start
    for span_start, span_end in spans:
        if span_start < at and parts:  # overlaps the one before: lengthen that mark
            parts[-1] += text[at : max(at, span_end)]
        else:
            parts += [text[at:span_start], text[span_start:span_end]]
        at = max(at, span_end)
    parts.append(text[at:end])
    shown = [_shorten(part) if i % 2 else part for i, part in enumerate(parts)]
    if start > 0 and text[start - 1] not in ENDS:
        shown[0] = "…" + shown[0].lstrip()
    if end < len(text) and text[end - 1] not in ENDS:
        shown[-1] = shown[-1].rstrip() + "…"
    return tuple(shown)


def _shorten(marked: str) -> str:
    if len(marked) <= LONGEST_MARK:
        return marked
    return marked[: LONGEST_MARK // 2] + "…" + marked[-LONGEST_MARK // 2 :]


def _from_frame(article: Article, evidence: Sequence[Evidence]) -> tuple[str, ...]:
    for item in evidence:
        for line in article.frame:
            if line.start <= item.start and item.end <= line.end and len(line.text) == line.end - line.start:
                return _mark(line.text, 0, len(line.text), [(item.start - line.start, item.end - line.start)])
    return ()
