"""Makes rdflib carry bindings from one part of a query into the next.

rdflib joins two parts lazily (row by row, with what is bound so far) only where neither is a join itself. A query of
three parts then evaluates its last one over the whole graph: the question who-runs took 40 seconds instead of one
tenth on a hundred articles. Every join whose parts hold no sub-selection is safe to evaluate so, by the same
reasoning as rdflib's own rule.
"""

from __future__ import annotations

from typing import Any

from rdflib.plugins.sparql.parserutils import CompValue

_CLOSED = frozenset({"Slice", "Distinct", "Reduced", "Group", "AggregateJoin", "OrderBy"})


def join_lazily(node: Any) -> bool:
    """Mark every join below a node that may be lazy; whether the node itself may stand in a lazy join."""
    if isinstance(node, CompValue):
        fit = join_lazily(list(node.values()))
        if node.name == "Join":
            node["lazy"] = fit
        return fit and node.name not in _CLOSED
    if isinstance(node, list | tuple):
        fits = [join_lazily(item) for item in node]  # all of them are to be marked, so no short cut
        return all(fits)
    return True
