"""Figures of an article that do not fit each other; see `find_doubts`."""

from kg.extract.doubts.find import find_doubts

__all__ = ["find_doubts"]
