"""Checks of a graph at three levels, each with a page that says what it means and how to mend it."""

from kg.check.model import SEVERITIES, Finding, Page, Severity, load_pages
from kg.check.run import page_of, run_checks
from kg.check.show import as_html, as_json, as_text, counts, page_text, summary

__all__ = [
    "SEVERITIES",
    "Finding",
    "Page",
    "Severity",
    "as_html",
    "as_json",
    "as_text",
    "counts",
    "load_pages",
    "page_of",
    "page_text",
    "run_checks",
    "summary",
]
