"""Places in the lines around an article: a person's given name in a byline is none."""

import pytest

from kg.frames import places_of_line
from kg.gazetteer import open_gazetteer
from kg.model import FrameLine


@pytest.mark.parametrize(
    ("byline", "places"),
    [
        ("本报记者 李昆明", []),
        ("李安阳 通讯员周河源", []),
        ("武安民", []),
        ("昆明日报记者 李明", ["昆明"]),
        ("中共武安市委宣传部", ["武安市"]),
        ("武安报", ["武安"]),
    ],
)
def test_given_names_are_no_places(byline: str, places: list[str]) -> None:
    line = FrameLine("byline", byline, 0, len(byline))
    hits = [h for h in places_of_line(line, open_gazetteer()) if h.form in ("full", "short")]
    assert [h.name for h in hits if not any(o.start <= h.start < h.end < o.end for o in hits)] == places


def test_other_lines_keep_theirs() -> None:
    line = FrameLine("masthead", "李昆明", 0, 3)
    assert [h.name for h in places_of_line(line, open_gazetteer())] == ["昆明"]
