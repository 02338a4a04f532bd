"""Dates in a source that no calendar has, in the reports and in what frames them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.model import Article, FrameLine, Notice
from kg.read.dates import impossible_dates


def date_notices(text: str, articles: Sequence[Article], frame: Sequence[FrameLine]) -> Iterator[Notice]:
    """A notice for each impossible date of the decoded source, passages printed twice aside."""
    repeats = [(line.start, line.end) for line in frame if line.role == "repeat"]
    for found in impossible_dates(text):
        if any(start <= found.start < end for start, end in repeats):
            continue
        printed = text[found.start : found.end]
        kept = f"，按{found.iso}记 (no such date; kept as {found.iso})" if found.iso else " (no such date)"
        message = f"原文作“{printed}”，没有这一天{kept}"
        holder = next((a.n for a in articles if _holds(a, found.start)), None)
        readings = (printed, found.iso) if found.iso else (printed,)
        yield Notice("impossible-date", message, found.start, found.end, holder, readings)


def _holds(article: Article, offset: int) -> bool:
    """Whether a character of the source stands in an article, or is the date that it bears."""
    dated = article.published_evidence
    if dated is not None and dated.start <= offset < dated.end:
        return True
    return any(s.source_start <= offset < s.source_start + s.length for s in article.segments)
