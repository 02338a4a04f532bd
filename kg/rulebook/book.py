"""Load ``rules/*.yaml`` and ``lexicons/*.csv`` into one frozen RuleBook."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

import yaml

from kg.errors import RuleError
from kg.rulebook.compile import compile_rule, expand_slots
from kg.rulebook.rule import Rule, RuleMatch

PACKAGE = Path(__file__).resolve().parent.parent
Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RuleBook:
    """All rules by group (the YAML file's stem) and all lexicons by name (the CSV file's stem)."""

    groups: Mapping[str, tuple[Rule, ...]]
    lexicons: Mapping[str, tuple[Row, ...]]
    slots: Mapping[str, str]

    def rules(self, group: str) -> tuple[Rule, ...]:
        """The rules of one group in file order; raises KeyError for an unknown group."""
        return self.groups[group]

    def lexicon(self, name: str) -> tuple[Row, ...]:
        """The rows of one lexicon in file order; raises KeyError for an unknown lexicon."""
        return self.lexicons[name]

    def words(self, name: str, column: str = "word", **where: str) -> tuple[str, ...]:
        """One column of a lexicon, of the rows whose other columns equal ``where``."""
        return tuple(
            row[column] for row in self.lexicon(name) if row[column] and all(row[k] == v for k, v in where.items())
        )

    def matches(self, group: str, text: str, start: int, end: int) -> Iterator[RuleMatch]:
        """Matches of a group's rules in ``[start, end)`` of a text, rule by rule; skips rules without a trigger."""
        window = text[start:end]
        for rule in self.groups[group]:
            if not rule.triggers or any(t in window for t in rule.triggers):
                yield from rule.matches(text, start, end)


def read_lexicon(path: Path) -> tuple[Row, ...]:
    """Rows of a CSV file with a header; a row of another length raises RuleError with its line."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        rows: list[Row] = []
        for row in reader:
            if None in row or None in row.values():
                raise RuleError(f"{path.name}:{reader.line_num} this row has not {len(reader.fieldnames or ())} cells")
            rows.append(MappingProxyType(row))
    return tuple(rows)


def load_from(rules: Path, lexicons: Path) -> RuleBook:
    """Load, validate and compile one pair of folders; raises RuleError naming file, line and defect."""
    tables = {p.stem: read_lexicon(p) for p in sorted(lexicons.glob("*.csv"))}
    slots = expand_slots(rules / "slots.yaml", tables)
    groups: dict[str, tuple[Rule, ...]] = {}
    seen: dict[str, str] = {}
    for path in sorted(rules.glob("*.yaml")):
        if path.name == "slots.yaml":
            continue
        compiled = []
        for raw in yaml.safe_load(path.read_text(encoding="utf-8")) or []:
            rule = compile_rule(raw, path, slots)
            if rule.id in seen:
                raise RuleError(f'{rule.where} rule "{rule.id}" stands already at {seen[rule.id]}; give it another id')
            seen[rule.id] = rule.where
            compiled.append(rule)
        groups[path.stem] = tuple(compiled)
    return RuleBook(MappingProxyType(groups), MappingProxyType(tables), MappingProxyType(slots))


@lru_cache(maxsize=1)
def load_rulebook() -> RuleBook:
    """The package's own rule book, loaded once a process."""
    return load_from(PACKAGE / "rules", PACKAGE / "lexicons")
