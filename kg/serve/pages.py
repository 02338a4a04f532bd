"""The pages that ``kg serve`` writes; every text of an article or a graph is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from html import escape
from urllib.parse import quote

from kg import ids
from kg.graph import Question
from kg.scheme import ontology_folder

Row = Mapping[str, str]
TELLING = ("runs", "since", "instanceOf", "carriesOut", "counted", "issued", "received", "holds", "mentions")
_START = """SELECT ?地方 ?做法 WHERE {
  ?place zt:runs ?practice ; rdfs:label ?地方 .
  ?practice rdfs:label ?做法 .
}
LIMIT 50"""


def page(title: str, body: str, script: str = "") -> str:
    """A whole page with the navigation."""
    tail = f'<script src="/static/{script}"></script>' if script else ""
    return (
        f'<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{escape(title)} · 治图 Zhitu</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<link rel="stylesheet" href="/static/style.css"><link rel="icon" href="data:,"></head><body>'
        '<header><b>治图 Zhitu</b><a href="/">地图 map</a><a href="/articles">报道 articles</a>'
        '<a href="/query">查询 SPARQL</a><a href="/health">状态 health</a></header>'
        f"<main>{body}</main>{tail}</body></html>"
    )


def here(iri: str) -> str:
    """The path on this server of an IRI of the graph; other IRIs stay as they are."""
    return "/id/" + quote(iri.removeprefix(ids.BASE), safe="/") if iri.startswith(ids.BASE) else iri


def link(iri: str, label: str) -> str:
    """A link to an IRI; what is no web address is only text."""
    if not iri.startswith(("https://", "http://")):
        return escape(label)
    return f'<a href="{escape(here(iri))}" rel="noreferrer">{escape(label)}</a>'


def editor_page(questions: Iterable[Question]) -> str:
    """The SPARQL editor with the ready questions."""
    asked = sorted(questions, key=lambda q: q.title_zh)
    options = "".join(
        f'<option value="{escape(q.name)}">{escape(f"{q.title_zh} / {q.title_en}")}</option>' for q in asked
    )
    ready = "".join(f'<template data-name="{escape(q.name)}">{escape(q.sparql)}</template>' for q in asked)
    body = (
        "<h1>查询 <small>SPARQL 1.1，只读 / read-only</small></h1>"
        '<div class="bar"><label>现成的问题 / ready questions　<select id="ready"><option value="">——</option>'
        f"{options}</select></label></div>"
        '<div class="editor"><pre id="paint" aria-hidden="true"></pre>'
        f'<textarea id="query" spellcheck="false" aria-label="查询语句 / query">{escape(_START)}</textarea></div>'
        '<div class="bar"><button id="run" class="go">运行 Run（Ctrl+Enter）</button>'
        '<button id="save">存成表格 Save CSV</button><span id="note" class="soft" role="status"></span></div>'
        f'<div id="out"></div>{ready}'
    )
    return page("查询", body, "editor.js")


def articles_page(rows: Sequence[Row]) -> str:
    """The list of articles."""
    lines = "".join(
        f"<tr><td>{link(r['article'], r['title'])}</td><td>{escape(r.get('date', ''))}</td>"
        f"<td>{escape(r.get('places', ''))}</td><td>{escape(r.get('sources', ''))}</td></tr>"
        for r in rows
    )
    head = "<tr><th>报道 article</th><th>日期 date</th><th>地方 place</th><th>来源 source</th></tr>"
    return page(
        "报道", f"<h1>报道 <small>{len(rows)} 篇 / articles</small></h1><table><thead>{head}</thead>{lines}</table>"
    )


def reader_page(article: Row, facts: Sequence[Row]) -> str:
    """An article with its evidence marked, and beside it the facts, each leading to its words."""
    spans = {(int(f["start"]), int(f["end"])): f["predicate"] for f in sorted(facts, key=_telling)}
    listed = "".join(map(_listed, facts))
    source = "、".join(filter(None, (article.get("date", ""), article.get("sources", ""))))
    body = (
        f'<h1>{escape(article["title"])}</h1><p class="soft">{escape(source)}</p>'
        f'<div class="reader"><div class="text">{marked(article["text"], spans)}</div>'
        f'<div class="facts" tabindex="0"><h2>事实 <small>{len(facts)} 条 / facts</small></h2>'
        f"<ul>{listed}</ul></div></div>"
    )
    return page(article["title"], body)


def _listed(fact: Row) -> str:
    said = "　".join((fact["subject"], term_label(fact["predicate"]), fact["object"]))
    return (
        f'<li class="{escape(fact["predicate"])}"><a href="#e{escape(fact["start"])}">{escape(said)}</a> '
        f"<small>{link(fact['fact'], fact['rule'])}</small></li>"
    )


def _telling(fact: Row) -> int:
    """Of several facts at one place the one that is told last colours it: deeds before counts before mere mentions."""
    return -TELLING.index(fact["predicate"]) if fact["predicate"] in TELLING else -len(TELLING)


@lru_cache(maxsize=1)
def _labels() -> Mapping[str, str]:
    core = (ontology_folder() / "core.ttl").read_text(encoding="utf-8")
    return dict(re.findall(r'^zt:(\w+) a [^.]*?rdfs:label "([^"]+)"@zh', core, re.MULTILINE | re.DOTALL))


def term_label(local: str) -> str:
    """The Chinese name of one of the ontology's terms, its local name where it is another vocabulary's."""
    return _labels().get(local, local)


def marked(text: str, spans: Mapping[tuple[int, int], str]) -> str:
    """A text with its spans marked by kind, overlapping ones as one; each can be led to by ``#e`` and its start."""
    parts: list[str] = []
    at = 0
    for (start, end), kind in sorted(spans.items()):
        if start < at:  # begins inside the mark before; it still can be led to
            parts.append(f'<span id="e{start}"></span>')
        begins = max(start, at)
        parts.append(escape(text[at:begins]))
        if end > begins:
            parts.append(f'<mark id="e{begins}" class="{escape(kind)}">{escape(text[begins:end])}</mark>')
        at = max(at, end)
    return "".join([*parts, escape(text[at:])])


def thing_page(iri: str, label: str, outgoing: Sequence[Row], incoming: Sequence[Row]) -> str:
    """What the graph says of one IRI, and what leads to it."""
    own = "".join(f"<tr><th>{_term(r, 'p')}</th><td>{_term(r, 'o')}</td></tr>" for r in outgoing)
    back = "".join(f"<tr><td>{_term(r, 's')}</td><th>{_term(r, 'p')}</th></tr>" for r in incoming)
    body = (
        f'<h1>{escape(label or iri)}</h1><p class="soft">{escape(iri)}　<a href="?format=ttl">Turtle</a></p>'
        f"<table>{own}</table>" + (f"<h2>指向它的 / what leads here</h2><table>{back}</table>" if back else "")
    )
    return page(label or iri, body)


def _term(row: Row, name: str) -> str:
    value, label = row.get(name, ""), row.get(f"{name}_label", "")
    if row.get(f"{name}_is") != "iri":
        return escape(value)
    return link(value, label or term_label(value.removeprefix(ids.BASE).rpartition("#")[2]))
