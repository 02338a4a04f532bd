"""How far a practice has gone in its place: a pilot, or rolled out all over it, where the article says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.context import context_at
from kg.model import Article, Evidence, Extent, Practice, Sentence
from kg.rulebook import RuleBook


def with_extents(
    article: Article, sentences: tuple[Sentence, ...], practices: Sequence[Practice], book: RuleBook
) -> tuple[Practice, ...]:
    """The practices with what the article says of their extent.

    What was piloted and is said to be rolled out by now is rolled out; of two sentences that say the same the first.
    """
    said = list(stated(article, sentences, book)) if practices else []
    return tuple(replace(p, extent=extent_of(p, said)) if said else p for p in practices)


def stated(article: Article, sentences: tuple[Sentence, ...], book: RuleBook) -> Iterator[tuple[str, Extent]]:
    """What is said to be piloted or rolled out, with the words that say so; what is only meant left out."""
    scan = book.scan(article.text, sentences)
    for sentence in sentences:
        for match in scan.matches("extents", sentence):
            # 还将把“…”推广到各村: the word that says it is only meant may stand inside of the match.
            ends = ((match.start, match.end), (match.end - 1, match.end))
            if all(context_at(article.text, sentence, *span, book).reported for span in ends):
                yield (
                    match["what"],
                    Extent(match.rule.yields["extent"], Evidence(match.start, match.end), match.rule.id),
                )


def extent_of(practice: Practice, said: Sequence[tuple[str, Extent]]) -> Extent | None:
    """The extent that is said of something named like a practice, rolled out before pilot."""
    own = [extent for what, extent in said if any(name in what for name in (practice.name, *practice.aliases))]
    return next((e for e in own if e.kind == "rolled-out"), own[0] if own else None)
