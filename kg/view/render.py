"""Writes the page: pyvis' Network rendered through a template of this package, with nothing left to fetch."""

from __future__ import annotations

import base64
import hashlib
import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pyvis
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup
from pyvis.network import Network

from kg.view.asking import Questions, question_blocks
from kg.view.data import TITLE
from kg.view.payload import OVERVIEW_FROM, MapPayload, packed

VIS = "templates/lib/vis-9.1.2/vis-network.min.js"
_OPTIONS = {  # of vis-network: it moves and zooms the canvas, what stands on it is ours
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"dragNodes": False, "selectable": False, "keyboard": False, "zoomSpeed": 0.6},
}
SCRIPTS = (
    "words.js", "words_save.js", "words_ask.js",
    "dom.js", "model.js", "views.js", "state.js", "facets.js", "facetlist.js",
    "save.js", "quotes.js", "corrections.js", "evidence.js", "panel.js", "search.js", "scale.js",
    "labels.js", "canvas.js", "still.js", "network.js", "matrix.js", "tiles.js", "china.js", "lessons.js",
    "timeline.js", "table.js", "compare.js", "reader.js",
    "ask_engine.js", "ask_check.js", "ask_names.js", "ask_answer.js", "ask.js",
    "svg.js", "picture.js",
    "shell.js", "start.js",
)  # fmt: skip  # in this order: the views' tabs stand as their files do
STYLES = ("map.css", "save.css", "ask.css")


class OfflineNetwork(Network):  # type: ignore[misc]  # pyvis has no types
    """A pyvis Network that renders ``map.html.j2``: escaped, self-contained, no request leaves the page.

    pyvis' own template loads bootstrap from a CDN whatever its ``cdn_resources`` says, and does not escape.
    """

    def __init__(self, **context: Any) -> None:
        super().__init__(directed=True, cdn_resources="in_line")
        folder = str(files("kg.view") / "page")
        env = Environment(loader=FileSystemLoader(folder), autoescape=True, keep_trailing_newline=True)
        env.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
        env.filters["fromjson"] = json.loads
        env.filters["packed"] = packed
        env.globals.update(context)
        self.path = "map.html.j2"
        self.template_dir = folder
        self.templateEnv = env

    def add_all(self, nodes: list[dict[str, Any]], edges: list[dict[str, Any]]) -> None:
        """Take nodes and edges as they are: ``add_edge`` scans all edges each time (31 s for 20,000)."""
        self.nodes.extend(nodes)
        self.node_ids.extend(node["id"] for node in nodes)
        self.node_map.update({node["id"]: node for node in nodes})
        self.edges.extend(edges)


def render(payload: MapPayload, title: str, questions: Questions | None = None) -> str:
    """The whole page as one HTML text; the same payload gives the same text.

    What the first screen does without stands behind the page's script, which runs before that has been read.
    Without ``questions``, or with a graph too large for a page, the page says how else to ask.
    """
    vis = _vis_network()
    script = "(async () => {\n'use strict';\n" + "\n".join(_page_file(name) for name in SCRIPTS) + "})();\n"
    style = "".join(map(_page_file, STYLES))
    asked = question_blocks(questions) if questions and questions.fits else {}
    nodes, edges = payload.nodes(), payload.edges()
    network = OfflineNetwork(
        title=title,
        large=len(nodes) > OVERVIEW_FROM,
        named=payload.named(),
        facts=payload.facts(),
        meta=payload.meta() | {"title": "" if title == TITLE else title, "asking": _asking(questions)},
        later={
            "vis": packed({"code": vis}),
            "evidence": payload.packed_evidence(),
            "texts": payload.packed_texts(),
            **asked,
        },
        map_script=Markup(script),  # noqa: S704  # package files, not corpus text
        style=Markup(style),  # noqa: S704
        policy=_policy(scripts=(vis, script), style=style, asks=bool(asked)),
    )
    network.add_all(nodes, edges)
    network.set_options(json.dumps(_OPTIONS))
    return str(network.generate_html())


def _page_file(name: str) -> str:
    return (files("kg.view") / "page" / name).read_text(encoding="utf-8").replace("\r\n", "\n")


def _vis_network() -> str:
    """vis-network as pyvis ships it."""
    return (Path(pyvis.__file__).parent / VIS).read_text(encoding="utf-8").replace("\r\n", "\n")


def _asking(questions: Questions | None) -> str:
    """Why the page does or does not answer questions."""
    return "no" if questions is None else "yes" if questions.fits else "large"


def _policy(scripts: tuple[str, ...], style: str, asks: bool) -> str:
    """A Content-Security-Policy that lets these scripts and this style run, and nothing else, and fetches nothing.

    A page that answers questions may compile WebAssembly and start a worker out of its own bytes.
    """
    allowed = " ".join([*map(_hash, scripts), *(["'wasm-unsafe-eval'"] if asks else [])])
    worker = "worker-src blob:; " if asks else ""
    return (
        f"default-src 'none'; script-src {allowed}; {worker}style-src {_hash(style)}; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
