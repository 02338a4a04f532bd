"""What is found under files, folders, globs and archives, and under which names."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path, PurePath

import pytest

from kg.errors import ReadError
from kg.read import find_inputs, read_document

TEXT = (
    "乐业县：“天坑议事会”议出好风景\n近年来，乐业县成立“天坑议事会”，由寨老和党员共同议事，办结群众关心的事项 57 件。\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b/二.txt", "a/一.md", "a/.隐藏.txt", ".git/x.txt", "b/表.xlsx", "README.md", "~$临时.docx"):
        path = tmp_path / "稿件" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT, encoding="utf-8")
    return tmp_path / "稿件"


def gbk_zip(path: Path, names: dict[str, bytes]) -> Path:
    """An archive as Chinese Windows writes it: names in GBK, no UTF-8 flag."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in names.items():
            raw = name.encode("gbk")
            archive.writestr("".join(chr(b) if b < 128 else "\x7f" for b in raw), data)
    data = path.read_bytes()
    for name in names:
        raw = name.encode("gbk")
        data = data.replace(bytes(b if b < 128 else 0x7F for b in raw), raw)
    path.write_bytes(data)
    return path


def test_folder_is_walked_in_order_without_hidden_and_unknown_files(folder: Path) -> None:
    skipped: list[str] = []
    found = list(find_inputs([folder], on_skip=lambda path, reason: skipped.append(f"{Path(path).name} {reason}")))
    assert [i.name for i in found] == ["a/一.md", "b/二.txt"]
    assert [s.split()[0] for s in skipped] == ["README.md", "表.xlsx"]
    assert "不认识的后缀 .xlsx" in skipped[1]


def test_input_is_read_under_its_name(folder: Path) -> None:
    document = next(iter(find_inputs([folder]))).read()
    assert (document.name, document.articles[0].source) == ("a/一.md", "a/一.md")
    assert PurePath(document.name).name == "一.md"


def test_same_name_in_two_folders_stays_apart(tmp_path: Path) -> None:
    for part in ("甲", "乙"):
        (tmp_path / part).mkdir()
        (tmp_path / part / "稿.txt").write_text(TEXT, encoding="utf-8")
    names = [i.name for i in find_inputs([tmp_path / "甲" / "稿.txt", tmp_path / "乙" / "稿.txt"])]
    assert names == ["稿.txt", "乙/稿.txt"]


def test_file_given_twice_is_read_once(folder: Path) -> None:
    path = folder / "b" / "二.txt"
    assert len(list(find_inputs([path, str(path), folder / "b"]))) == 1


def test_glob_finds_files(folder: Path) -> None:
    assert [i.name for i in find_inputs([str(folder / "*" / "*.txt")])] == ["二.txt"]


@pytest.mark.parametrize("name", ["没有.txt", "没有*.txt"])
def test_missing_path_fails_only_when_read(tmp_path: Path, name: str) -> None:
    found = list(find_inputs([tmp_path / name]))
    with pytest.raises(ReadError, match="没有这个文件"):
        found[0].read()


def test_names_in_an_archive_from_chinese_windows_are_decoded(tmp_path: Path) -> None:
    path = gbk_zip(
        tmp_path / "来稿.zip", {"乡镇/天坑议事会.txt": TEXT.encode("gb18030"), "乡镇/图.jpg": b"\xff\xd8\xff"}
    )
    skipped: list[str] = []
    found = list(find_inputs([path], on_skip=lambda p, _: skipped.append(p)))
    assert [i.name for i in found] == ["来稿.zip/乡镇/天坑议事会.txt"]
    assert found[0].read().articles[0].title == "乐业县：“天坑议事会”议出好风景"
    assert len(skipped) == 1


def test_archive_with_unicode_names(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("二.txt", TEXT)
        archive.writestr("一.txt", TEXT)
        archive.writestr("__MACOSX/一.txt", "x")
    assert [i.name for i in find_inputs([tmp_path / "a.zip"])] == ["a.zip/一.txt", "a.zip/二.txt"]


def test_bomb_in_an_archive_is_an_error(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("大.txt", b"a" * (21 * 1024 * 1024))
    with pytest.raises(ReadError, match="超过 20 MB"):
        next(iter(find_inputs([tmp_path / "a.zip"]))).read()


def test_damaged_archive_fails_only_when_read(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04 broken")
    with pytest.raises(ReadError, match="压缩包损坏"):
        next(iter(find_inputs([tmp_path / "a.zip"]))).read()


def test_large_file_is_refused_before_it_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "长.txt"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    with pytest.raises(ReadError, match=r"200 MB.*20 MB"):
        read_document(path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="an administrator may read every file")
def test_unreadable_file_says_so(tmp_path: Path) -> None:
    path = tmp_path / "锁.txt"
    path.write_text(TEXT, encoding="utf-8")
    path.chmod(0)
    with pytest.raises(ReadError, match="权限"):
        read_document(path)


def test_folder_read_as_a_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="文件夹"):
        read_document(tmp_path)
