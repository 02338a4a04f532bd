"""Keep repeated passages once: what page layout printed twice, found in linear time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.read.passage import Passage, glue

SHORTEST = 30
"""A passage of whole sentences repeats when this many characters come again: longer than any document title."""
_ANCHOR = SHORTEST // 2
_SENTENCE = re.compile(r"[^。！？；\n]*[。！？；]?[”’）)]*\n?")
_CLAUSE = re.compile(r"[^，。；！？\n]{7,60}[，。；！？]")


@dataclass(frozen=True, slots=True)
class Repeat:
    """A stretch ``[start, end)`` of a text that stands at ``first`` already."""

    start: int
    end: int
    first: int


def without_repeats(parts: Sequence[Passage]) -> tuple[list[Passage], list[Passage]]:
    """The paragraphs with every repeated passage kept once, and the passages that were cut out."""
    text = "\n".join(part.text for part in parts)
    repeats = list(find_repeats(text))
    if not repeats:
        return list(parts), []
    kept: list[Passage] = []
    cut: list[Passage] = []
    offset, first = 0, 0
    for part in parts:
        end = offset + len(part.text)
        while first < len(repeats) and repeats[first].end <= offset:
            first += 1
        last = first
        while last < len(repeats) and repeats[last].start < end:
            last += 1
        inside = [(max(r.start - offset, 0), min(r.end, end) - offset) for r in repeats[first:last]]
        rest, gone = _cut(part, inside)
        kept += [rest] if rest.text else []
        cut += gone
        offset = end + 1
    return kept, cut


def _cut(part: Passage, spans: Sequence[tuple[int, int]]) -> tuple[Passage, list[Passage]]:
    rest: list[Passage | str] = []
    gone: list[Passage] = []
    at = 0
    for start, end in spans:
        rest.append(part.part(at, start))
        if found := part.part(start, end).strip():
            gone += [found] if found.text else []
        at = end
    rest.append(part.part(at, len(part.text)))
    return glue(rest).strip(), gone


def find_repeats(text: str) -> Iterator[Repeat]:
    """Stretches of whole sentences (or a clause said twice running) that stand earlier in the text, in order."""
    found = sorted([*_long_repeats(text), *_stutters(text)], key=lambda r: (r.start, -r.end))
    behind = 0
    for repeat in found:
        if repeat.start >= behind:
            yield repeat
            behind = repeat.end


def _long_repeats(text: str) -> Iterator[Repeat]:
    # Anchors at every 15th character, looked up at every character: any run of 30 holds a whole anchor.
    anchors: dict[str, int] = {}
    at, behind, planted, last = 0, 0, 0, len(text) - _ANCHOR
    while at <= last:
        while planted + _ANCHOR <= at:
            anchors.setdefault(text[planted : planted + _ANCHOR], planted)
            planted += _ANCHOR
        stop = min(planted + _ANCHOR, last + 1)
        at = next((i for i in range(at, stop) if text[i : i + _ANCHOR] in anchors), stop)
        if at == stop:
            continue
        start, end, origin = _extend(text, anchors[text[at : at + _ANCHOR]], at, behind)
        whole = _whole_sentences(text, start, end) if end - start >= SHORTEST else None
        if whole is not None:
            yield Repeat(*whole, origin + whole[0] - start)
        behind = at = max(end, at + 1)


def _extend(text: str, first: int, at: int, lowest: int) -> tuple[int, int, int]:
    start, origin = at, first
    while start > lowest and origin > 0 and text[start - 1] == text[origin - 1] and origin - 1 < start - 1:
        start, origin = start - 1, origin - 1
    end, other = at + _ANCHOR, first + _ANCHOR
    while end < len(text) and other < start and text[end] == text[other]:
        end, other = end + 1, other + 1
    return start, end, origin


def _whole_sentences(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The part of a stretch that is whole sentences of the text; None where less than ``SHORTEST`` is left."""
    low = start
    if start > 0 and text[start - 1] not in "。！？；\n”":
        found = re.compile(r"[。！？；\n][”’）)]*").search(text, start, end)
        if found is None:
            return None
        low = found.end()
    high = end
    if end < len(text) and text[end] != "\n" and text[end - 1] not in "。！？；\n":
        ends = list(re.compile(r"[。！？；\n][”’）)]*").finditer(text, low, end))
        if not ends:
            return None
        high = ends[-1].end()
    return (low, high) if len(text[low:high].strip()) >= SHORTEST else None


def _stutters(text: str) -> Iterator[Repeat]:
    """A clause that stands twice running (setting the page doubled it)."""
    last: re.Match[str] | None = None
    for match in _CLAUSE.finditer(text):
        if last is not None and last.end() == match.start() and last[0] == match[0]:
            yield Repeat(match.start(), match.end(), last.start())
        last = match
