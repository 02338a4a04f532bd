# ruff: noqa: T201  (a benchmark speaks to the one who runs it)
"""What it costs to propose near names among many practices. Run by hand: it prints, and asserts nothing.

``python tests/benchmarks/bench_near_names.py``. Names are made of the scheme's own variants, common openings and head
words, and spread over the counties of the gazetteer, evenly or with every third in one prefecture. Beside it stands the
peer: comparing every pair, measured on 1,000 practices and reckoned up by the number of pairs.
"""

from __future__ import annotations

import random
import time
from itertools import combinations

from kg import ids
from kg.gazetteer import Gazetteer, open_gazetteer
from kg.near_names import Version, compared, find_near_names, weigh
from kg.rulebook import load_rulebook
from kg.scheme import load_concepts

OPENINGS = (
    "红色", "先锋", "百姓", "邻里", "同心", "幸福", "暖心", "阳光", "智慧", "清风", "连心", "和美", "银龄", "石榴",
    "乡贤", "红领", "网格", "新风", "家门口", "一站式",
)  # fmt: skip
SIZES = (1_000, 3_000, 10_000, 30_000)


def counties(gazetteer: Gazetteer) -> list[tuple[str, frozenset[str]]]:
    """The counties of today with the places around them, as IRIs."""
    level, found = [gazetteer.unit(f"{n}0000") for n in range(11, 66) if _is_province(gazetteer, n)], []
    while level:
        found += [u for u in level if u.level == "county" and u.code]
        level = [c for u in level if u.level != "county" for c in gazetteer.children(u.key) if not c.former]
    around = {u.code: [a.code for a in gazetteer.ancestors(u.key)] for u in found}
    return [
        (ids.coded_place_iri(code), frozenset(ids.coded_place_iri(a) for a in above if a))
        for code, above in around.items()
        if code
    ]


def _is_province(gazetteer: Gazetteer, number: int) -> bool:
    try:
        return gazetteer.unit(f"{number}0000").level == "province"
    except KeyError:
        return False


def practices(count: int, places: list[tuple[str, frozenset[str]]], crowded: bool) -> list[Version]:
    """Invented practices; where crowded, every third runs in one prefecture."""
    chance = random.Random(count)
    heads = load_rulebook().words("practice_heads")
    concepts = load_concepts()
    crowd = [p for p in places if ids.coded_place_iri("320100") in p[1]]
    made = []
    for i in range(count):
        concept = chance.choice(concepts)
        plain = chance.choice(OPENINGS) + chance.choice(("", chance.choice(OPENINGS))) + chance.choice(heads)
        name = chance.choice(concept.variants or (concept.zh,)) if chance.random() < 0.3 else plain
        place, around = chance.choice(crowd if crowded and i % 3 == 0 else places)
        kinds = frozenset({ids.concept_iri(concept.id)})
        made.append(Version(f"{ids.BASE}practice/{i}", name, concepts=kinds, places={place: around}))
    return made


def main() -> None:
    """Print the figures, in seconds of the processor."""
    places = counties(open_gazetteer())
    few = [compared(version) for version in practices(1_000, places, crowded=False)]
    start = time.process_time()
    for one, other in combinations(few, 2):
        weigh(one, other)
    each = (time.process_time() - start) / (1_000 * 999 / 2)
    print(f"{len(places)} counties; every pair: {each * 1e6:.1f} µs a pair")
    for crowded in (False, True):
        print("every third in one prefecture" if crowded else "spread evenly")
        for size in SIZES:
            versions = practices(size, places, crowded)
            start = time.process_time()
            found = find_near_names(versions)
            seconds = time.process_time() - start
            pairs = size * (size - 1) / 2 * each
            print(
                f"  {size:6} practices {seconds:7.2f} s  {len(found):6} proposals  every pair {pairs / seconds:6.0f} ×"
            )


if __name__ == "__main__":
    main()
