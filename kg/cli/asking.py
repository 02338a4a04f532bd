"""``kg query`` and ``kg ask``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import FORMAT, GRAPH, STORE

if TYPE_CHECKING:
    from kg.graph import StoreKind


@click.command()
@click.argument("text", metavar="[QUERY | FILE.rq | -]", required=False)
@GRAPH
@STORE
@FORMAT
def query(text: str | None, folder: Path, store: StoreKind, form: str) -> None:
    """用 SPARQL 查图谱 / SPARQL over a built graph.

    给查询语句、.rq 文件，或用 - 从标准输入读 / a query, a file.rq, or - for stdin.

    例 / example:  kg query "SELECT ?p WHERE { ?p a zt:Practice } LIMIT 5"
    """
    from kg.answers import read_query, show
    from kg.graph import load_graph, run_query

    if text is None and sys.stdin.isatty():
        raise click.UsageError("要查什么？给一条查询或 .rq 文件 / give a query or a .rq file")
    asked = read_query("-" if text is None else text)
    click.echo(show(run_query(load_graph(folder, store), asked), form))


@click.command()
@click.argument("question", required=False)
@click.argument("slots", metavar="[SLOT=VALUE]...", nargs=-1)
@GRAPH
@STORE
@FORMAT
def ask(question: str | None, slots: tuple[str, ...], folder: Path, store: StoreKind, form: str) -> None:
    """问现成的问题 / ask a ready question.

    不带参数列出全部 / without arguments: list them.

    例 / example:  kg ask who-runs practice=红色物业
    """
    from kg.answers import show, show_questions, slot_values
    from kg.graph import answer, list_questions, load_graph

    ready = list_questions()
    if question is None:
        click.echo(show_questions(ready, form))
        return
    names = next((tuple(q.slots) for q in ready if question in {q.name, q.title_zh}), ())
    values = slot_values(slots, names)
    click.echo(show(answer(load_graph(folder, store), question, values), form))
