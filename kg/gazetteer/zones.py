"""How newspapers print the names of development zones, which the lists hold in one long form each."""

from __future__ import annotations

import re
from collections.abc import Sequence

_ECONOMIC = ("经济技术开发区", "经济开发区", "经开区", "开发区")
_HIGH_TECH = ("高新技术产业开发区", "高新技术开发区", "高新技术产业园区", "高新开发区", "高新区")
_SORTS = (
    (
        re.compile(r"(?:高新技术产业开发区|高新技术开发区|高技术产业开发区|高新技术产业园区?|高新开发区|高新区)$"),
        _HIGH_TECH,
    ),
    (re.compile(r"(?:经济技术开发区|经济开发区|经开区|(?<!旅游)(?<!农业)开发区)$"), _ECONOMIC),
    (re.compile(r"综合保税区$"), ("综合保税区", "综保区")),
    (re.compile(r"旅游度假区$"), ("旅游度假区", "度假区")),
    (re.compile(r"工业园区?$"), ("工业园区", "工业园")),
    (re.compile(r"产业园区?$"), ("产业园区", "产业园")),
)
_OFFICE = re.compile(r"(?:管理委员会|管委会)$")


def zone_variants(name: str, parents: Sequence[str]) -> tuple[str, ...]:
    """Every usual form of a zone's name: with and without the places it begins with, long and short sort of zone.

    ``parents`` are full names and stems of the units around it, smallest first. 无锡锡山开发区 in 锡山区 gives
    锡山经开区, 锡山经济开发区, 经开区 and more, but not 无锡经开区, which is another; the forms without a place are
    for use inside a known county only.
    """
    whole = _OFFICE.sub("", name)
    bare, seen = _without_places(whole, parents)
    pattern, sorts = next(((p, s) for p, s in _SORTS if p.search(bare)), (None, (bare,)))
    own = pattern.sub("", bare) if pattern else ""
    near = seen[-1] if seen else next((p for p in parents if len(p) > 1 and p[-1] not in "市县区旗"), "")
    stem = near[:-1] if near[2:] and near[-1] in "市县区旗" else near
    forms = {head + own + sort for head in ("", stem, near, "".join(seen[-2:])) for sort in sorts}
    return tuple(sorted(forms | {whole}))


def _without_places(name: str, parents: Sequence[str]) -> tuple[str, list[str]]:
    """What is left of a name without the places it begins with, and those places in their order."""
    places = sorted({p for p in parents if len(p) > 1}, key=lambda p: (-len(p), p))
    seen: list[str] = []
    while found := next((p for p in places if name.startswith(p) and name != p), None):
        name = name[len(found) :]
        seen.append(found)
    return name, seen
