"""kg evaluate: figures on stdout, changes on stderr, exit code 1 under a floor, errors that name the file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from annotated import article
from click.testing import CliRunner, Result

from kg.cli import main

TEXT = "桐庐县推行“红色物业”\n\n近日，桐庐县在全县推行“红色物业”，已建成示范点12个。\n"


def evaluate(*words: str | Path) -> Result:
    return CliRunner().invoke(main, ["evaluate", *map(str, words)])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    tmp_path /= "gold"
    tmp_path.mkdir()
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    annotated = article(title="桐庐县推行“红色物业”", opening="近日，桐庐县在全县推", localities=["桐庐县", "建德市"])
    (tmp_path / "a.json").write_text(json.dumps([annotated], ensure_ascii=False), encoding="utf-8")
    return tmp_path


def test_the_texts_beside_the_annotation_are_read(folder: Path) -> None:
    result = evaluate(folder, "--format", "json")
    assert json.loads(result.stdout)["localities"]["right"] == 1
    assert json.loads(result.stdout)["localities"]["gold"] == 2


def test_facts_extracted_before_are_scored_alike(folder: Path) -> None:
    facts = CliRunner().invoke(main, ["extract", str(folder / "a.txt")]).stdout
    (folder / "facts.jsonl").write_text(facts, encoding="utf-8")
    assert evaluate(folder, folder / "facts.jsonl").stdout == evaluate(folder, folder / "a.txt").stdout


def test_errors_are_listed_by_article(folder: Path) -> None:
    assert '- localities a.txt#0 "建德市"' in evaluate(folder, "--errors", "localities").stdout


def test_a_family_that_does_not_exist_is_answered_with_those_that_do(folder: Path) -> None:
    result = evaluate(folder, "--errors", "places_codes")
    assert result.exit_code == 2
    assert "place_codes" in result.stderr


def test_a_fall_under_a_floor_is_told_and_fails(folder: Path) -> None:
    floors = folder.parent / "floors.json"
    assert evaluate(folder, "--floors", floors, "--set", "mine", "--raise").exit_code == 0
    (folder / "a.txt").write_text(
        "萍乡市办起讲堂\n\n近日，萍乡市湘东区办起“乡贤讲堂”，听讲者300人。\n", encoding="utf-8"
    )
    result = evaluate(folder, "--floors", floors, "--set", "mine")
    assert result.exit_code == 1
    assert "低于底线 / under the floor: articles" in result.stderr
    assert "- localities a.txt#0" in result.stderr


def test_a_floor_is_lowered_only_with_a_reason(folder: Path) -> None:
    floors = folder.parent / "floors.json"
    evaluate(folder, "--floors", floors, "--raise")
    refused = evaluate(folder, "--floors", floors, "--lower", "localities")
    assert refused.exit_code == 2
    assert "--why" in refused.stderr
    assert evaluate(folder, "--floors", floors, "--lower", "localities", "--why", "标注改正").exit_code == 0
    assert "标注改正" in floors.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("content", "said"), [("[", "JSON"), ("{}", "数组"), ('[{"n": 0}]', "第 1 篇"), ("[3]", "第 1 篇")]
)
def test_annotation_that_cannot_be_read_is_refused_by_name(folder: Path, content: str, said: str) -> None:
    (folder / "b.json").write_text(content, encoding="utf-8")
    result = evaluate(folder)
    assert result.exit_code == 2
    assert "b.json" in result.stderr
    assert said in result.stderr


def test_a_folder_without_annotation_is_refused(tmp_path: Path) -> None:
    result = evaluate(tmp_path)
    assert result.exit_code == 2
    assert "*.json" in result.stderr


def test_a_file_that_is_no_output_of_extract_is_refused(folder: Path) -> None:
    (folder / "facts.jsonl").write_text("桐庐", encoding="utf-8")
    assert "facts.jsonl" in evaluate(folder, folder / "facts.jsonl").stderr


def test_files_that_cannot_be_read_are_no_reason_to_move_a_floor(folder: Path, tmp_path: Path) -> None:
    floors = tmp_path / "floors.json"
    assert evaluate(folder, "--floors", floors, "--raise").exit_code == 0
    pinned = floors.read_text(encoding="utf-8")
    result = evaluate(folder, tmp_path / "absent", "--floors", floors, "--lower", "localities", "--why", "换了路径")
    assert result.exit_code == 2
    assert "absent" in result.stderr
    assert floors.read_text(encoding="utf-8") == pinned
