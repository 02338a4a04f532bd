"""Practices of an article: candidates above the threshold, merged by name, each with its places and concepts."""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.extract import confidence
from kg.extract.components import components
from kg.extract.context import context_at
from kg.extract.lexica import Lexica, lexica
from kg.extract.name_kinds import Naming, kinds_of_name
from kg.extract.name_points import with_points
from kg.extract.practice_identity import best_of, merge, name_key, without_glosses
from kg.extract.practice_names import about_topic, unquoted_candidates
from kg.extract.practice_places import places_of
from kg.extract.practice_quotes import Candidate, quoted_candidates
from kg.extract.quotes import title_spans
from kg.extract.scope import Scope
from kg.extract.sentences import sentence_at
from kg.extract.since import Since, since_of
from kg.extract.spans import Spans
from kg.model import Article, Evidence, Practice, Sentence, Stage
from kg.rulebook import RuleBook
from kg.segmenter import dictionary

RUN_IN = re.compile(
    r"^[ 　]*(?:(?:[一二三四五六七八九十][、是])?[^，。；：！？\n\d]{4,22}"
    r"|(?:[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十]{1,2}[）)])[^。；：！？\n\d]{4,36})。(?=.)",
    re.MULTILINE,
)
HEADING_END = re.compile(r"[。！？；…”]$")
MOST, LINES = 0.6, 8  # a page for telephones has many lines; a short text may be half headings
QUOTED_WORD = 4  # characters
TERM, ADOPTED = 3, 6  # characters
TERM_QUOTES = ("“”", "‘’", "「」", "『』", '""')
# 开办暑期托管班，取名“小雏鹰课堂”: the sort of thing that bears the name.
NAMED_SO = re.compile(r"，?(?:并|统一|共同|大家|又)?(?:取名|起名|命名|名叫|名为|定名|称作|叫作|叫做)(?:为|叫|作)?“")


def heading_spans(article: Article) -> tuple[tuple[int, int], ...]:
    """The headline and the lines of the body that end without a mark: headings inside the article.

    Where most lines end so, as on pages for telephones, they are the text itself.
    """
    spans = [(0, article.body_start)]
    offset = article.body_start
    lines = article.text[article.body_start :].split("\n")
    unmarked = [bool(line) and not HEADING_END.search(line) and len(line) <= 40 for line in lines]
    if sum(unmarked) > max(MOST * sum(map(bool, lines)), LINES - 1):
        return tuple(spans)
    for line, head in zip(lines, unmarked, strict=True):
        if head:
            spans.append((offset, offset + len(line)))
        offset += len(line) + 1
    return tuple(spans)


def run_in_spans(article: Article) -> tuple[tuple[int, int], ...]:
    """Short first sentences of paragraphs, which head what follows (搭建治理“微平台”。)."""
    return tuple(m.span() for m in RUN_IN.finditer(article.text, article.body_start))


def quoted_names(text: str, scope: Scope, words: Lexica, book: RuleBook) -> tuple[Candidate, ...]:
    """Every quoted string with its score; small signs are not asked in a text that names no place."""
    every = quoted_candidates(text, words, scope.stems)
    return with_points(text, every, book) if scope.places.places else every


def find_candidates(
    article: Article, scope: Scope, headings: Spans, words: Lexica, book: RuleBook
) -> tuple[Candidate, ...]:
    """Quoted and unquoted names of an article that reach the threshold, in reading order."""
    text = article.text
    titles = Spans(title_spans(text))
    run_ins = Spans(run_in_spans(article))
    every = quoted_names(text, scope, words, book)
    quoted = without_glosses(text, every)
    counts: dict[str, int] = {}
    for c in quoted:
        counts[name_key(c.name)] = counts.get(name_key(c.name), 0) + 1
    threshold, repeat = words.weights["threshold"], words.weights["repeat"]
    strong = [
        c
        for c in quoted
        if c.score
        + repeat * min(2, counts[name_key(c.name)] - 1)
        + (own_term(text, c, words) if c.score < threshold else 0)
        + (words.weights["heading"] if headings.hold(c.start, c.end) and not (c.known or c.coined) else 0)
        + (words.weights["run-in"] if run_ins.hold(c.start, c.end) and not (c.known or c.coined) else 0)
        >= threshold
    ]
    unquoted = unquoted_candidates(text, words, book)
    strong = [c for c in strong if not is_topic(c, unquoted, words)]
    taken = Spans([(c.start, c.end) for c in every] + [(c.start, c.phrase_end) for c in strong])
    named = Spans((s.start, s.end) for s in strong)
    quotes, starts = {c.end: c for c in quoted}, {c.start for c in strong}
    bare = [
        c
        for c in with_quoted_word(unquoted, quotes, text)
        if c.start >= article.body_start
        if c.titled or not titles.hold(c.start, c.end)
        if c.rule == "known-name" or not headings.hold(c.start, c.end)
        if not taken.hold(c.start, c.end) and not any(named.within(c.start, c.end))
        if not scope.splits(c.start)  # 开发|区春季项目
        if c.end not in starts and not NAMED_SO.match(text, c.end)  # 小程序“参乡办” bears its name behind
    ]
    return tuple(sorted([*strong, *bare], key=lambda c: (c.start, c.end)))


def is_topic(candidate: Candidate, unquoted: Iterable[Candidate], words: Lexica) -> bool:
    """Whether a quoted string only tells what a campaign with a longer name is about (村级“三务”公开问题专项整治)."""
    return any(
        c.kind == "campaign"
        and c.start < candidate.start
        and c.end == candidate.phrase_end
        and about_topic(c.name, words)
        for c in unquoted
    )


def own_term(text: str, candidate: Candidate, words: Lexica) -> float:
    """What it adds that a quoted string stands without its quotes, too, as a name does.

    One that says what kind of thing it is comes back once, any other twice.
    """
    name = candidate.name
    known = {p.name for p in candidate.parts}
    if len(name) < TERM or name in dictionary() or known & {"place-in-name", "verb:label"}:
        return 0
    unquoted = text.count(name) - sum(text.count(f"{pair[0]}{name}{pair[1]}") for pair in TERM_QUOTES)
    if known & {"inner-head", "thing"}:
        return words.weights["term"] if unquoted > 0 else 0
    coined = len(name) <= ADOPTED and all(p.value >= 0 and not p.name.startswith("number") for p in candidate.parts)
    return words.weights["adopted"] if unquoted > 1 and coined else 0


def with_quoted_word(found: Iterable[Candidate], quotes: dict[int, Candidate], text: str) -> Iterator[Candidate]:
    """Unquoted names; one right behind a short quoted word takes it in, one behind a longer name is its rest and none.

    ``quotes`` are the quoted strings by their end. “候鸟”旅居老人服务模式 is one name, and 民情收集机制 stands for
    itself behind a longer adjective (“线上+线下”).
    """
    for candidate in found:
        quote = quotes.get(candidate.start)
        if quote is None:
            yield candidate
        elif any(p.name in ("rhetoric", "adjective") for p in quote.parts):
            if len(quote.name) > QUOTED_WORD:
                yield candidate
                continue
            name = text[quote.start : candidate.end]
            yield replace(candidate, start=quote.start, name=name, long_name=name)


def began(article: Article, group: list[Candidate], sentences: tuple[Sentence, ...], book: RuleBook) -> Since | None:
    """The earliest date at which the mentions of one practice say that it began."""
    found = (
        since_of(article.text, sentence_at(sentences, c.start), (c.start, c.phrase_end), article.published, book)
        for c in group
        if c.start >= article.body_start
    )
    return min((s for s in found if s), key=lambda s: s.date, default=None)


def namings_of(group: Iterable[Candidate]) -> tuple[Naming, ...]:
    """The mentions of one practice, as what its kinds are read off."""
    return tuple(Naming(c.start, c.end, c.phrase_end, c.name, c.long_name) for c in group)


def next_named(told: list[Candidate], last: Candidate) -> int:
    """Where the next name of a practice stands behind one, the largest offset where none does."""
    return min((c.start for c in told if c.start >= last.end), default=sys.maxsize)


def told_mentions(
    article: Article, scope: Scope, sentences: tuple[Sentence, ...], headings: Spans, book: RuleBook
) -> tuple[list[Candidate], dict[str, list[Stage]]]:
    """The mentions of practices that are neither wished for nor denied, and the stages of those of each name."""
    told: list[Candidate] = []
    stages: dict[str, list[Stage]] = defaultdict(list)
    for candidate in find_candidates(article, scope, headings, lexica(book), book):
        sentence = sentence_at(sentences, candidate.start)
        context = context_at(article.text, sentence, candidate.start, candidate.end, book)
        if not (context.wished or context.negated):
            told.append(candidate)
            stages[name_key(candidate.name)].append(context.stage)
    return told, stages


def extract_practices(
    article: Article, scope: Scope, sentences: tuple[Sentence, ...], book: RuleBook
) -> tuple[Practice, ...]:
    """The named practices of an article, in the order of their first mention."""
    words = lexica(book)
    practices = []
    headings = Spans(heading_spans(article))
    told, stages = told_mentions(article, scope, sentences, headings, book)
    for group in merge(told, words):
        best = best_of(group)
        aliases = tuple(dict.fromkeys(a for c in group for a in (c.name, c.long_name, *c.also) if a != best.name))
        since = began(article, group, sentences, book)
        kinds = kinds_of_name(article.text, sentences, namings_of(group), words.cues, book)
        signs = confidence.signs_of_name(best, kinds)
        practices.append(
            Practice(
                name=best.name,
                kind=best.kind,
                at=places_of(group, scope, headings, next_named(told, group[-1])),
                concepts=kinds,
                aliases=aliases,
                evidence=tuple(Evidence(c.start, c.end) for c in group),
                rule=best.rule,
                stage="done" if "done" in stages[name_key(best.name)] else "under-way",
                since=since.date if since else None,
                since_evidence=since.evidence if since else None,
                parts=components(article.text, best.name, (Evidence(c.start, c.end) for c in group)),
                confidence=confidence.level(confidence.PRACTICES, signs, book),
                signs=signs,
            )
        )
    return tuple(practices)
