"""Read newspaper pages, bulletins, scripts and web pages: a file becomes articles with clean text and offsets."""

from __future__ import annotations

from kg.read.inputs import Input, find_inputs
from kg.read.source import read_bytes, read_document, read_text

__all__ = ["Input", "find_inputs", "read_bytes", "read_document", "read_text"]
