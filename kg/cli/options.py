"""What several commands share: their options and the way they talk to the person at the terminal."""

from __future__ import annotations

from pathlib import Path

import click

GRAPH = click.option(
    "--graph", "folder", type=click.Path(path_type=Path), default=Path("build"), show_default=True,
    help="kg build 写出的文件夹 / the folder that kg build wrote",
)  # fmt: skip
STORE = click.option(
    "--store", type=click.Choice(["auto", "memory", "oxigraph"]), default="auto", show_default=True,
    help="放内存里查，还是磁盘上的 Oxigraph；auto 看大小 / in memory, or Oxigraph on disk; auto goes by size",
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
