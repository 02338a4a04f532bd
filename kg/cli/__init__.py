"""The command ``kg``: one verb a stage, data on stdout, talk and progress on stderr."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import click

from kg.cli.asking import ask, query
from kg.cli.building import build
from kg.cli.checking import check
from kg.cli.evaluating import evaluate
from kg.cli.explaining import explain
from kg.cli.extracting import extract
from kg.cli.loading import load
from kg.cli.options import say
from kg.cli.placing import place
from kg.cli.serving import serve
from kg.errors import ZhituError

COMMANDS = (
    build,
    extract,
    query,
    ask,
    explain,
    check,
    serve,
    load,
    place,
    evaluate,
)


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


for command in COMMANDS:
    main.add_command(command)
