"""The one place that a headline names in short and nothing else in the article names: 洪湖这个小区, 兴城办起夜校.

Such a form may be a word of its own (洪湖 is a lake, too). It is taken where the text speaks of that place's own
bodies (市民政局 for a 市, 县委 for a 县) and no other upper place is named.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.places.listed import short_fits
from kg.extract.places.scene import Scene
from kg.extract.places.words import is_everyday
from kg.gazetteer import Unit
from kg.model import PlaceMention

_UPPER = frozenset({"province", "prefecture", "county"})
_OWN_BODY = re.compile(
    r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{0,8}?(?<![城都超门夜集上街小社园辖学院校地])(?P<level>[市县区旗州盟])"
    r"(?:委|政府|纪委|人大|政协|直机关|[\u4e00-\u9fff]{1,6}局)"
)


def headline_shorts(scene: Scene, taken: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The mentions of the headline's short form, in headline and body; none where an upper place is named."""
    if any(m.level in _UPPER for m in taken):
        return []
    levels = {m["level"] for m in _OWN_BODY.finditer(scene.text)}
    names = {
        h.name: units
        for h in scene.hits
        if h.form == "unsafe" and h.end <= len(scene.article.title) and short_fits(scene, h)
        if not is_everyday(h.name) and (units := _bearers(scene, h.name, levels))
    }
    if len(names) != 1:
        return []
    name, units = next(iter(names.items()))
    spots = [h for h in scene.hits if h.name == name and h.form == "unsafe" and short_fits(scene, h)]
    keys = tuple(u.key for u in units)
    return [PlaceMention(h.start, h.end, name, "short", units[0].level, keys) for h in spots]


def _bearers(scene: Scene, name: str, levels: set[str]) -> list[Unit]:
    """The prefectures and counties of a short form whose kind the text's own bodies have."""
    units = [u for u in scene.gazetteer.by_short(name) if u.level in _UPPER and not u.former]
    return [u for u in units if u.name[-1] in levels]
