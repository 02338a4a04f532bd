# ruff: noqa: T201  (a benchmark speaks to the one who runs it)
"""What the map costs in the browser, beside plain pyvis over the same graph in one run. Prints, asserts nothing.

``python tests/benchmarks/bench_map.py [--nodes 200 1000 …] [--repeat 3]``. The graph is generated: towns with three
practices each, a third of them shared. Plain pyvis is its own template with physics off, its best case (with physics on
it takes minutes from 1,000 nodes); what it would load from outside is cut off. Every page is opened from disk with the
network off. Columns: the file's size; *picture*: the first frame after navigation; *ready*: the graph is drawn and a
search has been answered (plain pyvis has none: the graph is drawn); *moves*: it can be dragged, too;
*frames*: frames a second while the whole graph is dragged, and the main thread's work for each; *heap*: JavaScript
memory after that. The moments are noted inside the page, two frames after what they name.
Read the ratios: the rest depends on the machine.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright
from pyvis.network import Network

sys.path.insert(0, str(Path(__file__).parents[1] / "view"))
from corpus import many_facts, sample_scheme

from kg.view.collect import collect
from kg.view.payload import MapPayload
from kg.view.render import render

SIZES = (200, 1_000, 3_000, 10_000, 30_000)
NODES_A_TOWN = 2.95  # places and practices that many_facts makes of one town
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--enable-precise-memory-info"]
DRAG_STEPS = 90
COUNT_FRAMES = """() => {
  window.frames_seen = 0;
  const tick = () => { window.frames_seen += 1; window.frame_loop = requestAnimationFrame(tick); };
  tick();
}"""
NOTE_MOMENTS = """(() => {
  window.moments = {};
  const tests = { ready: () => %s, moves: () => %s };
  const look = () => {
    for (const [name, test] of Object.entries(tests)) {
      if (!document.body || !test()) continue;
      delete tests[name];
      requestAnimationFrame(() => requestAnimationFrame(() => { window.moments[name] = performance.now(); }));
    }
    if (Object.keys(tests).length) requestAnimationFrame(look);
  };
  look();
})()"""
SEARCHED = """(() => {
  if (document.documentElement.dataset.ready !== 'yes') return false;
  const field = document.getElementById('search');
  const ask = (text) => { field.value = text; field.dispatchEvent(new Event('input')); };
  ask('第1');
  const answered = document.querySelectorAll('#found [role=option]').length > 0;
  ask('');
  return answered;
})()"""
PAINTED = """() => new Promise((done) => {
  requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now())));
})"""
HEAD = ("nodes", "page", "MB", "build s", "picture s", "ready s", "moves s", "frames/s", "ms/frame", "heap MB")
STARTED = "() => performance.getEntriesByName('first-contentful-paint').map((e) => e.startTime)[0]"


@dataclass(frozen=True, slots=True)
class Reading:
    """One opening: seconds, frames a second, milliseconds of the main thread a frame, megabytes."""

    picture: float
    ready: float
    moves: float
    frames: float
    work: float
    heap: float


def main() -> None:
    """Build the pages, open each in turn, print a line a page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--nodes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--repeat", type=int, default=3)
    given = parser.parse_args()
    if not CHROMIUM:
        sys.exit("no Chromium: install it or set CHROMIUM to its path")
    print("".join(name.rjust(10) for name in HEAD))
    with tempfile.TemporaryDirectory() as folder, browser() as chromium:
        for nodes in given.nodes:
            for page in pages(nodes, Path(folder)):
                show(nodes, page, [open_once(chromium, page) for _ in range(given.repeat)])


@dataclass(frozen=True, slots=True)
class Page:
    """A page on disk; ``ready`` and ``moves`` are the JavaScript that tells when it answers and can be dragged."""

    name: str
    path: Path
    ready: str
    moves: str
    seconds: float


def pages(nodes: int, folder: Path) -> Iterator[Page]:
    """Our page and plain pyvis of a graph of about so many nodes."""
    scheme = sample_scheme()
    facts = many_facts(round(nodes / NODES_A_TOWN), scheme)
    start = time.perf_counter()
    payload = MapPayload(collect(facts, scheme))
    ours = folder / f"zhitu-{nodes}.html"
    ours.write_text(render(payload, "治图"), encoding="utf-8")
    yield Page("zhitu", ours, SEARCHED, "document.documentElement.dataset.moves === 'yes'", time.perf_counter() - start)
    start = time.perf_counter()
    plain = folder / f"pyvis-{nodes}.html"
    plain.write_text(plain_pyvis(payload), encoding="utf-8")
    drawn = "typeof network !== 'undefined' && Boolean(network)"
    yield Page("pyvis", plain, drawn, drawn, time.perf_counter() - start)


def plain_pyvis(payload: MapPayload) -> str:
    """The same nodes at the same places, as pyvis itself would draw them."""
    network = Network(directed=True, cdn_resources="in_line", height="740px")
    for node in payload.nodes():
        network.add_node(node["id"], label=node["label"], x=node["x"], y=node["y"], size=node["size"])
    for edge in payload.edges():
        network.add_edge(edge["from"], edge["to"])
    network.toggle_physics(status=False)
    return str(network.generate_html())


@contextmanager
def browser() -> Iterator[Any]:
    """A headless Chromium."""
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


def open_once(chromium: Any, opened: Page) -> Reading:
    """Open a page from disk, bring all its nodes into view, drag the graph."""
    context = chromium.new_context(viewport={"width": 1366, "height": 768}, offline=True)
    context.route("http*://**", lambda route: route.abort())
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    devtools.send("Performance.enable")
    page.add_init_script(NOTE_MOMENTS % (opened.ready, opened.moves))
    page.goto(opened.path.as_uri(), wait_until="commit")
    page.wait_for_function("() => window.moments?.ready && window.moments?.moves", timeout=120_000)
    ready, moves = page.evaluate("() => [window.moments.ready / 1000, window.moments.moves / 1000]")
    picture = (page.evaluate(STARTED) or ready * 1000) / 1000
    if page.locator("#overview[aria-pressed=true]").count():
        page.click("#overview")
        page.evaluate(PAINTED)
    frames, work = drag(page, devtools)
    heap = metric(devtools, "JSHeapUsedSize") / 1e6
    context.close()
    return Reading(picture, ready, moves, frames, work, heap)


def drag(page: Any, devtools: Any) -> tuple[float, float]:
    """Frames a second while dragging, and the main thread's milliseconds for each frame."""
    box = page.locator("canvas").first.bounding_box()
    x, y = box["x"] + box["width"] * 0.5, box["y"] + box["height"] * 0.5
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 5, y + 5)
    page.evaluate(COUNT_FRAMES)
    busy, start = metric(devtools, "TaskDuration"), time.perf_counter()
    for step in range(DRAG_STEPS):
        page.mouse.move(x + 2 * (step % 45), y + (step % 30))
        page.wait_for_timeout(8)
    took = time.perf_counter() - start
    seen = page.evaluate("() => { cancelAnimationFrame(window.frame_loop); return window.frames_seen; }")
    work = metric(devtools, "TaskDuration") - busy
    page.mouse.up()
    return seen / took, 1000 * work / max(seen, 1)


def metric(devtools: Any, name: str) -> float:
    """One of the browser's own counters (seconds or bytes)."""
    found = devtools.send("Performance.getMetrics")["metrics"]
    return float(next(one["value"] for one in found if one["name"] == name))


def show(nodes: int, page: Page, readings: list[Reading]) -> None:
    """A line with the medians."""
    middle = [statistics.median(getattr(one, name) for one in readings) for name in Reading.__slots__]
    picture, ready, moves, frames, work, heap = middle
    size = page.path.stat().st_size / 1e6
    print(
        f"{nodes:>10}{page.name:>10}{size:>10.2f}{page.seconds:>10.1f}"
        f"{picture:>10.2f}{ready:>10.2f}{moves:>10.2f}{frames:>10.0f}{work:>10.1f}{heap:>10.0f}",
        flush=True,
    )


if __name__ == "__main__":
    main()
