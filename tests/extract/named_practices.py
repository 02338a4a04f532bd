"""The practices that a report of one sentence names, for the tests of the constructions that name them."""

from __future__ import annotations

from kg.pipeline import facts_of_text


def names(body: str) -> set[str]:
    """The names of the practices of a report with this body."""
    return {p.name for facts in facts_of_text(f"基层治理工作见闻\n{body}") for p in facts.practices}
