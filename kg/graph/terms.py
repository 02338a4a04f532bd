"""Terms of the graph: namespaces, clean literals, and how a term is written in N-Quads."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from typing import NamedTuple

from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, ORG, PROV, RDF, RDFS, SKOS, XSD

from kg import ids


class Vocabulary(Namespace):
    """A namespace that makes each of its terms once; a graph uses the same forty a million times."""

    def term(self, name: str) -> URIRef:
        """The term of that name."""
        return _term(str(self), name)


@lru_cache(maxsize=1024)
def _term(namespace: str, name: str) -> URIRef:
    return URIRef(namespace + name)


ZT = Vocabulary(ids.ONTOLOGY)
OA = Vocabulary("http://www.w3.org/ns/oa#")
GEO = Vocabulary("http://www.opengis.net/ont/geosparql#")
KINDS = (
    "article", "award", "concept", "document", "evidence", "fact", "graph", "measure", "organisation", "person",
    "place", "post", "practice", "proposal", "selector", "source", "target-group", "tenure",
)  # fmt: skip

PREFIXES: tuple[tuple[str, str], ...] = (
    ("zt", str(ZT)),
    ("dcterms", str(DCTERMS)),
    ("geo", str(GEO)),
    ("oa", str(OA)),
    ("org", str(ORG)),
    ("prov", str(PROV)),
    ("rdf", str(RDF)),
    ("rdfs", str(RDFS)),
    ("skos", str(SKOS)),
    ("xsd", str(XSD)),
    *((kind, f"{ids.BASE}{kind}/") for kind in KINDS),
)

Object = URIRef | Literal

_OFTEN = 16  # characters: kinds, rules, stages, units and many names come again and again
_UNWRITABLE = re.compile("[\x00\ud800-\udfff]")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_ESCAPED = re.compile(r'[\\"\x00-\x1f\x7f\x85\u2028\u2029]')
_DATE_TYPES = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}


class Quad(NamedTuple):
    """One statement and the named graph it stands in."""

    subject: URIRef
    predicate: URIRef
    object: Object
    graph: URIRef


def sha256(value: str) -> str:
    """SHA-256 of a text as the graph holds it (UTF-8), in hexadecimal."""
    return hashlib.sha256(_UNWRITABLE.sub("\ufffd", value).encode("utf-8")).hexdigest()


def text(value: str, language: str | None = None) -> Literal:
    """A literal of a string; NUL and lone surrogates, which no RDF file can hold, become U+FFFD, length unchanged."""
    if len(value) <= _OFTEN:
        return _short_text(value, language)
    return Literal(_UNWRITABLE.sub("\ufffd", value), lang=language)


@lru_cache(maxsize=20_000)
def _short_text(value: str, language: str | None) -> Literal:
    return Literal(_UNWRITABLE.sub("\ufffd", value), lang=language)


@lru_cache(maxsize=20_000)
def integer(value: int) -> Literal:
    """An ``xsd:integer``."""
    return Literal(str(value), datatype=XSD.integer, normalize=False)


def number(value: float) -> Literal:
    """An ``xsd:integer`` for a whole number, else an ``xsd:decimal`` without an exponent."""
    if value == int(value):
        return integer(int(value))
    return Literal(f"{value:.10f}".rstrip("0"), datatype=XSD.decimal)


def boolean(value: bool) -> Literal:
    """An ``xsd:boolean``."""
    return Literal("true" if value else "false", datatype=XSD.boolean)


def date(value: str) -> Literal:
    """An ISO date as exact as it is stated: ``xsd:date``, ``xsd:gYearMonth`` or ``xsd:gYear``; else plain text."""
    kind = _DATE_TYPES.get(len(value))
    return Literal(value, datatype=kind) if kind and re.fullmatch(r"[0-9-]+", value) else text(value)


def bind_prefixes(graph: Graph) -> None:
    """Give a graph the project's prefixes."""
    for prefix, namespace in PREFIXES:
        graph.bind(prefix, namespace, override=True, replace=True)


def nquads_term(term: Object) -> str:
    """A term in canonical N-Quads: one spelling a term, so that sorting lines sorts statements."""
    if isinstance(term, URIRef):
        return f"<{term}>"
    quoted = f'"{_ESCAPED.sub(_escape, term)}"'
    if term.language:
        return f"{quoted}@{term.language}"
    if term.datatype and term.datatype != XSD.string:
        return f"{quoted}^^<{term.datatype}>"
    return quoted


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    return _ESCAPES.get(char) or f"\\u{ord(char):04X}"
