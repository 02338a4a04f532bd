"""Points: what many small signs in and around a quoted string say together for its naming a practice, or against it.

The named parts of ``practice_quotes`` are constructions of the language, and a name that stands in none of them stays
below the threshold. Its characters, its parts of speech, the words beside it and what its clause and sentence speak of
each make a name a little likelier or less likely. ``name_scores.csv`` gives every such sign its points, which
``python -m kg.extract.fit names`` finds from passages with all quoted strings labelled.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, pairwise
from math import fsum
from types import MappingProxyType

from kg.errors import RuleError
from kg.extract.lexica import lexica
from kg.extract.practice_quotes import Candidate
from kg.model import ScorePart
from kg.rulebook import RuleBook
from kg.rulebook.hint import closest
from kg.segmenter import dictionary, tagged

START = "start"
PART = "points"
AGAINST = -2.0  # a named part that says so much against a name settles the matter
LEFT, RIGHT = 30, 20  # characters looked at before and behind
LONGEST, MOST = 12, 3  # longer names and more mentions are not told apart
LEAST, HIGHEST = -4.0, 8.0  # sums of the named parts are not told apart beyond these
SHAPE = 4  # words of a name whose parts of speech make its shape
FAR = 120  # characters of a sentence before and behind
BESIDE = (1, 2, 3)  # characters right beside a quoted string
QUOTE, QUOTED, ENDS = re.compile("[“”]"), re.compile("“[^“”]*”"), "。！？\n"
MARKS = re.compile(r"[，。；：！？\n“”]")
NOTHING = "。"  # what is read where a window is empty
# What a sign may be of; what stands behind the colon is read off the text.
OF_NAME = frozenset(
    {"ends", "has", "pair", "dictionary", "length", "shape", "first-tag", "last-tag", "quoted", "bare", "part"}
)
OF_TEXT = frozenset(
    {"before", "before-tag", "behind", "behind-tag", "left", "right", "verb-before", "word-behind"}
    | {"clause-before", "clause-behind", "sentence"}
)
SUM = "sum"  # of the named parts


def signs_of(text: str, candidate: Candidate) -> dict[str, float]:
    """The signs of a quoted string and how much of each there is: 1, but for the named parts their weights."""
    told = (
        of_name(candidate.name),
        of_clause(text, candidate),
        of_sentence(text, candidate),
        of_mentions(text, candidate),
    )
    signs = dict.fromkeys(chain.from_iterable(told), 1.0)
    for part in candidate.parts:
        name = f"part:{part.name.partition(':')[0]}"
        signs[name] = signs.get(name, 0.0) + part.value
    signs[SUM] = min(max(candidate.score, LEAST), HIGHEST)
    return signs


def of_name(name: str) -> Iterator[str]:
    """The signs that a name shows by itself."""
    yield f"ends:{name[-1:]}"
    yield f"ends:{name[-2:]}"
    yield f"length:{min(len(name), LONGEST)}"
    yield f"dictionary:{(dictionary().get(name) or '-')[0]}"
    yield from (f"has:{character}" for character in name)
    yield from (f"pair:{pair}" for pair in pairs_of(name))
    tags = [tag for _, tag in tagged(name)]
    yield f"shape:{'-'.join(tag[0] for tag in tags[:SHAPE])}"
    yield f"first-tag:{tags[0]}"
    yield f"last-tag:{tags[-1]}"


def of_clause(text: str, candidate: Candidate) -> Iterator[str]:
    """The words next to a quoted string, the verbs before it and the verbs and nouns behind it in its clause."""
    left = QUOTE.split(text[max(0, candidate.start - LEFT) : candidate.start])[-1]
    right = QUOTE.split(text[candidate.end : candidate.end + RIGHT])[0]
    word, tag = tagged(left or NOTHING)[-1]
    yield f"before:{word}"
    yield f"before-tag:{tag}"
    word, tag = tagged(right or NOTHING)[0]
    yield f"behind:{word}"
    yield f"behind-tag:{tag}"
    yield from (f"left:{left[-length:]}" for length in BESIDE)
    yield from (f"right:{right[:length]}" for length in BESIDE)
    before, behind = MARKS.split(left)[-1], MARKS.split(right)[0]
    yield from (f"verb-before:{word}" for word, tag in tagged(before) if tag[0] == "v")
    yield from (f"word-behind:{word}" for word, tag in tagged(behind) if tag[0] in "nv")
    yield from (f"clause-before:{pair}" for pair in pairs_of(before))
    yield from (f"clause-behind:{pair}" for pair in pairs_of(behind))


def of_sentence(text: str, candidate: Candidate) -> Iterator[str]:
    """The pairs of characters in the sentence of a quoted string, outside all quotes."""
    first, last = max(0, candidate.start - FAR), candidate.end + FAR
    start = max(first, *(text.rfind(mark, first, candidate.start) + 1 for mark in ENDS))
    end = min((at for mark in ENDS if (at := text.find(mark, candidate.end, last)) >= 0), default=last)
    yield from (f"sentence:{pair}" for pair in pairs_of(QUOTED.sub("", text[start:end])))


def pairs_of(text: str) -> Iterator[str]:
    """The pairs of neighbouring characters of a text."""
    return map("".join, pairwise(text))


def of_mentions(text: str, candidate: Candidate) -> Iterator[str]:
    """How often the text has the name in quotes, and without."""
    quoted = text.count(f"“{candidate.name}”")
    yield f"quoted:{min(quoted, MOST)}"
    yield f"bare:{min(text.count(candidate.name) - quoted, MOST)}"


@dataclass(frozen=True, slots=True)
class NameCard:
    """Where the points start, and what each sign adds for every one that there is of it."""

    start: float
    points: Mapping[str, float]

    def sum(self, signs: Mapping[str, float]) -> float:
        """What the signs come to."""
        return fsum((self.start, *(self.points.get(name, 0.0) * much for name, much in signs.items())))

    def strongest(self, signs: Mapping[str, float]) -> list[tuple[str, float]]:
        """The signs with what they add, those that say most first."""
        told = ((name, self.points[name] * much) for name, much in signs.items() if name in self.points)
        return sorted(told, key=lambda one: (-abs(one[1]), one[0]))


@lru_cache(maxsize=4)
def name_card(book: RuleBook) -> NameCard:
    """The points of a rule book; raises RuleError for a sign that no text can show, or where they start nowhere."""
    points = {row["sign"]: float(row["points"]) for row in book.lexicon("name_scores")}
    families = OF_NAME | OF_TEXT | {START, SUM}
    for sign in points:
        if (family := sign.partition(":")[0]) not in families:
            near = closest(family, families)
            raise RuleError(f"name_scores.csv {sign}: no such sign{near}; fit the points anew: kg/extract/fit.py")
    if START not in points:
        raise RuleError(f"name_scores.csv: no row {START}; fit the points anew: kg/extract/fit.py")
    return NameCard(points.pop(START), MappingProxyType(points))


def is_weighed(candidate: Candidate, threshold: float) -> bool:
    """Whether the signs are asked: its named parts do not reach the threshold, and none speaks strongly against it."""
    return candidate.score < threshold and all(part.value > AGAINST for part in candidate.parts)


def with_points(text: str, candidates: Iterable[Candidate], book: RuleBook) -> tuple[Candidate, ...]:
    """The candidates; those below the threshold whose points tell a name get what they lack to reach it."""
    card, weights = name_card(book), lexica(book).weights
    threshold, enough = weights["threshold"], weights[PART]

    def told(candidate: Candidate) -> bool:
        return is_weighed(candidate, threshold) and card.sum(signs_of(text, candidate)) >= enough

    return tuple(
        replace(c, parts=(*c.parts, ScorePart(PART, threshold - c.score))) if told(c) else c for c in candidates
    )
