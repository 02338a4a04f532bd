"""Evidence as Web Annotation selectors: where a statement stands, and its words with the sentence around them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rdflib import URIRef
from rdflib.namespace import RDF

from kg import ids
from kg.graph.terms import OA, Object, integer, text
from kg.model import Article, Evidence
from kg.passages import Passage, evidence_passage

Triple = tuple[URIRef, URIRef, Object]


@dataclass(frozen=True, slots=True)
class Holder:
    """An article with the texts that evidence may point into: its own and that of its source file."""

    article: Article
    iri: str
    source_texts: Mapping[str, str]

    def locate(self, evidence: Evidence) -> tuple[str, Passage | None]:
        """The IRI of what holds the evidence, and the passage itself; None where the text is not at hand."""
        holder = self.iri if evidence.where == "text" else ids.source_iri(self.article.source)
        return holder, evidence_passage(self.article, evidence, self.source_texts.get(self.article.source))


def evidence_triples(holder: Holder, evidence: Evidence) -> tuple[URIRef, Iterator[Triple]]:
    """The IRI of a piece of evidence and the triples that describe it."""
    whole, found = holder.locate(evidence)
    iri = URIRef(ids.evidence_iri(whole, evidence.start, evidence.end))
    return iri, _described(iri, URIRef(whole), evidence, found)


def _described(iri: URIRef, whole: URIRef, evidence: Evidence, found: Passage | None) -> Iterator[Triple]:
    selector = URIRef(ids.selector_iri(iri))
    yield iri, RDF.type, OA.SpecificResource
    yield iri, OA.hasSource, whole
    yield iri, OA.hasSelector, selector
    yield selector, RDF.type, OA.TextPositionSelector
    yield selector, OA.start, integer(evidence.start)
    yield selector, OA.end, integer(evidence.end)
    if found is not None:
        yield selector, RDF.type, OA.TextQuoteSelector
        yield selector, OA.exact, text(found.exact)
        yield selector, OA.prefix, text(found.before)
        yield selector, OA.suffix, text(found.after)
