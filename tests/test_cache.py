"""Facts of unchanged files are kept between builds, and change nothing but the time."""

from __future__ import annotations

from pathlib import Path

import pytest
from written import REPORTS, contents, write_reports

import kg.pipeline
from kg.build import build
from kg.cache import cache_folder, cache_key, load_cached, store_cached
from kg.model import SourceDocument
from kg.pipeline import document_facts
from kg.read import read_text


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ZHITU_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    return write_reports(tmp_path / "reports")


@pytest.fixture
def extracted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the files whose facts were extracted, not taken from the cache."""
    names: list[str] = []

    def watch(document: SourceDocument) -> object:
        names.append(document.name)
        return document_facts(document)

    monkeypatch.setattr(kg.pipeline, "document_facts", watch)
    return names


def kept_files(cache: Path) -> list[Path]:
    return sorted(path for path in cache.rglob("*") if path.is_file())


def test_a_second_build_extracts_nothing_and_writes_the_same(
    cache: Path, reports: Path, extracted: list[str], tmp_path: Path
) -> None:
    build([reports], tmp_path / "first")
    assert len(extracted) == len(REPORTS)
    build([reports], tmp_path / "second")
    assert len(extracted) == len(REPORTS)
    assert contents(tmp_path / "second") == contents(tmp_path / "first")


def test_after_a_change_only_the_changed_file_is_extracted_and_the_result_is_that_of_a_full_build(
    cache: Path, reports: Path, extracted: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build([reports], tmp_path / "out")
    extracted.clear()
    (reports / "b.txt").write_text(REPORTS["b.txt"].replace("86起", "89起"), encoding="utf-8")
    build([reports], tmp_path / "out")
    assert extracted == ["b.txt"]
    monkeypatch.setenv("ZHITU_CACHE", "off")
    build([reports], tmp_path / "full")
    assert contents(tmp_path / "out") == contents(tmp_path / "full")


def test_a_removed_file_leaves_no_trace(cache: Path, reports: Path, tmp_path: Path) -> None:
    build([reports], tmp_path / "out")
    (reports / "b.txt").unlink()
    build([reports], tmp_path / "out")
    build([reports], tmp_path / "fresh")
    assert contents(tmp_path / "out") == contents(tmp_path / "fresh")
    assert "院坝会" not in (tmp_path / "out" / "facts.jsonl").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "damage",
    [lambda _: b"", lambda data: data[: len(data) // 2], lambda data: data[:-1] + b"\0", lambda _: b"\0" * 4096],
    ids=["empty", "cut off", "one byte changed", "zeros"],
)
def test_a_damaged_cache_file_is_passed_over_and_mended(
    damage: object, cache: Path, reports: Path, extracted: list[str], tmp_path: Path
) -> None:
    build([reports], tmp_path / "first")
    whole = {path: path.read_bytes() for path in kept_files(cache)}
    for path, data in whole.items():
        path.write_bytes(damage(data))  # type: ignore[operator]
    extracted.clear()
    build([reports], tmp_path / "second")
    assert len(extracted) == len(REPORTS)
    assert contents(tmp_path / "second") == contents(tmp_path / "first")
    assert [path for path in kept_files(cache) if path.read_bytes()[:32] != whole[path][:32]] == []


def test_off_keeps_nothing(
    reports: Path, extracted: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZHITU_CACHE", "off")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "user"))
    for _ in range(2):
        build([reports / "a.txt"], tmp_path / "out")
    assert extracted == ["a.txt", "a.txt"]
    assert cache_folder() is None
    assert not (tmp_path / "user").exists()


def test_without_a_choice_the_users_cache_folder_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ZHITU_CACHE")
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "zhitu"


def test_a_cache_that_cannot_be_written_is_no_failure(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("ZHITU_CACHE", str(tmp_path / "file"))
    assert build([reports / "a.txt"], tmp_path / "out").exit_code == 0


def test_the_key_tells_name_and_text_apart(cache: Path) -> None:
    texts = (("a.txt", REPORTS["a.txt"]), ("a.txt", REPORTS["b.txt"]), ("b.txt", REPORTS["a.txt"]))
    assert len({cache_key(read_text(text, name)) for name, text in texts}) == len(texts)


def test_another_engine_does_not_find_the_facts(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = read_text(REPORTS["a.txt"], "a.txt")
    facts = document_facts(document)
    store_cached(cache_key(document), facts)
    assert load_cached(cache_key(document)) == facts
    monkeypatch.setattr("kg.cache.engine_fingerprint", lambda: "another")
    assert load_cached(cache_key(document)) is None
