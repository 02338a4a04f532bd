"""The forms of place names, as far as a page's layout needs them; which place it is, is settled elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from kg.gazetteer import NameHit, Unit, own_gazetteer

_LEVELS = r"(?:省|自治区|自治州|市|州|盟|县|旗|区|镇|乡|苏木|街道|(?<![乡农山])村|社区|农场|林场|园区)"
_BARE = re.compile(rf"(?:(?!了)[\u4e00-\u9fff]){{1,14}}{_LEVELS}")
_SORT = re.compile(rf"(?:试点|示范|样板|先进|典型|申报|推荐|报送|创建|所在|牵头|责任|参与|受访){_LEVELS}")
_COLON = re.compile(r"(?P<head>[^：:，。]{2,24})[：:].")
_LONGEST_PAIR = 8
_COMMON = "社小地园辖全各我该专校景城片灾本治"
_NAMED = re.compile(
    rf"[\u4e00-\u9fff]{{2,4}}?(?:省|(?<![{_COMMON}乡])市|州|县|旗|(?<![{_COMMON}])区|镇|乡(?!村|镇|亲|贤|土)|街道)"
)
_SMALLER = re.compile(r"社区|小区|居委|居民区|新?村|街道|[镇乡路街巷桥苑]|大道|广场|公园|花园")  # 四平|社区
_FIRST = re.compile(rf"[\u4e00-\u9fff]{{1,10}}?(?:省|市|州|县|旗|(?<![{_COMMON}])区|镇|乡(?!村|镇)|街道|社区|村)")


def is_bare_place(text: str) -> bool:
    """Whether a line is the name of a place alone (太仓市, 清江浦区武墩街道, 常州钟楼)."""
    from kg.read.words import is_place_word

    return bool(_BARE.fullmatch(text)) or is_place_word(text) or _is_short_pair(text)


def is_sort_of_place(text: str) -> bool:
    """Whether a line only says what sort of place the one below it names (试点社区)."""
    return _SORT.fullmatch(text) is not None


@lru_cache(maxsize=1024)
def is_province(text: str) -> bool:
    """Whether a text is nothing but a province, as accounts print it below a headline (广东, 云南)."""
    return any(unit.level == "province" for unit in own_gazetteer().by_short(text))


def _is_short_pair(text: str) -> bool:
    """Whether a text is the short names of a unit and of one inside it (武汉江岸)."""
    if not 4 <= len(text) <= _LONGEST_PAIR:
        return False
    gazetteer = own_gazetteer()
    for border in range(2, len(text) - 1):
        outer = [unit.key for unit in gazetteer.by_short(text[:border])]
        inner = gazetteer.by_short(text[border:]) if outer else ()
        if any(gazetteer.is_within(unit.key, key) for unit in inner for key in outer):
            return True
    return False


def has_place_colon(text: str) -> bool:
    """Whether a headline opens with a place and a colon (滨海县：…, 靖江：…, 江西万安：…)."""
    from kg.read.words import is_place_word

    found = _COLON.match(text)
    if found is None:
        return False
    head = found["head"]
    return bool(_BARE.fullmatch(head)) or is_place_word(head) or _is_short_pair(head) or own_gazetteer().is_safe(head)


def starts_with_place(text: str) -> bool:
    """Whether a text opens with something of the form of a place name."""
    return bool(_FIRST.match(text.lstrip("【["))) or has_place_colon(text)


def named_places(text: str, levels: str = "") -> list[str]:
    """The last three characters of whatever has the form of a place name (…榆阳区 → 榆阳区), of some levels only.

    Only where a unit is so called: 文明乡风, 特色小镇 and 深化市域 have the form alone.
    """
    names = [(match.end(), match[0][-3:]) for match in _NAMED.finditer(text)]
    if not names:
        return []
    ends = {hit.end for hit in own_gazetteer().scan(text) if hit.form == "full"}
    return [name for end, name in names if end in ends and (not levels or name[-1] in levels)]


def names_elsewhere(text: str, known: str) -> bool:
    """Whether a text names a county or larger unit, and none that has to do with those that ``known`` names.

    Two have to do with each other where one holds the other or both lie in one prefecture. Only names that may stand
    alone count: full ones, and short ones that are no everyday words (永靖, 武汉).
    """
    from kg.read.words import borders

    named = list(_units(text))
    before = [units for _, units in _units(known)] if named else []
    if not named or not before:
        return False
    edges = borders(text)
    near = {key for units in before for unit in units for key in _around(unit.key)}
    above = {unit.key for units in before for unit in units}
    words = [units for hit, units in named if hit.start in edges and hit.end in edges]
    apart = [all(not _line(u.key) & above and not _around(u.key) & near for u in units) for units in words]
    return bool(apart) and all(apart)


def introduces_county(text: str, known: str) -> bool:
    """Whether a text names a county with what holds it in front (陕西省安康市平利县), in a province new to ``known``.

    An overview that goes through the counties of its province, or through several provinces, tells nothing new.
    """
    for (outer, holders), (inner, counties) in pairwise(_units(text)):
        if outer.end == inner.start:
            keys = {unit.key for unit in holders}
            inside = [u for u in counties if u.level == "county" and (_line(u.key) - {u.key}) & keys]
            if inside:
                before = [{_province(u.key) for u in units} for hit, units in _units(known) if hit.form == "full"]
                home = set.intersection(*before) if before else set()
                return bool(home) and not any(_province(unit.key) in home for unit in inside)
    return False


def _province(key: str) -> str:
    """The key of the province that a unit lies in, which may be itself."""
    return next((u.key for u in own_gazetteer().ancestors(key) if u.level == "province"), key)


def names_only_known(text: str, known: str) -> bool:
    """Whether a text names units, in full or short (和硕城区), and none that ``known`` does not name."""
    from kg.read.words import borders, is_common_word, is_place_word

    edges = borders(text)
    hits = [h for h in own_gazetteer().scan(text) if h.form == "full" or (h.form != "zone" and h.start in edges)]
    printed = {h: (h.name, h.name[:-1]) if len(h.name) > 2 else (h.name,) for h in hits}
    old = [h for h in hits if any(form in known for form in printed[h])]
    old = [h for h in old if h.form != "unsafe" or is_place_word(h.name) or not is_common_word(h.name)]
    fresh = (h for h in hits if h.form != "unsafe" and not any(o.start < h.end and h.start < o.end for o in old))
    return bool(old) and not any(fresh)


def _units(text: str) -> Iterator[tuple[NameHit, tuple[Unit, ...]]]:
    """The names of counties and larger units in a text, with the units each may stand for."""
    gazetteer = own_gazetteer()
    for hit in gazetteer.scan(text):
        if hit.form == "full" or (hit.form == "short" and not _SMALLER.match(text, hit.end)):
            units = gazetteer.by_name(hit.name) if hit.form == "full" else gazetteer.by_short(hit.name)
            large = tuple(unit for unit in units if unit.level in {"province", "prefecture", "county"})
            if large:
                yield hit, large


def _line(key: str) -> set[str]:
    """The unit and all that hold it."""
    return {key, *(unit.key for unit in own_gazetteer().ancestors(key))}


def _around(key: str) -> set[str]:
    """The unit and what holds it, provinces aside unless it is one itself."""
    return {key, *(unit.key for unit in own_gazetteer().ancestors(key) if unit.level != "province")}
