"""``kg extract``."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import WORKERS, say
from kg.errors import ReadError

if TYPE_CHECKING:
    from kg.pipeline import Outcome


@click.command()
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
