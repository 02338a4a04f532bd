"""``python -m kg.graph.document FOLDER`` writes the ontology as pages to read: one in Chinese, one in English.

Each page keeps to one language; what an IRI is called elsewhere is written as its prefixed name.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from html import escape
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from rdflib import Graph, URIRef
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SKOS, XSD
from rdflib.term import Node

from kg.errors import OutputError
from kg.graph.terms import ZT
from kg.graph.vocabulary import MADE
from kg.scheme import ontology_folder

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")
KINDS: tuple[tuple[URIRef, str, str], ...] = (
    (OWL.Class, "类", "Classes"),
    (OWL.ObjectProperty, "对象属性", "Object properties"),
    (OWL.DatatypeProperty, "数据属性", "Datatype properties"),
    (RDFS.Datatype, "数据类型", "Datatypes"),
)
ROWS: tuple[tuple[URIRef, str, str], ...] = (
    (SKOS.example, "例", "Example"),
    (RDFS.subClassOf, "上位类", "Subclass of"),
    (RDFS.subPropertyOf, "上位属性", "Subproperty of"),
    (RDFS.domain, "主语", "Domain"),
    (RDFS.range, "宾语", "Range"),
    (SKOS.altLabel, "别名", "Other names"),
    (SKOS.scopeNote, "范围", "Scope"),
    (SKOS.related, "相关", "Related"),
    (SKOS.exactMatch, "等同", "Exact match"),
    (SKOS.closeMatch, "相近", "Close match"),
    (SKOS.broadMatch, "对应的上位", "Broad match"),
    (SKOS.narrowMatch, "对应的下位", "Narrow match"),
    (SKOS.relatedMatch, "有关的", "Related match"),
)
PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "http://data.europa.eu/eli/ontology#": "eli",
        "http://data.europa.eu/m8g/": "cv",
        "http://purl.org/vocab/cpsv#": "cpsv",
        "http://www.opengis.net/ont/geosparql#": "geo",
        "http://www.w3.org/ns/oa#": "oa",
        "http://www.w3.org/ns/org#": "org",
        "http://www.w3.org/ns/prov#": "prov",
        "https://schema.org/": "schema",
        str(DCTERMS): "dcterms",
        str(RDF): "rdf",
        str(SKOS): "skos",
        str(XSD): "xsd",
    }
)
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """:root{color-scheme:light dark}
body{font:16px/1.7 "Microsoft YaHei","PingFang SC","Noto Sans CJK SC",sans-serif;
max-width:60em;margin:2em auto;padding:0 1em}h2{margin:2em 0 .5em}h3{font-size:1.05em;margin:1.4em 0 .2em}
h3 code{font-weight:400;opacity:.7;margin-left:.6em}p{margin:.2em 0}dl{display:grid;grid-template-columns:8em 1fr;
margin:.2em 0 0;gap:.1em 1em}dt{opacity:.7}dd{margin:0}code{font-size:.88em;overflow-wrap:anywhere}
nav{columns:14em;font-size:.92em}nav a{display:block}section section{margin-left:1.5em;border-left:2px solid #8884;
padding-left:1em}:target{outline:2px solid #1f5f8b;outline-offset:.3em}"""


def read_ontology() -> Graph:
    """Core, alignments and all concept schemes as one graph."""
    whole = Graph()
    for name in ("core.ttl", "alignments.ttl", *MADE):
        whole.parse(ontology_folder() / name, format="turtle")
    return whole


def write_pages(folder: Path) -> list[Path]:
    """Write ``zh.html`` and ``en.html`` and return their paths; raises OutputError where they cannot be written."""
    graph, paths = read_ontology(), []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for language in LANGUAGES:
            path = folder / f"{language}.html"
            path.write_text(_Page(graph, language).html(), encoding="utf-8", newline="\n")
            paths.append(path)
    except OSError as error:
        raise OutputError(
            f"{folder}：写不进去，换一个文件夹 / cannot be written, take another folder: {error}"
        ) from error
    return paths


@dataclass
class _Page:
    """The ontology in one language."""

    graph: Graph
    language: Language

    def html(self) -> str:
        """The whole page."""
        ontology = URIRef("https://w3id.org/zhitu/ontology")
        title = self._text(ontology, DCTERMS.title)
        other = "en" if self.language == "zh" else "zh"
        tag = "zh-CN" if self.language == "zh" else "en"
        return "".join(
            (
                f'<!doctype html><html lang="{tag}"><meta charset="utf-8">',
                '<meta name="viewport" content="width=device-width">',
                f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
                f"<title>{title}</title><style>{_STYLE}</style>",
                f"<h1>{title}</h1><p>{self._text(ontology, DCTERMS.description)}</p>",
                f'<p><code>{ontology}</code> · <a href="{other}.html">{self._say("英文版", "Chinese edition")}</a></p>',
                *self._terms(),
                *self._schemes(),
                "</html>\n",
            )
        )

    def _say(self, zh: str, en: str) -> str:
        return zh if self.language == "zh" else en

    def _terms(self) -> Iterator[str]:
        for kind, zh, en in KINDS:
            terms = [term for term in self.graph.subjects(RDF.type, kind) if str(term).startswith(str(ZT))]
            terms.sort(key=self._name)
            yield f"<h2>{self._say(zh, en)}</h2><nav>"
            yield from (f'<a href="#{self._anchor(term)}">{self._name(term)}</a>' for term in terms)
            yield "</nav>"
            yield from (self._entry(term, "") for term in terms)

    def _schemes(self) -> Iterator[str]:
        for scheme in sorted(self.graph.subjects(RDF.type, SKOS.ConceptScheme), key=str):
            yield f"<h2>{self._text(scheme, DCTERMS.title)}</h2><p><code>{escape(str(scheme))}</code></p>"
            for concept in sorted(self.graph.objects(scheme, SKOS.hasTopConcept), key=self._name):
                yield self._concept(concept)

    def _concept(self, concept: Node) -> str:
        below = sorted(self.graph.objects(concept, SKOS.narrower), key=self._name)
        return self._entry(concept, "".join(map(self._concept, below)))

    def _entry(self, thing: Node, inside: str) -> str:
        rows = "".join(self._row(thing, *row) for row in ROWS)
        code = f"zt:{str(thing).removeprefix(str(ZT))}" if str(thing).startswith(str(ZT)) else self._notation(thing)
        return (
            f'<section id="{self._anchor(thing)}"><h3>{self._name(thing)}<code>{code}</code></h3>'
            f"<p>{self._text(thing, SKOS.definition)}</p>"
            + (f"<dl>{rows}</dl>" if rows else "")
            + f"{inside}</section>"
        )

    def _row(self, thing: Node, predicate: URIRef, zh: str, en: str) -> str:
        """One line of what is said of a term; examples and names of the other language are left out."""
        found = sorted({self._shown(value) for value in self.graph.objects(thing, predicate)} - {""})
        return f"<dt>{self._say(zh, en)}</dt><dd>{self._say('、', ', ').join(found)}</dd>" if found else ""

    def _shown(self, value: Node) -> str:
        if not isinstance(value, URIRef):
            return escape(str(value)) if getattr(value, "language", None) == self.language else ""
        if self._labelled(value):
            return f'<a href="#{self._anchor(value)}">{self._name(value)}</a>'
        base = next((space for space in PREFIXES if value.startswith(space)), "")
        return f"<code>{PREFIXES[base]}:{value.removeprefix(base)}</code>" if base else f"<code>{escape(value)}</code>"

    def _name(self, thing: Node) -> str:
        return self._text(thing, RDFS.label) or self._text(thing, SKOS.prefLabel)

    def _labelled(self, thing: Node) -> bool:
        return thing in self._known

    @cached_property
    def _known(self) -> frozenset[Node]:
        return frozenset((*self.graph.subjects(RDFS.label), *self.graph.subjects(SKOS.prefLabel)))

    def _notation(self, thing: Node) -> str:
        found = str(self.graph.value(thing, SKOS.notation) or "")
        return escape(found) if found.isascii() or self.language == "zh" else ""

    def _text(self, thing: Node, predicate: URIRef) -> str:
        spoken = (v for v in self.graph.objects(thing, predicate) if getattr(v, "language", None) == self.language)
        return escape(next((str(value) for value in spoken), ""))

    def _anchor(self, thing: Node) -> str:
        return escape(str(thing).removeprefix("https://w3id.org/zhitu/"))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("python -m kg.graph.document FOLDER")
    for written in write_pages(Path(sys.argv[1])):
        sys.stdout.write(f"{written}\n")
