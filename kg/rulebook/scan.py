"""One pass over an article for the triggers of all rules, so that a rule runs only where it can match."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import daachorse

from kg.model import Sentence
from kg.rulebook.rule import Rule, RuleMatch


@dataclass(frozen=True, slots=True)
class TriggerIndex:
    """An automaton over all triggers, and for each trigger the numbers of the rules that wait for it."""

    automaton: Any
    waiting: tuple[tuple[int, ...], ...]

    @classmethod
    def of(cls, rules: Iterable[Rule]) -> TriggerIndex:
        """The index of some rules, numbered in order."""
        by_trigger: dict[str, list[int]] = {}
        for number, rule in enumerate(rules):
            for trigger in rule.triggers:
                by_trigger.setdefault(trigger, []).append(number)
        automaton = daachorse.CharwiseDoubleArrayAhoCorasick(list(by_trigger)) if by_trigger else None
        return cls(automaton, tuple(tuple(numbers) for numbers in by_trigger.values()))

    def hits(self, text: str) -> Iterator[tuple[int, int, tuple[int, ...]]]:
        """``(start, end, rule numbers)`` of each trigger in a text, overlaps included."""
        if self.automaton is not None:
            for start, end, trigger in self.automaton.find_overlapping(text):
                yield start, end, self.waiting[trigger]


@dataclass(frozen=True, slots=True)
class Scan:
    """The rules that can match in each sentence of one text."""

    text: str
    groups: Mapping[str, tuple[int, ...]]
    rules: tuple[Rule, ...]
    awake: Mapping[int, frozenset[int]]

    def matches(self, group: str, sentence: Sentence) -> Iterator[RuleMatch]:
        """Matches of a group's rules inside a sentence, rule by rule in file order; KeyError for an unknown group."""
        awake = self.awake.get(sentence.start, frozenset())
        for number in self.groups[group]:
            if number in awake:
                yield from self.rules[number].matches(self.text, sentence.start, sentence.end)


def wake(text: str, sentences: tuple[Sentence, ...], index: TriggerIndex) -> dict[int, frozenset[int]]:
    """Sentence start → numbers of the rules of which a trigger lies wholly inside the sentence."""
    awake: dict[int, set[int]] = {}
    starts = [s.start for s in sentences]
    for start, end, numbers in index.hits(text):
        i = bisect_right(starts, start) - 1
        if i >= 0 and end <= sentences[i].end:
            awake.setdefault(sentences[i].start, set()).update(numbers)
    return {start: frozenset(numbers) for start, numbers in awake.items()}
