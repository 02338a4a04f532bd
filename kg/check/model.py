"""What a check finds, and the page that says what it means and how to mend it."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Literal, cast, get_args

from kg.errors import GraphError
from kg.scheme import ontology_folder

Severity = Literal["ERROR", "WARN", "INFO"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
PAGES = "checks.csv"


@dataclass(frozen=True, slots=True)
class Page:
    """What a check looks for, what a finding means and how to mend it, in Chinese and English."""

    check: str
    severity: Severity
    title_zh: str
    title_en: str
    means_zh: str
    means_en: str
    mend_zh: str
    mend_en: str


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that a check objects to: what it is about (an IRI or a name), and what is the matter with it."""

    check: str
    focus: str
    detail: str


@lru_cache(maxsize=1)
def load_pages() -> Mapping[str, Page]:
    """The pages of all checks by the check's name, errors first; raises GraphError for a severity that is none."""
    with (ontology_folder() / PAGES).open(encoding="utf-8", newline="") as file:
        pages = [Page(**cast("dict[str, str]", row)) for row in csv.DictReader(file)]  # type: ignore[arg-type]
    for page in pages:
        if page.severity not in SEVERITIES:
            raise GraphError(f"{PAGES}: {page.check} has severity {page.severity}; use one of {', '.join(SEVERITIES)}")
    ordered = sorted(pages, key=lambda page: (SEVERITIES.index(page.severity), page.check))
    return MappingProxyType({page.check: page for page in ordered})
