"""``kg build``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.options import WORKERS, say


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), default=Path("build"), show_default=True,
              help="写到哪里 / where to write")  # fmt: skip
@click.option("--check", is_flag=True, help="只看结果是否最新，不写 / only tell whether the output is up to date")
@click.option("--questions/--no-questions", default=True, show_default=True,
              help="地图里能不能提问（SPARQL，离线）：每页多 1.9 MB，另加图谱压缩后的大小；打开略慢，第一次提问等几秒"
                   " / whether the map answers questions offline: 1.9 MB a page more, and the packed graph; the page"
                   " opens a little slower, the first answer takes seconds")  # fmt: skip
@WORKERS
def build(paths: tuple[Path, ...], output: Path, check: bool, questions: bool, workers: int) -> None:
    """读报道，建图谱，画地图 / read articles, build the graph, draw the map.

    不给 PATH 就用自带的样例 / without PATH: the sample articles.

    例 / example:  kg build 报道/ 通报.zip -o 结果
    """
    from kg.build import build as build_all
    from kg.build import check_build

    if not check:
        summary = build_all(paths, output, workers, say, questions)
        for line in summary.lines():
            say(line)
        sys.exit(summary.exit_code)
    stale = check_build(paths, output, workers, say, questions)
    for name in stale:
        say(f"{output / name}：没有、过时或被改动过 / missing, out of date or edited")
    say(f"请重跑 / run again: kg build -o {output}" if stale else f"{output} 是最新的 / {output} is up to date")
    sys.exit(1 if stale else 0)
