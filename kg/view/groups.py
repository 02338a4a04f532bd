"""The look of the concept groups: colour and shape of each top group, and of what has none."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files

from kg.scheme import load_groups

OTHER = "other"
_STRANGE_LOOKS = tuple((colour, shape) for shape in ("triangleDown", "square") for colour in ("#56B4E9", "#E69F00"))


@dataclass(frozen=True, slots=True)
class GroupLook:
    """A top group of the concept scheme as the map draws it.

    ``colour`` is one of Okabe and Ito's eight (*Color Universal Design*, 2008), which colour-blind readers can tell
    apart; as there are more groups than colours, colour and ``shape`` together tell one group from another.
    """

    id: str
    zh: str
    en: str
    colour: str
    shape: str


def looks_for(tops: Iterable[str]) -> tuple[GroupLook, ...]:
    """The groups with these ids in the scheme's order; ids that the scheme does not hold follow, named by id.

    The group of what fits no concept comes last.
    """
    wanted = set(tops)
    looks = _looks()
    known = {group.id: group for group in load_groups()}
    listed = [GroupLook(g.id, g.zh, g.en, *looks[g.id]) for g in known.values() if g.id in wanted and g.id in looks]
    strange = sorted(wanted - {look.id for look in listed} - {OTHER})
    named = [
        GroupLook(top, known[top].zh if top in known else top, top, *_STRANGE_LOOKS[i % len(_STRANGE_LOOKS)])
        for i, top in enumerate(strange)
    ]
    last = [GroupLook(OTHER, "未归类做法", "no concept yet", "#8A8F98", "square")] if OTHER in wanted else []
    return (*listed, *named, *last)


def _looks() -> dict[str, tuple[str, str]]:
    text = (files("kg.view") / "looks.csv").read_text(encoding="utf-8")
    return {row["group"]: (row["colour"], row["shape"]) for row in csv.DictReader(text.splitlines())}
