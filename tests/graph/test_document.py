"""The ontology as pages: all terms and concepts, one language a page, every link leads somewhere, nothing is loaded."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rdflib.namespace import OWL, RDF, SKOS

from kg.errors import OutputError
from kg.graph.document import LANGUAGES, read_ontology, write_pages
from kg.graph.terms import ZT

CHINESE = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    paths = write_pages(tmp_path_factory.mktemp("pages"))
    return {path.stem: path.read_text(encoding="utf-8") for path in paths}


def test_each_language_has_a_page(pages: dict[str, str]) -> None:
    assert set(pages) == set(LANGUAGES)
    assert '<html lang="zh-CN">' in pages["zh"]
    assert '<html lang="en">' in pages["en"]


def test_a_page_keeps_to_its_language(pages: dict[str, str]) -> None:
    headings = re.findall(r"<h\d>(.*?)(?:<code>.*?</code>)?</h\d>", pages["zh"])
    assert len(headings) > 200
    assert all(CHINESE.search(heading) and not re.search(r"[A-Za-z]", heading) for heading in headings)
    english = re.findall(r"<h\d>(.*?)(?:<code>.*?</code>)?</h\d>", pages["en"])
    assert len(english) == len(headings)
    assert not any(CHINESE.search(heading) for heading in english)


def test_every_term_and_concept_is_there(pages: dict[str, str]) -> None:
    graph = read_ontology()
    things = set(graph.subjects(RDF.type, SKOS.Concept))
    things |= {s for s in graph.subjects(RDF.type, OWL.Class) if str(s).startswith(str(ZT))}
    for page in pages.values():
        anchors = re.findall(r'<section id="([^"]+)"', page)
        assert len(anchors) == len(set(anchors))
        assert {str(thing).removeprefix("https://w3id.org/zhitu/") for thing in things} <= set(anchors)


def test_every_link_leads_somewhere(pages: dict[str, str]) -> None:
    for page in pages.values():
        inside = re.findall(r'href="#([^"]+)"', page)
        assert inside
        assert set(inside) <= set(re.findall(r'id="([^"]+)"', page))
        assert set(re.findall(r'href="([^#"]+)"', page)) <= {"zh.html", "en.html"}


def test_what_a_term_is_matched_with_is_named(pages: dict[str, str]) -> None:
    assert "cv:PublicOrganisation" in pages["zh"]
    assert "https://participedia.net/method/560" in pages["en"]


def test_nothing_is_loaded_from_elsewhere(pages: dict[str, str]) -> None:
    for page in pages.values():
        assert "default-src 'none'" in page
        assert not re.findall(r"\bsrc=|<script|<link", page)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    with pytest.raises(OutputError, match="taken"):
        write_pages(tmp_path / "taken")
