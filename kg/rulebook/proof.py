"""Run a rule's own examples and counterexamples."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kg.rulebook.rule import Rule, RuleMatch


def differences(match: RuleMatch, gives: dict[str, Any]) -> dict[str, str | None]:
    """The slots in which a match differs from what was promised, with what it found instead."""
    return {slot: match.get(slot) for slot, value in gives.items() if match.get(slot) != value}


def line_of(lines: tuple[int, ...], i: int, where: str) -> str:
    """``file:line rule "id"`` of the i-th example."""
    if i >= len(lines):
        return where
    file, _, rest = where.partition(":")
    return f"{file}:{lines[i]} {rest.partition(' ')[2]}"


def failures(rule: Rule) -> Iterator[str]:
    """What the rule's examples and counterexamples disprove, one message each; nothing for a sound rule."""
    for i, example in enumerate(rule.examples):
        where = line_of(rule.example_lines, i, rule.where)
        found = [differences(m, example.get("gives") or {}) for m in rule.matches(example["text"])]
        if not found:
            yield f"{where}: does not match its example “{example['text']}”; mend the pattern or the example"
        elif all(found):
            yield f"{where}: in its example “{example['text']}” it gives {min(found, key=len)}; mend pattern or “gives”"
        elif not any(trigger in example["text"] for trigger in rule.triggers):
            yield f"{where}: its example “{example['text']}” holds none of its triggers; add one"
    for i, text in enumerate(rule.counterexamples):
        for match in rule.matches(text):
            where = line_of(rule.counterexample_lines, i, rule.where)
            yield f"{where}: matches “{text[match.start : match.end]}” in its counterexample “{text}”"
