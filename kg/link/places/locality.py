"""Which place an article reports on: the headline's, else the smallest that covers what the body tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg.link.places.draft import RANK, Draft
from kg.link.places.entities import Entity
from kg.link.places.plausible import far_likelier
from kg.link.places.settle import left_of
from kg.link.places.weight import ACTS, FIRST, Weights, first_of_chain, is_branded, is_passing

_JOINT = re.compile(r"[、和与及]|以及|联手|携手")
_KICKER = re.compile(r"[\u4e00-\u9fff]{0,6}(?:\s?[：:|\uff5c丨]|\s?[—-]{2})")
_OPENING = re.compile(r"(?P<stem>[\u4e00-\u9fff]{2,6})\s?[：:|\uff5c丨]")
_STEM = re.compile(r"(?:村|社区|嘎查|居民区)$")
# 石桥街道的日子和办法, 石桥街道九个小区…: the headline speaks of the whole town.
_WHOLE = re.compile(r"的|[0-9一二三四五六七八九十百多]{1,4}余?个?(?:小区|社区|村|网格)")
_CAME = re.compile(r"(?:到|赴|来|深入|走进|莅临)$")
_TO_SEE = re.compile(r"[^，。；：“”\s]{0,2}(?:调研|督导|检查|指导|考察|走访|视察|慰问)")
_SENTENCE = re.compile(r"[。！？]")
_HEADS_SECTION = re.compile(r"[：:][^，。；！\n]{2,24}[？?]?(?=\n)|】(?=[^\n]{12})")
_BEHIND = re.compile(r"(?:之隔|相邻|毗邻|紧邻|隔壁|相望|接壤|相连|[公华]?里(?:开)?外)的?\Z")
_LONGEST_TIE = 8  # characters
_MEETS = re.compile(r"(?:仅?[一隔][\u4e00-\u9fff]{0,2}(?:之隔|相望)|毗邻|相邻|接壤|山水相连)")
_NEIGHBOURS = frozenset({"county", "township", "village"})
# What the second of two places must weigh: that it acts, and its share of what the first carries; or what each of them
# carries, and both.
_TOLD, _PART_OF = 1.5, 0.55
_HALF, _BOTH = 0.35, 0.85
_PART_REPORTS = 2  # places that head sections
_LEAD_SENTENCES = 3
_NATION, _SIBLINGS = 4, 3
# The share of the body's weight that a place must carry to be what the report is about, and the share of the weight of
# the place in the headline that a smaller one must carry before it takes its place.
_COVERS, _WHOLLY = 0.65, 0.8
_OUTWEIGHS, _COVERS_HALF = 1.2, 0.5


def localities(draft: Draft) -> list[Entity]:
    """The entities that the article is about, in order; empty for a report on the whole country."""
    chosen = _told(draft)
    likelier = far_likelier(draft, chosen)
    return chosen if likelier is None else [likelier]


def _told(draft: Draft) -> list[Entity]:
    """Those that headline, sections, lead and body tell."""
    title_end = len(draft.article.title)
    title = [c for c in _chains(draft, 0, title_end) if not _is_scope(draft, c)]
    weights = Weights(draft, draft.entity_of[title[-1][-1]] if title else None)
    if title:
        return _with_neighbour(draft, weights, _narrowed(draft, weights, _pick(draft, weights, title)))
    if (named := _kicked(draft)) is not None:
        return [named]
    if len(sections := _sections(draft)) >= _PART_REPORTS:
        return sections
    lead = _lead(draft, title_end)
    found = _estate(draft, weights, lead) or _covering(draft, weights, lead)
    if found is None:
        return []
    return _halves(draft, weights, found) or _with_neighbour(draft, weights, [found])


def _halves(draft: Draft, weights: Weights, whole: Entity) -> list[Entity]:
    """The two counties that share a report whose province or city does nothing itself."""
    if RANK[whole.level] >= RANK["county"] or weights.own(whole) >= ACTS:
        return []
    inner = [e for e in draft.entities() if e.level == "county" and draft.lies_in(e, whole)]
    halves = [e for e in inner if weights.cover(e) >= _HALF]
    return halves if len(halves) == _PART_REPORTS and sum(map(weights.cover, halves)) >= _BOTH else []


def _with_neighbour(draft: Draft, weights: Weights, chosen: list[Entity]) -> list[Entity]:
    """A town or county and the one beside it that the report tells of too (与双江镇一河之隔的石羊镇，…).

    That two of them meet says little; the other must act in the body and carry a part of it. Where each carries half,
    nothing need be said of how they lie (a comment on two counties far apart).
    """
    if len(chosen) != 1 or chosen[0].level not in _NEIGHBOURS:
        return chosen
    own, titled = weights.cover(chosen[0]), _is_in_title(draft, chosen[0])
    tied = {id(draft.entity_of[i]) for i in draft.entity_of if _is_called_neighbour(draft, i)}
    for entity in _places(weights):
        if entity is chosen[0] or entity.level != chosen[0].level or weights.own(entity) < _TOLD:
            continue
        cover = weights.cover(entity)
        halves = not titled and min(own, cover) >= _HALF and own + cover >= _BOTH
        tie = bool(tied & {id(entity), id(chosen[0])}) and min(own, cover) >= _PART_OF * max(own, cover)
        if halves or tie:
            return [e for e in _places(weights) if e is entity or e is chosen[0]]
    return chosen


def _is_in_title(draft: Draft, entity: Entity) -> bool:
    title_end = len(draft.article.title)
    return any(e is entity and draft.mentions[i].end <= title_end for i, e in draft.entity_of.items())


def _is_called_neighbour(draft: Draft, i: int) -> bool:
    """Whether a mention says that its place lies beside another: 隔壁的石羊镇, 与石羊镇隔河相望."""
    text, end = draft.article.text, draft.mentions[i].end
    start = draft.mentions[first_of_chain(draft, i)].start
    return bool(_BEHIND.search(text, max(0, start - _LONGEST_TIE), start) or _MEETS.match(text, end))


def _estate(draft: Draft, weights: Weights, lead: Sequence[list[int]]) -> Entity | None:
    """The estate that carries as much of the body as what a report is about must; None where none does.

    One must carry more where the first sentences speak of other places only: it may be the first of several.
    """
    named = {id(draft.entity_of[i]) for chain in lead for i in chain}
    for entity, weight in weights.estates.values():
        share = _COVERS if not named or id(entity) in named else _WHOLLY
        if weight >= share * weights.total:
            return entity
    return None


def _kicked(draft: Draft) -> Entity | None:
    """The village that a headline opens with by the stem of its name alone (苏林毛都：…); None where none does."""
    opening = _OPENING.match(draft.article.title)
    stem = opening["stem"] if opening else ""
    return next((e for e in draft.entities() if e.level == "village" and _STEM.sub("", e.name) == stem), None)


def _sections(draft: Draft) -> list[Entity]:
    """The places that head the sections of a round-up, each with a colon on a line of its own (夏县：饭由谁来做)."""
    text, heads = draft.article.text, []
    for i in sorted(draft.entity_of):
        chain_end, start = draft.mentions[i].end, draft.mentions[i].start
        opens = text.endswith(("\n", "\n【"), 0, start)
        if start > draft.article.body_start and opens and _HEADS_SECTION.match(text, chain_end):
            heads.append(draft.entity_of[i])
    return _distinct(heads)


def _lead(draft: Draft, title_end: int) -> list[list[int]]:
    text = draft.article.text
    ends = [m.end() for m in _SENTENCE.finditer(text, draft.article.body_start)]
    stop = ends[min(_LEAD_SENTENCES, len(ends)) - 1] if ends else len(text)
    return [c for c in _chains(draft, title_end, stop) if not _is_scope(draft, c)]


def _is_scope(draft: Draft, chain: Sequence[int]) -> bool:
    """Whether a place says how far a first holds (合肥首个物管联盟) or named in passing (湘、桂, “枫桥经验”)."""
    last = chain[-1]
    return (
        is_passing(draft, last)
        or is_branded(draft, last)
        or FIRST.match(draft.article.text, draft.mentions[last].end) is not None
    )


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


def _pick(draft: Draft, weights: Weights, chains: Sequence[list[int]]) -> list[Entity]:
    """The headline's places: of its chains the one that speaks most for itself, with those joined to it by 、 or 和."""
    ends = [draft.entity_of[c[-1]] for c in chains]
    visited = _visited(draft, chains)
    scores = [_title_score(draft, weights, c) for c in chains]
    best = _inner(draft, weights, ends, scores.index(max(scores)))
    first = last = best if visited is None else visited
    while first and _joined(draft, chains[first - 1], chains[first]):
        first -= 1
    while last + 1 < len(chains) and _joined(draft, chains[last], chains[last + 1]):
        last += 1
    return _distinct(ends[first : last + 1])


def _inner(draft: Draft, weights: Weights, ends: Sequence[Entity], best: int) -> int:
    """Of a headline's province or city and a place in it, the smaller, where it carries what any locality must."""
    if RANK[ends[best].level] >= RANK["county"]:
        return best
    whole = _COVERS * weights.cover(ends[best])
    inner = (n for n, e in enumerate(ends) if e is not ends[best] and draft.lies_in(e, ends[best]))
    return next((n for n in inner if weights.own(ends[n]) >= ACTS and weights.cover(ends[n]) >= whole), best)


def _visited(draft: Draft, chains: Sequence[list[int]]) -> int | None:
    """Which of a headline's places the leaders of another came to see (甲区领导到乙街道调研…), None where none is."""
    text = draft.article.text[: len(draft.article.title)]
    for n, chain in enumerate(chains):
        start, end = draft.mentions[chain[0]].start, draft.mentions[chain[-1]].end
        town = RANK[draft.entity_of[chain[-1]].level] >= RANK["township"]
        if n and town and _CAME.search(text, 0, start) and _TO_SEE.match(text, end):
            return n
    return None


def _title_score(draft: Draft, weights: Weights, chain: Sequence[int]) -> float:
    """A kicker counts most, then where a chain stands, then how much of the body its last place carries."""
    text, entity = draft.article.text, draft.entity_of[chain[-1]]
    start, end = draft.mentions[chain[0]].start, draft.mentions[chain[-1]].end
    kicker = 2.0 if _KICKER.match(text, end) else 0.0
    opens = 0.5 if start == 0 or text[start - 1] in " 　—" else 0.0
    return kicker + opens + weights.cover(entity) + 0.1 * RANK[entity.level] * (weights.own(entity) > 0)


def _distinct(entities: Iterable[Entity]) -> list[Entity]:
    return list({id(e): e for e in entities}.values())


def _joined(draft: Draft, one: list[int], other: list[int]) -> bool:
    between = draft.article.text[draft.mentions[one[-1]].end : draft.mentions[other[0]].start]
    return _JOINT.fullmatch(between) is not None


def _narrowed(draft: Draft, weights: Weights, chosen: list[Entity]) -> list[Entity]:
    """The smaller place instead of one in the headline that never acts in the body, where all the rest lies in it.

    Where the body says nothing of the headline's own place, the smaller one need only carry what any locality must.
    """
    if len(chosen) != 1:
        return chosen
    if RANK[chosen[0].level] > RANK["county"]:
        return _scene(draft, weights, chosen[0])
    if weights.own(chosen[0]) >= ACTS:
        return chosen
    inner = [e for e in _places(weights) if e is not chosen[0] and draft.lies_in(e, chosen[0])]
    whole = (_WHOLLY if weights.own(chosen[0]) else _COVERS) * weights.cover(chosen[0])
    fits = [e for e in inner if weights.own(e) >= ACTS and weights.cover(e) >= whole]
    return [max(fits, key=lambda e: RANK[e.level])] if fits else chosen


def _scene(draft: Draft, weights: Weights, town: Entity) -> list[Entity]:
    """The village in which a report on a town plays for the greater part, where no kicker says that it is the town's.

    ``洮阳镇：…`` speaks for the whole town whatever the scene; ``洮阳镇破解…难题`` may be all about one community.
    """
    text = draft.article.text[: len(draft.article.title)]
    kicked = any(
        _KICKER.match(text, draft.mentions[i].end) or _WHOLE.match(text, draft.mentions[i].end)
        for i, e in draft.entity_of.items()
        if e is town and draft.mentions[i].end <= len(text)
    )
    inner = [e for e in _places(weights) if e.level == "village" and draft.lies_in(e, town)]
    main = max(inner, key=weights.own, default=None)
    if kicked or main is None or weights.own(main) < _OUTWEIGHS * weights.own(town):
        return [town]
    return [main] if weights.cover(main) >= _COVERS_HALF * weights.cover(town) else [town]


def _covering(draft: Draft, weights: Weights, lead: Sequence[list[int]]) -> Entity | None:
    """The smallest place that carries most of the body; the lead's own where none does; None for the whole country."""
    places = _places(weights)
    fits = [e for e in places if weights.cover(e) >= _COVERS]
    if fits:
        return max(fits, key=lambda e: RANK[e.level])
    if len({draft.province(e) for e in places} - {None}) >= _NATION:
        return None
    if lead:
        heads = [_first(draft, chain) for chain in lead]
        # 从成都回到老家甘溪镇明月村: what does nothing in the body is only named on the way.
        first = next((e for e in heads if weights.own(e) >= ACTS), heads[0])
        return _holder(draft, weights, first) or first
    return max(places, key=weights.cover, default=None)


def _first(draft: Draft, chain: Sequence[int]) -> Entity:
    """The smallest place of a chain, an estate or hamlet only where no other is in it: of 安平村|柳树屯 安平村."""
    entities = [draft.entity_of[i] for i in chain]
    return next((e for e in reversed(entities) if e.level != "compound"), entities[-1])


def _holder(draft: Draft, weights: Weights, first: Entity) -> Entity | None:
    """The county or city that holds a report's towns and villages, which it never names; None where one stands out."""
    small = [e for e in _places(weights) if e.unit is not None and RANK[e.level] >= RANK["township"]]
    apart = [e for e in small if not draft.lies_in(e, first) and not draft.lies_in(first, e)]
    if len(apart) + 1 < _SIBLINGS or weights.cover(first) >= _COVERS_HALF or len(small) < len(_places(weights)) - 1:
        return None
    paths = [[u.key for u in draft.gazetteer.ancestors(e.unit.key)] for e in small if e.unit is not None]
    shared = next((key for key in paths[0] if all(key in path for path in paths)), None)
    unit = draft.gazetteer.unit(shared) if shared is not None else None
    if unit is None or unit.level not in {"county", "prefecture"}:
        return None
    own = next((e for e in draft.entities() if e.unit is not None and e.unit.key == unit.key), None)
    return own or Entity(unit.name, unit.level, unit=unit, evidence=[e.evidence[0] for e in small])


def _places(weights: Weights) -> list[Entity]:
    return list(weights.entities.values())
