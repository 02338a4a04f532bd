"""Every kind of word that the code asks a lexicon for is there: one renamed elsewhere would silently ask for none."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import kg
from kg.rulebook import alternation, load_rulebook

Asked = tuple[str, tuple[tuple[str, str], ...]]


def asked() -> Iterator[Asked]:
    """Lexicon and column values of each ``book.words("…", kind="…")`` in the package that is written out."""
    for path in sorted(Path(kg.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "words":
                values = [*node.args[:1], *(k.value for k in node.keywords if k.arg)]
                if len(values) > 1 and all(isinstance(v, ast.Constant) for v in values):
                    name, *rest = (str(v.value) for v in values if isinstance(v, ast.Constant))
                    yield name, tuple(zip((str(k.arg) for k in node.keywords), rest, strict=True))


ASKED = sorted(set(asked()))


def test_the_code_asks_for_kinds_of_words() -> None:
    assert ("posts", (("kind", "resident"),)) in ASKED


@pytest.mark.parametrize(("name", "where"), ASKED, ids=[f"{n}-{'-'.join(v for _, v in w)}" for n, w in ASKED])
def test_the_lexicon_has_what_is_asked(name: str, where: tuple[tuple[str, str], ...]) -> None:
    assert load_rulebook().words(name, **dict(where))


def test_no_words_match_nothing() -> None:
    assert alternation([]) == "(?!)"
