"""Writes the reference of a report after GB/T 7714—2015, and a credit line in plain words.

Only what the file itself says goes in. A newspaper article is ``[N]``, an article of a magazine ``[J]``, of a bulletin
``[Z]`` (the standard's code for other kinds); where no publication is named, the file is what is cited, as an
electronic resource on disk, ``[EB/DK]``, for which the standard lets place and publisher be left out. An author who
is not named is left out (8.1.4), of more than three the first three are written (8.1.2).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from kg.model import Article, FrameLine
from kg.view.printable import printable_name

Kind = Literal["newspaper", "magazine", "bulletin", "file"]
MOST_AUTHORS = 3
_HANZI = "\u4e00-\u9fff"
_SPACED = re.compile(rf"(?<![{_HANZI}])((?:[{_HANZI}]\s+)+[{_HANZI}])(?![{_HANZI}])")
_NAME = re.compile(rf"《?([{_HANZI}][{_HANZI} ]{{2,24}}?)》?(?=\s*(?:\d|第|星期|责编|编辑|播出|（|\(|$))")
_PAGE = re.compile(
    r"(?<![转接见第A-Z\d])(?<![转接见]\s)第?\s*([A-Z]?\s*\d{1,3}|[一二三四五六七八九十]{1,3})\s*版(?![式权])"
)
_ISSUE = re.compile(r"(?<!总)第\s*(\d{1,5})\s*期")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})年")
_NO_NEWSPAPER = re.compile(r"(?:简报|通报|专报|公报|(?:情况|工作)汇报)$")
_BULLETIN = re.compile(r"(?:简报|通报|专报|信息|快讯|简讯|动态|反映|情况|交流|参考)$")
_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


@dataclass(frozen=True, slots=True)
class Publication:
    """Where a report was printed, as far as its file says so; ``page`` is 版次. Any part but ``kind`` may be empty."""

    kind: Kind
    name: str = ""
    page: str = ""
    issue: str = ""
    year: str = ""


def publication(article: Article) -> Publication:
    """Where an article was printed, after the lines around it; of several mastheads the last one before it counts."""
    heads = [line.text for line in _before(article, "masthead")]
    lines = _before(article, "masthead", "date", "section")
    pages = [found[1] for line in lines if (found := _PAGE.search(line.text))]
    page = re.sub(r"\s", "", pages[-1]) if pages else ""
    issues = " ".join(line.text for line in _before(article, "issue"))
    name = _name_in(heads[-1]) if heads else _name_in(issues)
    if page and not name.endswith("报"):
        name = ""  # 要闻, 党建: a page has a title of its own, which is not the paper's
    issue = _ISSUE.search(issues) or (_ISSUE.search(heads[-1]) if heads else None)
    year = _YEAR.search(issues) or _DATE.match(article.published or "")
    issued = any(line.role == "issuer" for line in article.frame)
    kind = _kind(name, page, issue is not None, issued)
    return Publication(kind, name, page, issue[1] if issue else "", year[1] if year else "")


def _kind(name: str, page: str, has_issue: bool, has_issuer: bool) -> Kind:
    if page or (name.endswith("报") and not _NO_NEWSPAPER.search(name) and not has_issuer):
        return "newspaper"
    if not name:
        return "file"
    return "magazine" if has_issue and not has_issuer and not _BULLETIN.search(name) else "bulletin"


def _before(article: Article, *roles: str) -> list[FrameLine]:
    """The lines of these roles that stand before the article, or all where none does."""
    lines = sorted((line for line in article.frame if line.role in roles), key=lambda line: line.start)
    start = article.segments[0].source_start if article.segments else 0
    return [line for line in lines if line.start <= start] or lines


def _name_in(line: str) -> str:
    closed = _SPACED.sub(lambda m: re.sub(r"\s", "", m[1]), line.strip())
    found = _NAME.match(closed)
    return found[1].strip() if found else ""


def reference(article: Article) -> str:
    """The reference after GB/T 7714—2015, without a link."""
    printed = publication(article)
    authors = [printable_name(author.name) for author in article.authors]
    shown = ", ".join(authors[:MOST_AUTHORS]) + (", 等" if len(authors) > MOST_AUTHORS else "")
    title = _title(article)
    return "".join([f"{shown}. " if shown else "", title, _source(article, printed), "."])


def _title(article: Article) -> str:
    """The title, or the article's first words in the brackets that mark what the citer supplies."""
    return printable_name(article.title) or f"[{printable_name(article.opening)}……]"


def _source(article: Article, printed: Publication) -> str:
    """From the code of the kind of document on."""
    date = article.published or ""
    if printed.kind == "newspaper":
        tail = f"{date}({printed.page})" if printed.page else date
        return "[N]" + _tail(", ".join(filter(None, (printed.name, tail))))
    if printed.kind in {"magazine", "bulletin"}:
        code = "[J]" if printed.kind == "magazine" else "[Z]"
        if printed.issue and not printed.year:
            return f"{code}. {printed.name}({printed.issue})"
        issue = f"{printed.year}({printed.issue})" if printed.issue else date
        return code + _tail(", ".join(filter(None, (printed.name, issue))))
    dated = f"({date}). " if date else ""
    return f"[EB/DK]. {dated}{printable_name(article.source)}"


def _tail(text: str) -> str:
    return f". {text}" if text else ""


def credit(article: Article) -> str:
    """The source of a plain quotation: author, title, publication, date, and where in which file it stands."""
    printed = publication(article)
    authors = "、".join(printable_name(author.name) for author in article.authors)
    where = f"《{printed.name}》" if printed.name else ""
    where += f"第{printed.page}版" if printed.page else f"第{printed.issue}期" if printed.issue else ""
    title = _title(article).replace("《", "〈").replace("》", "〉")
    parts = (f"《{title}》", where, _said(article.published), _in_file(article))
    return (f"{authors}：" if authors else "") + "，".join(filter(None, parts))


def _in_file(article: Article) -> str:
    return f"{printable_name(article.source)} 第 {article.n} 篇"


def _said(date: str | None) -> str:
    """2022-11-18 as 2022年11月18日."""
    found = _DATE.fullmatch(date or "")
    if found is None:
        return ""
    return "".join(f"{int(part)}{unit}" for part, unit in zip(found.groups(), "年月日", strict=True) if part)
