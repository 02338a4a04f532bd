"""An article taken out or read anew leaves the graph that a fresh build would have written."""

from __future__ import annotations

from pathlib import Path

import pytest
from sample_facts import all_facts, documents

from kg import ids
from kg.errors import GraphError
from kg.graph import Quad, dataset_quads, graph_quads, load_graph, write_graph
from kg.graph.edit import remove_article, replace_article


@pytest.fixture
def folder(quads: list[Quad], tmp_path: Path) -> Path:
    write_graph(quads, tmp_path)
    return tmp_path


@pytest.mark.parametrize("n", range(len(all_facts())))
def test_one_article_less_is_the_graph_of_the_others(folder: Path, n: int) -> None:
    facts = all_facts()
    remove_article(folder, ids.article_iri(facts[n].article))
    others = [one for i, one in enumerate(facts) if i != n]
    expected = graph_quads(others, documents())
    assert set(dataset_quads(load_graph(folder))) == set(expected)


def test_an_article_read_anew_takes_the_place_of_the_old(folder: Path, quads: list[Quad]) -> None:
    first, *others = all_facts()
    remove_article(folder, ids.article_iri(first.article))
    replace_article(folder, ids.article_iri(others[0].article), [first, others[0]], documents())
    assert set(dataset_quads(load_graph(folder))) == set(quads)


def test_an_article_that_is_not_there_changes_nothing(folder: Path) -> None:
    before = (folder / "graph.nq.gz").read_bytes()
    with pytest.raises(GraphError, match="没有这篇"):
        remove_article(folder, f"{ids.BASE}article/nonsense")
    assert (folder / "graph.nq.gz").read_bytes() == before
