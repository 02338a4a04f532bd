"""Settle which listed unit, province to township, each name of an article stands for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from kg.gazetteer import Gazetteer, Unit
from kg.link.places.parts import part_weights
from kg.link.places.surroundings import Surrounding
from kg.model import Level, PlaceCandidate, PlaceMention, ScorePart

# What a choice must score, and its margin over the next; the parts stand in the lexicon place_parts. A name borne once
# in China needs no more than that; two of one county are as near as an article's places get; a chain is written proof.
# The lists are a year's; a name comes into use before the next list and lives on after the last.
GRACE = 1
LEAST, MARGIN = 1.0, 0.5
# Its districts lie as near to each other as those of a prefecture.
MUNICIPALITY = "直辖市"
_ROUNDS = 4
# What may stand between a place and one in it: 民族街道|的|武胜社区, 定西市|西部的|通渭县.
_INSIDE = re.compile(
    r"(?:办事处|的|(?:最?[东西南北中]{1,2}(?:部|端|侧|缘|郊|麓)(?:山区|边陲|丘陵)?|境内|辖内|辖区内?|城区|腹地|所辖)的)?"
)


@dataclass(slots=True)
class Name:
    """All mentions of one name, with the units that bear it."""

    name: str
    level: Level | None
    units: tuple[Unit, ...]
    mentions: list[int] = field(default_factory=list)
    short: bool = False


class _Bearer(NamedTuple):
    """A unit that bears a name: its path, and the parts of its score before and behind that of the article."""

    unit: Unit
    path: str
    chain: tuple[ScorePart, ...]
    own: tuple[ScorePart, ...]


def names_of(mentions: Sequence[PlaceMention], gazetteer: Gazetteer) -> list[Name]:
    """The names that the list may have, in order of their first mention.

    A name that stands behind several places, none of whose units lies in two, is as many names (鞍山市铁西区,
    沈阳市铁西区); where it stands alone it is the one named last.
    """
    found: dict[tuple[str, tuple[str, ...]], Name] = {}
    behind = [_keys_behind(mentions, i, gazetteer) for i in range(len(mentions))]
    parted = _parted(mentions, behind)
    last: dict[str, tuple[str, ...]] = {}
    for i, mention in enumerate(mentions):
        if mention.candidates:
            keys = mention.candidates
            if mention.name in parted:
                keys = last[mention.name] = behind[i] or last.get(mention.name) or parted[mention.name]
            units = tuple(gazetteer.unit(key) for key in keys)
            name = found.setdefault(
                (mention.name, keys), Name(mention.name, mention.level, units, short=mention.kind == "short")
            )
            name.mentions.append(i)
    return list(found.values())


def _keys_behind(mentions: Sequence[PlaceMention], i: int, gazetteer: Gazetteer) -> tuple[str, ...]:
    """The candidates of a mention that lie in the place right before it; empty where there is none."""
    left = left_of(mentions, i)
    if left is None or len(mentions[i].candidates) == 1:
        return ()
    up = set(mentions[left].candidates)
    return tuple(key for key in mentions[i].candidates if any(u.key in up for u in gazetteer.ancestors(key)))


def _parted(mentions: Sequence[PlaceMention], behind: Sequence[tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The names that stand for several units, each with the keys of the first."""
    groups: dict[str, list[tuple[str, ...]]] = {}
    for mention, keys in zip(mentions, behind, strict=True):
        if keys and all(set(keys).isdisjoint(other) for other in groups.get(mention.name, [])):
            groups.setdefault(mention.name, []).append(keys)
    return {name: found[0] for name, found in groups.items() if len(found) > 1}


def left_of(mentions: Sequence[PlaceMention], i: int) -> int | None:
    """The mention that ends where this one starts, where it can be its parent in a chain."""
    if i and mentions[i - 1].end == mentions[i].start and mentions[i - 1].kind != "reference":
        return i - 1
    return None


def near_left_of(article_text: str, mentions: Sequence[PlaceMention], i: int) -> int | None:
    """The mention that ends where this one starts, or one 的, 办事处 or 西部的 before it (民族街道的武胜社区).

    A place in brackets between them only says what the first is called too: 清浦区（清浦高新区）盐河街道.
    """
    if (
        i > 1
        and mentions[i - 2].kind != "reference"
        and article_text[mentions[i - 2].end : mentions[i - 1].start] == "（"
        and article_text[mentions[i - 1].end : mentions[i].start] == "）"
    ):
        return i - 2
    if (
        i
        and mentions[i - 1].kind != "reference"
        and _INSIDE.fullmatch(article_text, mentions[i - 1].end, max(mentions[i - 1].end, mentions[i].start))
    ):
        return i - 1
    return None


@lru_cache(maxsize=4096)
def lineage(gazetteer: Gazetteer, key: str) -> Mapping[str, float]:
    """Keys of a unit, the one of today that took its place, and those around it, smallest first.

    Each with how near two units are that it is the smallest to hold.
    """
    unit = gazetteer.unit(key)
    heir = (gazetteer.unit(unit.now),) if unit.now is not None else ()
    weights = part_weights("nearness")
    units = (unit, *heir, *gazetteer.ancestors(key))
    return {up.key: weights.get("prefecture" if up.kind == MUNICIPALITY else up.level, 0.0) for up in units}


def nearness(gazetteer: Gazetteer, key: str, other: str) -> float:
    """How near two units are: by the level of the smallest unit that holds both."""
    if key == other:
        return 0.0
    mine = lineage(gazetteer, key)
    for up, near in lineage(gazetteer, other).items():
        if up in mine:
            return near
    return 0.0


class Chosen:
    """The unit of each name settled so far, and how many of the names each unit holds."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.units: dict[int, Unit] = {}
        self._same: Counter[str] = Counter()
        self._lower = 0  # names settled below the province
        self._held: Counter[str] = Counter()
        self.changes = 0

    def put(self, n: int, unit: Unit | None) -> None:
        """Settle a name, or with None leave it open."""
        if unit == self.units.get(n):
            return
        self.changes += 1
        self._count(self.units.pop(n, None), -1)
        if unit is not None:
            self.units[n] = unit
            self._count(unit, 1)

    def _count(self, unit: Unit | None, step: int) -> None:
        if unit is not None:
            self._same[unit.key] += step
            self._lower += step * (unit.level != "province")
            self._held.update(dict.fromkeys(lineage(self.gazetteer, unit.key), step))

    def has_others(self, unit: Unit) -> bool:
        """Whether a name is settled for another unit."""
        return len(self.units) > self._same[unit.key]

    def has_lower(self, unit: Unit) -> bool:
        """Whether a name is settled below the province that stands for another unit than one below it."""
        return self._lower > self._same[unit.key]

    def nearest(self, n: int, key: str) -> float:
        """How near the nearest of the other names' units is to one of this name; the same unit does not count."""
        own = self.units.get(n)
        itself = self._same[key]
        apart = own is not None and own.key != key
        mine = lineage(self.gazetteer, own.key) if own is not None and apart else {}
        near = ((up, share) for up, share in lineage(self.gazetteer, key).items() if up in self._held)
        return max((share for up, share in near if self._held[up] > itself + (up in mine)), default=0.0)


@lru_cache(maxsize=1024)
def _part(name: str, share: float) -> ScorePart:
    """A part of the score with its weight, in full or by a share of it."""
    return ScorePart(name, part_weights("listed")[name] * share)


def _said(parts: Iterable[ScorePart]) -> tuple[ScorePart, ...]:
    """The parts that say something."""
    return tuple(part for part in parts if part.value)


class Settler:
    """Scores candidates until no further name can be settled; ``chosen`` maps the index of a name to its unit."""

    def __init__(
        self,
        mentions: Sequence[PlaceMention],
        around: Sequence[Surrounding],
        gazetteer: Gazetteer,
        year: int | None = None,
    ) -> None:
        self.mentions = mentions
        self.around = around
        self.gazetteer = gazetteer
        self.year = year
        self.names = names_of(mentions, gazetteer)
        self._chosen = Chosen(gazetteer)
        self._asked: dict[int, int] = {}
        self._bearers: dict[int, list[_Bearer]] = {}

    @property
    def chosen(self) -> dict[int, Unit]:
        """The unit of each name that is settled, by the name's index."""
        return self._chosen.units

    def run(self) -> None:
        """Settle names in rounds, each with what the rounds before have settled; townships wait for the first."""
        upper = [n for n, name in enumerate(self.names) if name.level != "township"]
        for names in (upper, *[range(len(self.names))] * _ROUNDS):
            before = dict(self.chosen)
            for n in names:
                self._choose(n)
            if self.chosen == before and names is not upper:
                return

    def _choose(self, n: int) -> None:
        """Settle a name, or leave it open again where what was settled since speaks against it."""
        if self._asked.get(n) == self._chosen.changes:
            return
        self._asked[n] = self._chosen.changes
        ranked = self.ranked(n)
        self._chosen.put(n, self.gazetteer.unit(ranked[0].code) if ranked and self._is_clear(ranked) else None)

    def ranked(self, n: int) -> list[PlaceCandidate]:
        """The candidates of a name with their scores, best first; ``code`` holds the unit's key."""
        if n not in self._bearers:
            self._bearers[n] = self._bearers_of(self.names[n])
        found = [self._candidate(n, bearer) for bearer in self._bearers[n]]
        return sorted(found, key=lambda c: (-c.score, c.code))

    def _is_clear(self, ranked: Sequence[PlaceCandidate]) -> bool:
        rival = next((c.score for c in ranked[1:]), -9.0)
        return ranked[0].score >= LEAST and ranked[0].score - rival >= MARGIN

    def _bearers_of(self, name: Name) -> list[_Bearer]:
        """The units of a name with the parts of their scores that no other name's unit changes."""
        current = self._standing(name)
        found = []
        for unit in name.units:
            chain = (_part("chain", self._chained(name, unit)), _part("astray", self._is_astray(name, unit)))
            own = (
                _part("sole", unit in current and len(current) == 1),
                _part("rank", self._ranks(name, unit, current)),
                self._time(unit, others=len(current) < len(name.units)),
                *self._outside(unit),
            )
            path = "/".join(u.name for u in reversed(self.gazetteer.ancestors(unit.key)))
            found.append(_Bearer(unit, path, _said(chain), _said(own)))
        return found

    def _candidate(self, n: int, bearer: _Bearer) -> PlaceCandidate:
        near = self._chosen.nearest(n, bearer.unit.key)
        parts = (*bearer.chain, _part("article", near), *bearer.own) if near else bearer.chain + bearer.own
        if self._is_elsewhere(bearer.unit, parts):
            parts = (*parts, _part("elsewhere", 1))
        return PlaceCandidate(bearer.unit.key, bearer.unit.name, bearer.path, parts)

    def _standing(self, name: Name) -> list[Unit]:
        """The bearers of a name in the article's year, else those of today, else all."""
        then = [u for u in name.units if u.stood_in(self.year)]
        return then or [u for u in name.units if not u.former] or list(name.units)

    def _time(self, unit: Unit, *, others: bool) -> ScorePart:
        """What speaks against a unit that was gone in the article's year or yet to come, where there are others."""
        if not others or unit.stood_in(self.year, GRACE if self.year else 0):
            return _part("former", 0)
        gone = unit.former and (self.year is None or unit.valid_to is None or self.year > unit.valid_to)
        return _part("former" if gone else "not-yet", 1)

    def _chained(self, name: Name, unit: Unit) -> bool:
        up = {a.key for a in self.gazetteer.ancestors(unit.key)} | ({unit.also_in} if unit.also_in else set())
        lefts = (left_of(self.mentions, i) for i in name.mentions)
        return any(up & self._keys(left) for left in lefts if left is not None)

    def _keys(self, i: int) -> set[str]:
        """The units that a mention may stand for, and those that took their place (铜山县 holds what 铜山区 does)."""
        units = [self.gazetteer.unit(key) for key in self.mentions[i].candidates]
        return {u.key for u in units} | {u.now for u in units if u.now is not None}

    def _is_astray(self, name: Name, unit: Unit) -> bool:
        """Whether a township stands behind a county of another prefecture: then it is one that the list lacks."""
        if unit.level != "township":
            return False
        mine = self._prefecture(unit.key)
        lefts = [left for left in (left_of(self.mentions, i) for i in name.mentions) if left is not None]
        counties = [self.mentions[left] for left in lefts if self.mentions[left].level == "county"]
        return bool(counties) and not any(self._prefecture(k) == mine for m in counties for k in m.candidates)

    def _prefecture(self, key: str) -> str:
        path = [self.gazetteer.unit(key), *self.gazetteer.ancestors(key)]
        upper = [u.key for u in path if u.level in {"prefecture", "province"}]
        return upper[0] if upper else key

    def _outside(self, unit: Unit) -> Iterable[ScorePart]:
        best: dict[str, float] = {}
        for one in self.around:
            value = one.weight * (
                part_weights("nearness")[unit.level]
                if one.key == unit.key
                else nearness(self.gazetteer, unit.key, one.key)
            )
            best[one.part] = max(best.get(one.part, 0.0), round(value, 3))
        return (ScorePart(part, value) for part, value in sorted(best.items()))

    def _ranks(self, name: Name, unit: Unit, current: Sequence[Unit]) -> bool:
        """Whether a unit is the largest that bears a bare short form (西安 is not 西安区)."""
        levels = ("province", "prefecture", "county")
        if not name.short or unit.level not in levels or unit not in current:
            return False
        return levels.index(unit.level) == min(levels.index(u.level) for u in current if u.level in levels)

    def _is_elsewhere(self, unit: Unit, parts: Sequence[ScorePart]) -> bool:
        """Whether a township lies far from all that is known: outside the prefecture, where the article names one."""
        near = {"chain", "zone", "companions", "neighbour", "issuer", "masthead", "section", "byline", "distribution"}
        if unit.level not in {"township", "zone"} or not (self._chosen.has_others(unit) or self.around):
            return False
        least = part_weights("nearness")["prefecture" if self._chosen.has_lower(unit) else "province"]
        return not any(p.value >= least if p.name == "article" else p.name in near and p.value for p in parts)
