"""The pages of kg serve: map, articles with their evidence, linked data, health; nothing in a text becomes markup."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from click.testing import CliRunner
from rdflib import Graph, URIRef
from starlette.testclient import TestClient

from kg import ids
from kg.cli import main
from kg.graph import list_questions
from kg.graph.terms import ZT
from kg.serve import Settings, make_app
from kg.serve.pages import marked, reader_page

PLACE = f"{ids.BASE}place/321181"


def test_the_map_is_the_one_that_was_built(client: TestClient, sample_build: Path) -> None:
    assert client.get("/").content == (sample_build / "map.html").read_bytes()


def test_health_tells_how_many_articles_there_are(client: TestClient) -> None:
    assert client.get("/health").json() == {"status": "ok", "articles": 18}


def test_a_missing_graph_is_told_by_health(tmp_path: Path) -> None:
    app = make_app(Settings(tmp_path))
    with TestClient(app) as client:
        answer = client.get("/health")
    assert answer.status_code == 503
    assert "kg build" in answer.json()["why"]


def test_every_article_can_be_read_with_its_evidence(client: TestClient) -> None:
    paths = re.findall(r'href="(/id/article/[^"]+)"', client.get("/articles").text)
    assert len(paths) == 18
    page = client.get(paths[0], headers={"Accept": "text/html"}).text
    assert "<mark" in page
    for target in re.findall(r'href="#(e\d+)"', page):
        assert f'id="{target}"' in page


def test_an_iri_answers_with_a_page_or_with_turtle(client: TestClient) -> None:
    page = client.get("/id/place/321181", headers={"Accept": "text/html,*/*;q=0.8"})
    assert "丹阳市" in page.text
    assert "级别" in page.text
    turtle = client.get("/id/place/321181", headers={"Accept": "text/turtle"})
    graph = Graph().parse(data=turtle.text, format="turtle")
    assert str(graph.value(URIRef(PLACE), ZT.code)) == "321181"


@pytest.mark.parametrize("media", ["application/ld+json", "application/n-triples", "application/rdf+xml"])
def test_linked_data_comes_in_the_form_that_is_asked_for(client: TestClient, media: str) -> None:
    answer = client.get("/id/place/321181", headers={"Accept": media})
    assert answer.headers["content-type"] == media
    assert "丹阳市" in answer.text or "\\u4E39" in answer.text


def test_chinese_iris_are_found(client: TestClient) -> None:
    path = re.findall(r'href="(/id/article/[^"]+)"', client.get("/articles").text)[0]
    assert unquote(path) != path
    assert client.get(unquote(path)).status_code == 200


@pytest.mark.parametrize(("path", "status"), [("/id/place/999999", 404), ("/id/x%3E%20%3Fs", 404), ("/nowhere", 404)])
def test_what_is_not_there_is_said(client: TestClient, path: str, status: int) -> None:
    assert client.get(path).status_code == status


def test_the_editor_holds_every_question_and_loads_nothing_from_elsewhere(client: TestClient) -> None:
    page = client.get("/query")
    assert page.text.count("<template ") == len(list_questions())
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', page.text)
    assert "default-src 'none'" in page.headers["content-security-policy"]
    for asset in re.findall(r'(?:src|href)="(/static/[^"]+)"', page.text):
        assert client.get(asset).status_code == 200


def test_what_articles_say_never_becomes_markup() -> None:
    bad = "</script><img src=x onerror=alert(1)>\u202e"
    facts = [
        {
            "fact": "javascript:alert(1)",
            "subject": bad,
            "predicate": "runs",
            "object": bad,
            "rule": bad,
            "start": "2",
            "end": "9",
        }
    ]
    page = reader_page({"title": bad, "text": bad, "sources": bad}, facts)
    assert "<img" not in page
    assert "javascript:" not in re.sub(r">[^<]*<", "><", page)


def test_overlapping_evidence_is_marked_once_and_every_start_can_be_led_to() -> None:
    text = marked("红色物业进小区", {(0, 4): "runs", (2, 6): "counted", (3, 4): "runs"})
    assert re.sub(r"<[^>]+>", "", text) == "红色物业进小区"
    assert all(f'id="e{start}"' in text for start in (0, 2, 3))


def test_a_graph_that_is_not_there_is_told_before_the_server_starts(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["serve", "--graph", str(tmp_path)])
    assert result.exit_code == 2
    assert "kg build" in result.stderr
