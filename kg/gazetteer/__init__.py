"""The administrative units of China with codes, former names, zones and villages, read from one shipped file."""

from kg.gazetteer.store import Gazetteer, open_gazetteer
from kg.gazetteer.unit import NameForm, NameHit, Point, Unit

__all__ = ["Gazetteer", "NameForm", "NameHit", "Point", "Unit", "open_gazetteer"]
