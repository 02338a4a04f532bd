"""The numbers of a sentence that count: where each stands, its value and its unit."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extract.numbers import arabic, hanzi
from kg.rulebook import RuleMatch

SMALLEST_HANZI = 11
PEOPLE = frozenset({"人", "名", "位"})  # units in which people are counted, and they or their households
HOUSED = PEOPLE | {"户"}
ROUGH_HANZI = re.compile(r"[一二两三四五六七八九]{2}[十百千万]|几$")  # 六七十, 二十几


@dataclass(frozen=True, slots=True)
class Number:
    """A number that counts: where it stands, its value and unit; ``start`` includes words such as 约."""

    start: int
    end: int
    value: float
    unit: str
    approximate: bool
    rule: str


def counting(matches: list[RuleMatch]) -> list[Number]:
    """Numbers that count, in text order; of overlapping matches the rule that stands first in the file wins."""
    taken: set[int] = set()
    numbers: list[Number] = []
    for match in matches:
        span = match.slots["number"] if match.rule.yields.get("inside") else (match.start, match.end)
        if not taken.isdisjoint(range(*span)):
            continue
        number = number_of(match) if match.rule.yields["count"] else None
        if number is None and match.rule.yields["count"]:
            continue
        taken.update(range(*span))
        if number is not None:
            numbers.append(number)
    return sorted(numbers, key=lambda n: n.start)


def number_of(match: RuleMatch) -> Number | None:
    """The number a match stands for; None for small Chinese numerals, which mostly count an article's own sections."""
    rough = bool(
        match.get("more") or match.get("about") or match.get("round") or match.get("at_least")
        or match.get("lowest") or match.rule.yields.get("approximate")
    )  # fmt: skip
    scales = set("十百千万亿")
    if match.rule.yields.get("hanzi"):
        value = float(hanzi(match["number"].removesuffix("几")))
        decimals = match.get("decimals") or ""
        value += hanzi(decimals) / 10 ** len(decimals)
        rough = rough or ROUGH_HANZI.search(match["number"]) is not None
        round_number = match["number"] in scales
        large = scales & set(match["number"]) and (rough or (value >= SMALLEST_HANZI and not round_number))
        if not large and not match.rule.yields.get("small"):
            return None
    else:
        value = arabic(match["number"], match.get("scale") or "")
        value += arabic(match.get("rest") or "0", match.get("rest_scale") or "")
    tenth = match.get("tenth") or "零"
    value += arabic(match.get("jiao") or "0", "") / 10 + (5 if tenth == "半" else hanzi(tenth)) / 10
    opening = ("about", "lowest", "number") if match.rule.yields.get("inside") else ()
    start = min((match.slots[slot][0] for slot in opening if match.get(slot)), default=match.start)
    unit = match.get("unit") or match.get("single") or match.rule.yields.get("unit", "")
    unit = "口" if unit == "口人" else unit.removesuffix("钱")  # 5000元钱: yuan of money
    return Number(start, match.end, round(value, 6), unit, rough, match.rule.id)
