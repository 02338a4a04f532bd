"""Facts of many articles → one dataset: a named graph for each article, the gazetteer, the concepts and itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rdflib import Dataset, URIRef
from rdflib.namespace import PROV, RDF, RDFS

from kg import ids
from kg.gazetteer import Gazetteer, own_gazetteer
from kg.graph.articles import article_triples
from kg.graph.memory import ReadStore
from kg.graph.places import gazetteer_triples
from kg.graph.related import near_name_quads
from kg.graph.terms import ZT, Quad, bind_prefixes, integer, text
from kg.graph.vocabulary import vocabulary_triples
from kg.model import ArticleFacts, SourceDocument
from kg.reprints import Text, find_reprints

FORMAT_VERSION = 1  # to be raised where an older reader would misread the graph


def build_dataset(
    facts: Iterable[ArticleFacts],
    documents: Iterable[SourceDocument] = (),
    gazetteer: Gazetteer | None = None,
) -> Dataset:
    """The dataset of all facts; its default graph is the union of the named ones.

    ``documents`` are the files that the articles stand in: they give the hashes of the sources and the words of
    evidence that lies outside the articles. The order of neither plays a part.
    """
    return dataset_of(graph_quads(facts, documents, gazetteer))


def dataset_of(quads: Iterable[Quad]) -> Dataset:
    """A dataset of quads with the project's prefixes, whose default graph is the union of all its graphs."""
    store = ReadStore()
    store.load(quads)
    dataset = Dataset(store=store, default_union=True)
    bind_prefixes(dataset)
    return dataset


def graph_quads(
    facts: Iterable[ArticleFacts],
    documents: Iterable[SourceDocument] = (),
    gazetteer: Gazetteer | None = None,
) -> list[Quad]:
    """The quads of the dataset, each once, in no particular order but the same whatever the order of the inputs."""
    files = {document.name: document for document in documents}
    texts = {name: document.text for name, document in files.items()}
    ordered = sorted(facts, key=_reading_order)
    first: dict[str, ArticleFacts] = {}
    quads: dict[Quad, None] = {}
    for one in ordered:
        iri = ids.article_iri(one.article)
        quads.update(dict.fromkeys(_source_quads(iri, one, files)))
        if iri not in first:
            first[iri] = one
            graph, triples = article_triples(one, texts)
            quads.update(dict.fromkeys(Quad(*triple, graph) for triple in triples))
    kept = tuple(first.values())
    places = gazetteer_triples(kept, gazetteer or own_gazetteer())
    quads.update(dict.fromkeys(Quad(*triple, URIRef(ids.GAZETTEER_GRAPH)) for triple in places))
    quads.update(dict.fromkeys(Quad(*triple, URIRef(ids.VOCABULARY_GRAPH)) for triple in vocabulary_triples()))
    quads.update(dict.fromkeys(_about(kept)))
    printed = (Text(iri, f.article.text, f.article.published) for iri, f in first.items())
    quads.update(dict.fromkeys(reprint_quads(printed)))
    quads.update(dict.fromkeys(near_name_quads(quads)))
    return list(quads)


def reprint_quads(articles: Iterable[Text]) -> Iterator[Quad]:
    """Which articles reprint which, beside what is said of the dataset itself: no one article says it."""
    for reprint, original in sorted(find_reprints(articles).items()):
        yield Quad(URIRef(reprint), ZT.reprintOf, URIRef(original), URIRef(ids.ABOUT_GRAPH))


def _reading_order(facts: ArticleFacts) -> tuple[bool, str, int]:
    """Of several printings of one report the first that states its date speaks for all."""
    return facts.article.published is None, facts.article.source, facts.article.n


def _source_quads(article: str, facts: ArticleFacts, files: dict[str, SourceDocument]) -> Iterator[Quad]:
    """The file that an article is printed in; a second printing adds no more than this."""
    graph, name = URIRef(ids.graph_iri(article)), facts.article.source
    source = URIRef(ids.source_iri(name))
    yield Quad(URIRef(article), ZT.printedIn, source, graph)
    yield Quad(source, RDF.type, ZT.Source, graph)
    yield Quad(source, RDFS.label, text(name), graph)
    if name in files:
        yield Quad(source, ZT.sha256, text(files[name].sha256), graph)


def _about(facts: Sequence[ArticleFacts]) -> Iterator[Quad]:
    """What a reader checks first: the version of the format, and how many articles there must be."""
    graph, dataset = URIRef(ids.ABOUT_GRAPH), URIRef(ids.DATASET)
    yield Quad(dataset, RDF.type, ZT.Dataset, graph)
    yield Quad(dataset, RDF.type, PROV.Entity, graph)
    yield Quad(dataset, RDFS.label, text("治图 Zhitu"), graph)
    yield Quad(dataset, ZT.formatVersion, integer(FORMAT_VERSION), graph)
    yield Quad(dataset, ZT.articleCount, integer(len(facts)), graph)
