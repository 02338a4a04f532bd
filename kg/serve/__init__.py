"""Serve a built graph on this machine: map, reader, SPARQL editor and endpoint, and a page for every IRI."""

from kg.serve.app import Settings, make_app

__all__ = ["Settings", "make_app"]
