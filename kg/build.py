"""The main job: read, extract, link, store, draw; written beside the old output and moved over it when all is done."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import ReadError
from kg.gazetteer import open_gazetteer
from kg.graph import graph_quads, write_graph
from kg.model import ArticleFacts
from kg.pipeline import SAMPLES, Outcome, run
from kg.progress import Progress
from kg.report import make_report, report_html, report_json
from kg.scheme import load_concepts
from kg.tables import write_jsonl, write_xlsx
from kg.view import ConceptLabel, write_map

OUTPUTS = ("facts.jsonl", "facts.xlsx", "graph.nq.gz", "graph.ttl", "map.html", "report.html", "report.json")


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did, for the person at the terminal."""

    output: Path
    files: int
    failed: tuple[tuple[str, str], ...]
    articles: int
    places: int
    practices: int

    @property
    def exit_code(self) -> int:
        """1 where an input could not be read, else 0."""
        return 1 if self.failed else 0

    def lines(self) -> list[str]:
        """The summary, a line each, Chinese first."""
        lines = [
            f"{self.files} 个文件，{self.articles} 篇报道，{self.places} 个地方，{self.practices} 个做法 / "
            + f"{self.files} files, {self.articles} articles, {self.places} places, {self.practices} practices",
            f"写好了 / written: {self.output / 'map.html'}",
        ]
        if self.failed:
            lines.append(f"{len(self.failed)} 个文件读不了，见 / files that failed, see: {self.output / 'report.html'}")
        return lines


def build(
    paths: Sequence[Path | str], output: Path, workers: int = 1, say: Callable[[str], None] | None = None
) -> Summary:
    """Build ``output`` from files, folders, globs and zips (the samples where there are none) and tell what was done.

    Raises ReadError where no article could be read at all; what stood in ``output`` is then left as it was.
    """
    progress = Progress(say or (lambda _: None))
    outcomes = list(run(paths or [SAMPLES], workers, progress.step))
    progress.end()
    facts = [f for o in outcomes for f in o.facts]
    if not facts:
        reasons = "；".join(f"{o.name}：{o.error}" for o in outcomes if o.error) or "没有可读的文件 / no readable file"
        raise ReadError(f"没有读到报道，{output} 未改动 / no article was read, {output} is left as it was：{reasons}")
    with tempfile.TemporaryDirectory(dir=prepare(output), prefix=".new-") as draft:
        write_outputs(outcomes, facts, Path(draft))
        replace_outputs(Path(draft), output)
    return summarise(output, outcomes, facts)


def prepare(output: Path) -> Path:
    """The output folder, made where it is missing; raises ReadError where a file stands in its place."""
    if output.exists() and not output.is_dir():
        raise ReadError(f"{output} 是个文件，请换一个文件夹 / {output} is a file; name a folder")
    output.mkdir(parents=True, exist_ok=True)
    return output


def write_outputs(outcomes: Sequence[Outcome], facts: Sequence[ArticleFacts], folder: Path) -> None:
    """Write every output into a folder; the same facts give the same bytes."""
    write_jsonl(facts, folder / "facts.jsonl")
    write_xlsx(facts, folder / "facts.xlsx")
    documents = [o.document for o in outcomes if o.document is not None]
    write_graph(graph_quads(facts, documents, open_gazetteer()), folder)
    labels = [ConceptLabel(c.id, c.top, c.zh, c.en, c.definition_zh) for c in load_concepts()]
    write_map(facts, labels, folder / "map.html")
    report = make_report(outcomes)
    (folder / "report.html").write_text(report_html(report), encoding="utf-8", newline="\n")
    (folder / "report.json").write_text(report_json(report), encoding="utf-8", newline="\n")


def replace_outputs(draft: Path, output: Path) -> None:
    """Move finished files over the old ones; an output that is no longer written is removed."""
    for name in OUTPUTS:
        if (draft / name).exists():
            (draft / name).replace(output / name)
        else:
            (output / name).unlink(missing_ok=True)


def summarise(output: Path, outcomes: Sequence[Outcome], facts: Sequence[ArticleFacts]) -> Summary:
    """The summary of a build."""
    return Summary(
        output=output,
        files=len(outcomes),
        failed=tuple((o.name, o.error) for o in outcomes if o.error is not None),
        articles=len(facts),
        places=len({(p.name, p.within) for f in facts for p in f.places.places}),
        practices=len({(p.name, p.at) for f in facts for p in f.practices}),
    )


def check_build(paths: Iterable[Path | str], output: Path, workers: int = 1) -> list[str]:
    """Names of output files that a fresh build would write differently, empty where all are up to date."""
    draft = Path(tempfile.mkdtemp(prefix="kg-check-"))
    try:
        build(list(paths), draft, workers)
        return [name for name in OUTPUTS if read_or_none(draft / name) != read_or_none(output / name)]
    finally:
        shutil.rmtree(draft)


def read_or_none(path: Path) -> bytes | None:
    """The bytes of a file, None where there is none."""
    return path.read_bytes() if path.is_file() else None
