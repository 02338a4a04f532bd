"""Look through an article's sentences for sums and shares that do not fit the figures beside them."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.doubts.figures import doubt_lexicon, figures
from kg.extract.doubts.misfit import Misfit
from kg.extract.doubts.shares import misfit_shares
from kg.extract.doubts.sums import misfit_sums
from kg.extract.sentences import split_sentences
from kg.model import Article, Notice
from kg.rulebook import RuleBook


def find_doubts(article: Article, book: RuleBook) -> tuple[Notice, ...]:
    """Notices of the sums and shares in an article that do not fit, in text order; source offsets."""
    return tuple(_notice(article, one) for one in sorted(_misfits(article, book), key=lambda m: (m.start, m.end)))


def _misfits(article: Article, book: RuleBook) -> Iterator[Misfit]:
    lexicon, text = doubt_lexicon(book), article.text
    for sentence in split_sentences(text):
        found = list(figures(text, sentence.start, sentence.end, lexicon))
        if len(found) > 1:
            yield from misfit_sums(text, sentence, found, lexicon)
            yield from misfit_shares(text, sentence, found, lexicon)


def _notice(article: Article, one: Misfit) -> Notice:
    start, end = article.source_range(one.start, one.end)
    return Notice(one.kind, one.message, start, end, article.n, one.readings)
