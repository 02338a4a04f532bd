"""Queries in a process of their own, which is ended when one takes too long; the next query gets a new one."""

from __future__ import annotations

import multiprocessing
import threading
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Literal

from kg.errors import ZhituError
from kg.graph import StoreKind, load_graph, run_query
from kg.serve.formats import written

LOADING = 600.0
"""Seconds that opening the graph may take."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What became of a query: the HTTP status, the media type and the bytes; ``cut`` where rows were left off."""

    status: Literal[200, 400, 406, 500, 503]
    media: str
    body: bytes
    cut: bool = False


def text_reply(status: Literal[400, 406, 500, 503], message: str) -> Reply:
    """A message as plain text."""
    return Reply(status, "text/plain; charset=utf-8", message.encode("utf-8"))


class Worker:
    """Answers queries over one graph, one at a time."""

    def __init__(self, folder: Path, store: StoreKind, seconds: float, rows: int) -> None:
        self.folder, self.store, self.seconds, self.rows = folder, store, seconds, rows
        self._lock = threading.Lock()
        self._process: multiprocessing.process.BaseProcess | None = None
        self._pipe: Connection | None = None

    def ask(self, query: str, accept: str) -> Reply:
        """The reply to a query; 503 where it was ended at the time limit."""
        with self._lock:
            pipe = self._ready()
            if isinstance(pipe, Reply):
                return pipe
            try:
                pipe.send((query, accept, self.rows))
                if pipe.poll(self.seconds):
                    reply: Reply = pipe.recv()
                    return reply
            except (EOFError, OSError):
                self.close()
                return text_reply(500, "查询进程意外结束，请缩小查询再试 / the query's process ended; ask for less")
            self.close()
        return text_reply(
            503,
            f"查询超过 {self.seconds:g} 秒，已停止；请加 LIMIT 或更具体的条件"
            f" / stopped after {self.seconds:g} seconds; add a LIMIT or narrow the pattern",
        )

    def close(self) -> None:
        """End the process, whatever it is doing."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = None

    def _ready(self) -> Connection | Reply:
        """The pipe to a process that has opened the graph."""
        if self._pipe is not None and self._process is not None and self._process.is_alive():
            return self._pipe
        self.close()
        context = multiprocessing.get_context("spawn")
        here, there = context.Pipe()
        self._process = context.Process(target=work, args=(there, self.folder, self.store), daemon=True)
        self._process.start()
        there.close()
        try:
            opened = here.recv() if here.poll(LOADING) else "图谱太大，没能打开 / the graph took too long to open"
        except EOFError:
            opened = "查询进程没能启动 / the query's process did not start"
        if opened is not None:
            self.close()
            return text_reply(500, str(opened))
        self._pipe = here
        return here


def work(pipe: Connection, folder: Path, store: StoreKind) -> None:
    """Open the graph, tell so (None, or what is wrong), then answer queries until the pipe closes."""
    try:
        graph = load_graph(folder, store)
    except ZhituError as error:
        pipe.send(str(error))
        return
    pipe.send(None)
    while True:
        try:
            query, accept, rows = pipe.recv()
        except EOFError:
            return
        try:
            result = run_query(graph, query, most=rows)
            found = written(result, accept)
        except ZhituError as error:
            pipe.send(text_reply(400, str(error)))
            continue
        if found is None:
            pipe.send(text_reply(406, "给不出这种格式 / cannot answer in that form"))
        else:
            pipe.send(Reply(200, *found, cut=result.cut))
