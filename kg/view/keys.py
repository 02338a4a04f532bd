"""The ids of entities on the page: the part of their IRIs after ``…/id/``."""

from __future__ import annotations

from kg.model import Place


def place_key(place: Place) -> str:
    """``place/320404``, or the name with its parents, smallest last, where there is no code."""
    return f"place/{place.code or '/'.join((*reversed(place.within), place.name))}"


def practice_key(name: str) -> str:
    """``practice/红色物业``: practices named alike are one."""
    return f"practice/{name}"


def concept_key(concept: str) -> str:
    """``concept/red-property``."""
    return f"concept/{concept}"
