"""The shipped samples: what the repository holds in build/ is what the program makes of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import kg
from kg.build import OUTPUTS, stale_files

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize("name", OUTPUTS)
def test_the_build_in_the_repository_is_up_to_date(name: str, sample_build: Path) -> None:
    assert stale_files([name], sample_build, ROOT / "build") == [], "run: kg build -o build"


def test_there_are_at_least_twelve_articles_in_several_formats(sample_build: Path) -> None:
    articles = [json.loads(line) for line in (sample_build / "facts.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(articles) >= 12
    assert {path.suffix for path in kg.sample_paths()} >= {".txt", ".md", ".html"}


def test_the_readme_beside_the_samples_is_no_sample() -> None:
    assert [path.name for path in kg.sample_paths() if path.stem.lower() == "readme"] == []
