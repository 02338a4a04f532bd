"""The look of the concept groups: name, colour and shape of each top group, and of what has none."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files

OTHER = "other"


@dataclass(frozen=True, slots=True)
class Group:
    """A top group of the concept scheme as the map draws it.

    ``colour`` is one of Okabe and Ito's eight (*Color Universal Design*, 2008), which colour-blind readers can tell
    apart; as there are more groups than colours, colour and ``shape`` together tell one group from another.
    """

    id: str
    zh: str
    en: str
    colour: str
    shape: str


_UNKNOWN_LOOKS = tuple((colour, shape) for shape in ("triangleDown", "square") for colour in ("#56B4E9", "#E69F00"))


def groups_for(tops: Iterable[str]) -> tuple[Group, ...]:
    """The groups with these ids in the order of ``groups.csv``; unknown ids follow in their own order, named by id.

    The group of what fits no concept comes last.
    """
    wanted = list(dict.fromkeys(tops))
    known = _known()
    listed = [group for group in known if group.id in wanted]
    strangers = [top for top in wanted if top not in {group.id for group in known} and top != OTHER]
    new = [Group(top, top, top, *_UNKNOWN_LOOKS[i % len(_UNKNOWN_LOOKS)]) for i, top in enumerate(strangers)]
    last = [Group(OTHER, "未归类做法", "no concept yet", "#8A8F98", "square")] if OTHER in wanted else []
    return (*listed, *new, *last)


def _known() -> list[Group]:
    text = (files("kg.view") / "groups.csv").read_text(encoding="utf-8")
    return [Group(**row) for row in csv.DictReader(text.splitlines())]
