"""Checks a graph against SHACL shapes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from rdflib import Dataset, Graph, URIRef
from rdflib.namespace import RDF, SH
from rdflib.term import Node

from kg.errors import ExtraMissingError
from kg.scheme import ontology_folder

Severity = Literal["ERROR", "WARN", "INFO"]
_SEVERITIES: tuple[tuple[URIRef, Severity], ...] = ((SH.Violation, "ERROR"), (SH.Warning, "WARN"), (SH.Info, "INFO"))
DATA_SHAPES, ONTOLOGY_SHAPES = "shapes.ttl", "ontology-shapes.ttl"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that a shape objects to: the clause is the shape's name, the path what property it is about."""

    severity: Severity
    shape: str
    focus: str
    path: str
    value: str
    message_zh: str
    message_en: str

    def __str__(self) -> str:
        about = " ".join(part for part in (self.focus, self.path, self.value[:80]) if part)
        return f"{self.severity} {self.shape} {about}：{self.message_zh} / {self.message_en}"


def validate(data: Dataset | Graph, shapes: str = DATA_SHAPES) -> tuple[Finding, ...]:
    """What the shapes of the ontology object to in a graph, errors first; empty where all is well.

    ``shapes`` is the name of a file in the ontology's folder. Raises ExtraMissingError where pyshacl is not installed.
    """
    try:
        from pyshacl import validate as check
    except ImportError as error:
        raise ExtraMissingError("检查图谱需要 / checking a graph needs: pip install 'zhitu[quality]'") from error
    rules = read_shapes(ontology_folder() / shapes)
    _, report, _ = check(_flat(data), shacl_graph=rules, inference="none", advanced=True, allow_infos=True)
    assert isinstance(report, Graph)
    found = {_finding(report, rules, result) for result in report.subjects(RDF.type, SH.ValidationResult)}
    order = {severity: i for i, (_, severity) in enumerate(_SEVERITIES)}
    return tuple(sorted(found, key=lambda f: (order[f.severity], f)))


def read_shapes(path: Path) -> Graph:
    """The shapes of one file."""
    return Graph().parse(path, format="turtle")


def _flat(data: Dataset | Graph) -> Graph:
    """One graph of all triples: pyshacl would check each named graph by itself, and places stand in another one."""
    if not isinstance(data, Dataset):
        return data
    flat = Graph()
    for triple in data.triples((None, None, None)):
        flat.add(triple)
    return flat


def _finding(report: Graph, rules: Graph, result: Node) -> Finding:
    source = report.value(result, SH.sourceShape)
    shape = _named_shape(rules, source)
    severity = report.value(result, SH.resultSeverity)
    messages = {getattr(m, "language", ""): str(m) for m in rules.objects(shape, SH.message)}
    return Finding(
        severity=dict(_SEVERITIES).get(severity, "ERROR") if isinstance(severity, URIRef) else "ERROR",
        shape=str(shape).rpartition("#")[2],
        focus=str(report.value(result, SH.focusNode) or ""),
        path=str(report.value(result, SH.resultPath) or ""),
        value=str(report.value(result, SH.value) or ""),
        message_zh=messages.get("zh", ""),
        message_en=messages.get("en", ""),
    )


def _named_shape(rules: Graph, shape: Node | None) -> Node | None:
    """The shape with an IRI around a nameless one."""
    while shape is not None and not isinstance(shape, URIRef):
        shape = next((s for s, _ in rules.subject_predicates(shape)), None)
    return shape
