"""What a build read, what it could not read and what it doubts: ``report.json`` and ``report.html``."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

from kg import ids
from kg.model import ArticleFacts, Notice, Place, SourceDocument
from kg.near_names import NearNames
from kg.passages import passage
from kg.pipeline import Outcome
from kg.reprints import Text, find_reprints

FAMILIES = ("practices", "concepts", "organisations", "people", "documents", "awards", "measures", "lessons")
LABELS = {
    "files": "文件 files",
    "failed": "读不了的文件 files that failed",
    "skipped": "跳过的文件 files passed over",
    "articles": "报道 articles",
    "places": "地方 places",
    "localities": "报道的地方 localities",
    "practices": "做法 practices",
    "concepts": "做法类别 concepts",
    "organisations": "组织 organisations",
    "people": "人物 people",
    "documents": "文件 documents",
    "awards": "荣誉 awards",
    "measures": "数量 measures",
    "lessons": "学习借鉴 lessons",
}
KINDS = {
    "parent-conflict": "上级与名录不合",
    "count-conflict": "项数与名称不合",
    "possible-misprint": "疑为误印",
    "impossible-date": "没有这一天",
    "sum-mismatch": "合计对不上",
    "share-mismatch": "占比对不上",
    "repeated-passage": "一段印了两次",
    "damaged-bytes": "有字读不出来",
    "no-article": "没有报道",
    "off-topic": "不像讲治理",
    "instruction": "方案、通知",
}
QUOTED = 160
"""The longest quote in characters: two lines of a table."""


def article_key(facts: ArticleFacts) -> dict[str, Any]:
    """Which article a line of the report speaks about."""
    return {"source": facts.article.source, "n": facts.article.n, "title": facts.article.title}


def place_line(facts: ArticleFacts, place: Place) -> dict[str, Any]:
    """A place that is not settled, with its candidates and the parts of their scores."""
    return {
        **article_key(facts),
        "place": place.name,
        "level": place.level,
        "within": list(place.within),
        "candidates": [
            {"code": c.code, "name": c.name, "path": c.path, "score": round(c.score, 3),
             "parts": {p.name: round(p.value, 3) for p in c.parts}}
            for c in place.candidates
        ],
    }  # fmt: skip


def notice_line(notice: Notice, document: SourceDocument) -> dict[str, Any]:
    """An error found in the source: the article it stands in, the sentence that shows it, and both readings."""
    title = next((a.title for a in document.articles if a.n == notice.article), "")
    return {
        "source": document.name,
        "n": notice.article,
        "title": title,
        "kind": notice.kind,
        "message": notice.message,
        "quote": quote(document.text, notice),
        "readings": list(notice.readings),
        "start": notice.start,
        "end": notice.end,
    }


def quote(text: str, notice: Notice) -> str:
    """The sentence around a notice in one line, cut to what a cell shows; empty where it stands nowhere."""
    if not notice.start < notice.end <= len(text):
        return ""
    found = " ".join(passage(text, notice.start, notice.end).sentence.split())
    return found if len(found) <= QUOTED else found[:QUOTED] + "…"


def doubts(outcomes: Iterable[Outcome]) -> list[dict[str, Any]]:
    """The errors found in the sources, file by file in the order they stand in."""
    lines: list[dict[str, Any]] = []
    for outcome in outcomes:
        if outcome.document is not None:
            of_facts = (n for f in outcome.facts for n in (*f.places.conflicts, *f.notices))
            notices = sorted((*outcome.document.notices, *of_facts), key=lambda n: (n.start, n.end, n.kind))
            lines += [notice_line(notice, outcome.document) for notice in notices]
    return lines


def figures(outcomes: Sequence[Outcome], skipped: Sequence[tuple[str, str]]) -> dict[str, int]:
    """How many of everything."""
    facts = [f for o in outcomes for f in o.facts]
    counts = {
        "files": len(outcomes),
        "failed": sum(o.error is not None for o in outcomes),
        "skipped": len(skipped),
        "articles": len(facts),
        "places": sum(len(f.places.places) for f in facts),
        "localities": len({(p.name, p.within) for f in facts for p in localities(f)}),
    }
    return counts | {family: sum(len(getattr(f, family)) for f in facts) for family in FAMILIES}


def localities(facts: ArticleFacts) -> list[Place]:
    """The places whose work an article reports."""
    return [facts.places.places[i] for i in facts.places.localities]


def rule_hits(facts: Iterable[ArticleFacts]) -> dict[str, int]:
    """How many facts each rule gave, most first."""
    hits = Counter[str]()
    for one in facts:
        hits.update(item.rule for family in FAMILIES for item in getattr(one, family))
        hits.update(practice.extent.rule for practice in one.practices if practice.extent)
    return dict(sorted(hits.items(), key=lambda pair: (-pair[1], pair[0])))


def make_report(
    outcomes: Sequence[Outcome], skipped: Sequence[tuple[str, str]] = (), near: Sequence[NearNames] = ()
) -> dict[str, Any]:
    """The report of one build, ``skipped`` being paths passed over and why; the same inputs give the same report."""
    facts = [f for o in outcomes for f in o.facts]
    documents = [o.document for o in outcomes if o.document is not None]
    return {
        "figures": figures(outcomes, skipped),
        "inputs": [
            {"name": d.name, "sha256": d.sha256, "encoding": d.encoding, "articles": len(d.articles)} for d in documents
        ],
        "failed": [{"name": o.name, "reason": o.error} for o in outcomes if o.error is not None],
        "skipped": [{"name": name, "reason": reason} for name, reason in sorted(skipped)],
        "source_errors": doubts(outcomes),
        "open_places": [place_line(f, p) for f in facts for p in f.places.places if p.status == "open"],
        "new_places": [place_line(f, p) for f in facts for p in f.places.places if p.status == "new"],
        "reprints": reprint_lines(facts),
        "near_names": near_name_lines(facts, near),
        "rules": rule_hits(facts),
    }


def reprint_lines(facts: Sequence[ArticleFacts]) -> list[dict[str, Any]]:
    """The articles that reprint another, each with that one."""
    known = {ids.article_iri(f.article): f for f in reversed(facts)}
    texts = (Text(iri, f.article.text, f.article.published) for iri, f in known.items())
    pairs = sorted(find_reprints(texts).items())
    return [{**article_key(known[one]), "reprint_of": article_key(known[first])} for one, first in pairs]


def near_name_lines(facts: Sequence[ArticleFacts], near: Sequence[NearNames]) -> list[dict[str, Any]]:
    """Pairs of practices that may be one, for a person to decide, the likeliest first."""
    names = {iri: p.name for f in facts for p in f.places.places for iri in [ids.place_iri(p, f.article)]}
    found = sorted(near, key=lambda pair: (-pair.score, pair.one.iri, pair.other.iri))
    return [
        {
            "practices": [
                {"iri": v.iri, "name": v.name, "at": sorted(names[iri] for iri in v.places)}
                for v in (pair.one, pair.other)
            ],
            "score": pair.score,
            "parts": {part.name: part.value for part in pair.parts},
            "reason": pair.reason,
        }
        for pair in found
    ]


def near_name_cells(line: Mapping[str, Any]) -> tuple[str, str, str, str]:
    """Two practices with their places, the score and the reason."""
    one, other = (f"{p['name']}（{'、'.join(p['at'])}）" for p in line["practices"])
    return one, other, f"{line['score']:g}", line["reason"]


def report_json(report: Mapping[str, Any]) -> str:
    """The report as JSON text, two spaces deep, ending with a line break."""
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


STYLE = """
:root { color-scheme: light dark }
body { font: 16px/1.6 system-ui, "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem }
h1 { font-size: 1.5rem } h2 { font-size: 1.15rem; margin-top: 2rem }
table { border-collapse: collapse; width: 100% } th, td { border-bottom: 1px solid #8884; padding: .3rem .6rem; text-align: left; vertical-align: top }
td.n { text-align: right; font-variant-numeric: tabular-nums } p.none { opacity: .7 }
"""  # noqa: E501


def table(rows: Iterable[Sequence[object]], head: Sequence[str]) -> str:
    """An HTML table of escaped cells, or a line that says there is nothing."""
    body = "".join(
        "<tr>"
        + "".join(f"<td{' class=n' if isinstance(c, int) else ''}>{escape(str(c))}</td>" for c in row)
        + "</tr>\n"
        for row in rows
    )
    if not body:
        return '<p class="none">没有 / none</p>\n'
    return f"<table><tr>{''.join(f'<th>{escape(h)}</th>' for h in head)}</tr>\n{body}</table>\n"


def candidates_text(line: Mapping[str, Any]) -> str:
    """The candidates of an open place in one cell."""
    return "；".join(f"{c['path'] or c['name']} {c['code']}" for c in line["candidates"])


def place_cells(line: Mapping[str, Any]) -> tuple[str, str, str, str]:
    """File, article, name and parents of a place that is not settled."""
    return line["source"], line["title"], line["place"], "、".join(line["within"])


def named(line: Mapping[str, str]) -> tuple[str, str]:
    """A file and why it was not read."""
    return line["name"], line["reason"]


def report_html(report: Mapping[str, Any]) -> str:
    """The report as one page that loads nothing from elsewhere."""
    opened, new = report["open_places"], report["new_places"]
    sections = (
        ("数目 Figures", ("项目", "数"), ((LABELS[k], v) for k, v in report["figures"].items())),
        ("读不了的文件 Files that failed", ("文件", "原因和办法"), map(named, report["failed"])),
        ("跳过的文件 Files passed over", ("文件", "原因"), map(named, report["skipped"])),
        ("原文的疑点 Doubts about the sources", ("文件", "报道", "类别", "原文", "说明"),
         ((e["source"], e["title"], KINDS.get(e["kind"], e["kind"]), e["quote"], e["message"])
          for e in report["source_errors"])),
        ("没有定下来的地名 Places left open", ("文件", "报道", "地名", "上级", "可能是"),
         ((*place_cells(p), candidates_text(p)) for p in opened)),
        ("名录里没有的地方 Places no list has", ("文件", "报道", "地名", "上级"), (place_cells(p) for p in new)),
        ("转载，与原报道算一个来源 Reprints", ("文件", "报道", "原报道的文件", "原报道"),
         ((r["source"], r["title"], r["reprint_of"]["source"], r["reprint_of"]["title"]) for r in report["reprints"])),
        ("可能是同一做法的名字，请人决定 Near names, for a person to decide", ("做法", "另一个", "分数", "理由"),
         map(near_name_cells, report["near_names"])),
        ("读入的文件 Inputs", ("文件", "报道数", "编码", "SHA-256"),
         ((i["name"], i["articles"], i["encoding"], i["sha256"]) for i in report["inputs"])),
        ("规则命中 Rules", ("规则", "次数"), report["rules"].items()),
    )  # fmt: skip
    body = "".join(f"<h2>{escape(title)}</h2>\n{table(rows, head)}" for title, head, rows in sections)
    return (
        '<!doctype html>\n<html lang="zh-Hans"><head><meta charset="utf-8">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>治图建库报告</title><style>{STYLE}</style></head>\n<body><h1>治图建库报告</h1>\n{body}</body></html>\n"
    )
