"""One pass over an article for the triggers of all rules, so that a rule runs only where it can match."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import daachorse

from kg.model import Sentence
from kg.rulebook.rule import Rule, RuleMatch

NONE = frozenset[int]()
TriggerHit = tuple[int, int, tuple[int, ...]]
"""Start and end of a trigger in a text, and the numbers of the rules that wait for it."""


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

    def hits(self, text: str) -> list[TriggerHit]:
        """Each trigger in a text, by where it ends, overlaps included."""
        if self.automaton is None:
            return []
        waiting = self.waiting
        return [(start, end, waiting[trigger]) for start, end, trigger in self.automaton.find_overlapping(text)]


@dataclass(frozen=True, slots=True)
class Scan:
    """The rules that can match in each sentence of one text."""

    text: str
    groups: Mapping[str, frozenset[int]]
    rules: tuple[Rule, ...]
    awake: Mapping[int, frozenset[int]]

    def matches(self, group: str, sentence: Sentence) -> Iterator[RuleMatch]:
        """Matches of a group's rules inside a sentence, rule by rule in file order; KeyError for an unknown group."""
        numbers = self.groups[group]
        for number in sorted(numbers & self.awake.get(sentence.start, NONE)):
            yield from self.rules[number].matches(self.text, sentence.start, sentence.end)


def wake(sentences: Sequence[Sentence], hits: Iterable[TriggerHit]) -> dict[int, frozenset[int]]:
    """Sentence start → numbers of the rules of which a trigger lies wholly inside the sentence."""
    awake: dict[int, frozenset[int]] = {}
    numbers: set[int] = set()
    ahead = iter(sentences)
    sentence = next(ahead, None)
    for start, end, waiting in hits:
        while sentence is not None and end > sentence.end:
            if numbers:
                awake[sentence.start] = frozenset(numbers)
                numbers = set()
            sentence = next(ahead, None)
        if sentence is None:
            break
        if sentence.start <= start:
            numbers.update(waiting)
    if sentence is not None and numbers:
        awake[sentence.start] = frozenset(numbers)
    return awake
