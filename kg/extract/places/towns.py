"""Whether a stem before 镇, 乡, 街道 names a township that the list lacks."""

from __future__ import annotations

import re

from kg.extract.places.scene import Scene
from kg.extract.places.stems import NUMERAL, USUAL, Stem, has_cue, is_generic, is_resultative, runs_on
from kg.extract.places.words import acts, is_everyday, is_verb, is_word

_WAYS_THERE = frozenset("往来到赴去由于自")
_LISTS = frozenset("、，和及与")
_REACHED = frozenset("了到在")
_CITY_AND_COUNTRY = re.compile(
    r"城乡(?:建设|规划|管理|环境|社会|社区|居民|融合|统筹|一体|更新|发展|治理)"
)  # 住房和城|乡建设局
_BELOW = re.compile(r"[\u4e00-\u9fff]{2,4}?(?:村|社区)")
_VILLAGE = re.compile(r"(?P<stem>[\u4e00-\u9fff]{2,4})(?:村|社区)(?=[村民党支两、，。和的先也都等把与及]|$)")


def names_township(scene: Scene, stem: Stem, head_end: int) -> bool:
    """Whether a stem before 镇, 乡, 街道 names one that the list lacks: behind a county, or unknown and acting."""
    text = stem.text
    below = stem.chained and _BELOW.match(scene.text, head_end) is not None and not is_verb(text)
    if len(text) < 2 or NUMERAL.fullmatch(text) or is_generic(scene, stem, "township") or (acts(text) and not below):
        return False  # 推进|镇村共建, but 淅川县|九重|镇邹庄村
    home = text[-1] == "家" and scene.text[stem.end] == "乡" and text[-2] not in scene.lexicon.surnames
    if home or (text[-1] == "小" and scene.text[stem.end] == "镇"):
        return False  # 话|家乡, no 赵家|乡; 清泉风情|小镇
    if _is_of_upper(scene, stem, head_end) or _CITY_AND_COUNTRY.match(scene.text, head_end - USUAL):
        return False
    if runs_on(scene, head_end) or is_resultative(scene, text) or is_word(scene.text[stem.start : head_end]):
        return False
    end = scene.text[head_end - USUAL : head_end]
    word = head_end - stem.end == 1 and not stem.chained and is_word(end)  # 老支书坐|镇
    if len(text) > USUAL and (end == "下乡" or word):  # 文艺下乡, 资本下乡
        return False
    return stem.chained or (
        not is_word(text) and (has_cue(scene, stem.start, head_end) or _holds(scene, stem, head_end))
    )


def _holds(scene: Scene, stem: Stem, head_end: int) -> bool:
    """Whether an unlisted town stands in a list, opens a clause or is reached before a village of its own.

    、清溪街道高山村; 车到了白石镇柳湾村.
    """
    village = _VILLAGE.match(scene.text, head_end)
    if (
        village is None
        or scene.text[stem.start - 1 : stem.start] not in _LISTS | _REACHED
        or not _WAYS_THERE.isdisjoint(stem.text)
    ):
        return False
    return not is_everyday(village["stem"]) and not scene.lexicon.is_generic(village["stem"], "village")


def _is_of_upper(scene: Scene, stem: Stem, head_end: int) -> bool:
    """Whether a city's short name ends here (河南|新乡), or a committee's begins (保定市|委城乡工作…)."""
    if stem.text[0] == "委" and scene.text[stem.start - 1 : stem.start] in tuple("省市县区旗"):
        return True
    shorts = (h for h in scene.ending(head_end) if h.form == "short" and h.start > stem.start)
    return any(scene.text[stem.start : h.start] in _WAYS_THERE or scene.ending(h.start) for h in shorts)
