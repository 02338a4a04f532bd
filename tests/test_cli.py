"""The command kg: data on stdout, talk on stderr, exit codes 0, 1 and 2, and errors that say what to do."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator
from written import REPORTS, write_reports

from kg.cli import main
from kg.graph import list_questions
from kg.tables import facts_schema

COMMANDS = sorted(main.commands)
PRACTICES = "SELECT ?name WHERE { ?p a zt:Practice ; rdfs:label ?name } ORDER BY ?name LIMIT 3"


def kg(*words: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, words, input=stdin)


@pytest.fixture(scope="module")
def graph(sample_build: Path) -> Sequence[str]:
    return ("--graph", str(sample_build))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str) -> None:
    result = kg(command, "--help")
    assert result.exit_code == 0
    assert f"example:  kg {command} " in result.stdout


def test_the_bare_command_lists_the_verbs_and_fails() -> None:
    result = kg()
    assert result.exit_code == 2
    assert all(command in result.output for command in COMMANDS)


def test_a_verb_misspelt_is_guessed() -> None:
    result = kg("biuld")
    assert result.exit_code == 2
    assert "build" in result.stderr


def test_the_version_is_printed() -> None:
    assert kg("--version").stdout.startswith("kg, version ")


class TestBuild:
    def test_talks_on_stderr_alone(self, tmp_path: Path) -> None:
        result = kg("build", str(write_reports(tmp_path / "in")), "-o", str(tmp_path / "out"))
        assert result.exit_code == 0
        assert result.stdout == ""
        assert str(tmp_path / "out" / "map.html") in result.stderr

    def test_check_exits_0_for_a_fresh_output_and_1_for_an_edited_one(self, tmp_path: Path) -> None:
        words = ("build", str(write_reports(tmp_path / "in")), "-o", str(tmp_path / "out"))
        kg(*words)
        assert kg(*words, "--check").exit_code == 0
        with (tmp_path / "out" / "facts.jsonl").open("a", encoding="utf-8") as file:
            file.write("\n")
        result = kg(*words, "--check")
        assert result.exit_code == 1
        assert "facts.jsonl" in result.stderr
        assert "report.json" not in result.stderr

    def test_a_file_as_output_is_an_error(self, tmp_path: Path) -> None:
        (tmp_path / "out").write_text("", encoding="utf-8")
        result = kg("build", "-o", str(tmp_path / "out"))
        assert (result.exit_code, result.stdout) == (2, "")
        assert "-o" in result.stderr


class TestExtract:
    def test_prints_json_lines_after_the_schema(self, tmp_path: Path) -> None:
        result = kg("extract", str(write_reports(tmp_path)))
        assert result.exit_code == 0
        validator = Draft202012Validator(facts_schema())
        articles = [json.loads(line) for line in result.stdout.splitlines()]
        assert [article["source"] for article in articles] == sorted(REPORTS)
        assert [error.message for article in articles for error in validator.iter_errors(article)] == []

    def test_prints_csv_that_excel_opens_as_utf8(self, tmp_path: Path) -> None:
        result = kg("extract", str(write_reports(tmp_path)), "--format", "csv")
        assert result.stdout.startswith("\ufeff")
        rows = list(csv.DictReader(io.StringIO(result.stdout.removeprefix("\ufeff"))))
        practice = next(row for row in rows if row["做法"] == "红色物业")
        assert (practice["地方"], practice["来源"]) == ("桐庐县", "a.txt")
        assert "红色物业" in practice["原句"]

    @pytest.mark.parametrize("form", ["jsonl", "csv"])
    def test_workers_change_nothing(self, form: str, tmp_path: Path) -> None:
        words = ("extract", str(write_reports(tmp_path)), "--format", form)
        assert kg(*words, "--workers", "2").stdout == kg(*words).stdout

    @pytest.mark.parametrize("words", [("missing.txt",), (".",)], ids=["missing file", "empty folder"])
    def test_where_nothing_can_be_read_it_fails(
        self, words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        result = kg("extract", *words)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr

    def test_needs_a_path(self) -> None:
        assert kg("extract").exit_code == 2


class TestQuery:
    def test_takes_a_query_a_file_and_stdin(self, graph: Sequence[str], tmp_path: Path) -> None:
        (tmp_path / "q.rq").write_text(PRACTICES, encoding="utf-8")
        given = kg("query", PRACTICES, *graph)
        assert given.exit_code == 0
        assert given.stderr == ""
        assert kg("query", str(tmp_path / "q.rq"), *graph).stdout == given.stdout
        assert kg("query", "-", *graph, stdin=PRACTICES).stdout == given.stdout
        assert kg("query", *graph, stdin=PRACTICES).stdout == given.stdout

    def test_the_forms_hold_the_same_rows(self, graph: Sequence[str]) -> None:
        as_json = json.loads(kg("query", PRACTICES, *graph, "--format", "json").stdout)
        as_csv = list(csv.DictReader(io.StringIO(kg("query", PRACTICES, *graph, "--format", "csv").stdout)))
        assert as_json == as_csv
        assert len(as_csv) == 3
        assert all(row["name"] in kg("query", PRACTICES, *graph).stdout for row in as_csv)

    @pytest.mark.parametrize(
        ("query", "message"),
        [
            ("SELECT ?p WHERE { ?p a zt:Practise }", "zt:Practice"),
            ("SELECT ?p WHERE { ?p a", "line 1"),
            ("SELECT ?p WHERE { ?p a zt:Practice ；", "full-width"),
            ("DELETE WHERE { ?s ?p ?o }", "read-only"),
            ("", "empty"),
            ("missing.rq", "no such query file"),
        ],
        ids=["unknown term", "cut off", "full-width mark", "update", "empty", "missing file"],
    )
    def test_a_query_that_cannot_be_run_says_why(self, query: str, message: str, graph: Sequence[str]) -> None:
        result = kg("query", query, *graph)
        assert (result.exit_code, result.stdout) == (2, "")
        assert message in result.stderr
        assert "Traceback" not in result.stderr

    def test_without_a_graph_it_says_how_to_build_one(self, tmp_path: Path) -> None:
        result = kg("query", PRACTICES, "--graph", str(tmp_path / "none"))
        assert result.exit_code == 2
        assert "kg build -o" in result.stderr


class TestAsk:
    def test_lists_the_questions_with_a_command_to_copy(self) -> None:
        result = kg("ask")
        assert result.exit_code == 0
        for question in list_questions():
            assert question.title_zh in result.stdout
            assert f"kg ask {question.name}" in result.stdout

    def test_lists_the_questions_for_programs(self) -> None:
        rows = json.loads(kg("ask", "--format", "json").stdout)
        assert [row["name"] for row in rows] == [question.name for question in list_questions()]

    def test_who_runs_a_practice_is_answered_with_the_article_and_the_sentence(self, graph: Sequence[str]) -> None:
        result = kg("ask", "who-runs", "practice=红色物业", *graph, "--format", "json")
        assert result.exit_code == 0
        answers = {row["地方"]: row for row in json.loads(result.stdout)}
        assert {"钟楼区", "阜宁县", "响水县"} <= answers.keys()
        assert answers["阜宁县"]["报道"] == "阜宁县：五级组织一条线 社区服务到家门"
        assert "阜宁县推进“红色物业”示范点建设" in answers["阜宁县"]["引文"]

    def test_a_bare_value_fills_the_slot(self, graph: Sequence[str]) -> None:
        named = kg("ask", "who-runs", "practice=四议两公开", *graph)
        assert kg("ask", "who-runs", "四议两公开", *graph).stdout == named.stdout

    @pytest.mark.parametrize("question", [q.name for q in list_questions() if all(s.default for s in q.slots.values())])
    def test_every_question_runs_as_its_example_shows(self, question: str, graph: Sequence[str]) -> None:
        assert kg("ask", question, *graph).exit_code == 0

    @pytest.mark.parametrize(
        ("words", "message"),
        [
            (("who-run",), "who-runs"),
            (("who-runs", "practise=红色物业"), "practice="),
            (("who-runs", "practice="), "practice=红色物业"),
            (("who-runs", "红色物业", "桐庐县"), "桐庐县"),
            (("who-runs", "practice=没有这种做法"), "没有这种做法"),
            (("reported-in-year", "year=去年"), "2023"),
        ],
        ids=["question", "slot", "value missing", "value too many", "unknown practice", "no year"],
    )
    def test_a_question_that_cannot_be_asked_says_why(
        self, words: tuple[str, ...], message: str, graph: Sequence[str]
    ) -> None:
        result = kg("ask", *words, *graph)
        assert (result.exit_code, result.stdout) == (2, "")
        assert message in result.stderr


@pytest.mark.slow
def test_the_streams_are_utf8_with_lf_whatever_the_terminal_is_set_to(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"}
    command = [sys.executable, "-m", "kg", "extract", str(write_reports(tmp_path) / "a.txt"), "missing.txt"]
    run = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert run.returncode == 1
    assert json.loads(run.stdout.decode("utf-8"))["title"] == "桐庐县推行“红色物业”"
    assert b"\r" not in run.stdout
    assert "没有这个文件" in run.stderr.decode("utf-8")
