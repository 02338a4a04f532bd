"""The map of a built graph in a notebook."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg
from kg.errors import GraphError


def test_a_graph_shows_its_map(sample_build: Path) -> None:
    graph = kg.load_graph(sample_build)
    frame = graph.map(300)
    assert frame._repr_html_() == str(frame) == str(kg.show_map(sample_build, 300))
    assert "height:300px" in frame
    assert frame.count("<iframe") == 1


def test_a_graph_with_a_map_is_queried_like_any_other(sample_build: Path) -> None:
    graph = kg.load_graph(sample_build / "graph.nq.gz")
    assert kg.ask(graph, "who-runs", {"practice": "红色物业"}).rows
    assert "<iframe" in graph.map()


def test_a_graph_without_a_map_says_how_to_build_one(sample_build: Path, tmp_path: Path) -> None:
    (tmp_path / "graph.nq.gz").write_bytes((sample_build / "graph.nq.gz").read_bytes())
    with pytest.raises(GraphError, match="build_graph"):
        kg.load_graph(tmp_path).map()
