"""What ``import kg`` offers, and what it costs."""

from __future__ import annotations

import builtins
import doctest
import inspect
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from written import REPORTS, write_reports

import kg

HEAVY = ("rdflib", "jieba", "daachorse", "networkx", "pyvis", "pandas", "yaml", "click", "sqlite3", "xlsxwriter")


def test_importing_the_package_loads_nothing_heavy_and_prints_nothing() -> None:
    code = (
        f"import kg, sys; print([m for m in {HEAVY!r} if m in sys.modules], [m for m in sys.modules if m[:3] == 'kg.'])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "[] ['kg.errors']\n"
    assert run.stderr == ""


def test_there_are_at_most_twelve_names_each_with_types_and_a_docstring() -> None:
    assert len(kg.__all__) <= 12
    for name in kg.__all__:
        thing = getattr(kg, name)
        assert inspect.getdoc(thing), name
        if inspect.isfunction(thing):
            signature = inspect.signature(thing)
            assert signature.return_annotation is not signature.empty, name
            assert all(p.annotation is not p.empty for p in signature.parameters.values()), name


def test_no_public_name_hides_a_module() -> None:
    package = Path(kg.__file__).parent
    modules = {path.stem for path in package.iterdir() if path.suffix == ".py" or path.is_dir()}
    assert not modules & set(kg.__all__)


def test_the_example_in_the_docstring_is_true() -> None:
    assert doctest.testmod(kg).failed == 0


def test_articles_are_read_without_facts(tmp_path: Path) -> None:
    articles = kg.read_articles(write_reports(tmp_path))
    assert [article.source for article in articles] == sorted(REPORTS)
    assert articles[0].title == "桐庐县推行“红色物业”"


def test_facts_of_paths_and_of_text_agree(tmp_path: Path) -> None:
    (of_path,) = kg.facts_of_paths(write_reports(tmp_path) / "a.txt")
    (of_text,) = kg.facts_of_text(REPORTS["a.txt"], "a.txt")
    assert (of_path.practices, of_path.measures, of_path.places) == (
        of_text.practices, of_text.measures, of_text.places,
    )  # fmt: skip


def test_a_file_that_cannot_be_read_raises_or_is_handed_over(tmp_path: Path) -> None:
    write_reports(tmp_path)
    (tmp_path / "bad.txt").write_bytes(b"")
    with pytest.raises(kg.ZhituError, match=r"bad\.txt"):
        kg.facts_of_paths(tmp_path)
    failures: list[tuple[str, str]] = []
    facts = kg.facts_of_paths(tmp_path, on_failure=lambda name, why: failures.append((name, why)))
    assert len(facts) == len(REPORTS)
    assert [name for name, _ in failures] == ["bad.txt"]


@pytest.mark.parametrize("read", [kg.read_articles, kg.facts_of_paths], ids=["articles", "facts"])
def test_no_path_is_an_error_and_not_the_samples(read: Any) -> None:
    with pytest.raises(kg.ZhituError, match="sample_paths"):
        read()


def test_frames_have_the_columns_of_the_workbook_and_the_sentence_of_each_fact(tmp_path: Path) -> None:
    pytest.importorskip("pandas", reason="needs zhitu[notebook]")
    frames = kg.facts_frames(kg.facts_of_paths(write_reports(tmp_path)))
    practices = frames["practices"]
    row = practices[practices["做法"] == "红色物业"].iloc[0]
    assert (row["地方全称"], row["代码"]) == ("浙江省杭州市桐庐县", "330122")
    assert "红色物业" in row["原句"]
    assert 25000 in set(frames["measures"]["数值"])
    assert list(kg.facts_frames(())["people"].columns)[:2] == ["姓名", "职务"]


def test_without_pandas_the_message_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without_pandas(name: str, *rest: Any) -> Any:
        if name == "pandas":
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without_pandas)
    with pytest.raises(kg.ZhituError, match=r"zhitu\[notebook\]"):
        kg.facts_frames(())


def test_a_built_folder_is_queried_asked_and_shown(tmp_path: Path) -> None:
    summary = kg.build_graph(write_reports(tmp_path / "in"), output=tmp_path / "out")
    assert (summary.files, summary.failed) == (len(REPORTS), ())
    graph = kg.load_graph(tmp_path / "out")
    assert kg.query(graph, "ASK { ?p a zt:Practice ; rdfs:label '红色物业' }").rows == (("true",),)
    assert "桐庐县" in {row[0] for row in kg.ask(graph, "who-runs", {"practice": "红色物业"}).rows}
    assert "<iframe" in kg.show_map(tmp_path / "out", 300)


def test_a_map_that_was_not_built_says_how_to_build_it(tmp_path: Path) -> None:
    with pytest.raises(kg.ZhituError, match="build_graph"):
        kg.show_map(tmp_path)
