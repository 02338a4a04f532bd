"""The README is true: its commands print what it says, it names every command, its quality table holds."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import main

ROOT = Path(__file__).resolve().parent.parent
READMES = ("README.md", "README.zh-CN.md")
BLOCK = re.compile(r"^```console\n\$ (.+)\n((?:.*\n)*?)```$", re.MULTILINE)


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def blocks() -> list[tuple[str, str]]:
    return sorted({(command, output) for name in READMES for command, output in BLOCK.findall(read(name))})


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("readme")
    built = CliRunner().invoke(main, ["build", "-o", str(folder / "build")])
    assert built.exit_code == 0, built.output
    return folder


@pytest.mark.parametrize(("command", "output"), blocks(), ids=[command for command, _ in blocks()])
def test_a_command_prints_what_the_readme_shows(
    command: str, output: str, workplace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(workplace)
    result = CliRunner().invoke(main, shlex.split(command)[1:])
    assert result.exit_code == 0
    shown = [line.rstrip() for line in result.output.splitlines()]
    assert all(line.rstrip() in shown for line in output.splitlines()), result.output


def test_both_languages_show_the_same_commands() -> None:
    english, chinese = (BLOCK.findall(read(name)) for name in READMES)
    assert english == chinese
    assert english


@pytest.mark.parametrize("name", READMES)
@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_command_is_documented(command: str, name: str) -> None:
    assert f"`kg {command}" in read(name)


@pytest.mark.parametrize("name", READMES)
def test_every_link_leads_somewhere(name: str) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", read(name))
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
