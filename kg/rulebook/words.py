"""Many words as one regular expression that looks at each character once, however many words there are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType


def alternation(words: Iterable[str], behind: Mapping[str, str] = MappingProxyType({})) -> str:
    """A pattern for any of some words, the longest first, which matches nothing where there are none.

    ``behind`` gives what must match behind some of them.

    It is written as a tree of beginnings. Of the words that stand at one place each begins the next longer one, so
    the tree tries them in the order of ``甲乙丙|甲乙|甲``, which would try hundreds of words at every character.
    """
    tails = {word: behind.get(word, "") for word in words}
    if not tails:
        return "(?!)"
    firsts = "".join(sorted({re.escape(word[0]) for word in tails if word}))
    tree = _tree(tails)
    return tree if "" in tails or not firsts else f"(?=[{firsts}]){tree}"


def _tree(tails: Mapping[str, str]) -> str:
    """The pattern of what may still follow: the rests of the words, each with what must match behind it."""
    rests: dict[str, dict[str, str]] = {}
    for word in sorted(tails):
        if word:
            rests.setdefault(word[0], {})[word[1:]] = tails[word]
    branches = [re.escape(first) + _tree(rest) for first, rest in rests.items()]
    end = tails.get("")
    if not branches:
        return end or ""
    if end is None:
        return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return f"(?:{'|'.join([*branches, end])})" if end else f"(?:{'|'.join(branches)})?"
