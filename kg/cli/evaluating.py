"""``kg evaluate``."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.options import FORMAT, WORKERS, say
from kg.errors import ReadError

if TYPE_CHECKING:
    from kg.evaluate import Change, Judged, Pinned, Score

FILE = click.Path(path_type=Path)
SHOWN = 20  # gained and lost items that are listed; the rest is counted


@click.command()
@click.argument("gold", metavar="GOLD", type=FILE)
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=FILE)
@click.option("--errors", "families", multiple=True, metavar="FAMILY",
              help="列出这一类漏掉和多出的每一条 / list what this family missed and made up")  # fmt: skip
@click.option("--floors", "file", type=FILE, help="底线文件 / the file of floors")
@click.option("--set", "name", help="底线文件里的一组，默认用 GOLD 的名字 / a set in it [default: name of GOLD]")
@click.option("--raise", "up", is_flag=True, help="把底线提到现在的水平并记下现状 / raise the floors, pin the state")
@click.option("--lower", metavar="FAMILY", help="把这一类的底线降到现在的水平 / lower one floor")
@click.option("--why", default="", help="降低的理由 / the reason for lowering")
@FORMAT
@WORKERS
def evaluate(
    gold: Path, paths: tuple[Path, ...], families: tuple[str, ...], file: Path | None, form: str, workers: int,
    **floor: Any,
) -> None:  # fmt: skip
    """拿人工标注的事实核对抽取结果 / score the extraction against annotated articles.

    GOLD 是标注文件夹；PATH 是原文或 kg extract 的 .jsonl 输出，默认取 GOLD 里的原文。
    低于底线时退出码为 1 / exit code 1 under a floor.

    例 / example:  kg evaluate 标注 原文 --errors runs
    """
    from kg.evaluate import FAMILIES, load_gold, score

    unknown = [family for family in families if family not in FAMILIES]
    if unknown:
        raise click.UsageError(f"没有“{unknown[0]}”这一类，可选 / choose from: {'、'.join(FAMILIES)}")
    folder = gold if gold.is_dir() else gold.parent
    judged = score(load_gold(gold), found_facts(paths or (folder,), workers))
    click.echo(show_figures(judged, form), nl=False)
    for item in judged.judged:
        if item.family in families and item.verdict != "right":
            click.echo(show_item(item))
    if file:
        name = floor["name"] or folder.resolve().name
        sys.exit(1 if against_floors(judged, file, name, floor) else 0)


def found_facts(paths: tuple[Path, ...], workers: int) -> list[dict[str, Any]]:
    """The facts of source files, and of ``.jsonl`` files that were extracted before; raises ReadError.

    A file that cannot be read is told by name as it comes. Its articles would count as missed: nothing is scored then.
    """
    from kg.pipeline import find_sources, run
    from kg.progress import Progress
    from kg.tables import facts_to_json

    lines = [line for path in paths if path.suffix == ".jsonl" for line in read_lines(path)]
    texts = [path for path in paths if path.suffix != ".jsonl"]
    if texts:
        progress = Progress(say)
        sources = [source for source in find_sources(texts) if not source.name.endswith(".json")]
        progress.start(len(sources))
        lines += [facts_to_json(facts) for o in run(sources, workers, progress.step) for facts in o.facts]
        if progress.failed:
            raise ReadError(
                f"{progress.failed} 个文件读不了，没有核对。请改好路径或拿开这些文件 / unread files, nothing scored"
            )
    return [json.loads(line) for line in lines]


def read_lines(path: Path) -> list[str]:
    """The lines of a JSON Lines file; raises ReadError."""
    try:
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        for line in lines:
            json.loads(line)
    except (OSError, ValueError) as error:
        raise ReadError(f"{path} 不是 kg extract 的输出 / is no output of kg extract（{error}）") from error
    return lines


def show_figures(judged: Score, form: str) -> str:
    """The figures of all families as an aligned table, CSV or JSON, with a line break at the end."""
    rows = [
        (family, f.gold, f.found, f.right, round(f.precision, 3), round(f.recall, 3), round(f.f1, 3))
        for family, f in judged.figures().items()
    ]
    mean = round(judged.mean(), 3)
    head = ("family", "gold", "found", "right", "precision", "recall", "f1")
    if form == "json":
        figures = {row[0]: dict(zip(head[1:], row[1:], strict=True)) for row in rows}
        return json.dumps({**figures, "mean": {"f1": mean}}, indent=1) + "\n"
    if form == "csv":
        return "".join(",".join(map(str, row)) + "\n" for row in (head, *rows, ("mean", "", "", "", "", "", mean)))
    lines = [f"{head[0]:15}" + "".join(f"{name:>10}" for name in head[1:])]
    lines += [
        f"{row[0]:15}" + "".join(f"{n:10}" for n in row[1:4]) + "".join(f"{x:10.3f}" for x in row[4:]) for row in rows
    ]
    return "\n".join([*lines, f"{'mean':15}{mean:60.3f}"]) + "\n"


def show_item(item: Judged) -> str:
    """One item as a line: + right, - missed, ! made up."""
    sign = {"right": "+", "missed": "-", "made up": "!"}[item.verdict]
    return f"{sign} {item.family} {item.where} {json.dumps(item.item, ensure_ascii=False)}"


def against_floors(judged: Score, file: Path, name: str, floor: dict[str, Any]) -> bool:
    """Tell what changed since the pinned state, move the floors where asked; whether a family is under its floor."""
    from kg.evaluate import Pinned, change_since, fallen, lowered, raised, read_floors, write_floors

    sets = read_floors(file)
    pinned = sets.get(name, Pinned())
    say_change(change_since(judged, pinned), pinned)
    if floor["lower"]:
        pinned = lowered(judged, pinned, floor["lower"], floor["why"])
    if floor["up"]:
        pinned = raised(judged, pinned)
    if pinned is not sets.get(name, pinned) or floor["up"]:
        write_floors(file, {**sets, name: pinned})
    under = fallen(judged, pinned)
    for family, (now, least) in under.items():
        say(f"低于底线 / under the floor: {family} {now:.3f} < {least:.3f}")
    return bool(under)


def say_change(change: Change, pinned: Pinned) -> None:
    """Tell what was gained, lost, newly made up and mended, where a state was pinned."""
    if not pinned.floors:
        return
    for title, items in (
        ("新得 / gained", change.gained),
        ("丢失 / lost", change.lost),
        ("新多出 / new made up", change.made_up),
    ):
        say(f"{title}: {len(items)}")
        for item in items[:SHOWN]:
            say(f"  {show_item(item)}")
        if len(items) > SHOWN:
            say(f"  …… {len(items) - SHOWN}")
    say(f"消除 / mended: {change.mended}")
