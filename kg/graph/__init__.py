"""The graph: facts as RDF with their evidence, its files, its questions and its checks."""

from kg.graph.build import FORMAT_VERSION, build_dataset, dataset_of, graph_quads
from kg.graph.portable import portable_questions
from kg.graph.query import Result, run_query
from kg.graph.questions import Question, Slot, answer, list_questions
from kg.graph.related import near_names_in
from kg.graph.store import StoreKind, dataset_quads, graph_files, load_graph, nquads_bytes, write_graph
from kg.graph.terms import Quad
from kg.graph.validate import DATA_SHAPES, ONTOLOGY_SHAPES, Finding, validate

__all__ = [
    "DATA_SHAPES",
    "FORMAT_VERSION",
    "ONTOLOGY_SHAPES",
    "Finding",
    "Quad",
    "Question",
    "Result",
    "Slot",
    "StoreKind",
    "answer",
    "build_dataset",
    "dataset_of",
    "dataset_quads",
    "graph_files",
    "graph_quads",
    "list_questions",
    "load_graph",
    "near_names_in",
    "nquads_bytes",
    "portable_questions",
    "run_query",
    "validate",
    "write_graph",
]
