"""Spans of a text that answer, without a walk over all of them, which lie near a stretch."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol, TypeVar


class _Bounded(Protocol):
    """Anything with a start and an end."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


_T = TypeVar("_T", bound=_Bounded)


def apart(ranked: Iterable[_T]) -> list[_T]:
    """The items that overlap none before them, in the order of their starts."""
    chosen: list[_T] = []
    taken: set[int] = set()
    for item in ranked:
        if taken.isdisjoint(range(item.start, item.end)):
            chosen.append(item)
            taken.update(range(item.start, item.end))
    return sorted(chosen, key=lambda item: item.start)


def standings(text: str, word: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """Where a word stands from ``start`` on, each behind the one before; no pattern is compiled for one word."""
    at = text.find(word, start)
    while at >= 0:
        yield at, at + len(word)
        at = text.find(word, at + len(word))


def counts_before(offsets: Sequence[int], size: int) -> list[int]:
    """For each offset below ``size`` how many of some offsets, which come in order, lie before it."""
    counts: list[int] = []
    for before, offset in enumerate(offsets):
        counts += [before] * (offset + 1 - len(counts))
    return counts + [len(offsets)] * (size - len(counts))


def next_ones(offsets: Sequence[int], size: int) -> list[int]:
    """For each offset below ``size`` the first of some offsets, which come in order, that does not lie before it.

    ``size`` itself where there is none. One look answers each of many questions, which take a bisection otherwise.
    """
    nearest: list[int] = []
    for offset in offsets:
        nearest += [offset] * (offset + 1 - len(nearest))
    return nearest + [size] * (size - len(nearest))


class Spans:
    """A set of ``[start, end)`` spans in order; each question costs a bisection and the spans it finds."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self.spans = sorted(set(spans))
        self.starts = [start for start, _ in self.spans]
        self.longest = max((end - start for start, end in self.spans), default=0)

    def touching(self, start: int, end: int) -> list[tuple[int, int]]:
        """The spans that share a character with a stretch."""
        first = bisect_left(self.starts, start - self.longest)
        return [span for span in self.spans[first : bisect_left(self.starts, end, first)] if span[1] > start]

    def touch(self, start: int, end: int) -> bool:
        """Whether a span shares a character with a stretch."""
        return bool(self.touching(start, end))

    def within(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The spans that lie in a stretch."""
        return (span for span in self.touching(start, end) if start <= span[0] and span[1] <= end)

    def hold(self, start: int, end: int) -> bool:
        """Whether one span holds a whole stretch."""
        near = self.touching(start, end)
        return bool(near) and any(first <= start and end <= last for first, last in near)

    def begin(self, offset: int) -> bool:
        """Whether a span starts at an offset."""
        i = bisect_left(self.starts, offset)
        return i < len(self.starts) and self.starts[i] == offset

    def last_end(self, offset: int) -> int:
        """Where the last span that starts before an offset ends; 0 where there is none."""
        i = bisect_right(self.starts, offset - 1)
        return self.spans[i - 1][1] if i else 0
