"""Large graphs on disk: an Oxigraph index beside the graph's file, made on first use and made again when it changes.

The graph's file stays what counts; the index can be deleted at any time. The mark inside it holds the check sum and
length that gzip writes at the end of every file, so that telling an index from an outdated one costs nothing.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import IO, Any, cast

from rdflib import BNode, Dataset, Literal, URIRef
from rdflib.namespace import XSD
from rdflib.term import Node

from kg.errors import ExtraMissingError, GraphError
from kg.graph.terms import PREFIXES, bind_prefixes

Complete = Callable[[Any, Path], None]
INDEX = "graph.oxigraph"
MARK = "zhitu.json"
INDEX_FORMAT = 2
_NEEDED = "大图谱放在磁盘上查需要 / querying a large graph on disk needs: pip install 'zhitu[large]'"


def is_installed() -> bool:
    """Whether Oxigraph and its bridge to rdflib can be imported."""
    try:
        import oxrdflib  # noqa: F401
        import pyoxigraph  # noqa: F401
    except ImportError:
        return False
    return True


def open_index(source: Path, complete: Complete) -> Dataset:
    """The graph of an N-Quads file (gzipped) as a read-only dataset on disk whose default graph is the union of all.

    ``complete`` adds to a new index what is kept beside the quads.
    Raises ExtraMissingError where Oxigraph is not installed, and GraphError where the index cannot be written or read.
    """
    if not is_installed():
        raise ExtraMissingError(_NEEDED)
    folder = source.with_name(INDEX)
    try:
        if read_mark(folder) != mark_of(source):
            make_index(source, folder, complete)
        return dataset_on(folder)
    except OSError as error:
        raise GraphError(
            f"{folder}：磁盘上的索引写不成或打不开（{str(error)[:120]}），删掉它再试，或用 --store memory"
            " / the index cannot be written or opened; delete it and try again, or use --store memory"
        ) from error


def dataset_on(folder: Path) -> Dataset:
    """An index as a dataset; nothing can be written to it."""
    from pyoxigraph import Store

    store = store_class()(Store.read_only(str(folder)), folder.absolute())
    dataset = Dataset(store=store, default_union=True)
    bind_prefixes(dataset)
    return dataset


@lru_cache(maxsize=1)
def store_class() -> Any:
    """Oxigraph's bridge to rdflib, whose plain literals are those that this package writes; made once it is needed."""
    from oxrdflib import OxigraphStore

    class DiskStore(OxigraphStore):
        """An Oxigraph store, at hand as ``ox``, and the folder it lies in."""

        def __init__(self, ox: Any, folder: Path) -> None:
            super().__init__(store=ox)
            self.ox = ox
            self.folder = folder

        def add_graph(self, graph: Any) -> None:
            """Nothing: an index is read, and rdflib says this of each graph that it looks into."""

        def triples(self, triple_pattern: Any, context: Any = None) -> Any:
            """The triples that match, with the graphs they stand in."""
            for (s, p, o), contexts in super().triples(triple_pattern, context):
                plain = isinstance(o, Literal) and o.datatype == XSD.string
                yield (s, p, Literal(str(o)) if plain else o), contexts

    return DiskStore


def make_index(source: Path, folder: Path, complete: Complete) -> None:
    """Write the index beside its place and move it there when it is whole; raises OSError, SyntaxError for bad data."""
    from pyoxigraph import RdfFormat, Store

    draft = folder.with_name(f"{folder.name}.part-{os.getpid()}")
    shutil.rmtree(draft, ignore_errors=True)
    try:
        store = Store(str(draft))
        with gzip.open(source, "rb") as file:
            store.bulk_load(input=cast("IO[bytes]", file), format=RdfFormat.N_QUADS)
        store.optimize()
        store.flush()
        complete(store, draft)
        del store
        (draft / MARK).write_text(json.dumps(mark_of(source)), encoding="utf-8")
        shutil.rmtree(folder, ignore_errors=True)
        draft.replace(folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def mark_of(source: Path) -> Mapping[str, object]:
    """What tells a graph's file from another: the check sum and length at its end."""
    with source.open("rb") as file:
        file.seek(-8, os.SEEK_END)
        return {"format": INDEX_FORMAT, "of": file.read().hex()}


def read_mark(folder: Path) -> Mapping[str, object] | None:
    """The mark of an index, None where there is none or it is damaged."""
    try:
        found = json.loads((folder / MARK).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def oxigraph_of(graph: Dataset) -> Any | None:
    """The Oxigraph store under a dataset, None where it lies in memory."""
    return getattr(graph.store, "ox", None)


def folder_of(graph: Dataset) -> Path | None:
    """The folder of the index under a dataset, None where it lies in memory."""
    return getattr(graph.store, "folder", None)


def rdflib_term(term: Any) -> Node:
    """A term of Oxigraph as rdflib's."""
    if hasattr(term, "datatype"):
        if term.language:
            return Literal(term.value, lang=term.language)
        plain = term.datatype.value == str(XSD.string)
        return Literal(term.value, datatype=None if plain else URIRef(term.datatype.value))
    return BNode(term.value) if type(term).__name__ == "BlankNode" else URIRef(term.value)


def strings(store: Any, query: str) -> Iterator[tuple[str, ...]]:
    """The rows of a selection as plain strings, IRIs without brackets; every column must be bound."""
    for row in store.query(query, use_default_graph_as_union=True):
        yield tuple(term.value for term in row)


def solve(store: Any, query: str) -> tuple[str, tuple[str, ...], Iterator[tuple[Any, ...]]]:
    """The kind, columns and rows (rdflib's terms, None where unbound) of a query over the union of all named graphs.

    The rows are worked out as they are asked for.

    Raises ValueError and SyntaxError for what Oxigraph does not take.
    """
    from pyoxigraph import QueryBoolean, QuerySolutions

    found = store.query(query, prefixes=dict(PREFIXES), use_default_graph_as_union=True)
    if isinstance(found, QueryBoolean):
        return "ask", ("answer",), iter([(bool(found),)])
    if isinstance(found, QuerySolutions):
        columns = tuple(variable.value for variable in found.variables)
        return "select", columns, (tuple(None if v is None else rdflib_term(v) for v in row) for row in found)
    return "graph", ("subject", "predicate", "object"), (tuple(map(rdflib_term, triple)) for triple in found)
