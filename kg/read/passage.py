"""A stretch of cleaned text that remembers where each of its characters stands in the source."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from kg.model import Segment


@dataclass(frozen=True, slots=True)
class Passage:
    """Cleaned text and its source segments in text order; characters put in by the cleaning belong to none."""

    text: str
    segments: tuple[Segment, ...]

    @property
    def start(self) -> int:
        """Source offset of the first character that comes from the source."""
        return self.segments[0].source_start

    @property
    def end(self) -> int:
        """Source offset behind the last character that comes from the source."""
        last = self.segments[-1]
        return last.source_start + last.length

    def part(self, start: int, end: int) -> Passage:
        """The characters ``[start, end)`` of this passage."""
        start, end = max(start, 0), min(end, len(self.text))
        if start == 0 and end == len(self.text):
            return self
        i = max(bisect_right(self.segments, start, key=lambda s: s.text_start) - 1, 0)
        found: list[Segment] = []
        for segment in self.segments[i:]:
            if segment.text_start >= end:
                break
            low = max(segment.text_start, start)
            high = min(segment.text_start + segment.length, end)
            if low < high:
                found.append(Segment(low - start, segment.source_start + low - segment.text_start, high - low))
        return Passage(self.text[start:end], tuple(found))

    def strip(self) -> Passage:
        """Without white space at either end."""
        left = len(self.text) - len(self.text.lstrip())
        return self.part(left, max(len(self.text.rstrip()), left))

    def source_range(self, start: int, end: int) -> tuple[int, int]:
        """The source offsets that ``[start, end)`` of this passage spans."""
        inside = self.part(start, end)
        return inside.start, inside.end


def cut_from(folded: str, start: int, end: int, cut: re.Pattern[str]) -> Passage:
    """The stretch ``[start, end)`` of the folded source without what ``cut`` matches."""
    segments: list[Segment] = []
    pieces: list[str] = []
    at, length = start, 0
    for match in cut.finditer(folded, start, end):
        if match.start() > at:
            segments.append(Segment(length, at, match.start() - at))
            pieces.append(folded[at : match.start()])
            length += match.start() - at
        at = match.end()
    if at < end:
        segments.append(Segment(length, at, end - at))
        pieces.append(folded[at:end])
    return Passage("".join(pieces), tuple(segments))


def glue(parts: Iterable[Passage | str]) -> Passage:
    """The parts in one passage; plain strings are characters that the cleaning puts in."""
    pieces: list[str] = []
    segments: list[Segment] = []
    length = 0
    for part in parts:
        if isinstance(part, str):
            pieces.append(part)
            length += len(part)
            continue
        pieces.append(part.text)
        for s in part.segments:
            last = segments[-1] if segments else None
            if (
                last is not None
                and last.text_start + last.length == s.text_start + length
                and last.source_start + last.length == s.source_start
            ):
                segments[-1] = Segment(last.text_start, last.source_start, last.length + s.length)
            else:
                segments.append(Segment(s.text_start + length, s.source_start, s.length))
        length += len(part.text)
    return Passage("".join(pieces), tuple(segments))
