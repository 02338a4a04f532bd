"""Read annotated articles from a folder of JSON files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from kg.errors import ReadError
from kg.evaluate.compare import SAME

NEEDED = frozenset({"source", "n", "title", "opening", *SAME} - {"place_codes", "runs"})


def load_gold(path: Path) -> list[dict[str, Any]]:
    """The annotated articles of a JSON file, or of all ``*.json`` files of a folder in the order of their names.

    Raises ReadError, with file, article and what is missing, where there is no such file or it is no list of articles.
    """
    files = sorted(path.glob("*.json")) if path.is_dir() else [path]
    if not files:
        raise ReadError(f"{path} 里没有 .json 标注文件 / no annotated articles (*.json) in this folder")
    return [article for file in files for article in read_articles(file)]


def read_articles(file: Path) -> list[dict[str, Any]]:
    """The articles of one file; raises ReadError."""
    try:
        loaded = json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise ReadError(f"{file} 读不出来 / cannot be read（{error.strerror or error}）") from error
    except ValueError as error:
        raise ReadError(f"{file} 不是有效的 JSON / is not valid JSON（{error}）") from error
    if not isinstance(loaded, list):
        raise ReadError(f"{file} 应是由文章组成的数组 / must be an array of articles")
    for number, article in enumerate(loaded, 1):
        missing = sorted(NEEDED - set(article)) if isinstance(article, dict) else ["{…}"]
        if missing:
            raise ReadError(f"{file} 第 {number} 篇缺 / article {number} lacks: {'、'.join(missing)}")
    return loaded
