"""Build an article and its resolved places from one marked string, so that organisation tests need no gazetteer."""

from __future__ import annotations

import re

from kg.model import Article, ArticlePlaces, Level, Place, ResolvedMention

TITLE = "无题"
LEVELS: tuple[tuple[str, Level], ...] = (
    ("开发区", "zone"),
    ("高新区", "zone"),
    ("小区", "compound"),
    ("自治区", "province"),
    ("省", "province"),
    ("自治州", "prefecture"),
    ("盟", "prefecture"),
    ("街道", "township"),
    ("镇", "township"),
    ("乡", "township"),
    ("社区", "village"),
    ("村", "village"),
    ("嘎查", "village"),
    ("县", "county"),
    ("旗", "county"),
    ("区", "county"),
    ("市", "county"),
)


def level_of(name: str, inner: bool) -> Level:
    """The level that a name's ending shows; a 市 around another county is a prefecture."""
    if name.endswith("市") and inner:
        return "prefecture"
    return next(level for ending, level in LEVELS if name.endswith(ending))


def written(chain: str, marked: str) -> tuple[Article, ArticlePlaces]:
    """An article about the last place of ``省>市>县`` whose text names places as ``{云岭县}`` or ``{云岭=云岭县}``."""
    names = chain.split(">")
    counties = [i for i, n in enumerate(names) if level_of(n, inner=False) == "county"]
    levels = {n: level_of(n, inner=i in counties and i != counties[-1]) for i, n in enumerate(names)}
    pieces: list[tuple[int, int, str, str]] = []
    text = TITLE + "\n"
    for part in re.split(r"(\{[^}]*\})", marked):
        if not part.startswith("{"):
            text += part
            continue
        printed, _, name = part[1:-1].partition("=")
        name = name or printed
        levels.setdefault(name, level_of(name, inner=False))
        pieces.append((len(text), len(text) + len(printed), name, printed))
        text += printed
    listed = list(dict.fromkeys([*(name for *_, name, _ in pieces), names[-1]]))
    places = tuple(Place(n, levels[n], None, around(n, names, levels)) for n in listed)
    mentions = tuple(
        ResolvedMention(start, end, listed.index(name), "full" if name == printed else "short")
        for start, end, name, printed in pieces
    )
    return Article("t.txt", 1, TITLE, text, ()), ArticlePlaces(places, mentions, (listed.index(names[-1]),))


def around(name: str, chain: list[str], levels: dict[str, Level]) -> tuple[str, ...]:
    """The places of the chain that enclose a name, smallest first."""
    order = ("province", "prefecture", "county", "zone", "township", "village", "compound")
    return tuple(reversed([n for n in chain if order.index(levels[n]) < order.index(levels[name])]))
