"""Get the bytes of a file, within a limit."""

from __future__ import annotations

from pathlib import Path

from kg.errors import ReadError

MOST_BYTES = 20 * 1024 * 1024
"""The largest file that is read: seven million Hanzi, a hundred times the longest page."""


def too_large(name: str, size: int) -> ReadError:
    """The error for a file above the limit."""
    return ReadError(
        f"{name}：文件有 {size >> 20} MB，超过 {MOST_BYTES >> 20} MB 的上限。请拆成几份。"
        " The file is too large; split it."
    )


def load_file(path: Path) -> bytes:
    """The bytes of a file; raises ReadError where it is missing, too large or cannot be opened."""
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise too_large(str(path), size)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ReadError(f"{path}：没有这个文件。请检查路径。 No such file.") from error
    except IsADirectoryError as error:
        raise ReadError(f"{path}：这是文件夹，不是文件。 This is a folder.") from error
    except OSError as error:
        raise ReadError(f"{path}：打不开（{error.strerror}）。请检查权限。 The file cannot be opened.") from error
