"""References to a place named elsewhere: 全县, 该镇, 我市, 本社区, 辖区."""

from __future__ import annotations

from typing import cast

from kg.extract.places.scene import Scene
from kg.model import Level, PlaceMention
from kg.rulebook import RuleBook

GROUP = "places"


def references(scene: Scene, book: RuleBook) -> list[PlaceMention]:
    """Reference mentions, with the level that they name (None for 辖区, 当地, and for 市, which has two)."""
    found: dict[tuple[int, int], PlaceMention] = {}
    for match in book.matches(GROUP, scene.text, 0, len(scene.text)):
        start, end = match.slots.get("reference", (match.start, match.end))
        if scene.is_edge(start):
            level = cast("Level | None", match.rule.yields.get("level"))
            found.setdefault((start, end), PlaceMention(start, end, scene.text[start:end], "reference", level))
    return [found[key] for key in sorted(found)]
