"""The places that only the line names which says who wrote an article: （作者系某省某市某县委副书记）."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.frames import places_of_line
from kg.gazetteer import Unit
from kg.link.places.draft import Draft
from kg.link.places.entities import Entity
from kg.model import Evidence, FrameLine

_BEHIND = 60  # characters between the end of an article and the line that signs it


def signed_places(draft: Draft, entities: Sequence[Entity]) -> list[Entity]:
    """The places that an article's own byline gives in full and that hold one the article names."""
    known = {e.unit.key for e in entities if e.unit is not None}
    found: dict[str, Entity] = {}
    for line in _own_bylines(draft):
        for hit in places_of_line(line, draft.gazetteer):
            if hit.form == "full":
                spot = Evidence(line.start + hit.start, line.start + hit.end, "source")
                units = (u for u in draft.gazetteer.by_name(hit.name) if u.key not in known and _holds(draft, u, known))
                for unit in units:
                    found.setdefault(unit.key, Entity(unit.name, unit.level, unit=unit, evidence=[spot]))
    return list(found.values())


def _own_bylines(draft: Draft) -> Iterator[FrameLine]:
    bylines = [line for line in draft.article.frame if line.role == "byline"]
    start, end = draft.article.source_range(0, len(draft.article.text)) if bylines else (0, 0)
    return (line for line in bylines if start <= line.start <= end + _BEHIND)


def _holds(draft: Draft, unit: Unit, keys: set[str]) -> bool:
    return not unit.former and any(draft.gazetteer.is_within(key, unit.key) for key in keys)
