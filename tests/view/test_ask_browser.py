"""Questions answered inside the page, in a real browser, from disk."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from browsing import Opened

from kg.errors import QueryError
from kg.graph import answer, list_questions, load_graph

pytestmark = pytest.mark.browser

ENDLESS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER(?c != ?f && ?f != ?i) }"


@pytest.fixture
def asking(opened: Opened, sample_build: Path) -> Any:
    page = opened.open(sample_build / "map.html", "#?view=ask")
    page.wait_for_selector("[data-question=who-runs]")
    return page


def ask(page: Any, question: str, title: str) -> None:
    page.click(f"[data-question={question}]")
    page.wait_for_function("(title) => document.querySelector('#ask-form h2')?.textContent === title", arg=title)
    wait_for_note(page)


def wait_for_note(page: Any) -> None:
    page.wait_for_selector("#ask-stop", state="hidden", timeout=90_000)
    page.wait_for_function("() => document.querySelector('#ask-note').textContent !== ''")


def run(page: Any, query: str) -> None:
    if page.get_attribute("#ask-query", "open") is None:
        page.click("#ask-query summary")
    page.fill("#ask-sparql", query)
    page.click("#ask-run-query")
    wait_for_note(page)


def saved_rows(page: Any) -> list[dict[str, str]]:
    with page.expect_download() as download:
        page.click("#ask-json")
    rows: list[dict[str, str]] = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    return rows


def test_every_question_has_the_answer_that_kg_ask_gives(asking: Any, sample_build: Path) -> None:
    graph = load_graph(sample_build, "memory")
    differ = []
    for question in list_questions():
        ask(asking, question.name, question.title_zh)
        note = asking.inner_text("#ask-note")
        try:
            expected = answer(graph, question.name)
        except QueryError:
            assert "请填写" in note, question.name
            continue
        assert note.startswith(f"{len(expected.rows)} 行"), (question.name, note)
        rows = saved_rows(asking) if expected.rows else []
        if rows != [dict(zip(expected.columns, row, strict=True)) for row in expected.rows]:
            differ.append(question.name)
    assert differ == []


def test_a_slot_takes_what_a_person_types(asking: Any, sample_build: Path) -> None:
    ask(asking, "what-does-place-run", "这个地方在做什么")
    graph = load_graph(sample_build, "memory")
    for typed in ("无锡", "江苏无锡", "320200", "江苏省/无锡市"):
        asking.fill("#ask-slot-place", typed)
        asking.press("#ask-slot-place", "Enter")
        wait_for_note(asking)
        expected = answer(graph, "what-does-place-run", {"place": typed})
        assert asking.inner_text("#ask-note").startswith(f"{len(expected.rows)} 行"), typed


def test_a_name_that_is_not_known_gets_near_ones(asking: Any) -> None:
    ask(asking, "who-runs", "哪些地方在做这种做法")
    asking.fill("#ask-slot-practice", "绿色物业")
    asking.click("#ask-run")
    wait_for_note(asking)
    assert "红色物业" in asking.inner_text("#ask-note")


def test_a_sentence_asks_a_question(asking: Any) -> None:
    asking.fill("#ask-sentence", "谁在做红色物业？")
    asking.press("#ask-sentence", "Enter")
    asking.wait_for_selector("#ask-answer td")
    assert asking.input_value("#ask-slot-practice") == "红色物业"
    assert "ask.q=who-runs" in asking.url


def test_a_sentence_that_is_not_understood_gets_the_nearest_questions(asking: Any) -> None:
    asking.fill("#ask-sentence", "这个地方到底得过什么荣誉呢")
    asking.press("#ask-sentence", "Enter")
    near = asking.locator("#ask-note button")
    near.first.wait_for()
    assert near.count() <= 3
    assert "荣誉" in near.first.inner_text()
    near.first.click()
    asking.wait_for_selector("#ask-form h2 >> text=荣誉")


def test_an_answer_leads_to_the_place_and_to_the_quote(asking: Any) -> None:
    ask(asking, "who-runs", "哪些地方在做这种做法")
    asking.click("#ask-answer .saying >> nth=0")
    asking.wait_for_selector("#panel .quote mark")
    assert "#fact/" in asking.url
    asking.click("#ask-answer .jump >> nth=0")
    asking.wait_for_function("() => location.hash.startsWith('#place/')")


def test_a_link_asks_again(opened: Opened, sample_build: Path) -> None:
    page = opened.open(sample_build / "map.html", "#?view=ask&ask.fill=practice%3D先锋物业&ask.q=who-runs")
    page.wait_for_selector("#ask-answer td")
    assert page.inner_text("#ask-answer tbody").count("先锋物业")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        pytest.param("SELECT ?x WHERE { ?x a zt:Practise }", "第 1 行第 24 列：本体里没有 zt:Practise", id="term"),
        pytest.param("SELECT ?x\nWHERE { ?x a ?y ；}", "第 2 行第 17 列：全角符号 ；", id="full-width"),
        pytest.param("SELECT ?x WHERE { ?x a foo:Bar }", "前缀 foo:", id="prefix"),
        pytest.param("SELECT ?x WHERE { ?x a ?y", "少 1 个 }", id="brace"),
        pytest.param("SELECT ?x\nWHERE { ?x a ?y } GRUP BY ?x", "第 2 行第 24 列：“a ?y } GRUP BY", id="syntax"),
        pytest.param("INSERT DATA { <a:b> <a:c> <a:d> }", "只能查，不能改（INSERT）", id="update"),
        pytest.param("SELECT * WHERE { SERVICE <http://example.org/> { ?a ?b ?c } }", "本页不上网", id="service"),
        pytest.param("SELECT * FROM <http://example.org/> WHERE { ?a ?b ?c }", "GRAPH", id="from"),
        pytest.param("   ", "查询是空的", id="empty"),
    ],
)  # fmt: skip
def test_an_error_says_where_and_what_to_do(asking: Any, query: str, said: str) -> None:
    ask(asking, "sources", "读了哪些文件，各有哪些报道")
    run(asking, query)
    assert said in asking.inner_text("#ask-note")


def test_an_endless_query_can_be_stopped_and_the_next_one_runs(asking: Any) -> None:
    ask(asking, "sources", "读了哪些文件，各有哪些报道")
    asking.click("#ask-query summary")
    asking.fill("#ask-sparql", ENDLESS)
    asking.click("#ask-run-query")
    asking.wait_for_timeout(1500)
    asking.click("#ask-stop")
    asking.wait_for_function("() => document.querySelector('#ask-note').textContent === '已停止。'")
    run(asking, "ASK { ?p a zt:Practice }")
    assert asking.inner_text("#ask-answer tbody") == "true"


STOP_AFTER = """async (wait) => {
  document.querySelector('[data-question=who-runs]').click();
  const stop = () => document.querySelector('#ask-stop:not([hidden])');
  while (!stop()) await new Promise((done) => setTimeout(done));
  if (wait) await new Promise((done) => setTimeout(done, wait));
  stop().click();
}"""


@pytest.mark.parametrize("wait", [0, 20])
def test_a_question_stopped_while_the_graph_opens_may_be_asked_again(asking: Any, wait: int) -> None:
    asking.evaluate(STOP_AFTER, wait)
    asking.wait_for_function("() => document.querySelector('#ask-note').textContent === '已停止。'")
    run(asking, "ASK { ?p a zt:Practice }")
    assert asking.inner_text("#ask-answer tbody") == "true"


def test_rows_beyond_the_limit_are_left_off_and_said(asking: Any) -> None:
    ask(asking, "sources", "读了哪些文件，各有哪些报道")
    run(asking, "SELECT ?a ?c WHERE { ?a ?b ?c }")
    assert "只取了前 10000 行" in asking.inner_text("#ask-note")


def test_a_graph_is_built_and_shown(asking: Any) -> None:
    ask(asking, "sources", "读了哪些文件，各有哪些报道")
    run(asking, "CONSTRUCT { ?p rdfs:label ?l } WHERE { ?p a zt:Practice ; rdfs:label ?l } LIMIT 3")
    assert asking.locator("#ask-answer tbody tr").count() == 3
    asking.click("#ask-answer .jump >> nth=0")
    asking.wait_for_function("() => location.hash.startsWith('#practice/')")


def test_the_tab_says_how_to_ask_where_the_page_was_built_without(opened: Opened, sample: Path) -> None:
    page = opened.open(sample, "#?view=ask")
    assert "kg ask" in page.inner_text("#view-ask")
