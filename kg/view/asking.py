"""What the page needs to answer SPARQL by itself: the graph, its questions and a query engine, each packed.

The engine costs 1.8 MB of the page whatever the graph; the graph about what ``graph.nq.gz`` has, and a third.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

_EXPORTS = re.compile(r"^export \{[^}]*\};?$", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=class |function )", re.MULTILINE)
_ADDRESS = "import.meta.url"
LARGEST_GRAPH = 8_000_000
"""Bytes of packed quads that a page takes in: with more, the page takes long to open the questions and to mail."""


@dataclass(frozen=True, slots=True)
class Questions:
    """A graph to be asked in the page.

    ``index`` holds the questions and names (see ``kg.graph.portable_questions``), ``quads`` the graph as gzipped
    N-Quads.
    """

    index: Mapping[str, Any]
    quads: bytes

    @property
    def fits(self) -> bool:
        """Whether the graph is small enough for a page."""
        return len(self.quads) <= LARGEST_GRAPH


def question_blocks(questions: Questions) -> dict[str, str]:
    """The page's data blocks by name: ``index`` and ``code`` packed JSON, ``engine`` and ``quads`` gzip in base64."""
    from kg.view.payload import packed  # brings networkx along

    engine = files("kg.view") / "engine"
    return {
        "index": packed(dict(questions.index)),
        "code": packed({"code": "\n".join((as_plain_script(_read("oxigraph.js")), _read("worker.js")))}),
        "engine": _base64((engine / "oxigraph.wasm.gz").read_bytes()),
        "quads": _base64(questions.quads),
    }


def as_plain_script(module: str) -> str:
    """Oxigraph's module as a script: from disk, Chromium starts no worker from a module (Firefox and others would).

    Its exports stay names of the script; the address that it would fetch its bytes from is not needed.
    """
    text, exports = _EXPORTS.subn("", _EXPORT.sub("", module))
    if exports != 1 or text.count(_ADDRESS) != 1:
        raise ValueError("oxigraph.js: another form than expected; see kg/view/engine/SOURCES.md")
    return text.replace(_ADDRESS, "''")


def _read(name: str) -> str:
    return (files("kg.view") / "engine" / name).read_text(encoding="utf-8").replace("\r\n", "\n")


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
