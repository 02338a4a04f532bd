"""Short forms that are everyday words too and yet the places that an article reports on, because they act in it."""

from __future__ import annotations

import re

from kg.extract.places.scene import Scene
from kg.extract.places.words import is_verb, names_place
from kg.gazetteer import NameHit

_SURE = 3  # characters of a name that two words seldom make by chance: 五指山
_OPENED = frozenset("\n。；：，！？—|\uff5c 　")
_BOTH = 2  # headline and body
_ACTS = re.compile("立足|谋|以|把|将|让|用")


def acting_names(scene: Scene) -> frozenset[str]:
    """The short forms that an article speaks of: they open clauses, a verb behind them (井冈山推行…, 黄山推出…).

    A name of two characters must do so in the headline and in the body, a longer one once, and be named twice.
    """
    title_end = len(scene.article.title)
    named: dict[str, list[NameHit]] = {}
    for hit in scene.hits:
        if hit.form == "unsafe":
            named.setdefault(hit.name, []).append(hit)
    found = set[str]()
    for name, hits in named.items():
        if len(hits) > 1 and names_place(name):
            titled = {hit.start < title_end for hit in hits if _leads_a_verb(scene, hit)}
            if len(titled) == _BOTH or (titled and len(name) >= _SURE):
                found.add(name)
    return frozenset(found)


def _leads_a_verb(scene: Scene, hit: NameHit) -> bool:
    opens = hit.start == 0 or scene.text[hit.start - 1] in _OPENED
    if not opens or not scene.is_edge(hit.end):
        return False
    return is_verb(scene.tokens.at(hit.end)) or _ACTS.match(scene.text, hit.end) is not None
