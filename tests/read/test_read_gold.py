"""The articles that were annotated by hand: title, opening, authors and date."""

from __future__ import annotations

import difflib
import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from kg.read import read_document

pytestmark = pytest.mark.shared


def normal(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).lower()
    return "".join(c for c in folded if unicodedata.category(c)[0] in "LN")


@pytest.fixture(scope="module")
def pairs(shared_dir: Path) -> list[tuple[dict[str, Any], Any]]:
    found: list[tuple[dict[str, Any], Any]] = []
    for file in sorted((shared_dir / "gold").glob("*.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        articles = read_document(shared_dir / "seeds" / gold[0]["source"]).articles
        assert len(articles) == len(gold), file.name
        found += zip(gold, articles, strict=True)
    return found


def test_all_annotated_articles_are_found(pairs: list[tuple[dict[str, Any], Any]]) -> None:
    assert len(pairs) == 20


def test_titles_agree(pairs: list[tuple[dict[str, Any], Any]]) -> None:
    worst = min(difflib.SequenceMatcher(None, normal(g["title"]), normal(a.title)).ratio() for g, a in pairs)
    assert worst >= 0.9


@pytest.mark.parametrize("key", ["opening", "published", "authors"])
def test_key_agrees(pairs: list[tuple[dict[str, Any], Any]], key: str) -> None:
    wanted = [g[key] for g, _ in pairs]
    found = [[x.name for x in a.authors] if key == "authors" else getattr(a, key) for _, a in pairs]
    assert found == wanted
