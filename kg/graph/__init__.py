"""The graph: facts as RDF with their evidence, its files, its questions and its checks."""

from kg.graph.build import FORMAT_VERSION, build_dataset, graph_quads
from kg.graph.store import dataset_quads, graph_files, load_graph, nquads_bytes, write_graph

__all__ = [
    "FORMAT_VERSION",
    "build_dataset",
    "dataset_quads",
    "graph_files",
    "graph_quads",
    "load_graph",
    "nquads_bytes",
    "write_graph",
]
