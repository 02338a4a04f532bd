"""What an error message proposes in place of a word that it does not know."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def closest(name: str, names: Iterable[str]) -> str:
    """The hint of an error message: the name that was probably meant."""
    near = difflib.get_close_matches(name, sorted(names), n=1)
    return f"; did you mean {near[0]}?" if near else f"; known: {', '.join(sorted(names)) or 'none'}"
