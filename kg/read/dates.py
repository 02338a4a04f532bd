"""Dates that a page states for itself, as exact as they are stated."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.read.cues import pattern
from kg.rulebook import opened

_DIGITS = {c: str(i) for row in ("\u3007一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖", "○") for i, c in enumerate(row)}
_DIGITS["O"] = _DIGITS["\u3007"]
_YEAR = r"(?:19|20)\d{2}"
_DATE = re.compile(
    opened(
        rf"(?<!\d)(?P<y>{_YEAR})[ ]?年[ ]?(?:(?P<m>\d{{1,2}})[ ]?月(?:[ ]?(?P<d>\d{{1,2}})[ ]?[日号])?)?"
        rf"|(?<!\d)(?P<y2>{_YEAR})[ ]?(?P<sep>[-/.])[ ]?(?P<m2>\d{{1,2}})(?:[ ]?(?P=sep)[ ]?(?P<d2>\d{{1,2}}))?(?!\d)"
        r"|(?P<y3>[二一][\u3007○零O九][\u3007○零O一二三四五六七八九]{2})年(?:(?P<m3>[一二三四五六七八九十]{1,2})月"
        r"(?:(?P<d3>[一二三四五六七八九十]{1,3})日)?)?"
        rf"|(?<!\d)(?P<y4>{_YEAR})(?P<m4>[01]\d)(?P<d4>[0-3]\d)(?!\d)"
    )
)
_DAY = re.compile(
    opened(
        rf"(?:(?<!\d)(?P<y>{_YEAR})[ ]?年[ ]?)?(?<![\d.])(?P<m>\d{{1,2}})[ ]?月"
        r"(?:[ ]?(?P<d>\d{1,2})[ ]?[日号](?!线|楼|院))?"
        rf"|(?<!\d)(?P<y2>{_YEAR})(?P<sep>[-/])(?P<m2>0?[1-9]|1[0-2])(?P=sep)(?P<d2>29|3[01])(?!\d)"
    )
)
_LUNAR = re.compile(r"农历|阴历|闰")
_LEAP, _LONGEST_MONTH = 2000, 31
_AROUND = re.compile(
    r"[ 　()（）【】\[\]:：,，|/·-]|星期[一二三四五六日天]|周[一二三四五六日]"
    r"|(?:[上下]午)?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?|\d{1,2}时\d{1,2}分"
    r"|农历[\u4e00-\u9fff]{2,10}|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年|出版|印发|刊发|播出|发布|编印"
)


@dataclass(frozen=True, slots=True)
class StatedDate:
    """An ISO date as exact as it is stated, and where it stands in the text that was searched."""

    iso: str
    start: int
    end: int


def find_dates(text: str) -> Iterator[StatedDate]:
    """Dates with a year, in order; of an impossible one (2023年2月30日) as much as is possible (2023-02).

    Digits without 年 that are no date (2020.45) are left out.
    """
    for match in _DATE.finditer(text):
        iso = _iso(match)
        if iso is not None:
            yield StatedDate(iso, match.start(), match.end())


def impossible_dates(text: str) -> Iterator[StatedDate]:
    """Dates that no calendar has (2月30日, 13月5日, 2023年2月29日), with as much of year and month as is possible."""
    for match in _DAY.finditer(text):
        if _LUNAR.search(text[max(0, match.start() - len("农历闰")) : match.start()]):
            continue
        found = match.groupdict()
        year, month, day = (int(found[k] or found[k + "2"] or 0) for k in "ymd")
        possible = 1 <= month <= 12
        if (possible and (not day or day <= _days(year, month))) or not (year or day):
            continue
        iso = f"{year}-{month:02}" if year and possible else str(year or "")
        yield StatedDate(iso, match.start(), match.end())


def only_date(text: str) -> StatedDate | None:
    """The date that a line consists of, label, weekday and clock time allowed."""
    if len(text) > 60:
        return None
    found = next(find_dates(text), None)
    if found is None:
        return None
    rest = text[: found.start] + text[found.end :]
    rest = pattern("<<date_labels>>").sub("", rest)
    return found if not _AROUND.sub("", rest) else None


def _iso(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    year = groups["y"] or groups["y2"] or groups["y4"] or "".join(_DIGITS[c] for c in groups["y3"])
    month = number(groups["m"] or groups["m2"] or groups["m3"] or groups["m4"])
    day = number(groups["d"] or groups["d2"] or groups["d3"] or groups["d4"])
    if month is None:
        return year
    if not 1 <= month <= 12:
        return year if _is_spelt(match) and (day or 1) <= _LONGEST_MONTH else None
    if day is None:
        return f"{year}-{month:02}"
    if not 1 <= day <= _days(int(year), month):
        return f"{year}-{month:02}" if _is_spelt(match) or 0 < day <= _LONGEST_MONTH else None
    return f"{year}-{month:02}-{day:02}"


def _is_spelt(match: re.Match[str]) -> bool:
    """Whether a date is written with 年 and 月, so that it is meant as one."""
    return match["y2"] is None and match["y4"] is None


def _days(year: int, month: int) -> int:
    """The days of a month; February has 29 where no year (0) is known."""
    return calendar.monthrange(year or _LEAP, month)[1]


def number(text: str | None) -> int | None:
    """A number up to 99 in digits or Chinese (12, 十二); None for nothing."""
    if not text:
        return None
    if text.isascii():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    return (int(_DIGITS.get(tens, "1")) * 10 if ten else 0) + int(_DIGITS.get(ones, "0"))
