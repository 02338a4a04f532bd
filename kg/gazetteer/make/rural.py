"""Villages and communities by the county that holds them, those of today and those listed since 2016 that are gone."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from kg.gazetteer.endings import village_stem
from kg.gazetteer.keys import key_of
from kg.gazetteer.make import sources
from kg.gazetteer.make.history import LAST_LISTED, township_name
from kg.gazetteer.make.merge import Entries, parent_by_code, without_parent
from kg.gazetteer.villages import ENDINGS, VillageRow

# Stand-ins for people without a community: 虚拟社区, 生活区.
_VIRTUAL = ("虚拟社区", "虚拟社区居委会", "虚拟社区居民委员会", "生活区", "生活区居委会", "生活区居民委员会")


def villages(folder: Path, entries: Entries) -> dict[int, list[VillageRow]]:
    """Number of the holder (the township's parent, or the county itself) → its villages by township and code."""
    held: dict[int, list[VillageRow]] = defaultdict(list)
    for row in sources.statistics(folder, LAST_LISTED, "villages"):
        if not row["name"].endswith(_VIRTUAL):
            township = int(row["streetCode"])
            holder = entries[township].parent if township in entries else parent_by_code(entries, row["streetCode"])
            held[holder or 0].append(village_row(row["streetCode"], int(row["code"][9:]), row["name"]))
    _add_former(folder, entries, held)
    for rows in held.values():
        rows.sort(key=lambda r: (r.township, r.last_year or 0, r.digits, r.stem))
    return held


def village_row(township: str, digits: int, name: str, last_year: int | None = None) -> VillageRow:
    """A row of the packed form for a name as listed."""
    bare = village_stem(name)
    known = name[len(bare) :] in ENDINGS
    return VillageRow(township, digits, name[len(bare) :] if known else "", bare if known else name, last_year)


def _add_former(folder: Path, entries: Entries, held: dict[int, list[VillageRow]]) -> None:
    """Add the stems that a county no longer has, under the township of their last year."""
    today = {(holder, row.stem) for holder, rows in held.items() for row in rows}
    latest: dict[tuple[int, str], VillageRow] = {}
    for year in range(min(sources.STATISTICS), LAST_LISTED):
        homes = _townships(folder, entries, year)
        for row in sources.statistics(folder, year, "villages"):
            home = homes.get(row["streetCode"])
            if home is not None and not row["name"].endswith(_VIRTUAL):
                found = village_row(key_of(home[0]), 0, row["name"], year)
                if (home[1], found.stem) not in today and found.ending:
                    latest[home[1], found.stem] = found
    for (holder, _), gone in latest.items():
        held[holder].append(gone)


def _townships(folder: Path, entries: Entries, year: int) -> dict[str, tuple[int, int]]:
    """A township's code in a year → its number here and the number of what is around it."""
    named = {(parent, e.name): e for e in entries.values() for parent in {e.parent, e.also_in} if e.level == "township"}
    counties = {e.mca: e.now for e in entries.values() if e.former and e.level == "county"}
    homes: dict[str, tuple[int, int]] = {}
    for row in sources.statistics(folder, year, "streets"):
        code = row["code"]
        county = counties.get(code[:6]) if int(code[:6]) not in entries else None
        parent = county or parent_by_code(entries, code)
        found = named.get((parent, without_parent(township_name(row["name"]), entries.get(parent or 0))))
        if found is not None and found.parent is not None:
            homes[code] = found.number, found.parent
    return homes
