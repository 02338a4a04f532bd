"""The places that only an organisation's name brings in: 大竹县 of 县农业农村局, where the page says which 县 it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.organisations_merge import WRITTEN_OUT
from kg.model import ArticlePlaces, Level, Organisation, Place

GB_CODE = 6  # digits of a GB/T 2260 code


def with_holders(places: ArticlePlaces, organisations: Sequence[Organisation]) -> ArticlePlaces:
    """The places, with the counties, cities and provinces that a level word before a body stands for.

    The article names such a place nowhere else (联合县农业农村局): it is known as one around the article's own.
    Evidence is the organisation's. A body of a kind that every 县 has is meant; 省靖中专 may be a name as it stands.
    """
    listed = {p.name for p in places.places}
    added: dict[str, Place] = {}
    for organisation in organisations:
        name = organisation.place if organisation.rule == WRITTEN_OUT else None
        if name is not None and name not in listed and name not in added:
            outer = next((p for p in (outer_place(q, name) for q in places.places) if p is not None), None)
            if outer is not None:
                added[name] = replace(outer, evidence=organisation.evidence)
    return replace(places, places=(*places.places, *added.values())) if added else places


def outer_place(place: Place, name: str) -> Place | None:
    """The place of a name around another one, None where none of that name with a six-digit code is."""
    for i, (outer, code) in enumerate(zip(place.within, place.within_codes, strict=False)):
        if outer == name and code is not None and len(code) == GB_CODE:
            return Place(outer, level_of(code), code, place.within[i + 1 :], place.within_codes[i + 1 :])
    return None


def level_of(code: str) -> Level:
    """The level that the zeros of a six-digit code show (GB/T 2260)."""
    if code.endswith("0000"):
        return "province"
    return "prefecture" if code.endswith("00") else "county"
