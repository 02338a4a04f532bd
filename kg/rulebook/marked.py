"""Read YAML and CSV so that every entry knows the line it stands on."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from kg.errors import RuleError
from kg.rulebook.columns import fault

Row = Mapping[str, str]
# The C loader is about eight times as fast; PyYAML built without libyaml lacks it.
Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Entry:
    """One mapping of a YAML file: its values, and the line (from 1) of each key and of each item of its lists."""

    file: str
    line: int
    values: Mapping[str, Any]
    key_lines: Mapping[str, int]
    item_lines: Mapping[str, tuple[int, ...]]

    def at(self, key: str, item: int | None = None) -> str:
        """``file:line`` of a key, or of one item of its list; the entry's own line where it lacks the key."""
        lines = self.item_lines.get(key, ())
        line = lines[item] if item is not None and item < len(lines) else self.key_lines.get(key, self.line)
        return f"{self.file}:{line}"


def label(path: Path) -> str:
    """The file as error messages name it: its folder and name."""
    return f"{path.parent.name}/{path.name}"


def entry_of(loader: Any, node: Any, file: str) -> Entry:
    """One mapping node as an Entry; raises RuleError where it is no mapping or gives a key twice."""
    line = node.start_mark.line + 1
    if not isinstance(node, yaml.MappingNode):
        raise RuleError(f"{file}:{line}: expected a mapping such as “id: …”; check the indentation")
    keys: dict[str, int] = {}
    items: dict[str, tuple[int, ...]] = {}
    for key, value in node.value:
        if key.value in keys:
            raise RuleError(f'{file}:{key.start_mark.line + 1}: the key "{key.value}" stands here twice; delete one')
        keys[key.value] = key.start_mark.line + 1
        if isinstance(value, yaml.SequenceNode):
            items[key.value] = tuple(n.start_mark.line + 1 for n in value.value)
    return Entry(file, line, loader.construct_object(node, deep=True), keys, items)


def root_node(path: Path) -> tuple[Any, Any]:
    """The loader and the root node of a YAML file (None where it is empty); raises RuleError on bad YAML."""
    loader = Loader(path.read_text(encoding="utf-8"))
    try:
        return loader, loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise RuleError(f"{label(path)}:{line}: not valid YAML: {error.problem}; put the text in '…'") from error


def read_entries(path: Path) -> tuple[Entry, ...]:
    """The mappings of a YAML list in file order."""
    loader, root = root_node(path)
    if root is None:
        return ()
    if not isinstance(root, yaml.SequenceNode):
        raise RuleError(f"{label(path)}:1: expected a list of rules, each beginning with “- id: …”")
    return tuple(entry_of(loader, node, label(path)) for node in root.value)


def read_named(path: Path) -> dict[str, Entry]:
    """Name → mapping of a YAML file whose root is a mapping of mappings."""
    loader, root = root_node(path)
    if root is None:
        return {}
    if not isinstance(root, yaml.MappingNode):
        raise RuleError(f"{label(path)}:1: expected “name: {{says: …, pattern: …}}” on each line")
    named: dict[str, Entry] = {}
    for key, value in root.value:
        if key.value in named:
            raise RuleError(f'{label(path)}:{key.start_mark.line + 1}: "{key.value}" stands here twice; rename one')
        named[key.value] = entry_of(loader, value, label(path))
    return named


# Lexicons of which each word has one row: a second one would hide the first.
ONE_ROW_A_WORD = frozenset(
    {
        "kind_weights",
        "organ_bodies",
        "organ_borders",
        "organ_heads",
        "place_abbreviations",
        "place_heads",
        "place_mastheads",
        "posts",
        "practice_heads",
        "practice_weights",
        "reasons",
        "units",
    }
)


def read_lexicon(path: Path) -> tuple[Row, ...]:
    """Rows of a CSV file with a header.

    Raises RuleError with the line of a row of another length, of one said twice, of a cell that means nothing.
    """
    width = 1 if path.stem in ONE_ROW_A_WORD else None
    said: dict[tuple[str, ...], int] = {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        rows: list[Row] = []
        try:
            for row in reader:
                if None in row or None in row.values():
                    cells = len(reader.fieldnames or ())
                    raise RuleError(
                        f"{label(path)}:{reader.line_num}: this row has not {cells} cells; "
                        "count its commas, and put a cell that holds a comma in double quotes"
                    )
                key = tuple(row.values())[:width]
                if key in said:
                    raise RuleError(
                        f"{label(path)}:{reader.line_num}: {key[0]} stands in line {said[key]} already; delete one"
                    )
                said[key] = reader.line_num
                wrong = fault(path.stem, row)
                if wrong:
                    raise RuleError(f"{label(path)}:{reader.line_num}: {key[0]}: {wrong}")
                rows.append(MappingProxyType(row))
        except csv.Error as error:
            raise RuleError(f"{label(path)}:{reader.line_num}: {error}; check the double quotes") from error
    return tuple(rows)
