"""Send a graph to another SPARQL 1.1 server, graph by graph, so that a broken line loses no more than one of them.

Named graphs go by the Graph Store HTTP Protocol (``PUT URL?graph=…``), the gazetteer and the concepts first. What has
arrived is noted beside the graph's file; a run that was cut off goes on there. In the end the server is asked how
many triples each graph holds.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import ExtraMissingError, GraphError, OutputError
from kg.graph import load_graph
from kg.graph.disk import mark_of
from kg.graph.store import QUADS_FILE

if TYPE_CHECKING:
    import httpx

NOTE = "graph.sent.json"
TRIES = 4
SECONDS = 120.0
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Sent:
    """How many graphs and triples went out, how many graphs were there already, and the graphs that differ."""

    graphs: int
    triples: int
    already: int
    different: Mapping[str, tuple[int, int | None]]


def send_graph(
    folder: Path, store: str, query: str = "", say: Say | None = None, account: tuple[str, str] | None = None
) -> Sent:
    """Send the graph in a folder to the Graph Store at a URL, and compare counts by the SPARQL endpoint ``query``.

    ``account`` is a name and a password for a server that asks for them (Basic or Digest); ``query`` is derived from
    the store's URL where it is empty (…/store → …/query). Raises GraphError for a graph that cannot be read,
    OutputError where the server refuses or cannot be reached, and ExtraMissingError without httpx.
    """
    try:
        import httpx
    except ImportError as error:
        raise ExtraMissingError("发送图谱需要 / sending a graph needs: pip install 'zhitu[serve]'") from error
    load_graph(folder, "memory")  # what is damaged or half written is not sent
    source = folder / QUADS_FILE
    if not source.is_file():
        raise GraphError(f"{folder}：没有 {QUADS_FILE}，请先运行 kg build / no {QUADS_FILE} here; run kg build first")
    counts = count_lines(source)
    done = noted(folder, store, source)
    already = len(done)
    with httpx.Client(timeout=SECONDS, auth=sign_in(*account) if account else None) as client:
        for graph, body in bodies(source):
            if graph in done:
                continue
            put(client, store, graph, body)
            done.append(graph)
            note(folder, store, source, done)
            if say and len(done) % 100 == 0:
                say(f"已发 {len(done)}/{len(counts)} 张图 / {len(done)} of {len(counts)} graphs sent")
        different = compare(client, query or query_url(store), counts)
    if not different:
        (folder / NOTE).unlink(missing_ok=True)
    return Sent(len(done) - already, sum(counts[g] for g in done[already:]), already, different)


def sign_in(name: str, password: str) -> httpx.Auth:
    """Gives name and password to a server that asks for them, in the way in which it asks first."""
    import httpx

    class SignIn(httpx.Auth):
        """Basic or Digest, whichever the first refusal names."""

        way: httpx.Auth | None = None

        def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
            """The request alone, and again with the account where it was refused."""
            if self.way is None:
                refused = yield request
                if refused.status_code != 401:
                    return
                digest = refused.headers.get("www-authenticate", "").lower().startswith("digest")
                self.way = httpx.DigestAuth(name, password) if digest else httpx.BasicAuth(name, password)
            yield from self.way.auth_flow(request)

    return SignIn()


def lines_by_graph(source: Path) -> Iterator[tuple[str, Iterator[bytes]]]:
    """The N-Quads of a file, sorted by their graph; the whole file is held in memory, packed."""
    with gzip.open(source, "rb") as file:
        lines = sorted(file, key=graph_of)
    yield from ((graph, iter(some)) for graph, some in groupby(lines, key=graph_of))


def graph_of(line: bytes) -> str:
    """The IRI of the graph at the end of an N-Quads line."""
    return line[line.rindex(b"<") + 1 : line.rindex(b">")].decode("utf-8")


def bodies(source: Path) -> Iterator[tuple[str, bytes]]:
    """Each graph with its triples as N-Triples."""
    for graph, lines in lines_by_graph(source):
        yield graph, b"".join(line[: line.rindex(b"<")] + b".\n" for line in lines)


def count_lines(source: Path) -> dict[str, int]:
    """How many triples each graph of a file holds."""
    return {graph: sum(1 for _ in lines) for graph, lines in lines_by_graph(source)}


def put(client: httpx.Client, store: str, graph: str, body: bytes) -> None:
    """Put one graph in the place of what the server holds under its name; tries again where the server is busy."""
    import httpx

    why = ""
    for _ in range(TRIES):
        try:
            answer = client.put(
                store, params={"graph": graph}, content=body, headers={"Content-Type": "application/n-triples"}
            )
        except httpx.TransportError as error:
            why = str(error) or type(error).__name__
            continue
        if answer.is_success:
            return
        why = f"HTTP {answer.status_code} {answer.text[:120]}"
        if answer.status_code < 500:
            break
    raise OutputError(
        f"{store} 收不下 {graph}（{why}）；查好地址和权限再跑，已发的不会重发"
        " / refused or out of reach; check the address and run again, what has arrived is not sent twice"
    )


def query_url(store: str) -> str:
    """The SPARQL endpoint that usually stands beside a Graph Store: …/store → …/query, …/data → …/sparql."""
    base, _, last = store.rstrip("/").rpartition("/")
    return f"{base}/{ {'store': 'query', 'data': 'sparql', 'sparql-graph-crud': 'sparql'}.get(last, 'sparql') }"


def compare(client: httpx.Client, query: str, counts: Mapping[str, int]) -> dict[str, tuple[int, int | None]]:
    """The graphs of which the server holds another number of triples, with ours and theirs; raises OutputError."""
    import httpx

    asked = "SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"
    headers = {"Accept": "application/sparql-results+json"}
    try:
        answer = client.post(query, data={"query": asked}, headers=headers)
        answer.raise_for_status()
        rows = answer.json()["results"]["bindings"]
    except (httpx.HTTPError, ValueError, KeyError) as error:
        raise OutputError(
            f"{query} 数不出来（{str(error)[:120]}），发没发全不知道；用 --query 给出查询地址"
            " / cannot be asked for counts; give the SPARQL endpoint with --query"
        ) from error
    theirs = {row["g"]["value"]: int(row["n"]["value"]) for row in rows}
    return {graph: (n, theirs.get(graph)) for graph, n in counts.items() if theirs.get(graph) != n}


def noted(folder: Path, store: str, source: Path) -> list[str]:
    """The graphs that have arrived at this server of this very file."""
    try:
        found = json.loads((folder / NOTE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    same = isinstance(found, dict) and found.get("store") == store and found.get("of") == mark_of(source)
    return [str(graph) for graph in found["done"]] if same else []


def note(folder: Path, store: str, source: Path, done: list[str]) -> None:
    """Write down which graphs have arrived."""
    draft = folder / f"{NOTE}.part"
    draft.write_text(json.dumps({"store": store, "of": mark_of(source), "done": done}), encoding="utf-8")
    draft.replace(folder / NOTE)


def write_bulk(folder: Path, target: Path) -> int:
    """Write each graph as ``NNNNN.nt`` with its name in ``NNNNN.nt.graph``, as bulk loaders read them; their number."""
    target.mkdir(parents=True, exist_ok=True)
    number = 0
    for graph, body in bodies(folder / QUADS_FILE):
        number += 1
        (target / f"{number:05}.nt").write_bytes(body)
        (target / f"{number:05}.nt.graph").write_text(f"{graph}\n", encoding="utf-8", newline="\n")
    return number
