"""Names of practices that may mean one thing (先锋物业, 红色物业): proposed to a person, never merged by machine.

Only versions whose places are one, lie in each other or in one county are compared, and only those that share two
characters in a row or stand as names of one kind in the scheme, so that the cost grows with the number of practices.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations, product
from types import MappingProxyType

from kg import ids
from kg.model import ScorePart
from kg.rulebook import load_rulebook
from kg.scheme import load_concepts

THRESHOLD = 3.0
"""The sum of parts from which a pair is proposed: like names at one place, or one kind's known names in one county."""
COMMONEST = 80
"""Two characters that more names of one county share (服务, 党建) find no pairs."""
SHORTEST_CORE, SHORTEST_NAME = 2, 3
"""Characters that must remain before a head word, and that a name must have to count as part of another."""
WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "name": 2.0, "contained": 1.0, "opening": 0.5, "ending": 0.5, "alias": 1.5, "scheme": 1.5, "concept": 0.8,
        "other-concept": -0.5, "other-group": -1.0, "one-article": -3.0,
        "same-place": 1.0, "place-inside": 0.7, "same-county": 0.4,
    }
)  # fmt: skip
LABELS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "name": ("名字用字相近", "like characters"),
        "contained": ("一个名字在另一个的开头或结尾", "one name begins or ends the other"),
        "opening": ("开头相同", "same opening"),
        "ending": ("结尾相同", "same ending"),
        "alias": ("别称相同", "same other name"),
        "scheme": ("都是同一类别的已知名称", "both known names of one kind"),
        "concept": ("属于同一类别", "same kind"),
        "other-concept": ("类别不同", "other kind"),
        "other-group": ("服务对象不同", "other group served"),
        "one-article": ("一篇报道里并列提到", "told apart in one article"),
        "same-place": ("同一地方", "same place"),
        "place-inside": ("一地在另一地之内", "one place inside the other"),
        "same-county": ("同一县区", "same county"),
    }
)
# “12345” is not “110”, and 三治融合 not 四治融合; in 统一 and 百姓 no number is meant.
NUMBER = re.compile(r"\d+|(?<![统唯专])[一二三四五六七八九十两双]+(?!起|体|家亲)|(?<![a-z])[nx](?![a-z])")


@dataclass(frozen=True, slots=True)
class Version:
    """A practice as far as its identity goes.

    ``places`` are IRIs, each with those of the coded places around it, ``articles`` the graphs of those that name it.
    """

    iri: str
    name: str
    aliases: frozenset[str] = frozenset()
    concepts: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    places: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NearNames:
    """Two practices, the one with the smaller IRI first, and what speaks for their being one."""

    one: Version
    other: Version
    parts: tuple[ScorePart, ...]

    @property
    def score(self) -> float:
        """The sum of the parts."""
        return round(sum(part.value for part in self.parts), 2)

    @property
    def reason(self) -> str:
        """The parts in words, Chinese and English."""
        return "；".join(f"{LABELS[p.name][0]} {LABELS[p.name][1]} {p.value:+g}" for p in self.parts)


@dataclass(frozen=True, slots=True)
class Compared:
    """A version with what its comparisons ask for, worked out once."""

    version: Version
    name: str
    core: str
    numbers: tuple[str, ...]
    names: frozenset[str]
    listed: frozenset[str]
    around: frozenset[str]
    counties: frozenset[str]


def compared(version: Version) -> Compared:
    """A version ready to be compared; provinces do not count as places around, for they hold too much."""
    name = ids.normal(version.name)
    around = frozenset(iri for above in version.places.values() for iri in above if not iri.endswith("0000"))
    return Compared(
        version,
        name,
        core(name),
        tuple(NUMBER.findall(name)),
        frozenset({name, *map(ids.normal, version.aliases)}),
        _scheme().get(name, frozenset()),
        around,
        frozenset(iri for iri in around | version.places.keys() if _is_county(iri)),
    )


def find_near_names(versions: Iterable[Version]) -> tuple[NearNames, ...]:
    """The pairs that a person should look at, by their IRIs; the order of the versions plays no part."""
    known = {version.iri: compared(version) for version in sorted(versions, key=lambda v: v.iri)}
    pairs = {pair for block in _blocks(known) for pair in block}
    near = (NearNames(known[a].version, known[b].version, weigh(known[a], known[b])) for a, b in sorted(pairs))
    return tuple(one for one in near if one.parts and one.score >= THRESHOLD)


def weigh(one: Compared, other: Compared) -> tuple[ScorePart, ...]:
    """The named parts that speak for one practice, empty where numbers or places rule it out, or too little does."""
    where = _where(one, other)
    if where is None or one.numbers != other.numbers:
        return ()
    mine, yours = one.version, other.version
    short, long = sorted((one.name, other.name), key=len)
    found: dict[str, float] = {
        "contained": SHORTEST_NAME <= len(short) < len(long) and (long.startswith(short) or long.endswith(short)),
        "opening": short[:2] == long[:2],
        "ending": short[-2:] == long[-2:] and (one.core, other.core) == (one.name, other.name),
        "alias": short != long and not one.names.isdisjoint(other.names),
        "scheme": short != long and not one.listed.isdisjoint(other.listed),
        "concept": not mine.concepts.isdisjoint(yours.concepts),
        "other-concept": bool(mine.concepts and yours.concepts) and mine.concepts.isdisjoint(yours.concepts),
        "other-group": bool(mine.groups and yours.groups) and mine.groups.isdisjoint(yours.groups),
        "one-article": not mine.articles.isdisjoint(yours.articles),
        where: True,
    }
    if sum(WEIGHTS[name] for name, holds in found.items() if holds) + WEIGHTS["name"] < THRESHOLD:
        return ()
    found["name"] = (_dice(short, long) + _dice(one.core, other.core)) / 2
    return tuple(ScorePart(name, round(found[name] * WEIGHTS[name], 2)) for name in WEIGHTS if found.get(name))


def core(name: str) -> str:
    """A name without one generic head word (驿站, 机制), where two characters remain."""
    for size in range(min(len(name) - SHORTEST_CORE, _longest_head()), 0, -1):
        if name[-size:] in _heads():
            return name[:-size]
    return name


@dataclass(frozen=True, slots=True)
class Gathering:
    """What several articles say of each practice, by its IRI."""

    names: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    aliases: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    concepts: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    groups: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    articles: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    places: dict[str, dict[str, frozenset[str]]] = field(default_factory=lambda: defaultdict(dict))

    def versions(self) -> tuple[Version, ...]:
        """The practices that run somewhere; of several spellings of a name the first in the order of characters."""
        return tuple(
            Version(
                iri,
                min(self.names[iri]),
                frozenset(self.aliases[iri]),
                frozenset(self.concepts[iri]),
                frozenset(self.groups[iri]),
                frozenset(self.articles[iri]),
                self.places[iri],
            )
            for iri in sorted(self.names)
            if self.places.get(iri)
        )


def _blocks(known: Mapping[str, Compared]) -> Iterator[Iterable[tuple[str, str]]]:
    """The pairs to weigh: of one county, and of a prefecture with what lies in it."""
    inside: dict[tuple[str, str], list[str]] = defaultdict(list)
    upper: dict[tuple[str, str], list[str]] = defaultdict(list)
    below: dict[tuple[str, str], list[str]] = defaultdict(list)
    for iri, one in known.items():
        wide = {place for place in one.version.places if not one.counties or _is_prefecture(place)}
        for feature in _features(one):
            for scope in one.counties | wide:
                inside[scope, feature].append(iri)
            for scope in wide:
                upper[scope, feature].append(iri)
            for scope in one.around - one.counties:
                below[scope, feature].append(iri)
    yield from (combinations(block, 2) for block in inside.values() if len(block) <= COMMONEST)
    for key, block in upper.items():
        if len(block) + len(below.get(key, ())) <= COMMONEST:
            yield ((min(pair), max(pair)) for pair in product(block, below.get(key, ())) if pair[0] != pair[1])


def _features(one: Compared) -> set[str]:
    """What two near names share at least one of: two characters in a row, an alias, a kind of the scheme."""
    return {one.name[i : i + 2] for i in range(len(one.name) - 1)} | one.names | one.listed


def _where(one: Compared, other: Compared) -> str | None:
    mine, yours = one.version.places.keys(), other.version.places.keys()
    if not mine.isdisjoint(yours):
        return "same-place"
    if not one.around.isdisjoint(yours) or not other.around.isdisjoint(mine):
        return "place-inside"
    return None if one.counties.isdisjoint(other.counties) else "same-county"


def _is_county(iri: str) -> bool:
    code = ids.tail(iri)
    return len(code) == 6 and code.isdigit() and not code.endswith("00")


def _is_prefecture(iri: str) -> bool:
    code = ids.tail(iri)
    return len(code) == 6 and code.isdigit() and code.endswith("00")


@lru_cache(maxsize=1)
def _scheme() -> Mapping[str, frozenset[str]]:
    """The kinds among whose known names in the scheme a name is."""
    found: dict[str, frozenset[str]] = {}
    for concept in load_concepts():
        for name in map(ids.normal, (concept.zh, *concept.variants)):
            found[name] = found.get(name, frozenset()) | {ids.concept_iri(concept.id)}
    return found


@lru_cache(maxsize=1)
def _heads() -> frozenset[str]:
    return frozenset(ids.normal(word) for word in load_rulebook().words("practice_heads"))


@lru_cache(maxsize=1)
def _longest_head() -> int:
    return max(map(len, _heads()))


def _dice(one: str, other: str) -> float:
    """Twice the characters that two strings share, over all their characters."""
    shared = sum(min(one.count(c), other.count(c)) for c in set(one))
    return 2 * shared / (len(one) + len(other))
