"""Turn a rule's pattern with ``{slot}`` into a regular expression, refusing what could not end soon."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from kg.errors import RuleError
from kg.rulebook.rule import Rule

SLOT = re.compile(r"\{(?:(?P<name>[a-z_]\w*):)?(?P<slot>[a-z_]\w*)\}")
UNBOUNDED = re.compile(r"(?<!\\)(?:[*+](?![?]?\))|\{\d+,\})")


def expand_slots(path: Path, tables: Mapping[str, tuple[Mapping[str, str], ...]]) -> dict[str, str]:
    """Slot name → regex; a slot is a ``pattern`` (which may use earlier slots) or the words of a ``lexicon``."""
    slots: dict[str, str] = {}
    for name, spec in (yaml.safe_load(path.read_text(encoding="utf-8")) or {}).items():
        if "lexicon" in spec:
            rows = tables[spec["lexicon"]]
            where = spec.get("where", {})
            words = {r[spec.get("column", "word")] for r in rows if all(r[k] == v for k, v in where.items())}
            slots[name] = "|".join(re.escape(w) for w in sorted(words - {""}, key=lambda w: (-len(w), w)))
        else:
            slots[name] = SLOT.sub(lambda m: f"(?:{slots[m['slot']]})", spec["pattern"])
    return slots


def fill(pattern: str, slots: Mapping[str, str], where: str) -> str:
    """The pattern with each slot as a named group; a second slot of the same name gets ``__2``."""
    used: dict[str, int] = {}

    def group(m: re.Match[str]) -> str:
        if m["slot"] not in slots:
            near = difflib.get_close_matches(m["slot"], slots, n=1)
            hint = f"; did you mean {{{near[0]}}}?" if near else ""
            raise RuleError(f"{where}: slot {{{m['slot']}}} is not defined{hint}")
        name = m["name"] or m["slot"]
        used[name] = used.get(name, 0) + 1
        return f"(?P<{name if used[name] == 1 else f'{name}__{used[name]}'}>{slots[m['slot']]})"

    return SLOT.sub(group, pattern)


def compile_rule(raw: Mapping[str, Any], path: Path, slots: Mapping[str, str]) -> Rule:
    """One entry of a YAML file as a Rule; raises RuleError naming what is wrong."""
    where = f'{path.name} rule "{raw.get("id", "?")}"'
    missing = [k for k in ("id", "says", "pattern", "yields", "examples") if k not in raw]
    if missing:
        raise RuleError(f"{where}: {', '.join(missing)} is missing")
    if UNBOUNDED.search(SLOT.sub("", raw["pattern"])):
        raise RuleError(f"{where}: an unbounded repeat (*, + or {{n,}}); write {{0,20}} or the like")
    try:
        regex = re.compile(fill(raw["pattern"], slots, where))
    except re.error as error:
        raise RuleError(f"{where}: {error}") from error
    return Rule(
        id=raw["id"],
        says=raw["says"],
        pattern=raw["pattern"],
        regex=regex,
        triggers=tuple(raw.get("triggers", ())),
        yields=raw["yields"],
        examples=tuple(raw["examples"]),
        counterexamples=tuple(raw.get("counterexamples", ())),
        where=where,
    )
