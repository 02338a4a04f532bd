"""Named teams among the practices: each is an organisation as well (“守堤人”巡护队 is 守堤人巡护队)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.model import Organisation, Practice

TEAM = re.compile(r"[\u4e00-\u9fffA-Za-z0-9·]{4,14}(?:队|团|监工组|巡查组|劝导组|互助组|理事会)$")
MEETINGS = re.compile(r"(?:协商|议事|恳谈|评议|说事|对账|评理)会$")
MARKS = re.compile(r"[“”‘’\"]")
TROOP = "伍"
HOW_MANY = re.compile(r"(?<=”)等?[0-9一二两三四五六七八九十]{1,3}余?[支个]")  # “补锅匠”两支居民服务队


def with_teams(
    text: str, organisations: Sequence[Organisation], practices: Sequence[Practice]
) -> tuple[Organisation, ...]:
    """The organisations of an article and the teams that its practices name and they do not, by their evidence.

    A meeting that is a practice (“火塘协商会”) is no organisation, nor are the teams of a brand (“一路帮”救援队伍).
    """
    plain = MARKS.sub("", text)
    names = {practice.name.removesuffix("制度") for practice in practices}
    met = {name for name in names if MEETINGS.search(name)}
    found = [o for o in organisations if o.name not in met]
    known = {o.name for o in found}
    for practice in practices:
        name = team_name(practice)
        if name is None or any(
            name.endswith(other) or other.endswith(name) or other == name + TROOP for other in known
        ):
            continue
        if name in plain and plain.count(name) == plain.count(name + TROOP):
            continue
        known.add(name)
        place = practice.at[0] if len(practice.at) == 1 else None
        found.append(Organisation(name, "team", practice.evidence, "team-practice", place))
    return tuple(sorted(found, key=lambda o: (o.evidence[0].start, o.evidence[0].end)))


def team_name(practice: Practice) -> str | None:
    """The name under which a practice is a team, None where it is none."""
    if practice.kind != "team":
        return None
    names = (MARKS.sub("", HOW_MANY.sub("", name)) for name in (practice.name, *practice.aliases))
    return next((name for name in names if TEAM.fullmatch(name)), None)
