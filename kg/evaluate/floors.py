"""Floors that quality may not fall under, and the state they were pinned in, kept in one JSON file for several sets.

The pinned state holds a hash of every item that was right or made up and no word of the articles: what was gained and
lost since then can be told without keeping text that is not the project's own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.errors import OutputError, ReadError
from kg.evaluate.score import FAMILIES, Judged, Score
from kg.ids import digest

STEP = 1000  # floors are whole thousandths, rounded down, so that a rounded figure never fails its own floor
MEAN = "mean"


@dataclass(frozen=True, slots=True)
class Pinned:
    """The floors of one set of annotated articles (F1, 0 to 1, by family and ``mean``) and its pinned items."""

    floors: Mapping[str, float] = field(default_factory=dict)
    right: frozenset[str] = frozenset()
    made_up: frozenset[str] = frozenset()
    lowered: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What a change of the program did since the pinned state; ``mended`` counts made-up items that are gone."""

    gained: tuple[Judged, ...]
    lost: tuple[Judged, ...]
    made_up: tuple[Judged, ...]
    mended: int


def item_hash(judged: Judged) -> str:
    """A short hash of family, article and item."""
    return digest(judged.family, judged.where, json.dumps(judged.item, sort_keys=True, ensure_ascii=False))


def reached(score: Score) -> dict[str, float]:
    """F1 of every family and the mean, rounded down to thousandths."""
    figures = score.figures()
    values = {family: figures[family].f1 for family in FAMILIES if figures[family].gold} | {MEAN: score.mean()}
    return {name: int(value * STEP + 1e-9) / STEP for name, value in values.items()}


def fallen(score: Score, pinned: Pinned) -> dict[str, tuple[float, float]]:
    """Families under their floor: what was reached, and the floor."""
    now = reached(score)
    return {
        name: (now.get(name, 0.0), floor) for name, floor in pinned.floors.items() if now.get(name, 0.0) < floor
    }  # fmt: skip


def change_since(score: Score, pinned: Pinned) -> Change:
    """What was gained, lost and newly made up since the pinned state."""
    by_hash = {item_hash(j): j for j in score.judged}
    made_up = {h for h, j in by_hash.items() if j.verdict == "made up"}
    return Change(
        gained=tuple(j for h, j in by_hash.items() if j.verdict == "right" and h not in pinned.right),
        lost=tuple(j for h, j in by_hash.items() if j.verdict == "missed" and h in pinned.right),
        made_up=tuple(j for h, j in by_hash.items() if h in made_up and h not in pinned.made_up),
        mended=len(pinned.made_up - made_up),
    )


def raised(score: Score, pinned: Pinned) -> Pinned:
    """The pinned state of now, with each floor raised to what is reached and none lowered."""
    floors = {**reached(score), **pinned.floors}
    return pinned_state(score, {name: max(floors[name], reached(score).get(name, 0.0)) for name in floors}, pinned)


def lowered(score: Score, pinned: Pinned, family: str, why: str) -> Pinned:
    """The pinned state with one floor set down to what is reached, and the reason for it.

    Raises ReadError for a family that has no floor and for an empty reason.
    """
    if family not in pinned.floors:
        raise ReadError(f"没有“{family}”这条底线，可选 / no such floor; choose from: {'、'.join(pinned.floors)}")
    if not why.strip():
        raise ReadError("降低底线要写明理由 / lowering a floor needs a reason: --why")
    now = reached(score).get(family, 0.0)
    note = {"family": family, "from": pinned.floors[family], "to": now, "why": why.strip()}
    state = pinned_state(score, {**pinned.floors, family: now}, pinned)
    return Pinned(state.floors, state.right, state.made_up, (*pinned.lowered, note))


def pinned_state(score: Score, floors: Mapping[str, float], before: Pinned) -> Pinned:
    """Floors with the items of a score."""
    order = {name: i for i, name in enumerate((*FAMILIES, MEAN))}
    return Pinned(
        dict(sorted(floors.items(), key=lambda pair: order.get(pair[0], len(order)))),
        frozenset(item_hash(j) for j in score.judged if j.verdict == "right"),
        frozenset(item_hash(j) for j in score.judged if j.verdict == "made up"),
        before.lowered,
    )


def read_floors(path: Path) -> dict[str, Pinned]:
    """The pinned sets of a file by name, none where there is no file; raises ReadError for a damaged one."""
    if not path.exists():
        return {}
    try:
        loaded = json.loads(path.read_text(encoding="utf-8"))
        return {
            name: Pinned(
                {family: float(floor) for family, floor in kept["floors"].items()},
                frozenset(kept["right"].split()),
                frozenset(kept["made_up"].split()),
                tuple(kept["lowered"]),
            )
            for name, kept in loaded.items()
        }
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        raise ReadError(f"{path}：底线文件损坏，请从版本库取回 / damaged; restore it: {error!r}") from error


def write_floors(path: Path, sets: Mapping[str, Pinned]) -> None:
    """Write the pinned sets; raises OutputError where the file cannot be written."""
    kept = {
        name: {
            "floors": dict(p.floors),
            "lowered": [dict(note) for note in p.lowered],
            "right": joined(p.right),
            "made_up": joined(p.made_up),
        }
        for name, p in sorted(sets.items())
    }
    fresh = path.with_name(f"{path.name}.new")
    try:
        fresh.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
        fresh.replace(path)
    except OSError as error:
        raise OutputError(f"{path} 写不进去 / cannot be written（{error.strerror or error}）") from error


def joined(hashes: Iterable[str]) -> str:
    """Hashes in one line, sorted."""
    return " ".join(sorted(hashes))
