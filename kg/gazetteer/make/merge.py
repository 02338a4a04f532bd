"""One table of the units of today out of the lists of two offices, which agree on counties and not on townships."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from kg.gazetteer.endings import ending, stem
from kg.gazetteer.keys import mca_number, sar_number
from kg.gazetteer.make import sources
from kg.gazetteer.make.entry import Entry, quasi_level

MUNICIPALITIES = {"11", "12", "31", "50"}
TAIWAN, HONG_KONG, MACAU = 710000, 810000, 820000
# Rows of the statistics bureau that group counties but name no place.
PSEUDO_CITIES = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}
# Rows of the statistics bureau for villages that stand directly under a county (龙港市): no township either.
NO_TOWNSHIP = "直辖村级区划"

Entries = dict[int, Entry]


def merge(folder: Path) -> Entries:
    """Number → entry of every unit from province to township that either list has today."""
    entries: Entries = {}
    _provinces(entries)
    _statistics(entries, folder)
    _special_regions(entries, folder)
    _civil_affairs(entries, sources.civil_affairs(folder))
    return entries


def parent_by_code(entries: Entries, code: str) -> int | None:
    """The county, prefecture or province whose code a code begins with, whichever is smallest and exists."""
    for number in (int(code[:6]), int(code[:4] + "00"), int(code[:2] + "0000")):
        if number in entries and number != int(code):
            return number
    return None


def _provinces(entries: Entries) -> None:
    for number, name in ((TAIWAN, "台湾省"), (HONG_KONG, "香港特别行政区"), (MACAU, "澳门特别行政区")):
        entries[number] = Entry(number, name, "province", ending(name), code=str(number))


def _statistics(entries: Entries, folder: Path) -> None:
    for row in sources.statistics(folder, 2023, "provinces"):
        number = int(row["code"]) * 10000
        kind = "直辖市" if row["code"] in MUNICIPALITIES else ending(row["name"])
        entries[number] = Entry(number, row["name"], "province", kind, code=str(number))
    for row in sources.statistics(folder, 2023, "cities"):
        if row["name"] not in PSEUDO_CITIES:
            number, province = int(row["code"]) * 100, int(row["provinceCode"]) * 10000
            entries[number] = Entry(number, row["name"], "prefecture", ending(row["name"]), province, str(number))
    for row in sources.statistics(folder, 2023, "areas"):
        _county(entries, row["code"], row["name"])
    for row in sources.statistics(folder, 2023, "streets"):
        _township(entries, row["code"], row["name"])


def _county(entries: Entries, code: str, name: str) -> None:
    parent = parent_by_code(entries, code)
    if int(code) in entries or (parent and entries[parent].name == name):  # 东莞, 嘉峪关 stand as their own county
        return
    zone = code[4] == "7" and not name.endswith("行政委员会")
    level, kind = ("zone", "zone") if zone else ("county", ending(name))
    entries[int(code)] = Entry(int(code), name, level, kind, parent, code)  # type: ignore[arg-type]


def _township(entries: Entries, code: str, name: str) -> None:
    if name.endswith(NO_TOWNSHIP):
        return
    parent = parent_by_code(entries, code)
    level, kind = quasi_level(name) if code[6] in "45" else ("township", ending(name))
    name = without_parent(name, entries.get(parent or 0))
    entries[int(code)] = Entry(int(code), name, level, kind, parent, code)


def without_parent(name: str, parent: Entry | None) -> str:
    """A township's name without its county's, which the list sometimes prints before it (召陵区天桥街街道)."""
    own = name.removeprefix(parent.name) if parent is not None else name
    return own if ending(own) in {"街道", "镇", "乡"} and len(own) > len("街道") else name


def _special_regions(entries: Entries, folder: Path) -> None:
    regions = sources.special_regions(folder)
    for region, name in ((HONG_KONG, "香港特别行政区"), (MACAU, "澳门特别行政区")):
        districts = [d for part in regions[name].values() for d in part]
        for i, district in enumerate(districts, 1):
            number, bare = sar_number(region + i), district.partition("（")[0]
            entries[number] = Entry(number, bare, "county", ending(bare), region)


def _civil_affairs(entries: Entries, rows: list[tuple[int, str, str, str]]) -> None:
    for level, code, _, name in rows:
        if level < 4 and int(code) in entries:
            entries[int(code)].mca = code
        elif level == 3:
            parent = parent_by_code(entries, code)
            entries[int(code)] = Entry(int(code), name, "county", ending(name), parent, code, code)
    townships = [(code, name) for level, code, _, name in rows if level == 4]
    for code, name in _match(entries, _match(entries, townships, 6), 4):
        parent = parent_by_code(entries, code)
        entry = Entry(mca_number(int(code)), name, "township", ending(name), parent, mca=code)
        entries[entry.number] = entry
    _succeed(entries)


def _match(entries: Entries, rows: list[tuple[str, str]], digits: int) -> list[tuple[str, str]]:
    """Give each township its civil-affairs code if one of its name lies in the county (prefecture); the rest."""
    free: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries.values():
        if len(str(entry.number)) == 9 and entry.mca is None:
            free[str(entry.number)[:digits], entry.name].append(entry)
    wanted: dict[tuple[str, str], list[str]] = defaultdict(list)
    for code, name in rows:
        wanted[code[:digits], name].append(code)
    rest: list[tuple[str, str]] = []
    for (area, name), codes in wanted.items():
        found = free[area, name]
        if len(found) == len(codes) == 1:
            found[0].mca = codes[0]
            county = parent_by_code(entries, codes[0])
            found[0].also_in = county if county != found[0].parent else None
        else:
            rest.extend((code, name) for code in codes)
    return rest


def _succeed(entries: Entries) -> None:
    """A township of 2023 whose stem alone lives on in the county (某乡 made 某镇) points to what it became."""
    heirs: dict[tuple[int | None, str], list[Entry]] = defaultdict(list)
    for entry in entries.values():
        if entry.number > 10**9 and entry.level == "township":
            heirs[entry.parent, stem(entry.name)].append(entry)
    for entry in entries.values():
        if entry.level == "township" and entry.code and entry.mca is None:
            found = heirs[entry.parent, stem(entry.name)]
            if len(found) == 1:
                entry.now = found[0].number
