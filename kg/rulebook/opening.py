"""With which characters the matches of a pattern can begin, said where the engine does not see it by itself.

Python's engine skips to a character that may open a match only where the pattern's first part is a plain character
or class. Behind a look back, or where the first part may be missing, it tries the whole pattern at every character.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from kg.rulebook import tree

_CATEGORIES = {"CATEGORY_DIGIT": r"\d", "CATEGORY_SPACE": r"\s"}
_PLAIN = ("LITERAL", "IN")
_NO_WIDTH = ("ASSERT", "ASSERT_NOT", "AT")


class _Opening(NamedTuple):
    """Members of the class of first characters, and whether the part may be missing altogether."""

    members: frozenset[str]
    optional: bool


def opened(pattern: str) -> str:
    """The pattern behind a look ahead for a character that it can begin with; unchanged where that may be any."""
    parts = tree.parse(pattern)
    opening = _of_parts(parts)
    if opening is None or opening.optional or str(parts[0][0]) in _PLAIN:
        return pattern
    return f"(?=[{''.join(sorted(opening.members))}]){pattern}"


def _of_parts(parts: Iterable[Any]) -> _Opening | None:
    """The opening of parts that follow one another; None where it cannot be told."""
    members = frozenset[str]()
    for op, arg in parts:
        if str(op) in _NO_WIDTH:
            continue
        opening = _of_part(str(op), arg)
        if opening is None:
            return None
        members |= opening.members
        if not opening.optional:
            return _Opening(members, optional=False)
    return _Opening(members, optional=True)


def _of_part(op: str, arg: Any) -> _Opening | None:
    if op == "LITERAL":
        return _Opening(frozenset({re.escape(chr(arg))}), optional=False)
    if op == "IN":
        written = [_member(str(kind), value) for kind, value in arg]
        return None if None in written else _Opening(frozenset(m for m in written if m), optional=False)
    cases = [_of_parts(child) for child in tree.children(op, arg)]
    known = [case for case in cases if case is not None]
    if not cases or len(known) < len(cases) or op == "GROUPREF_EXISTS":
        return None
    missing = op in tree.REPEATS and arg[0] == 0
    members = frozenset[str]().union(*(case.members for case in known))
    return _Opening(members, missing or any(case.optional for case in known))


def _member(kind: str, value: Any) -> str | None:
    """One member of a class as it is written in one; None for a negated class and rare categories."""
    if kind == "LITERAL":
        return re.escape(chr(value))
    if kind == "RANGE":
        return "-".join(re.escape(chr(end)) for end in value)
    return _CATEGORIES.get(str(value)) if kind == "CATEGORY" else None
