"""The dataset of the three invented reports."""

from __future__ import annotations

import pytest
from rdflib import Dataset
from sample_facts import all_facts, documents

from kg.graph import Quad, build_dataset, graph_quads


@pytest.fixture(scope="session")
def quads() -> list[Quad]:
    return graph_quads(all_facts(), documents())


@pytest.fixture(scope="session")
def dataset() -> Dataset:
    return build_dataset(all_facts(), documents())
