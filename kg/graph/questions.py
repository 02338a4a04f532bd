"""The competency questions: SPARQL files with slots that take what a person would type."""

from __future__ import annotations

import csv
import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal, cast, get_args

from rdflib import Dataset, URIRef

from kg.errors import GraphError, QueryError
from kg.graph.names import SUGGESTIONS, GraphNames
from kg.graph.query import Result, run_query
from kg.scheme import ontology_folder

SlotType = Literal["place", "practice", "concept", "group", "year", "fact"]
_TITLE = re.compile(r"^# title-(zh|en): (.+)$", re.MULTILINE)
_SLOT = re.compile(r"^# slot (\w+): (\w+) = (.*?) \| (.+?) \| (.+)$", re.MULTILINE)
_HOLE = re.compile(r"\{(\w+)\}")
_YEAR = re.compile(r"(\d{4})年?")
_LIKE = 0.4  # difflib's ratio: below, a suggestion has little in common with what was asked
_LONGEST_ASKED = 60
_WHAT: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "place": ("地方", "place"),
        "practice": ("做法或类别", "practice or kind"),
        "concept": ("做法类别", "kind of practice"),
        "group": ("服务对象", "group served"),
        "fact": ("事实", "fact"),
    }
)


@dataclass(frozen=True, slots=True)
class Slot:
    """A part of a question that the asker fills in; an empty default must be filled."""

    name: str
    type: SlotType
    default: str
    says_zh: str
    says_en: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its SPARQL; each slot has a ``VALUES ?slot { … }`` block there."""

    name: str
    title_zh: str
    title_en: str
    slots: Mapping[str, Slot]
    sparql: str
    phrases: tuple[re.Pattern[str], ...] = ()


@lru_cache(maxsize=1)
def list_questions() -> tuple[Question, ...]:
    """The questions by name, sorted."""
    folder = ontology_folder() / "questions"
    return tuple(read_question(path) for path in sorted(folder.glob("*.rq")))


def read_question(path: Path) -> Question:
    """A question out of its file; raises GraphError where the header or a slot's VALUES block is missing."""
    sparql = path.read_text(encoding="utf-8")
    titles = dict(_TITLE.findall(sparql))
    if titles.keys() != {"zh", "en"}:
        raise GraphError(f"{path.name}: needs the lines '# title-zh: …' and '# title-en: …'")
    slots: dict[str, Slot] = {}
    for name, kind, default, zh, en in _SLOT.findall(sparql):
        if kind not in get_args(SlotType):
            raise GraphError(f"{path.name}: slot {name} has type {kind}; use one of {', '.join(get_args(SlotType))}")
        if not _values(name).search(sparql):
            raise GraphError(f"{path.name}: slot {name} needs a block VALUES ?{name} {{ … }}")
        slots[name] = Slot(name, cast("SlotType", kind), default, zh, en)
    phrases = tuple(_phrase(asked, slots) for asked in _phrases(path.parent).get(path.stem, ()))
    return Question(path.stem, titles["zh"], titles["en"], MappingProxyType(slots), sparql, phrases)


@lru_cache(maxsize=4)
def _phrases(folder: Path) -> Mapping[str, tuple[str, ...]]:
    """The sentences that ask each question, out of ``phrases.csv`` beside the questions."""
    found: dict[str, tuple[str, ...]] = {}
    path = folder / "phrases.csv"
    if path.is_file():
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                found[row["question"]] = (*found.get(row["question"], ()), row["phrase"])
    return MappingProxyType(found)


def _phrase(asked: str, slots: Mapping[str, Slot]) -> re.Pattern[str]:
    """哪些地方在做{practice} as a pattern that takes anything for the slot, and only a year for a year."""
    parts = _HOLE.split(asked)
    holes = {name: r"\d{4}年?" if slots[name].type == "year" else ".+?" for name in parts[1::2]}
    text = "".join(f"(?P<{part}>{holes[part]})" if i % 2 else re.escape(part) for i, part in enumerate(parts))
    return re.compile(text, re.IGNORECASE)


def read_phrase(text: str) -> tuple[str, dict[str, str]] | None:
    """The name and slots of the question that a sentence asks (哪些地方在做红色物业？), None where none fits."""
    plain = text.strip().rstrip("？?。. ")
    for question in list_questions():
        for phrase in question.phrases:
            found = phrase.fullmatch(plain)
            if found:
                return question.name, {slot: value.strip("“”\"' ") for slot, value in found.groupdict().items()}
    return None


def answer(graph: Dataset, name: str, slots: Mapping[str, str] | None = None) -> Result:
    """The answer to a question by name, Chinese title or as a sentence, its slots filled with what a person typed.

    A slot that is left out keeps its default. Raises QueryError for an unknown question or slot, and for a name that
    the graph does not hold, with the nearest ones it does.
    """
    asked = read_phrase(name)
    if asked:
        name, slots = asked[0], {**asked[1], **(slots or {})}
    question = _question(name)
    given = {key: value for key, value in (slots or {}).items() if value.strip()}
    for key in given:
        if key not in question.slots:
            known = "、".join(f"{s.name}={s.default}" for s in question.slots.values()) or "（没有 / none）"
            raise QueryError(f"“{question.name}”没有空位 {key}，有 / {question.name} has no slot {key}, but: {known}")
    names = GraphNames(graph)
    sparql = question.sparql
    for slot in question.slots.values():
        block = f"VALUES ?{slot.name} {{ {_terms(names, slot, given.get(slot.name, slot.default))} }}"
        sparql = _values(slot.name).sub(lambda _match, block=block: block, sparql)  # type: ignore[misc]
    return run_query(graph, sparql)


def _question(name: str) -> Question:
    known = list_questions()
    for question in known:
        if name.strip() in {question.name, question.title_zh}:
            return question
    near = "、".join(f"{question.name}（{question.title_zh}）" for question in _nearest_questions(name, known))
    shown = _shortened(name)
    raise QueryError(f"没有问题“{shown}”，kg ask 列出全部 / no question {shown!r}; did you mean: {near}")


def _nearest_questions(asked: str, known: Sequence[Question]) -> tuple[Question, ...]:
    """The questions whose name, title or sentence is most like what was asked; the most usual ones where none is."""
    phrases = _phrases(ontology_folder() / "questions")

    def likeness(question: Question) -> float:
        sentences = (_HOLE.sub("", phrase) for phrase in phrases.get(question.name, ()))
        texts = (question.name, question.title_zh, question.title_en, *sentences)
        return max(difflib.SequenceMatcher(None, text.lower(), plain).ratio() for text in texts)

    plain = asked.strip().rstrip("？?。. ").lower()[:_LONGEST_ASKED]
    scored = sorted(((likeness(question), question) for question in known), key=lambda one: (-one[0], one[1].name))
    near = tuple(question for score, question in scored if score >= _LIKE)
    usual = sorted(known, key=lambda question: (-len(question.phrases), question.name))
    return (near or tuple(usual))[:SUGGESTIONS]


def _shortened(typed: str) -> str:
    return typed if len(typed) <= 40 else typed[:40] + "…"


def _terms(names: GraphNames, slot: Slot, typed: str) -> str:
    if not typed.strip():
        raise QueryError(f"请给出 {slot.name}=…（{slot.says_zh}）/ {slot.name}=… is needed: {slot.says_en}")
    if slot.type == "year":
        year = _YEAR.fullmatch(typed.strip())
        if year is None:
            raise QueryError(f"“{typed}”不是年份，请写四位数字，如 2023 / {typed!r} is no year; write four digits")
        return f'"{year[1]}"'
    find = {
        "place": names.find_places,
        "practice": names.find_practices,
        "concept": names.find_concepts,
        "group": names.find_groups,
        "fact": names.find_facts,
    }[slot.type]
    found = find(typed)
    if not found:
        raise QueryError(_not_found(names, slot, typed))
    return " ".join(_iri(iri) for iri in found)


def _not_found(names: GraphNames, slot: Slot, typed: str) -> str:
    zh, en = _WHAT[slot.type]
    shown = _shortened(typed)
    if slot.type == "fact":
        return f"图谱里没有事实“{shown}”；编号在表格最后一列 / no such fact; ids are in the tables' last column"
    if slot.type == "place" and names.listed_elsewhere(typed):
        return f"有“{shown}”这个地方，但图谱里没有关于它的报道 / {shown} is a place, but no article here names it"
    near = names.near(typed, slot.type)
    hint = f"；相近的有 / did you mean: {'、'.join(near)}" if near else ""
    return f"图谱里没有{zh}“{shown}” / no {en} of that name here{hint}"


def _iri(iri: URIRef) -> str:
    return f"<{iri}>"


def _values(slot: str) -> re.Pattern[str]:
    return re.compile(rf"VALUES \?{slot} \{{[^}}]*\}}")
