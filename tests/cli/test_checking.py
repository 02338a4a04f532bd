"""kg check on the terminal: levels, pages, forms, the rule book, and the exit code."""

from __future__ import annotations

import gzip
import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import kg
from kg.cli import main
from kg.graph.store import QUADS_FILE
from kg.rulebook import load_from


def check(*words: str | Path) -> Result:
    return CliRunner().invoke(main, ["check", *map(str, words)])


def test_a_sound_graph_gives_notes_and_success(sample_build: Path) -> None:
    result = check("--graph", sample_build, "--no-shapes")
    assert result.exit_code == 0
    assert "INFO one-source" in result.stdout
    assert "0 个错误" in result.stdout


def test_only_what_is_bad_enough_is_listed(sample_build: Path) -> None:
    assert "INFO" not in check("--graph", sample_build, "--no-shapes", "--level", "WARN").stdout


def test_a_quote_that_was_tampered_with_fails(sample_build: Path, tmp_path: Path) -> None:
    lines = gzip.decompress((sample_build / QUADS_FILE).read_bytes()).decode("utf-8")
    (tmp_path / QUADS_FILE).write_bytes(gzip.compress(lines.replace('oa#exact> "', 'oa#exact> "改', 1).encode("utf-8")))
    result = check("--graph", tmp_path, "--no-shapes", "--format", "json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)[0]["check"] == "quote-differs"


def test_shapes_are_part_of_it(sample_build: Path) -> None:
    pytest.importorskip("pyshacl", reason="needs zhitu[quality]")
    assert "UndatedArticleShape" in check("--graph", sample_build).stdout


def test_the_page_of_a_check_says_what_to_do() -> None:
    assert "怎么办：" in check("--page", "quote-differs").stdout


def test_an_unknown_page_is_answered_with_those_there_are() -> None:
    result = check("--page", "quote-difers")
    assert result.exit_code == 2
    assert "quote-differs" in result.stderr


def test_the_rule_book_is_counted_where_it_is_sound() -> None:
    result = check("--rules")
    assert result.exit_code == 0
    assert "条规则" in result.stdout


def test_an_example_that_does_not_hold_is_named_with_file_and_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = Path(kg.__file__).parent
    for folder in ("rules", "lexicons"):
        shutil.copytree(package / folder, tmp_path / folder)
    people = tmp_path / "rules" / "people.yaml"
    text = people.read_text(encoding="utf-8").replace("这名网格员名叫周小燕，今年三十岁", "这名网格员今年三十岁")
    people.write_text(
        text.replace("counterexamples: [网格员周小燕说]", "counterexamples: [网格员名叫周小燕]"), encoding="utf-8"
    )
    book = load_from(tmp_path / "rules", tmp_path / "lexicons")
    monkeypatch.setattr("kg.rulebook.load_rulebook", lambda: book)
    result = check("--rules")
    assert result.exit_code == 2
    assert "does not match its example “这名网格员今年三十岁”" in result.stderr
    assert "in its counterexample “网格员名叫周小燕”" in result.stderr
    assert re.search(r'people\.yaml:\d+ rule "post-called"', result.stderr)


def test_a_build_tells_what_its_checks_found(sample_build: Path) -> None:
    assert json.loads((sample_build / "check.json").read_text(encoding="utf-8"))
    assert "质量检查" in (sample_build / "check.html").read_text(encoding="utf-8")
