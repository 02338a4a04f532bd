"""The working state of one article's resolution: which mention stands for which entity."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from kg.gazetteer import Gazetteer, Unit
from kg.link.places.cues import cues_of
from kg.link.places.entities import Entity
from kg.link.places.settle import near_left_of
from kg.link.places.surroundings import Surrounding, common
from kg.model import Article, Evidence, Level, Notice, PlaceMention
from kg.rulebook import load_rulebook

_FAR = 40  # names
_JOINT = re.compile(r"[、和及与]|以及")
RANK: dict[Level, int] = {
    "province": 0, "prefecture": 1, "county": 2, "zone": 3, "township": 3, "village": 4, "compound": 5,
}  # fmt: skip


class Draft:
    """Entities in the order of their first mention, and the entity of each mention."""

    def __init__(
        self, article: Article, mentions: Sequence[PlaceMention], around: Sequence[Surrounding], gazetteer: Gazetteer
    ) -> None:
        self.article = article
        self.mentions = mentions
        self.around = around
        self.gazetteer = gazetteer
        self.year = int(article.published[:4]) if article.published else None
        self.cues = cues_of(load_rulebook())
        self.entity_of: dict[int, Entity] = {}
        self.notices: list[Notice] = []
        self._changes = [0, 0]  # of all entities, and of the listed ones above the village
        self._holders: dict[str, None] = {}  # keys of what villages, smaller and unlisted places lie in
        self._county_of: dict[str, str | None] = {}
        self._entities: tuple[int, list[Entity]] = 0, []
        self._outer: tuple[int, list[Entity]] = 0, []

    def put(self, i: int, entity: Entity) -> None:
        """Let a mention stand for an entity, which gains its span as evidence."""
        mention = self.mentions[i]
        self.entity_of[i] = entity
        self._count(entity)
        entity.evidence.append(Evidence(mention.start, mention.end))

    def drop(self, i: int) -> None:
        """Let a mention stand for nothing."""
        if (entity := self.entity_of.pop(i, None)) is not None:
            self._count(entity)

    def _count(self, entity: Entity) -> None:
        self._changes[0] += 1
        if entity.unit is not None and entity.level != "village":
            self._changes[1] += 1
        elif (key := self.holder_of(entity)) is not None:
            self._holders[key] = None

    def entities(self) -> list[Entity]:
        """The entities by their first mention."""
        if self._entities[0] != self._changes[0]:
            self._entities = self._changes[0], self._in_order(RANK["compound"])
        return self._entities[1]

    def outer(self) -> list[Entity]:
        """The entities above the village by their first mention, as they were when the last listed one was found."""
        if self._outer[0] != self._changes[1]:
            self._outer = self._changes[1], self._in_order(RANK["village"] - 1)
        return self._outer[1]

    def _in_order(self, lowest: int) -> list[Entity]:
        placed = (self.entity_of[i] for i in sorted(self.entity_of))
        return list({id(e): e for e in placed if RANK[e.level] <= lowest}.values())

    def left(self, i: int) -> Entity | None:
        """The larger place written right before a mention, or before the list (甲镇乙村、丙村) that it stands in."""
        level, at = self.mentions[i].level, self._lefts[i]
        entity = self.entity_of.get(at) if at is not None else None
        if entity is None or level is None:
            return None
        nested = level == "zone" and entity.level == "zone"
        return entity if nested or RANK[entity.level] < RANK[level] else None

    @cached_property
    def _lefts(self) -> list[int | None]:
        """For each mention the one written right before it, or before the list that it stands in."""
        lefts: list[int | None] = []
        for i in range(len(self.mentions)):
            at = near_left_of(self.article.text, self.mentions, i)
            lefts.append(lefts[-1] if at is None and i and self._follows_in_list(i) else at)
        return lefts

    def has_left(self, i: int) -> bool:
        """Whether a mention of any place is written right before this one."""
        return near_left_of(self.article.text, self.mentions, i) is not None

    def _follows_in_list(self, i: int) -> bool:
        """Whether only 、 or 和 stands between a mention and the one before it, and both are of one level."""
        one, other = self.mentions[i - 1], self.mentions[i]
        between = self.article.text[one.end : other.start]
        return one.level == other.level and one.kind != "reference" and _JOINT.fullmatch(between) is not None

    def in_sentence(self, i: int) -> Iterator[Entity]:
        """The entities named before a mention in its sentence, the nearest first; not those far up a long list."""
        start = max(self.article.text.rfind(mark, 0, self.mentions[i].start) for mark in "。！？\n")
        for j in range(i - 1, max(-1, i - 1 - _FAR), -1):
            if self.mentions[j].start < start:
                return
            if j in self.entity_of and self.mentions[j].kind != "reference":
                yield self.entity_of[j]

    def unit_at(self, unit: Unit, level: Level) -> Unit | None:
        """The unit itself or the one around it that has a level."""
        return next((u for u in (unit, *self.gazetteer.ancestors(unit.key)) if u.level == level), None)

    def lies_in(self, entity: Entity, other: Entity) -> bool:
        """Whether a place is another or lies in it."""
        if entity is other:
            return True
        if entity.inside is not None:
            return self.lies_in(entity.inside, other)
        key = self.holder_of(entity)
        holders = [other.unit.key, other.unit.now] if other.unit is not None else []
        return key is not None and any(h is not None and self.gazetteer.is_within(key, h) for h in holders)

    def holder_of(self, entity: Entity) -> str | None:
        """The key of the unit that a place is or certainly lies in; of a village its township's."""
        if entity.unit is None:
            return entity.parent
        return entity.unit.parent if entity.unit.level == "village" else entity.unit.key

    def province(self, entity: Entity) -> str | None:
        """The key of the province that a place lies in, where that is known."""
        unit = entity.unit or (self.gazetteer.unit(entity.parent) if entity.parent else None)
        if unit is None:
            return self.province(entity.inside) if entity.inside is not None else None
        found = self.unit_at(unit, "province")
        return found.key if found is not None else None

    def counties(self) -> list[str]:
        """Keys of the counties that the article's settled places lie in, in order; else those that stand around it."""
        outer = (e.unit.key if e.unit is not None else e.parent for e in self.outer())
        found = (self._county(key) for key in (*outer, *self._holders) if key)
        return list(dict.fromkeys(county for county in found if county is not None)) or self.counties_around()

    def _county(self, key: str) -> str | None:
        """The key of the county that a unit lies in today."""
        if key not in self._county_of:
            district = self.gazetteer.district(self.today(key) or key)
            self._county_of[key] = district.key if district is not None else None
        return self._county_of[key]

    def today(self, key: str | None) -> str | None:
        """The key of the unit that took a former one's place, where its villages are listed now; else its own."""
        unit = None if key is None else self.gazetteer.unit(key)
        return key if unit is None or unit.now is None else unit.now

    def counties_around(self) -> list[str]:
        """Keys of the counties that masthead, issuer, distribution list or neighbours name."""
        units = (self.gazetteer.unit(s.key) for s in self.around)
        return list(dict.fromkeys(u.key for u in units if u.level == "county"))

    def home(self) -> str | None:
        """The smallest listed unit that the headline, else the first sentence, names; else what stands around."""
        title = [e for i, e in sorted(self.entity_of.items()) if self.mentions[i].end <= len(self.article.title)]
        stop = self.article.text.find("。", self.article.body_start)
        lead = [e for i, e in sorted(self.entity_of.items()) if stop < 0 or self.mentions[i].end <= stop]
        for entities in (title, lead):
            units = [e.unit for e in entities if e.unit is not None and RANK[e.level] <= RANK["township"]]
            if units:
                return max(units, key=lambda u: RANK[u.level]).key
        anywhere = (e.unit.key for e in self.entities() if e.unit is not None and e.level != "village")
        return common(self.around, self.gazetteer) or next(anywhere, None)

    def note(self, kind: str, message: str, first: int, last: int, *readings: str) -> None:
        """Keep a notice about the mentions from one to another, with what is printed and what may be meant."""
        start, end = self.article.source_range(self.mentions[first].start, self.mentions[last].end)
        notice = Notice(kind, message, start, end, self.article.n, readings)
        if notice not in self.notices:
            self.notices.append(notice)
