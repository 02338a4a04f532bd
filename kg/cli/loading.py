"""``kg load``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.options import GRAPH, say


@click.command()
@click.argument("target", metavar="URL | FOLDER")
@GRAPH
@click.option("--query", default="", metavar="URL", help="核对数目的查询地址 / the endpoint that is asked for counts")
@click.option("--user", default="", metavar="NAME", help="服务器的用户名 / user name at the server")
@click.option("--password", envvar="KG_PASSWORD", help="密码；不写就问，或取自 KG_PASSWORD / asked for where left out")
def load(target: str, folder: Path, query: str, user: str, password: str | None) -> None:
    """把图谱发到别的 SPARQL 服务器，或写成批量导入的文件 / send a graph to another server, or write bulk files.

    URL 是 Graph Store 地址；中断了再跑一次就接着发 / run again to go on after a break.

    例 / example:  kg load http://127.0.0.1:7878/store
    """
    from kg.transfer import send_graph, write_bulk

    if not target.startswith(("http://", "https://")):
        say(f"写了 {write_bulk(folder, Path(target))} 张图 / graphs written: {target}")
        return
    if user and password is None:
        password = click.prompt("密码 / password", hide_input=True, err=True)
    sent = send_graph(folder, target, query, say, (user, password or "") if user else None)
    say(
        f"发了 {sent.graphs} 张图 {sent.triples} 条三元组，先前已有 {sent.already} 张"
        f" / {sent.graphs} graphs with {sent.triples} triples sent, {sent.already} were there"
    )
    for graph, (ours, theirs) in list(sent.different.items())[:20]:
        say(f"数目不同 / counts differ: {graph} {ours} ≠ {theirs}")
    sys.exit(1 if sent.different else 0)
