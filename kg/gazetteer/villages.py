"""The villages of one county packed into one blob, and read again.

A township is a line ``=<key>`` followed by one line a village: the last three digits of its code (left out where they
follow on from the line before), one letter for the ending of its official name, the stem. Former villages have
``-`` and the last year they were listed in place of the digits. The blob is zlib over GB 18030: measured on a tenth of
the counties, all would take 2.96 MB so, 3.33 MB over UTF-8 or UTF-16, and 2.90 MB with LZMA, which unpacks slower.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from kg.gazetteer.unit import Unit

ENDINGS = (
    *("", "村委会", "村民委员会", "村村民委员会", "社区居委会", "社区居民委员会", "村村委会", "村", "社区", "居委会"),
    *("居民委员会", "嘎查", "社区村民委员会", "社区村委会", "嘎查村民委员会", "嘎查村委会", "嘎查村", "嘎查委员会"),
    *("牧委会", "牧民委员会", "社区委员会", "村委", "居委", "嘎查委会", "家委会", "渔委会"),
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_STEM = re.compile(r"^[-0-9]*[a-z](.*)", re.MULTILINE)


class VillageRow(NamedTuple):
    """One village: its township's key, the last three digits of its code, the ending and stem of its official name."""

    township: str
    digits: int
    ending: str
    stem: str
    last_year: int | None = None

    @property
    def official(self) -> str:
        """The name exactly as listed."""
        return self.stem + self.ending

    @property
    def key(self) -> str:
        """The key of its unit: the code of twelve digits, of a former one its last year, township and stem."""
        if self.last_year is None:
            return f"{self.township}{self.digits:03d}"
        return f"{self.last_year}:{self.township}/{self.stem}"

    @property
    def kind(self) -> str:
        """村 or 社区, by the ending, where that does not say it by the code: 200–399 are villages; 其他 for neither."""
        if "嘎查" in self.ending or self.ending.startswith("村") or self.ending.startswith("牧"):
            return "村"
        if self.ending.startswith("社区") or self.ending.startswith("居"):
            return "社区"
        return "村" if 200 <= self.digits < 400 else "社区" if 0 < self.digits < 200 else "其他"


def pack(rows: Iterable[VillageRow]) -> bytes:
    """The blob of one county's villages; rows in the order township, digits."""
    lines: list[str] = []
    township, due = "", -1
    for row in rows:
        if row.township != township:
            township, due = row.township, -1
            lines.append(f"={township}")
        if row.last_year is None:
            digits = "" if row.digits == due else f"{row.digits:03d}"
            due = row.digits + 1
        else:
            digits = f"-{row.last_year % 100:02d}"
        lines.append(f"{digits}{_LETTERS[ENDINGS.index(row.ending)]}{row.stem}")
    return zlib.compress("\n".join(lines).encode("gb18030"), 9)


class Section(NamedTuple):
    """The villages of one township as a blob holds them: the township's key, and a line for each."""

    township: str
    lines: str

    def rows(self) -> Iterator[VillageRow]:
        """The villages in the order of the lines."""
        due = -1
        for line in self.lines.split("\n"):
            if line[0] == "-":
                yield VillageRow(self.township, 0, ENDINGS[_LETTERS.index(line[3])], line[4:], 2000 + int(line[1:3]))
            else:
                numbered = line[0] in "0123456789"
                due, rest = (int(line[:3]), line[3:]) if numbered else (due, line)
                yield VillageRow(self.township, due, ENDINGS[_LETTERS.index(rest[0])], rest[1:])
                due += 1


def sections(blob: bytes) -> Iterator[Section]:
    """The townships of a blob, in its order."""
    for packed in zlib.decompress(blob).decode("gb18030")[1:].split("\n="):
        township, _, lines = packed.partition("\n")
        yield Section(township, lines)


def unpack(blob: bytes) -> Iterator[VillageRow]:
    """The rows of a blob, in its order."""
    return (row for section in sections(blob) for row in section.rows())


class Villages(Mapping[str, tuple[Unit, ...]]):
    """Stem → villages and communities of some townships; units are made when their stem is asked for.

    An article asks for a handful of the hundreds of villages of each county that it may speak of.
    """

    def __init__(self, parts: Iterable[tuple[Section, str]]) -> None:
        """``parts`` are sections with the key of the unit that their villages lie in."""
        self.parts = tuple(parts)
        lines = "\n".join(section.lines for section, _ in self.parts)
        self._units: dict[str, tuple[Unit, ...] | None] = dict.fromkeys(_STEM.findall(lines))

    def __getitem__(self, stem: str) -> tuple[Unit, ...]:
        units = self._units[stem]
        if units is None:
            units = self._units[stem] = tuple(self._of(stem))
        return units

    def __iter__(self) -> Iterator[str]:
        return iter(self._units)

    def __len__(self) -> int:
        return len(self._units)

    def __contains__(self, stem: object) -> bool:
        return stem in self._units

    def of(self, stem: str) -> tuple[Unit, ...]:
        """The villages of a stem; none for one that is not there."""
        return self[stem] if stem in self._units else ()

    def by_key(self, key: str, township: str) -> Unit | None:
        """The village of a key in a township; None where there is none."""
        rows = ((row, up) for section, up in self.parts if section.township == township for row in section.rows())
        return next((_unit(row, up) for row, up in rows if row.key == key), None)

    def inside(self, parent: str) -> Villages:
        """Those of them that lie in one unit."""
        return Villages((section, up) for section, up in self.parts if up == parent)

    def _of(self, stem: str) -> Iterator[Unit]:
        for section, parent in self.parts:
            if stem in section.lines:
                yield from (_unit(row, parent) for row in section.rows() if row.stem == stem)


def _unit(row: VillageRow, parent: str) -> Unit:
    return Unit(
        key=row.key,
        name=row.stem + row.kind if row.kind in {"村", "社区"} else row.official,
        level="village",
        kind=row.kind,
        parent=parent,
        code=row.key if row.last_year is None else None,
        official=row.official,
        stem=row.stem,
        valid_to=row.last_year,
        former=row.last_year is not None,
    )
