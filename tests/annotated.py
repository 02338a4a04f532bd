"""Annotated articles for the tests of the scorer."""

from __future__ import annotations

from typing import Any

EMPTY: dict[str, Any] = {
    "localities": [],
    "places": [],
    "organisations": [],
    "people": [],
    "practices": [],
    "concepts": [],
    "documents": [],
    "awards": [],
    "measures": [],
}


def article(**given: Any) -> dict[str, Any]:
    """An annotated article about a county, with the families given and the others empty."""
    return {"source": "a.txt", "n": 0, "title": "桐庐推行院坝会", "opening": "近日，桐庐县推行院坝会", **EMPTY, **given}
