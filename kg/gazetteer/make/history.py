"""Units that are gone: counties and prefectures since 1980, townships and zones since 2016, and what they became."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.gazetteer.endings import ending, stem
from kg.gazetteer.keys import former_number
from kg.gazetteer.make import sources
from kg.gazetteer.make.entry import Entry, quasi_level
from kg.gazetteer.make.merge import NO_TOWNSHIP, PSEUDO_CITIES, Entries, parent_by_code, without_parent
from kg.model import Level

Timeline = dict[tuple[str, str], list[int]]  # (code, name) → the years of the lists that have it
Place = tuple[str, Level, str]  # the province's two digits, level and name
FIRST_LISTED = min(sources.STATISTICS)
LAST_LISTED = max(sources.STATISTICS)
# Reports of today still name what was there in living memory; codes before 1985 were handed out anew several times.
EARLIEST = 1985
# What the bureau wrote behind the names of townships in its older lists.
_OFFICE = "办事处"


def add_former(entries: Entries, folder: Path) -> None:
    """Add the units that are gone, each with its last year and, where one unit took its place, that unit."""
    counties = _timeline(folder)
    first = _first_years(counties)
    _date(entries, first)
    _add_counties(entries, counties, first)
    _follow_events(entries, sources.events(folder))
    _add_townships(entries, folder)


def township_name(name: str) -> str:
    """A township's name without the 办事处 that older lists put behind 街道 and 地区."""
    bare = name.removesuffix(_OFFICE)
    return bare if bare.endswith(("街道", "地区", "镇", "乡")) else name


def _timeline(folder: Path) -> Timeline:
    """(code, name) → years in which the standard, or after its last revision at hand the bureau, lists it."""
    years: dict[tuple[str, str], list[int]] = defaultdict(list)
    revisions = sources.revisions(folder)
    for year, table in revisions.items():
        for code, name in table.items():
            if not _is_zone(code, name):
                years[code, name].append(year)
    for year in sources.STATISTICS:
        for table_name, tail in (("cities", "00"), ("areas", "")):
            for row in sources.statistics(folder, year, table_name):
                code, name = row["code"] + tail, row["name"]
                if year > max(revisions) or _is_zone(code, name):
                    years[code, name].append(year)
    return years


def _is_zone(code: str, name: str) -> bool:
    """Whether the bureau puts a zone among the counties: its codes begin with 7 inside the prefecture."""
    return code[4] == "7" and not name.endswith("行政委员会")


def _first_years(timeline: Timeline) -> dict[Place, int]:
    """The first year of each place that came after the first revision, whatever codes it has had since."""
    first: dict[Place, int] = {}
    for (code, name), years in timeline.items():
        place = code[:2], _level(code, name), name
        first[place] = min(years[0], first.get(place, years[0]))
    start = min(first.values())
    return {place: year for place, year in first.items() if year > start}


def _date(entries: Entries, first: dict[Place, int]) -> None:
    for entry in entries.values():
        if entry.level in {"county", "prefecture"}:
            entry.valid_from = first.get((str(entry.number)[:2], entry.level, entry.name))


def _add_counties(entries: Entries, timeline: Timeline, first: dict[Place, int]) -> None:
    """Add what ended; a county-level city and the prefecture that took its name (淮安市) are two."""
    today: set[Place] = {(str(e.number)[:2], e.level, e.name) for e in entries.values()}
    latest: dict[Place, tuple[int, str]] = {}
    for (code, name), years in timeline.items():
        place = code[:2], _level(code, name), name
        proper = name not in PSEUDO_CITIES and not name.endswith(("市辖区", "行政区划")) and name[1:] != "区"
        if place not in today and proper and years[-1] >= EARLIEST and not code.endswith("0000"):
            latest[place] = max((years[-1], code), latest.get(place, (0, "")))
    heirs = _by_stem(entries)
    for (province, level, name), (year, code) in sorted(latest.items(), key=_by_place):
        same = heirs.get((province, level, stem(name)), [])
        heir = same[0] if len(same) == 1 else None
        number = former_number(int(code), year)
        entry = Entry(number, name, level, "zone" if level == "zone" else ending(name), mca=code, former=True)
        entry.parent = heir.parent if heir else parent_by_code(entries, code)
        entry.valid_from, entry.valid_to = first.get((province, level, name)), year
        entry.now = heir.number if heir else None
        entries[number] = entry


def _by_place(item: tuple[Place, tuple[int, str]]) -> tuple[str, str, tuple[int, str]]:
    (province, _, name), last = item
    return province, name, last


def _level(code: str, name: str) -> Level:
    return "zone" if _is_zone(code, name) else "prefecture" if code.endswith("00") else "county"


def _by_stem(entries: Entries) -> dict[tuple[str, str, str], list[Entry]]:
    found: dict[tuple[str, str, str], list[Entry]] = defaultdict(list)
    for entry in entries.values():
        if entry.level in {"county", "prefecture"}:
            found[str(entry.number)[:2], entry.level, stem(entry.name)].append(entry)
    return found


def _follow_events(entries: Entries, events: list[dict[str, Any]]) -> None:
    """Where stems differ (清浦区, 清江浦区) take the heir from the recorded events, the latest of them."""
    gone = defaultdict(list)
    for entry in entries.values():
        if entry.former and entry.now is None:
            gone[str(entry.mca)[:2], entry.name].append(entry)
    for event in events:
        old, new = event["old"], event["new"]
        code, heir = str(new["code"] or "")[:6], None
        same_province = code[:2] == str(old["code"])[:2]
        if code.isdigit() and same_province and event["type"].startswith(("撤", "更名")):
            heir = entries.get(int(code))
        if heir is not None and heir.name == new["name"]:
            for entry in gone[str(old["code"])[:2], old["name"]]:
                entry.now, entry.parent = heir.number, heir.parent


def _add_townships(entries: Entries, folder: Path) -> None:
    counties = {e.mca: e.now for e in entries.values() if e.former and e.level == "county" and e.valid_to}
    today = {(e.parent, e.name) for e in entries.values()} | {(e.also_in, e.name) for e in entries.values()}
    latest: dict[tuple[int | None, str], tuple[int, str]] = {}
    first: dict[tuple[int | None, str], int] = {}
    for year, code, name in _listed(folder):
        county = counties.get(code[:6]) if int(code[:6]) not in entries else None
        parent = county or parent_by_code(entries, code)
        place = parent, without_parent(name, entries.get(parent or 0))
        first.setdefault(place, year)
        if place not in today:
            latest[place] = year, code
    for entry in entries.values():
        year = first.get((entry.parent, entry.name), LAST_LISTED)
        if entry.level == "township" and entry.code and year > FIRST_LISTED:
            entry.valid_from = year
    _add_latest(entries, latest, first)


def _listed(folder: Path) -> Iterator[tuple[int, str, str]]:
    for year in sources.STATISTICS:
        for row in sources.statistics(folder, year, "streets"):
            if NO_TOWNSHIP not in row["name"]:
                yield year, row["code"], township_name(row["name"])


def _add_latest(
    entries: Entries, latest: dict[tuple[int | None, str], tuple[int, str]], first: dict[tuple[int | None, str], int]
) -> None:
    heirs: dict[tuple[int | None, str], list[Entry]] = defaultdict(list)
    for entry in entries.values():
        if entry.level == "township":
            heirs[entry.parent, stem(entry.name)].append(entry)
    for (parent, name), (year, code) in sorted(latest.items(), key=lambda item: item[1]):
        level, kind = quasi_level(name) if code[6] in "45" else ("township", ending(name))
        if kind in {"farm", "facility"}:
            continue
        same = [e for e in heirs[parent, stem(name)] if e.now is None] if level == "township" else []
        number = former_number(int(code), year)
        began = first[parent, name] if first[parent, name] > FIRST_LISTED else None
        entries[number] = Entry(number, name, level, kind, parent, valid_from=began, valid_to=year, former=True)
        entries[number].now = same[0].number if len(same) == 1 else None
