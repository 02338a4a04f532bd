"""The command ``kg``: one verb a stage, data on stdout, talk and progress on stderr."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from kg.errors import ZhituError

GRAPH = click.option(
    "--graph", "folder", type=click.Path(path_type=Path), default=Path("build"), show_default=True,
    help="kg build 写出的文件夹 / the folder that kg build wrote",
)  # fmt: skip
FORMAT = click.option(
    "--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True,
    help="输出的样式 / form of the answer",
)  # fmt: skip
WORKERS = click.option(
    "--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="同时处理的进程数 / processes"
)


def say(message: str) -> None:
    """Print a line for the person at the terminal."""
    click.echo(message, err=True)


class Verbs(click.Group):
    """Turns the package's own errors into one line on stderr and exit code 2."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the chosen verb."""
        try:
            return super().invoke(ctx)
        except ZhituError as error:
            say(f"kg: {error}")
            ctx.exit(2)


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="zhitu", prog_name="kg")
def main() -> None:
    """治图：从报道里读出哪里在做什么、哪句话说的 / which localities run which practices, and where it says so.

    例 / example:  kg build 报道文件夹 -o 结果
    """
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Callable[..., None] | None = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), default=Path("build"), show_default=True,
              help="写到哪里 / where to write")  # fmt: skip
@click.option("--check", is_flag=True, help="只看结果是否最新，不写 / only tell whether the output is up to date")
@WORKERS
def build(paths: tuple[Path, ...], output: Path, check: bool, workers: int) -> None:
    """读报道，建图谱，画地图 / read articles, build the graph, draw the map.

    不给 PATH 就用自带的样例 / without PATH: the sample articles.

    例 / example:  kg build 报道/ 通报.zip -o 结果
    """
    from kg.build import build as build_all
    from kg.build import check_build

    if check:
        stale = check_build(paths, output, workers)
        for name in stale:
            say(f"{output / name}：与输入不符或被改动过，请重跑 kg build / stale or edited; run kg build")
        sys.exit(1 if stale else 0)
    summary = build_all(paths, output, workers, say)
    for line in summary.lines():
        say(line)
    sys.exit(summary.exit_code)


@main.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["jsonl", "csv"]), default="jsonl", show_default=True,
              help="一行一篇的 JSON，或一行一条事实的 CSV / JSON Lines by article or CSV by fact")  # fmt: skip
@WORKERS
def extract(paths: tuple[Path, ...], form: str, workers: int) -> None:
    """把报道读成事实，写到标准输出 / print the facts of articles.

    例 / example:  kg extract 报道.txt --format csv > 事实.csv
    """
    from kg.pipeline import run
    from kg.progress import Progress
    from kg.tables import csv_lines, facts_to_json

    failed = False
    progress = Progress(say)
    if form == "csv":
        outcomes = list(run(paths, workers, progress.step))
        failed = any(o.error for o in outcomes)
        click.echo(csv_lines([f for o in outcomes for f in o.facts]), nl=False)
    else:
        for outcome in run(paths, workers, progress.step):
            failed = failed or outcome.error is not None
            for facts in outcome.facts:
                click.echo(facts_to_json(facts))
    progress.end()
    sys.exit(1 if failed else 0)


@main.command()
@click.argument("text")
@GRAPH
@FORMAT
def query(text: str, folder: Path, form: str) -> None:
    """用 SPARQL 查图谱：查询语句、.rq 文件或 - / SPARQL over a built graph: a query, a file.rq or -.

    例 / example:  kg query "SELECT ?p WHERE { ?p a zt:Practice } LIMIT 5"
    """
    from kg.answers import read_query, show
    from kg.graph import load_graph, run_query

    click.echo(show(run_query(load_graph(folder), read_query(text)), form))


@main.command()
@click.argument("question", required=False)
@click.argument("slots", nargs=-1)
@GRAPH
@FORMAT
def ask(question: str | None, slots: tuple[str, ...], folder: Path, form: str) -> None:
    """问现成的问题；不带参数列出全部 / ask a ready question; without arguments: list them.

    例 / example:  kg ask who-runs practice=红色物业
    """
    from kg.answers import show, slot_values
    from kg.graph import answer, list_questions, load_graph

    if question is None:
        for item in list_questions():
            needed = " ".join(f"{name}=…" for name in item.slots)
            click.echo(f"{item.name}\t{item.title_zh}\t{item.title_en}\t{needed}".rstrip())
        return
    click.echo(show(answer(load_graph(folder), question, slot_values(slots)), form))


if __name__ == "__main__":
    main()
