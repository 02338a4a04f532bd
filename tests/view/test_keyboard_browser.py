"""Every action of the page by the keyboard alone: each is reached with Tab, pressed with keys, and has its effect.

``ACTIONS`` is the list, ``CONTROLS`` what it uses; a control of the page that is not among them fails a test. No
mouse, no call into the page but to read what it shows: Playwright's ``click``, ``fill``, ``focus`` and ``check`` stay
out of here. The back button is the browser's own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from browsing import Opened
from corpus import many_facts, sample_scheme
from keyboard import Keys

from kg.view import write_map

pytestmark = pytest.mark.browser

PLACE = "#place/330523"  # runs several practices
FACT = "#practice/老马工作法"


CONTROLS = (
    "#to-table, #tabs button, #search, #save, #save-menu button, #link, #language, #theme",
    "#facets summary, #facets input, #facets .plain, #chosen .chip, #reset",
    "#graph, .zoom button",
    "#panel :is(.fold, .jump, .close), #panel [data-key=compare], #panel [data-key=enter], #panel .acts button",
    "#view-matrix .choices button, #view-matrix th button, #view-matrix td[data-at]",
    "#view-china .tile, #view-china .point, #view-china .crumbs button, #view-china .units button",
    "#view-timeline :is(.bar :is(input, button), .track button, .jump, .lessons :is(summary, button))",
    "#view-table input, #view-table thead button, #view-table td button, #view-table .pages button, #view-table .jump",
    "#view-table [data-key=only]",
    "#view-compare select, #view-compare .chip, #view-compare :is(th, td) button, #view-compare .jump",
    "#view-reader .bar :is(button, select), #view-reader .said",
    "#view-ask input, #view-ask textarea, #view-ask button, #view-ask summary, #view-ask .jump",
    ".view",  # scrolled with the arrow keys
)
STRANGE = """(known) => [...document.querySelectorAll(
  'a[href], button, input, select, textarea, summary, [tabindex="0"], [role=button], [contenteditable]')]
  .filter((one) => (one.offsetParent || one.ownerSVGElement) && !one.matches(known))
  .map((one) => one.outerHTML.slice(0, 120))"""


@dataclass(frozen=True, slots=True)
class Action:
    """Something that a reader can do: where it starts, how the keyboard does it, with its effect asserted."""

    name: str
    at: str
    act: Callable[[Keys], None]
    page: str = "sample"


def views(keys: Keys) -> None:
    keys.reach("#tabs [aria-selected=true]")
    for view in ("matrix", "china", "timeline", "table", "compare", "reader", "ask"):
        keys.press("ArrowRight")
        keys.see(f"document.body.dataset.view === '{view}' && !$('#view-{view}').hidden")
    keys.press("Home")
    keys.see("document.body.dataset.view === 'network'")


def facet(keys: Keys) -> None:
    keys.use("[data-facet=county] summary")
    keys.use("[data-facet=county] input", "Space")
    keys.see("$('#counts').textContent.startsWith('筛选后 1 个地方')")
    keys.see("document.activeElement.matches('[data-facet=county] input:checked')")
    keys.press("Space")
    keys.see("!$('#counts').textContent.startsWith('筛选后')")


def drop_filters(keys: Keys) -> None:
    keys.use("#chosen .chip")
    keys.see("document.querySelectorAll('#chosen .chip').length === 1")
    keys.use("#reset")
    keys.see("$('#chosen').hidden")


def search(keys: Keys) -> None:
    keys.press("/")
    keys.type("lmgzf")
    keys.see("$('#search').getAttribute('aria-activedescendant')")
    keys.press("ArrowDown", "ArrowUp", "Enter")
    keys.see("$('#panel h2').textContent === '老马工作法' && location.hash.startsWith('#practice/')")


def neighbourhood(keys: Keys) -> None:
    """From one mark to the next, its neighbourhood and sentences; Escape lets go."""
    keys.reach("#graph")
    keys.press("n")
    keys.see("location.hash.startsWith('#group/')")
    keys.press("p")
    keys.see("location.hash.startsWith('#practice/') || location.hash.startsWith('#place/')")
    first = keys.text("#panel h2")
    keys.press("p")
    keys.see(f"$('#panel h2').textContent !== {first!r}")
    keys.see("$('#panel .folded') || $('#panel .quote')")
    keys.press("Escape")
    keys.see("!document.body.classList.contains('chosen')")


def move_in_graph(keys: Keys) -> None:
    keys.reach("#graph")
    before = keys.page.locator("#graph").screenshot()
    keys.press("+", "ArrowLeft")
    keys.page.wait_for_timeout(100)
    assert keys.page.locator("#graph").screenshot() != before
    keys.press("0")
    keys.page.wait_for_timeout(100)
    assert keys.page.locator("#graph").screenshot() == before
    for button in ("#zoom-in", "#zoom-out", "#zoom-fit"):
        keys.use(button)


def expand(keys: Keys) -> None:
    keys.reach("#graph")
    while not keys.page.evaluate("() => location.hash.startsWith('#province/')"):
        keys.press("n")
    keys.press("Enter")
    keys.see("$('#overview').getAttribute('aria-pressed') === 'false' && location.hash.includes('province=')")
    keys.use("#overview")
    keys.see("$('#overview').getAttribute('aria-pressed') === 'true'")


def follow_panel(keys: Keys) -> None:
    keys.use("#panel .fold")
    keys.see("$('#panel .fold').getAttribute('aria-expanded') === 'true' && $('#panel .quote mark')")
    name = keys.text("#panel .folded .jump >> nth=0")
    keys.use("#panel .folded .jump")
    keys.see(f"$('#panel h2').textContent === {name!r} && document.activeElement.id === 'panel'")


def close_panel(keys: Keys) -> None:
    keys.use("#panel .close")
    keys.see("!document.body.classList.contains('chosen')")


def matrix(keys: Keys) -> None:
    keys.use("#view-matrix .choices button", "Space")
    keys.see("location.hash.includes('matrix.level=province') && document.activeElement.ariaPressed === 'true'")
    keys.use("#view-matrix th.column button")
    keys.see("$('#view-matrix th.column').getAttribute('aria-sort') === 'descending'")
    keys.reach("#view-matrix td[tabindex='0']")
    keys.press("ArrowDown", "ArrowUp", "Enter")
    keys.see("$('#panel .quote mark')")
    keys.use("#view-matrix tbody th button")
    keys.see("location.hash.startsWith('#area/') || location.hash.startsWith('#place/')")


def china(keys: Keys) -> None:
    keys.use("#view-china .tile:not([disabled])")
    keys.see("location.hash.includes('china.area=')")
    keys.use("#view-china .point")
    keys.see("$('#view-china .point.current') || $('#panel h2')")
    keys.use("#view-china .crumbs button")
    keys.see("!location.hash.includes('china.area=')")


def timeline(keys: Keys) -> None:
    keys.reach("#view-timeline input[type=range]")
    keys.press("Home")
    keys.see("location.hash.includes('timeline.until=2021')")
    keys.use("#view-timeline [data-key=on]")
    keys.use("#view-timeline [data-key=back]")
    keys.see("$('#view-timeline input').value === '0'")
    keys.use("#view-timeline [data-key=play]", "Space")
    keys.see(
        "$('#view-timeline [data-key=play]').textContent === '暂停' && Number($('#view-timeline input').value) > 0"
    )
    keys.press("Space")
    keys.see("$('#view-timeline [data-key=play]').textContent === '播放'")
    keys.use("#view-timeline .track button:not([disabled])")
    keys.see("$('#panel .quote, #panel .folded, #panel .line')")


def lessons(keys: Keys) -> None:
    keys.use("#view-timeline .lessons summary")
    keys.see("!$('#view-timeline .lessons').open")
    keys.press("Enter")
    keys.use("#view-timeline .lessons button")
    keys.see("location.hash.startsWith('#fact/') && $('#panel .quote mark')")


def table(keys: Keys) -> None:
    keys.reach("#view-table input")
    keys.type("积分")
    keys.see("[...document.querySelectorAll('#view-table tbody tr')].every((row) => row.textContent.includes('积分'))")
    keys.use("#view-table thead button", nth=3)
    keys.see("$('#view-table th:nth-child(4)').getAttribute('aria-sort') === 'ascending'")
    keys.press("Enter")
    keys.see("$('#view-table th:nth-child(4)').getAttribute('aria-sort') === 'descending'")
    keys.use("#view-table tbody td:last-child button")
    keys.see("location.hash.startsWith('#fact/') && $('#panel .quote mark')")
    keys.use("#view-table [data-key=only]", tab="Shift+Tab")
    keys.see("document.querySelectorAll('#view-table tbody tr').length === 1")


def pages(keys: Keys) -> None:
    keys.use("#view-table [data-key=next]", tab="Shift+Tab")
    keys.see("location.hash.includes('table.page=2')")
    keys.use("#view-table [data-key=previous]", tab="Shift+Tab")
    keys.see("!location.hash.includes('table.page')")


def compare(keys: Keys) -> None:
    """Arrow keys walk through the list of places without adding each; Enter adds."""
    for n in (1, 2):
        keys.reach("#view-compare select")
        keys.press("ArrowDown", "ArrowDown", "ArrowDown")
        assert places_compared(keys) == n - 1
        keys.press("Enter")
        keys.see(f"location.hash.split('%7C').length === {n} && location.hash.includes('compare.places')")
    keys.use("#view-compare td button")
    keys.see("$('#panel .quote mark')")
    keys.use("#view-compare th .close")
    keys.see("!$('#view-compare table')")
    assert places_compared(keys) == 1


def places_compared(keys: Keys) -> int:
    address = keys.page.evaluate("() => decodeURIComponent(location.hash)")
    return address.count("|", address.index("compare.places=")) + 1 if "compare.places=" in address else 0


def compare_from_panel(keys: Keys) -> None:
    keys.use("#panel [data-key=compare]")
    keys.see("document.body.dataset.view === 'compare' && location.hash.includes('compare.places=')")


def reader(keys: Keys) -> None:
    keys.use("#view-reader [data-key=next]")
    title = keys.text("#view-reader article h2")
    keys.use("#view-reader [data-key=previous]")
    keys.see(f"$('#view-reader article h2').textContent !== {title!r}")
    keys.reach("#view-reader select")
    keys.press("ArrowDown")
    keys.see(f"$('#view-reader article h2').textContent === {title!r}")
    keys.use("#view-reader article .said[data-family=runs]", "Space")
    keys.see("$('#view-reader .said.current') && $('#panel .quote mark')")


def read_fact(keys: Keys) -> None:
    keys.use("#panel .acts button")
    keys.see("document.body.dataset.view === 'reader' && $('#view-reader .said.current')")


def questions(keys: Keys) -> None:
    keys.reach("#ask-sentence")
    keys.type("谁在做红色物业")
    keys.press("Enter")
    keys.see("$('#ask-answer td')")
    keys.use("[data-question=what-does-place-run]")
    keys.see("$('#ask-slot-place')")
    keys.reach("#ask-slot-place")
    keys.press("Control+a")
    keys.type("无锡市")
    keys.press("Enter")
    keys.see("$('#ask-answer td') && $('#ask-answer').textContent.includes('无锡市')")
    keys.use("#ask-query summary")
    keys.reach("#ask-sparql")
    keys.press("Control+a")
    keys.type("ASK { ?p a zt:Practice }")
    keys.press("Control+Enter")
    keys.see("$('#ask-answer tbody')?.textContent === 'true'")
    assert keys.download(lambda: keys.use("#ask-csv")).endswith(".csv")


def answer_leads_on(keys: Keys) -> None:
    keys.use("#ask-answer .saying")
    keys.see("location.hash.startsWith('#fact/') && $('#panel .quote mark')")


def exports(keys: Keys) -> None:
    for step, form in enumerate(("png", "svg", "csv", "json")):
        keys.use("#save")
        keys.press(*["ArrowDown"] * step)
        assert keys.download(lambda: keys.press("Enter")).endswith(f".{form}")
        assert keys.page.evaluate("() => document.activeElement.id") == "save"
        assert keys.page.evaluate("() => document.querySelector('#save-menu').hidden")
    keys.press("Enter", "Escape")
    keys.see("$('#save-menu').hidden && document.activeElement.id === 'save'")


def print_page(keys: Keys) -> None:
    keys.page.evaluate("() => { window.print = () => { window.printed = true; }; }")
    keys.use("#save")
    keys.press(*["ArrowDown"] * 4, "Enter")
    keys.see("window.printed")


def cite(keys: Keys) -> None:
    for nth, part in ((1, "老马工作法走进万家[EB/DK]"), (2, "《老马工作法走进万家》"), (3, "#fact/")):
        keys.use("#panel .quote:first-of-type .acts button", nth=nth)
        keys.see(f"(window.copied || '').includes({part!r})")


def report_error(keys: Keys) -> None:
    keys.use("#panel .report")
    keys.use("#report [value=place]", "Space")
    keys.reach("#report-proposed")
    keys.type("安吉县")
    keys.use("#report-save")
    keys.see("$('#report-said').textContent.includes('已记下')")
    assert keys.download(lambda: keys.use("#report-download")) == "corrections.csv"
    keys.press("Escape")
    keys.see("!$('#report') && document.activeElement.matches('#panel .report')")
    keys.press("Enter")
    keys.use("#report-drop")
    keys.see("$('#panel .report').textContent === '报告有误'")


def language(keys: Keys) -> None:
    keys.use("#language")
    keys.see("document.documentElement.lang === 'en' && document.activeElement.id === 'language'")
    keys.press("Enter")
    keys.see("document.documentElement.lang === 'zh-CN'")


def theme(keys: Keys) -> None:
    keys.use("#theme")
    keys.see("document.documentElement.dataset.theme === 'dark'")


def copy_link(keys: Keys) -> None:
    keys.use("#link")
    keys.see("window.copied === location.href && $('#link').textContent === '已复制'")


def skip(keys: Keys) -> None:
    keys.press("Tab", "Enter")
    keys.see("document.body.dataset.view === 'table' && document.activeElement.id === 'view-table'")


ACTIONS = (
    Action("walk through the views", "", views),
    Action("skip to the table", "", skip),
    Action("choose and drop a value of a facet", "", facet),
    Action("drop chosen filters", "#?province=浙江省&year=2022", drop_filters),
    Action("search", "", search),
    Action("choose a mark of the network and see its neighbourhood", "", neighbourhood),
    Action("move and zoom the network", "", move_in_graph),
    Action("open a province of the overview and go back to it", "", expand, "large"),
    Action("open a sentence and follow a name in the panel", PLACE, follow_panel),
    Action("close the panel", PLACE, close_panel),
    Action("choose level, order, cell and row of the matrix", "#?view=matrix", matrix),
    Action("open a province of China and a place in it", "#?view=china", china),
    Action("replay the timeline and open a mark", "#?view=timeline", timeline),
    Action("open a stated lesson of the timeline", "#?view=timeline", lessons, "build"),
    Action("sort, search and open the table", "#?view=table", table),
    Action("turn the table's pages", "#?view=table", pages),
    Action("pick and drop places to compare", "#?view=compare", compare),
    Action("take a place from the panel to compare", PLACE, compare_from_panel),
    Action("turn articles and press a fact", "#?view=reader", reader),
    Action("read a fact in its article", FACT, read_fact),
    Action("ask in words, fill a slot, edit the query, save the answer", "#?view=ask", questions, "build"),
    Action("open the sentence of an answer", "#?view=ask&ask.q=who-runs", answer_leads_on, "build"),
    Action("save picture and data", "", exports),
    Action("print", "", print_page),
    Action("cite a sentence", FACT, cite),
    Action("report an error, download it, withdraw it", FACT, report_error),
    Action("change the language", "", language),
    Action("change light and dark", "", theme),
    Action("copy the link", "", copy_link),
)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("map") / "large.html"
    write_map(many_facts(600, sample_scheme()), sample_scheme(), path)
    return path


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.name.replace(" ", "-"))
def test_keyboard_alone_can(action: Action, opened: Opened, sample: Path, large: Path, sample_build: Path) -> None:
    opened.page.add_init_script(
        "if (navigator.clipboard) navigator.clipboard.writeText = async (text) => { window.copied = text; }"
    )
    if action.act is timeline:
        opened.page.emulate_media(reduced_motion="no-preference")
    path = {"sample": sample, "large": large, "build": sample_build / "map.html"}[action.page]
    action.act(Keys(opened.open(path, action.at)))


@pytest.mark.parametrize("view", ["network", "matrix", "china", "timeline", "table", "compare", "reader", "ask"])
def test_no_control_of_the_page_is_left_out_of_the_list(opened: Opened, sample_build: Path, view: str) -> None:
    page = opened.open(sample_build / "map.html", f"#?view={view}")
    known = ", ".join(CONTROLS)
    starts = ("", *page.evaluate("""() => [...document.querySelectorAll('#panel .jump')].map((one) => one.hash)"""))
    for start in starts[::5]:
        page.evaluate(
            "([hash, view]) => { location.hash = `${hash.split('?')[0]}?view=${view}`; }", [start or "#", view]
        )
        page.wait_for_timeout(150)
        assert page.evaluate(STRANGE, known) == []
