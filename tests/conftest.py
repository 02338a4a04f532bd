"""Fixtures that several folders of tests share."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


@pytest.fixture(scope="session")
def shared_dir() -> Path:
    """The folder with the hand-annotated articles beside the checkout."""
    if not (SHARED / "gold").is_dir():
        pytest.skip("the hand-annotated articles are not beside this checkout; they are not part of the project")
    return SHARED
