"""What an answer may look like on the wire, and which form a client asks for."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import cast

from rdflib import Graph, Variable
from rdflib.query import Result as RdfResult
from rdflib.term import Identifier

from kg.graph import Result
from kg.graph.terms import bind_prefixes

ROWS: Mapping[str, str] = MappingProxyType({
    "application/sparql-results+json": "json",
    "application/json": "json",
    "application/sparql-results+xml": "xml",
    "application/xml": "xml",
    "text/xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
})  # fmt: skip
"""Media types of solutions (SELECT) and yes or no (ASK); the first is the default."""
TRIPLES: Mapping[str, str] = MappingProxyType({
    "text/turtle": "turtle",
    "application/n-triples": "nt",
    "application/ld+json": "json-ld",
    "application/rdf+xml": "xml",
})  # fmt: skip
"""Media types of graphs (CONSTRUCT, DESCRIBE, linked data); the first is the default."""


def choose(accept: str, offered: Mapping[str, str]) -> str | None:
    """The offered media type that an Accept header likes best; the first for */* or none; None where none fits."""
    first = next(iter(offered))
    if not accept.strip():
        return first
    ranked = sorted((_range(part, i) for i, part in enumerate(accept.split(","))), key=lambda r: (-r[1], r[2]))
    for media, quality, _ in ranked:
        if quality <= 0:
            continue
        if media in offered:
            return media
        if media == "*/*":
            return first
        kind = media.removesuffix("/*")
        if kind != media:
            near = next((one for one in offered if one.startswith(f"{kind}/")), None)
            if near:
                return near
    return None


def _range(part: str, position: int) -> tuple[str, float, int]:
    media, *parameters = (piece.strip().lower() for piece in part.split(";"))
    quality = next((p[2:] for p in parameters if p.startswith("q=")), "1")
    try:
        return media, float(quality), position
    except ValueError:
        return media, 0.0, position


def written(result: Result, accept: str) -> tuple[str, bytes] | None:
    """The media type and bytes of an answer in the form a client likes best; None where it takes none of ours."""
    offered = TRIPLES if result.kind == "graph" else ROWS
    media = choose(accept, offered)
    if media is None:
        return None
    form = offered[media]
    if result.kind == "graph":
        return media, graph_bytes(result.terms, form)
    if form == "tsv":
        return media, _tsv(result)
    if form == "csv" and result.kind == "ask":
        return media, b"answer\r\n" + (b"true" if _yes(result) else b"false") + b"\r\n"
    return media, _rows(result).serialize(format=form) or b""


def graph_bytes(triples: object, form: str) -> bytes:
    """Triples in one of the RDF formats, UTF-8."""
    graph = Graph()
    bind_prefixes(graph)
    for triple in triples:  # type: ignore[attr-defined]
        graph.add(triple)
    return graph.serialize(format=form, encoding="utf-8")


def _rows(result: Result) -> RdfResult:
    if result.kind == "ask":
        answer = RdfResult("ASK")
        answer.askAnswer = _yes(result)
        return answer
    answer = RdfResult("SELECT")
    names = [Variable(name) for name in result.columns]
    answer.vars = names
    answer.bindings = [
        {name: cast("Identifier", term) for name, term in zip(names, row, strict=True) if term is not None}
        for row in result.terms
    ]  # fmt: skip
    return answer


def _yes(result: Result) -> bool:
    return str(result.terms[0][0]).lower() == "true"


def _tsv(result: Result) -> bytes:
    """Tab-separated terms in Turtle's spelling, as SPARQL 1.1 asks for."""
    lines = ["\t".join(f"?{name}" for name in result.columns)]
    for row in result.terms:
        cells = ("" if term is None else term.n3().replace("\t", "\\t").replace("\n", "\\n") for term in row)
        lines.append("\t".join(cells))
    return ("\n".join(lines) + "\n").encode("utf-8")
