"""Web pages: the article without the page around it, title and date first."""

from __future__ import annotations

import re

from kg.errors import ReadError
from kg.read.cues import words
from kg.read.decode import decode
from kg.read.formats.extras import need

# An article of an official account (公众号) states its day in an element that is no date to the extraction.
POSTED = re.compile(
    r"""(?:id=["']publish_time["'][^>]*>|\bcreateTime\s*=\s*["'])\s*(?P<year>(?:19|20)\d\d)[-/年.](?P<month>\d{1,2})[-/月.](?P<day>\d{1,2})"""
)
FRAME = ("//*[@id='meta_content']", "//*[contains(@class, 'rich_media_tool')]")


def extract(data: bytes, name: str) -> str:
    """The article of a web page as Markdown-like text: title, stated date, paragraphs.

    Raises ReadError where the page holds no article, ExtraMissingError without trafilatura.
    """
    trafilatura = need("trafilatura", name)
    html = _decode(data, name)
    # original_date without the extensive search: a date guessed from a footer is no date that the page states.
    found = trafilatura.bare_extraction(
        html,
        include_comments=False,
        include_tables=True,
        include_formatting=True,
        favor_recall=True,
        date_extraction_params={"original_date": True, "extensive_search": False, "outputformat": "%Y-%m-%d"},
        with_metadata=True,
        prune_xpath=[*_related(), *FRAME],
    )
    text = (found.text or "").strip() if found is not None else ""
    if not text:
        raise ReadError(
            f"{name}：网页里找不到正文。请把正文另存为 .txt 再试。 No article found in the page; save its text as .txt."
        )
    return _compose(found.title, found.date or _posted(html), text)


def _posted(html: str) -> str | None:
    """The ISO date on which an official account posted its article, None for other pages."""
    found = POSTED.search(html)
    return f"{found['year']}-{int(found['month']):02}-{int(found['day']):02}" if found else None


def _related() -> list[str]:
    """XPaths of the lists below a heading such as 相关新闻: headlines of other pages, which would be read as text.

    The extraction drops such a heading, and keeps a list that has no links.
    """
    names = "|".join(sorted(words("related_heads")))
    label = "translate(normalize-space(.), ' \u3000：:>»|', '')"
    heading = f"//*[string-length(.) < 20 and {label} != '' and contains('|{names}|', concat('|', {label}, '|'))]"
    lists = "following-sibling::*[self::ul or self::ol or self::dl][1]"
    return [f"{heading}/{lists}", f"{heading}/parent::*/{lists}"]


def _decode(data: bytes, name: str) -> str:
    declared = re.search(rb"charset\s*=\s*[\"']?\s*([\w-]+)", data[:4096], re.IGNORECASE)
    if declared is not None:
        encoding = declared[1].decode("ascii").lower()
        encoding = "gb18030" if encoding.startswith("gb") else encoding
        try:
            return data.decode(encoding)
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data, name).text


def _compose(title: str | None, date: str | None, text: str) -> str:
    head = []
    first = text.split("\n", 1)[0].lstrip("# ").strip("* ")
    if title and title.strip() != first:
        head.append(f"# {title.strip()}")
    if date and date not in text[:400]:
        head.append(f"发布时间：{date}")
    return "\n\n".join([*head, text])
