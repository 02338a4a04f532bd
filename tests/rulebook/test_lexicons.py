"""The lexicons that ship, and the page that explains them."""

from __future__ import annotations

import pytest

from kg.rulebook import load_rulebook
from kg.rulebook.book import PACKAGE

BOOK = load_rulebook()
README = (PACKAGE / "lexicons" / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(BOOK.lexicons))
def test_lexicon_is_explained_to_experts(name: str) -> None:
    assert f"`{name}`" in README


@pytest.mark.parametrize("name", sorted(BOOK.lexicons))
def test_lexicon_says_nothing_twice(name: str) -> None:
    rows = [tuple(row.values()) for row in BOOK.lexicon(name)]
    assert len(rows) == len(set(rows))


def test_slots_are_bounded() -> None:
    assert all("*" not in slot.regex.replace(r"\*", "") for slot in BOOK.slots.values())


@pytest.mark.parametrize("row", BOOK.lexicon("context"), ids=lambda r: r["cue"])
def test_context_cue_has_a_known_kind_direction_and_scope(row) -> None:
    kinds = {
        "plan",
        "wish",
        "demand",
        "under-way",
        "negation",
        "purpose",
        "background",
        "condition",
        "question",
        "hearsay",
    }
    assert row["kind"] in kinds
    assert row["then"] in {"", "verb", "deed", "clause"}
    assert row["direction"] in {"before", "after", "heading"}
    if row["direction"] == "heading":  # it reaches to the next heading, and other words of the line speak against it
        assert (row["scope"], row["until"]) == ("0", "")
    else:
        assert 0 < int(row["scope"]) <= 200
        assert all(row["cue"] in word for word in row["unless"].split(";") if word)
