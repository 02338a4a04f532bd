"""One bad file among good ones: it is named with reason and remedy, the rest is built, old output is not harmed."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from written import REPORTS, contents, write_reports

import kg.pipeline
from kg.build import build
from kg.cli import main
from kg.errors import RuleError
from kg.model import SourceDocument
from kg.pipeline import document_facts

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 16
MEGABYTE = 1 << 20


def write_zeros(path: Path) -> None:
    path.write_bytes(bytes(8192))


def write_empty(path: Path) -> None:
    path.write_bytes(b"")


def write_picture(path: Path) -> None:
    path.write_bytes(PNG)


def write_truncated_docx(path: Path) -> None:
    docx = pytest.importorskip("docx", reason="needs zhitu[formats]")
    document = docx.Document()
    document.add_paragraph(REPORTS["a.txt"])
    document.save(path)
    path.write_bytes(path.read_bytes()[:-2000])


def write_truncated_pdf(path: Path) -> None:
    pytest.importorskip("pypdfium2", reason="needs zhitu[formats]")
    path.write_bytes(b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pag")


def write_long_line(path: Path) -> None:
    """200 MB without a line break, nearly all of it a hole, so that it is there at once."""
    with path.open("wb") as file:
        file.write(("桐庐县" * 1000).encode("utf-8"))
        file.truncate(200 * MEGABYTE)


def write_program(path: Path) -> None:
    path.write_bytes(b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 64)


def write_damaged_zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("x.txt", REPORTS["a.txt"])
    path.write_bytes(path.read_bytes()[:-30])


BAD: dict[str, tuple[str, Callable[[Path], object], str]] = {
    "empty": ("bad.txt", write_empty, "空"),
    "zeros": ("bad.txt", write_zeros, "空"),
    "truncated docx": ("bad.docx", write_truncated_docx, "损坏"),
    "truncated pdf": ("bad.pdf", write_truncated_pdf, "损坏"),
    "picture named .txt": ("bad.txt", write_picture, "图片"),
    "200 MB line": ("bad.txt", write_long_line, "MB"),
    "program named .md": ("bad.md", write_program, "UTF-8"),
    "damaged zip": ("bad.zip", write_damaged_zip, "损坏"),
    "web page without text": ("bad.html", lambda path: path.write_bytes(b"<html></html>"), "正文"),
}


@pytest.mark.parametrize(("name", "write", "reason"), BAD.values(), ids=BAD)
def test_a_bad_file_is_named_with_reason_and_remedy_and_the_rest_is_built(
    name: str, write: Callable[[Path], object], reason: str, tmp_path: Path
) -> None:
    if name.endswith(".html"):
        pytest.importorskip("trafilatura", reason="needs zhitu[formats]")
    write_reports(tmp_path / "in")
    write(tmp_path / "in" / name)
    result = CliRunner().invoke(main, ["build", str(tmp_path / "in"), "-o", str(tmp_path / "out")])
    told = next(line for line in result.stderr.splitlines() if name in line)
    assert result.exit_code == 1
    assert reason in told
    assert any(word in told for word in ("请", "run", "save", "fetch")), "the message says what to do"
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert [failed["name"] for failed in report["failed"]] == [name]
    assert report["failed"][0]["reason"] in told
    assert name in (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert report["figures"]["articles"] == len(REPORTS)


def test_one_bad_file_among_a_hundred_good_ones_changes_nothing_in_the_facts(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for i in range(100):
        text = REPORTS["a.txt"].replace("12个", f"{i + 2}个")
        (folder / f"{i:03}.txt").write_text(text, encoding="utf-8")
    assert build([folder], tmp_path / "good").exit_code == 0
    write_zeros(folder / "050b.txt")
    summary = build([folder], tmp_path / "out")
    assert (summary.exit_code, summary.articles, [name for name, _ in summary.failed]) == (1, 100, ["050b.txt"])
    good, out = contents(tmp_path / "good"), contents(tmp_path / "out")
    assert {name for name in out if out[name] != good[name]} == {"report.html", "report.json"}


@pytest.mark.parametrize("write", [write_empty, write_zeros, write_picture], ids=["empty", "zeros", "picture"])
def test_where_only_bad_files_are_given_the_old_output_stays(write: Callable[[Path], None], tmp_path: Path) -> None:
    build([write_reports(tmp_path / "in")], tmp_path / "out")
    before = contents(tmp_path / "out")
    write(tmp_path / "bad.txt")
    result = CliRunner().invoke(main, ["build", str(tmp_path / "bad.txt"), "-o", str(tmp_path / "out")])
    assert result.exit_code == 2
    assert "bad.txt" in result.stderr
    assert contents(tmp_path / "out") == before


def test_extract_prints_the_good_files_and_tells_of_the_bad_one(tmp_path: Path) -> None:
    write_reports(tmp_path)
    write_empty(tmp_path / "bad.txt")
    result = CliRunner().invoke(main, ["extract", str(tmp_path)])
    assert result.exit_code == 1
    assert [json.loads(line)["source"] for line in result.stdout.splitlines()] == sorted(REPORTS)
    assert "bad.txt" in result.stderr


def test_a_fault_of_the_program_concerns_one_file_and_says_where_it_happened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def trip(document: SourceDocument) -> object:
        if document.name == "b.txt":
            raise KeyError("odd")
        return document_facts(document)

    monkeypatch.setattr(kg.pipeline, "document_facts", trip)
    summary = build([write_reports(tmp_path / "in")], tmp_path / "out")
    assert summary.articles == len(REPORTS) - 1
    ((name, reason),) = summary.failed
    assert name == "b.txt"
    assert "KeyError('odd')" in reason
    assert ".py:" in reason


def test_a_broken_rule_stops_everything_because_it_concerns_every_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: SourceDocument) -> object:
        raise RuleError("rules/x.yaml:3: slot {orgn} is not defined")

    monkeypatch.setattr(kg.pipeline, "document_facts", broken)
    result = CliRunner().invoke(main, ["build", str(write_reports(tmp_path / "in")), "-o", str(tmp_path / "out")])
    assert result.exit_code == 2
    assert result.stderr.count("rules/x.yaml:3") == 1
    assert not (tmp_path / "out").exists()


def test_files_of_unknown_kind_in_a_folder_are_passed_over_and_reported(tmp_path: Path) -> None:
    write_reports(tmp_path / "in" / "deep")
    (tmp_path / "in" / "deep" / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    result = CliRunner().invoke(main, ["build", str(tmp_path / "in"), "-o", str(tmp_path / "out")])
    assert result.exit_code == 0
    assert "deep/photo.jpg" in result.stderr
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert [skipped["name"] for skipped in report["skipped"]] == ["deep/photo.jpg"]
