"""Whether an article speaks of local governance at all: a town that "carries out a model" may be a bank's branch."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.model import Article, Notice
from kg.rulebook import RuleBook, alternation

_CHARACTERS_A_WORD, _ENOUGH = 120, 3
"""How many words of the field an article must use: one for each 120 characters of its body, three at most. Of 399
reports on governance none uses fewer, of 110 texts on other things 88 do."""


def is_off_topic(article: Article, book: RuleBook) -> bool:
    """Whether an article uses fewer words of the field than any report on governance of its length would."""
    wanted = min(_ENOUGH, (len(article.text) - article.body_start) // _CHARACTERS_A_WORD)
    found: set[str] = set()
    for match in _field(book).finditer(article.text) if wanted else ():
        found.add(match[0])
        if len(found) >= wanted:
            return False
    return wanted > 0


def off_topic_notice(article: Article) -> Notice:
    """What the report says of an article whose practices, concepts and honours are not recorded."""
    start, end = article.source_range(0, article.body_start + 12)
    message = (
        "通篇少见治理的用语，不像讲基层治理的报道，没有记做法、类别和荣誉"
        " (not about local governance: no practices, concepts or honours recorded)"
    )
    return Notice("off-topic", message, start, end, article.n)


@lru_cache(maxsize=4)
def _field(book: RuleBook) -> re.Pattern[str]:
    return re.compile(alternation(row["word"] for row in book.lexicon("field_words")))
