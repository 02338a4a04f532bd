"""Graph files are the same for the same graph, and what is wrong with them is said."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from rdflib import Dataset, Graph
from rdflib.compare import isomorphic

from kg.errors import GraphError
from kg.graph import Quad, dataset_quads, graph_files, load_graph, nquads_bytes, write_graph
from kg.graph.nquads import read_nquads


@pytest.fixture
def folder(quads: list[Quad], tmp_path: Path) -> Path:
    write_graph(quads, tmp_path)
    return tmp_path


def test_what_was_written_is_read_again(folder: Path, quads: list[Quad]) -> None:
    assert set(dataset_quads(load_graph(folder))) == set(quads)


def test_turtle_holds_the_union_of_the_graphs(folder: Path, quads: list[Quad]) -> None:
    expected = Graph()
    for quad in quads:
        expected.add(quad[:3])
    assert isomorphic(Graph().parse(folder / "graph.ttl"), expected)


def test_other_programs_read_the_quads(folder: Path, quads: list[Quad]) -> None:
    other = Dataset()
    other.parse(data=gzip.decompress((folder / "graph.nq.gz").read_bytes()).decode(), format="nquads")
    assert nquads_bytes(dataset_quads(other)) == nquads_bytes(quads)


def test_turtle_alone_can_be_loaded(folder: Path) -> None:
    (folder / "graph.nq.gz").unlink()
    assert len(load_graph(folder)) > 1000


def test_lines_are_sorted_and_each_once(quads: list[Quad]) -> None:
    lines = nquads_bytes([*quads, *quads]).splitlines()
    assert lines == sorted(set(lines))


def test_gzip_bears_no_time(quads: list[Quad]) -> None:
    assert graph_files(quads)["graph.nq.gz"][4:8] == bytes(4)


def test_a_large_graph_has_no_turtle(quads: list[Quad], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.graph.store.TURTLE_LIMIT", 10)
    assert set(graph_files(quads)) == {"graph.nq.gz"}


def test_no_draft_is_left_behind(folder: Path) -> None:
    assert sorted(p.name for p in folder.iterdir()) == ["graph.nq.gz", "graph.ttl"]


def test_missing_folder_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="kg build"):
        load_graph(tmp_path / "nowhere")


def test_half_written_graph_is_told_from_a_missing_one(tmp_path: Path) -> None:
    (tmp_path / "graph.nq.gz.part").write_bytes(b"")
    with pytest.raises(GraphError, match="half written"):
        load_graph(tmp_path)


def test_file_that_is_cut_off_is_refused(folder: Path) -> None:
    path = folder / "graph.nq.gz"
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(GraphError, match="cut off or damaged"):
        load_graph(folder)


def test_file_without_all_its_articles_is_refused(folder: Path, quads: list[Quad]) -> None:
    lines = nquads_bytes(quads).decode().splitlines(keepends=True)
    kept = [line for line in lines if "#Article>" not in line]
    (folder / "graph.nq.gz").write_bytes(gzip.compress("".join(kept).encode()))
    with pytest.raises(GraphError, match="0 of 3"):
        load_graph(folder)


def test_graph_of_another_version_is_refused(folder: Path, quads: list[Quad]) -> None:
    text = nquads_bytes(quads).decode().replace('formatVersion> "1"', 'formatVersion> "99"')
    (folder / "graph.nq.gz").write_bytes(gzip.compress(text.encode()))
    with pytest.raises(GraphError, match="99"):
        load_graph(folder)


def test_foreign_graph_is_refused(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text("<http://a> <http://b> <http://c> .", encoding="utf-8")
    with pytest.raises(GraphError, match="not a graph of kg"):
        load_graph(tmp_path)


@pytest.mark.parametrize("name", ["graph.nq.gz", "graph.ttl"])
def test_damaged_bytes_are_refused(folder: Path, name: str) -> None:
    (folder / "graph.nq.gz").unlink()
    (folder / name).write_bytes(b"\xff\xfe not a graph")
    with pytest.raises(GraphError, match="damaged"):
        load_graph(folder)


def test_reader_names_the_line_it_cannot_read() -> None:
    good = '<http://a> <http://b> "\\u0000\\n\\"" <http://g> .\n'
    with pytest.raises(ValueError, match="line 2"):
        list(read_nquads([good, good[:-3]]))
