"""What a quoted string shows by itself: its words, its length, its shape, whether it is the place's own word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.lexica import Lexica
from kg.extract.practice_shapes import CHAIN, EACH_ONES, GLORY, PARTS, PLAIN, SAYINGS, shape_of
from kg.segmenter import dictionary, tagged

MANNER_SHORTEST = 4  # characters; 以“唠家常”方式 tells only how one talks
COINED = range(4, 7)  # characters; of 1,148 names in annotated reports 56 in a hundred, of 837 other quoted strings 28
SOME = re.compile(r"一[批把下次回遍]$")
COINED_WORD = re.compile(
    r"(?:(?![的了不是着得没就也都让把被给在你我他她们啥吗呢怎还再能要由以及与而为之])[\u4e00-\u9fffA-Za-z]){2,6}"
)
THINGS = frozenset({"station", "team", "platform", "activity"})  # a 家园文明链 is less often one than a 家园广播站
SHAPED = frozenset({"plus", "plus-many", "each-one", "chain", "chain-pair"})  # what made them so long
SHORT_WORD = 2  # characters
IDIOM = 4  # characters; longer sayings make names (打开天窗说亮话)
SOCIETY = re.compile(r"(?:协会|(?<!协)商会|学会|促进会|联谊会|研究会)$")  # “电商协会” is a body


def is_coined(bare: str, lexica: Lexica) -> bool:
    """Whether a quoted string is a short word that no dictionary has, and no piece of a sentence."""
    return COINED_WORD.fullmatch(bare) is not None and not any(
        bare in known for known in (lexica.rhetoric, lexica.heads, lexica.known, dictionary())
    )


def says_little(bare: str, lexica: Lexica) -> bool:
    """Whether a quoted word is made of verbs, or only praises or blames: 遴选一批, 限时办妥, 硬规矩, 花架势."""
    if SOME.search(bare) or bare.startswith(lexica.praise):
        return True
    flags = [flag for _, flag in tagged(bare)]
    return len(flags) > 1 and flags[0][0] in "vd" and flags[-1] == "v"


def word_parts(bare: str, lexica: Lexica, stems: frozenset[str]) -> Iterator[tuple[str, float]]:
    """Parts of the score that the words of the quoted string give."""
    weights = lexica.weights
    apart = [p for p in PARTS.split(bare) if p]
    alone = max(map(len, apart), default=0) <= 1  # “东、中、西”
    if alone or (len(bare) == SHORT_WORD and bare in lexica.heads):  # “学堂” says what it is, not which
        yield "single", weights["single"]
    if bare in lexica.rhetoric:
        name = "rhetoric" if lexica.rhetoric[bare] == "figure" else lexica.rhetoric[bare]
        yield name, weights[name]
    elif apart[1:] and all(p in lexica.rhetoric for p in apart):
        yield "adjective", weights["adjective"]
    elif bare in lexica.known:
        yield "known", weights["known"]
    elif len(bare) == IDIOM and dictionary().get(bare) == "i":
        yield "idiom", weights["idiom"]
    elif lexica.known_long.find(bare):
        yield "known-in", weights["known-in"]
    elif len(bare) > SHORT_WORD and bare in dictionary():
        yield "ordinary", weights["ordinary"]
    yield from ((name, weights[name]) for name, told in SAYINGS if told.search(bare))
    yield from ((name, weights[name]) for name, told in PLAIN if told.match(bare))
    if GLORY.search(bare) and not CHAIN.match(bare) and not EACH_ONES.match(bare):
        yield "place-glory", weights["place-glory"]
    elif any(stem in bare for stem in stems):
        yield "place-in-name", weights["place-in-name"]


def says_kind_alone(bare: str, lexica: Lexica) -> bool:
    """Whether a quoted string says only of what sort a thing or person is, as many are: 流动网格员."""
    thing = lexica.thing_inside.search(bare, 1)
    said = [w for w, _ in tagged(bare[: thing.start()] if thing else bare) if len(w) > 1]
    sorts = (lexica.generic, lexica.common, lexica.plain, lexica.broad)
    return bool(said) and all(any(w in sort for sort in sorts) for w in said)


def thing_parts(bare: str, lexica: Lexica) -> Iterator[tuple[str, float]]:
    """Parts of the score for a quoted string that says what kind of thing it is, and for one that the place made up."""
    weights = lexica.weights
    inside = lexica.head_inside.search(bare, 1) if len(bare) >= 3 else None
    if inside:
        yield "inner-head", weights["inner-head"] * lexica.heads[inside.group()].weight / 3
    if is_coined(bare, lexica):
        thing = lexica.thing_inside.search(bare, 1)
        if thing and not inside:
            yield "thing", weights["thing"]
        if not says_kind_alone(bare, lexica) and shape_of(bare) is None:
            yield from ((name, weights[name]) for name in ("coined-thing",) if thing)
            yield from ((name, weights[name]) for name in ("coined",) if thing or not says_little(bare, lexica))


def own_parts(inner: str, lexica: Lexica, stems: frozenset[str], manner: bool) -> Iterator[tuple[str, float]]:
    """Parts of the score that the quoted string itself gives; ``manner`` says that it stands in 以“…”方式."""
    bare = re.sub(r"[“”‘’\"]", "", inner)
    yield from word_parts(bare, lexica, stems)
    yield from thing_parts(bare, lexica)
    if SOCIETY.search(bare):
        yield "society", lexica.weights["society"]
    shape = shape_of(bare)
    if len(bare) in COINED and shape not in SHAPED:
        yield "name-length", lexica.weights["name-length"]
        inside = lexica.head_inside.search(bare)
        if inside and inside.start() and lexica.heads[inside.group()].kind in THINGS and "的" not in bare:
            yield "says-kind", lexica.weights["says-kind"]
    if len(bare) >= MANNER_SHORTEST and manner:
        yield "manner", lexica.weights["manner"]
    if shape and bare not in lexica.rhetoric:
        yield shape, lexica.weights[shape]
