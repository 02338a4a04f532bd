"""The table of places drawn from the official lists over all provinces: how many are settled right, open, wrong."""

from __future__ import annotations

import importlib.util
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from kg.gazetteer import open_gazetteer


@pytest.fixture(scope="module")
def table() -> ModuleType:
    path = Path(__file__).with_name("places_table.py")
    spec = importlib.util.spec_from_file_location("places_table", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["places_table"] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def verdicts(table: ModuleType) -> list[tuple[str, str, str]]:
    gazetteer = open_gazetteer()
    return [(r.sort, r.name, table.verdict(r, table.places_of(r, gazetteer))) for r in table.rows()]


def test_the_table_covers_every_province_and_sort_of_place(table: ModuleType) -> None:
    rows = table.rows()
    assert len(rows) >= 250
    assert len({r.expected[:2] for r in rows if r.expected.isdigit()}) == 34
    assert len({r.sort for r in rows}) >= 20


def test_no_more_than_one_in_a_hundred_is_settled_wrong(verdicts: list[tuple[str, str, str]]) -> None:
    wrong = [(sort, name) for sort, name, verdict in verdicts if verdict == "wrong"]
    assert len(wrong) <= len(verdicts) // 100, wrong


def test_few_are_left_open_that_the_report_settles(verdicts: list[tuple[str, str, str]]) -> None:
    left = [(sort, name) for sort, name, verdict in verdicts if verdict == "open"]
    assert len(left) <= len(verdicts) // 50, left
    assert Counter(verdict for *_, verdict in verdicts)["right"] >= len(verdicts) * 0.97
