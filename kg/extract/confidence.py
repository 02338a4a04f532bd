"""How sure a practice is, or a kind of practice at a place: high, medium or low, by a few signs.

A name in quotes behind a verb that runs it, of which the text tells the kind, is a practice nearly always; one that
only just reached the threshold is one every other time. ``confidence.csv`` gives each sign its points, which
``python -m kg.evaluate.fit_confidence`` finds from annotated reports, and says from which sum on a reading is sure.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

from kg.errors import RuleError
from kg.extract.concept_scores import HUNDREDTHS, points_at
from kg.extract.practice_quotes import Candidate
from kg.model import Confidence, Evidence, ScorePart
from kg.rulebook import RuleBook
from kg.rulebook.hint import closest

START, HIGH, MEDIUM = "start", "high", "medium"
PRACTICES, CONCEPTS = "practices", "concepts"
NAMED = MappingProxyType({HIGH: "name-high", MEDIUM: "name-medium"})
SIGNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {PRACTICES: ("score", "weak", "kinds", "unquoted"), CONCEPTS: ("points", "spans", *NAMED.values())}
)
HIGHEST, STRONG, KINDS = 9.0, 4.0, 2  # no more counts of a name's score, less is weak; kinds told apart
LEAST, MOST, SPANS = -8.0, 4.0, 4  # points of a stretch and spans of a text that are told apart
Card = Mapping[str, float]


def signs_of_name(candidate: Candidate, kinds: Collection[str]) -> tuple[ScorePart, ...]:
    """The signs of a named practice: its score, whether that is weak, its kinds, and whether it stands in no quotes."""
    found = {
        "score": min(candidate.score, HIGHEST),
        "weak": float(candidate.score < STRONG),
        "kinds": float(min(len(kinds), KINDS)),
        "unquoted": float(candidate.rule != "quoted-name"),
    }
    return tuple(ScorePart(name, much) for name, much in found.items())


def signs_of_kind(
    text: str, concept: str, evidence: Iterable[Evidence], named: Collection[Confidence]
) -> tuple[ScorePart, ...]:
    """The signs of a kind at a place: the most points of a stretch that tells it, how many spans do, and a sure name.

    ``evidence`` is in the order of the text; ``named`` is how sure the practices of that kind are that run there.
    """
    spans, end, points = 0, 0, LEAST
    for one in evidence:
        points = max(points, points_at(text, one.start, concept) / HUNDREDTHS)
        spans += one.start >= end
        end = max(end, one.end) if one.start < end else one.end
    found = {"points": min(points, MOST), "spans": float(min(spans, SPANS))}
    sure = next((level for level in NAMED if level in named), None)
    found.update((sign, float(level == sure)) for level, sign in NAMED.items())
    return tuple(ScorePart(name, much) for name, much in found.items())


def level(family: str, signs: Iterable[ScorePart], book: RuleBook) -> Confidence:
    """How sure a reading with these signs is."""
    card = confidence_cards(book)[family]
    total = card[START] + sum(card[sign.name] * sign.value for sign in signs)
    if total >= card[HIGH]:
        return "high"
    return "medium" if total >= card[MEDIUM] else "low"


@lru_cache(maxsize=4)
def confidence_cards(book: RuleBook) -> Mapping[str, Card]:
    """Family → sign → points; raises RuleError where a row is missing or unknown."""
    cards: dict[str, dict[str, float]] = {family: {} for family in SIGNS}
    for row in book.lexicon("confidence"):
        family, sign = row["family"], row["sign"]
        needed = (*SIGNS.get(family, ()), START, HIGH, MEDIUM)
        if family not in SIGNS:
            raise RuleError(f"confidence.csv {family}: no such family{closest(family, SIGNS)}")
        if sign not in needed:
            raise RuleError(f"confidence.csv {family} {sign}: no such sign{closest(sign, needed)}")
        cards[family][sign] = float(row["points"])
    for family, card in cards.items():
        for sign in (START, *SIGNS[family], HIGH, MEDIUM):
            if sign not in card:
                raise RuleError(f"confidence.csv: no row {family},{sign}; put it back, or fit the points anew")
    return cards
