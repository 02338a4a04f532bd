"""Villages and communities by the county that holds them."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from kg.gazetteer.endings import village_stem
from kg.gazetteer.make import sources
from kg.gazetteer.make.merge import Entries, parent_by_code
from kg.gazetteer.villages import ENDINGS, VillageRow

# Stand-ins for people without a community: 虚拟社区, 生活区.
_VIRTUAL = ("虚拟社区", "虚拟社区居委会", "虚拟社区居民委员会", "生活区", "生活区居委会")


def villages(folder: Path, entries: Entries) -> dict[int, list[VillageRow]]:
    """Number of the holder (the township's parent, or the county itself) → its villages in the order of their codes."""
    held: dict[int, list[VillageRow]] = defaultdict(list)
    for row in sources.statistics(folder, 2023, "villages"):
        if not row["name"].endswith(_VIRTUAL):
            township = int(row["streetCode"])
            holder = entries[township].parent if township in entries else parent_by_code(entries, row["streetCode"])
            held[holder or 0].append(village_row(row["streetCode"], int(row["code"][9:]), row["name"]))
    for rows in held.values():
        rows.sort(key=lambda r: (r.township, r.last_year or 0, r.digits))
    return held


def village_row(township: str, digits: int, name: str, last_year: int | None = None) -> VillageRow:
    """A row of the packed form for a name as listed."""
    bare = village_stem(name)
    ending = name[len(bare) :]
    return (
        VillageRow(township, digits, ending, bare, last_year)
        if ending in ENDINGS
        else VillageRow(township, digits, "", name, last_year)
    )
