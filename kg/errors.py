"""What can go wrong, by what the user can do about it. Every message says what, where and what to do."""

from __future__ import annotations


class ZhituError(Exception):
    """Root of all errors that the package raises on purpose."""


class ReadError(ZhituError):
    """A source file cannot be read; the message names the reason and the remedy."""


class RuleError(ZhituError):
    """A rule or lexicon row is wrong: ``file:line``, the rule's id, the defect, and what was probably meant."""


class GazetteerError(ZhituError):
    """The gazetteer file is missing, damaged or of another version."""


class GraphError(ZhituError):
    """A graph folder is missing, half written or of another version."""


class OutputError(ZhituError):
    """A folder or file cannot be written; what stood there before is as it was."""


class QueryError(ZhituError):
    """A query or question cannot be run: its position and a hint."""


class ExtraMissingError(ZhituError):
    """A format or feature needs an optional package; the message gives the pip command."""
