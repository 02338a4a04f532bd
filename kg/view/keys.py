"""The ids of entities on the page: the part of their IRIs after ``…/id/``, so that a deep link and an IRI agree.

Only a practice has an id of the map's own: the map shows practices named alike as one, the graph keeps them apart.
"""

from __future__ import annotations

from kg.ids import BASE, concept_iri, normal, place_iri
from kg.model import Article, Place


def place_key(place: Place, article: Article) -> str:
    """``place/320404``, or name and hash where there is no code."""
    return place_iri(place, article).removeprefix(BASE)


def practice_key(name: str) -> str:
    """``practice/红色物业``: practices named alike, whatever their quotes and width, are one."""
    return f"practice/{normal(name)}"


def concept_key(concept: str) -> str:
    """``concept/red-property``."""
    return concept_iri(concept).removeprefix(BASE)
