# ruff: noqa: T201  (it speaks to the one who runs it)
"""Every ready question on both stores, over graphs of three sizes (``python tests/benchmarks/bench_store.py``).

The graphs hold invented reports, written by the product's own statements and graph code. Each question runs in a
process that is ended at the time limit of ``kg serve``, and once before it is timed where that took under a second.
Seconds are of processor time, which other work on the machine hardly changes; making an index and opening it are told
apart. ``--keep`` takes the index of an earlier run.
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
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path

from invented import invented_reports
from rdflib import URIRef

from kg import ids
from kg.graph import Quad, Question, answer, graph_quads, list_questions, load_graph
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
    began = time.process_time()
    graph = load_graph(folder, store)
    pipe.send((time.process_time() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))
    while True:
        try:
            name, slots = pipe.recv()
        except EOFError:
            return
        for _ in range(2):
            began = time.process_time()
            rows = len(answer(graph, name, slots).rows)
            seconds = time.process_time() - began
            if seconds > 1:
                break
        pipe.send((seconds, rows))


def opened(folder: Path, store: StoreKind, keep: bool) -> Asker:
    """A process that has opened a graph; says how long that took, and apart from it making an index."""
    anew = store == "oxigraph" and not keep
    if anew:
        shutil.rmtree(folder / INDEX, ignore_errors=True)
        asker = Asker(folder, store)
        print(f"  {store}: index made and opened in {asker.opening:.1f} s, {asker.megabytes:.0f} MB", flush=True)
        asker.close()
    asker = Asker(folder, store)
    print(f"  {store}: opened{' again' if anew else ''} in {asker.opening:.2f} s, {asker.megabytes:.0f} MB", flush=True)
    return asker


def asked_as(question: Question, fact: str) -> dict[str, str]:
    """The slots of a question: its examples, a fact and a practice of the invented reports where those have none."""
    slots = {name: slot.default or fact for name, slot in question.slots.items()}
    if slots.get("practice", "").endswith("工作法"):
        slots["practice"] = "红色工作法"
    return slots


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
    on_disk = opened(folder, "oxigraph", keep)
    in_memory = opened(folder, "memory", keep) if triples <= MEMORY_LIMIT else None
    if in_memory is None:
        print("  memory: not tried at this size, see MEMORY_LIMIT")
    for question in list_questions():
        if only and question.name not in only:
            continue
        slots = asked_as(question, fact)
        disk = on_disk.time(question.name, slots)
        line = f"  {question.name:28} oxigraph {shown(disk):28}"
        if in_memory is not None:
            memory = in_memory.time(question.name, slots)
            line += f" memory {shown(memory):28}"
            if disk and memory:
                line += f" memory/oxigraph {memory[0] / disk[0]:6.1f}" + ("" if disk[1] == memory[1] else "  DIFFERENT")
        print(line, flush=True)
    on_disk.close()
    if in_memory is not None:
        in_memory.close()


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
