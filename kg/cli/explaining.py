"""``kg explain``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.options import GRAPH, say


@click.command()
@click.argument("asked", metavar="FACT | 一句话")
@GRAPH
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="给人看的文字，或给程序的 JSON / text for people or JSON for programs")  # fmt: skip
def explain(asked: str, folder: Path, form: str) -> None:
    """为什么读出这一条、没读出那一条 / why a fact was read, and why another was not.

    给一句话：列出成立的规则、差一点的规则和没有满足的条件。给事实的 IRI（或末段）、或“地方 做法”：
    列出 kg build 里那条事实的原文、规则、槽位和得分 / a sentence: the rules that fired, those that nearly did,
    the condition that failed; a fact's IRI (or its last part), or words such as “place practice”: its quote, rule,
    slots and scores in a build.

    例 / example:  kg explain "钟楼区 红色物业"
    """
    from kg.explain import explain_fact, explain_sentence, show_json, show_text

    asked = asked.removeprefix("fact:")
    is_sentence = any(mark in asked for mark in "，。；！？\n") or (len(asked) > 20 and "/" not in asked)
    found = (explain_sentence(asked),) if is_sentence else explain_fact(asked, folder)
    if not found:
        say(
            f"{folder} 里没有这样的事实；要解释一句话，请带上标点 / no such fact; to explain a sentence, "
            f"give it with its marks: {asked}"
        )
        sys.exit(1)
    click.echo(show_json(found) if form == "json" else "\n\n".join(map(show_text, found)))
