"""Recognise the places that an article names; see `find_place_mentions`."""

from kg.extract.places.find import find_place_mentions

__all__ = ["find_place_mentions"]
