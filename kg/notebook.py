"""What a notebook shows of a built graph."""

from __future__ import annotations

from pathlib import Path

from rdflib import Dataset

from kg.errors import GraphError
from kg.graph import load_graph
from kg.graph.store import StoreKind
from kg.graph.terms import bind_prefixes
from kg.view import map_frame


class MapFrame(str):
    """HTML of a framed map, which a notebook shows where it is the value of a cell."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return str(self)


class BuiltGraph(Dataset):
    """The graph of a built folder: a dataset to be queried, and ``map`` to look at it."""

    def __init__(self, folder: Path, graph: Dataset) -> None:
        super().__init__(store=graph.store, default_union=True)
        bind_prefixes(self)
        self.folder = folder

    def map(self, height: int = 640) -> MapFrame:
        """The map that was built with the graph, for a notebook's cell; ``height`` in pixels.

        It travels inside the cell, works offline, and answers, saves and cites there as it does from disk, as far as
        the notebook lets it. Raises GraphError where no map was built.
        """
        return framed_map(self.folder, height)


def open_graph(path: Path, store: StoreKind = "auto") -> BuiltGraph:
    """The graph of a built folder, or of one of its graph files; raises GraphError where there is none."""
    return BuiltGraph(path if path.is_dir() else path.parent, load_graph(path, store))


def framed_map(folder: Path, height: int = 640) -> MapFrame:
    """The map of a built folder in a frame; raises GraphError where there is none."""
    page = folder / "map.html"
    if not page.is_file():
        raise GraphError(
            f"{page}：没有地图，请先建库 / no map; build it first with kg.build_graph(output={str(folder)!r})"
        )
    # IPython warns of HTML that is a bare frame and advises a file beside the notebook, which this is to do without.
    return MapFrame(f"<div>{map_frame(page, height)}</div>")
