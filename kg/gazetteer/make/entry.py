"""A unit while the file is being built, and how its kind is told from its name and code."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.gazetteer.endings import ending
from kg.model import Level

_ZONE = re.compile(
    r"(?:开发区|高新区|经开区|园区?|新区|管理区|度假区|保税区|综保区|景区|名胜区|保护区|片区|示范区|试验区|实验区|集聚区|聚集区"
    r"|集中区|合作区|功能区|港区|新城|工业区|产业区|经济区|商务区|贸区|港|基地|产业带|物流城|科技城|工业城)$"
)
_FARM = re.compile(r"(?:场|林业局|农垦|团|连|分部|兵团|牧业|渔业|良种|垦殖|局直|林业局有限公司|经营所|管护站|施业区)$")
_OFFICE = re.compile(r"(?:管委会|管理委员会|管理局|类似乡级单位)$")
_TOWNSHIP = {"街道", "街道办事处", "办事处", "镇", "乡", "民族乡", "苏木", "民族苏木", "地区"}


@dataclass(slots=True)
class Entry:
    """One unit to be written; numbers are those of kg.gazetteer.keys."""

    number: int
    name: str
    level: Level
    kind: str
    parent: int | None = None
    code: str | None = None
    mca: str | None = None
    also_in: int | None = None
    valid_from: int | None = None
    valid_to: int | None = None
    former: bool = False
    now: int | None = None
    lng: float | None = None
    lat: float | None = None


def quasi_level(name: str) -> tuple[Level, str]:
    """Level and kind of a unit that the statistics bureau treats like a township (types 4 and 5 of its codes)."""
    if ending(name) in _TOWNSHIP:
        return "township", ending(name)
    if _ZONE.search(_OFFICE.sub("", name)):
        return "zone", "zone"
    return "township", "farm" if _FARM.search(_OFFICE.sub("", name)) else "facility"
