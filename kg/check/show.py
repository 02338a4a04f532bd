"""Show what the checks found: a short account for the terminal, a page for the browser, JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import groupby

from kg.check.model import SEVERITIES, Finding, Page, Severity, load_pages
from kg.check.run import page_of

SHOWN = 3
LISTED = 200
"""Findings of one check that the terminal and the page list; the rest is counted, JSON has them all."""


def counts(findings: Sequence[Finding]) -> Mapping[Severity, int]:
    """How many findings of each severity there are."""
    severities = [page_of(finding).severity for finding in findings]
    return {severity: severities.count(severity) for severity in SEVERITIES}


def by_check(findings: Sequence[Finding]) -> Iterator[tuple[Page, list[Finding]]]:
    """The findings of each check with its page, in the order they come."""
    for check, some in groupby(findings, key=lambda f: f.check):
        yield load_pages()[check], list(some)


def summary(findings: Sequence[Finding]) -> str:
    """One line: how many errors, warnings and notes."""
    n = counts(findings)
    return (
        f"检查：{n['ERROR']} 个错误，{n['WARN']} 个提醒，{n['INFO']} 条说明"
        f" / checks: {n['ERROR']} errors, {n['WARN']} warnings, {n['INFO']} notes"
    )


def as_text(findings: Sequence[Finding]) -> str:
    """Each check that found something: how often, what it means, the first few findings."""
    lines = []
    for page, some in by_check(findings):
        lines += [f"{page.severity} {page.check} ×{len(some)}  {page.title_zh} / {page.title_en}"]
        lines += [f"    {one.focus}  {one.detail}".rstrip() for one in some[:SHOWN]]
        if len(some) > SHOWN:
            lines.append(f"    …… 还有 {len(some) - SHOWN} 条 / {len(some) - SHOWN} more")
    return "\n".join([*lines, summary(findings)])


def page_text(page: Page) -> str:
    """The page of one check: what it means and how to mend it."""
    return (
        f"{page.severity} {page.check}\n{page.title_zh}\n\n{page.means_zh}\n怎么办：{page.mend_zh}\n\n"
        f"{page.title_en}\n{page.means_en}\nWhat to do: {page.mend_en}"
    )


def as_json(findings: Sequence[Finding]) -> str:
    """All findings as a JSON array, with a line break at the end."""
    rows = [
        {"severity": page_of(f).severity, "check": f.check, "focus": f.focus, "detail": f.detail} for f in findings
    ]  # fmt: skip
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def as_html(findings: Sequence[Finding]) -> str:
    """A page that explains each check that found something and lists its first 200 findings; every text is escaped."""
    parts = [_HEAD, f"<h1>质量检查</h1><p>{escape(summary(findings))}</p>"]
    for page, some in by_check(findings):
        parts.append(
            f'<section id="{escape(page.check)}"><h2><b class="{page.severity}">{page.severity}</b> '
            f"{escape(page.title_zh)} <small>{len(some)} · {escape(page.check)}</small></h2>"
            f"<p>{escape(page.means_zh)}</p><p><b>怎么办</b>　{escape(page.mend_zh)}</p>"
            f'<p lang="en">{escape(page.title_en)}. {escape(page.means_en)} '
            f"<b>What to do:</b> {escape(page.mend_en)}</p>"
            "<details><summary>条目 / findings</summary><ul>"
        )
        parts += [f"<li><code>{escape(f.focus)}</code> {escape(f.detail)}</li>" for f in some[:LISTED]]
        rest = len(some) - LISTED
        parts.append(f"<li>…… 还有 {rest} 条，见 check.json / {rest} more in check.json</li>" if rest > 0 else "")
        parts.append("</ul></details></section>")
    return "".join([*parts, "</html>\n"])


_HEAD = """<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>质量检查 / quality checks</title><style>
:root{color-scheme:light dark}body{font:16px/1.7 "Microsoft YaHei","PingFang SC","Noto Sans CJK SC",sans-serif;
max-width:56em;margin:2em auto;padding:0 1em}h2{font-size:1.1em;margin:1.6em 0 .3em}small{font-weight:400;opacity:.7}
p{margin:.2em 0}code{font-size:.85em;word-break:break-all}li{margin:.2em 0}
.ERROR,.WARN,.INFO{border-radius:4px;padding:0 .4em;color:#fff;background:#a4262c}.WARN{background:#8a5a00}
.INFO{background:#1f5f8b}[lang=en]{opacity:.75;font-size:.92em}</style>
"""
