"""What the cells of a lexicon may hold, where the program knows only some words or a number.

A cell with another word would do nothing, and say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import get_args

from kg.model import OrganisationKind, PracticeKind
from kg.rulebook.hint import closest

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_BODIES = " ".join(get_args(OrganisationKind))
_CHOICES = {
    "awards": {"kind": "head holder honours level person pilot unaward verb weak"},
    "concept_cues": {"role": "actor bare cue form helper name part weak whole"},
    "concept_deeds": {
        "kind": "act another content done during equipment facility likeness means modifier outcome result sure taken"
        " topic turned verb wanted"
    },
    "context": {
        "kind": "background condition demand hearsay negation plan purpose question under-way wish",
        "direction": "after before heading",
        "then": " clause deed verb",
    },
    "documents": {"kind": "body culture ending follow issue"},
    "doubt_words": {"kind": "apart overlap parts subset total whole"},
    "head_borders": {"kind": "behind brings broad common follow manner plain praise use verb works"},
    "lessons": {"kind": "copy draw hedge look matter origin team unlike visit"},
    "measure_words": {"kind": "action attribute filler head light modifier predicate suffix"},
    "name_acts": {"kind": "act course deed"},
    "name_parts": {"people": "mongol tibetan uyghur yi"},
    "name_stops": {"kind": "adverb after honorific says"},
    "organ_bodies": {"kind": _BODIES, "needs": "county level none place"},
    "organ_borders": {"applies": "ending word"},
    "organ_generic": {"kind": "facility generic image product slogan"},
    "organ_heads": {"kind": _BODIES, "border": "either high name place shop"},
    "organ_openers": {"kind": "apposition lead soft trade verb"},
    "place_borders": {
        "side": "left right",
        "kind": "body closed community company cue estate facility feature function hamlet hamlet-end hamlet-life"
        " before jiedao result role series soft tail verb village word xiang zhen",
    },
    "place_heads": {
        "level": "compound township village zone",
        "group": "compound township village zone",
        "weight": "hamlet named own strong sure weak",
    },
    "place_weights": {
        "kind": "alike away bearer body home house level orders origin outcome person post ranked scene source time"
        " undertakes widens"
    },
    "posts": {"kind": "member modifier office resident trade work"},
    "practice_heads": {
        "kind": " ".join(get_args(PracticeKind)),
        "behind": "0 1 2",
        "inside": "0 1 2",
        "bare": "0 1 2",
    },
    "quote_cues": {
        "where": "after before",
        "kind": "adjective aim background event figure label member opens product run run-or-noun",
    },
    "rhetoric": {"kind": "adjective figure topic"},
    "served": {
        "kind": "behind doer enjoy for for-verb give home home-of-doers name-alone name-form narrow not-for",
    },
    "since_words": {"kind": "course goes-on start"},
    "surnames": {"kind": "compound single"},
    "units": {"kind": "count measure money percent rank time", "counts": "0 1"},
}
CHOICES: Mapping[str, Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        name: {column: frozenset(words.split(" ")) for column, words in columns.items()}
        for name, columns in _CHOICES.items()
    }
)
"""Lexicon → column → the words that its cells may hold."""
NUMBERS: Mapping[str, str] = MappingProxyType(
    {
        "context": "scope",
        "confidence": "points",
        "kind_weights": "weight",
        "name_scores": "points",
        "place_parts": "weight",
        "practice_heads": "weight",
        "practice_weights": "weight",
        "quote_cues": "weight",
    }
)
"""Lexicon → the column whose cells are numbers."""


def fault(lexicon: str, row: Mapping[str, str]) -> str | None:
    """What is wrong with a cell of a row, and what may stand there; None for a sound row."""
    for column, words in CHOICES.get(lexicon, {}).items():
        if column in row and row[column] not in words:
            return f"{column} is “{row[column]}”{closest(row[column], words)}"
    number = NUMBERS.get(lexicon, "")
    if number in row and not _NUMBER.fullmatch(row[number]):
        return f"{number} is “{row[number]}”; write a number, such as 1.5"
    return None
