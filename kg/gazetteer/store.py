"""The gazetteer: a read-only SQLite file shipped with the package, and the questions one asks of it."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from importlib import resources
from importlib.metadata import version
from pathlib import Path
from typing import Any

import daachorse

from kg.errors import GazetteerError
from kg.gazetteer.endings import stem, village_stem
from kg.gazetteer.keys import key_of, number_of
from kg.gazetteer.unit import NameForm, NameHit, Point, Unit
from kg.gazetteer.villages import Section, Villages, sections
from kg.model import LEVELS, Level

VERSION = "1"
FORM_FULL, FORM_SHORT, FORM_ZONE = 0, 1, 2
FORMS: tuple[NameForm, ...] = ("full", "short", "unsafe", "zone")
_UNIT = "select id, unit.name, level, kind, parent, mca, also_in, valid_from, valid_to, former, now from unit "
_TOWNSHIP_ENDINGS = ("街道", "镇", "乡", "苏木", "地区")
_INSIDE = (
    "with recursive inside (id) as "
    "(values (?) union select unit.id from unit join inside on parent = inside.id where level < ?) "
)
_CODE_LIMIT = 10**9
_VILLAGE_DIGITS = 12
DEGREE = 10_000  # points are kept as whole ten-thousandths of a degree, about ten metres
_MAPPED = 1 << 26


class Gazetteer:
    """Units, names and villages of one data file; open one a process with `open_gazetteer`.

    Nothing is read before it is asked for, and what was read is kept up to a bound. Names come without parents and
    exactly as printed; no variant characters are folded. Instances may be shared by threads that only read.
    """

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise GazetteerError(f"{path}: missing; install the package again or run python -m kg.gazetteer.make")
        self._base = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        try:
            found = self._base.execute("select value from meta where name = 'version'").fetchone()
        except sqlite3.DatabaseError as error:
            raise GazetteerError(f"{path}: damaged ({error}); install the package again") from error
        if found != (VERSION,):
            raise GazetteerError(f"{path}: version {found and found[0]}, expected {VERSION}; install the package again")
        self._base.execute(f"pragma mmap_size = {_MAPPED}")
        self._unit = lru_cache(maxsize=8192)(self._read_unit)
        self._ancestors = lru_cache(maxsize=8192)(self._walk_up)
        self._holders = lru_cache(maxsize=8192)(self._walk_out)
        self._children = lru_cache(maxsize=512)(self._read_children)
        self._district = lru_cache(maxsize=8192)(self._find_district)
        self._named = lru_cache(maxsize=8192)(self._read_named)
        self._villages = lru_cache(maxsize=256)(self._read_villages)
        self._inside = lru_cache(maxsize=256)(self._read_inside)
        self._scanner: tuple[Any, bytes] | None = None

    def close(self) -> None:
        """Release the file."""
        self._base.close()

    # -- units ---------------------------------------------------------------------------------------------------

    def unit(self, key: str) -> Unit:
        """The unit of a key, villages included; raises KeyError for a key that is not in the gazetteer."""
        return self._unit(key)

    def ancestors(self, key: str) -> tuple[Unit, ...]:
        """The units around a unit, smallest first; empty for a province."""
        return self._ancestors(key)

    def is_within(self, key: str, other: str) -> bool:
        """Whether a unit lies in another, or is it, in the eyes of either office."""
        return key == other or other in self._holders(key)

    def holders(self, key: str) -> frozenset[str]:
        """The keys of all units that hold one in the eyes of either office."""
        return self._holders(key)

    def children(self, key: str) -> tuple[Unit, ...]:
        """The units directly under a unit down to townships and zones, by code, former ones last."""
        return self._children(key)

    def predecessors(self, key: str) -> tuple[Unit, ...]:
        """The former units, villages aside, whose place a unit took, the latest first: 清河区, 清浦区 for 清江浦区."""
        rows = self._base.execute(_UNIT + "where now = ? order by valid_to desc, id", (number_of(key),))
        return tuple(map(_unit, rows))

    def district(self, key: str) -> Unit | None:
        """The county around a unit, or the prefecture that has townships and no counties (东莞市); itself included."""
        return self._district(key)

    # -- names ---------------------------------------------------------------------------------------------------

    def by_name(self, name: str, level: Level | None = None) -> tuple[Unit, ...]:
        """Units from province to township, and zones, with exactly this full name; former ones last."""
        units = self._named(name, FORM_FULL)
        return units if level is None else tuple(u for u in units if u.level == level)

    def by_short(self, name: str) -> tuple[Unit, ...]:
        """Units from province to county, and 民族乡, of which this is a short form, largest first, former ones last.

        A 民族乡 whose peoples the two offices name in another order is one, the one the statistics bureau lists.
        """
        units = self._named(name, FORM_SHORT)
        listed = {u.parent for u in units if u.level == "township" and not u.key.startswith("mca:")}
        return tuple(u for u in units if not (u.key.startswith("mca:") and u.parent in listed)) if listed else units

    def shorts_by_code(self, codes: Collection[str]) -> dict[str, tuple[str, ...]]:
        """The names by which ``by_short`` finds units, sorted, for each of these codes; one pass over all names."""
        wanted = {number_of(code): code for code in codes}
        found: dict[str, list[str]] = {}
        for name, number in self._base.execute("select name, unit from name where form = ?", (FORM_SHORT,)):
            if number in wanted:
                found.setdefault(wanted[number], []).append(name)
        return {code: tuple(sorted(names)) for code, names in found.items()}

    def is_safe(self, short: str) -> bool:
        """Whether a short form names a place where it stands alone: no everyday word, and one place only."""
        return any(hit.form == "short" and hit.end - hit.start == len(short) for hit in self.scan(short))

    def candidates(self, name: str) -> tuple[Unit, ...]:
        """Units above the village that a printed name may stand for: its full name, else a short form, zone or stem."""
        found = self.by_name(name) or self.by_short(name)
        townships = (u for end in _TOWNSHIP_ENDINGS for u in self.by_name(name + end, "township"))
        more = (*self._named(name, FORM_ZONE), *townships)
        return tuple(dict.fromkeys((*found, *more)))

    def scan(self, text: str) -> Iterator[NameHit]:
        """Every listed name above the village in a text, overlaps included, by where it ends, longest first.

        Code-point offsets. Borders of words are not looked at: 定陶 is found in 选定陶庄村.
        """
        machine, forms = self._scanner or self._load_scanner()
        for start, end, name in machine.find_overlapping(text):
            yield NameHit(start, end, text[start:end], FORMS[forms[name]])

    def short_forms(self, key: str) -> tuple[str, ...]:
        """The short forms of a unit, for a zone its usual variants; `is_safe` tells which may stand alone."""
        rows = self._base.execute(
            "select name from name where unit = ? and form != ? order by length(name), name",
            (number_of(key), FORM_FULL),
        )
        return tuple(name for (name,) in rows)

    # -- zones ---------------------------------------------------------------------------------------------------

    def zones(self, key: str) -> tuple[Unit, ...]:
        """The development zones in a unit that the 2023 list holds as quasi-counties or quasi-townships."""
        rows = self._base.execute(
            _INSIDE + _UNIT + "where level = ? and parent in inside order by former, id",
            (number_of(key), LEVELS.index("township"), LEVELS.index("zone")),
        )
        return tuple(map(_unit, rows))

    def zone_by_alias(self, name: str, within: str | None = None) -> tuple[Unit, ...]:
        """Zones known by a name or one of its usual forms (锡山经开区, 高新区), all or those ``within`` a unit."""
        found = (*self._named(name, FORM_FULL), *self._named(name, FORM_ZONE))
        zones = dict.fromkeys(u for u in found if u.level == "zone")
        return tuple(u for u in zones if within is None or self.is_within(u.key, within))

    # -- villages ------------------------------------------------------------------------------------------------

    def villages(self, key: str) -> Villages:
        """Stem → villages and communities in a county or township (a zone, or a prefecture without counties).

        Stems of former villages (since 2016) that no village of the county bears today are among them.
        """
        unit = self.unit(key)
        township = (unit.level == "township" or unit.kind == "zone") and unit.parent is not None
        return self._inside(key) if township else self._villages(key)

    def villages_named(self, name: str, within: str) -> tuple[Unit, ...]:
        """Villages in a county or township that a printed name may stand for: 白云社区, 白云村, and 白云 itself.

        前村村, as 前村村委会 is printed too, stands for 前村 where there is no 前村村.
        """
        known = self.villages(within)
        found = dict.fromkeys((*known.of(village_stem(name)), *known.of(name)))
        return tuple(found) or (self.villages_named(name[:-1], within) if name.endswith("村村") else ())

    def village_counties(self, stem: str, within: str | None = None) -> tuple[str, ...]:
        """Keys of the counties (cities without counties, zones) in a unit, or in China, where a stem may be a village.

        A stem inside a longer one counts too; ask `villages` of each. All of China takes a fifth of a second.
        """
        wanted = stem.encode("gb18030")
        every = "select county, packed from village"
        query = every if within is None else f"{_INSIDE}{every} where county in inside"
        values = () if within is None else (number_of(within), LEVELS.index("township"))
        rows = self._base.execute(f"{query} order by county", values)
        return tuple(key_of(county) for county, packed in rows if wanted in zlib.decompress(packed))

    # -- points --------------------------------------------------------------------------------------------------

    def centroid(self, key: str) -> Point | None:
        """The centre of a unit, or of the nearest unit around it whose centre is known; None where none is."""
        for unit in (self.unit(key), *self.ancestors(key)):
            row = self._base.execute("select lng, lat from unit where id = ?", (number_of(unit.key),)).fetchone()
            if row and row[0] is not None:
                return Point(row[0] / DEGREE, row[1] / DEGREE, unit.level)
        return None

    # -- reading -------------------------------------------------------------------------------------------------

    def _read_unit(self, key: str) -> Unit:
        if "/" in key or (len(key) == _VILLAGE_DIGITS and key.isdigit()):
            return self._read_village(key)
        number = number_of(key)
        row = None if number is None else self._base.execute(_UNIT + "where id = ?", (number,)).fetchone()
        if row is None:
            raise KeyError(f"no unit {key!r} in the gazetteer")
        return _unit(row)

    def _walk_up(self, key: str) -> tuple[Unit, ...]:
        parent = self.unit(key).parent
        return () if parent is None else (self.unit(parent), *self.ancestors(parent))

    def _walk_out(self, key: str) -> frozenset[str]:
        """The keys of all units that hold one in the eyes of either office."""
        up = [up for up in (self.unit(key).parent, self.unit(key).also_in) if up is not None]
        return frozenset(up).union(*map(self._holders, up))

    def _read_children(self, key: str) -> tuple[Unit, ...]:
        rows = self._base.execute(_UNIT + "where parent = ? order by former, id", (number_of(key),))
        return tuple(map(_unit, rows))

    def _find_district(self, key: str) -> Unit | None:
        path = (self.unit(key), *self.ancestors(key))
        county = next((u for u in path if u.level == "county"), None)
        return county or next((u for u in path if u.level == "prefecture" and self._villages(u.key)), None)

    def _read_named(self, name: str, form: int) -> tuple[Unit, ...]:
        query = _UNIT + "join name on name.unit = id where name.name = ? and form = ? order by former, level, id"
        return tuple(map(_unit, self._base.execute(query, (name, form))))

    def _find(self, key: str) -> Unit | None:
        """The unit of a key, None where there is none."""
        try:
            return self.unit(key)
        except KeyError:
            return None

    def _read_village(self, key: str) -> Unit:
        township = key.partition(":")[2].rpartition("/")[0] if "/" in key else key[:9]
        area = self._find(township)
        holders = (area.parent, area.key) if area else (township[:6], township[:4] + "00")
        for holder in filter(None, holders):
            village = self._villages(holder).by_key(key, township)
            if village is not None:
                return village
        raise KeyError(f"no unit {key!r} in the gazetteer")

    def _read_villages(self, holder: str) -> Villages:
        """The villages packed under a county and those of the townships that only the other office counts to it."""
        number = number_of(holder)
        guests = self._base.execute("select id, parent from unit where also_in = ?", (number,)).fetchall()
        found: list[Section] = []
        for home, wanted in [(number, None), *((parent, key_of(guest)) for guest, parent in guests)]:
            row = self._base.execute("select packed from village where county = ?", (home,)).fetchone()
            found += (s for s in (sections(row[0]) if row else ()) if wanted in {None, s.township})
        known = self._known([section.township for section in found])
        return Villages((s, s.township if s.township in known else holder) for s in found)

    def _known(self, keys: Iterable[str]) -> set[str]:
        """Those of some keys that units above the village bear; cheaper than reading the units."""
        numbers = {number_of(key): key for key in keys}
        marks = ",".join("?" * len(numbers))
        rows = self._base.execute(f"select id from unit where id in ({marks})", tuple(numbers))  # noqa: S608
        return {numbers[number] for (number,) in rows}

    def _read_inside(self, township: str) -> Villages:
        """The villages of a township, from its county's and, where it has them, its own."""
        county = self._villages(self.unit(township).parent or township)
        return Villages((*county.inside(township).parts, *self._villages(township).parts))

    def _load_scanner(self) -> tuple[Any, bytes]:
        parts: dict[str, bytes] = dict(self._base.execute("select name, value from scan"))
        built_with = self._base.execute("select value from meta where name = 'daachorse'").fetchone()
        kind = daachorse.CharwiseDoubleArrayAhoCorasick
        if built_with == (version("daachorse"),):
            machine = kind.deserialize(zlib.decompress(parts["automaton"]))
        else:  # its serial form is its own affair and may change with the version
            machine = kind(zlib.decompress(parts["names"]).decode("utf-8").split("\n"))
        self._scanner = machine, parts["forms"]
        return self._scanner


def open_gazetteer(path: Path | None = None) -> Gazetteer:
    """The gazetteer of a file, by default the one shipped with the package; raises GazetteerError where it is unfit."""
    return Gazetteer(path or Path(str(resources.files("kg.gazetteer") / "data" / "gazetteer.sqlite")))


@lru_cache(maxsize=1)
def own_gazetteer() -> Gazetteer:
    """The package's own gazetteer, opened once a process."""
    return open_gazetteer()


def _unit(row: tuple[Any, ...]) -> Unit:
    number, name, level, kind, parent, mca, also_in, valid_from, valid_to, former, now = row
    return Unit(
        key=key_of(number),
        name=name,
        level=LEVELS[level],
        kind=kind,
        parent=None if parent is None else key_of(parent),
        code=str(number) if number < _CODE_LIMIT else None,
        mca_code=None if mca is None else str(mca),
        also_in=None if also_in is None else key_of(also_in),
        official=name,
        stem=name if LEVELS[level] == "zone" else stem(name),
        valid_from=valid_from,
        valid_to=valid_to,
        former=bool(former),
        now=None if now is None else key_of(now),
    )
