"""The county of an article that names none: the only one that has all its townships, or a township and its villages."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from kg.gazetteer import Gazetteer, Unit
from kg.link.places.draft import Draft
from kg.link.places.parts import part_weights
from kg.link.places.settle import Name, Settler
from kg.link.places.surroundings import Surrounding

# A township, and a village that the list has in the township written before it, say twice as much as a bare village.
_FIRM, _BARE = 2, 1
# Two firm ones; a county that has all but one bare village of the best is as likely.
_LEAST, _MARGIN = 4, 2
_MOST_BEARERS = 16  # of the rarest name: two that stand everywhere share a county by chance
_MOST_VILLAGES = 12
_SETTLING = frozenset({"county", "township", "village", "zone"})


def shared_county(draft: Draft, settler: Settler) -> tuple[Surrounding, ...]:
    """The county that holds the companions of an article in which no county is settled, as a part of what is around it.

    Empty where a county, township or frame settles it already, or where several counties hold as many.
    """
    gazetteer = settler.gazetteer
    if any(u.level in _SETTLING for u in settler.chosen.values()):
        return ()
    if any(gazetteer.unit(s.key).level in _SETTLING for s in settler.around):
        return ()
    area = {*(u.key for u in settler.chosen.values()), *(s.key for s in settler.around)}
    names = [n for n in settler.names if n.level == "township"]
    rare = [n for n in names if 0 < len(_standing(draft, n)) <= _MOST_BEARERS]
    if not rare:
        return ()
    support: Counter[str] = Counter()
    for name in names:
        support.update(dict.fromkeys(_counties(gazetteer, _standing(draft, name), area), _FIRM))
    followed = set[int]()
    for name in rare:
        for i, county in set(_followed(draft, name, area)):
            followed.add(i)
            support[county] += _FIRM
    support.update(_bare(draft, followed, [c for n in rare for c in _counties(gazetteer, _standing(draft, n), area)]))
    best = support.most_common(2)
    if not best or best[0][1] < _LEAST or (len(best) > 1 and best[0][1] - best[1][1] < _MARGIN):
        return ()
    return (Surrounding(best[0][0], "companions", part_weights("frame")["companions"]),)


def _standing(draft: Draft, name: Name) -> Sequence[Unit]:
    """The bearers of a name in the article's year, else those of today."""
    return [u for u in name.units if u.level == "township" and u.stood_in(draft.year)]


def _counties(gazetteer: Gazetteer, units: Sequence[Unit], area: set[str]) -> list[str]:
    """The counties around units, those in an area only where one is known; a former county is the one of today."""
    found = (gazetteer.district(u.key) for u in units)
    keys = dict.fromkeys(d.now or d.key for d in found if d is not None)
    return [k for k in keys if not area or any(gazetteer.is_within(k, up) for up in area)]


def _followed(draft: Draft, name: Name, area: set[str]) -> Iterator[tuple[int, str]]:
    """The villages written right behind a township, each with the counties whose township has it."""
    for i in (i + 1 for i in name.mentions if i + 1 < len(draft.mentions)):
        if draft.mentions[i].level != "village" or draft.mentions[i].start != draft.mentions[i - 1].end:
            continue
        holders = [u for u in _standing(draft, name) if draft.gazetteer.villages_named(draft.mentions[i].name, u.key)]
        yield from ((i, county) for county in _counties(draft.gazetteer, holders, area))


def _bare(draft: Draft, followed: set[int], counties: Sequence[str]) -> Counter[str]:
    """What the other villages of an article say for each of some counties."""
    firm = {draft.mentions[i].name for i in followed}
    names = [m.name for m in draft.mentions if m.level == "village" and m.kind != "reference" and m.name not in firm]
    found: defaultdict[str, int] = defaultdict(int)
    for county in dict.fromkeys(counties):
        for name in list(dict.fromkeys(names))[:_MOST_VILLAGES]:
            found[county] += _BARE * bool(draft.gazetteer.villages_named(name, county))
    return Counter(found)
