"""Which rules of the rule book hold in a text, and which nearly do: up to which part of their pattern they fit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.explain.model import Reading
from kg.rulebook import RuleBook
from kg.rulebook.rule import Rule
from kg.rulebook.slot import SLOT, fill

MEASURES = "measures"  # their matches are weighed further, see ``measures.py`` beside this module
NEAR = 0.5
"""A rule nearly fires where at least this share of its pattern's parts fits from the beginning."""
QUANTIFIER = re.compile(r"(?:[*+?]|\{\d+(?:,\d*)?\})\??")


def pattern_parts(pattern: str) -> tuple[str, ...]:
    """The parts of a pattern at its top level, each with its quantifier; a pattern of alternatives is one part."""
    parts: list[str] = []
    at = 0
    while at < len(pattern):
        end = part_end(pattern, at)
        if pattern[at] == "|":
            return (pattern,)
        quantifier = QUANTIFIER.match(pattern, end)
        end = quantifier.end() if quantifier else end
        parts.append(pattern[at:end])
        at = end
    return tuple(parts)


def part_end(pattern: str, at: int) -> int:
    """Where the slot, group, class, escape or character at an offset ends."""
    slot = SLOT.match(pattern, at)
    if slot:
        return slot.end()
    if pattern[at] == "\\":
        return at + 2
    if pattern[at] == "[":
        return pattern.index("]", at + 2) + 1
    if pattern[at] != "(":
        return at + 1
    depth, i = 0, at
    while i < len(pattern):
        if pattern[i] == "\\":
            i += 1
        elif pattern[i] == "[":
            i = pattern.index("]", i + 2)
        else:
            depth += (pattern[i] == "(") - (pattern[i] == ")")
            if depth == 0:
                return i + 1
        i += 1
    return len(pattern)


def rule_readings(text: str, start: int, end: int, book: RuleBook) -> Iterator[Reading]:
    """The rules that hold in ``[start, end)`` with their slots, then those that nearly do, the nearest first."""
    near: list[tuple[float, Reading]] = []
    for group, rules in book.groups.items():
        for rule in rules:
            matches = list(rule.matches(text, start, end))
            for match in matches if group != MEASURES else ():
                slots = tuple((name, text[s:e]) for name, (s, e) in sorted(match.slots.items(), key=lambda x: x[1]))
                yield Reading(group, match.start, match.end, rule.id, rule.says, slots=slots)
            if not matches and any(trigger in text[start:end] for trigger in rule.triggers):
                found = nearest(rule, group, text[start:end], start, book)
                if found:
                    near.append(found)
    yield from (reading for _, reading in sorted(near, key=lambda x: -x[0]))


def nearest(rule: Rule, group: str, window: str, base: int, book: RuleBook) -> tuple[float, Reading] | None:
    """How far a rule that does not hold fits, and the part of its pattern that does not; None where it is too far."""
    parts = pattern_parts(rule.pattern)
    for count in range(len(parts) - 1, 0, -1):
        share = count / len(parts)
        if share < NEAR:
            return None
        source = fill("".join(parts[:count]), book.slots)
        fits = [m for m in re.finditer(source, window) if m.end() > m.start()]
        if fits:
            best = max(fits, key=lambda m: m.end() - m.start())
            return share, Reading(group, base + best.start(), base + best.end(), rule.id, rule.says, parts[count])
    return None
