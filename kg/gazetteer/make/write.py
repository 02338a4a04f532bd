"""Write the entries into the data file: SQLite, the same bytes for the same input and the same SQLite."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

import daachorse

from kg.gazetteer.make.entry import Entry
from kg.gazetteer.make.merge import Entries
from kg.gazetteer.make.shorts import Names
from kg.gazetteer.store import DEGREE, FORM_FULL, FORM_SHORT, FORM_ZONE, FORMS, VERSION
from kg.gazetteer.villages import VillageRow, pack
from kg.model import LEVELS

_TABLES = """
create table meta (name text primary key, value text) without rowid;
create table unit (
    id integer primary key, name text, level integer, kind text, parent integer, mca integer, also_in integer,
    valid_from integer, valid_to integer, former integer, now integer, lng integer, lat integer);
create table name (name text, form integer, unit integer, primary key (name, form, unit)) without rowid;
create table village (county integer primary key, packed blob);
create table scan (name text primary key, value blob) without rowid;
"""
# Not looked for in running text: farms and plants are no places of the kind a report is about.
_SILENT = {"farm", "facility"}


def write(path: Path, entries: Entries, names: Names, villages: Mapping[int, list[VillageRow]]) -> None:
    """Replace the file at ``path``."""
    path.unlink(missing_ok=True)
    base = sqlite3.connect(path, isolation_level=None)
    base.executescript("pragma page_size=16384; pragma journal_mode=off; begin;" + _TABLES)
    base.execute("insert into meta values ('version', ?)", (VERSION,))
    base.execute("insert into meta values ('daachorse', ?)", (version("daachorse"),))
    base.executemany(
        "insert into unit values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        map(_row, sorted(entries.values(), key=_number)),
    )
    rows = {FORM_FULL: names.full, FORM_SHORT: names.short, FORM_ZONE: names.zone}
    base.executemany(
        "insert into name values (?, ?, ?)", sorted((n, f, u) for f, pairs in rows.items() for n, u in pairs)
    )
    base.executemany("insert into village values (?, ?)", ((c, pack(rows)) for c, rows in sorted(villages.items())))
    base.executemany("insert into scan values (?, ?)", _automaton(entries, names))
    base.execute("create index child on unit (parent)")
    base.execute("create index guest on unit (also_in) where also_in is not null")
    base.execute("create index heir on unit (now) where now is not null")
    base.execute("commit")
    base.execute("vacuum")
    base.close()


def _number(entry: Entry) -> int:
    return entry.number


def _row(e: Entry) -> tuple[object, ...]:
    mca = None if e.mca is None else int(e.mca)
    place = (None if e.lng is None else round(e.lng * DEGREE), None if e.lat is None else round(e.lat * DEGREE))
    level = LEVELS.index(e.level)
    years = (e.valid_from, e.valid_to, int(e.former), e.now)
    return (e.number, e.name, level, e.kind, e.parent, mca, e.also_in, *years, *place)


def _automaton(entries: Entries, names: Names) -> list[tuple[str, bytes]]:
    """The automaton over all names to look for, and the form of each by its position in sorted order."""
    forms: dict[str, int] = {}
    for name, number in names.zone:
        if any(name.startswith(head) for head in _places_around(entries, number)) and len(name) > 3:
            forms[name] = FORMS.index("zone")
    for name, _ in names.short:
        forms[name] = FORMS.index("short" if name in names.safe else "unsafe")
    for name, number in names.full:
        entry = entries[number]
        if entry.kind not in _SILENT and len(name) > 1 and name != entry.kind:
            generic = name in names.everyday or name[1:] == "区" or (entry.level == "township" and len(name) == 2)
            form = "zone" if entry.level == "zone" else "unsafe" if generic else "full"
            forms[name] = min(FORMS.index(form), forms.get(name, len(FORMS)))
    order = sorted(forms)
    machine = daachorse.CharwiseDoubleArrayAhoCorasick(order)
    return [
        ("automaton", zlib.compress(machine.serialize(), 9)),
        ("forms", bytes(forms[name] for name in order)),
        ("names", zlib.compress("\n".join(order).encode("utf-8"), 9)),
    ]


def _places_around(entries: Entries, number: int) -> list[str]:
    heads: list[str] = []
    up: int | None = number
    while up is not None:
        heads.append(entries[up].name[:2])
        up = entries[up].parent
    return heads
