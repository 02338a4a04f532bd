"""Run the checks of a graph: its quotes, the quality queries of the ontology, and the shapes where asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rdflib import Dataset

from kg.check.model import Finding, Page, load_pages
from kg.check.quotes import check_quotes, check_texts
from kg.graph import DATA_SHAPES, run_query, validate
from kg.scheme import ontology_folder

QUERIES = "checks"


def run_checks(graph: Dataset, *, shapes: bool = False) -> tuple[Finding, ...]:
    """What all checks find, errors first, then by check and focus; ``shapes`` adds SHACL, which takes longer.

    Raises ExtraMissingError where shapes are asked for and pyshacl is not installed.
    """
    found = [*check_texts(graph), *check_quotes(graph)]
    for path in query_files():
        found += check_query(graph, path)
    if shapes:
        found += check_shapes(graph)
    order = list(load_pages())
    return tuple(sorted(set(found), key=lambda f: (order.index(f.check), f)))


def query_files() -> tuple[Path, ...]:
    """The quality queries, by name; each selects ``?focus`` and ``?detail``."""
    return tuple(sorted((ontology_folder() / QUERIES).glob("*.rq")))


def check_query(graph: Dataset, path: Path) -> Iterator[Finding]:
    """What one quality query finds."""
    answer = run_query(graph, path.read_text(encoding="utf-8"))
    focus, detail = answer.columns.index("focus"), answer.columns.index("detail")
    yield from (Finding(path.stem, row[focus], row[detail]) for row in answer.rows)


def check_shapes(graph: Dataset) -> Iterator[Finding]:
    """What the shapes of the ontology object to."""
    for one in validate(graph, DATA_SHAPES):
        detail = " ".join(part for part in (one.path.rpartition("#")[2] or one.path, one.value[:80]) if part)
        yield Finding(one.shape, one.focus, detail or one.message_zh)


def page_of(finding: Finding) -> Page:
    """The page of the check that a finding comes from."""
    return load_pages()[finding.check]
