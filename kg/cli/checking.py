"""``kg check``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from kg.cli.options import GRAPH, STORE, say

if TYPE_CHECKING:
    from rdflib import Dataset

    from kg.check import Severity
    from kg.graph import StoreKind


@click.command()
@GRAPH
@STORE
@click.option("--level", type=click.Choice(["ERROR", "WARN", "INFO"]), default="INFO", show_default=True,
              help="至少多重才列出 / the least severity that is listed")  # fmt: skip
@click.option("--shapes/--no-shapes", default=None,
              help="连 SHACL 一起查，默认看装了没有 / SHACL too [default: if installed]")  # fmt: skip
@click.option("--format", "form", type=click.Choice(["text", "json", "html"]), default="text", show_default=True,
              help="输出的样式 / form of the answer")  # fmt: skip
@click.option("--page", metavar="CHECK", help="说明一项检查的含义和办法 / what a check means and how to mend it")
@click.option("--rules", is_flag=True, help="改查规则和词表 / check the rules and lexicons instead")
def check(folder: Path, store: StoreKind, level: str, form: str, **how: Any) -> None:
    """检查图谱：引文、结构、质量；有错误时退出码为 1 / check a graph; exit code 1 where there is an error.

    例 / example:  kg check --level WARN
    """
    if how["page"]:
        show_page(how["page"])
    elif how["rules"]:
        check_rules()
    else:
        from kg.graph import load_graph

        sys.exit(check_graph(load_graph(folder, store), level, how["shapes"], form))


def show_page(name: str) -> None:
    """Print the page of a check; raises UsageError with the names of all where there is none of that name."""
    from kg.check import load_pages, page_text

    pages = load_pages()
    if name not in pages:
        raise click.UsageError(f"没有检查“{name}”，有 / no such check; there are: {' '.join(pages)}")
    click.echo(page_text(pages[name]))


def check_rules() -> None:
    """Load and validate the rule book, try its examples, and tell how much there is of it.

    Raises RuleError with file and line of each row, pattern, example or counterexample that does not hold.
    """
    from kg.errors import RuleError
    from kg.extract.concept_scores import CARD, check_card
    from kg.extract.concept_sets import set_failures
    from kg.extract.confidence import confidence_cards
    from kg.extract.lexica import lexica
    from kg.extract.name_kinds import kind_weights
    from kg.extract.name_points import name_card
    from kg.rulebook import failures, load_rulebook

    book = load_rulebook()
    lexica(book)
    check_card(CARD.read_text(encoding="utf-8").splitlines())
    name_card(book)
    kind_weights(book)
    confidence_cards(book)
    disproved = [message for rule in book.all_rules for message in failures(rule)]
    disproved += set_failures(book)
    if disproved:
        raise RuleError("\n".join(disproved))
    size = book.size()
    click.echo(
        f"{size.rules} 条规则、{size.examples} 个正例、{size.counterexamples} 个反例、"
        f"{size.tables} 份词表 {size.rows} 行，都没有问题"
        f" / {size.rules} rules, {size.examples} examples, {size.counterexamples} counterexamples,"
        f" {size.rows} rows in {size.tables} lexicons: all well"
    )


def check_graph(graph: Dataset, level: str, shapes: bool | None, form: str) -> int:
    """Print what the checks find in a graph; 1 where there is an error."""
    from importlib.util import find_spec

    from kg.check import SEVERITIES, as_html, as_json, as_text, counts, page_of, run_checks

    with_shapes = shapes if shapes is not None else find_spec("pyshacl") is not None
    if not with_shapes and shapes is None:
        say("没有查 SHACL，装上再查 / SHACL was left out; to add it: pip install 'zhitu[quality]'")
    found = run_checks(graph, shapes=with_shapes)
    listed = SEVERITIES[: SEVERITIES.index(cast("Severity", level)) + 1]
    shown = [one for one in found if page_of(one).severity in listed]
    click.echo({"text": as_text, "json": as_json, "html": as_html}[form](shown).rstrip("\n"))
    return 1 if counts(found)["ERROR"] else 0
