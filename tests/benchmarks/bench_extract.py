# ruff: noqa: T201  (a benchmark speaks to the one who runs it)
"""What extraction costs beside jieba over the same text, in one run. Run by hand: it prints, and asserts nothing.

``python tests/benchmarks/bench_extract.py [FILES…] [--megabytes 1]``. The text is that of FILES, by default the sample
articles, read once as it is, then repeated with other places and numbers each time, so that nothing kept from one
article helps the next. Texts that mean harm come last: repeated listings of two lengths, with the time of each.
Read the ratios: the rest depends on the machine. Stages are timed in processor time.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.extract.article import extract_facts
from kg.extract.places import find_place_mentions
from kg.gazetteer import open_gazetteer, own_gazetteer
from kg.link.places import resolve_file
from kg.pipeline import SAMPLES, find_sources
from kg.read import read_text
from kg.rulebook import load_rulebook

HOSTILE = ("红色物业、", "12个、", "新桥村、", "五星街道、")
LENGTHS = (20_000, 80_000)
PROVINCES = ("130000", "330000", "430000", "510000", "620000")
NAME = re.compile(r"[一-鿿]{2,4}?(?:县|市|区|镇|街道)")
START = "import time; start = time.perf_counter(); {}; print(time.perf_counter() - start)"
STARTS = {
    "kg, first facts": "from kg.pipeline import facts_of_text; facts_of_text('遵义市汇川区推行红色物业，建成3个站。')",
    "jieba.cut": "import jieba; jieba.setLogLevel(60); list(jieba.cut('遵义市汇川区推行红色物业'))",
    "jieba.posseg.cut": "import jieba.posseg, jieba; jieba.setLogLevel(60); list(jieba.posseg.cut('遵义市汇川区'))",
}


def varied(texts: list[str], characters: int) -> Iterator[str]:
    """Texts of articles, again and again until there are enough characters, each time with other places and numbers."""
    chance = random.Random(0)  # the same text each run
    gazetteer = open_gazetteer()
    counties = [u.name for p in PROVINCES for c in gazetteer.children(p) for u in gazetteer.children(c.key)]
    total = 0
    while total < characters:
        for text in texts:
            names = {name: chance.choice(counties) for name in NAME.findall(text)}
            changed = NAME.sub(lambda m, names=names: names[m.group()], text)
            changed = re.sub(r"\d", lambda _: str(chance.randint(1, 9)), changed)
            total += len(changed)
            yield changed
            if total >= characters:
                return


@contextmanager
def timed(seconds: Counter[str], stage: str) -> Iterator[None]:
    """Add the processor time of the block to a stage; other programs on the machine change the clock's."""
    start = time.process_time()
    yield
    seconds[stage] += time.process_time() - start


def ours(texts: list[str]) -> Counter[str]:
    """Seconds of each stage over all texts, one after the other."""
    seconds: Counter[str] = Counter()
    book, gazetteer = load_rulebook(), own_gazetteer()
    for text in texts:
        with timed(seconds, "read"):
            articles = read_text(text, "text").articles
        with timed(seconds, "find places"):
            mentions = [find_place_mentions(a, gazetteer, book) for a in articles]
        with timed(seconds, "settle places"):
            places = resolve_file(articles, mentions, gazetteer)
        with timed(seconds, "extract"):
            facts = [extract_facts(a, p, book) for a, p in zip(articles, places, strict=True)]
        del facts
    return seconds


def peers(texts: list[str]) -> Counter[str]:
    """Seconds that jieba takes to split the same texts into words, and to tag them."""
    import jieba
    import jieba.posseg

    seconds: Counter[str] = Counter()
    for name, cut in (("jieba.cut", jieba.cut), ("jieba.posseg.cut", jieba.posseg.cut)):
        list(cut(texts[0]))
        with timed(seconds, name):
            for text in texts:
                list(cut(text))
    return seconds


def peak() -> float:
    """Peak memory of this process in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def start_up() -> None:
    """Print what the first answer costs in a process of its own, the best of three."""
    for name, code in STARTS.items():
        runs = [
            float(
                subprocess.run(
                    [sys.executable, "-c", START.format(code)], capture_output=True, text=True, check=True
                ).stdout
            )
            for _ in range(4)
        ]
        print(f"start-up {name:22} {min(runs[1:]):8.2f} s")


def compare(texts: list[str], stages: Counter[str]) -> None:
    """Print how the time of some texts compares with jieba's, and what each stage takes of it."""
    characters = sum(map(len, texts))
    spent = Counter({"kg extract": stages.total()}) + peers(texts)
    for name, seconds in spent.items():
        ratio = seconds / spent["jieba.cut"]
        print(f"{name:18} {characters / seconds:10.0f} characters/s   {ratio:6.1f} × the time of jieba.cut")
    for stage, seconds in stages.most_common():
        print(f"  {stage:16} {seconds / stages.total():6.1%}")


def hostile() -> None:
    """Print what repeated listings cost at two lengths."""
    for unit in HOSTILE:
        for length in LENGTHS:
            seconds = ours([(unit * length)[:length]]).total()
            print(f"{unit} repeated over {length} characters {seconds:8.1f} s")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--megabytes", type=float, default=1.0)
    asked = parser.parse_args()
    start_up()
    sources = [source.read().text for source in find_sources(asked.files or [SAMPLES])]
    ours(sources)
    print(f"{sum(map(len, sources))} characters in {len(sources)} files as they are, read before")
    compare(sources, ours(sources))
    texts = list(varied(sources, int(asked.megabytes * 1e6 / 3)))  # three bytes a character
    half = len(texts) // 2
    print(f"{sum(map(len, texts))} characters in {len(texts)} texts with other places")
    first = peak()
    stages = ours(texts[:half])
    middle = peak()
    stages += ours(texts[half:])
    print(f"memory: {first:.0f} MB at the start, {middle:.0f} MB after half, {peak():.0f} MB at the end")
    compare(texts, stages)
    hostile()


if __name__ == "__main__":
    main()
