"""How the data file is put together; the packages themselves are not needed."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from kg.errors import GazetteerError
from kg.gazetteer import open_gazetteer
from kg.gazetteer.make.entry import Entry, quasi_level
from kg.gazetteer.make.history import township_name
from kg.gazetteer.make.merge import parent_by_code
from kg.gazetteer.make.rural import village_row
from kg.gazetteer.make.shorts import names
from kg.gazetteer.make.sources import Package
from kg.gazetteer.make.write import write
from kg.gazetteer.villages import VillageRow


@pytest.fixture
def entries() -> dict[int, Entry]:
    units = [
        Entry(330000, "浙江省", "province", "省"),
        Entry(330200, "宁波市", "prefecture", "市", 330000),
        Entry(330225, "象山县", "county", "县", 330200, mca="330225"),
        Entry(330281, "余姚市", "county", "市", 330200),
        Entry(330225001, "丹东街道", "township", "街道", 330225),
        Entry(330225400, "浙江象山经济开发区", "zone", "zone", 330225),
        Entry(330225500, "大目湾农场", "township", "farm", 330225),
    ]
    return {unit.number: unit for unit in units}


@pytest.fixture
def built(tmp_path: Path, entries: dict[int, Entry]) -> Path:
    path = tmp_path / "small.sqlite"
    villages = {
        330225: [village_row("330225001", 1, "梅溪社区居委会"), VillageRow("330225001", 0, "村委会", "旧屋", 2018)]
    }
    write(path, entries, names(entries, {"象山": (26, "ns"), "余姚": (140, "nr")}), villages)
    return path


def test_a_written_file_can_be_read(built: Path) -> None:
    gazetteer = open_gazetteer(built)
    assert gazetteer.is_safe("余姚")
    assert [unit.name for unit in gazetteer.zone_by_alias("象山经开区", "330225")] == ["浙江象山经济开发区"]
    assert [unit.official for unit in gazetteer.villages_named("梅溪社区", "330225001")] == ["梅溪社区居委会"]
    (gone,) = gazetteer.villages("330225")["旧屋"]
    assert (gone.former, gone.valid_to, gone.code) == (True, 2018, None)
    assert gazetteer.unit(gone.key) == gone


def test_the_same_entries_give_the_same_bytes(built: Path, tmp_path: Path, entries: dict[int, Entry]) -> None:
    again = tmp_path / "again.sqlite"
    rows = {330225: [village_row("330225001", 1, "梅溪社区居委会"), VillageRow("330225001", 0, "村委会", "旧屋", 2018)]}
    found = names(dict(reversed(entries.items())), {"象山": (26, "ns"), "余姚": (140, "nr")})
    write(again, dict(reversed(entries.items())), found, rows)
    assert again.read_bytes() == built.read_bytes()


def test_farms_are_kept_but_not_looked_for(built: Path) -> None:
    gazetteer = open_gazetteer(built)
    assert gazetteer.by_name("大目湾农场")
    assert not list(gazetteer.scan("大目湾农场"))


def test_an_automaton_of_another_version_is_built_anew(built: Path) -> None:
    before = list(open_gazetteer(built).scan("象山县丹东街道，余姚"))
    base = sqlite3.connect(built)
    base.execute("update meta set value = 'another' where name = 'daachorse'")
    base.execute("update scan set value = x'00' where name = 'automaton'")
    base.commit()
    base.close()
    assert list(open_gazetteer(built).scan("象山县丹东街道，余姚")) == before


def test_a_file_of_another_version_is_refused(built: Path) -> None:
    base = sqlite3.connect(built)
    base.execute("update meta set value = '0' where name = 'version'")
    base.commit()
    base.close()
    with pytest.raises(GazetteerError, match="version 0"):
        open_gazetteer(built)


@pytest.mark.parametrize(
    ("name", "level", "kind"),
    [
        ("象山经济开发区", "zone", "zone"),
        ("滨海工业园区管委会", "zone", "zone"),
        ("国营红旗农场", "township", "farm"),
        ("第二监狱", "township", "facility"),
        ("新桥街道", "township", "街道"),
    ],
)
def test_units_treated_like_townships_are_told_apart(name: str, level: str, kind: str) -> None:
    assert quasi_level(name) == (level, kind)


def test_the_parent_is_the_smallest_unit_the_code_begins_with(entries: dict[int, Entry]) -> None:
    assert parent_by_code(entries, "330225001") == 330225
    assert parent_by_code(entries, "330299001") == 330200
    assert parent_by_code(entries, "339001") == 330000


def test_older_lists_wrote_the_office_behind_the_name() -> None:
    assert township_name("丹东街道办事处") == "丹东街道"
    assert township_name("陈婆渡办事处") == "陈婆渡办事处"


def test_a_missing_or_changed_package_is_refused(tmp_path: Path) -> None:
    package = Package("some-1.0.tgz", "0" * 64)
    with pytest.raises(GazetteerError, match="missing"):
        package.path(tmp_path)
    (tmp_path / package.file).write_bytes(b"other")
    with pytest.raises(GazetteerError, match="expected 0000"):
        package.path(tmp_path)
