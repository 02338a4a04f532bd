"""Fixtures that several folders of tests share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.build import build
from kg.pipeline import Outcome, find_sources, run

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


@pytest.fixture(scope="session")
def shared_dir() -> Path:
    """The folder with the hand-annotated articles beside the checkout."""
    if not (SHARED / "gold").is_dir():
        pytest.skip("the hand-annotated articles are not beside this checkout; they are not part of the project")
    return SHARED


@pytest.fixture(scope="session", autouse=True)
def no_cache() -> Iterator[None]:
    """Keeps the tests out of the user's cache; a test of the cache names a folder of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ZHITU_CACHE", "off")
        yield


@pytest.fixture(scope="session")
def sample_build(no_cache: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the build of the sample articles, to be read only."""
    folder = tmp_path_factory.mktemp("samples") / "build"
    build([], folder)
    return folder


@pytest.fixture(scope="session")
def shared_outcomes(no_cache: None, shared_dir: Path) -> tuple[Outcome, ...]:
    """What the program reads out of the annotated articles."""
    return tuple(run(find_sources([shared_dir / "seeds"])))
