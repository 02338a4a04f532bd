"""The way of the data: inputs → articles → places → facts; every file on its own, so files can go to workers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from kg.cache import cache_key, load_cached, store_cached
from kg.errors import ZhituError
from kg.extract.article import extract_facts
from kg.extract.places import find_place_mentions
from kg.gazetteer import open_gazetteer
from kg.link.places import resolve_places
from kg.model import Article, ArticleFacts, ArticlePlaces, SourceDocument
from kg.read import Input, find_inputs, read_text
from kg.rulebook import load_rulebook

SAMPLES = Path(__file__).resolve().parent / "samples"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input: its document and facts, or the reason why it could not be read."""

    name: str
    document: SourceDocument | None = None
    facts: tuple[ArticleFacts, ...] = ()
    error: str | None = None


def document_facts(document: SourceDocument) -> tuple[ArticleFacts, ...]:
    """The facts of all articles of one document, in reading order; earlier articles help to settle later places."""
    settled: list[ArticlePlaces] = []
    facts = []
    for article in document.articles:
        places = settle(article, tuple(settled))
        settled.append(places)
        facts.append(extract_facts(article, places, load_rulebook()))
    return tuple(facts)


def settle(article: Article, neighbours: tuple[ArticlePlaces, ...]) -> ArticlePlaces:
    """The places of one article, found in its text and settled by the gazetteer."""
    gazetteer = open_gazetteer()
    mentions = find_place_mentions(article, gazetteer, load_rulebook())
    return resolve_places(article, mentions, gazetteer, neighbours)


def facts_of_text(text: str, name: str = "text") -> tuple[ArticleFacts, ...]:
    """The facts of a string, as if it were a file of that name."""
    return document_facts(read_text(text, name))


def process(source: Input) -> Outcome:
    """Read and extract one input; an input that cannot be read becomes an Outcome with the reason."""
    try:
        document = source.read()
    except (ZhituError, OSError) as error:
        return Outcome(source.name, error=str(error))
    key = cache_key(document)
    facts = load_cached(key)
    if facts is None:
        try:
            facts = document_facts(document)
        except Exception as error:  # noqa: BLE001 one file that trips the program must not stop the others
            return Outcome(source.name, error=f"程序出错，请报告 / a fault of the program, please report: {error!r}")
        store_cached(key, facts)
    return Outcome(source.name, document, facts)


def run(
    paths: Iterable[Path | str], workers: int = 1, on_done: Callable[[Outcome], None] | None = None
) -> Iterator[Outcome]:
    """Outcomes of all inputs, sorted by name whatever the order of ``paths`` or the number of workers."""
    inputs = sorted(find_inputs(paths), key=lambda i: i.name)
    for outcome in map_inputs(inputs, workers):
        if on_done:
            on_done(outcome)
        yield outcome


def map_inputs(inputs: list[Input], workers: int) -> Iterator[Outcome]:
    """``process`` over the inputs in order, in this process or in a pool."""
    if workers <= 1 or len(inputs) < 2 * workers:
        yield from map(process, inputs)
        return
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(process, inputs, chunksize=4)
