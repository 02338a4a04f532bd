"""How much of an article's body each of its places carries: who acts in which sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kg.link.places.draft import RANK, Draft
from kg.link.places.entities import Entity
from kg.link.places.references import nearest_named
from kg.link.places.settle import near_left_of
from kg.model import Level

# The weights of a place in one sentence: it acts; the scene lies in it; it is only spoken of by its level (镇党委,
# 社区); one of its people speaks; it is mentioned; it is part of the name of a museum, or where somebody comes from;
# nothing is said and the place of the sentence before goes on.
# A sentence that widens (这只是…的一个缩影) tells what the report is about as plainly as two in which a place acts.
ACTS, SCENE, LEVEL, PERSON, NAMED, BORNE, GOES_ON, WIDENS = 1.0, 0.5, 0.5, 0.4, 0.25, 0.05, 0.15, 2.0

_SENTENCE = re.compile(r"[^。！？\n]+(?:[。！？]+[”’）]*|\n|$)")
# 合肥首个物管联盟, 甘肃省惟一的平台: how far something is the first.
FIRST = re.compile(r"(?:首[个家批创次届座支例条]|[唯惟]一)")
_LEVELS: dict[str, Level] = {
    "社区": "village", "小区": "village", "村": "village",
    "街道": "township", "镇": "township", "乡": "township", "县": "county",
}  # fmt: skip
_LONGEST_LEAD = 300  # characters; no words that lead in to a sentence's subject are longer
_LONGEST_CHAIN = 8  # names: from province to group, and one to spare
_CLAUSE = frozenset("，。；：、！？“”（）\n　 ")
_BORDER = r"[两三四五][省市县区]?(?:（[省市县区]）)?(?:交界|毗邻|接壤|边界|接边|结合部)"
# 本报德清7月6日电: where a report was sent from.
_SENT = r"\s?(?:(?:\d{4}年)?\d{1,2}月)?(?:\d{1,2}日)?[电讯](?=[\s（(：:\u201c]|$)"
_PASSING = re.compile(f"{_BORDER}|{_SENT}")
# 地处三省交界的某县，是…: the subject of a sentence behind what is said of it.
_DESCRIBED = re.compile(r"[\s“]*(?!在|从|到|走进|来到|走在)[^，。；：、“”]{2,18}的")
_SUBJECT_ENDS = re.compile(r"[，是有把将]")
_OPEN_QUOTES = ("“", "‘")
_AT, _FROM = ("在", "到", "去", "赴", "往"), ("从", "由", "自")
_QUOTED = re.compile(r"[^，。；：！？“”‘’]{1,8}[”’]")
_PROVINCES = 2
_LIST = re.compile(r"[、和与及]|以及")


class Weights:
    """The weight of each entity in the body; an estate counts for the place around it."""

    def __init__(self, draft: Draft, topic: Entity | None) -> None:
        self.draft = draft
        self.entities: dict[int, Entity] = {}
        self.total = 0.0
        self._own: defaultdict[int, float] = defaultdict(float)
        self._held: defaultdict[int | str | None, float] = defaultdict(float)  # by an entity's id, by a unit's key
        self.estates: dict[int, tuple[Entity, float]] = {}
        for entity, weight in _all_weights(draft, topic):
            if entity.level == "compound":
                self.estates[id(entity)] = entity, weight + self.estates.get(id(entity), (entity, 0.0))[1]
            if (place := _around_estate(entity)) is not None:
                self._add(place, weight)

    def _add(self, place: Entity, weight: float) -> None:
        self.total += weight
        self.entities.setdefault(id(place), place)
        self._own[id(place)] += weight
        while place.inside is not None:
            self._held[id(place)] += weight
            place = place.inside
        self._held[id(place)] += weight
        key = self.draft.holder_of(place)
        for up in {key, *self.draft.gazetteer.holders(key)} if key is not None else ():
            self._held[up] += weight

    def own(self, entity: Entity) -> float:
        """The weight of a place itself, without what lies in it."""
        return self._own.get(id(entity), 0.0)

    def cover(self, entity: Entity) -> float:
        """The share of the body's weight that falls on a place or on what lies in it; 0 for a body without places."""
        unit = entity.unit if entity.level != "village" else None  # no listed unit lies in a village
        keys = {unit.key, unit.now} if unit is not None else {id(entity)}
        return sum(self._held[key] for key in keys if key in self._held) / self.total if self.total else 0.0


def _all_weights(draft: Draft, topic: Entity | None) -> Iterator[tuple[Entity, float]]:
    """The weights sentence by sentence; ``topic`` is what a body that names nothing at first goes on about."""
    so_far: dict[Level, dict[int, tuple[Entity, float]]] = defaultdict(dict)
    starts = [m.start for m in draft.mentions]
    for found in _SENTENCE.finditer(draft.article.text, draft.article.body_start):
        here = range(bisect_left(starts, found.start()), bisect_left(starts, found.end()))
        best = _of_sentence(draft, here, found.start())
        spoken = _of_level_word(draft, found, so_far)
        if spoken is not None:
            best.append((spoken, LEVEL))
        firm = [pair for pair in best if pair[1] >= PERSON]
        topic = _topic(draft, topic, firm)
        if best and draft.cues.widens.search(found.group()) and not _is_everywhere(best):
            best.append((min((e for e, _ in best), key=lambda e: RANK[e.level]), WIDENS))
        elif not best and topic is not None:
            best.append((topic, GOES_ON))
        for entity, weight in best:
            at_level = so_far[entity.level]
            at_level[id(entity)] = entity, weight + at_level.get(id(entity), (entity, 0.0))[1]
        yield from best


def _topic(draft: Draft, topic: Entity | None, firm: Sequence[tuple[Entity, float]]) -> Entity | None:
    """What a text goes on about: the weightiest place of the last sentence, not a county around that does nothing."""
    found, weight = max(firm, key=lambda pair: pair[1], default=(topic, 0.0))
    if found is None or topic is None or weight >= ACTS or RANK[found.level] > RANK["county"]:
        return found
    return topic if draft.lies_in(topic, found) else found


def _is_everywhere(best: Sequence[tuple[Entity, float]]) -> bool:
    """Whether a sentence names several provinces, so that none of them is what the report is about."""
    return sum(entity.level == "province" for entity, _ in best) >= _PROVINCES


def _of_sentence(draft: Draft, here: Sequence[int], sentence: int) -> list[tuple[Entity, float]]:
    """The places of a sentence, each with the largest weight that a mention or reference gives it there."""
    best: dict[int, tuple[Entity, float]] = {}
    for entity, weight in (*_of_names(draft, here, sentence), *_of_references(draft, here)):
        if weight > best.get(id(entity), (entity, 0.0))[1]:
            best[id(entity)] = entity, weight
    return list(best.values())


def _of_names(draft: Draft, here: Sequence[int], sentence: int) -> Iterator[tuple[Entity, float]]:
    """The weight of each chain of names, given to its last name; the members of a list share one."""
    names = [i for i in here if i in draft.entity_of and draft.mentions[i].kind != "reference"]
    text = draft.article.text
    upper = {near_left_of(text, draft.mentions, j): j for j in names}
    lasts = [i for i in names if i not in upper or not _goes_down(draft, i, upper[i])]
    group: list[int] = []
    for i in lasts:
        if group and not _listed(draft, group[-1], i):
            yield from _shared(draft, group, sentence)
            group = []
        group.append(i)
    yield from _shared(draft, group, sentence)


def _shared(draft: Draft, group: Sequence[int], sentence: int) -> Iterator[tuple[Entity, float]]:
    for i in group:
        yield draft.entity_of[i], _weight(draft, group[0], group[-1], sentence) / len(group)


def _around_estate(entity: Entity) -> Entity | None:
    return entity.inside if entity.level == "compound" else entity


def _goes_down(draft: Draft, upper: int, lower: int) -> bool:
    return RANK[draft.entity_of[upper].level] < RANK[draft.entity_of[lower].level]


def _listed(draft: Draft, one: int, other: int) -> bool:
    first = first_of_chain(draft, other)
    return _LIST.fullmatch(draft.article.text[draft.mentions[one].end : draft.mentions[first].start]) is not None


def first_of_chain(draft: Draft, i: int) -> int:
    """The first name of the chain that ends with a mention."""
    text = draft.article.text
    for _ in range(_LONGEST_CHAIN):
        left = near_left_of(text, draft.mentions, i)
        if left is None or left not in draft.entity_of:
            break
        i = left
    return i


def _weight(draft: Draft, first: int, last: int, sentence: int) -> float:
    text = draft.article.text
    start, end = draft.mentions[first_of_chain(draft, first)].start, draft.mentions[last].end
    floor = max(sentence, start - _LONGEST_LEAD)
    _, series, before = text[floor:start].rpartition("；")  # each clause of a series has a subject of its own
    opens = (floor == sentence or series != "") and _opens(draft, before, end)
    named = is_branded(draft, last) or draft.cues.bearer.match(text, end) or is_passing(draft, last)
    named = named or FIRST.match(text, end) is not None
    if named or _is_elsewhere(draft, before, end):
        return BORNE
    if draft.cues.orders.match(text, end):
        return NAMED
    if draft.cues.body.match(text, end):
        return ACTS if opens else SCENE
    if draft.cues.person.match(text, end):
        return PERSON
    if draft.cues.scene.search(before):
        return SCENE
    return ACTS if opens else NAMED


def _opens(draft: Draft, before: str, end: int) -> bool:
    """Whether a chain of names that ends at ``end`` is the subject of its clause, going by what stands before it."""
    if draft.cues.lead_in.fullmatch(before):
        return True
    return bool(_DESCRIBED.fullmatch(before) and _SUBJECT_ENDS.match(draft.article.text, end))


def _is_elsewhere(draft: Draft, before: str, end: int) -> bool:
    """Whether a place is where somebody comes from, worked or returned from: 在深圳打工, 从厦门辞职回村."""
    text, cues = draft.article.text, draft.cues
    away = before.endswith(_AT) and cues.away.match(text, end)
    home = before.endswith(_FROM) and cues.home.match(text, end)
    return bool(away or home or cues.origin.search(before))


def is_branded(draft: Draft, i: int) -> bool:
    """Whether a short name opens what stands in quotes: “蒲江雀舌”, no “云南省文明城市”."""
    text, mention = draft.article.text, draft.mentions[i]
    opens = text.endswith(_OPEN_QUOTES, 0, mention.start) and mention.kind == "short"
    return opens and _QUOTED.match(text, mention.end) is not None


def is_passing(draft: Draft, i: int) -> bool:
    """Whether a name says where a report was sent from, where borders meet or which two work as one (川渝)."""
    mention = draft.mentions[i]
    return mention.end - mention.start == 1 or _PASSING.match(draft.article.text, mention.end) is not None


def _of_references(draft: Draft, here: Sequence[int]) -> Iterator[tuple[Entity, float]]:
    """The weight of 全县, 该镇, 我区 at the head of a clause, given to the place that they stand for."""
    text = draft.article.text
    for i in here:
        mention = draft.mentions[i]
        entity = draft.entity_of.get(i) or nearest_named(draft, i) if mention.kind == "reference" else None
        if entity is not None and not draft.cues.ranked.match(text, mention.end):
            heads = text[mention.start - 1] in _CLAUSE or text.endswith("目前", 0, mention.start)
            yield entity, ACTS if heads else NAMED


def _of_level_word(
    draft: Draft, found: re.Match[str], so_far: Mapping[Level, Mapping[int, tuple[Entity, float]]]
) -> Entity | None:
    """The weightiest place so far of the level that a sentence opens with (社区建起…, 镇党委推行…)."""
    lead = draft.cues.lead_in.match(found.group())
    level_word = draft.cues.level_word
    word = level_word.match(found.group(), lead.end() if lead else 0) or level_word.match(found.group())
    known = so_far.get(_LEVELS[word["level"]], {}) if word is not None else {}
    return max(known.values(), key=lambda pair: pair[1])[0] if known else None
