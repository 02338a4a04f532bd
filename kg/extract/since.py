"""Since when a practice has run: a date by a verb that began it (2021年启动…, …始于2019年), or how long it has run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.extract.numbers import hanzi
from kg.model import Evidence, Sentence
from kg.rulebook import RuleBook, alternation

REACH, CLOSE = 60, 12  # characters between a date or a span of years and the name; between a name or date and the verb
NEAR = 22  # between the name and a date or span of years behind it
MONTH, DAY = r"(?:1[0-2]|0?[1-9])", r"(?:[12]\d|3[01]|0?[1-9])"
SPAN = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,3})"
DATE = re.compile(
    r"(?<![\d—－\-~至到])(?:"
    rf"(?:(?P<year>(?:19|20)\d\d)年|(?P<ago>今年|去年|前年|上年|当年))(?:(?P<month>{MONTH})月(?:份|(?P<day>{DAY})日)?)?"
    rf"|(?P<moon>上个?月|本月)|(?P<near>{MONTH})月(?P<date>{DAY})日"
    rf"|(?P<past>{SPAN})[多余]?年前"
    r")(?![—－\-~至到]|度)"
)
# “夜谈会”已坚持了五年, 连续4年开展“夜谈会”
LASTED = re.compile(
    r"(?:坚持|连续|持续|延续|运行|实行|实施|推行|开展|举办|走过|办|开)(?:至今|下来|运作|开展|举办|推行|实施|办)?了?(?:已经?|近|有|整整)?"
    rf"(?P<years>{SPAN})[个多余]*(?:年头|年)(?![级度代前来内间底初终报会货成均]|生活)"
)
COUNTED = re.compile(r"”?[^，。；、\d]{0,4}\d+(?![\d年])")  # 今年以来开展“…”9场 counts a year's work and begins nothing
BORN = re.compile(r"(?:始|源|诞生|兴起|发端|萌芽|起步)[建源起]?于\Z")  # …始于2019年, beside the verbs that begin things
SINCE_THEN = re.compile(r"[，。；！了]|以来|至今|(?:在|于)[^，。；]{2,12}[，。；]|\Z")  # …正式启动。
# 支起“…”, 摸索出“…”, 凑成“…”, and where the date goes on (4月15日起), 办“…”
RESULT = re.compile(r"(?<![评选提指作发走迈完召公离打])(?:[\u4e00-\u9fff][起出成开立])了?(?:一[个支间处套条])?\Z")
RUN = re.compile(r"(?:办|设|建|开|搞|立|兴|组)了?\Z")
ONWARD = re.compile(r"起|开始|以来")
BREAK = re.compile(r"[，。；：、]")
# 三年前还是空壳村，如今推行“…”; 10月26日，记者走进…，“…”正在开展
LATER = re.compile(r"如今|而今|现在|目前|眼下|今天|今日|记者|笔者|看到|见到|正在|正(?=[开推实])")
YEARS_AGO = {"今年": 0, "当年": 0, "去年": 1, "上年": 1, "前年": 2}


@dataclass(frozen=True, slots=True)
class Since:
    """When a practice began, as an ISO date as exact as it is stated, and where that is said."""

    date: str
    evidence: Evidence


@lru_cache(maxsize=4)
def verbs(book: RuleBook) -> re.Pattern[str]:
    """Verbs that begin something, those that also tell of its course, and those that take it further, by group."""
    kinds = {"goes_on": "goes-on", "start": "start", "course": "course"}
    words = {group: alternation(list(book.words("since_words", kind=kind))) for group, kind in kinds.items()}
    return re.compile("|".join(f"(?P<{group}>{word})" for group, word in words.items()))


def begins(verb: re.Match[str] | None, date: re.Match[str]) -> bool:
    """Whether a verb begins something on a date; what is under way on one day (6月10日开展) need not begin on it."""
    exact = bool(date["day"] or date["date"])
    return verb is not None and verb.lastgroup in (("start",) if exact else ("start", "course"))


def since_of(
    text: str, sentence: Sentence, name: tuple[int, int], published: str | None, book: RuleBook
) -> Since | None:
    """When what is named at ``[start, end)`` began; None where its sentence does not say or the year stays open."""
    if COUNTED.match(text, name[1]):
        return None
    return (
        before(text, sentence, name, published, book)
        or behind(text, sentence, name[1], published, book)
        or lasted(text, sentence, name, published, book)
    )


def before(text: str, sentence: Sentence, name: tuple[int, int], published: str | None, book: RuleBook) -> Since | None:
    """2021年3月，该镇推行“…”: the last date before the name, with a beginning between the two or behind the name."""
    low = max(sentence.start, name[0] - REACH)
    dates = [m for m in DATE.finditer(text, low, name[0]) if not in_title(text, m.start())]
    if not dates or LATER.search(text, dates[-1].end(), name[0]):
        return None
    return resolved(dates[-1], published) if begun_between(text, sentence, dates[-1], name, book) else None


def begun_between(text: str, sentence: Sentence, date: re.Match[str], name: tuple[int, int], book: RuleBook) -> bool:
    """Whether the words between a date and a name, or those behind the name, begin it on that date."""
    onward = ONWARD.match(text, date.end()) is not None
    low = date.end() + 1
    if RESULT.search(text, low, name[0]) or (onward and RUN.search(text, low, name[0])):
        return True
    between = list(verbs(book).finditer(text, date.end(), name[0]))
    verb = between[-1] if between else opened_behind(text, sentence, name[1], book)
    if verb is not None and "；" in text[verb.end() : name[0]]:
        return False  # 今年以来开展走访；议不下的按“四议两公开”办
    return begins(verb, date) or (onward and verb is not None and verb.lastgroup == "course")


def opened_behind(text: str, sentence: Sentence, offset: int, book: RuleBook) -> re.Match[str] | None:
    """The verb without an object whose subject is the name: “…”正式启动。."""
    verb = verbs(book).search(text, offset, min(sentence.end, offset + CLOSE))
    apart = verb is None or BREAK.search(text, offset, verb.start()) or LATER.search(text, offset, verb.start())
    return verb if verb is not None and not apart and SINCE_THEN.match(text, verb.end()) else None


def behind(text: str, sentence: Sentence, offset: int, published: str | None, book: RuleBook) -> Since | None:
    """“…”工程于2019年启动, “…”始于2019年: the date right behind the name, a beginning right beside the date."""
    date = DATE.search(text, offset, min(sentence.end, offset + NEAR))
    if date is None or BREAK.search(text, offset, date.start()):
        return None
    verb = verbs(book).search(text, date.end(), min(sentence.end, date.end() + CLOSE))
    begun = begins(verb, date) and verb is not None and "，" not in text[date.end() : verb.start()]
    return resolved(date, published) if begun or begun_in(text, offset, date, book) else None


def begun_in(text: str, offset: int, date: re.Match[str], book: RuleBook) -> bool:
    """Whether what stands between a name and a date says that the one began in the other: 创办于, 始于."""
    if BORN.search(text, offset, date.start()):
        return True
    between = list(verbs(book).finditer(text, offset, date.start()))
    return bool(between) and begins(between[-1], date) and text[between[-1].end() : date.start()] in ("于", "在")


def lasted(text: str, sentence: Sentence, name: tuple[int, int], published: str | None, book: RuleBook) -> Since | None:
    """“…”已坚持了五年, 连续五年开展“…”: the year of the report less the years."""
    for m in spans_of_years(text, sentence, name):
        between = (m.end(), name[0]) if m.start() < name[0] else (name[1], m.start())
        goes_on = any(v.lastgroup == "goes_on" and v[0] != "持续" for v in verbs(book).finditer(text, *between))
        if published and not goes_on and not BREAK.search(text, *between):
            return Since(str(int(published[:4]) - count(m["years"])), Evidence(*m.span()))
    return None


def spans_of_years(text: str, sentence: Sentence, name: tuple[int, int]) -> Iterator[re.Match[str]]:
    """The spans of years near a name, those behind it first."""
    yield from LASTED.finditer(text, name[1], min(sentence.end, name[1] + NEAR))
    yield from LASTED.finditer(text, max(sentence.start, name[0] - NEAR), name[0])


def in_title(text: str, offset: int) -> bool:
    """Whether an offset lies in a title: 《…（2022—2025年）》 dates the document."""
    opened = text.rfind("《", max(0, offset - 80), offset)
    return opened >= 0 and text.find("》", opened, offset) < 0


def resolved(found: re.Match[str], published: str | None) -> Since | None:
    """The ISO date of a match; one that counts from the day of the report stays open where that is not known."""
    if found["year"]:
        date: str | None = joined(found["year"], found["month"], found["day"])
    else:
        date = counted_back(found, published) if published else None
    return Since(date, Evidence(found.start(), found.end())) if date else None


def counted_back(found: re.Match[str], published: str) -> str | None:
    """The ISO date of 去年3月, 三年前, 上个月 or 6月10日 as a report tells it; None where its own month is open."""
    year = int(published[:4])
    if found["ago"]:
        return joined(year - YEARS_AGO[found["ago"]], found["month"], found["day"])
    if found["past"]:
        return str(year - count(found["past"]))
    if len(published) < len("2023-06"):
        return None
    month = int(published[5:7])
    if found["moon"]:
        return joined(year, month) if found["moon"] == "本月" else joined(year - (month == 1), (month - 2) % 12 + 1)
    day = joined(year, found["near"], found["date"])
    return day if day[: len(published)] <= published else joined(year - 1, found["near"], found["date"])


def count(numeral: str) -> int:
    """How many years a numeral says (12, 十二)."""
    return int(numeral) if numeral.isascii() else hanzi(numeral)


def joined(*parts: int | str | None) -> str:
    """An ISO date of the parts that are known."""
    year, *rest = (part for part in parts if part)
    return "-".join([str(year), *(f"{int(part):02d}" for part in rest)])
