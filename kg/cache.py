"""Facts of unchanged files, kept between builds under a hash of what was read and of the engine that read it."""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from kg.model import ArticleFacts, SourceDocument
from kg.scheme import ontology_folder

_ENGINE = ("", "extract", "link", "read", "rulebook", "gazetteer", "rules", "lexicons")
_LIBRARIES = ("jieba", "daachorse")


@lru_cache(maxsize=1)
def engine_fingerprint() -> str:
    """A hash of the code, rules, lexicons, gazetteer and libraries: facts that another engine kept are not used."""
    digest = hashlib.sha256()
    root = Path(__file__).resolve().parent
    for folder in _ENGINE:
        for path in sorted((root / folder).rglob("*") if folder else root.glob("*.py")):
            if path.is_file() and path.suffix in {".py", ".yaml", ".csv"}:
                digest.update(path.read_bytes())
    digest.update((ontology_folder() / "target_groups.csv").read_bytes())
    data = root / "gazetteer" / "data"
    digest.update("".join(f"{p.name}{p.stat().st_size}" for p in sorted(data.iterdir())).encode())
    digest.update(repr((sys.version_info[:2], *map(installed_version, _LIBRARIES))).encode())
    return digest.hexdigest()


def installed_version(library: str) -> str | None:
    """The version of a library, None where it is not installed."""
    try:
        return version(library)
    except PackageNotFoundError:
        return None


def cache_folder() -> Path | None:
    """Where facts of unchanged files are kept: ``ZHITU_CACHE``, else the user's cache folder; None for ``off``."""
    chosen = os.environ.get("ZHITU_CACHE")
    if chosen == "off":
        return None
    base = Path(os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return Path(chosen) if chosen else base / "zhitu"


def cache_key(document: SourceDocument) -> str:
    """A hash of the file's name and bytes, of the text that was read out of them, and of the engine."""
    text = hashlib.sha256(document.text.encode("utf-8", errors="surrogatepass")).hexdigest()
    return hashlib.sha256(f"{document.name}\0{document.sha256}\0{text}\0{engine_fingerprint()}".encode()).hexdigest()


def load_cached(key: str) -> tuple[ArticleFacts, ...] | None:
    """The facts kept for a key; None where there are none or the file is damaged, which its own hash shows."""
    folder = cache_folder()
    if folder is None:
        return None
    try:
        kept = (folder / key[:2] / key).read_bytes()
    except OSError:
        return None
    seal, content = kept[:32], kept[32:]
    if hashlib.sha256(content).digest() != seal:
        return None
    facts: tuple[ArticleFacts, ...] = pickle.loads(content)  # noqa: S301 written below, by this very engine
    return facts


def store_cached(key: str, facts: tuple[ArticleFacts, ...]) -> None:
    """Keep facts for the next build; a cache that cannot be written is passed over, it only saves time."""
    folder = cache_folder()
    if folder is None:
        return
    path = folder / key[:2] / key
    content = pickle.dumps(facts, protocol=5)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(f".{os.getpid()}")
        draft.write_bytes(hashlib.sha256(content).digest() + content)
        draft.replace(path)
    except OSError:
        return
