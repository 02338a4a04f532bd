"""The word lists of the practice families in the form the extractors ask for, made once from a rule book."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, cast

from daachorse import CharwiseDoubleArrayAhoCorasick

from kg.extract.concept_cues import GAP, CueIndex, cue_index, read_cues
from kg.model import PracticeKind
from kg.rulebook import RuleBook, alternation


@dataclass(frozen=True, slots=True)
class Head:
    """A head word: what kind of practice it makes, and where it may stand."""

    word: str
    kind: PracticeKind
    behind: int
    inside: int
    bare: int
    weight: float


class Behind(NamedTuple):
    """What stands behind a quoted string and speaks for or against its being a name."""

    pattern: str
    kind: str
    weight: float


@dataclass(frozen=True, slots=True, eq=False)
class Lexica:
    """Head words, verbs, rhetoric, weights and concept cues of one rule book."""

    heads: dict[str, Head]
    head_behind: re.Pattern[str]
    head_further: re.Pattern[str]
    head_inside: re.Pattern[str]
    thing_inside: re.Pattern[str]
    verbs: dict[str, tuple[str, float]]
    verb: re.Pattern[str]
    after: re.Pattern[str]
    behind_quote: tuple[Behind, ...]
    rhetoric: dict[str, str]
    weights: dict[str, float]
    known: dict[str, tuple[str, ...]]
    known_long: CharwiseDoubleArrayAhoCorasick
    bare: frozenset[str]
    generic: frozenset[str]
    common: frozenset[str]
    manner: frozenset[str]
    plain: frozenset[str]
    broad: frozenset[str]
    use: frozenset[str]
    brings: re.Pattern[str]
    works: tuple[str, ...]
    praise: tuple[str, ...]
    behind_head: tuple[str, ...]
    follow: frozenset[str]
    cues: CueIndex


def gap_pattern(cue: str) -> str:
    """``甲…乙`` as a pattern with at most ten characters between, a plain cue as itself."""
    return "[^（(]{0,10}?".join(re.escape(part) for part in cue.split(GAP))


SHORTEST_INSIDE = 4  # characters of a known name that tell it inside a longer one
COUNTED = (
    r"(?:等)?(?:一?系列|一批|多[个项种类]|\d+[余多]?[个项家支类种]|[一二两三四五六七八九十]+[个项大类支家种])?"
    r"(?:相结合)?(?:的)?"
)
# “甲”、乙和丙等制度: what is listed behind a quoted string shares the head word with it.
BESIDE = r"(?P<beside>(?:[、和与及][^，。；：！？,;:!?、“”《》\n]{2,8}){1,2}等(?:一?系列|多项|\d+[余多]?[个项])?)"
GOES_ON = r"(?!众|者|(?<!队)员|人员|对象)"  # 服务群|众, 管理|人员: a longer word
# 党组织、社会组织、各级组织、共建项目, 当地、当年
NO_VERB = r"(?!(?<=[党会级])组织|共建(?:项目|单位|协议|共享)|当[地年场天晚时前下事众日月即代])"


def head_of(row: Mapping[str, str]) -> Head:
    """One row of ``practice_heads.csv``."""
    kind = cast("PracticeKind", row["kind"])
    return Head(row["word"], kind, int(row["behind"]), int(row["inside"]), int(row["bare"]), float(row["weight"]))


@lru_cache(maxsize=4)
def lexica(book: RuleBook) -> Lexica:
    """The word lists of a rule book, made once."""
    heads = {r["word"]: head_of(r) for r in book.lexicon("practice_heads")}
    cue_rows = book.lexicon("quote_cues")
    verbs = {r["cue"]: (r["kind"], float(r["weight"])) for r in cue_rows if r["where"] == "before"}
    behind_rows = sorted((r for r in cue_rows if r["where"] == "after"), key=lambda r: -len(r["cue"]))
    behind_quote = tuple(Behind(gap_pattern(r["cue"]), r["kind"], float(r["weight"])) for r in behind_rows)
    cues = read_cues(book)
    known: dict[str, tuple[str, ...]] = {}
    for cue in cues:
        if cue.role in ("name", "bare"):
            known[cue.form] = (*known.get(cue.form, ()), cue.concept)
    no_head = alternation(list(book.words("head_borders", kind="verb")))
    behind = f"(?!{no_head})(?:{alternation([w for w, h in heads.items() if h.behind == 1])}){GOES_ON}"
    tight = alternation([w for w, h in heads.items() if h.behind > 1])
    return Lexica(
        heads=heads,
        head_behind=re.compile(
            rf"{COUNTED}(?P<mod>{BESIDE}|[^，。；：！？,;:!?、“”《》\s]{{0,12}}?)(?P<head>{behind}|\A(?:{tight}))"
        ),
        head_further=re.compile(
            rf"[^，。；：！？,;:!?、“”《》的\s]{{0,6}}?(?P<head>{behind})(?!(?!自上而下)[一-鿿]{{0,1}}(?:中|里|上|下|内))"
        ),
        head_inside=re.compile(rf"(?:{alternation([w for w, h in heads.items() if h.inside == 1])})$"),
        thing_inside=re.compile(rf"(?:{alternation([w for w, h in heads.items() if h.inside])})$"),
        verbs=verbs,
        verb=re.compile(rf"{NO_VERB}(?:{alternation(list(verbs))})(?!率)"),  # 解决率
        after=re.compile("|".join(f"({row.pattern})" for row in behind_quote)),
        behind_quote=behind_quote,
        rhetoric={r["word"]: r["kind"] for r in book.lexicon("rhetoric")},
        weights={r["name"]: float(r["weight"]) for r in book.lexicon("practice_weights")},
        known=known,
        known_long=CharwiseDoubleArrayAhoCorasick([form for form in known if len(form) >= SHORTEST_INSIDE]),
        bare=frozenset(c.form for c in cues if c.role == "bare"),
        generic=frozenset(book.words("generic_modifiers")),
        common=frozenset(book.words("head_borders", kind="common")),
        manner=frozenset(book.words("head_borders", kind="manner")),
        plain=frozenset(book.words("head_borders", kind="plain")),
        broad=frozenset(book.words("head_borders", kind="broad")),
        use=frozenset(book.words("head_borders", kind="use")),
        brings=re.compile(rf"(?:{alternation(list(book.words('head_borders', kind='brings')))})(?:了|着)?"),
        works=book.words("head_borders", kind="works"),
        praise=book.words("head_borders", kind="praise"),
        behind_head=book.words("head_borders", kind="behind"),
        follow=frozenset(book.words("head_borders", kind="follow")),
        cues=cue_index(book),
    )
