"""The named parts of a place's score with their weights, read from the lexicon ``place_parts``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from kg.rulebook import RuleBook, load_rulebook


class PartLabel(NamedTuple):
    """What a part of a score says, for people."""

    zh: str
    en: str


@lru_cache(maxsize=8)
def part_weights(scope: str, book: RuleBook | None = None) -> Mapping[str, float]:
    """Part → weight of one scope: ``listed`` (province to township), ``village``, ``zone``, ``frame``, ``nearness``."""
    rows = (book or load_rulebook()).lexicon("place_parts")
    return MappingProxyType({r["part"]: float(r["weight"]) for r in rows if r["scope"] == scope})


def part_labels(book: RuleBook | None = None) -> Mapping[str, PartLabel]:
    """Part → what it says, whatever it is a part of; for printing the candidates of a place."""
    rows = (book or load_rulebook()).lexicon("place_parts")
    return MappingProxyType(
        {r["part"]: PartLabel(r["zh"], r["en"]) for r in reversed(rows) if r["scope"] != "nearness"}
    )
