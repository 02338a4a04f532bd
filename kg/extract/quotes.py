"""Find quoted strings, and the runs of quoted strings that share what stands before and behind them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

CLOSER = {"“": "”", "‘": "’", "「": "」", "『": "』"}
STRAIGHT = '"'
MARK = re.compile(rf"[{''.join((*CLOSER, *CLOSER.values()))}{STRAIGHT}\n]")
JOINT = re.compile(r"\s?(?:、|和|与|及|以及|暨|/)?\s?")
WORD = re.compile(r"\w")
LONGEST = 120


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """A quoted string with its marks at ``start`` and ``end - 1``; ``depth`` 0 is the outermost."""

    start: int
    end: int
    depth: int

    def inner(self, text: str) -> str:
        """What stands between the marks."""
        return text[self.start + 1 : self.end - 1]


@dataclass(frozen=True, slots=True)
class QuoteRun:
    """Quoted strings that follow each other with nothing or a joint between them (“甲”“乙”和“丙”)."""

    quotes: tuple[Quote, ...]

    @property
    def start(self) -> int:
        """Offset of the first opening mark."""
        return self.quotes[0].start

    @property
    def end(self) -> int:
        """Offset behind the last closing mark."""
        return self.quotes[-1].end


@lru_cache(maxsize=2)
def find_quotes(text: str) -> tuple[Quote, ...]:
    """All quoted strings of a text, outer before inner; a mark left open, and a pair with no word between, is none."""
    quotes: list[Quote] = []
    open_marks: list[tuple[str, int]] = []
    for mark in MARK.finditer(text):
        i, char = mark.start(), mark.group()
        if char == "\n":
            open_marks.clear()
        elif char == STRAIGHT:
            if open_marks and open_marks[-1][0] == STRAIGHT:
                quotes.append(Quote(open_marks.pop()[1], i + 1, len(open_marks)))
            else:
                open_marks.append((STRAIGHT, i))
        elif char in CLOSER:
            open_marks.append((char, i))
        else:
            while open_marks and CLOSER.get(open_marks[-1][0]) != char:
                open_marks.pop()
            if open_marks:
                quotes.append(Quote(open_marks.pop()[1], i + 1, len(open_marks)))
    return tuple(
        sorted((q for q in quotes if WORD.search(text, q.start + 1, q.end - 1)), key=lambda q: (q.start, -q.end))
    )


@lru_cache(maxsize=2)
def quotes_by_word(text: str) -> dict[str, list[Quote]]:
    """The quoted strings of a text by what stands between their marks."""
    found: dict[str, list[Quote]] = {}
    for quote in find_quotes(text):
        found.setdefault(quote.inner(text), []).append(quote)
    return found


def quote_runs(text: str, quotes: tuple[Quote, ...], speech: frozenset[Quote] = frozenset()) -> tuple[QuoteRun, ...]:
    """Runs of quotes of one depth; quotes inside other quotes count only where the outer one is ``speech``."""
    outer: list[Quote] = []
    cover: list[Quote] = []
    for quote in quotes:
        cover = [c for c in cover if c.end > quote.start]
        if all(c in speech for c in cover) and quote not in speech and quote.end - quote.start <= LONGEST:
            outer.append(quote)
        cover.append(quote)
    runs: list[list[Quote]] = []
    for quote in outer:
        if runs and JOINT.fullmatch(text, runs[-1][-1].end, quote.start):
            runs[-1].append(quote)
        else:
            runs.append([quote])
    return tuple(QuoteRun(tuple(run)) for run in runs)


TITLE = re.compile(r"《[^《》\n]{1,80}》")


def title_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Spans of titles in 《》, marks included."""
    return tuple(m.span() for m in TITLE.finditer(text))
