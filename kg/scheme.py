"""The concept schemes of the ontology out of their CSV files, and where the ontology's files are.

A row that names what is not there is refused with file and line: the tables are edited by hand.
"""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal, cast, get_args

from kg.errors import GraphError

PACKAGE = Path(__file__).resolve().parent
Relation = Literal["exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch"]


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


@dataclass(frozen=True, slots=True)
class PracticeNote:
    """What borders on a kind of practice: the ids of related kinds, and how it is told from them (may be empty)."""

    concept: str
    related: tuple[str, ...]
    scope_zh: str
    scope: str


@dataclass(frozen=True, slots=True)
class TargetGroup:
    """People or bodies that practices serve; ``broader`` is the id of the group around it, empty at the top."""

    id: str
    zh: str
    en: str
    definition_zh: str
    definition: str
    variants: tuple[str, ...]
    broader: str


@dataclass(frozen=True, slots=True)
class Code:
    """A value that a property of the data may have; ``list`` names the property's list, such as level or stage."""

    list: str
    id: str
    zh: str
    en: str
    definition_zh: str
    definition: str


@dataclass(frozen=True, slots=True)
class SubjectClass:
    """A class of the State Council's catalogue of open government information; ``broader`` as in TargetGroup."""

    id: str
    broader: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class ConceptMapping:
    """How a concept of ours (``concept/…`` or ``target-group/…``) relates to one of another scheme.

    ``target`` is an IRI, or ``subject-class/…``; ``note`` says why, where it is not plain.
    """

    concept: str
    relation: Relation
    target: str
    note: str


def ontology_folder() -> Path:
    """The folder with the ontology: ``kg/ontology`` in an installed package, else ``ontology`` in the checkout."""
    for folder in (PACKAGE / "ontology", PACKAGE.parent / "ontology"):
        if (folder / "core.ttl").is_file():
            return folder
    raise GraphError(f"{PACKAGE / 'ontology'}：找不到本体文件，请重新安装 / no ontology; install the package again")


@lru_cache(maxsize=1)
def load_groups() -> tuple[Group, ...]:
    """The top groups in the file's order."""
    return tuple(Group(**row) for _, row in _rows("groups.csv"))


@lru_cache(maxsize=1)
def load_concepts() -> tuple[Concept, ...]:
    """The practice concepts in the file's order."""
    return tuple(_concept(row) for _, row in _rows("practices.csv"))


@lru_cache(maxsize=1)
def load_practice_notes() -> Mapping[str, PracticeNote]:
    """What borders on what, by concept; raises GraphError for a concept that is none."""
    known = {concept.id for concept in load_concepts()}
    found = {}
    for where, row in _rows("practice_notes.csv"):
        related = _split(row["related"])
        for concept in (row["concept"], *related):
            _known(where, "concept", concept, known)
        found[row["concept"]] = PracticeNote(row["concept"], related, row["scope_zh"], row["scope"])
    return MappingProxyType(found)


@lru_cache(maxsize=1)
def load_target_groups() -> tuple[TargetGroup, ...]:
    """The groups that practices serve, in the file's order; raises GraphError for a broader group that is none."""
    rows = tuple(_rows("target_groups.csv"))
    known = {row["id"] for _, row in rows}
    for where, row in rows:
        _known(where, "broader", row["broader"], {*known, ""})
    return tuple(
        TargetGroup(**{**row, "variants": _split(row["variants"])})  # type: ignore[arg-type]
        for _, row in rows
    )


@lru_cache(maxsize=1)
def target_group_names() -> Mapping[str, str]:
    """The Chinese names of the groups that practices serve, by id."""
    return MappingProxyType({group.id: group.zh for group in load_target_groups()})


@lru_cache(maxsize=1)
def load_codes() -> tuple[Code, ...]:
    """The values of level, stage and the like, list by list in the file's order."""
    return tuple(Code(**row) for _, row in _rows("code_lists.csv"))


@lru_cache(maxsize=1)
def load_subject_classes() -> tuple[SubjectClass, ...]:
    """The subject classes that mappings lead to, in the file's order; raises GraphError as load_target_groups does."""
    rows = tuple(_rows("subject_classes.csv"))
    known = {row["id"] for _, row in rows if not row["broader"]}
    for where, row in rows:
        _known(where, "broader", row["broader"], {*known, ""})
    return tuple(SubjectClass(**row) for _, row in rows)


@lru_cache(maxsize=1)
def load_mappings() -> tuple[ConceptMapping, ...]:
    """The mappings in the file's order; raises GraphError for a concept, relation or target that is none."""
    ours = {f"concept/{concept.id}" for concept in load_concepts()}
    ours |= {f"target-group/{group.id}" for group in load_target_groups()}
    theirs = {f"subject-class/{one.id}" for one in load_subject_classes()}
    found = []
    for where, row in _rows("mappings.csv"):
        _known(where, "concept", row["concept"], ours)
        _known(where, "relation", row["relation"], get_args(Relation))
        if not row["target"].startswith("https://"):
            _known(where, "target", row["target"], theirs)
        relation = cast("Relation", row["relation"])
        found.append(ConceptMapping(row["concept"], relation, row["target"], row["note"]))
    return tuple(found)


def _concept(row: dict[str, str]) -> Concept:
    variants = _split(row.pop("variants"))
    return Concept(**row, variants=variants)


def _rows(name: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The rows of a table of the ontology, each with ``file:line``."""
    with (ontology_folder() / name).open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        for row in reader:
            yield f"{name}:{reader.line_num}", row


def _split(joined: str) -> tuple[str, ...]:
    return tuple(filter(None, joined.split(";")))


def _known(where: str, column: str, value: str, known: Collection[str]) -> None:
    if value not in known:
        raise GraphError(f"{where}: {column}“{value}”没有定义，先加上或改正 / {column} {value!r} is not defined")
