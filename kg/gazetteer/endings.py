"""The generic endings of Chinese place names, and what remains without them."""

from __future__ import annotations

import re

# The 55 minorities as they stand in the names of autonomous units; names in Xinjiang drop the 族.
# fmt: off
_MINORITIES = (
    "柯尔克孜", "乌孜别克", "鄂伦春", "鄂温克", "达斡尔", "哈萨克", "维吾尔", "塔吉克", "俄罗斯", "塔塔尔", "布依",
    "土家", "哈尼", "傈僳", "拉祜", "纳西", "景颇", "仫佬", "布朗", "撒拉", "毛南", "仡佬", "锡伯", "阿昌", "普米",
    "保安", "裕固", "德昂", "独龙", "赫哲", "门巴", "珞巴", "基诺", "高山", "朝鲜", "蒙古", "东乡", "满", "回",
    "藏", "苗", "彝", "壮", "侗", "瑶", "白", "傣", "黎", "佤", "畲", "水", "土", "羌", "怒", "京", "各",
)
# fmt: on
_PEOPLES = re.compile(
    "(?:" + "|".join(f"{m}族" for m in _MINORITIES) + "|蒙古|哈萨克|柯尔克孜|塔吉克|锡伯|维吾尔|回)+$"
)
_ENDING = re.compile(
    r"(?P<province>特别行政区|自治区|省)$|(?P<auto>自治州|自治县|自治旗)$|(?P<folk>民族苏木|民族乡|族乡|族苏木)$"
    r"|(?P<plain>地区|(?<=神农架)林区|特区|新区|街道办事处|街道|办事处|苏木|市|县|区|盟|旗|州|镇|乡)$"
)
_VILLAGE = re.compile(
    r"(?:社区居民委员会|社区居委会|社区村民委员会|社区村委会|社区委员会|村村民委员会|村村委会"
    r"|嘎查村民委员会|嘎查村委会|嘎查委员会|嘎查委会|嘎查村|嘎查|村民委员会|村委会|村委|牧民委员会|牧委会|居民委员会|居委会|居委|家委会|渔委会|社区|村)$"
)
_NUMERALS = frozenset("一二三四五六七八九十")
_NUMBERED = re.compile(r"(?<=[^第一二三四五六七八九十])([一二三四五六七八九十]{1,2})(?=社区$|村$|$)")


def stem(name: str) -> str:
    """The name without its generic ending, its peoples and 自治: 恩施土家族苗族自治州 → 恩施; 钟楼区 → 钟楼."""
    found = _ENDING.search(name)
    if not found:
        return name
    head = name[: found.start()]
    if found.lastgroup in {"auto", "folk", "province"}:
        bare = _PEOPLES.sub("", head + "族" if found.lastgroup == "folk" and found.group().startswith("族") else head)
        head = bare if len(bare) > 1 else head.removesuffix("族")
    return head or name


def ending(name: str) -> str:
    """The generic ending of a name of any level down to the township: 街道, 自治县, 市; empty where it has none."""
    found = _ENDING.search(name)
    if not found:
        return ""
    return {"族乡": "民族乡", "族苏木": "民族苏木"}.get(found.group(), found.group())


def ordinal(name: str) -> str:
    """A village's stem or name with 第 before the number it ends in (新石一社区 → 新石第一社区); others as they are."""
    return name if _NUMERALS.isdisjoint(name) else _NUMBERED.sub(r"第\1", name)


def village_stem(name: str) -> str:
    """A village's or community's name without 村, 社区, 居委会 and their kin; one ending goes, not two."""
    found = _VILLAGE.search(name)
    return name[: found.start()] if found and found.start() else name
