"""The concept scheme of practices, and where the ontology's files are."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kg.errors import GraphError

PACKAGE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Group:
    """A top group of practice concepts."""

    id: str
    zh: str
    en: str
    definition_zh: str
    definition: str


@dataclass(frozen=True, slots=True)
class Concept:
    """A kind of practice; ``top`` is the id of its group, ``variants`` are other names of it and its instances."""

    id: str
    top: str
    zh: str
    en: str
    definition_zh: str
    definition: str
    variants: tuple[str, ...]


def ontology_folder() -> Path:
    """The folder with the ontology: ``kg/ontology`` in an installed package, else ``ontology`` in the checkout."""
    for folder in (PACKAGE / "ontology", PACKAGE.parent / "ontology"):
        if (folder / "core.ttl").is_file():
            return folder
    raise GraphError(f"{PACKAGE / 'ontology'}：找不到本体文件，请重新安装 / no ontology; install the package again")


@lru_cache(maxsize=1)
def load_groups() -> tuple[Group, ...]:
    """The top groups in the file's order."""
    with (ontology_folder() / "groups.csv").open(encoding="utf-8", newline="") as file:
        return tuple(Group(**row) for row in csv.DictReader(file))


@lru_cache(maxsize=1)
def load_concepts() -> tuple[Concept, ...]:
    """The practice concepts in the file's order."""
    with (ontology_folder() / "practices.csv").open(encoding="utf-8", newline="") as file:
        return tuple(_concept(row) for row in csv.DictReader(file))


def _concept(row: dict[str, str]) -> Concept:
    variants = row.pop("variants")
    return Concept(**row, variants=tuple(filter(None, variants.split(";"))))
