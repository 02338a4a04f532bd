"""Slots: named pieces of pattern that rules share, each a bounded pattern or one column of a lexicon."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import RuleError
from kg.rulebook import tree
from kg.rulebook.hint import closest
from kg.rulebook.marked import Entry, Row, read_named
from kg.rulebook.words import alternation

SLOT = re.compile(r"\{(?:(?P<name>[a-z_]\w*):)?(?P<slot>[a-z_]\w*)\}")
FIRST_STAND_IN = 0xE000  # private use area: characters that no pattern holds


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot's regex, the strings of which each value holds one (or None), and whether its length varies."""

    name: str
    regex: str
    triggers: frozenset[str] | None
    elastic: bool


@dataclass(frozen=True, slots=True)
class Outline:
    """A pattern's tree in which one private-use character stands for each slot: small, so quick to examine."""

    parsed: Any
    slots: Mapping[str, Slot]

    def triggers(self) -> frozenset[str] | None:
        """Strings of which each match holds at least one."""
        return tree.triggers_of(self.parsed, {mark: slot.triggers for mark, slot in self.slots.items()})

    def is_elastic(self, op: str, arg: Any) -> bool:
        """Whether a leaf stands for a slot that varies in length."""
        members = [arg] if op == "LITERAL" else [v for o, v in arg if str(o) == "LITERAL"] if op == "IN" else []
        return any(chr(m) in self.slots and self.slots[chr(m)].elastic for m in members)

    def repeat_problem(self) -> str | None:
        """Why the pattern may run for long, or None."""
        return tree.repeat_problem(self.parsed, self.is_elastic)


def outline(pattern: str, slots: Mapping[str, Slot], where: str) -> Outline:
    """The outline of a pattern; raises RuleError for an unknown slot or a bad regex."""
    used: dict[str, Slot] = {}

    def stand_in(m: re.Match[str]) -> str:
        name = m["slot"]
        if name not in slots:
            raise RuleError(f"{where}: slot {{{name}}} is not defined{closest(name, slots)}")
        mark = chr(FIRST_STAND_IN + len(used))
        used[mark] = slots[name]
        return mark

    bare = SLOT.sub(stand_in, pattern)
    try:
        return Outline(tree.parse(bare), used)
    except re.error as error:
        raise RuleError(f"{where}: not a valid pattern: {error}; check brackets and backslashes") from error


def lexicon_slot(name: str, entry: Entry, tables: Mapping[str, tuple[Row, ...]]) -> Slot:
    """A slot that takes the words of one lexicon column, the longest first."""
    values = entry.values
    table, column, where = values["lexicon"], values.get("column", "word"), values.get("where", {})
    if table not in tables:
        raise RuleError(f'{entry.at("lexicon")}: slot {{{name}}}: no lexicon "{table}"{closest(table, tables)}')
    rows = tables[table]
    for wanted in (column, *where):
        if rows and wanted not in rows[0]:
            raise RuleError(f'{entry.at("lexicon")}: {table}.csv has no column "{wanted}"{closest(wanted, rows[0])}')
    words = {row[column] for row in rows if all(row[k] == v for k, v in where.items())} - {""}
    if not words:
        raise RuleError(f"{entry.at('lexicon')}: slot {{{name}}}: no row of {table}.csv fits; add one or mend “where”")
    return Slot(name, alternation(words), frozenset(words), elastic=False)


def pattern_slot(name: str, entry: Entry, slots: Mapping[str, Slot]) -> Slot:
    """A slot that is a pattern, which may use the slots above it."""
    pattern, where = entry.values["pattern"], f"{entry.at('pattern')}: slot {{{name}}}"
    shape = outline(pattern, slots, where)
    problem = shape.repeat_problem()
    if problem:
        raise RuleError(f"{where}: {problem}")
    elastic = any(tree.varies(o, a) or shape.is_elastic(o, a) for o, a in tree.nodes(shape.parsed))
    regex = SLOT.sub(lambda m: f"(?:{slots[m['slot']].regex})", pattern)
    return Slot(name, regex, shape.triggers(), elastic)


def read_slots(path: Path, tables: Mapping[str, tuple[Row, ...]]) -> dict[str, Slot]:
    """Name → slot in file order; raises RuleError with file and line."""
    slots: dict[str, Slot] = {}
    for name, entry in read_named(path).items():
        if "lexicon" in entry.values:
            slots[name] = lexicon_slot(name, entry, tables)
        elif "pattern" in entry.values:
            slots[name] = pattern_slot(name, entry, slots)
        else:
            raise RuleError(f"{entry.file}:{entry.line}: slot {{{name}}} needs “pattern” or “lexicon”")
    return slots


def fill(pattern: str, slots: Mapping[str, Slot]) -> str:
    """The pattern with each slot as a named group; a second slot of the same name gets ``__2``."""
    used: dict[str, int] = {}

    def group(m: re.Match[str]) -> str:
        name = m["name"] or m["slot"]
        used[name] = used.get(name, 0) + 1
        return f"(?P<{name if used[name] == 1 else f'{name}__{used[name]}'}>{slots[m['slot']].regex})"

    return SLOT.sub(group, pattern)


def behind_open(pattern: str, slots: Mapping[str, Slot], shape: Outline) -> str | None:
    """What must follow where a pattern opens with a slot of any length in which no known string stands, else None."""
    first = SLOT.match(pattern)
    if first is None or len(shape.parsed) == 1 or str(shape.parsed[0][0]) != "LITERAL":
        return None  # {slot}? and {slot}|… have another node there
    slot, rest = slots[first["slot"]], pattern[first.end() :]
    return fill(rest, slots) if slot.elastic and slot.triggers is None and "(?P=" not in rest else None
