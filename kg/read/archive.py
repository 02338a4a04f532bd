"""ZIP archives: their members under properly decoded names, with limits against bombs."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

from kg.errors import ReadError
from kg.read.decode import looks_chinese
from kg.read.load import MOST_BYTES, too_large

_MOST_MEMBERS = 20_000
_MOST_UNPACKED = 2 * 1024**3
_UTF8_FLAG, _ENCRYPTED_FLAG = 0x800, 0x1


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive; ``load`` unpacks it."""

    name: str
    load: Callable[[], bytes]


def members(path: Path) -> Iterator[Member]:
    """The files of an archive in order of their names, hidden ones left out; raises ReadError where it is damaged."""
    try:
        with zipfile.ZipFile(path) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
    except (zipfile.BadZipFile, OSError, NotImplementedError, ValueError) as error:
        raise ReadError(
            f"{path}：压缩包损坏或打不开。请重新下载，或先解压。 The archive is damaged or cannot be opened."
        ) from error
    if len(infos) > _MOST_MEMBERS or sum(info.file_size for info in infos) > _MOST_UNPACKED:
        raise ReadError(
            f"{path}：压缩包里文件太多或太大（上限 {_MOST_MEMBERS} 个、{_MOST_UNPACKED >> 30} GB）。请先解压再选。"
            " The archive unpacks to too much."
        )
    named = sorted(((_name(info), info) for info in infos), key=lambda pair: (pair[0], pair[1].header_offset))
    for name, info in named:
        if not any(part.startswith((".", "__MACOSX", "~$")) for part in PurePosixPath(name).parts):
            yield Member(name, partial(_unpack, path, info, f"{path}!{name}"))


def _name(info: zipfile.ZipInfo) -> str:
    """The member's name: UTF-8 where flagged, else as Chinese Windows (GBK) or other tools (UTF-8) wrote it."""
    if info.flag_bits & _UTF8_FLAG:
        return info.filename.lstrip("/")
    raw = info.filename.encode("cp437", errors="replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            name = raw.decode(encoding).replace("\\", "/").lstrip("/")
        except UnicodeDecodeError:
            continue
        if encoding == "utf-8" or looks_chinese(name) or name.isascii():
            return name
    return info.filename.lstrip("/")


def _unpack(path: Path, info: zipfile.ZipInfo, where: str) -> bytes:
    if info.flag_bits & _ENCRYPTED_FLAG:
        raise ReadError(f"{where}：压缩包有密码。请先解压再读。 The archive is encrypted; unpack it first.")
    try:
        with zipfile.ZipFile(path) as archive, archive.open(info) as file:
            # The size that the archive states may lie; what is unpacked is counted.
            data = file.read(MOST_BYTES + 1)
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, EOFError, ValueError, zlib.error) as error:
        raise ReadError(f"{where}：压缩包损坏，解不开。请重新下载。 The archive is damaged.") from error
    if len(data) > MOST_BYTES:
        raise too_large(where, len(data))
    return data
