"""Resolve mentions of places to units of the official list; see `resolve_places` and `resolve_file`."""

from kg.link.places.resolve import resolve_file, resolve_places

__all__ = ["resolve_file", "resolve_places"]
