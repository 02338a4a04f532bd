r"""治图 Zhitu: from reports on local governance to a graph of who runs what, and where it says so.

>>> import kg
>>> facts = kg.facts_of_text("桐庐县推行“红色物业”\n\n近日，桐庐县在全县推行“红色物业”，已建成示范点12个。")
>>> [practice.name for practice in facts[0].practices]
['红色物业']

Importing the package loads nothing; what a function needs is loaded when it is called.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import ExtraMissingError, ReadError, ZhituError

if TYPE_CHECKING:
    import pandas as pd
    from rdflib import Dataset

    from kg.build import Summary
    from kg.graph import Result, StoreKind
    from kg.model import Article, ArticleFacts
    from kg.notebook import BuiltGraph, MapFrame

__all__ = [
    "ZhituError",
    "ask",
    "build_graph",
    "facts_frames",
    "facts_of_paths",
    "facts_of_text",
    "load_graph",
    "query",
    "read_articles",
    "sample_paths",
    "show_map",
]


def sample_paths() -> tuple[Path, ...]:
    """The files of the sample articles that come with the package, by name."""
    from kg.pipeline import find_sources

    return tuple(Path(source.path) for source in find_sources([]))


def read_articles(*paths: str | Path) -> tuple[Article, ...]:
    """The articles in files, folders, globs and zips, without their facts, by the files' names.

    Raises ReadError for the first file that cannot be read.
    """
    from kg.pipeline import find_sources

    return tuple(article for source in find_sources(_some(paths)) for article in source.read().articles)


def facts_of_text(text: str, name: str = "text") -> tuple[ArticleFacts, ...]:
    """The facts of each article in a string, as if it were a file of that name; raises ReadError for an empty one.

    Evidence points into ``facts.article.text``, which is the cleaned text and not the string given, by half-open
    code-point offsets: ``text[e.start:e.end]`` says it. Where ``e.where`` is ``"source"`` it points into the string.
    """
    from kg import pipeline

    return pipeline.facts_of_text(text, name)


def facts_of_paths(
    *paths: str | Path, workers: int = 1, on_failure: Callable[[str, str], None] | None = None
) -> tuple[ArticleFacts, ...]:
    """The facts of each article in files, folders, globs and zips, by the files' names.

    ``on_failure`` is told the name of each file that cannot be read and why; without it such a file raises ReadError.
    With more than one worker, a script needs ``if __name__ == "__main__":`` around the call.
    """
    from kg.pipeline import find_sources, run

    facts: list[ArticleFacts] = []
    for outcome in run(find_sources(_some(paths)), workers):
        if outcome.error is not None:
            if on_failure is None:
                raise ReadError(f"{outcome.name}：{outcome.error}")
            on_failure(outcome.name, outcome.error)
        facts += outcome.facts
    return tuple(facts)


def _some(paths: tuple[str | Path, ...]) -> tuple[str | Path, ...]:
    if not paths:
        raise ReadError("没有给路径；样例用 kg.sample_paths() / no path given; the samples are kg.sample_paths()")
    return paths


def build_graph(*paths: str | Path, output: str | Path, workers: int = 1) -> Summary:
    """Graph, tables, map and report of the paths (the samples where there are none), written to a folder.

    The result tells how much was read and which files failed. Raises ReadError where no article could be read and
    OutputError where the folder cannot be written; what stood there is then left as it was.
    """
    from kg.build import build

    return build(paths, Path(output), workers)


def load_graph(folder: str | Path, store: StoreKind = "auto") -> BuiltGraph:
    """The graph that ``build_graph`` or ``kg build`` wrote to a folder; raises GraphError where there is none.

    ``store`` is ``memory`` (rdflib), ``oxigraph`` (on disk, needs ``zhitu[large]``) or ``auto``, which goes by size.
    In a notebook ``load_graph(folder).map()`` shows the map.
    """
    from kg.notebook import open_graph

    return open_graph(Path(folder), store)


def query(graph: Dataset, sparql: str) -> Result:
    """The answer to a SPARQL query, with ``columns`` and ``rows`` of strings; the prefixes need not be declared.

    Raises QueryError with position and hint where the query cannot be run.
    """
    from kg.graph import run_query

    return run_query(graph, sparql)


def ask(graph: Dataset, question: str, slots: Mapping[str, str] | None = None) -> Result:
    """The answer to a ready question by name, as ``kg ask`` lists them; ``slots`` are what it leaves to fill in.

    Raises QueryError for an unknown question or slot and for a name that the graph does not hold.
    """
    from kg.graph import answer

    return answer(graph, question, slots)


def facts_frames(facts: tuple[ArticleFacts, ...]) -> dict[str, pd.DataFrame]:
    """One DataFrame a family (``practices``, ``places``, ``measures`` …), each row with the sentence that says it.

    The columns are those of ``facts.xlsx``; a practice at two places is two rows. Raises ExtraMissingError without
    pandas.
    """
    try:
        import pandas as pd
    except ImportError as error:
        raise ExtraMissingError('需要 pandas，请运行 / pandas is needed: pip install "zhitu[notebook]"') from error
    from kg.tables import ORIGIN_HEADERS, SHEETS, fact_rows

    rows = list(fact_rows(facts))
    return {
        sheet.family: pd.DataFrame(
            [(*row.cells, *row.origin) for row in rows if row.family == sheet.family],
            columns=[*sheet.headers, *ORIGIN_HEADERS],
        )
        for sheet in SHEETS
    }


def show_map(folder: str | Path, height: int = 640) -> MapFrame:
    """A built map for a notebook's cell, offline; ``height`` in pixels. The same as ``load_graph(folder).map()``.

    It is a string of HTML that a notebook shows by itself. Raises GraphError where no map was built in the folder.
    """
    from kg.notebook import framed_map

    return framed_map(Path(folder), height)
