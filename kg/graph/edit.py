"""Replace or remove one article of a graph that was built, without reading the others again.

What comes out is the graph that a build without the old article (and with the new one) would have written, places
that nothing speaks of any more included in what goes.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rdflib import URIRef
from rdflib.namespace import DCTERMS

from kg import ids
from kg.errors import GraphError
from kg.graph.build import graph_quads, reprint_quads
from kg.graph.related import is_proposal, near_name_quads
from kg.graph.store import dataset_quads, load_graph, write_graph
from kg.graph.terms import ZT, Quad, integer
from kg.model import ArticleFacts, SourceDocument
from kg.reprints import Text

_SHARED = frozenset(map(URIRef, (ids.GAZETTEER_GRAPH, ids.VOCABULARY_GRAPH, ids.ABOUT_GRAPH)))


def remove_article(folder: Path, article: str) -> None:
    """Take an article, given by its IRI, out of the graph in a folder; raises GraphError where it is not there."""
    write_graph(without_article(_stored(folder), article), folder)


def replace_article(
    folder: Path, article: str, facts: Iterable[ArticleFacts], documents: Iterable[SourceDocument] = ()
) -> None:
    """Put the facts of a new reading in the place of an article; raises GraphError where that is not there."""
    kept = dict.fromkeys(without_article(_stored(folder), article))
    kept.update(dict.fromkeys(q for q in graph_quads(facts, documents) if q.predicate != ZT.articleCount))
    write_graph(_counted(list(kept)), folder)


def without_article(quads: Iterable[Quad], article: str) -> list[Quad]:
    """The quads of a graph without those of one article and the places that it alone spoke of."""
    gone = URIRef(ids.graph_iri(article))
    quads = list(quads)
    kept = [quad for quad in quads if quad.graph != gone]
    told = {quad.graph for quad in kept} - _SHARED
    if len(kept) == len(quads):
        raise GraphError(f"图谱里没有这篇报道 / no such article in the graph: {article}")
    spoken = {term for quad in kept if quad.graph in told for term in (quad.subject, quad.object)}
    return _counted(_without_silent_places(kept, spoken))


def _without_silent_places(quads: list[Quad], spoken: Iterable[object]) -> list[Quad]:
    """The quads without those of the gazetteer on places that are neither spoken of nor around one that is."""
    listed = [quad for quad in quads if str(quad.graph) == ids.GAZETTEER_GRAPH]
    linked: dict[object, set[object]] = {}
    for quad in listed:
        linked.setdefault(quad.subject, set()).add(quad.object)
    pending, known = [term for term in spoken if term in linked], set()
    while pending:
        term = pending.pop()
        if term not in known:
            known.add(term)
            pending.extend(other for other in linked[term] if other in linked)
    silent = {quad.subject for quad in listed} - known
    return [quad for quad in quads if not (str(quad.graph) == ids.GAZETTEER_GRAPH and quad.subject in silent)]


def _stored(folder: Path) -> list[Quad]:
    return dataset_quads(load_graph(folder, "memory"))


def _counted(quads: list[Quad]) -> list[Quad]:
    """The quads with the number of articles that they hold, which of them are reprints, and near names."""
    about, count = URIRef(ids.DATASET), len({q.graph for q in quads} - _SHARED)
    anew = {ZT.articleCount, ZT.reprintOf}
    rest = [quad for quad in quads if quad.predicate not in anew and not is_proposal(quad)]
    counted = Quad(about, ZT.articleCount, integer(count), URIRef(ids.ABOUT_GRAPH))
    return [*rest, counted, *reprint_quads(_texts(rest)), *near_name_quads(rest)]


def _texts(quads: Iterable[Quad]) -> list[Text]:
    """The articles of a graph as far as reprints are told by them."""
    told: dict[str, dict[object, str]] = {}
    for quad in quads:
        if quad.predicate in (ZT.text, DCTERMS.issued):
            told.setdefault(str(quad.subject), {})[quad.predicate] = str(quad.object)
    return [Text(key, one[ZT.text], one.get(DCTERMS.issued)) for key, one in told.items() if ZT.text in one]
