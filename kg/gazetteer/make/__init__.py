"""Builds the gazetteer's data file out of published packages: ``python -m kg.gazetteer.make --sources DIR``."""
