"""How plausible it is that an article reports on a place, by how much of it speaks of that place.

The rules of ``locality`` choose by constructions of the headline and the lead. Where what they choose is far less
plausible than another place, that one is taken: a headline may name only a village in which the scene plays, or a hall
in a town of which the body says nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import islice
from types import MappingProxyType

from kg.link.places.draft import RANK, Draft
from kg.link.places.entities import Entity
from kg.link.places.weight import ACTS, Weights
from kg.model import Level

# What each sign weighs, fitted to 81 reports that we annotated. Of the 58 localities of other reports 50 are right
# instead of 46, on the annotated articles all stayed right.
TITLE, INNER_TITLE, OWN, COVER, LEVEL_WORDS = 2.55, -3.24, 2.08, 2.9, 1.54
FAR = 2.5  # how much more plausible another place must be
FEWEST, OFTEN = 6, 12  # mentions of places that say enough; the places named most often are compared
WORDS: Mapping[Level, re.Pattern[str]] = MappingProxyType(
    {
        "province": re.compile("全省|我省|该省|省里|省委"),
        "prefecture": re.compile("全市|我市|该市|市里|市委|市级"),
        "county": re.compile("[全我该][县区旗]|[县区旗][里委]|[县区]级"),
        "township": re.compile("全[镇乡]|全街道|该[镇乡]|该街道|[镇乡]里|[镇乡]党委|街道党工委|镇政府|街道办|镇干部"),
        "village": re.compile(
            "全村|该村|该社区|村里|村党支部|村“?两委|社区党委|社区党支部|社区党总支|村委会|居委会|村支书|村民"
        ),
    }
)


def far_likelier(draft: Draft, chosen: Sequence[Entity]) -> Entity | None:
    """The place that is far more plausible than those chosen; None where there is none, or nothing was chosen.

    It must act in the body, or be spoken of there by a bare word for its level.
    """
    if not chosen or len(draft.entity_of) < FEWEST:
        return None
    named = Counter(id(e) for e in draft.entity_of.values())
    plausible = [(plausibility(draft, entity, named), entity) for entity in _candidates(draft, named)]
    likeliest, best = max(plausible, key=lambda one: one[0])
    if likeliest - max(plausibility(draft, entity, named) for entity in chosen) < FAR:
        return None
    spoken_of = level_shares(draft.article.text[draft.article.body_start :]).get(best.level, 0.0) > 0
    return best if spoken_of or Weights(draft, best).own(best) >= ACTS else None


def _candidates(draft: Draft, named: Mapping[int, int]) -> list[Entity]:
    """The places named most often, of all and of those above the village."""
    often = sorted(draft.entities(), key=lambda e: -named[id(e)])
    upper = (e for e in often if RANK[e.level] < RANK["village"])
    return list({id(e): e for e in (*often[:OFTEN], *islice(upper, OFTEN))}.values())


def plausibility(draft: Draft, entity: Entity, named: Mapping[int, int]) -> float:
    """How plausible an entity of an article is as its locality; ``named`` is how often each is, by ``id``."""
    article = draft.article
    titled = {id(e) for i, e in draft.entity_of.items() if draft.mentions[i].start < article.body_start}
    inner = [id(e) for e in draft.entities() if e is not entity and draft.lies_in(e, entity)]
    total = sum(named.values())
    own, within = named.get(id(entity), 0) / total, sum(named[e] for e in inner) / total
    return (
        TITLE * (id(entity) in titled)
        + INNER_TITLE * (not titled.isdisjoint(inner))
        + OWN * own
        + COVER * (own + within)
        + LEVEL_WORDS * level_shares(article.text[article.body_start :]).get(entity.level, 0.0)
    )


@lru_cache(maxsize=4)
def level_shares(body: str) -> dict[Level, float]:
    """The share of each level in the bare words for levels (全镇, 村里, 我县) that a body has, smoothed by one."""
    counts: dict[Level, int] = {level: len(word.findall(body)) for level, word in WORDS.items()}
    total = sum(counts.values()) + 1
    return {level: count / total for level, count in counts.items()}
