"""Which place an article reports on: the headline's, else the lead's, else the one that stands around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.link.places.draft import RANK, Draft
from kg.link.places.entities import Entity
from kg.link.places.settle import left_of

_JOINT = re.compile(r"[、和与及]|以及")
_SENTENCE = re.compile(r"[。！？]")
_FIRST = re.compile(r"(?:首[个家批创次届座支例条]|唯一)")
_LEAD_SENTENCES = 3
_BROAD = 1
_NATION = 4


def localities(draft: Draft) -> list[Entity]:
    """The entities that the article is about, in order; empty for a report on the whole country."""
    title_end = len(draft.article.title)
    title = [c for c in _chains(draft, 0, title_end) if not _is_scope(draft, c)]
    if title:
        return _narrowed(draft, _pick(draft, title))
    lead = [c for c in _chains(draft, title_end, _lead_end(draft)) if not _is_scope(draft, c)]
    if lead:
        return _narrowed(draft, _pick_lead(draft, lead))
    rest = _chains(draft, title_end, len(draft.article.text))
    provinces = {e.name for chain in rest for i in chain for e in [draft.entity_of[i]] if e.level == "province"}
    if rest and len(provinces) < _NATION:
        return [draft.entity_of[rest[0][-1]]]
    return []


def _is_scope(draft: Draft, chain: Sequence[int]) -> bool:
    """Whether a place only says how far a first holds: 合肥首个红色物管联盟."""
    return _FIRST.match(draft.article.text, draft.mentions[chain[-1]].end) is not None


def _lead_end(draft: Draft) -> int:
    text = draft.article.text
    ends = [m.end() for m in _SENTENCE.finditer(text, draft.article.body_start)]
    return ends[min(_LEAD_SENTENCES, len(ends)) - 1] if ends else len(text)


def _chains(draft: Draft, start: int, end: int) -> list[list[int]]:
    """The mentions in a stretch, those written together in one list, larger places first."""
    chains: list[list[int]] = []
    for i in sorted(draft.entity_of):
        mention = draft.mentions[i]
        if mention.start < start or mention.end > end or mention.kind == "reference":
            continue
        if chains and left_of(draft.mentions, i) == chains[-1][-1] and _descends(draft, chains[-1][-1], i):
            chains[-1].append(i)
        else:
            chains.append([i])
    return chains


def _descends(draft: Draft, upper: int, lower: int) -> bool:
    return RANK[draft.entity_of[upper].level] < RANK[draft.entity_of[lower].level]


def _pick(draft: Draft, chains: Sequence[list[int]]) -> list[Entity]:
    """The headline's places: a kicker before a colon, else the first chain, with those joined to it by 、 or 和."""
    text = draft.article.text
    kicker = next((n for n, c in enumerate(chains) if text[draft.mentions[c[-1]].end :][:1] in {"：", ":"}), None)
    first = 0 if kicker is None else kicker
    chosen = [chains[first]]
    while first and _joined(draft, chains[first - 1], chains[first]):
        first -= 1
        chosen.insert(0, chains[first])
    last = chains.index(chosen[-1])
    while last + 1 < len(chains) and _joined(draft, chains[last], chains[last + 1]):
        last += 1
        chosen.append(chains[last])
    found = list(dict.fromkeys(_ByIdentity(draft.entity_of[c[-1]]) for c in chosen))
    return _smallest_on_path(draft, [f.entity for f in found], chains)


class _ByIdentity:
    """An entity as a dictionary key."""

    def __init__(self, entity: Entity) -> None:
        self.entity = entity

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ByIdentity) and self.entity is other.entity

    def __hash__(self) -> int:
        return id(self.entity)


def _smallest_on_path(draft: Draft, chosen: list[Entity], chains: Sequence[list[int]]) -> list[Entity]:
    """Go down to a smaller place that the headline names later, where the first is only its province or prefecture."""
    if len(chosen) != 1 or RANK[chosen[0].level] > _BROAD:
        return chosen
    later = [draft.entity_of[c[-1]] for c in chains]
    inner = [e for e in later if e is not chosen[0] and _lies_in(draft, e, chosen[0])]
    return inner[:1] or chosen


def _joined(draft: Draft, one: list[int], other: list[int]) -> bool:
    between = draft.article.text[draft.mentions[one[-1]].end : draft.mentions[other[0]].start]
    return _JOINT.fullmatch(between) is not None


def _pick_lead(draft: Draft, chains: Sequence[list[int]]) -> list[Entity]:
    """The lead's first place, or the smaller one inside it that the same sentence goes on to."""
    first = draft.entity_of[chains[0][-1]]
    for chain in chains[1:]:
        entity = draft.entity_of[chain[-1]]
        if RANK[first.level] <= _BROAD and entity is not first and _lies_in(draft, entity, first):
            return [entity]
    return [first]


def _narrowed(draft: Draft, chosen: list[Entity]) -> list[Entity]:
    """The one smaller place instead of a province or prefecture that the body never names without it."""
    if len(chosen) != 1 or RANK[chosen[0].level] > _BROAD:
        return chosen
    body = _chains(draft, draft.article.body_start, len(draft.article.text))
    alone = [c for c in body if draft.entity_of[c[-1]] is chosen[0]]
    below = [c for c in body if draft.entity_of[c[0]] is chosen[0] and len(c) > 1]
    if alone or not below:
        return chosen
    inner = draft.entity_of[below[0][-1]]
    fits = RANK[inner.level] <= RANK["township"] and all(_is_along(draft, draft.entity_of[c[-1]], inner) for c in body)
    return [inner] if fits else chosen


def _is_along(draft: Draft, entity: Entity, inner: Entity) -> bool:
    """Whether a place is the inner one, holds it, or lies in it."""
    return entity is inner or _lies_in(draft, entity, inner) or _lies_in(draft, inner, entity)


def _lies_in(draft: Draft, entity: Entity, other: Entity) -> bool:
    if other.unit is None:
        return entity.inside is other
    key = entity.unit.key if entity.unit else entity.parent
    if entity.unit is not None and entity.unit.level == "village":
        key = entity.unit.parent
    return key is not None and draft.gazetteer.is_within(key, other.unit.key)
