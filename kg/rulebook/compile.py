"""Turn an entry of ``rules/*.yaml`` into a Rule, refusing what is incomplete or could not end soon."""

from __future__ import annotations

from collections.abc import Mapping

from kg.errors import RuleError
from kg.rulebook.hint import closest
from kg.rulebook.marked import Entry
from kg.rulebook.rule import Rule
from kg.rulebook.slot import Slot, behind_open, fill, outline

REQUIRED = ("id", "says", "pattern", "yields", "examples")
OPTIONAL = ("counterexamples", "triggers")


def check_keys(entry: Entry, where: str) -> None:
    """Raise RuleError for a missing, unknown or ill-typed key."""
    missing = [k for k in REQUIRED if entry.values.get(k) in (None, "", [])]
    if missing:
        raise RuleError(f"{where}: {', '.join(missing)} is missing; each rule needs {', '.join(REQUIRED)}")
    for key in entry.values:
        if key not in REQUIRED + OPTIONAL:
            raise RuleError(f'{entry.at(key)}: key "{key}" is unknown{closest(key, REQUIRED + OPTIONAL)}')
    for i, example in enumerate(entry.values["examples"]):
        if not isinstance(example, dict) or "text" not in example:
            raise RuleError(f"{entry.at('examples', i)}: an example reads “- {{text: …, gives: {{slot: value}}}}”")


def compile_rule(entry: Entry, slots: Mapping[str, Slot]) -> Rule:
    """The rule that an entry describes; its regex is compiled on first use."""
    values = entry.values
    where = f'{entry.file}:{entry.line} rule "{values.get("id", "?")}"'
    check_keys(entry, where)
    at = f'{entry.at("pattern")} rule "{values["id"]}"'
    shape = outline(values["pattern"], slots, at)
    problem = shape.repeat_problem()
    if problem:
        raise RuleError(f"{at}: {problem}")
    triggers = frozenset(values.get("triggers", ())) or shape.triggers()
    if not triggers:
        raise RuleError(f"{at}: no word in it must occur in every match; add “triggers: [词, …]”")
    return Rule(
        id=values["id"],
        says=values["says"],
        pattern=values["pattern"],
        source=fill(values["pattern"], slots),
        triggers=tuple(sorted(triggers)),
        yields=values["yields"],
        examples=tuple(values["examples"]),
        counterexamples=tuple(values.get("counterexamples") or ()),
        where=where,
        example_lines=entry.item_lines.get("examples", ()),
        counterexample_lines=entry.item_lines.get("counterexamples", ()),
        behind_open=behind_open(values["pattern"], slots, shape),
    )
