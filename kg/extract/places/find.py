"""Find the mentions of places in one article."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.places.abbreviations import paired_provinces
from kg.extract.places.corps import corps_names
from kg.extract.places.farms import farm_names
from kg.extract.places.hamlets import group_names, hamlet_names
from kg.extract.places.headed import headed_names
from kg.extract.places.headline import headline_shorts
from kg.extract.places.homesteads import homestead_names
from kg.extract.places.housing import housing_names, lodging_names
from kg.extract.places.listed import full_names, short_names
from kg.extract.places.misprinted import misprinted_counties
from kg.extract.places.references import references
from kg.extract.places.repeated import community_stems, estate_stems, numbered_estates, repeated_names, whole_again
from kg.extract.places.scene import counties_of, scene_of
from kg.extract.places.series import series_names
from kg.extract.places.streets import street_names
from kg.extract.places.townships import (
    township_shorts,
    townships_before_villages,
    townships_listed,
    townships_of_bodies,
)
from kg.extract.places.zones import zone_names
from kg.extract.spans import apart
from kg.gazetteer import Gazetteer
from kg.model import Article, PlaceMention
from kg.rulebook import RuleBook


def find_place_mentions(article: Article, gazetteer: Gazetteer, book: RuleBook) -> tuple[PlaceMention, ...]:
    """The mentions of places in an article's text, in text order, none overlapping another.

    ``name`` is the listed name, or what is printed with the ending that its head word stands for (居委会 → 社区);
    ``candidates`` are the keys of the listed units above the village that bear it. References (全县, 该镇) are of
    kind ``reference``. Which unit a name stands for is decided later, by `kg.link.places.resolve_places`.
    """
    scene = scene_of(article, gazetteer, book)
    full = _free([*full_names(scene), *corps_names(scene), *paired_provinces(scene)])
    full = _free([*full, *headline_shorts(scene, [*full, *short_names(scene, full)])])
    shorts = short_names(scene, full)
    titled = [m for m in shorts if m.end <= len(article.title)]
    scene = scene.with_counties(counties_of(scene, [*full, *titled]) or counties_of(scene, shorts))
    full = _free([*full, *farm_names(scene), *street_names(scene, full)])
    series = series_names(scene, full)
    zones = zone_names(scene, full)
    headed = headed_names(scene, [*full, *series, *(z for z in zones if z.kind != "reference")])
    headed = _free([*community_stems(scene, [*series, *headed]), *headed])
    named = _free([*full, *series, *zones, *headed])
    shorts = short_names(scene, named)
    named = _free([*named, *shorts])
    named = _free([*named, *misprinted_counties(scene, named)])
    named = _free([*named, *hamlet_names(scene, named), *group_names(scene)])
    named = _free([*named, *homestead_names(scene, named)])
    named = _free([*named, *townships_before_villages(scene, named)])
    named = _free([*named, *townships_of_bodies(scene, named)])
    named = _free([*named, *township_shorts(scene, named)])
    named = _free([*named, *townships_listed(scene, named)])
    named = _free([*named, *housing_names(scene, named), *lodging_names(scene, named)])
    named = _free([*named, *numbered_estates(scene, named)])
    named = _free([*named, *estate_stems(scene, named)])
    named = _free(whole_again(scene, [*named, *repeated_names(scene, named)]))
    return tuple(_free([*named, *references(scene, book)]))


def _free(mentions: Iterable[PlaceMention]) -> list[PlaceMention]:
    """Mentions in text order; of those that overlap the longest, then the earlier found."""
    return apart(sorted(mentions, key=lambda m: m.start - m.end))
