"""Find what there is to read: files, folders, globs and archives, each under a name of its own."""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from kg.errors import ReadError
from kg.model import SourceDocument
from kg.read.archive import members
from kg.read.formats.sniff import SUFFIXES
from kg.read.load import load_file
from kg.read.source import read_bytes

_ARCHIVE = ".zip"
_NO_REPORTS = frozenset({"readme", "license", "licence", "changelog"})


@dataclass(frozen=True, slots=True)
class Input:
    """One source to read, in this process or, pickled, in another one.

    ``name`` is unique within a run, with ``/`` between folders; its last part is the file's name.
    """

    name: str
    path: str
    load: Callable[[], bytes]

    def read(self) -> SourceDocument:
        """The source's articles; raises ReadError with reason and remedy."""
        return read_bytes(self.load(), self.name, path=self.path)


class _Names:
    """Hands out names, each once; a second file of one name gets its folder's name before it."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, name: str, folders: tuple[str, ...] = ()) -> str:
        for depth in range(len(folders) + 1):
            candidate = "/".join([*folders[len(folders) - depth :], name])
            if candidate not in self._taken:
                self._taken.add(candidate)
                return candidate
        number = 2
        while (candidate := f"{number}/{name}") in self._taken:
            number += 1
        self._taken.add(candidate)
        return candidate


def find_inputs(paths: Iterable[Path | str], *, on_skip: Callable[[str, str], None] | None = None) -> Iterator[Input]:
    """The sources under the paths in a stable order: files, folders with all below them, globs, ZIP archives.

    Hidden files are passed over. Files in folders and archives whose suffix the reader does not know are handed
    to ``on_skip(path, reason)``; a path given by name is always tried. A path that does not exist becomes an
    input whose ``read()`` raises ReadError, so that the others are read all the same.
    """
    names, seen = _Names(), set[str]()
    skip = on_skip or (lambda _path, _reason: None)
    for path, root in _expand(paths, skip):
        real = os.path.realpath(path)
        if real in seen:
            continue
        seen.add(real)
        relative = path.relative_to(root).as_posix() if root is not None else path.name
        folders = tuple(part for part in path.absolute().parts[1 : -1 - relative.count("/")])
        if path.suffix.lower() == _ARCHIVE and path.is_file():
            yield from _archived(path, names.take(relative, folders), skip)
        else:
            yield Input(names.take(relative, folders), str(path), partial(load_file, path))


def _expand(paths: Iterable[Path | str], skip: Callable[[str, str], None]) -> Iterator[tuple[Path, Path | None]]:
    for given in paths:
        path = Path(given).expanduser()
        if path.is_dir():
            yield from ((found, path) for found in _walk(path, skip))
        elif path.exists() or not glob.has_magic(str(path)):
            yield path, None
        else:
            # Path.glob takes no absolute pattern.
            matches = [Path(match) for match in sorted(glob.glob(str(path), recursive=True))]  # noqa: PTH207
            for match in matches or [path]:
                yield from ((f, match) for f in _walk(match, skip)) if match.is_dir() else ((match, None),)


def _walk(folder: Path, skip: Callable[[str, str], None]) -> Iterator[Path]:
    for base, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "__MACOSX")))
        for name in sorted(files):
            path = Path(base) / name
            if name.startswith((".", "~$")):
                continue
            if path.stem.lower() in _NO_REPORTS:
                skip(str(path), "说明文件，跳过 (a README or licence, skipped)")
            elif path.suffix.lower() in SUFFIXES or path.suffix.lower() == _ARCHIVE:
                yield path
            else:
                skip(str(path), _unknown(path.suffix))


def _unknown(suffix: str) -> str:
    return (
        f"不认识的后缀 {suffix or '（无）'}，跳过；能读的有 {' '.join(SUFFIXES)} {_ARCHIVE} (unknown suffix, skipped)"
    )


def _archived(path: Path, name: str, skip: Callable[[str, str], None]) -> Iterator[Input]:
    try:
        found = list(members(path))
    except ReadError as error:
        yield Input(name, str(path), partial(_fail, error))
        return
    names = _Names()
    for member in found:
        if Path(member.name).suffix.lower() in SUFFIXES:
            yield Input(f"{name}/{names.take(member.name)}", f"{path}!{member.name}", member.load)
        else:
            skip(f"{path}!{member.name}", _unknown(Path(member.name).suffix))


def _fail(error: ReadError) -> bytes:
    raise error
