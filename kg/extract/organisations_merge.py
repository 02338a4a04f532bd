"""Bring the namings of one organisation together under the fullest form that the article gives."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.organisations_prefix import SELF_GOVERNED, OrganMention
from kg.gazetteer.endings import stem
from kg.model import Evidence, Organisation

WRITTEN_OUT = "organ-level"  # 州妇联, its place written in full; where 红河州妇联 is printed too, that is its name
SHORT_PLACE = 2  # characters: 道县 has no short form
JOINT_BRANCH, JOINT = re.compile(r"联合党(?:支部|总支|委)\Z"), re.compile(r"[和与]")
OFFICE = "公室"
STATION = re.compile(r"^(.{2,}?)[市县区旗]?.{2}(?:派出所|法庭|司法所|中队|税务所|所)$")
COMPANY_ENDINGS = ("有限责任公司", "股份有限公司", "集团有限公司", "有限公司", "集团公司", "集团", "公司")


def without_overlap(mentions: list[OrganMention]) -> list[OrganMention]:
    """Of mentions that overlap the longest, of equally long ones the first; in text order."""
    kept: list[OrganMention] = []
    covered: set[int] = set()
    for mention in sorted(mentions, key=lambda m: (m.start - m.end, m.start, m.rule)):
        if covered.isdisjoint(range(mention.start, mention.end)):
            kept.append(mention)
            covered.update(range(mention.start, mention.end))
    return sorted(kept, key=lambda m: (m.start, m.end))


def with_joint_branches(text: str, mentions: Sequence[OrganMention]) -> list[OrganMention]:
    """The namings with two bodies of one place that share a branch read as its name: 甲市敬老院和少年宫联合党支部."""
    joined: list[OrganMention] = []
    for mention in mentions:
        before = joined[-1] if joined else None
        shared = mention.name != text[mention.start : mention.end] and JOINT_BRANCH.search(mention.name)
        if before and shared and before.place == mention.place and JOINT.fullmatch(text, before.end, mention.start):
            rest = text[before.end : mention.end]
            joined[-1] = replace(before, end=mention.end, name=before.name + rest, kind="party", key=before.key + rest)
        else:
            joined.append(mention)
    return joined


def core(name: str) -> str:
    """A company's name without its legal form."""
    for ending in COMPANY_ENDINGS:
        if name.endswith(ending):
            return name.removesuffix(ending)
    return name


def is_short_for(short: OrganMention, full: OrganMention) -> bool:
    """Whether one naming is a shorter form of the other: its end, or a company without place and legal form."""
    if short.kind != full.kind or len(short.key) > len(full.key):
        return False
    whole = short.key + OFFICE if short.key.endswith("办") else short.key  # 甲县普查办 beside 甲县普查办公室
    if full.key.endswith((short.key, whole)) or is_written_out(short, full) or is_same_station(short.name, full.name):
        return True
    if is_without_level(short.name, full) or is_self_governed(short.key, full):
        return True
    if short.kind != "company" or not short.name.endswith(COMPANY_ENDINGS):
        return False
    return len(core(short.name)) >= 2 and core(short.name) in core(full.name)


def is_same_station(short: str, full: str) -> bool:
    """Whether a station is named without the bureau above it: 甲市河东派出所 beside 甲市公安局河东派出所."""
    m = STATION.search(short)
    return m is not None and full.startswith(m[1]) and full.endswith(short[m.end(1) :])


def is_without_level(short: str, full: OrganMention) -> bool:
    """Whether a body is named with the short form of its place: 甲山商会 beside 甲山镇商会."""
    place = full.place or ""
    return len(place) > SHORT_PLACE and full.name == place + short[len(place) - 1 :] and short.startswith(place[:-1])


def is_self_governed(short: str, full: OrganMention) -> bool:
    """Whether a body is named with its self-governed county's name in short: 甲县妇联 of 甲侗族自治县."""
    place = full.place or ""
    if not place.endswith(SELF_GOVERNED):
        return False
    return full.key.replace(place, stem(place) + place[-1]).endswith(short)


def is_written_out(printed: OrganMention, full: OrganMention) -> bool:
    """Whether one naming writes out the place of the other: 州妇联 beside 红河州妇联."""
    if not full.place or printed.place != full.place or not full.rule.startswith(WRITTEN_OUT):
        return False
    body = full.name.removeprefix(full.place)
    return len(body) > 1 and printed.name.endswith(body)


def merge(mentions: Sequence[OrganMention]) -> tuple[Organisation, ...]:
    """One organisation for each group of namings, in the order in which they are first named."""
    fullest = sorted(mentions, key=lambda m: (-len(m.key), -len(m.name), m.start))
    groups: list[list[OrganMention]] = []
    for mention in fullest:
        group = next((g for g in groups if is_short_for(mention, g[0])), None)
        if group is None:
            groups.append([mention])
        else:
            group.append(mention)
    organisations = []
    for group in groups:
        printed = [m for m in group if m.place and not m.rule.startswith(WRITTEN_OUT)]
        chief = max(printed or group, key=lambda m: (len(m.name), -m.start))
        spans = sorted({(m.start, m.end) for m in group})
        evidence = tuple(Evidence(start, end) for start, end in spans)
        place = next((m.place for m in group if m.place), None)
        organisations.append(Organisation(chief.name, chief.kind, evidence, chief.rule, place))
    return tuple(sorted(organisations, key=lambda o: (o.evidence[0], o.name)))
