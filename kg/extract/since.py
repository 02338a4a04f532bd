"""Since when a practice has run: the date beside the verb that began it (2021年启动…, 去年推行…, …于2019年成立)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.model import Evidence, Sentence
from kg.rulebook import RuleBook, alternation

REACH = 44
DATE = re.compile(
    r"(?<![\d—－\-~至到])(?:(?P<year>(?:19|20)\d\d)年|(?P<ago>今年|去年|前年|上年|当年))"
    r"(?:(?P<month>1[0-2]|0?[1-9])月(?:份|(?P<day>[12]\d|3[01]|0?[1-9])日)?)?(?![—－\-~至到]|度)"
)
COUNTED = re.compile(r"”?[^，。；、\d]{0,4}\d+(?![\d年])")  # 今年以来开展“…”9场 counts a year's work and begins nothing
YEARS_AGO = {"今年": 0, "当年": 0, "去年": 1, "上年": 1, "前年": 2}


@dataclass(frozen=True, slots=True)
class Since:
    """When a practice began, as an ISO date as exact as it is stated, and where that is said."""

    date: str
    evidence: Evidence


@lru_cache(maxsize=4)
def verbs(book: RuleBook) -> re.Pattern[str]:
    """Verbs that begin something (group ``start``) or take it further; the last before a name decides."""
    start, goes_on = (alternation(list(book.words("since_words", kind=kind))) for kind in ("start", "goes-on"))
    return re.compile(f"(?P<goes_on>{goes_on})|(?P<start>{start})")


def since_of(
    text: str, sentence: Sentence, name: tuple[int, int], published: str | None, book: RuleBook
) -> Since | None:
    """When what is named at ``[start, end)`` began; None where its sentence does not say or the year stays open."""
    if COUNTED.match(text, name[1]):
        return None
    return before(text, sentence, name[0], published, book) or behind(text, sentence, name[1], published, book)


def before(text: str, sentence: Sentence, offset: int, published: str | None, book: RuleBook) -> Since | None:
    """2021年3月，该镇推行“…”: the last date before the name, with a beginning between the two."""
    found = [
        m for m in DATE.finditer(text, max(sentence.start, offset - REACH), offset) if not in_title(text, m.start())
    ]
    if not found:
        return None
    last = [m.lastgroup for m in verbs(book).finditer(text, found[-1].end(), offset)]
    return resolved(found[-1], published) if last and last[-1] == "start" else None


def behind(text: str, sentence: Sentence, offset: int, published: str | None, book: RuleBook) -> Since | None:
    """“…”工程于2019年启动: the date right behind the name, and a beginning right behind the date."""
    found = DATE.search(text, offset, min(sentence.end, offset + REACH // 2))
    if found is None or re.search(r"[，。；：、]", text[offset : found.start()]):
        return None
    verb = verbs(book).search(text, found.end(), min(sentence.end, found.end() + REACH // 4))
    begins = verb is not None and verb.lastgroup == "start" and "，" not in text[found.end() : verb.start()]
    return resolved(found, published) if begins else None


def in_title(text: str, offset: int) -> bool:
    """Whether an offset lies in a title: 《…（2022—2025年）》 dates the document."""
    opened = text.rfind("《", max(0, offset - 80), offset)
    return opened >= 0 and text.find("》", opened, offset) < 0


def resolved(found: re.Match[str], published: str | None) -> Since | None:
    """The ISO date of a match; 今年 and 去年 count from the year of the report, and stay open without one."""
    year = found["year"]
    if year is None:
        if published is None:
            return None
        year = str(int(published[:4]) - YEARS_AGO[found["ago"]])
    parts = [year, *(f"{int(found[unit]):02d}" for unit in ("month", "day") if found[unit])]
    return Since("-".join(parts), Evidence(found.start(), found.end()))
