"""Short forms that are everyday words too and yet the places that an article reports on, because they act in it."""

from __future__ import annotations

import re

from kg.extract.places.scene import Scene
from kg.extract.places.words import is_verb, names_place
from kg.gazetteer import NameHit

_SURE = 3  # characters of a name that two words seldom make by chance: 五指山
_OPENED = frozenset("\n。；：，！？—|\uff5c 　")
_ACTS = re.compile("立足|谋|以|把|将|让|用")


def acts_here(scene: Scene, hit: NameHit) -> bool:
    """Whether a short form is what the article speaks of: it opens clauses, a verb behind it (井冈山推行…, 黄山推出…).

    A name of two characters must do so in the headline and in the body, a longer one once, and be named twice.
    """
    if not names_place(hit.name):
        return False
    title_end = len(scene.article.title)
    same = [h for h in scene.hits if h.name == hit.name and h.form == hit.form]
    acting = [h.start < title_end for h in same if _leads_a_verb(scene, h)]
    if len(hit.name) >= _SURE:
        return bool(acting) and len(same) > 1
    return any(acting) and not all(acting)


def _leads_a_verb(scene: Scene, hit: NameHit) -> bool:
    opens = hit.start == 0 or scene.text[hit.start - 1] in _OPENED
    if not opens or not scene.is_edge(hit.end):
        return False
    return is_verb(scene.tokens.at(hit.end)) or _ACTS.match(scene.text, hit.end) is not None
