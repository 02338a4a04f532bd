"""The administrative units of China with codes, former names, zones and villages, read from one shipped file."""

from kg.gazetteer.find import FoundPlace, ShortForm, find_places
from kg.gazetteer.store import Gazetteer, open_gazetteer, own_gazetteer
from kg.gazetteer.unit import NameForm, NameHit, Point, Unit

__all__ = [
    "FoundPlace",
    "Gazetteer",
    "NameForm",
    "NameHit",
    "Point",
    "ShortForm",
    "Unit",
    "find_places",
    "open_gazetteer",
    "own_gazetteer",
]
