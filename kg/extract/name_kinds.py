"""The kinds of practice that a name is of: what its words say, weighed against what the text around it tells.

A name often says only what kind of thing it is (“周三见”), or says it of something else (“巧娘工坊”, one of several
社会组织). What its words tell, the points of each kind around it, and the forms of its sentence each make a kind
likelier or less likely. ``kind_weights.csv`` gives each of these signs its weight, which ``python -m kg.evaluate.fit``
finds from annotated reports.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import mul
from typing import NamedTuple

from kg.errors import RuleError
from kg.extract.concept_cues import CueIndex, concepts_around, hits_near, naming_concepts, tells_outright
from kg.extract.concept_scores import HUNDREDTHS, score_card, score_hit, stretch_at
from kg.extract.sentences import sentence_at
from kg.model import Evidence, Practice, Sentence
from kg.rulebook import RuleBook
from kg.rulebook.hint import closest

NAMINGS, REACH = 3, 300  # mentions that are looked at, characters of a sentence before and behind each
BEFORE, BEHIND = 30, 50  # characters of the window around a name
MOST, MOST_AHEAD = 10.0, 4.0  # points beyond these are not told apart
KINDS_AT_MOST = 3  # that words of a name may tell
SIGNS = ("named", "characters", "window", "ahead", "told")
START, ENOUGH = "start", "enough"


class Naming(NamedTuple):
    """A mention of a name: ``[start, end)`` without the phrase behind it, which ends at ``phrase_end``."""

    start: int
    end: int
    phrase_end: int
    name: str
    long_name: str


class Told(NamedTuple):
    """The kinds that the words of a name tell, and whether they do so outright."""

    kinds: tuple[str, ...]
    outright: bool


class Weighed(NamedTuple):
    """A kind, the sum of its signs for a name, and how much there is of each."""

    kind: str
    total: float
    signs: tuple[float, ...]


def kinds_of_name(
    text: str, sentences: tuple[Sentence, ...], namings: Sequence[Naming], cues: CueIndex, book: RuleBook
) -> tuple[str, ...]:
    """The kinds that the words of a name tell outright, else those that are likely enough, the likeliest first."""
    told = told_by_words(text, sentences, namings, cues)
    if told.outright:
        return told.kinds
    least, weighed = kind_weights(book)[ENOUGH], weigh(text, sentences, namings, told.kinds, cues, book)
    return tuple(one.kind for one in weighed if one.total >= least)


def weigh(
    text: str,
    sentences: tuple[Sentence, ...],
    namings: Sequence[Naming],
    named: tuple[str, ...],
    cues: CueIndex,
    book: RuleBook,
) -> list[Weighed]:
    """All kinds with the sums of their signs, the likeliest first; ``named`` as in ``signs_of_kinds``."""
    weights, rows = kind_weights(book), signs_of_kinds(text, sentences, namings, named, cues)
    start, each = weights[START], tuple(weights[sign] for sign in SIGNS)
    sums = (start + sum(map(mul, each, row)) for row in rows)
    weighed = map(Weighed, score_card().kinds, sums, rows)
    return sorted(weighed, key=lambda one: (-one.total, one.kind))


def told_by_words(text: str, sentences: tuple[Sentence, ...], namings: Sequence[Naming], cues: CueIndex) -> Told:
    """What the words of a name and of the phrases it stands in tell."""
    found = (
        kind
        for n in namings
        for kind in naming_concepts(
            n.name,
            n.long_name,
            cues,
            concepts_around(text, sentence_at(sentences, n.start), n.start, n.phrase_end, cues),
        )
    )
    kinds = tuple(dict.fromkeys(found))[:KINDS_AT_MOST]
    return Told(kinds, any(tells_outright(n.name, n.long_name, kinds, cues) for n in namings))


def signs_of_kinds(
    text: str, sentences: tuple[Sentence, ...], namings: Sequence[Naming], named: tuple[str, ...], cues: CueIndex
) -> list[tuple[float, ...]]:
    """How much of each of ``SIGNS`` there is for each kind of the score card, in its order.

    ``named`` are the kinds that words of the name suggest.
    """
    card, first = score_card(), tuple(namings)[:NAMINGS]
    own = [stretch_at(text, n.start).sums for n in first]
    windows = [card.sums(text[max(0, n.start - BEFORE) : n.end + BEHIND]) for n in first]
    own_name, told_beside = card.sums(first[0].name), told_around(text, sentences, first, cues)
    around, near = [max(each) for each in zip(*own, strict=True)], [max(each) for each in zip(*windows, strict=True)]
    second, top = sorted(around)[-2:]
    return [
        (
            float(kind in named),
            points(own_name[i] - card.starts[i]),
            points(near[i]),
            points(around[i] - (second if around[i] == top else top), MOST_AHEAD),
            float(kind in told_beside),
        )
        for i, kind in enumerate(card.kinds)
    ]


def points(hundredths: int, most: float = MOST) -> float:
    """Points out of hundredths, within bounds."""
    return max(-most, min(most, hundredths / HUNDREDTHS))


def told_around(
    text: str, sentences: tuple[Sentence, ...], namings: Iterable[Naming], cues: CueIndex
) -> frozenset[str]:
    """The kinds of which the sentences of some mentions hold a form that lies on none of the mention's words."""
    return frozenset(
        h.cue.concept
        for n in namings
        for h in hits_near(text, sentence_at(sentences, n.start), n.start, n.end, REACH, cues)
        if h.end <= n.start or n.end <= h.start
    )


def telling_words(text: str, practice: Practice, kind: str, cues: CueIndex) -> tuple[Evidence, ...]:
    """The words around the first mentions that speak most for a kind which no name of the practice tells."""
    if any(kind in naming_concepts(practice.name, name, cues) for name in (practice.name, *practice.aliases)):
        return ()
    own, column = (stretch_at(text, e.start) for e in practice.evidence[:NAMINGS]), score_card().kinds.index(kind)
    hit = score_hit(text, max(own, key=lambda s: s.sums[column]), kind)
    return (Evidence(hit.start, hit.end),) if hit else ()


@lru_cache(maxsize=4)
def kind_weights(book: RuleBook) -> dict[str, float]:
    """The weight of each sign; raises RuleError where one is missing or unknown."""
    weights = {row["name"]: float(row["weight"]) for row in book.lexicon("kind_weights")}
    needed = frozenset({*SIGNS, START, ENOUGH})
    for name in weights:
        if name not in needed:
            raise RuleError(f"kind_weights.csv {name}: no such sign{closest(name, needed)}")
    for name in sorted(needed - weights.keys()):
        raise RuleError(f"kind_weights.csv: no row {name}; put it back, or fit the weights anew: kg/evaluate/fit.py")
    return weights
