"""The counts and percentages of a sentence, with what makes them rough."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from kg.extract.numbers import arabic, scale
from kg.rulebook import RuleBook, alternation

PERCENT = "%"
_KINDS = frozenset({"count", "measure", "money"})


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit at ``[start, end)``; ``rough`` where a word such as 约, 余, 以上 stands beside it.

    ``step`` is the value of its last digit: 0.1 for 19.4, 1000 for 1.2万.
    """

    start: int
    end: int
    value: float
    unit: str
    step: float
    rough: bool


@dataclass(frozen=True, slots=True)
class DoubtLexicon:
    """The pattern of a figure, and the words of ``doubt_words.csv`` by kind, the longest first."""

    figure: re.Pattern[str]
    words: Mapping[str, tuple[str, ...]]


@lru_cache(maxsize=4)
def doubt_lexicon(book: RuleBook) -> DoubtLexicon:
    """The words of a rule book that matter here, compiled once for each book."""
    units = {r["word"] for r in book.lexicon("units") if r["kind"] in _KINDS and r["counts"] == "1"}
    kinds = {r["kind"] for r in book.lexicon("doubt_words")}
    words = {k: tuple(sorted(book.words("doubt_words", kind=k), key=lambda w: (-len(w), w))) for k in kinds}
    return DoubtLexicon(
        re.compile(
            r"(?P<about>约|近|超过?|逾|至少|不少于|不足|将近|达到?近)?"
            r"(?<![\d.])(?P<digits>\d[\d,]{0,12}(?:\.\d{1,4})?)(?P<scale>[万亿千百]{0,2})(?P<more>余|多|来|几)?"
            rf"(?P<unit>[%\uff05]|{alternation(units)})(?P<tail>左右|以上|以下|以内|不等)?"
        ),
        MappingProxyType(words),
    )


def figures(text: str, start: int, end: int, lexicon: DoubtLexicon) -> Iterator[Figure]:
    """The figures in ``[start, end)`` of a text, in order."""
    for match in lexicon.figure.finditer(text, start, end):
        factor = scale(match["scale"])
        decimals = len(match["digits"].partition(".")[2])
        unit = PERCENT if match["unit"] in {"%", "\uff05"} else match["unit"]
        rough = bool(match["about"] or match["more"] or match["tail"])
        step = factor / 10**decimals if factor > 1 or decimals else 1.0
        yield Figure(match.start("digits"), match.end(), arabic(match["digits"]) * factor, unit, step, rough)
