"""The words that tell how much a sentence says about a place, read from the lexicon ``place_weights``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from kg.rulebook import RuleBook, alternation

_HAN = "[\u4e00-\u9fff]"
_GAP = "[^，。]{2,16}"
# Before the noun that bears a place's name stands no word that ends the name.
_WITHIN = rf"(?:(?![的在把将为与和对是有了从到推建开向]){_HAN}){{0,8}}?"
_NEWSLETTER = "[^，。]{0,6}讯(?![员息问])"


@dataclass(frozen=True, slots=True)
class Cues:
    """Patterns to be matched at a place's end.

    ``scene`` and ``origin`` stand before it, ``widens`` anywhere, ``house`` in the frame.
    """

    lead_in: re.Pattern[str]
    scene: re.Pattern[str]
    person: re.Pattern[str]
    body: re.Pattern[str]
    bearer: re.Pattern[str]
    orders: re.Pattern[str]
    ranked: re.Pattern[str]
    widens: re.Pattern[str]
    level_word: re.Pattern[str]
    house: re.Pattern[str]
    apart: re.Pattern[str]
    origin: re.Pattern[str]
    away: re.Pattern[str]
    home: re.Pattern[str]


@lru_cache(maxsize=4)
def cues_of(book: RuleBook) -> Cues:
    """The cues of a rule book, compiled once for each book."""

    def any_of(kind: str) -> str:
        return phrases(book.words("place_weights", kind=kind))

    return Cues(
        lead_in=re.compile(
            r"[　\s“‘（(【\]】■□○●◆▲]*(?:[^，。；：]{0,24}?[，：]){0,2}"
            r"(?:[^，。；]{0,10}?(?:讯|电)(?:[（(][^）)]*[）)])?)?[　\s“]*"
            rf"(?:{any_of('time')})?(?:(?:新疆生产建设)?兵团)?(?:第?[一二三四五六七八九十]{{1,3}}师)?"
        ),
        scene=re.compile(f"(?:{any_of('scene')})$"),
        person=re.compile(rf"[^，。；：、！？]{{0,12}}?(?:{any_of('person')})"),
        body=re.compile(
            rf"(?:的|县|区|市|旗|镇|乡|村|街道|社区)?(?:{any_of('body')})(?!{any_of('post')}|{_HAN}{{0,6}}部长)"
        ),
        bearer=re.compile(f"{_WITHIN}(?:{any_of('bearer')}|{_NEWSLETTER})"),
        orders=re.compile(rf"(?:[^，。；：“]{{0,16}}?|[把将][^，。；：]{{1,14}}?)(?:{any_of('orders')})"),
        ranked=re.compile(f"(?:{any_of('ranked')})"),
        widens=re.compile(
            f"{any_of('widens')}|(?:{any_of('alike')})[^，。]{{0,8}}[，在]"
            f"|(?:{any_of('outcome')})，?(?:{any_of('source')})|这是[^，。]{{2,14}}(?:{any_of('undertakes')})"
        ),
        apart=re.compile(rf"[、，。；）”的等和与及市县区]|经验|模式|做法|人民|{any_of('undertakes')}|{any_of('body')}"),
        origin=re.compile(f"(?:{any_of('origin')})$"),
        away=re.compile(rf"(?:(?!外)[^，。；：、！？]){{0,8}}?(?:{any_of('away')})"),
        home=re.compile(rf"[^，。；：、！？]{{0,12}}?(?:{any_of('home')})"),
        house=re.compile(rf"(?:来源|稿源)\s*[：:]\s*(?P<name>{_HAN}{{2,4}}?)(?:{any_of('house')})(?!{_HAN})"),
        level_word=re.compile(rf"(?P<level>社区|小区|街道|[镇乡村县])(?:{any_of('level')})"),
    )


def phrases(words: Iterable[str]) -> str:
    """Words as alternatives of a pattern, the longest first; … stands for two to sixteen characters of a clause."""
    found = tuple(words)
    gapped = [word for word in found if "…" in word]
    if not gapped:
        return alternation(found)
    ordered = sorted(found, key=lambda w: (-len(w), w))
    return "|".join(re.escape(word).replace("…", _GAP) for word in ordered)
