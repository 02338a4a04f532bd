"""The locality of an article that names no place: the issuer's, where the text speaks of its own 市委 or 全县."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.link.places.draft import Draft
from kg.link.places.entities import Entity

_OWN_BODY = re.compile(
    r"(?<![\u4e00-\u9fff])(?:近日，|近年来，|今年以来，)?(?P<level>[市县区旗])(?:委|政府|纪委|直|级|人大|政协|妇联|总工会|团委|[\u4e00-\u9fff]{2,6}[局院])"
)


def own_place(draft: Draft, entities: Sequence[Entity]) -> list[Entity]:
    """The place that a reference brought in, else the issuer's; empty where neither is certain.

    An article that names places and reports on none of them is one on the whole country.
    """
    named = {id(draft.entity_of[i]) for i in draft.entity_of if draft.mentions[i].kind != "reference"}
    if entities:
        return [e for e in entities if id(e) not in named][:1]
    own = {m["level"] for m in _OWN_BODY.finditer(draft.article.text)}
    if not own:
        return []
    issuers = [s for s in draft.around if s.part in {"issuer", "masthead"} and s.evidence is not None]
    if not issuers:  # 县妇联…（南漳县妇联）: who signs is of the level that the text speaks of
        signed = [s for s in draft.around if s.part == "byline" and s.evidence is not None]
        issuers = [s for s in signed if draft.gazetteer.unit(s.key).name[-1] in own]
    if len({s.key for s in issuers}) != 1 or issuers[0].evidence is None:
        return []
    unit = draft.gazetteer.unit(issuers[0].key)
    return [Entity(unit.name, unit.level, unit=unit, evidence=[issuers[0].evidence])]
