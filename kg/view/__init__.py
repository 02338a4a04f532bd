"""Draws the map: one HTML file that opens from disk, with the network off."""

from kg.view.asking import Questions
from kg.view.data import ConceptLabel, MapData
from kg.view.frame import map_frame
from kg.view.write import MapStats, build_map, write_map

__all__ = ["ConceptLabel", "MapData", "MapStats", "Questions", "build_map", "map_frame", "write_map"]
