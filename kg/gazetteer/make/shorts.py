"""Short forms of names, and which of them name a place when they stand alone."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from dataclasses import dataclass
from importlib import resources

from kg.gazetteer.endings import stem
from kg.gazetteer.make.entry import Entry
from kg.gazetteer.make.merge import Entries
from kg.gazetteer.zones import zone_variants
from kg.model import LEVELS

# Parts of speech in jieba's dictionary that a place's name may have: place, person (characters are shared), other name.
# Its tags are rough (长沙 is a place, 银川 a noun), so they decide for counties and districts only.
_NAMES = {"ns", "nr", "nrt", "nz", "nrfg"}
# Above this count a form tagged otherwise is an everyday word; the dictionary counts about 60 million words.
_RARE = 30
# So many townships with the same stem say that the stem is an ordinary name (响水: 9); a city is better known.
_SHARED = {"市": 12}
_SHARED_COUNTY = 4
# The short forms of counties that went before are no longer in use, and many are everyday words.
_REMEMBERED = 2000
# Characters that end or begin other words so often that a county's stem is found across the border of two words.
_LOOSE = tuple("和同从来定成会通大有无为与及在")


@dataclass(frozen=True, slots=True)
class Names:
    """The forms of all names: ``(name, number)`` by sort, and the short forms that are safe."""

    full: frozenset[tuple[str, int]]
    short: frozenset[tuple[str, int]]
    zone: frozenset[tuple[str, int]]
    safe: frozenset[str]
    everyday: frozenset[str]


def names(entries: Entries, words: dict[str, tuple[int, str]]) -> Names:
    """All names and short forms of the units, with what is safe to read as a place."""
    short = {(form, e.number) for e in entries.values() for form in _forms(e)} | _abbreviations(entries)
    short = {(form, number) for form, number in short if len(form) > 1 and form != entries[number].name}
    zone = {
        (form, e.number)
        for e in entries.values()
        if e.level == "zone"
        for form in _zone_forms(e, entries)
        if len(form) > 2
    }
    full = {(e.name, e.number) for e in entries.values()}
    return Names(frozenset(full), frozenset(short), frozenset(zone), _safe(entries, short, words), _everyday())


def _forms(entry: Entry) -> set[str]:
    bare = stem(entry.name)
    if entry.valid_to and entry.valid_to < _REMEMBERED and entry.level == "county":
        return set()
    if entry.level == "township":
        return {bare + entry.kind.removeprefix("民族")} if entry.kind in {"民族乡", "民族苏木"} else set()
    tail = {"自治州": "州", "自治县": "县", "自治旗": "旗"}.get(entry.kind)
    cut_off = entry.kind == "旗" and bare.endswith(("左", "右", "前", "中", "后"))
    return set() if entry.level == "zone" or cut_off else {bare, bare + tail} if tail else {bare}


def _abbreviations(entries: Entries) -> set[tuple[str, int]]:
    table = resources.files("kg.gazetteer.make").joinpath("abbreviations.csv").read_text(encoding="utf-8")
    numbers = defaultdict(list)
    for entry in entries.values():
        numbers[entry.name].append(entry.number)
    rows = list(csv.DictReader(table.splitlines()))
    return {(form, number) for row in rows for form in row["forms"].split() for number in numbers[row["name"]]}


def _zone_forms(entry: Entry, entries: Entries) -> tuple[str, ...]:
    parents: list[str] = []
    for start in (entry.parent, entry.also_in):
        up = start
        while up is not None:
            parents += [entries[up].name, stem(entries[up].name)]
            up = entries[up].parent
    return zone_variants(entry.name, parents)


def _everyday() -> frozenset[str]:
    table = resources.files("kg.gazetteer.make").joinpath("everyday.csv").read_text(encoding="utf-8")
    return frozenset(row["form"] for row in csv.DictReader(table.splitlines()))


def _safe(entries: Entries, short: set[tuple[str, int]], words: dict[str, tuple[int, str]]) -> frozenset[str]:
    everyday, owners = _everyday(), defaultdict(list)
    for form, number in short:
        owners[form].append(entries[number])
    townships = Counter(stem(e.name) for e in entries.values() if e.level == "township" and e.code)
    return frozenset(
        form
        for form, units in owners.items()
        if form not in everyday and _is_one(units) and _is_known(form, units, words.get(form, (0, "")), townships[form])
    )


def _is_known(form: str, units: list[Entry], word: tuple[int, str], townships: int) -> bool:
    """Whether a form reads as a place: provinces and prefectures do, smaller units where nothing speaks against it."""
    current = [unit for unit in units if not unit.former]
    if any(unit.level in {"province", "prefecture"} for unit in units):
        return True
    if form.startswith(_LOOSE) or all(unit.level == "township" for unit in current):  # 文明乡 in 文明乡风
        return False
    limit = max(_SHARED.get(unit.kind, _SHARED_COUNTY) for unit in current)
    if townships >= limit:
        return False
    if all(unit.kind == "区" for unit in units):  # never a county or city of its own that people know by its stem
        return word[1] == "ns"
    return word[1] in _NAMES or word[0] < _RARE or any(unit.kind == "市" for unit in current)


def _is_one(units: list[Entry]) -> bool:
    """Whether one bearer is the largest (西安市, 西安区), or all are one place over time (铜山县, 铜山区)."""
    current = [unit for unit in units if not unit.former] or units
    tops = [unit for unit in current if unit.level == min((u.level for u in current), key=LEVELS.index)]
    return len(tops) == 1 or all(str(unit.number)[:4] == str(tops[0].number)[:4] for unit in tops)
