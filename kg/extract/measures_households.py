"""The people of a place where only the unit says that they are people: 8个村民小组，526户，2013人."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.measures_numbers import Number

# What to call those who are counted by a bare 户 and a bare 人.
HOUSEHOLDS, INHABITANTS, HOMES = "居民户", "居民人口", "人家"
PLACE = re.compile(r"[一-鿿]{1,10}(?:[村寨屯镇乡]|社区|小区|街道)")  # 风景社区3.2万人
FEWEST = 200  # inhabitants of a place that nothing but its name stands beside
PEOPLE = ("人", "口")
ENDED = re.compile(r"(?:左右)?[，、。；（()）\n]|\Z")
JOINED = re.compile(r"[，、和]?(?:共计?|总计|合计|约|近)?")
OPENED = re.compile(
    r"(?:[，、；]|[共现仅实]?有|[共计约近辖]|以下|村民小组|[村寨屯塆冲]|社区|小区|街道|[个栋幢]|[人口户])\Z"
)
# Nouns that households or people are counted under; any other (村民小组, 居民楼) is counted in a unit of its own.
COUNTED_BY = re.compile(
    r"(?:居民|村民|农民|牧民|渔民|群众|业主|人口|[^门入]户|家庭|住房|党员|职工|商家|老人|劳动力|人员|会员|志愿者)\Z"
)
WHOLE = re.compile(r"[全本该][市州县区旗镇乡村街社组屯寨]{1,2}\Z")
# A verb that says what becomes of the households, not who they are: 把416户编成82个组, 全村312户没有再断过水.
BECOME = re.compile(
    r"(?:以前|原来|过去|最后|目前|现在|如今|眼下|当时)(?:还?有)?|没有|未|已有|还有|[编划分组]成|划分|划为|分为|编入|纳入|全部|全都|坐满|轮流|发到|已发到|发给|覆盖到|都|全|"
    r"(?:[市州县区旗镇乡村街社组屯寨]|街道|社区)[里上]?|全[市州县区旗镇乡村街社组屯寨]{1,2}"
)
CAME = re.compile(r"[一-鿿]了\d{1,5}户")  # 46户到了41户
VISITED = re.compile(r"(?:[一-鿿]{0,4}(?<![搬撤迁送带接拿逃出]))?[走跑转串]遍?[了过]?")
# 楼里住着|986户3571人: who lives there.
LIVED = re.compile(r"[住搬迁](?:着|进|有|了|满)?了?\Z")
LIVING = re.compile(r"[，。；、（\d]|\Z")
# 1300户|居民、|4100多人
NAMED_JOINED = re.compile(r"(?:居民|村民|农户|住户|群众|人家)[，、和]?(?:共计?|总计|合计|约|近)?")
# 组建9支宣讲队，共有|327人: how many are in the teams.
TEAM = re.compile(r"(?:队|队伍|团|小组|专班|协会|联盟|工作室|班子)”?\Z")
IN_ALL = re.compile(r"[^，。；、\d]{0,8}，(?:一共|总共|共|现)?(?:有|计)?")
TEAMS = frozenset({"支", "个", "组"})
EACH_HOLDS = re.compile(r"每(?:个|一)?[一-鿿]{1,6}[有约为]?\Z")  # 每个院落30户: how large one is
UNITS_OF_PLACES = re.compile(
    r"(?:村|社区|居|[^工]组|自然村|小区|网格|嘎查|片区|楼院|楼栋|院落|院子|巷子?|寨子?|屯|塆|湾|屋场|队|楼|楼房|住宅|平房)\Z|[）)]\Z"
)


def population(text: str, numbers: Sequence[Number], i: int, what: str | None, before: str | None) -> str | None:
    """What a bare 户 or 人 counts, where the profile of a place lists them; None where something else is counted.

    ``what`` is the noun found for the number, None for none; ``before`` the noun of the number before it.
    """
    number = numbers[i]
    if (what is not None and COUNTED_BY.search(what)) or EACH_HOLDS.search(
        text, max(0, number.start - 10), number.start
    ):
        return None
    said = _unsaid(text, number, what, before) if number.unit == "户" else None
    said = INHABITANTS if text.startswith("口人", number.end - len("口人")) or _lives_there(number, what) else said
    if i and _of_teams(text, numbers[i - 1], number, before):
        said = f"{before}人数"
    if said or (not ENDED.match(text, number.end) and not _goes_on(text, numbers, i)):
        return said
    if number.unit == "户":
        alone = not what or UNITS_OF_PLACES.search(what) or _goes_on(text, numbers, i)
        return HOUSEHOLDS if alone and OPENED.search(text, max(0, number.start - 6), number.start) else None
    if number.unit not in PEOPLE or not i:
        return None
    last = numbers[i - 1]
    joined = any(p.fullmatch(text, last.end, number.start) for p in (JOINED, NAMED_JOINED))
    if last.unit == "户" and joined:
        of_homes = before is None or before == HOUSEHOLDS or COUNTED_BY.search(before)
        return INHABITANTS if of_homes else None
    listed = JOINED.fullmatch(text, number.start - 1, number.start) is not None
    return INHABITANTS if listed and before is not None and UNITS_OF_PLACES.search(before) else None


def _lives_there(number: Number, what: str | None) -> bool:
    """Whether so many people stand beside nothing but a place."""
    return number.unit in PEOPLE and number.value >= FEWEST and what is not None and PLACE.fullmatch(what) is not None


def _of_teams(text: str, last: Number, number: Number, before: str | None) -> bool:
    """Whether a bare number of people says how many are in the teams counted before."""
    return (
        number.unit in PEOPLE
        and last.unit in TEAMS
        and before is not None
        and TEAM.search(before) is not None
        and ENDED.match(text, number.end) is not None
        and IN_ALL.fullmatch(text, last.end, number.start) is not None
    )


def _unsaid(text: str, number: Number, what: str | None, before: str | None) -> str | None:
    """Households, where beside 户 stands a verb, a whole place or what the number before counts (4栋楼144户)."""
    if what is not None and what.startswith(HOMES):
        return HOMES  # 有28户人家的小区
    if LIVED.search(text, max(0, number.start - 4), number.start) and LIVING.match(text, number.end):
        return HOUSEHOLDS
    if what is not None and UNITS_OF_PLACES.search(what) and text.startswith("的", number.start - 1):
        return HOUSEHOLDS  # 6号楼的42户全部同意
    whole = WHOLE.search(text, max(0, number.start - 4), number.start)
    again = what is not None and what == before and UNITS_OF_PLACES.search(what)
    bare = what is None and (whole or text.startswith(("把", "将"), number.start - 1) or CAME.match(text, number.end))
    if again or bare or (what is not None and BECOME.fullmatch(what)):
        return (whole[0] if whole else "") + HOUSEHOLDS
    if what is not None and VISITED.fullmatch(what):
        return "走访" + HOUSEHOLDS
    return None


def _goes_on(text: str, numbers: Sequence[Number], i: int) -> bool:
    """Whether a bare number of people follows a number of households: 866户3210人."""
    if numbers[i].unit != "户" or i + 1 == len(numbers) or numbers[i + 1].unit not in PEOPLE:
        return False
    behind = numbers[i + 1]
    ended = ENDED.match(text, behind.end) is not None  # 56户210人未脱贫 are those left
    return ended and JOINED.fullmatch(text, numbers[i].end, behind.start) is not None
