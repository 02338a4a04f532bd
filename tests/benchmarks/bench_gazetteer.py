# ruff: noqa: T201  (a benchmark speaks to the one who runs it)
"""What the gazetteer costs, beside what one would do without it. Run by hand: it prints, and asserts nothing.

``python tests/benchmarks/bench_gazetteer.py [--sources DIR]``; DIR is the folder of packages that
``kg.gazetteer.make`` reads. Read the ratios: the rest depends on the machine.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from kg.gazetteer import Gazetteer, Unit, open_gazetteer

OURS = "from kg.gazetteer import open_gazetteer; opened = open_gazetteer(); list(opened.scan('江苏省'))"
JIEBA = "import jieba; jieba.setLogLevel(60); jieba.initialize()"
PARSE = "import json, tarfile; json.load(tarfile.open({!r}).extractfile('package/dist/villages.json'))"
MEASURE = """
import resource, time
peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
before, start = peak(), time.perf_counter()
{}
print(time.perf_counter() - start, peak() - before)
"""


def fresh(code: str) -> tuple[float, float]:
    """Seconds and megabytes that a piece of code takes in a process of its own: the best of three after one."""
    runs = []
    for _ in range(4):
        command = [sys.executable, "-c", MEASURE.format(code)]
        seconds, megabytes = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
        runs.append((float(seconds), float(megabytes)))
    return min(runs[1:])


def per_item(work: Callable[[Any], object], items: Sequence[str]) -> float:
    """Seconds an item, every item asked for the first time."""
    start = time.perf_counter()
    for item in items:
        work(item)
    return (time.perf_counter() - start) / len(items)


def start_up(sources: Path | None) -> None:
    """Print what the first answer costs, beside loading jieba's cached dictionary and parsing the list of villages."""
    seconds, megabytes = fresh(OURS)
    print(f"import, open, first scan {seconds * 1e3:9.1f} ms {megabytes:8.1f} MB")
    peers = {"load jieba (cached)": JIEBA}
    if sources:
        peers["parse villages.json"] = PARSE.format(str(sources / "china-division-2.7.0.tgz"))
    for name, code in peers.items():
        other, more = fresh(code)
        ratios = f"{other / seconds:6.1f} × time {more / megabytes:6.1f} × memory"
        print(f"{name:24} {other * 1e3:9.1f} ms {more:8.1f} MB {ratios}")


def walk(gazetteer: Gazetteer, province: str) -> list[Unit]:
    """All units under a province down to the township."""
    found, level = [], [gazetteer.unit(province)]
    while level:
        level = [child for unit in level for child in gazetteer.children(unit.key)]
        found += level
    return found


def questions() -> None:
    """Print what a question costs beside a look into a dict, and the scan beside jieba's segmentation."""
    import jieba  # here, so as not to weigh on the figures above

    jieba.setLogLevel(60)

    units = walk(open_gazetteer(), "510000")
    keys, names = [unit.key for unit in units], sorted({unit.name for unit in units})
    gazetteer, table = open_gazetteer(), dict.fromkeys(keys)
    plain = per_item(table.get, keys)
    counties = [unit.key for unit in units if unit.level == "county" and not unit.former]
    jobs: list[tuple[str, Callable[[Any], object], list[str]]] = [
        ("unit by key", gazetteer.unit, keys),
        ("units by name", gazetteer.by_name, names),
        ("villages of a county", gazetteer.villages, counties),
    ]
    for label, work, items in jobs:
        each = per_item(work, items)
        print(f"{label:24} {each * 1e6:9.1f} µs              {each / plain:8.0f} × a look into a dict")
    text = "".join(f"近日，{name}召开会议推进基层治理，群众满意度持续提升。" for name in names)
    megabytes = len(text.encode()) / 1e6
    scan = min(per_item(lambda t: list(gazetteer.scan(t)), [text]) for _ in range(5))
    list(jieba.cut(text[:1000]))
    cut = per_item(lambda t: list(jieba.cut(t)), [text])
    print(f"scan                     {megabytes / scan:9.1f} MB/s            {cut / scan:8.0f} × as fast as jieba.cut")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sources", type=Path)
    start_up(parser.parse_args().sources)
    questions()


if __name__ == "__main__":
    main()
