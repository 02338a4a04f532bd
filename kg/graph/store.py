"""Graph files: writing them so that the same graph gives the same bytes, and reading them back with care."""

from __future__ import annotations

import gc
import gzip
import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Literal

from rdflib import Dataset, Graph, URIRef
from rdflib.namespace import RDF

from kg import ids
from kg.errors import GraphError
from kg.graph.build import FORMAT_VERSION, dataset_of
from kg.graph.disk import is_installed, open_index
from kg.graph.names import write_names
from kg.graph.nquads import read_nquads
from kg.graph.terms import ZT, Object, Quad, nquads_term
from kg.graph.turtle import turtle

QUADS_FILE, TURTLE_FILE = "graph.nq.gz", "graph.ttl"
TURTLE_LIMIT = 250_000  # quads, some 150 articles: beyond, no editor opens the file any more
LARGE = 8_000_000  # bytes: some million quads, which take ten seconds and a gigabyte to load into memory
StoreKind = Literal["auto", "memory", "oxigraph"]
_CHUNK = 10_000  # lines
_AGAIN = "请重新运行 kg build / run kg build again"


def nquads_lines(quads: Iterable[Quad]) -> Iterator[str]:
    """Sorted lines of N-Quads, each quad once.

    Terms are sorted, not lines: it comes to the same order, and a million lines need not be held at once.
    """
    spelled: dict[Object, str] = {}

    def spell(term: Object) -> str:
        known = spelled.get(term)
        if known is None:
            known = spelled[term] = nquads_term(term)
        return known

    rows = sorted({(spell(s), spell(p), spell(o), spell(g)) for s, p, o, g in quads})
    return (f"{s} {p} {o} {g} .\n" for s, p, o, g in rows)


def nquads_bytes(quads: Iterable[Quad]) -> bytes:
    """Sorted N-Quads, one line a quad, UTF-8."""
    return "".join(nquads_lines(quads)).encode("utf-8")


def nquads_gz(quads: Iterable[Quad]) -> bytes:
    """Sorted N-Quads, gzipped without a time stamp."""
    out = io.BytesIO()
    with gzip.GzipFile(filename="", fileobj=out, mode="wb", compresslevel=6, mtime=0) as file:
        lines = nquads_lines(quads)
        while chunk := "".join(islice(lines, _CHUNK)):
            file.write(chunk.encode("utf-8"))
    return out.getvalue()


def turtle_bytes(quads: Iterable[Quad]) -> bytes:
    """All named graphs as one, in Turtle."""
    return turtle(quad[:3] for quad in quads).encode("utf-8")


def graph_files(quads: list[Quad]) -> dict[str, bytes]:
    """Names and contents of a graph's files; a graph beyond 250,000 quads has no Turtle file."""
    files = {QUADS_FILE: nquads_gz(quads)}
    if len(quads) <= TURTLE_LIMIT:
        files[TURTLE_FILE] = turtle_bytes(quads)
    return files


def write_graph(quads: list[Quad], folder: Path) -> list[Path]:
    """Write the graph's files into a folder and return their paths; each file changes at once or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, content in graph_files(quads).items():
        path = folder / name
        draft = path.with_name(path.name + ".part")
        draft.write_bytes(content)
        draft.replace(path)
        written.append(path)
    return written


def dataset_quads(dataset: Dataset) -> list[Quad]:
    """All quads of the named graphs of a dataset."""
    return [Quad(s, p, o, _name(g)) for s, p, o, g in dataset.quads((None, None, None, None)) if _is_named(g)]  # type: ignore[arg-type]


def load_graph(folder: Path, store: StoreKind = "auto") -> Dataset:
    """The graph that ``kg build`` wrote to a folder (or one of its files given by path).

    ``store`` says where it lies while it is queried: ``memory`` (rdflib), ``oxigraph`` (an index on disk beside the
    file, see ``kg.graph.disk``), or ``auto``: on disk where the file has 8 MB or more and Oxigraph is installed.
    Raises GraphError where there is none, where a file is cut off or damaged, and where another version wrote it, and
    ExtraMissingError where Oxigraph is asked for and not installed.
    """
    path = _choose(Path(folder))
    try:
        if path.suffix == ".gz" and _on_disk(path, store):
            dataset = open_index(path, write_names)
        else:
            with _without_collector():
                dataset = dataset_of(_quads_of(path))
    except (EOFError, OSError, ValueError, SyntaxError, UnicodeError) as error:
        raise GraphError(f"{path}：文件不完整或已损坏（{_brief(error)}），{_AGAIN}（cut off or damaged）") from error
    _check(dataset, path)
    return dataset


def _on_disk(path: Path, store: StoreKind) -> bool:
    return store == "oxigraph" or (store == "auto" and path.stat().st_size >= LARGE and is_installed())


def _quads_of(path: Path) -> Iterator[Quad]:
    if path.suffix == ".gz":
        with gzip.open(path, "rb") as file:
            yield from read_nquads(io.TextIOWrapper(file, encoding="utf-8", newline="\n"))
    else:
        whole = URIRef(ids.BASE + "graph/all")
        for s, p, o in Graph().parse(path, format="turtle"):
            yield Quad(s, p, o, whole)  # type: ignore[arg-type]


@contextmanager
def _without_collector() -> Iterator[None]:
    """Millions of new objects, none of them rubbish, make the cyclic collector go over all of them again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _choose(given: Path) -> Path:
    if given.is_file():
        return given
    for name in (QUADS_FILE, TURTLE_FILE):
        if (given / name).is_file():
            return given / name
        if (given / f"{name}.part").is_file():
            raise GraphError(f"{given / name}：上次没有写完，{_AGAIN}（half written）")
    what = "文件夹里没有图谱" if given.is_dir() else "没有这个文件夹"
    raise GraphError(f"{given}：{what}，请先运行 kg build -o {given} / no graph here; run kg build -o {given} first")


def _check(dataset: Dataset, path: Path) -> None:
    about = URIRef(ids.DATASET)
    version = dataset.value(about, ZT.formatVersion)
    if version is None:
        raise GraphError(f"{path}：不是治图的图谱，或文件不完整，{_AGAIN}（not a graph of kg, or cut off）")
    if str(version) != str(FORMAT_VERSION):
        raise GraphError(
            f"{path}：图谱格式是第 {version} 版，本程序读第 {FORMAT_VERSION} 版，{_AGAIN}"
            f"（format {version}, this program reads {FORMAT_VERSION}）"
        )
    promised = int(str(dataset.value(about, ZT.articleCount) or "0"))
    found = len(set(dataset.subjects(RDF.type, ZT.Article)))
    if promised != found:
        raise GraphError(
            f"{path}：应有 {promised} 篇报道，只读到 {found} 篇，{_AGAIN}（{found} of {promised} articles）"
        )


def _is_named(graph: object) -> bool:
    return isinstance(graph, URIRef)


def _name(graph: object) -> URIRef:
    return URIRef(str(graph))


def _brief(error: Exception) -> str:
    return str(error).strip().split("\n")[0][:120]
