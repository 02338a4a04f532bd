"""``kg place``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from kg.cli.options import FORMAT, say

if TYPE_CHECKING:
    from kg.gazetteer import FoundPlace, Point

COLUMNS = {
    "name": "地方", "official": "名录所载", "level": "层级", "kind": "类型", "within": "上级", "codes": "代码",
    "from": "始见", "to": "末见", "before": "前身", "now": "后来", "safe": "简称", "unsafe": "须带上级的简称",
    "lng": "东经", "lat": "北纬", "centre_of": "中心所属", "key": "键",
}  # fmt: skip
SHOWN = ("name", "kind", "within", "codes", "from", "to", "before", "now", "safe", "unsafe")


@dataclass(frozen=True, slots=True)
class Listing:
    """Places as an answer to show."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@click.command()
@click.argument("name")
@click.option("--in", "within", metavar="PLACE", help="在哪里面，名称或代码 / inside which unit, by name or code")
@click.option("--year", type=click.IntRange(1985, 2100), help="只要那一年有的 / only what the lists hold in that year")
@FORMAT
def place(name: str, within: str | None, year: int | None, form: str) -> None:
    """一个地名可能是哪里 / which places a name may stand for.

    列出代码（nbs 统计局，mca 民政部，gb2260 两家共用）、上级、年份、前身和后来、简称，csv 和 json 另有中心点
    / codes of both offices, parents, years, what came before and after, short forms; csv and json add the centre.

    例 / example:  kg place 王庄村 --in 淮安市
    """
    from kg.answers import show
    from kg.gazetteer import find_places

    found = find_places(name, within, year)
    if not found:
        say(f"名录里没有 / no list has it: {name}" + (f"（{within}）" if within else ""))
        sys.exit(1)
    click.echo(show(listing(found, form), form))


def listing(found: Sequence[FoundPlace], form: str) -> Listing:
    """The places as rows of text: every column by its key in CSV and JSON, in a table those that one of them fills."""
    rows = [row(one) for one in found]
    if form != "table":
        return Listing(tuple(COLUMNS), tuple(tuple(r[c] for c in COLUMNS) for r in rows))
    shown = [c for c in SHOWN if any(r[c] for r in rows)]
    return Listing(tuple(COLUMNS[c] for c in shown), tuple(tuple(r[c] for c in shown) for r in rows))


def row(found: FoundPlace) -> dict[str, str]:
    """One place as text, by column."""
    unit, point = found.unit, found.point
    return {
        "name": unit.name,
        "official": unit.official,
        "level": unit.level,
        "kind": {"zone": "开发区", "farm": "农林场", "facility": "其他单位"}.get(unit.kind, unit.kind),
        "within": "/".join(up.name for up in reversed(found.parents)),
        "codes": " ".join(found.codes),
        "from": str(unit.valid_from or ""),
        "to": str(unit.valid_to or ""),
        "before": "、".join(f"{u.name}（至{u.valid_to}）" for u in found.before),
        "now": found.now.name if found.now is not None else "",
        "safe": "、".join(s.form for s in found.short_forms if s.safe),
        "unsafe": "、".join(s.form for s in found.short_forms if not s.safe),
        **centre(point),
        "key": unit.key,
    }


def centre(point: Point | None) -> dict[str, str]:
    """A point as text and whose centre it is; empty where none is known."""
    if point is None:
        return {"lng": "", "lat": "", "centre_of": ""}
    return {"lng": f"{point.lng:.4f}", "lat": f"{point.lat:.4f}", "centre_of": point.level}
