"""The way of the data: inputs → articles → places → facts; every file on its own, so files can go to workers."""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

from kg.cache import cache_key, load_cached, store_cached
from kg.errors import ExtraMissingError, GazetteerError, GraphError, ReadError, RuleError, ZhituError
from kg.extract.article import extract_facts
from kg.extract.places import find_place_mentions
from kg.gazetteer import own_gazetteer
from kg.link.places import resolve_file
from kg.model import Article, ArticleFacts, SourceDocument
from kg.read import Input, find_inputs, read_text
from kg.rulebook import load_rulebook

PACKAGE = Path(__file__).resolve().parent
SAMPLES = PACKAGE / "samples"
_AT_ONCE = 4  # files handed to a worker at a time; fewer cost more talk, more leave workers idle at the end


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input: its document and facts, or the reason why it could not be read and what to do."""

    name: str
    document: SourceDocument | None = None
    facts: tuple[ArticleFacts, ...] = ()
    error: str | None = None


def article_facts(article: Article) -> ArticleFacts:
    """The facts of an article that stands alone."""
    book, gazetteer = load_rulebook(), own_gazetteer()
    (places,) = resolve_file([article], [find_place_mentions(article, gazetteer, book)], gazetteer)
    return extract_facts(article, places, book)


def document_facts(document: SourceDocument) -> tuple[ArticleFacts, ...]:
    """The facts of all articles of one document, in reading order; the articles of a file help to settle its places."""
    articles, book, gazetteer = document.articles, load_rulebook(), own_gazetteer()
    mentions = [find_place_mentions(article, gazetteer, book) for article in articles]
    places = resolve_file(articles, mentions, gazetteer)
    return tuple(extract_facts(article, found, book) for article, found in zip(articles, places, strict=True))


def facts_of_text(text: str, name: str = "text") -> tuple[ArticleFacts, ...]:
    """The facts of a string, as if it were a file of that name; raises ReadError for an empty one."""
    return document_facts(read_text(text, name))


def process(source: Input) -> Outcome:
    """Read and extract one input; one that cannot be read, or trips the program, becomes an Outcome with the reason.

    Raises RuleError, GazetteerError and GraphError: a defect of the installation concerns every file.
    """
    try:
        return Outcome(source.name, *read_and_extract(source))
    except (RuleError, GazetteerError, GraphError):
        raise
    except (ReadError, ExtraMissingError, OSError) as error:
        return Outcome(source.name, error=reason(source, error))
    except Exception as error:  # noqa: BLE001 one file that trips the program must not stop the others
        return Outcome(source.name, error=fault(error))


def read_and_extract(source: Input) -> tuple[SourceDocument, tuple[ArticleFacts, ...]]:
    """The document and its facts, taken from the cache where the same engine has read the same text before.

    Raises ReadError where the input cannot be read or holds no article.
    """
    document = source.read()
    if not document.articles:
        raise ReadError(
            "里面没有认出报道，请打开看看，或只留正文再试 / no article was found in it; leave only the text"
        )
    key = cache_key(document)
    facts = load_cached(key)
    if facts is None:
        facts = document_facts(document)
        store_cached(key, facts)
    return document, facts


def reason(source: Input, error: Exception) -> str:
    """What an error says, without the name of the file, which stands beside it wherever it is shown."""
    return str(error).removeprefix(f"{source.path}：").removeprefix(f"{source.name}：")


def fault(error: Exception) -> str:
    """A fault of the program as a sentence for the person who can report it, with the line where it happened."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    file = Path(last.filename)
    where = file.relative_to(PACKAGE.parent).as_posix() if file.is_relative_to(PACKAGE) else file.name
    return f"程序出错，请连同这份文件报告 / a fault of the program, please report it: {error!r} ({where}:{last.lineno})"


def find_sources(paths: Iterable[Path | str], on_skip: Callable[[str, str], None] | None = None) -> tuple[Input, ...]:
    """The inputs under the paths by name, whatever the order of the paths; those of the samples where there are none.

    ``on_skip`` is told each file in a folder that is passed over, by its path below that folder, and why.
    """
    given = [Path(path).expanduser() for path in paths]
    roots = tuple(f"{path}{os.sep}" for path in given)

    def skip(path: str, why: str) -> None:
        root = next((root for root in roots if path.startswith(root)), "")
        if on_skip:
            on_skip(Path(path.removeprefix(root)).as_posix(), why)

    found = find_inputs(given, on_skip=skip) if given else find_inputs([SAMPLES])
    return tuple(sorted(found, key=lambda source: source.name))


def run(
    sources: Sequence[Input], workers: int = 1, on_done: Callable[[Outcome], None] | None = None
) -> Iterator[Outcome]:
    """The outcome of every input in the order given, whatever the number of workers; raises as ``process`` does."""
    for outcome in map_inputs(sources, workers):
        if on_done:
            on_done(outcome)
        yield outcome


def map_inputs(sources: Sequence[Input], workers: int) -> Iterator[Outcome]:
    """``process`` over the inputs in order, in this process or, where it pays, in a pool."""
    if workers <= 1 or len(sources) <= 1:
        yield from map(process, sources)
        return
    share = max(1, min(_AT_ONCE, len(sources) // workers))
    try:
        with ProcessPoolExecutor(min(workers, len(sources))) as pool:
            yield from pool.map(process, sources, chunksize=share)
    except BrokenProcessPool as error:
        raise ZhituError(
            "一个进程中途被系统结束（多半是内存不够），请减少 --workers 再跑，已读的文件不会重读"
            " / a worker was killed (out of memory?); run again with fewer --workers, files already read are kept"
        ) from error
