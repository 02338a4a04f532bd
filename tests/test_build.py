"""A build: the same bytes whatever the order, hash seed or workers; all outputs or none; stale ones are found."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from written import REPORTS, contents, write_reports

import kg.build
from kg.build import OUTPUTS, build, check_build
from kg.check import Finding
from kg.errors import OutputError, ReadError


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_reports(tmp_path_factory.mktemp("reports"))


@pytest.fixture(scope="module")
def built(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    build([reports], folder)
    return folder


@pytest.fixture
def copy(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "copy"))


def built_by_command(reports: Path, output: Path, *options: str, seed: str = "0") -> dict[str, bytes]:
    paths = sorted(map(str, reports.iterdir()), reverse=seed != "0")
    environment = {**os.environ, "PYTHONHASHSEED": seed, "ZHITU_CACHE": "off"}
    command = [sys.executable, "-m", "kg", "build", *paths, "-o", str(output), *options]
    subprocess.run(command, check=True, env=environment, capture_output=True)
    return contents(output)


def test_a_build_writes_what_the_design_lists_and_leaves_nothing_else_behind(built: Path) -> None:
    assert sorted(path.name for path in built.iterdir()) == sorted(OUTPUTS)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("seed", "options"), [("1", ()), ("0", ("--workers", "2"))], ids=["hash seed and order", "two workers"]
)
def test_the_same_reports_give_the_same_bytes(
    seed: str, options: tuple[str, ...], reports: Path, built: Path, tmp_path: Path
) -> None:
    assert built_by_command(reports, tmp_path / "again", *options, seed=seed) == contents(built)


def test_outputs_hold_no_time_no_path_and_no_carriage_return(built: Path, reports: Path) -> None:
    for name in ("facts.jsonl", "graph.ttl", "map.html", "report.html", "report.json"):
        text = (built / name).read_bytes().decode("utf-8")
        assert str(reports) not in text, name
        assert "\r" not in text, name
    with gzip.open(built / "graph.nq.gz") as file:
        lines = file.read().decode("utf-8").splitlines()
    assert lines == sorted(lines)
    assert (built / "graph.nq.gz").read_bytes()[4:8] == bytes(4)


def test_an_up_to_date_output_is_found_so_and_not_touched(built: Path, reports: Path) -> None:
    before = contents(built)
    assert check_build([reports], built) == []
    assert contents(built) == before


@pytest.mark.parametrize("name", OUTPUTS)
def test_an_output_edited_by_hand_is_found(
    name: str, reports: Path, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh = contents(copy)
    edit(copy / name)
    monkeypatch.setattr(kg.build, "write_outputs", lambda _, folder, __: write_all(folder, fresh))
    assert check_build([reports], copy) == [name]


def edit(path: Path) -> None:
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path, "a") as book:
            book.writestr("xl/notes.xml", "<notes/>")
    else:
        path.write_bytes(path.read_bytes() + b" ")


def test_a_file_packed_by_another_zlib_is_up_to_date(
    reports: Path, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh = contents(copy)
    packed = copy / "graph.nq.gz"
    packed.write_bytes(gzip.compress(gzip.decompress(packed.read_bytes()), compresslevel=1))
    assert packed.read_bytes() != fresh["graph.nq.gz"]
    monkeypatch.setattr(kg.build, "write_outputs", lambda _, folder, __: write_all(folder, fresh))
    assert check_build([reports], copy) == []


def write_all(folder: Path, files: dict[str, bytes]) -> None:
    for name, data in files.items():
        (folder / name).write_bytes(data)


def test_a_changed_report_makes_the_output_stale(built: Path, tmp_path: Path) -> None:
    changed = write_reports(tmp_path / "reports")
    (changed / "a.txt").write_text(REPORTS["a.txt"].replace("12", "13"), encoding="utf-8")
    assert "facts.jsonl" in check_build([changed], built)


def test_a_missing_output_is_found(reports: Path, tmp_path: Path) -> None:
    assert check_build([reports], tmp_path / "none") == list(OUTPUTS)
    assert not (tmp_path / "none").exists()


def fail(*_: Any, **__: Any) -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("step", ["write_jsonl", "write_graph", "write_map", "report_html"])
def test_a_build_that_fails_leaves_the_old_output_untouched(
    step: str, reports: Path, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(copy)
    monkeypatch.setattr(kg.build, step, fail)
    with pytest.raises(OutputError, match=r"No space left.*as it was"):
        build([reports / "a.txt"], copy)
    assert contents(copy) == before


def test_where_one_output_cannot_be_replaced_the_others_are_put_back(
    reports: Path, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, move = contents(copy), kg.build.replace_or_remove

    def refuse_open_workbook(new: Path, old: Path) -> None:
        if old.name == "facts.xlsx" and new.parent.name != "old":
            raise PermissionError(13, "open in another program")
        move(new, old)

    monkeypatch.setattr(kg.build, "replace_or_remove", refuse_open_workbook)
    with pytest.raises(OutputError, match=r"facts\.xlsx.*Excel"):
        build([reports / "a.txt"], copy)
    assert contents(copy) == before


def test_an_interrupted_build_leaves_the_old_output_untouched(
    reports: Path, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    before = contents(copy)
    monkeypatch.setattr(kg.build, "write_map", interrupt)
    with pytest.raises(KeyboardInterrupt):
        build([reports / "a.txt"], copy)
    assert contents(copy) == before


def test_outputs_are_moved_into_place_finished(reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[set[str]] = []
    write = kg.build.write_outputs

    def watch(reading: kg.build.Reading, folder: Path, questions: bool) -> tuple[Finding, ...]:
        found = write(reading, folder, questions)
        seen.append({path.name for path in (tmp_path / "out").iterdir() if path.is_file()})
        return found

    monkeypatch.setattr(kg.build, "write_outputs", watch)
    build([reports / "a.txt"], tmp_path / "out")
    assert seen == [set()]


def test_an_output_path_that_is_a_file_is_refused_and_kept(reports: Path, tmp_path: Path) -> None:
    file = tmp_path / "out"
    file.write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match="-o"):
        build([reports], file)
    assert file.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("given", ["missing.txt", "*.pdf", "empty"])
def test_where_no_input_is_found_nothing_is_written(given: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(ReadError):
        build([tmp_path / given], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_build_does_not_read_its_own_pages(tmp_path: Path) -> None:
    write_reports(tmp_path)
    assert build([tmp_path], tmp_path / "build").files == len(REPORTS)
    assert build([tmp_path], tmp_path / "build").files == len(REPORTS)


def test_an_output_that_is_no_longer_written_is_removed(
    reports: Path, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write_quads(_: object, folder: Path) -> list[Path]:
        (folder / "graph.nq.gz").write_bytes(b"")
        return [folder / "graph.nq.gz"]

    monkeypatch.setattr(kg.build, "write_graph", write_quads)
    build([reports / "a.txt"], copy)
    assert not (copy / "graph.ttl").exists()


def test_other_files_in_the_output_folder_stay(reports: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    build([reports / "a.txt"], tmp_path)
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_the_summary_counts_what_was_read(reports: Path, built: Path, tmp_path: Path) -> None:
    summary = build([reports, reports / "missing.txt"], tmp_path)
    assert (summary.files, summary.articles, summary.exit_code) == (5, 4, 1)
    assert [name for name, _ in summary.failed] == ["missing.txt"]
    figures = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["figures"]
    assert (figures["files"], figures["failed"], figures["articles"]) == (5, 1, 4)
    assert figures["practices"] >= 4
    assert summary.lines()[0].startswith("5 个文件，4 篇报道，")
    assert " / 5 files, 4 articles, " in summary.lines()[0]
    assert "1 file could not be read" in summary.lines()[-1]


def test_the_summary_of_one_file_counts_in_the_singular(reports: Path, tmp_path: Path) -> None:
    assert " / 1 file, 1 article, " in build([reports / "a.txt"], tmp_path).lines()[0]
