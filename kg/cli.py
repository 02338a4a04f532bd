"""The command ``kg``: one verb a stage, data on stdout, talk and progress on stderr."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.errors import ReadError, ZhituError

if TYPE_CHECKING:
    from kg.pipeline import Outcome

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
            reconfigure(encoding="utf-8", errors="replace", newline="\n")


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

    if not check:
        summary = build_all(paths, output, workers, say)
        for line in summary.lines():
            say(line)
        sys.exit(summary.exit_code)
    stale = check_build(paths, output, workers, say)
    for name in stale:
        say(f"{output / name}：没有、过时或被改动过 / missing, out of date or edited")
    say(f"请重跑 / run again: kg build -o {output}" if stale else f"{output} 是最新的 / {output} is up to date")
    sys.exit(1 if stale else 0)


@main.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["jsonl", "csv"]), default="jsonl", show_default=True,
              help="一行一篇的 JSON，或一行一条事实的 CSV / JSON Lines by article or CSV by fact")  # fmt: skip
@WORKERS
def extract(paths: tuple[Path, ...], form: str, workers: int) -> None:
    """把报道读成事实，写到标准输出 / print the facts of articles.

    例 / example:  kg extract 报道.txt --format csv > 事实.csv
    """
    from kg.pipeline import find_sources, run
    from kg.progress import Progress

    progress = Progress(say)
    sources = find_sources(paths, progress.skip)
    progress.start(len(sources))
    print_facts(run(sources, workers, progress.step), form)
    if progress.failed == progress.done:
        raise ReadError("一份也没有读成，请检查路径 / nothing could be read; check the paths")
    sys.exit(1 if progress.failed else 0)


def print_facts(outcomes: Iterable[Outcome], form: str) -> None:
    """Print facts as JSON Lines as they come, or all together as CSV with the mark that Excel needs."""
    from kg.tables import BOM, csv_lines, facts_to_json

    if form == "jsonl":
        for outcome in outcomes:
            for facts in outcome.facts:
                click.echo(facts_to_json(facts))
        return
    read = list(outcomes)
    texts = {o.name: o.document.text for o in read if o.document}
    facts_read = [facts for o in read for facts in o.facts]
    if facts_read:
        click.echo(BOM + csv_lines(facts_read, texts), nl=False)


@main.command()
@click.argument("text", metavar="[QUERY | FILE.rq | -]", required=False)
@GRAPH
@FORMAT
def query(text: str | None, folder: Path, form: str) -> None:
    """用 SPARQL 查图谱 / SPARQL over a built graph.

    给查询语句、.rq 文件，或用 - 从标准输入读 / a query, a file.rq, or - for stdin.

    例 / example:  kg query "SELECT ?p WHERE { ?p a zt:Practice } LIMIT 5"
    """
    from kg.answers import read_query, show
    from kg.graph import load_graph, run_query

    if text is None and sys.stdin.isatty():
        raise click.UsageError("要查什么？给一条查询或 .rq 文件 / give a query or a .rq file")
    asked = read_query("-" if text is None else text)
    click.echo(show(run_query(load_graph(folder), asked), form))


@main.command()
@click.argument("question", required=False)
@click.argument("slots", metavar="[SLOT=VALUE]...", nargs=-1)
@GRAPH
@FORMAT
def ask(question: str | None, slots: tuple[str, ...], folder: Path, form: str) -> None:
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
    click.echo(show(answer(load_graph(folder), question, values), form))


if __name__ == "__main__":
    main()
