"""Over which place a later sentence says that a practice has spread (目前，这一做法已在全县推开)."""

from __future__ import annotations

import re

from kg.extract.bare_levels import SPREADS
from kg.extract.scope import Scope
from kg.extract.sentences import index_at

REACH = 3  # sentences
WAY = r"(?:做法|办法|模式|机制|制度|经验|法子|路子|探索|工作法|项目|活动|方法)"
THIS = rf"(?:(?:这[一项种个套]?|该|此){WAY}|这一?套|[^，。；“”]{{2,8}}的{WAY})"
OPENED = f"(?:{SPREADS}|复制)"
LEVELS = "[市县区旗镇乡]"
LATER = re.compile(
    rf"{THIS}(?:[^，。；“”]{{0,6}}?(?:已经?|又|先后|目前|现在|在|向)[^，。；“”]{{0,12}}?"
    rf"(?:全(?P<word>{LEVELS})|[0-9]+余?个(?:行政村|村|社区|乡镇|镇|街道|小区))[^，。；“”]{{0,8}}?{OPENED}"
    rf"|[^。；“”]{{0,24}}?(?:推|推广|铺|扩大|复制|延伸)[到至向]了?全(?P<over>{LEVELS}))"
    rf"|(?:在|向)全(?P<where>{LEVELS})[^，。；“”]{{0,10}}?{OPENED}了?(?:这[一项种个套]?|该|此){WAY}"
    rf"|在全(?P<all>{LEVELS})[^，。；“”]{{0,10}}?(?:都|已经?|全部|陆续|逐步)(?:推开|铺开|推广开来?|推行开来?)了?(?=[，。；])"
    rf"|把{THIS}(?:推广?|搬|带|引|铺|复制|拓展|延伸)[到至]了?(?!全)(?P<to>[^，。；“”]{{2,24}})"
)
# 像这样的积分超市，全县已建起86个: so it is said of a thing whose name ends so.
SUCH = re.compile(
    rf"(?:这样|类似|此类|这种|这类)的?“?(?P<head>[^，。；“”]{{2,8}}?)”?，?[^，。；：“”]{{0,8}}?全(?P<word>{LEVELS})"
    r"[^，。；“”]{0,6}?(?:建|有|设|办|开|成立|打造|推出|组建)"
)


def spread_later(scope: Scope, name: str, told: tuple[int, int], limit: int) -> tuple[int, ...]:
    """The places over which the text says that the practice of this name has spread.

    ``told`` is where its first mention ends and its last, ``limit`` where the next practice is named: what is said
    from there on is said of that.
    """
    first, end = told
    last = scope.sentences[min(index_at(scope.sentences, end) + REACH, len(scope.sentences) - 1)].end
    such = SUCH.search(scope.text, first, last)
    if such and name.endswith(such["head"][-2:]):
        return all_of(scope, such["word"], such.end())
    found = LATER.search(scope.text, end, min(last, limit))
    if found is None:
        return ()
    if found["to"]:
        return scope.sites.told(*found.span("to"))
    word = found["word"] or found["over"] or found["where"] or found["all"]
    return all_of(scope, word, found.end()) if word else scope.places.localities[:1]


def all_of(scope: Scope, word: str, offset: int) -> tuple[int, ...]:
    """The place that 全县, 全镇 stand for at an offset."""
    return scope.levels.around(word) or scope.levels.known(word, offset)
