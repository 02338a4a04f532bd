"""``kg serve``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.options import GRAPH, STORE, say
from kg.errors import ExtraMissingError, OutputError

if TYPE_CHECKING:
    from kg.graph import StoreKind


@click.command()
@GRAPH
@STORE
@click.option("--host", default="127.0.0.1", show_default=True, help="只给本机用；0.0.0.0 给全网 / this machine only")
@click.option("--port", type=click.IntRange(0, 65535), default=8080, show_default=True, help="端口 / port")
@click.option("--timeout", "seconds", type=click.FloatRange(0.1, 3600), default=30.0, show_default=True,
              help="一条查询最多几秒 / seconds a query may take")  # fmt: skip
@click.option("--rows", type=click.IntRange(1, 1_000_000), default=10_000, show_default=True,
              help="一条查询最多几行 / rows a query may give")  # fmt: skip
@click.option("--cors", default="", metavar="ORIGIN", help="允许哪个网站读，默认不允许 / an origin that may read")
def serve(folder: Path, store: StoreKind, host: str, port: int, **limits: Any) -> None:
    """在本机打开地图、报道、查询和 SPARQL 接口，只读 / serve a graph, read-only.

    例 / example:  kg serve --graph 结果 --port 8080
    """
    try:
        import uvicorn

        from kg.serve import Settings, make_app
    except ImportError as error:
        raise ExtraMissingError("开服务需要 / serving needs: pip install 'zhitu[serve]'") from error
    from kg.graph import load_graph

    load_graph(folder, store)  # a graph that cannot be read is told before the server starts
    app = make_app(Settings(folder, store, **limits))
    say(f"打开 / open: http://{host}:{port}/　停止按 Ctrl+C / stop with Ctrl+C")
    try:
        uvicorn.run(app, host=host, port=port, log_level="warning")
    except SystemExit as error:
        raise OutputError(
            f"端口 {port} 用不了，换一个 / the port cannot be used; try: kg serve --port {port + 1}"
        ) from error
    finally:
        for worker in app.state.workers:
            worker.close()
