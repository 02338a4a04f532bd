"""What a regular expression's parse tree tells: whether it ends soon, and which strings each match must hold.

Python's own parser is used (``re._parser``, ``sre_parse`` before 3.11), so that the check reads what will run.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

sre: Any = importlib.import_module("re._parser" if sys.version_info >= (3, 11) else "sre_parse")

REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
MOST_TRIGGERS = 4000
MOST_CLASS = 64
LONGEST_REPEAT = 200
Triggers = frozenset[str]
Known = Mapping[str, "Triggers | None"]


def parse(pattern: str) -> Any:
    """The parse tree of a pattern; raises re.error."""
    return sre.parse(pattern)


def children(op: str, arg: Any) -> tuple[Any, ...]:
    """The sub-patterns of one node."""
    if op in (*REPEATS, "SUBPATTERN"):
        return (arg[-1],)
    if op == "BRANCH":
        return tuple(arg[1])
    if op in ("ASSERT", "ASSERT_NOT"):
        return (arg[1],)
    if op == "ATOMIC_GROUP":
        return (arg,)
    return tuple(a for a in arg[1:] if a is not None) if op == "GROUPREF_EXISTS" else ()


def nodes(tree: Any) -> Iterator[tuple[str, Any]]:
    """All nodes of a tree, outermost first."""
    for op, arg in tree:
        yield str(op), arg
        for child in children(str(op), arg):
            yield from nodes(child)


def varies(op: str, arg: Any) -> bool:
    """Whether a node repeats something more than once and a varying number of times."""
    return op in REPEATS and arg[1] > 1 and arg[0] != arg[1]


def bordered(body: Any, elastic: Callable[[str, Any], bool]) -> bool:
    """Whether a repeated body begins or ends with something fixed, so that it can be cut in one way only."""
    if len(body) == 1 and str(body[0][0]) in ("SUBPATTERN", "BRANCH"):
        cases = children(str(body[0][0]), body[0][1])
        return all(bordered(case, elastic) for case in cases if changes(case, elastic))
    return len(body) > 1 and any(
        str(op) in ("LITERAL", "IN") and not elastic(str(op), arg) for op, arg in (body[0], body[-1])
    )


def changes(body: Any, elastic: Callable[[str, Any], bool]) -> bool:
    """Whether something inside a body varies in length."""
    return any(varies(op, arg) or elastic(op, arg) for op, arg in nodes(body))


def repeat_problem(tree: Any, elastic: Callable[[str, Any], bool]) -> str | None:
    """Why a pattern may run for long, or None. ``elastic`` tells which leaf stands for a slot that repeats inside."""
    for op, arg in nodes(tree):
        if op not in REPEATS or arg[1] <= 1:
            continue
        if arg[1] > LONGEST_REPEAT:
            return f"an unbounded repeat (*, + or more than {LONGEST_REPEAT} times); write {{0,20}} or the like"
        if changes(arg[2], elastic) and not bordered(arg[2], elastic):
            return "a repeat inside a repeat without a fixed border; write (?:…、){0,5} or list the cases"
    return None


def class_members(arg: Any) -> frozenset[str] | None:
    """The characters of a small class such as [个名家], None for a large, negated or named one."""
    found: set[str] = set()
    for op, value in arg:
        if str(op) == "LITERAL":
            found.add(chr(value))
        elif str(op) == "RANGE" and value[1] - value[0] < MOST_CLASS:
            found.update(map(chr, range(value[0], value[1] + 1)))
        else:
            return None
    return frozenset(found) if len(found) <= MOST_CLASS else None


def member_triggers(members: frozenset[str] | None, slots: Known) -> Triggers | None:
    """The triggers of a class; Python's parser turns {甲}|{乙} into a class of the two stand-ins."""
    cases = [slots.get(m, frozenset({m})) for m in sorted(members or ())]
    known = [case for case in cases if case is not None]
    return frozenset().union(*known) if known and len(known) == len(cases) else None


def quality(triggers: Triggers) -> tuple[int, int]:
    """How well a set of triggers sifts: the length of its shortest string first, then how few it has."""
    return (min(2, *map(len, triggers)), -len(triggers))


def better(sets: Iterable[Triggers | None]) -> Triggers | None:
    """The best of several sets, each of which alone would do."""
    usable = [s for s in sets if s and len(s) <= MOST_TRIGGERS]
    return max(usable, key=lambda s: (quality(s), sorted(s))) if usable else None


def triggers_of(tree: Any, slots: Known) -> Triggers | None:
    """Strings of which each match of the tree holds at least one, None where there is no such set.

    ``slots`` gives the strings that must occur in the slot for which a private-use character stands.
    """
    found: list[Triggers | None] = []
    run = ""
    for op, arg in tree:
        name = str(op)
        if name == "LITERAL" and chr(arg) not in slots:
            run += chr(arg)
            continue
        found.append(frozenset({run}) if run else None)
        run = ""
        found.append(node_triggers(name, arg, slots))
    found.append(frozenset({run}) if run else None)
    return better(found)


def alternatives(members: frozenset[str] | None, slots: Known) -> Triggers | None:
    """The strings of a class, of which Python's parser makes one out of alternatives of one character (``{a}|{b}``)."""
    if members is None:
        return None
    sets = [slots[member] if member in slots else frozenset({member}) for member in sorted(members)]
    known = [s for s in sets if s is not None]
    return frozenset().union(*known) if len(known) == len(sets) else None


def node_triggers(op: str, arg: Any, slots: Known) -> Triggers | None:
    """The same for one node that is no plain character."""
    if op == "LITERAL":
        return slots[chr(arg)]
    if op == "IN":
        return alternatives(class_members(arg), slots)
    if op in ("SUBPATTERN", "ATOMIC_GROUP") or (op in REPEATS and arg[0] >= 1):
        return triggers_of(children(op, arg)[0], slots)
    if op == "BRANCH":
        branches = [triggers_of(branch, slots) for branch in arg[1]]
        known = [b for b in branches if b is not None]
        return frozenset().union(*known) if len(known) == len(branches) else None
    return None
