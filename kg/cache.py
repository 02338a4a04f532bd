"""Facts of unchanged files, kept between builds under a hash of the file and of the engine that read it."""

from __future__ import annotations

import hashlib
import os
import pickle
from functools import lru_cache
from pathlib import Path

from kg.model import ArticleFacts, SourceDocument


@lru_cache(maxsize=1)
def engine_fingerprint() -> str:
    """A hash of the code, rules, lexicons and gazetteer: facts cached by another engine are not used."""
    digest = hashlib.sha256()
    root = Path(__file__).resolve().parent
    for folder in ("", "extract", "link", "read", "rulebook", "gazetteer", "rules", "lexicons"):
        for path in sorted((root / folder).rglob("*") if folder else root.glob("*.py")):
            if path.is_file() and path.suffix in {".py", ".yaml", ".csv"}:
                digest.update(path.read_bytes())
    data = root / "gazetteer" / "data"
    digest.update("".join(f"{p.name}{p.stat().st_size}" for p in sorted(data.iterdir())).encode())
    return digest.hexdigest()


def cache_folder() -> Path | None:
    """Where facts of unchanged files are kept: ``ZHITU_CACHE``, else the user's cache folder; None for ``off``."""
    chosen = os.environ.get("ZHITU_CACHE")
    if chosen == "off":
        return None
    base = Path(os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return Path(chosen) if chosen else base / "zhitu"


def cache_key(document: SourceDocument) -> str:
    """A hash of the file's name and bytes and of the engine."""
    return hashlib.sha256(f"{document.name}\0{document.sha256}\0{engine_fingerprint()}".encode()).hexdigest()


def load_cached(key: str) -> tuple[ArticleFacts, ...] | None:
    """The facts kept for a key; None where there are none or the file is damaged."""
    folder = cache_folder()
    if folder is None:
        return None
    try:
        facts: tuple[ArticleFacts, ...] = pickle.loads((folder / key[:2] / key).read_bytes())  # noqa: S301 own cache
    except (OSError, EOFError, pickle.UnpicklingError, AttributeError, ImportError, IndexError, TypeError, ValueError):
        return None
    return facts


def store_cached(key: str, facts: tuple[ArticleFacts, ...]) -> None:
    """Keep facts for the next build; a cache that cannot be written is passed over, it only saves time."""
    folder = cache_folder()
    if folder is None:
        return
    path = folder / key[:2] / key
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_suffix(f".{os.getpid()}")
        temporary.write_bytes(pickle.dumps(facts, protocol=5))
        temporary.replace(path)
    except OSError:
        return
