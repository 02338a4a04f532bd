"""The notebooks run from top to bottom, use public names alone, stay offline and are kept without outputs."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import Any

import pytest

import kg

NOTEBOOKS = sorted((Path(__file__).resolve().parent.parent / "notebooks").glob("*.ipynb"))
IDS = [path.stem for path in NOTEBOOKS]
NO_NETWORK = """
import socket
def _refuse(self, address, _connect=socket.socket.connect):
    if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in ("127.0.0.1", "::1"):
        raise OSError(f"a notebook must not need the network: {address}")
    return _connect(self, address)
socket.socket.connect = _refuse
"""

pytestmark = pytest.mark.parametrize("path", NOTEBOOKS, ids=IDS)


def cells(path: Path, kind: str) -> list[dict[str, Any]]:
    return [cell for cell in json.loads(path.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == kind]


def trees(path: Path) -> list[ast.Module]:
    return [ast.parse("".join(cell["source"])) for cell in cells(path, "code")]


@pytest.mark.slow
def test_every_cell_runs(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nbformat = pytest.importorskip("nbformat", reason="needs zhitu[notebook]")
    nbclient = pytest.importorskip("nbclient", reason="needs zhitu[notebook]")
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", str(Path(kg.__file__).parent.parent))
    notebook = nbformat.read(path, as_version=4)
    notebook.cells.insert(0, nbformat.v4.new_code_cell(NO_NETWORK))
    nbclient.NotebookClient(
        notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": tmp_path}}
    ).execute()
    shown = [out for cell in notebook.cells if cell.cell_type == "code" for out in cell.outputs]
    assert [out for out in shown if out.output_type == "error"] == []
    data = [out.get("data", {}) for out in shown]
    drawn = [d for d in data if "image/png" in d or "<iframe" in d.get("text/html", "")]
    assert drawn, "a map or a plot is shown"
    assert not [out for out in shown if "missing from" in out.get("text", "") and "Glyph" in out["text"]]
    assert not [out for out in shown if "Empty DataFrame" in out.get("data", {}).get("text/plain", "")]


def test_outputs_are_not_kept(path: Path) -> None:
    for cell in cells(path, "code"):
        assert cell["outputs"] == []
        assert cell["execution_count"] is None


def test_only_public_names_are_used(path: Path) -> None:
    for tree in trees(path):
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                assert [alias.name for alias in node.names if alias.name.startswith("kg.")] == []
            if isinstance(node, ast.ImportFrom):
                assert not (node.module or "").startswith("kg")
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "kg":
                assert node.attr in kg.__all__


def test_no_function_is_defined(path: Path) -> None:
    kinds = (ast.FunctionDef, ast.ClassDef, ast.Lambda)
    assert [node for tree in trees(path) for node in ast.walk(tree) if isinstance(node, kinds)] == []


def test_every_section_is_told_in_chinese_and_english(path: Path) -> None:
    for cell in cells(path, "markdown"):
        text = "".join(cell["source"])
        assert any("\u4e00" <= char <= "\u9fff" for char in text)
        assert any(char.isascii() and char.isalpha() for char in text)


def test_the_name_begins_with_its_number(path: Path) -> None:
    assert path.stem[:2].isdigit()
