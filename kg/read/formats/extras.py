"""Import a library of the extra ``formats``, or say how to install it."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from kg.errors import ExtraMissingError


def need(module: str, name: str) -> Any:
    """The module; raises ExtraMissingError with the pip command where it is not installed."""
    try:
        return import_module(module)
    except ImportError as error:
        cause = " ".join(str(error).split())
        raise ExtraMissingError(
            f'{name}：读这种格式需要附加组件。请运行： pip install "zhitu[formats]"  ({module}: {cause})'
        ) from error
