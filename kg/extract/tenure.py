"""When a person holds a post: as of the report, at the time told of (时任) or no more (原, 曾任); since, until."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.since import DATE, in_title, resolved
from kg.model import Evidence, TenureStatus

NEAR = 14
"""Characters before a naming in which the date of an election may stand (2019年，贺建军当选为…)."""
THEN = re.compile(r"时任\Z")
# 中原, 此前 and 三年前 end in the same characters and say nothing about a post.
NOT_BEFORE = {"原": "中草平高太还开河荒川燎雪", "前": "此日以之目年月天提面眼从超跟午"}
FORMER = re.compile(r"(?:曾任|曾担任|曾是|历任|原|前)\Z")
CURRENT = re.compile(r"(?:现任|新任)\Z")
INSIDE = re.compile(r"曾任|曾担任|曾是|历任|先后任|时任")
OWN = re.compile(r"(?:原|前)(?!台)")
BEGAN = re.compile(r"当选|被选为|出任|接任|就任|上任|当上|被聘为|被任命")
HELD = re.compile(r"担任|任(?!务)|当选|出任|接任")
SPAN = re.compile(
    r"(?P<from>(?:19|20)\d\d)年?(?:[1-9]\d?月)?(?:[—－\-~～至到]|——)(?P<to>(?:19|20)\d\d)年(?:[1-9]\d?月)?"
)
ONWARD = re.compile(r"[，]?(?:起|开始|以来|至今)")
BEHIND = re.compile(r"[，]?(?:起|开始|以来)?(?:就|便|一直)?(?:担任|任职|上任|就任|当选|到任|任)")
LEFT = re.compile(r"[^，。；、\n]{0,4}(?:卸任|离任|退休|退下来|调离|卸下)")


@dataclass(frozen=True, slots=True)
class Term:
    """How a post stands in time; dates are ISO, as exact as they are told."""

    status: TenureStatus = "current"
    since: str | None = None
    until: str | None = None
    evidence: tuple[Evidence, ...] = ()


def term_of(text: str, naming: tuple[int, int], role: str, published: str | None) -> Term:
    """What the words before and in a naming at ``[start, end)``, and right behind it, tell of its time."""
    start, end = naming
    status, told = _status(text, start, end, role)
    span = SPAN.search(text, max(text.rfind("。", 0, start) + 1, start - NEAR), end)
    if span and HELD.search(text, span.end(), min(len(text), end + 1)):
        return Term("former" if status == "current" else status, span["from"], span["to"], (*told, _at(span)))
    since = _since(text, start, end, published)
    until = _until(text, end, published)
    dated = tuple(evidence for _, evidence in (since, until) if evidence)
    if until[0] and status == "current":
        status = "former"
    return Term(status, since[0], until[0], (*told, *dated))


def _status(text: str, start: int, end: int, role: str) -> tuple[TenureStatus, tuple[Evidence, ...]]:
    kinds: Sequence[tuple[TenureStatus, re.Pattern[str]]] = (("then", THEN), ("former", FORMER), ("current", CURRENT))
    for status, words in kinds:
        found = words.search(text, max(0, start - 3), start)
        if found and not _is_other_word(text, found):
            return status, (_at(found),)
    inside = INSIDE.search(text, start, end)
    if inside:
        return "then" if inside[0] == "时任" else "former", (_at(inside),)
    own = OWN.match(text, text.index(role, start, end))
    return ("former", (_at(own),)) if own and not _is_other_word(text, own) else ("current", ())


def _is_other_word(text: str, found: re.Match[str]) -> bool:
    return found.start() > 0 and text[found.start() - 1] in NOT_BEFORE.get(found[0], "")


def _since(text: str, start: int, end: int, published: str | None) -> tuple[str | None, Evidence | None]:
    """自2019年起担任 in the naming or behind it, or 2019年，…当选为 with the date before it."""
    behind = DATE.match(text, end + 1 if text[end : end + 1] in {"自", "从", "于"} else end)
    if behind and BEHIND.match(text, behind.end()):
        found = resolved(behind, published)
        return (found.date, found.evidence) if found else (None, None)
    floor = max(text.rfind("。", 0, start) + 1, text.rfind("\n", 0, start) + 1, start - NEAR)
    dates = [m for m in DATE.finditer(text, floor, end) if not in_title(text, m.start())]
    for date in reversed(dates):
        onward = ONWARD.match(text, date.end()) is not None
        verb = (HELD if onward else BEGAN).search(text, max(start, date.end()), end)
        if verb and (date.start() >= start or "；" not in text[date.end() : start]):
            found = resolved(date, published)
            if found:
                return found.date, found.evidence
    return None, None


def _until(text: str, end: int, published: str | None) -> tuple[str | None, Evidence | None]:
    """…，2021年卸任, right behind the naming."""
    date = DATE.match(text, end + 1) if text[end : end + 1] in "，于在" else None
    if date and LEFT.match(text, date.end()):
        found = resolved(date, published)
        if found:
            return found.date, found.evidence
    return None, None


def _at(found: re.Match[str]) -> Evidence:
    return Evidence(found.start(), found.end())
