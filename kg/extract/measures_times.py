"""What takes or may take so long: a deadline (2小时内回话), days and nights spent on something (驻村住了70夜)."""

from __future__ import annotations

import re

from kg.extract.measures_numbers import Number
from kg.extract.measures_tidy import tidy

Span = tuple[int, int]

DEADLINE, SPENT = "measure-deadline", "measure-days-spent"
LONGEST_DEED = 8  # characters
# 3天|给回音, 40分钟|赶到河滩
DUE = re.compile(
    rf"(?:须|必须|要|就要?|就?能|即可|可|便|给予)?(?:予以)?(?P<deed>[^，。；：、！？“”\n]{{1,{LONGEST_DEED}}})"
)
BY_YEAR = re.compile(r"到(20\d\d)年")
DOER = re.compile(r"[^，。；：、！？\d\n]{2,12}\Z")


def lasting(text: str, start: int, number: Number) -> tuple[str, Span] | None:
    """What is to be done in the time that a number tells or was done in it; ``start``: where its words may begin."""
    if number.rule == DEADLINE and (due := DUE.match(text, number.end)):
        return due["deed"] + "时限", due.span("deed")
    if number.rule == SPENT and (spent := DOER.search(text, start, number.start)):
        return tidy(spent[0].removesuffix("了")), spent.span()
    return None


def yet_to_come(text: str, start: int, number: Number, published: str | None) -> bool:
    """Whether the sentence from ``start`` on has named a year after the article's own: 到2027年，…建成40个."""
    return published is not None and any(year > published[:4] for year in BY_YEAR.findall(text, start, number.start))
