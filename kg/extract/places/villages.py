"""Whether a stem before 村, 社区, 居委会 … says which one, and not what sort."""

from __future__ import annotations

import re

from kg.extract.places.scene import Scene
from kg.extract.places.smaller import is_of_smaller
from kg.extract.places.stems import (
    LONGEST,
    NUMERAL,
    USUAL,
    Stem,
    has_cue,
    is_counted,
    is_generic,
    is_led,
    is_resultative,
    is_sort,
    runs_on,
)
from kg.extract.places.words import acts, is_everyday, is_word

_TOWN_ENDS = ("街道", "镇", "乡", "苏木")
_MOTTOES = frozenset(("前进", "胜利", "团结", "建设", "解放", "跃进", "奋斗", "创业", "振兴", "进步", "奋进", "开拓"))
_ROAD = re.compile(r".{2,}[路街巷桥坊浜埭圩塘渡]")
_STREET = re.compile(r"[\u4e00-\u9fff](?<![背沿临小大主老后])[路街巷弄]\Z")  # 古北街|晨光社区, no 背街小巷
_CAMPAIGN = re.compile(r"[千万百][\u4e00-\u9fff]{1,3}[千万百十]")  # 千企兴千|村
_CLOSES, _NICKNAMED = frozenset("”’」"), re.compile(r"[“‘「][\u4e00-\u9fff]{1,4}\Z")


def names_village(scene: Scene, stem: Stem, head_end: int) -> bool:
    """Whether a stem before 村, 社区, 居委会 … says which one, and not what sort."""
    text = stem.text
    shorts = [h for h in scene.ending(stem.end) if (h.start, h.form) == (stem.start, "short")]
    if not stem.listed and shorts and not is_of_smaller(scene, shorts[0]):
        return False  # 云南|村（社区）干部
    counts = NUMERAL.fullmatch(text) is not None and not (stem.listed and len(text) > 2)
    if (
        counts
        or (text[0] in "和与及" and NUMERAL.fullmatch(text, 1) is not None)
        or _is_nickname(scene, stem, head_end)
        or _CAMPAIGN.fullmatch(text)
        or is_counted(scene, stem)
        or is_resultative(scene, text)
        or is_sort(scene, stem, head_end)
    ):
        return False
    if is_generic(scene, stem, "village") and not _is_backed(scene, stem, head_end):
        return False
    in_town = stem.chained and len(text) == USUAL and scene.text[stem.start - 2 : stem.start].endswith(_TOWN_ENDS)
    known = stem.listed or (stem.chained and not is_everyday(text)) or _has_own_body(scene, stem, head_end)
    known = known or (in_town and not acts(text))  # 士英街道|锦绣社区居民
    if not stem.listed and (len(text) == 1 or (runs_on(scene, head_end) and not known)):
        return False
    if acts(text):
        return _is_backed(scene, stem, head_end) or (in_town and text in _MOTTOES)
    plain = is_everyday(text) or _is_phrase(scene, stem)
    behind_street = _STREET.search(scene.text, max(0, stem.start - 3), stem.start) is not None
    beyond_doubt = stem.listed or stem.chained or not plain or behind_street or _ROAD.fullmatch(text) is not None
    return beyond_doubt or has_cue(scene, stem.start, head_end)


def _has_own_body(scene: Scene, stem: Stem, head_end: int) -> bool:
    """Whether a stem that is no word leads a clause, its own body behind it: 近日，鲤江村|党支部, no 帮扶|村党支部."""
    bodied = any(scene.text.startswith(word, head_end) for word in scene.lexicon.right["body"])
    led = is_led(scene, stem.start) or scene.text.endswith("，", 0, stem.start)
    return bodied and led and not is_word(stem.text) and not stem.text.endswith("联")  # 联村|党委 joins villages


def _is_nickname(scene: Scene, stem: Stem, head_end: int) -> bool:
    """Whether quotes hold more than a stem and its head: “黑|石头村” is a byname, 走进|石桥村 none."""
    before = scene.text[max(0, stem.start - LONGEST) : stem.start]
    closed = scene.text[head_end : head_end + 1] in _CLOSES and _NICKNAMED.search(before) is not None
    return closed and not stem.chained and not any(before.endswith(word) for word in scene.lexicon.left["cue"])


def _is_phrase(scene: Scene, stem: Stem) -> bool:
    """Whether a long stem holds an everyday word, as phrases do (歌手走|村): names so long are foreign to Chinese."""
    last, words = stem.end, []
    while (found := scene.tokens.before(last, stem.start)) is not None:
        words.append(scene.text[found[0] : found[1]])
        last = found[0]
    return len(stem.text) > USUAL and any(len(word) > 1 and is_everyday(word) for word in words)


def _is_backed(scene: Scene, stem: Stem, head_end: int) -> bool:
    """Whether an everyday word is a village's name after all: the list has it here and it stands or acts as one."""
    after = scene.text[head_end : head_end + 6]
    acting = not _is_object(scene, stem.start) and any(after.startswith(w) for w in scene.lexicon.right["body"])
    if acts(stem.text) and scene.lexicon.follows(scene.text, head_end, "facility"):
        return False  # 建设|村文化礼堂
    firm = stem.chained or acting or has_cue(scene, stem.start, head_end)
    return stem.listed and firm and not runs_on(scene, head_end)


def _is_object(scene: Scene, start: int) -> bool:
    """Whether a verb of making stands right before a name: 建设幸福社区, 争创文明村."""
    before = scene.tokens.before(start, 0)
    return before is not None and acts(scene.text[before[0] : before[1]])
