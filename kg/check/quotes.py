"""Every quote against the text it stands in: the text by its hash, the quote by its offsets."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import Dataset
from rdflib.namespace import RDF
from rdflib.term import Node

from kg.check.model import Finding
from kg.graph.terms import OA, ZT, sha256


def check_texts(graph: Dataset) -> Iterator[Finding]:
    """Articles whose text is no longer the one that was read."""
    for article in graph.subjects(RDF.type, ZT.Article):
        text, stated = graph.value(article, ZT.text), graph.value(article, ZT.sha256)
        found = sha256(str(text or ""))
        if stated is None or str(stated) != found:
            yield Finding("text-changed", str(article), f"{stated} ≠ {found}")


def check_quotes(graph: Dataset) -> Iterator[Finding]:
    """Quotes that are not what stands at their offsets, and offsets outside of the text."""
    texts = {article: str(text) for article, text in graph.subject_objects(ZT.text)}
    for evidence, selector in graph.subject_objects(OA.hasSelector):
        holder = _one(graph, evidence, OA.hasSource)
        text = None if holder is None else texts.get(holder)
        quote = _one(graph, selector, OA.exact)
        if text is None or quote is None:
            continue  # in the source file, whose text the graph does not hold; shapes ask for the rest
        start, end = int(str(_one(graph, selector, OA.start))), int(str(_one(graph, selector, OA.end)))
        if text[start:end] != str(quote):
            yield Finding(
                "quote-differs", str(evidence), f"[{start}, {end}) “{text[start:end][:40]}” ≠ “{str(quote)[:40]}”"
            )


def _one(graph: Dataset, subject: Node, predicate: Node) -> Node | None:
    return next(graph.objects(subject, predicate), None)
