"""The word lists of ``cues.yaml``: what the reader looks for on a page."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import yaml

from kg.rulebook import alternation


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    text = (files("kg.read") / "cues.yaml").read_text(encoding="utf-8")
    return {name: tuple(dict.fromkeys(str(words).split())) for name, words in yaml.safe_load(text).items()}


@cache
def words(name: str) -> frozenset[str]:
    """The words of one list."""
    return frozenset(_lists()[name])


@cache
def any_of(*names: str) -> str:
    """A regular expression (no group) for any word of the lists, longest first."""
    found = {word for name in names for word in _lists()[name]}
    return f"(?:{alternation(found)})"


@cache
def pattern(template: str) -> re.Pattern[str]:
    """A compiled pattern; ``<<name>>`` in the template stands for any word of that list."""
    return re.compile(re.sub(r"<<(\w+)>>", lambda m: any_of(m[1]), template))
