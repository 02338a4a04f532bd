"""Bring the namings of one organisation together under the fullest form that the article gives."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.organisations_prefix import OrganMention
from kg.model import Evidence, Organisation

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
    if full.key.endswith(short.key):
        return True
    if short.kind != "company" or not short.name.endswith(COMPANY_ENDINGS):
        return False
    return len(core(short.name)) >= 2 and core(short.name) in core(full.name)


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
        chief = max(group, key=lambda m: (len(m.name), -m.start))
        spans = sorted({(m.start, m.end) for m in group})
        evidence = tuple(Evidence(start, end) for start, end in spans)
        place = next((m.place for m in group if m.place), None)
        organisations.append(Organisation(chief.name, chief.kind, evidence, chief.rule, place))
    return tuple(sorted(organisations, key=lambda o: (o.evidence[0], o.name)))
