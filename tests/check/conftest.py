"""The quads of the three invented reports."""

from __future__ import annotations

import pytest
from sample_facts import all_facts, documents

from kg.graph import Quad, graph_quads


@pytest.fixture(scope="session")
def quads() -> list[Quad]:
    return graph_quads(all_facts(), documents())
