"""A figure that does not fit the others."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.doubts.figures import Figure
from kg.extract.numbers import arabic


@dataclass(frozen=True, slots=True)
class Misfit:
    """What is stated at ``[start, end)`` of the article's text, and by ``readings`` what the other figures say."""

    kind: str
    message: str
    start: int
    end: int
    readings: tuple[str, ...]


def printed(text: str, figure: Figure) -> str:
    """A figure as the article prints it."""
    return text[figure.start : figure.end]


def like(text: str, figure: Figure, value: float) -> str:
    """A value written as a figure is: 140000000 beside 1.2亿元 is 1.4亿元."""
    shown = printed(text, figure)
    tail = shown.lstrip("0123456789,.")
    return f"{short(value * arabic(shown.removesuffix(tail)) / figure.value)}{tail}"


def short(value: float) -> str:
    """A number without needless decimals, at most two."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
