"""When two items of a family are the same fact, after the annotation guide: name, place and value must agree.

Names are compared without case, marks and width; a practice also without one generic head word at its end.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

Item = Any
"""A JSON object of a family, the name of a locality, or a practice with one of its places for ``runs``."""
Same = Callable[[Item, Item], bool]

GENERIC_HEAD = re.compile(
    r"(服务模式|工作模式|治理模式|模式|工作机制|机制|制度|体系|服务品牌|党建品牌|品牌|项目|工程|计划|行动方案|专项行动|行动|主题活动|活动|"
    r"工作法|服务平台|平台|系统|服务中心|中心|服务站|驿站|志愿服务队|服务队|评选|建设|工作)$"
)
"""Head words that stand outside a practice's name as often as inside."""
KEPT_MARKS = "+%>-"
NEARLY = 1e-6


def plain(text: str | None) -> str:
    """A text as NFKC in lower case, letters and digits only (and ``+ % > -``)."""
    folded = unicodedata.normalize("NFKC", text or "").lower()
    return "".join(c for c in folded if unicodedata.category(c)[0] in "LN" or c in KEPT_MARKS)


def core(text: str) -> str:
    """``plain`` without one generic head word at the end, where two characters or more remain."""
    whole = plain(text)
    short = GENERIC_HEAD.sub("", whole)
    return short if len(short) >= 2 else whole


def overlap(one: str | None, other: str | None) -> float:
    """The characters that two texts share, as a share of the shorter one (0 to 1)."""
    left, right = plain(one), plain(other)
    if not left or not right:
        return 0.0
    return sum((Counter(left) & Counter(right)).values()) / min(len(left), len(right))


def place_name(text: str | None) -> str:
    """A place's name for comparison: 小区 at its end makes no difference."""
    name = plain(text)
    return name.removesuffix("小区") if len(name) >= 4 else name


def same_place(gold: str | None, found: str | None) -> bool:
    """Whether two names stand for one place."""
    return place_name(gold) == place_name(found)


def same_organisation(gold: Item, found: Item) -> bool:
    """Whether the names are equal, or the shorter one closes the longer and is half of it at least."""
    short, long = sorted((plain(gold["name"]), plain(found["name"])), key=len)
    return short == long or (len(short) >= 3 and long.endswith(short) and len(short) / len(long) >= 0.5)


def same_practice(gold: Item, found: Item) -> bool:
    """Whether the name found is the annotated one or one of its aliases."""
    return core(found["name"]) in {core(name) for name in (gold["name"], *gold.get("aliases", ()))}


def same_measure(gold: Item, found: Item) -> bool:
    """Whether value and unit agree and what is counted is named alike."""
    near = abs(gold["value"] - found["value"]) <= NEARLY * max(1, abs(gold["value"]))
    return near and plain(gold["unit"]) == plain(found["unit"]) and overlap(gold["what"], found["what"]) >= 0.5


def same_award(gold: Item, found: Item) -> bool:
    """Whether the titles are alike and the recipient too, where one is annotated."""
    if overlap(gold["title"], found["title"]) < 0.7:
        return False
    return gold["recipient"] is None or overlap(gold["recipient"], found["recipient"]) >= 0.6


SAME: Mapping[str, Same] = MappingProxyType({
    "localities": same_place,
    "places": lambda g, f: same_place(g["name"], f["name"]),
    "place_codes": lambda g, f: same_place(g["name"], f["name"]) and g["code"] == f["code"],
    "practices": same_practice,
    "runs": lambda g, f: same_place(g[1], f[1]) and same_practice(g[0], f[0]),
    "concepts": lambda g, f: g["concept"] == f["concept"] and same_place(g["at"], f["at"]),
    "organisations": same_organisation,
    "people": lambda g, f: plain(g["name"]) == plain(f["name"]) and overlap(g["role"], f["role"]) >= 0.5,
    "documents": lambda g, f: plain(g["title"]) == plain(f["title"]),
    "awards": same_award,
    "measures": same_measure,
})  # fmt: skip
"""The families within an article, in the order of the table."""
