"""A graph sent to a real SPARQL server arrives whole, goes on after a break, and differences are told."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import main
from kg.errors import OutputError
from kg.graph import load_graph, run_query
from kg.graph.store import QUADS_FILE
from kg.transfer import NOTE, bodies, count_lines, query_url, send_graph, sign_in

httpx = pytest.importorskip("httpx", reason="needs zhitu[serve]")
OXIGRAPH = shutil.which("oxigraph", path=str(Path(__import__("sys").executable).parent))


@pytest.fixture
def folder(sample_build: Path, tmp_path: Path) -> Path:
    (tmp_path / QUADS_FILE).write_bytes((sample_build / QUADS_FILE).read_bytes())
    return tmp_path


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    if OXIGRAPH is None:
        pytest.skip("needs the oxigraph server, a package of that name")
    port = free_port()
    words = [OXIGRAPH, "serve", "--location", str(tmp_path / "server"), "--bind", f"127.0.0.1:{port}"]
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        for _ in range(200):
            try:
                httpx.get(f"http://127.0.0.1:{port}/")
                break
            except httpx.TransportError:
                time.sleep(0.05)
        yield f"http://127.0.0.1:{port}/store"
        process.kill()


VIRTUOSO = shutil.which("virtuoso-t")
VIRTUOSO_INI = """[Database]
DatabaseFile = v.db
ErrorLogFile = v.log
LockFile = v.lck
TransactionFile = v.trx
xa_persistent_file = v.pxa
[TempDatabase]
DatabaseFile = temp.db
TransactionFile = temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
NumberOfBuffers = 10000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
"""


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture(scope="module")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Virtuoso that was started for these tests."""
    if VIRTUOSO is None:
        pytest.skip("needs virtuoso-t, in Debian's virtuoso-opensource-7-bin")
    folder, http = tmp_path_factory.mktemp("virtuoso"), free_port()
    (folder / "v.ini").write_text(VIRTUOSO_INI.format(sql=free_port(), http=http), encoding="ascii")
    words = [VIRTUOSO, "+configfile", "v.ini", "+foreground"]
    with subprocess.Popen(words, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        for _ in range(600):
            try:
                httpx.get(f"http://127.0.0.1:{http}/sparql")
                break
            except httpx.TransportError:
                time.sleep(0.5)
        yield f"http://127.0.0.1:{http}/sparql-graph-crud-auth"
        process.kill()


def kg(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [*map(str, words)])


def triples(store: str) -> int:
    asked = "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }"
    answer = httpx.post(query_url(store), data={"query": asked}, headers={"Accept": "application/sparql-results+json"})
    return int(answer.json()["results"]["bindings"][0]["n"]["value"])


def test_every_triple_arrives_and_is_counted(folder: Path, server: str) -> None:
    result = kg("load", server, "--graph", folder)
    assert result.exit_code == 0
    assert triples(server) == sum(count_lines(folder / QUADS_FILE).values())
    assert not (folder / NOTE).exists()


def test_a_run_that_was_cut_off_goes_on_where_it_broke(
    folder: Path, server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kg import transfer

    put, sent = transfer.put, []

    def break_off(client: object, store: str, graph: str, body: bytes) -> None:
        if len(sent) == 5:
            raise OutputError("the line broke")
        sent.append(graph)
        put(client, store, graph, body)

    monkeypatch.setattr(transfer, "put", break_off)
    with pytest.raises(OutputError, match="broke"):
        send_graph(folder, server)
    monkeypatch.setattr(transfer, "put", put)
    again = send_graph(folder, server)
    assert again.already == 5
    assert again.graphs == len(count_lines(folder / QUADS_FILE)) - 5
    assert triples(server) == sum(count_lines(folder / QUADS_FILE).values())


def test_a_graph_that_was_changed_there_is_told(folder: Path, server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from kg import transfer

    put = transfer.put
    monkeypatch.setattr(
        transfer, "put", lambda client, store, graph, body: put(client, store, graph, body[: body.index(b"\n") + 1])
    )
    result = kg("load", server, "--graph", folder)
    assert result.exit_code == 1
    assert "counts differ" in result.stderr


def test_a_server_that_is_not_there_is_told_with_the_remedy(folder: Path) -> None:
    result = kg("load", "http://127.0.0.1:9/store", "--graph", folder)
    assert result.exit_code == 2
    assert "http://127.0.0.1:9/store" in result.stderr
    assert "run again" in result.stderr


def test_a_server_that_refuses_is_told_with_what_it_says(folder: Path, server: str) -> None:
    result = kg("load", server.replace("/store", "/nowhere"), "--graph", folder)
    assert result.exit_code == 2
    assert "HTTP 404" in result.stderr


def test_a_damaged_graph_is_not_sent(folder: Path) -> None:
    (folder / QUADS_FILE).write_bytes((folder / QUADS_FILE).read_bytes()[:3000])
    assert "kg build" in kg("load", "http://127.0.0.1:9/store", "--graph", folder).stderr


def test_bulk_files_hold_the_same_triples(folder: Path, tmp_path: Path) -> None:
    result = kg("load", tmp_path / "bulk", "--graph", folder)
    assert result.exit_code == 0
    files = sorted((tmp_path / "bulk").glob("*.nt"))
    assert [path.read_bytes() for path in files] == [body for _, body in bodies(folder / QUADS_FILE)]
    names = [path.with_name(f"{path.name}.graph").read_text(encoding="utf-8").strip() for path in files]
    assert names == sorted(count_lines(folder / QUADS_FILE))


@pytest.mark.parametrize(
    ("store", "query"),
    [("http://h:7878/store", "http://h:7878/query"), ("http://h:3030/zhitu/data", "http://h:3030/zhitu/sparql"),
     ("http://h:8890/sparql-graph-crud/", "http://h:8890/sparql"),
     ("http://h:8890/sparql-graph-crud-auth", "http://h:8890/sparql")],
)  # fmt: skip
def test_the_endpoint_beside_a_store_is_guessed(store: str, query: str) -> None:
    assert query_url(store) == query


@pytest.mark.slow
def test_virtuoso_takes_the_graph_and_answers_from_it(folder: Path, virtuoso: str) -> None:
    result = kg("load", virtuoso, "--graph", folder, "--user", "dba", "--password", "dba")
    assert result.exit_code == 0, result.stderr
    asked = "SELECT DISTINCT ?n WHERE { ?p a <https://w3id.org/zhitu/ontology#Practice> ; rdfs:label ?n } ORDER BY ?n"
    answer = httpx.post(query_url(virtuoso), data={"query": asked}, headers={"Accept": "text/csv"})
    theirs = {line.strip('"') for line in answer.text.splitlines()[1:]}
    ours = {row[0] for row in run_query(load_graph(folder), asked).rows}
    assert theirs == ours


@pytest.mark.slow
def test_a_server_that_asks_for_an_account_is_told_with_what_it_says(folder: Path, virtuoso: str) -> None:
    for account in ((), ("--user", "dba", "--password", "wrong")):
        result = kg("load", virtuoso, "--graph", folder, *account)
        assert result.exit_code == 2
        assert "HTTP 401" in result.stderr


@pytest.mark.parametrize("way", ["Basic", "Digest"])
def test_an_account_is_given_in_the_way_the_server_asks_for(way: str) -> None:
    seen: list[str] = []

    def serve(request: httpx.Request) -> httpx.Response:
        seen.append(request.headers.get("authorization", "").partition(" ")[0])
        if seen[-1] == way:
            return httpx.Response(200)
        challenge = f'{way} realm="r"' + (', nonce="n", qop="auth"' if way == "Digest" else "")
        return httpx.Response(401, headers={"WWW-Authenticate": challenge})

    with httpx.Client(transport=httpx.MockTransport(serve), auth=sign_in("a", "b")) as client:
        assert client.get("http://h/").status_code == 200
        assert client.get("http://h/").status_code == 200
    assert seen[0] == ""
    assert seen[-1] == way
