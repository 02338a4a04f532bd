"""The web application: routes, content negotiation and the rules that keep a graph private and read-only."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import parse_qs

from anyio.to_thread import run_sync
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from kg import ids
from kg.graph import StoreKind, list_questions
from kg.serve import pages
from kg.serve.formats import TRIPLES, choose
from kg.serve.queries import ARTICLE, ARTICLES, DESCRIPTION, FACTS, INCOMING, LABEL, OUTGOING, THING
from kg.serve.worker import Reply, Worker

ASSETS = Path(__file__).with_name("assets")
JSON = "application/sparql-results+json"
LONGEST = 1_000_000
"""Bytes that a query may have."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


@dataclass(frozen=True, slots=True)
class Settings:
    """What is served and how far a query may go; ``cors`` is the one origin that may read from elsewhere, or *."""

    folder: Path
    store: StoreKind = "auto"
    seconds: float = 30.0
    rows: int = 10_000
    cors: str = ""


def make_app(settings: Settings) -> Starlette:
    """The application over one graph; its query process starts with the first question."""
    worker = Worker(settings.folder, settings.store, settings.seconds, settings.rows)
    own = Worker(settings.folder, settings.store, settings.seconds, 100_000)
    views = _Views(settings, worker, own)
    routes = [
        Route("/", views.map),
        Route("/articles", views.articles),
        Route("/query", views.editor),
        Route("/sparql", views.sparql, methods=["GET", "POST"]),
        Route("/health", views.health),
        Route("/id/{path:path}", views.thing),
        Mount("/static", StaticFiles(directory=ASSETS)),
    ]
    shared = Middleware(
        CORSMiddleware, allow_origins=[settings.cors], allow_methods=["GET", "POST"], expose_headers=["*"]
    )
    app = Starlette(routes=routes, middleware=[shared] if settings.cors else [])
    app.state.workers = (worker, own)
    return app


class _Views:
    """One view a route; strangers' queries and the server's own run in processes apart."""

    def __init__(self, settings: Settings, worker: Worker, own: Worker) -> None:
        self.settings = settings
        self.worker = worker
        self.own = own

    async def map(self, _: Request) -> Response:
        """The map that the build drew."""
        path = self.settings.folder / "map.html"
        if not path.is_file():
            return RedirectResponse("/articles")
        return FileResponse(path, media_type="text/html", headers={"X-Content-Type-Options": "nosniff"})

    async def editor(self, _: Request) -> Response:
        """The SPARQL editor."""
        return _html(pages.editor_page(list_questions()))

    async def health(self, _: Request) -> Response:
        """Whether the graph can be queried, and how many articles it holds."""
        reply = await self._ask(self.own, "SELECT (COUNT(?a) AS ?articles) WHERE { ?a a zt:Article }", JSON)
        if reply.status != 200:
            return JSONResponse({"status": "down", "why": reply.body.decode()}, 503)
        count = json.loads(reply.body)["results"]["bindings"][0]["articles"]["value"]
        return JSONResponse({"status": "ok", "articles": int(count)})

    async def articles(self, _: Request) -> Response:
        """The list of articles."""
        return await self._page(pages.articles_page, ARTICLES)

    async def sparql(self, request: Request) -> Response:
        """The SPARQL 1.1 Protocol: a query by GET, by form or as the body of a POST; read-only."""
        query = await _query_of(request)
        if isinstance(query, Response):
            return query
        accept = request.headers.get("accept", "")
        reply = await self._ask(self.worker, query, accept)
        headers = {"Zhitu-Cut": str(self.settings.rows)} if reply.cut else {}
        return Response(reply.body, reply.status, {**headers, "Vary": "Accept"}, reply.media)

    async def thing(self, request: Request) -> Response:
        """An IRI's page: an article to read, or what the graph says; Turtle and the like for those who ask."""
        iri = ids.BASE + request.path_params["path"]
        if not _is_sound(iri):
            return PlainTextResponse("没有这个地址 / no such address", 404)
        wanted = request.query_params.get("format", "")
        media = (
            "text/turtle"
            if wanted == "ttl"
            else choose(request.headers.get("accept", ""), {"text/html": "", **TRIPLES})
        )
        if media is None:
            return PlainTextResponse("给不出这种格式 / cannot answer in that form", 406)
        known = await self._rows(LABEL.format(iri=iri))
        if isinstance(known, Response):
            return known
        if not known:
            return PlainTextResponse("图谱里没有它 / the graph does not know it", 404)
        if media != "text/html":
            reply = await self._ask(self.own, THING.format(iri=iri), media)
            return Response(reply.body, reply.status, {"Vary": "Accept"}, reply.media)
        return await self._shown(iri, known[0].get("label", ""))

    async def _shown(self, iri: str, label: str) -> Response:
        if iri.startswith(f"{ids.BASE}article/"):
            article = await self._rows(ARTICLE.format(iri=iri))
            if isinstance(article, list) and article:
                return await self._page(partial(pages.reader_page, article[0]), FACTS.format(iri=iri))
        outgoing = await self._rows(OUTGOING.format(iri=iri))
        if isinstance(outgoing, Response):
            return outgoing
        return await self._page(partial(pages.thing_page, iri, label, outgoing), INCOMING.format(iri=iri))

    async def _page(self, render: Callable[[list[dict[str, str]]], str], query: str) -> Response:
        rows = await self._rows(query)
        return rows if isinstance(rows, Response) else _html(render(rows))

    async def _rows(self, query: str) -> list[dict[str, str]] | Response:
        reply = await self._ask(self.own, query, JSON)
        if reply.status != 200:
            return Response(reply.body, reply.status, media_type=reply.media)
        found = json.loads(reply.body)["results"]["bindings"]
        return [{name: term["value"] for name, term in row.items()} for row in found]

    async def _ask(self, worker: Worker, query: str, accept: str) -> Reply:
        return await run_sync(worker.ask, query, accept)


async def _query_of(request: Request) -> str | Response:
    """The query of a protocol request, or what is wrong with the request."""
    parameters = parse_qs(request.url.query, keep_blank_values=True)
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if request.method == "POST":
        body = await request.body()
        if len(body) > LONGEST:
            return PlainTextResponse("查询太长 / the query is too long", 413)
        if media == "application/x-www-form-urlencoded":
            parameters |= parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)
        elif media == "application/sparql-query":
            parameters["query"] = [body.decode("utf-8", "replace")]
        elif media == "application/sparql-update":
            return PlainTextResponse("只能查，不能改 / read-only", 403)
        else:
            return PlainTextResponse("请用 application/sparql-query 或表单 / unsupported media type", 415)
    return _checked(request, parameters)


def _checked(request: Request, parameters: dict[str, list[str]]) -> str | Response:
    if "update" in parameters:
        return PlainTextResponse("只能查，不能改 / read-only", 403)
    if {"default-graph-uri", "named-graph-uri"} & set(parameters):
        return PlainTextResponse("不能选数据集，请用 GRAPH / no dataset can be chosen; use GRAPH", 400)
    queries = parameters.get("query", [])
    if len(queries) == 1 and queries[0].strip():
        return queries[0]
    if request.method == "GET" and not queries:
        if choose(request.headers.get("accept", ""), {"text/turtle": "", "text/html": ""}) == "text/html":
            return RedirectResponse("/query")
        return Response(
            DESCRIPTION.format(endpoint=str(request.url.replace(query="")), forms=_forms()), media_type="text/turtle"
        )
    return PlainTextResponse("要有且只有一个 query / exactly one query is needed", 400)


def _forms() -> str:
    return " , ".join(
        f"<http://www.w3.org/ns/formats/{name}>"
        for name in (
            "SPARQL_Results_JSON",
            "SPARQL_Results_XML",
            "SPARQL_Results_CSV",
            "SPARQL_Results_TSV",
            "Turtle",
            "JSON-LD",
        )
    )


def _html(text: str) -> HTMLResponse:
    return HTMLResponse(text, headers={"Content-Security-Policy": POLICY, "X-Content-Type-Options": "nosniff"})


def _is_sound(iri: str) -> bool:
    """Whether an IRI can stand in a query between < and >."""
    return not any(char in '<>"{}|\\^`' or ord(char) <= 0x20 for char in iri)
