"""The main job: read, extract, link, store, draw; written beside the old output and moved over it when all is done."""

from __future__ import annotations

import gzip
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kg.check import Finding, as_html, as_json, run_checks, summary
from kg.errors import OutputError, ReadError
from kg.gazetteer import own_gazetteer
from kg.graph import dataset_of, graph_quads, near_names_in, portable_questions, write_graph
from kg.model import ArticleFacts
from kg.pipeline import Outcome, find_sources, run
from kg.progress import Progress
from kg.read import Input
from kg.report import make_report, report_html, report_json
from kg.scheme import load_concepts
from kg.tables import write_jsonl, write_xlsx
from kg.view import ConceptLabel, Questions, write_map

OUTPUTS = (
    "check.html", "check.json", "facts.jsonl", "facts.xlsx", "graph.nq.gz", "graph.ttl", "map.html", "report.html",
    "report.json",
)  # fmt: skip
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of all inputs, and which files in folders were passed over and why."""

    outcomes: tuple[Outcome, ...]
    skipped: tuple[tuple[str, str], ...]

    @property
    def facts(self) -> list[ArticleFacts]:
        """The facts of all articles in reading order."""
        return [facts for outcome in self.outcomes for facts in outcome.facts]

    @property
    def failed(self) -> tuple[tuple[str, str], ...]:
        """Names and reasons of the inputs that could not be read."""
        return tuple((o.name, o.error) for o in self.outcomes if o.error is not None)


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did, for the person at the terminal."""

    output: Path
    files: int
    failed: tuple[tuple[str, str], ...]
    articles: int
    places: int
    practices: int
    checked: str

    @property
    def exit_code(self) -> int:
        """1 where an input could not be read, else 0."""
        return 1 if self.failed else 0

    def lines(self) -> list[str]:
        """The summary, a line each, Chinese first."""
        zh = f"{self.files} 个文件，{self.articles} 篇报道，{self.places} 个地方，{self.practices} 个做法"
        read = f"{_counted(self.files, 'file')}, {_counted(self.articles, 'article')}"
        en = f"{read}, {_counted(self.places, 'place')}, {_counted(self.practices, 'practice')}"
        page = self.output / "map.html"
        lines = [
            f"{zh} / {en}",
            f"地图写好了，用浏览器打开 / the map is written, open it in a browser: {page}",
            self.checked,
        ]
        if self.failed:
            bad, see = len(self.failed), self.output / "report.html"
            lines.append(f"{bad} 个文件读不了，原因和办法见 / {_counted(bad, 'file')} could not be read, see: {see}")
        return lines


def _counted(number: int, word: str) -> str:
    """A number of things in English: 1 file, 2 files."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def build(
    paths: Iterable[Path | str], output: Path, workers: int = 1, say: Say | None = None, questions: bool = True
) -> Summary:
    """Build ``output`` from files, folders, globs and zips (the samples where there are none) and tell what was done.

    Raises ReadError where no article could be read at all, and OutputError where ``output`` cannot be written; what
    stood there is then left as it was. ``questions`` says whether the map answers questions by itself.
    """
    output = Path(output)
    if output.exists() and not output.is_dir():
        raise OutputError(f"{output} 是个文件，请用 -o 换一个文件夹 / {output} is a file; name a folder with -o")
    reading = read_all(paths, output, workers, say)
    with draft_folder(output) as draft:
        found = write_outputs(reading, draft, questions)
        replace_outputs(draft, output)
    return summarise(output, reading, found)


def read_all(paths: Iterable[Path | str], output: Path, workers: int = 1, say: Say | None = None) -> Reading:
    """What becomes of all inputs; raises ReadError where no article could be read.

    The output's own pages are no inputs, although ``kg build .`` finds them from the second time on.
    """
    progress = Progress(say or (lambda _: None))
    sources = [source for source in find_sources(paths, progress.skip) if not is_output(source, output)]
    progress.start(len(sources))
    reading = Reading(tuple(run(sources, workers, progress.step)), tuple(progress.skipped))
    if not reading.facts:
        raise ReadError(nothing_read(reading))
    return reading


def is_output(source: Input, output: Path) -> bool:
    """Whether an input is a file that a build writes to the output folder."""
    path = Path(source.path)
    return path.name in OUTPUTS and path.parent.resolve() == output.resolve()


def nothing_read(reading: Reading) -> str:
    """The message where no input gave an article, with the first reason."""
    if not reading.outcomes:
        return "没有可读的文件，请检查路径 / nothing to read there; check the path"
    if not reading.failed:
        return "读了文件，但里面没有报道 / the files hold no article"
    (name, why), *others = reading.failed
    more = f"（还有 {len(others)} 个 / and {len(others)} more）" if others else ""
    return f"一篇报道也没有读到，什么都没有写 / no article was read, nothing is written：{name}：{why}{more}"


@contextmanager
def draft_folder(output: Path) -> Iterator[Path]:
    """A folder inside the output folder to write in, gone afterwards; raises OutputError where it cannot be made."""
    try:
        output.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=output, prefix=".new-") as draft:
            yield Path(draft)
    except OSError as error:
        raise OutputError(
            f"{output} 写不进去（{error.strerror or error}），原有结果未动；请检查权限和磁盘空间"
            " / cannot be written, the old output is as it was; check permissions and disk space"
        ) from error


def write_outputs(reading: Reading, folder: Path, questions: bool = True) -> tuple[Finding, ...]:
    """Write every output into a folder and return what the checks find; the same facts give the same bytes.

    With ``questions`` the map answers them by itself.
    """
    facts = reading.facts
    write_jsonl(facts, folder / "facts.jsonl")
    write_xlsx(facts, folder / "facts.xlsx")
    documents = [o.document for o in reading.outcomes if o.document is not None]
    quads = graph_quads(facts, documents, own_gazetteer())
    packed = next(path for path in write_graph(quads, folder) if path.suffix == ".gz")
    graph = dataset_of(quads)
    found = run_checks(graph)
    (folder / "check.html").write_text(as_html(found), encoding="utf-8", newline="\n")
    (folder / "check.json").write_text(as_json(found), encoding="utf-8", newline="\n")
    labels = [ConceptLabel(c.id, c.top, c.zh, c.en, c.definition_zh) for c in load_concepts()]
    asked = Questions(portable_questions(graph), packed.read_bytes()) if questions else None
    write_map(facts, labels, folder / "map.html", questions=asked)
    report = make_report(reading.outcomes, reading.skipped, near_names_in(quads))
    (folder / "report.html").write_text(report_html(report), encoding="utf-8", newline="\n")
    (folder / "report.json").write_text(report_json(report), encoding="utf-8", newline="\n")
    return found


def replace_outputs(draft: Path, output: Path) -> None:
    """Move finished files over the old ones, all or none; an output that is no longer written is removed.

    Windows does not let a file be replaced that is open in another program, so the files replaced before are put
    back. Raises OutputError.
    """
    old = draft / "old"
    old.mkdir()
    done: list[str] = []
    for name in OUTPUTS:
        if (output / name).exists():
            shutil.copy2(output / name, old / name)
    try:
        for name in OUTPUTS:
            replace_or_remove(draft / name, output / name)
            done.append(name)
    except OSError as error:
        for replaced in done:
            replace_or_remove(old / replaced, output / replaced)
        raise OutputError(
            f"{output / name} 换不掉（{error.strerror or error}），原有结果未动；若正在 Excel 里打开，请关掉再跑"
            " / cannot be replaced, the old output is as it was; close it in other programs and run again"
        ) from error


def replace_or_remove(new: Path, old: Path) -> None:
    """Move a file over another; where there is no new one, the old one goes."""
    if new.exists():
        new.replace(old)
    else:
        old.unlink(missing_ok=True)


def summarise(output: Path, reading: Reading, found: Sequence[Finding]) -> Summary:
    """The summary of a build."""
    facts = reading.facts
    return Summary(
        output=output,
        files=len(reading.outcomes),
        failed=reading.failed,
        articles=len(facts),
        places=len({(p.name, p.within) for f in facts for p in f.places.places}),
        practices=len({(p.name, p.at) for f in facts for p in f.practices}),
        checked=summary(found),
    )


def check_build(
    paths: Iterable[Path | str], output: Path, workers: int = 1, say: Say | None = None, questions: bool = True
) -> list[str]:  # fmt: skip
    """Names of output files that a fresh build would write differently, empty where all are up to date."""
    reading = read_all(paths, output, workers, say)
    with tempfile.TemporaryDirectory(prefix="kg-check-") as folder:
        write_outputs(reading, Path(folder), questions)
        return stale_files(OUTPUTS, Path(folder), output)


def stale_files(names: Sequence[str], fresh: Path, output: Path) -> list[str]:
    """The files whose content differs between two folders, or that only one of them has."""
    return [name for name in names if content(fresh / name) != content(output / name)]


def content(path: Path) -> bytes | dict[str, bytes] | None:
    """What a file holds, None where there is none; unpacked, for another zlib packs the same content differently."""
    if not path.is_file():
        return None
    try:
        if path.suffix == ".gz":
            return gzip.decompress(path.read_bytes())
        if path.suffix == ".xlsx":
            with zipfile.ZipFile(path) as book:
                return {name: book.read(name) for name in sorted(book.namelist())}
    except (OSError, EOFError, zipfile.BadZipFile):
        return b"damaged"
    return path.read_bytes()
