"""The words that decide where a place name begins, ends and names nothing, read from the lexicons ``place_*``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import cast

from kg.model import Level
from kg.rulebook import RuleBook, alternation

# Surnames that are everyday words before a place too.
_JOINING = frozenset("于和向从应由到在同与对及为当如常全本经关安时都通过成")


@dataclass(frozen=True, slots=True)
class Head:
    """A word that ends the names of one sort of place; ``ending`` is how the official name ends.

    ``weight``: ``strong`` names a place behind any name, ``sure`` even behind an everyday word, ``named`` only behind a
    name of its own, ``own`` as well if that is more than everyday words, ``weak`` only in the company of others.
    """

    word: str
    level: Level
    group: str
    weight: str
    ending: str


@dataclass(frozen=True, slots=True)
class PlaceLexicon:
    """``left`` and ``right`` hold border words by kind, ``generic`` modifiers by group (``""`` for every group)."""

    heads: Mapping[str, Head]
    generic: Mapping[str, frozenset[str]]
    left: Mapping[str, frozenset[str]]
    right: Mapping[str, frozenset[str]]
    common: frozenset[str]
    surnames: frozenset[str]
    posts: tuple[str, ...]
    deeds: re.Pattern[str]
    abbreviations: Mapping[str, str]
    head_pattern: re.Pattern[str]
    feature: re.Pattern[str]
    company: re.Pattern[str]
    estate: re.Pattern[str]
    zones: re.Pattern[str]
    hamlet: re.Pattern[str]
    hamlet_ends: tuple[str, ...]

    def is_generic(self, word: str, group: str) -> bool:
        """Whether a word before a head of a group says what sort it is, and not which one."""
        return word in self.generic[""] or word in self.generic.get(group, frozenset())

    def follows(self, text: str, end: int, kind: str) -> bool:
        """Whether a right-border word of a kind stands at an offset."""
        longest = text[end : end + 6]
        words = self.right[kind]
        return any(longest[:n] in words for n in range(1, len(longest) + 1))


def _by(book: RuleBook, key: str, **where: str) -> Mapping[str, frozenset[str]]:
    rows = [r for r in book.lexicon("place_borders") if all(r[k] == v for k, v in where.items())]
    return MappingProxyType({r[key]: frozenset(x["word"] for x in rows if x[key] == r[key]) for r in rows})


@lru_cache(maxsize=4)
def place_lexicon(book: RuleBook) -> PlaceLexicon:
    """The place lexicons of a rule book, compiled once for each book."""
    heads = {
        r["word"]: Head(r["word"], cast("Level", r["level"]), r["group"], r["weight"], r["ending"])
        for r in book.lexicon("place_heads")
    }
    rows = book.lexicon("place_generic")
    groups = {r["group"] for r in rows} | {""}
    right = _by(book, "kind", side="right")
    hamlets = (*(h.word for h in heads.values() if h.weight == "hamlet"), *sorted(right["hamlet-end"]))
    behind = (w for kind in ("says", "adverb", "after") for w in book.words("name_stops", kind=kind))
    return PlaceLexicon(
        heads=MappingProxyType(heads),
        generic=MappingProxyType({g: frozenset(r["word"] for r in rows if r["group"] == g) for g in groups}),
        left=_by(book, "kind", side="left"),
        right=right,
        surnames=frozenset(book.words("surnames")) - _JOINING,
        posts=tuple(r["word"] for r in book.lexicon("posts") if r["kind"] != "modifier" and len(r["word"]) > 1),
        deeds=re.compile(alternation(w for w in behind if len(w) > 1)),
        abbreviations=MappingProxyType({r["character"]: r["province"] for r in book.lexicon("place_abbreviations")}),
        common=frozenset(book.words("place_common_names")),
        head_pattern=re.compile(alternation(heads)),
        feature=re.compile(
            rf"[东西南北中]?(?:[一二三四五六七八九]|\d{{1,2}}(?=(?:[路巷弄]|大道|街(?!道))))?(?:{alternation(right['feature'])})(?!道办|道党|道办事处|[长政关事警军港灯坊格络友点])"
        ),
        zones=re.compile(alternation(r["word"] for r in book.lexicon("place_zones"))),
        hamlet=re.compile(
            rf"的?(?P<name>[\u4e00-\u9fff]{{1,3}}?(?:{alternation(hamlets)}))"
            rf"(?=[，。、；：的和与及时]|以及|等(?![于同级])|{alternation(right['hamlet-life'])})"
        ),
        hamlet_ends=hamlets,
        estate=re.compile(rf"(?:{alternation(right['estate'])})(?![城市单民])"),
        company=re.compile(rf"[^，。；：、！？“”（）()《》的\s]{{0,14}}?(?:{alternation(right['company'])})"),
    )
