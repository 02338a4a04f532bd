"""One rule: a pattern with named slots, what it yields, and the sentences that prove it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from kg.rulebook.opening import opened

ABSENT = (-1, -1)  # the span of a group that took no part


@dataclass(frozen=True, slots=True)
class RuleMatch:
    """A place in a text where a rule holds; ``slots`` give ``(start, end)`` of each slot that took part."""

    rule: Rule
    text: str
    start: int
    end: int
    slots: Mapping[str, tuple[int, int]]

    def __getitem__(self, slot: str) -> str:
        """The text of a slot; raises KeyError for a slot that took no part."""
        start, end = self.slots[slot]
        return self.text[start:end]

    def get(self, slot: str) -> str | None:
        """The text of a slot, None where it took no part."""
        return self[slot] if slot in self.slots else None


@dataclass(frozen=True)
class Rule:
    """A rule. ``triggers`` are strings of which each match contains at least one; ``where`` is ``file:line rule "id"``.

    ``behind_open`` is the pattern of what must follow where the rule opens with a slot that takes almost any words.

    Not slotted: the compiled regex is kept in the instance on first use, because compiling all rules takes
    longer than reading a short article with the few that it needs.
    """

    id: str
    says: str
    pattern: str
    source: str
    triggers: tuple[str, ...]
    yields: Mapping[str, Any]
    examples: tuple[Mapping[str, Any], ...]
    counterexamples: tuple[str, ...]
    where: str
    example_lines: tuple[int, ...] = ()
    counterexample_lines: tuple[int, ...] = ()
    behind_open: str | None = None

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled pattern, each slot a named group."""
        return re.compile(self.source if self.behind_open else opened(self.source))

    @cached_property
    def sieve(self) -> re.Pattern[str] | None:
        """What follows an open first slot; a search for it spares a try of the whole pattern at every character."""
        return None if self.behind_open is None else re.compile(self.behind_open)

    @cached_property
    def groups(self) -> tuple[tuple[str, int], ...]:
        """The slots with the numbers of their groups."""
        return tuple((name.partition("__")[0], group) for name, group in self.regex.groupindex.items())

    def matches(self, text: str, start: int = 0, end: int | None = None) -> Iterator[RuleMatch]:
        """Matches that lie inside ``[start, end)``; slots of one name with ``__2`` endings are alternatives."""
        end = len(text) if end is None else end
        if self.sieve is not None and self.sieve.search(text, start, end) is None:
            return
        for m in self.regex.finditer(text, start, end):
            slots = {slot: span for slot, group in self.groups if (span := m.span(group)) != ABSENT}
            yield RuleMatch(self, text, *m.span(), slots)
