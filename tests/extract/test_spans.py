"""Spans near a stretch of text."""

from __future__ import annotations

from kg.extract.spans import Spans, counts_before, next_ones

SPANS = Spans([(8, 12), (0, 3), (3, 5), (20, 30)])


def test_spans_that_share_a_character_are_found() -> None:
    assert list(SPANS.touching(4, 9)) == [(3, 5), (8, 12)]
    assert list(SPANS.touching(25, 26)) == [(20, 30)]


def test_neighbours_do_not_touch() -> None:
    assert not SPANS.touch(5, 8)
    assert not Spans([]).touch(0, 100)


def test_spans_within_and_around_a_stretch() -> None:
    assert list(SPANS.within(0, 10)) == [(0, 3), (3, 5)]
    assert SPANS.hold(21, 29)
    assert not SPANS.hold(2, 4)


def test_borders() -> None:
    assert SPANS.begin(8)
    assert not SPANS.begin(9)
    assert [SPANS.last_end(offset) for offset in (0, 3, 15, 40)] == [0, 3, 12, 30]


def test_counts_and_next_ones_at_each_offset() -> None:
    offsets = [1, 1, 4]
    assert counts_before(offsets, 7) == [sum(o < at for o in offsets) for at in range(7)]
    assert next_ones(offsets, 7) == [min((o for o in offsets if o >= at), default=7) for at in range(7)]
    assert counts_before([], 2) == [0, 0]
    assert next_ones([], 2) == [2, 2]
