# ruff: noqa: T201  (it speaks to the one who runs it)
"""Every ready question on both stores, over graphs of three sizes (``python tests/benchmarks/bench_store.py``).

The graphs hold invented reports, written by the product's own statements and graph code. Each question runs in a
process that is ended at the time limit of ``kg serve``, and once before it is timed where that took under a second.
"""

from __future__ import annotations

import argparse
import gzip
import json
import multiprocessing
import resource
import shutil
import sys
import time
from collections.abc import Iterator
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path

from invented import invented_reports
from rdflib import URIRef

from kg import ids
from kg.graph import Quad, answer, graph_quads, list_questions, load_graph
from kg.graph.disk import INDEX
from kg.graph.store import QUADS_FILE, StoreKind, nquads_lines
from kg.graph.terms import ZT, integer
from kg.serve.app import Settings

LIMIT = Settings(Path()).seconds
BATCH = 300
MEMORY_LIMIT = 3_000_000
"""Triples beyond which a graph is not loaded into memory here: some 1.5 GB and half a minute a million."""
SHARED = {URIRef(ids.GAZETTEER_GRAPH), URIRef(ids.VOCABULARY_GRAPH), URIRef(ids.ABOUT_GRAPH)}
Timing = tuple[float, int] | None


def written(folder: Path, size: int) -> tuple[int, int, str]:
    """A graph of at least that many triples, written where it is not there: its triples, reports, and one fact."""
    note = folder / "size.json"
    if not note.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        note.write_text(json.dumps(write(folder, size)), encoding="utf-8")
    triples, articles, fact = json.loads(note.read_text(encoding="utf-8"))
    return int(triples), int(articles), str(fact)


def write(folder: Path, size: int) -> tuple[int, int, str]:
    """Write a graph of at least that many triples; their number, that of its reports, and the id of a fact."""
    reports, batch = invented_reports(), 2 if size < 10_000 else 20 if size < 1_000_000 else BATCH
    shared: dict[Quad, None] = {}
    triples = articles = 0
    fact = ""
    with gzip.open(folder / QUADS_FILE, "wt", encoding="utf-8", newline="\n", compresslevel=1) as file:
        while triples + len(shared) < size or not articles:
            quads = graph_quads(list(islice(reports, batch)))
            articles += batch
            shared.update(dict.fromkeys(quad for quad in quads if quad.graph in SHARED and not _counts(quad)))
            own = [quad for quad in quads if quad.graph not in SHARED]
            fact = fact or next(str(quad.subject) for quad in own if quad.object == ZT.Fact)
            triples += len(own)
            file.writelines(nquads_lines(own))
        about = URIRef(ids.ABOUT_GRAPH)
        shared[Quad(URIRef(ids.DATASET), ZT.articleCount, integer(articles), about)] = None
        file.writelines(nquads_lines(shared))
    return triples + len(shared), articles, fact


def _counts(quad: Quad) -> bool:
    return quad.predicate in {ZT.articleCount, ZT.reprintOf}


class Asker:
    """A process that has opened a graph and answers questions until one takes too long."""

    def __init__(self, folder: Path, store: StoreKind) -> None:
        self.folder, self.store = folder, store
        self.opening = self.megabytes = 0.0
        self._start()

    def time(self, name: str, slots: dict[str, str]) -> Timing:
        """Seconds and rows of an answer, None where it was stopped."""
        self._pipe.send((name, slots))
        if self._pipe.poll(LIMIT):
            seconds, rows = self._pipe.recv()
            return float(seconds), int(rows)
        self.close()
        self._start()
        return None

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.join()

    def _start(self) -> None:
        self._pipe, there = multiprocessing.Pipe()
        self._process = multiprocessing.Process(target=_work, args=(there, self.folder, self.store), daemon=True)
        self._process.start()
        there.close()
        self.opening, self.megabytes = self._pipe.recv()


def _work(pipe: Connection, folder: Path, store: StoreKind) -> None:
    began = time.perf_counter()
    graph = load_graph(folder, store)
    pipe.send((time.perf_counter() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))
    while True:
        try:
            name, slots = pipe.recv()
        except EOFError:
            return
        for _ in range(2):
            began = time.perf_counter()
            rows = len(answer(graph, name, slots).rows)
            seconds = time.perf_counter() - began
            if seconds > 1:
                break
        pipe.send((seconds, rows))


def timings(folder: Path, store: StoreKind, fact: str, only: list[str], keep: bool) -> Iterator[tuple[str, Timing]]:
    """How long opening the graph takes, then each question."""
    if store == "oxigraph" and not keep:
        shutil.rmtree(folder / INDEX, ignore_errors=True)
    asker = Asker(folder, store)
    print(f"  {store}: opened in {asker.opening:.1f} s, {asker.megabytes:.0f} MB", flush=True)
    if store == "oxigraph":
        asker.close()
        asker = Asker(folder, store)
        print(f"  {store}: opened again, its index made, in {asker.opening:.2f} s", flush=True)
    for question in list_questions():
        if only and question.name not in only:
            continue
        slots = {name: slot.default or fact for name, slot in question.slots.items()}
        if slots.get("practice", "").endswith("工作法"):
            slots["practice"] = "红色工作法"
        yield question.name, asker.time(question.name, slots)
    asker.close()


def shown(timing: Timing) -> str:
    """Seconds, or that the limit was reached."""
    return f"stopped at {LIMIT:g} s" if timing is None else f"{timing[0]:9.3f} s {timing[1]:7} rows"


def compare(folder: Path, size: int, only: list[str], keep: bool) -> None:
    """Print the figures of one size."""
    began = time.perf_counter()
    triples, articles, fact = written(folder, size)
    megabytes = (folder / QUADS_FILE).stat().st_size / 1e6
    print(
        f"{triples} triples of {articles} reports, {megabytes:.1f} MB, there after {time.perf_counter() - began:.1f} s"
    )
    on_disk = dict(timings(folder, "oxigraph", fact, only, keep))
    in_memory: dict[str, Timing] = {}
    if triples <= MEMORY_LIMIT:
        in_memory = dict(timings(folder, "memory", fact, only, keep))
    else:
        print("  memory: not tried at this size, see MEMORY_LIMIT")
    for name, disk in on_disk.items():
        memory = in_memory.get(name)
        line = f"  {name:28} oxigraph {shown(disk):28}"
        if name in in_memory:
            line += f" memory {shown(memory):28}"
            if disk and memory:
                line += f" memory/oxigraph {memory[0] / disk[0]:6.1f}" + ("" if disk[1] == memory[1] else "  DIFFERENT")
        print(line, flush=True)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, action="append", help="triples; default 1000, 100000 and 10000000")
    parser.add_argument("--folder", type=Path, default=Path("bench-store"), help="where the graphs are written")
    parser.add_argument("--keep", action="store_true", help="keep the index of an earlier run")
    parser.add_argument("--question", action="append", default=[], help="only this one")
    asked = parser.parse_args()
    for size in asked.size or (1_000, 100_000, 10_000_000):
        compare(asked.folder / str(size), size, asked.question, asked.keep)


if __name__ == "__main__":
    sys.exit(main())
