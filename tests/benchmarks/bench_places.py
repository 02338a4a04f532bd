# ruff: noqa: T201  (a benchmark speaks to the one who runs it)
"""Places resolved by us, by cpca and by jionlp over the same strings. Run by hand: it prints, and asserts nothing.

cpca and jionlp are never installed beside this project (jionlp needs a package under the GPL). Give them a place of
their own, and fetch the test files that their authors publish, which neither package brings along::

    python3 -m venv peers
    peers/bin/pip install cpca jionlp setuptools
    # tests/test_cpca.py         of github.com/DQinYuan/chinese_province_city_area_mapper
    # test/test_location_parser.py of github.com/dongrixinyu/JioNLP
    python tests/benchmarks/bench_places.py --peers peers/bin/python --cases test_cpca.py test_location_parser.py

The files are read, never run: from the first the strings of ``addr_list`` and the calls of ``_assert_line``, from the
second the rows of ``location_string_list``. The third set is our own table, tests/link/places_of_china.csv, where the
peers read the whole report (cpca with ``transform_text_with_addrs``, jionlp with ``parse_location`` sentence by
sentence, for it returns one address).

``right``: the smallest place expected is claimed, under the parents expected. ``open``: nothing against it, but less
is claimed. ``wrong``: another place is claimed, or one where the words settle none.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import importlib.util
import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any, Literal

from kg.extract.places import find_place_mentions
from kg.gazetteer import Gazetteer, Unit, open_gazetteer
from kg.link.places import resolve_places
from kg.model import Article, Place, Segment
from kg.rulebook import load_rulebook

Chain = tuple[str | None, ...]
"""Names of a place and those around it by level: province, prefecture, county, and where known township, village."""
Verdict = Literal["right", "open", "wrong"]
DEPTH = {"province": 0, "prefecture": 1, "county": 2, "zone": 2}
LEVELS = ("province", "prefecture", "county", "township", "village")
TOOLS = ("ours", "cpca", "jionlp")
NO_UNIT = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划", "香港", "澳门", "", None}
"""What lists and tools print where there is no unit of that level."""
PEERS = """
import json, sys, time
import cpca, jionlp
addresses, reports = json.load(sys.stdin)
def clean(value):
    return value if isinstance(value, str) else None
def by_cpca(rows):
    return [[clean(row[key]) for key in ("省", "市", "区")] for row in rows.to_dict("records")]
def report_by_cpca(text):
    try:
        return by_cpca(cpca.transform_text_with_addrs(text))
    except KeyError:  # it raises where a text names no place
        return []
def by_jionlp(text):
    found = jionlp.parse_location(text, town_village=True)
    return [clean(found.get(key)) for key in ("province", "city", "county", "town", "village")]
def sentences(text):
    return [part for part in text.replace("。", "\\n").split("\\n") if part.strip()]
by_cpca(cpca.transform(["江苏省"])), by_jionlp("江苏省")
jobs = {
    "cpca": (lambda text: by_cpca(cpca.transform([text])), report_by_cpca),
    "jionlp": (lambda text: [by_jionlp(text)], lambda text: [by_jionlp(part) for part in sentences(text)]),
}
out = {}
for name, (read_address, read_report) in jobs.items():
    start = time.perf_counter()
    claims = [[read_address(text) for text in addresses], [read_report(text) for text in reports]]
    out[name] = {"claims": claims, "seconds": time.perf_counter() - start}
print(json.dumps(out))
"""


def cases_of(path: Path) -> Iterator[tuple[str, Chain]]:
    """The addresses of a published test file with the chain that it expects; ValueError where it has neither shape."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = [*_rows_of_cpca(tree), *_rows_of_jionlp(tree)]
    if not found:
        raise ValueError(f"{path}: neither addr_list with _assert_line nor location_string_list is in it")
    yield from found


def _rows_of_cpca(tree: ast.AST) -> Iterator[tuple[str, Chain]]:
    listed = _assigned(tree, "addr_list")
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_assert_line":
            line, *expected = [ast.literal_eval(value) for value in node.args[:4]]
            yield listed[line], tuple(expected)


def _rows_of_jionlp(tree: ast.AST) -> Iterator[tuple[str, Chain]]:
    for address, _towns, _new, expected in _assigned(tree, "location_string_list"):
        yield address, tuple(expected[key] for key in ("province", "city", "county"))


def _assigned(tree: ast.AST, name: str) -> Sequence[Any]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == name for t in node.targets):
            value: Sequence[Any] = ast.literal_eval(node.value)
            return value
    return ()


def plain(chain: Sequence[str | None]) -> Chain:
    """A chain without the names that stand for no unit, and without a prefecture that repeats its province."""
    names = [None if name in NO_UNIT else name for name in chain]
    if len(names) > 1 and names[1] == names[0]:
        names[1] = None
    return tuple(names)


def compare(expected: Chain, claimed: Chain) -> Verdict:
    """A claim beside what is expected, level by level as far as both go; a level expected empty must stay empty."""
    told, said = plain(expected), plain(claimed)
    pairs = list(zip(told, said, strict=False))
    if any(two and one != two for one, two in pairs):
        return "wrong"
    depth = max((i for i, name in enumerate(told) if name), default=-1)
    return "right" if depth < len(said) and (depth < 0 or said[depth]) else "open"


def ours_of_address(text: str, gazetteer: Gazetteer) -> Chain:
    """The smallest settled place of an address (the first of several), down to the county and a zone beside it."""
    article = Article("address.txt", 1, "", "\n" + text, (Segment(0, 0, len(text) + 1),))
    found = resolve_places(article, find_place_mentions(article, gazetteer, load_rulebook()), gazetteer)
    named = [p for p in found.places if p.level in DEPTH]
    settled = [p for p in named if p.status == "settled"]
    if settled:
        return chain_of_place(max(settled, key=lambda p: DEPTH[p.level]), gazetteer)
    return plain(_at({named[0].level: named[0].name})) if named else (None, None, None)


def chain_of_place(place: Place, gazetteer: Gazetteer) -> Chain:
    """The chain of one of our places, down to the county: for one that is gone, of what took its place."""
    unit = gazetteer.unit(place.candidates[0].code) if place.candidates else None
    if unit is not None and unit.level != "zone":
        return chain_of_unit(gazetteer.unit(unit.now) if unit.now else unit, gazetteer)[:3]
    around = next((gazetteer.unit(code) for code in place.within_codes if code), None)
    chain = chain_of_unit(around, gazetteer) if around else (None,) * 3
    return (*chain[:2], place.name.removeprefix(around.name if around else ""))


def chain_of_unit(unit: Unit, gazetteer: Gazetteer, zone: str | None = None) -> Chain:
    """The chain of a unit of the official lists, all five levels; a zone, as it is called, where a town stands."""
    names = {u.level: u.name for u in (unit, *gazetteer.ancestors(unit.key))}
    return _at({**names, "township": zone or unit.name} if unit.level == "zone" else names)


def _at(names: dict[Any, str]) -> Chain:
    return tuple(names.get(level) for level in LEVELS)


def load_table() -> ModuleType:
    """The module that reads our own table."""
    path = Path(__file__).parents[1] / "link" / "places_table.py"
    spec = importlib.util.spec_from_file_location("places_table", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["places_table"] = module
    spec.loader.exec_module(module)
    return module


def judge_report(row: Any, claims: Sequence[Chain], gazetteer: Gazetteer) -> Verdict:
    """What a peer makes of a row of our table, by the same measure as ours: namesakes of the place are wrong."""
    named = [claim for claim in map(plain, claims) if row.name in claim or any(_same_stem(row.name, n) for n in claim)]
    if not row.expected.isdigit():  # "none" is a place without a code: to name it is right
        return "wrong" if row.expected != "none" and any(_deepest(claim) == row.name for claim in named) else "right"
    chains = [plain(chain_of_unit(u, gazetteer, row.name)) for u in units_of(row, gazetteer)]
    verdicts = {compare(chain, claim) for chain in chains for claim in named}
    short = "open" if not named or verdicts & {"right", "open"} else "wrong"
    return "right" if "right" in verdicts else short


def _same_stem(name: str, other: str | None) -> bool:
    return bool(other) and str(other)[:2] == name[:2]


def _deepest(claim: Chain) -> str | None:
    return next((name for name in reversed(claim) if name), None)


def units_of(row: Any, gazetteer: Gazetteer) -> list[Unit]:
    """The units that a row may mean: the one of its code, and of a former one also that which took its place."""
    named = [u for u in gazetteer.candidates(row.name) if row.expected in {u.code, u.mca_code}]
    with contextlib.suppress(KeyError):
        named.append(gazetteer.unit(row.expected))
    return [*named, *(gazetteer.unit(u.now) for u in named if u.now)]


def ask_peers(python: str, addresses: list[str], reports: list[str]) -> dict[str, Any]:
    """What the peers claim of every address and every report, and the seconds that each took."""
    done = subprocess.run(
        [python, "-c", PEERS], input=json.dumps([addresses, reports]), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{python} could not run cpca and jionlp:\n{done.stderr.strip()}")
    answers: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return answers


def say(title: str, verdicts: dict[str, list[Verdict]]) -> None:
    """One set's table: right, open, wrong for each tool."""
    print(f"\n{title}")
    for tool, given in verdicts.items():
        counts = Counter(given)
        print(f"  {tool:8} right {counts['right']:4}   open {counts['open']:4}   wrong {counts['wrong']:4}")


def disagreements(labels: Sequence[str], verdicts: dict[str, list[Verdict]], shown: Callable[[str, int], str]) -> None:
    """The strings on which not all tools are right, with what each claims."""
    for i, label in enumerate(labels):
        if any(given[i] != "right" for given in verdicts.values()):
            print(f"  · {label}")
            for tool, given in verdicts.items():
                print(f"      {tool:8} {given[i]:6} {shown(tool, i)}")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", required=True, help="python of the environment with cpca and jionlp")
    parser.add_argument("--cases", nargs="+", type=Path, required=True, help="the published test files")
    parser.add_argument("--all", action="store_true", help="list the disagreements on our own table, too")
    asked = parser.parse_args()
    gazetteer, table = open_gazetteer(), load_table()
    rows = table.rows()
    reports = [f"{row.frame.partition('=')[2]}\n{row.title}\n{row.body}" for row in rows]
    sets = {path.name: list(cases_of(path)) for path in asked.cases}
    addresses = [address for cases in sets.values() for address, _ in cases]
    answers = ask_peers(asked.peers, addresses, reports)
    ours_of_address("江苏省", gazetteer)  # the peers have read their dictionaries by now, too
    start, at = time.perf_counter(), 0
    for name, cases in sets.items():
        claims = {"ours": [ours_of_address(address, gazetteer) for address, _ in cases]}
        for tool in TOOLS[1:]:
            claims[tool] = [tuple(found[0]) for found in answers[tool]["claims"][0][at : at + len(cases)]]
        at += len(cases)
        verdicts = {t: [compare(e, c) for (_, e), c in zip(cases, claims[t], strict=True)] for t in TOOLS}
        say(f"{name}: {len(cases)} addresses", verdicts)
        disagreements(
            [f"{address} → {'/'.join(filter(None, plain(expected)))}" for address, expected in cases], verdicts,
            lambda tool, i, claims=claims: "/".join(filter(None, plain(claims[tool][i]))) or "—",  # type: ignore[misc]
        )  # fmt: skip
    ours = [table.verdict(row, table.places_of(row, gazetteer)) for row in rows]
    seconds = {"ours": time.perf_counter() - start, **{tool: answers[tool]["seconds"] for tool in TOOLS[1:]}}
    found = {tool: answers[tool]["claims"][1] for tool in TOOLS[1:]}
    verdicts = {"ours": ours}
    for tool in TOOLS[1:]:
        verdicts[tool] = [judge_report(row, c, gazetteer) for row, c in zip(rows, found[tool], strict=True)]
    say(f"places_of_china.csv: {len(rows)} reports", verdicts)
    for level, width in (("county and above", 6), ("township", 9), ("village", 12)):
        kept = [i for i, row in enumerate(rows) if row.expected.isdigit() and len(row.expected) == width]
        say(f"  of these {level}: {len(kept)}", {tool: [given[i] for i in kept] for tool, given in verdicts.items()})
    if asked.all:
        disagreements(
            [f"{row.sort} {row.name} {row.expected}：{row.body[:40]}" for row in rows], verdicts,
            lambda tool, i: "" if tool == "ours" else " ".join("/".join(filter(None, c)) for c in found[tool][i])[:90],
        )  # fmt: skip
    print("\nseconds  " + "   ".join(f"{t} {s:.2f} ({s / seconds['ours']:.1f} × ours)" for t, s in seconds.items()))


if __name__ == "__main__":
    main()
