"""The sample graph behind the application, in this process and behind a real port."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("starlette", reason="needs zhitu[serve]")
pytest.importorskip("uvicorn", reason="needs zhitu[serve]")

import uvicorn
from starlette.testclient import TestClient

from kg.serve import Settings, make_app


@pytest.fixture(scope="session")
def client(sample_build: Path) -> Iterator[TestClient]:
    app = make_app(Settings(sample_build, "memory", rows=50))
    with TestClient(app) as found:
        yield found
    for worker in app.state.workers:
        worker.close()


@pytest.fixture(scope="session")
def address(sample_build: Path) -> Iterator[str]:
    app = make_app(Settings(sample_build, "memory"))
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()
    for worker in app.state.workers:
        worker.close()
