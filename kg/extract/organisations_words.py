"""The word lists of the organisation family in the form its extractors ask for, made once from a rule book."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from kg.extract.segment import Word, frequency, segment
from kg.model import OrganisationKind
from kg.rulebook import RuleBook, alternation

HANZI = "一-鿿"
UNDERTAKEN = ("家庭农场", "学校", "幼儿园", "养老院", "敬老院", "合作社")  # what a place 建设 or 发展
FOUNDING_VERBS = "成立|组建|建立|设立|组成|创建"  # what is done to a body that did not exist before
FOUNDING = rf"(?:{FOUNDING_VERBS})[了起出]?"
HOTLINE = r"[0-9]{3,6}(?![年万元名人个余多])"  # 公安局|110指挥中心
NUMERALS = ("第", "壹")  # 第二中学, 壹家公益服务中心
NUMBERED_SCHOOL = re.compile(r"(?<!第)([一二三四五六七八九十])([中小])\Z")  # 甲市一中 is 甲市第一中学
UNBARRED = {"word": "", "not_before": "", "short_not_before": "", "not_after": ""}
SORTED = re.compile(rf"[{HANZI}]{{2,4}}[化式性型级制]")  # 规模化, 家庭式, 会员制
COUPLING = "之"  # 梦之乡合作社
UNIT_LEVELS = frozenset("省市县区州旗镇乡村")  # 甲县高级中学、|县供电局, 甲县电商协会、|村委会
LISTED, LONGEST_SORT = "、", 8  # characters
EVERYDAY_VERB = 1000  # occurrences in the segmenter's corpus
# Parts of speech that do not stand inside a name: prepositions, conjunctions, particles, pronouns, adverbs of time …
FUNCTION_FLAGS = frozenset({"p", "c", "r", "d", "y", "uj", "ul", "uv", "ud", "uz", "ug", "u", "t", "x", "e", "o"})


@dataclass(frozen=True, slots=True)
class Body:
    """A body word: its kind, what must stand before it, and the word under which its variants merge."""

    word: str
    kind: OrganisationKind
    needs: str
    family: str


@dataclass(frozen=True, slots=True)
class Head:
    """The last word of an open name: its kind, and how the left border is found (``place``, ``name``, ``either``)."""

    word: str
    kind: OrganisationKind
    border: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of a body: its own kind, empty for the body's, and whether a place may stand in its name."""

    word: str
    kind: OrganisationKind | Literal[""]
    place: bool


@dataclass(frozen=True, slots=True)
class OrganWords:
    """Body words, heads, units by the kind of their body, and the words that are no part of a proper name."""

    bodies: dict[str, Body]
    body: re.Pattern[str]
    any_body: re.Pattern[str]
    national: re.Pattern[str]
    heads: dict[str, Head]
    head: re.Pattern[str]
    open_name: re.Pattern[str]
    quoted_open: re.Pattern[str]
    units: dict[str, re.Pattern[str]]
    unit_kinds: dict[tuple[str, str], Unit]
    post: re.Pattern[str]
    estate: re.Pattern[str]
    generic: frozenset[str]
    products: frozenset[str]
    sorts: re.Pattern[str]
    slogans: frozenset[str]
    image: re.Pattern[str]
    facilities: tuple[str, ...]
    openers: frozenset[str]
    soft: frozenset[str]
    trades: frozenset[str]
    leads: frozenset[str]
    appositions: frozenset[str]
    families: tuple[tuple[str, str], ...]
    family: re.Pattern[str]

    def is_plain(self, words: tuple[Word, ...]) -> bool:
        """Whether words could all be parts of a name: no verb that opens a clause, no function word."""
        return all(
            w.text not in self.openers
            and (w.flag not in FUNCTION_FLAGS or w.text in self.generic or w.text in self.soft or w.text == COUPLING)
            and (w.flag not in ("m", "q") or w.text.startswith(NUMERALS))
            and not self.is_action(w)
            for w in words
        )

    def is_action(self, word: Word) -> bool:
        """Whether a word is an everyday verb (采访) and not one of those that names are made of (种植, 管理)."""
        return (
            word.flag == "v"
            and not self.is_sort(word.text)
            and word.text not in self.soft
            and word.text not in self.trades
            and frequency(word.text) > EVERYDAY_VERB
        )

    def is_made_of_sorts(self, words: tuple[Word, ...]) -> bool:
        """Whether words that the segmenter cut are such words together: 羊肚菌, 非遗."""
        return self.sorts.fullmatch("".join(w.text for w in words)) is not None

    def is_generic(self, words: tuple[Word, ...]) -> bool:
        """Whether words only say what sort of body it is, so that it has no name of its own."""
        return all(self.is_sort(w.text) for w in words)

    def is_no_name(self, head: Head, middle: tuple[Word, ...]) -> bool:
        """Whether the words from a place to a head are a slogan (红色物业) or what is done (发展家庭农场), no name."""
        slogan = head.kind == "company" and bool(middle) and all(w.text in self.slogans for w in middle)
        done = len(middle) > 1 or head.word in UNDERTAKEN
        return slogan or (done and bool(middle) and middle[0].text in self.leads and head.word.endswith(UNDERTAKEN))

    def opens_sorts(self, text: str, middle: tuple[Word, ...], end: int) -> bool:
        """Whether a body without a name of its own opens a list of such (甲镇学校、医院、银行): sorts, not bodies."""
        if not self.is_generic(middle) or text[end : end + 1] != LISTED or text[end + 1 : end + 2] in UNIT_LEVELS:
            return False
        following = self.head.search(text, end + 1, end + 1 + LONGEST_SORT)
        return following is not None and self.is_generic(segment(text, end + 1, following.start()))

    def is_sort(self, word: str) -> bool:
        """Whether a word, or each half of a longer one (服务行业), is a word for a sort of bodies."""
        if word in self.generic or word in self.appositions or SORTED.fullmatch(word):
            return True
        return any(word[:i] in self.generic and word[i:] in self.generic for i in range(2, len(word) - 1))

    def key(self, name: str) -> str:
        """The name with each body word in the form under which its variants merge."""
        name = NUMBERED_SCHOOL.sub(lambda m: f"第{m[1]}{m[2]}学", name)
        for word, family in self.families if self.family.search(name) else ():
            if word in name:
                return name if family in name else name.replace(word, family)
        return name


def guarded(rows: list[tuple[str, str, str]]) -> str:
    """An alternation, longest first, in which a word may not stand before or behind what its row bars."""
    tails = {}
    for word, before, after in rows:
        behind = f"(?<![{after}]{re.escape(word)})" if after else ""
        tails[word] = behind + (f"(?!{before})" if before else "")
    return alternation(tails, tails)


def unit_pattern(rows: list[tuple[str, str, str]]) -> re.Pattern[str]:
    """What may stand between a body and its unit, and the unit."""
    return re.compile(
        rf"(?:{HOTLINE}|派?驻)?(?:第[一二三四五六七八九十]{{1,3}})?[{HANZI}]{{0,10}}?(?P<unit>{guarded(rows)})"
    )


@lru_cache(maxsize=4)
def organ_words(book: RuleBook) -> OrganWords:
    """The word lists of a rule book, made once."""
    borders = book.lexicon("organ_borders")
    exact = {r["word"]: r for r in borders if r["applies"] == "word"}
    endings = {r["word"]: r for r in borders if r["applies"] == "ending"}
    longest = sorted(endings, key=lambda w: (-len(w), w))
    bodies = {r["word"]: Body(r["word"], r["kind"], r["needs"], r["family"]) for r in book.lexicon("organ_bodies")}  # type: ignore[arg-type]
    heads = {r["word"]: Head(r["word"], r["kind"], r["border"]) for r in book.lexicon("organ_heads")}  # type: ignore[arg-type]
    units = {
        (of, r["word"]): Unit(r["word"], r["kind"], r["place"] == "1")  # type: ignore[arg-type]
        for r in book.lexicon("organ_units")
        for of in r["of"].split()
    }

    def rows(words: list[str]) -> list[tuple[str, str, str]]:
        found = []
        for word in words:
            row = exact.get(word) or next((endings[e] for e in longest if word.endswith(e)), UNBARRED)
            bars = [row["not_before"], "" if len(word) > len(row["word"]) + 1 else row["short_not_before"]]
            after = row["not_after"] if row["word"] == word else ""
            found.append((word, "|".join(filter(None, bars)), after))
        return found

    products = book.words("organ_generic", kind="product")
    head = guarded(rows(list(heads)))
    families = [(b.word, b.family) for b in bodies.values() if b.family and b.family != b.word]
    return OrganWords(
        bodies=bodies,
        body=re.compile(guarded(rows([w for w, b in bodies.items() if b.needs != "none"]))),
        any_body=re.compile(alternation([w for w, b in bodies.items() if b.needs != "none" and len(w) > 2])),
        national=re.compile(guarded(rows([w for w, b in bodies.items() if b.needs == "none"]))),
        heads=heads,
        head=re.compile(head),
        open_name=re.compile(rf"(?P<middle>[{HANZI}A-Za-z0-9]{{1,16}}?)(?P<head>{head})"),
        # 矛盾纠纷“一站式”多元化解中心: how it works stands in quotes inside the name.
        quoted_open=re.compile(
            rf"(?P<middle>[{HANZI}]{{0,8}}“[{HANZI}]{{1,5}}式”[{HANZI}]{{0,10}}?)(?P<head>{head})(?<=中心)"
        ),
        units={kind: unit_pattern(rows([w for k, w in units if k == kind])) for kind in {k for k, _ in units}},
        unit_kinds=units,
        estate=re.compile(rf"[{HANZI}]{{2}}(?:{alternation(list(book.words('place_heads', level='compound')))})\Z"),
        post=re.compile(alternation(list(book.words("posts", kind="office")))),
        generic=frozenset((*book.words("organ_generic", kind="generic"), *products)),
        products=frozenset(products),
        sorts=re.compile(f"(?:{alternation([*book.words('organ_generic', kind='generic'), *products])}){{1,4}}"),
        slogans=frozenset(book.words("organ_generic", kind="slogan")),
        image=re.compile(alternation(list(book.words("organ_generic", kind="image")))),
        facilities=book.words("organ_generic", kind="facility"),
        openers=frozenset(book.words("organ_openers", kind="verb")),
        soft=frozenset(book.words("organ_openers", kind="soft")),
        trades=frozenset(book.words("organ_openers", kind="trade")),
        leads=frozenset(book.words("organ_openers", kind="lead")),
        appositions=frozenset(book.words("organ_openers", kind="apposition")),
        families=tuple(sorted(families, key=lambda f: (-len(f[0]), f[0]))),
        family=re.compile(alternation([word for word, _ in families])),
    )
