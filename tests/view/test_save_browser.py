"""Saving, citing, reporting errors and printing, in a real browser, from disk."""

from __future__ import annotations

import csv
import io
import json
import re
import struct
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from browsing import Opened
from corpus import one_article, sample_scheme

import kg.view
from kg import ids
from kg.model import Evidence, Extent, Served
from kg.statements import statements
from kg.view import write_map
from kg.view.corrections import COLUMNS, WRONG

pytestmark = pytest.mark.browser

NAME = "老马工作法"
HOSTILE = [
    "</script><script>window.ran=1</script>",
    "<img src=x onerror=window.ran=1>",
    "javascript:window.ran=1",
    "红\u202e管家\u2066",
    "黄\x00管家",
    "=HYPERLINK(1)",
    "+1+cmd",
    "-2管家",
    "@SUM(A1)",
    "长" * 10_000,
]


def save(page: Any, item: str) -> tuple[str, bytes]:
    page.click("#save")
    with page.expect_download() as download:
        page.click(item)
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def rows_of(data: bytes) -> list[dict[str, str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.fixture
def chosen(opened: Opened, sample: Path) -> Any:
    page = opened.open(sample, f"#practice/{NAME}")
    page.wait_for_selector("#panel .quote mark")
    return page


@pytest.fixture
def clipboard(opened: Opened) -> Any:
    """The last text that the page put on the clipboard."""
    opened.page.add_init_script(
        "if (navigator.clipboard) navigator.clipboard.writeText = async (text) => { window.copied = text; }"
    )
    return lambda: opened.page.evaluate("() => window.copied")


def test_table_holds_the_facts_of_the_selection(chosen: Any) -> None:
    name, data = save(chosen, "#save-csv")
    rows = rows_of(data)
    assert name == f"zhitu-{NAME}.csv"
    assert {row["做法或名称"] for row in rows if row["内容"] == "具名做法"} == {NAME}
    assert all(NAME in row["原文"] and len(row["事实编号"]) == 16 for row in rows if row["内容"] == "具名做法")
    chosen.click("#panel .close")
    assert len(rows_of(save(chosen, "#save-csv")[1])) > len(rows)


def test_json_holds_the_same_rows_as_the_table(chosen: Any) -> None:
    rows = json.loads(save(chosen, "#save-json")[1])
    assert [{k: str(v) for k, v in row.items()} for row in rows] == rows_of(save(chosen, "#save-csv")[1])


def test_headings_follow_the_language(chosen: Any) -> None:
    chosen.click("#language")
    assert "Practice or name" in rows_of(save(chosen, "#save-csv")[1])[0]


@pytest.mark.parametrize(
    ("view", "name"),
    [
        ("network", "余杭区"), ("matrix", "余杭区"), ("china", "浙江"), ("timeline", "积分银行"), ("table", "浙江省"),
        ("reader", "积分银行"),
    ],
)  # fmt: skip
def test_picture_of_a_view_holds_its_words_and_stands_by_itself(
    opened: Opened, sample: Path, view: str, name: str
) -> None:
    page = opened.open(sample, f"#?view={view}")
    page.wait_for_timeout(300)
    text = save(page, "#save-svg")[1].decode("utf-8")
    root = ET.fromstring(text)  # our own
    words = "".join(root.itertext())
    assert "治图：各地在怎样治理" in words
    assert name in words
    assert "http" not in text.replace("http://www.w3.org/", "")
    assert not [e for e in root.iter() if e.tag.endswith(("script", "foreignObject", "image"))]


def test_png_is_twice_the_size_of_the_drawing(chosen: Any) -> None:
    root = ET.fromstring(save(chosen, "#save-svg")[1])  # our own
    _, data = save(chosen, "#save-png")
    assert data.startswith(b"\x89PNG")
    assert struct.unpack(">II", data[16:24]) == (2 * int(root.attrib["width"]), 2 * int(root.attrib["height"]))


def test_reference_comes_with_a_link_that_opens_the_quote_again(opened: Opened, sample: Path, clipboard: Any) -> None:
    page = opened.open(sample, f"#practice/{NAME}")
    page.click("#panel .quote >> nth=0 >> text=GB/T 7714")
    reference, link = clipboard().split("\n")
    assert "老马工作法走进万家[EB/DK]. 样本05.txt." in reference
    assert link.startswith(sample.as_uri() + "#fact/")
    page.goto("about:blank")
    page.goto(link)
    page.wait_for_selector("#panel .quote mark")
    assert page.inner_text("#panel .quote mark >> nth=0") == NAME


def test_quotation_names_its_source(opened: Opened, sample: Path, clipboard: Any) -> None:
    page = opened.open(sample, f"#practice/{NAME}")
    page.click("#panel .quote >> nth=0 >> text=引文")
    assert NAME in clipboard()
    assert "《老马工作法走进万家》" in clipboard()
    assert clipboard().startswith("“")
    assert "第 1 篇" in clipboard() or "篇，第" in clipboard()


def test_a_reported_error_survives_reload_and_is_downloaded(opened: Opened, tmp_path: Path) -> None:
    facts = one_article(NAME, f"余杭区推行“{NAME}”。", title="题", source="甲.txt", n=3)
    write_map([facts], sample_scheme(), tmp_path / "map.html")
    page = opened.open(tmp_path / "map.html", f"#practice/{NAME}")
    page.click("#panel .report >> nth=0")
    page.click("#report-save")
    assert "至少" in page.inner_text("#report-said")
    page.check("#report [value=place]")
    page.check("#report [value=name]")
    page.fill("#report-proposed", "=余杭街道")
    page.fill("#report-note", '说"明",\n第二行')
    page.click("#report-save")
    page.wait_for_timeout(300)  # the browser keeps a page's storage outside of the page, a moment later
    page.reload()
    page.wait_for_selector("#panel .report >> text=已报告，可改")
    _, data = save(page, "#save-corrections")
    (row,) = rows_of(data)
    fact = next(s for s in statements(facts) if s.predicate == "runs")
    span = fact.evidence[0]
    assert tuple(row) == COLUMNS
    assert row["fact"] == fact.iri
    assert row["fact"].startswith(ids.BASE)
    assert (row["source"], row["article"], row["family"]) == ("甲.txt", "3", "runs")
    assert facts.article.text[int(row["start"]) : int(row["end"])] == row["quote"] == NAME
    assert (int(row["start"]), int(row["end"])) == (span.start, span.end)
    assert row["wrong"].split(";") == [code for code in WRONG if code in {"place", "name"}]
    assert (row["proposed"], row["note"]) == ("'=余杭街道", '说"明",\n第二行')


def test_a_report_can_be_withdrawn(chosen: Any) -> None:
    chosen.click("#panel .report >> nth=0")
    chosen.check("#report [value=other]")
    chosen.click("#report-save")
    chosen.click("#report-drop")
    assert chosen.inner_text("#panel .report >> nth=0") == "报告有误"
    chosen.click("#save")
    chosen.click("#save-corrections")
    chosen.wait_for_function("() => document.querySelector('#save-note').textContent.startsWith('还没有报告')")


def test_what_others_left_in_the_storage_does_no_harm(opened: Opened, sample: Path) -> None:
    opened.page.add_init_script("try { localStorage.setItem('zhitu.corrections', '[[\"x\"],7,{\"a\":1}') } catch {}")
    opened.open(sample)


def test_paper_has_the_drawing_the_quotes_and_no_controls(chosen: Any, tmp_path: Path) -> None:
    chosen.emulate_media(media="print")
    chosen.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    assert chosen.is_visible("#print svg")
    assert chosen.is_visible("#panel .quote")
    assert not chosen.is_visible("#save")
    assert not chosen.is_visible("#panel .report")
    chosen.evaluate("() => window.dispatchEvent(new Event('afterprint'))")
    chosen.emulate_media(media="screen")
    assert chosen.is_visible("#graph canvas")
    chosen.pdf(path=tmp_path / "map.pdf", prefer_css_page_size=True)
    assert (tmp_path / "map.pdf").read_bytes().startswith(b"%PDF")


def test_hostile_names_are_saved_cited_and_reported_as_text(opened: Opened, tmp_path: Path, clipboard: Any) -> None:
    facts = [
        one_article(name, f"推行“{name}”。", title=f"题{name[:40]}", source=f"{name[:40]}.txt", n=i)
        for i, name in enumerate(HOSTILE, 1)
    ]
    write_map(facts, sample_scheme(), tmp_path / "map.html")
    page = opened.open(tmp_path / "map.html")
    data = save(page, "#save-csv")[1]
    assert b"\x00" not in data
    assert not [v for row in rows_of(data) for v in row.values() if v[:1] in {"=", "+", "@"} or v[:2] == "-2"]
    for view in ("network", "table", "reader"):
        page.evaluate("(view) => { location.hash = `#?view=${view}`; }", view)
        page.wait_for_selector(f"body[data-view={view}]")
        ET.fromstring(save(page, "#save-svg")[1])  # our own
    page.click("#tab-table")
    names = page.evaluate("() => JSON.parse(document.getElementById('data-nodes').textContent).map((n) => n.id)")
    for node in [n for n in names if n.startswith("practice/")]:
        page.evaluate("(id) => { location.hash = encodeURIComponent(id); }", node)
        page.wait_for_selector("#panel .quote")
        page.click("#panel .quote >> text=GB/T 7714")
        page.click("#panel .quote >> text=引文")
        assert "\x00" not in clipboard()
        page.click("#panel .report >> nth=0")
        page.check("#report [value=other]")
        page.click("#report-save")
        page.keyboard.press("Escape")
    assert len(rows_of(save(page, "#save-corrections")[1])) == len(HOSTILE)
    assert page.evaluate("() => window.ran") is None
    assert page.locator("#panel img, dialog img").count() == 0


def test_no_word_of_the_screen_is_defined_twice() -> None:
    folder = Path(kg.view.__file__).parent / "page"
    pattern = re.compile(r"(?:^|(?<=\], ))\s*'?([\w.-]+)'?: \[", re.MULTILINE)
    keys = [key for path in sorted(folder.glob("words*.js")) for key in pattern.findall(path.read_text("utf-8"))]
    assert len(keys) > 200
    assert sorted(keys) == sorted(set(keys))


def test_start_stage_extent_and_group_served_stand_in_panel_table_file_and_facets(
    opened: Opened, tmp_path: Path
) -> None:
    facts = one_article("暖蜂驿站", "2019年起计划建“暖蜂驿站”，骑手来歇脚。", at="余杭区")
    text, practice = facts.article.text, facts.practices[0]
    start, rider = (Evidence(text.index(word), text.index(word) + len(word)) for word in ("2019年", "骑手"))
    told = replace(
        practice, stage="planned", since="2019", since_evidence=start, serves=(Served("delivery-riders", rider),),
        extent=Extent("pilot", start, "extent-pilot-first"), confidence="low",
    )  # fmt: skip
    other = one_article("红管家", "安吉县推行“红管家”，始于2021年。", at="安吉县", n=2)
    begun = Evidence(other.article.text.index("2021"), other.article.text.index("年。"))
    later = replace(
        other.practices[0],
        since="2021",
        since_evidence=begun,
        extent=Extent("rolled-out", begun, "r"),
        confidence="high",
    )
    articles = [replace(facts, practices=(told,)), replace(other, practices=(later,))]
    write_map(articles, sample_scheme(), tmp_path / "map.html")
    page = opened.open(tmp_path / "map.html", "#practice/暖蜂驿站?view=table&table.only=1")
    page.wait_for_selector("#panel .quote")
    assert page.locator("#panel .quote >> nth=0 >> .chip").all_inner_texts() == [
        "计划中",
        "试点",
        "始于 2019",
        "把握小，请核对",
        "服务外卖骑手",
    ]
    assert page.locator("#panel h3").all_inner_texts()[-2:] == ["试点或推开 1", "起始 1"]
    assert "计划中；试点；始于 2019；把握小，请核对；服务外卖骑手" in page.inner_text("#view-table tbody")
    (row,) = [row for row in rows_of(save(page, "#save-csv")[1]) if row["内容"] == "具名做法"]
    assert (row["进展"], row["试点或推开"], row["起始"], row["服务对象"]) == ("计划中", "试点", "2019", "外卖骑手")
    assert row["把握"] == "小，先看原文"
    page.click("#panel .close")
    for facet, value in (
        ("confidence", "小，先看原文"),
        ("stage", "计划中"),
        ("extent", "试点"),
        ("since", "2019"),
        ("serves", "新就业群体"),
    ):
        page.click(f"[data-facet={facet}] summary")
        page.click(f"[data-facet={facet}] label >> text={value}")
        assert page.inner_text("#counts").startswith("筛选后 1 个地方"), facet
        page.click("#reset")
    page.click("#language")
    (row,) = [
        row
        for row in rows_of(save(page, "#save-csv")[1])
        if row["Content"] == "Named practice" and row["Since"] == "2019"
    ]
    assert (row["Stage"], row["Extent"], row["Serves"]) == ("planned", "pilot", "delivery riders")
