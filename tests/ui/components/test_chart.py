"""The outline of a chart: steps that hold until the next day, between the ground and the whole."""

from __future__ import annotations

import doctest
import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.components import chart as module
from ui.components.chart import Point, Span, chart

FIRST = date(2026, 3, 1)


def outline(drawn: str, kind: str) -> list[tuple[float, float]]:
    (found,) = re.findall(rf'us-area-{kind}" style="clip-path:polygon\((.*?)\)"', drawn)
    corners = [each.replace("%", "").split() for each in found.split(",")]
    return [(float(x), float(y)) for x, y in corners]


def test_the_example_runs() -> None:
    assert doctest.testmod(module).failed == 0


@given(st.lists(st.integers(0, 9), min_size=1, max_size=12))
def test_heights_are_those_of_the_days(done: list[int]) -> None:
    days = [FIRST + timedelta(days=number) for number in range(len(done))]
    points = [Point(day, each, each) for day, each in zip(days, done, strict=True)]
    span = Span(days[0], days[-1] + timedelta(days=1), 9)
    corners = outline(chart(span, points, "x", ("a", "b")), "translated")
    assert all(0 <= x <= 100 and 0 <= y <= 100 for x, y in corners)
    assert [x for x, _ in corners] == sorted(x for x, _ in corners)
    assert corners[0][1] == corners[-1][1] == 100
    heights = [y for _, y in corners[1:-1:2]]
    assert heights == [pytest.approx(100 - 100 * each / 9, abs=0.06) for each in done]


def test_the_deadline_is_a_line_where_it_is_in_sight() -> None:
    last = FIRST + timedelta(days=10)
    points = [Point(FIRST, 0, 0), Point(last, 3, 1)]
    near = chart(Span(FIRST, last, 4, FIRST + timedelta(days=5)), points, "x", ("a", "b"))
    assert 'class="us-due" style="inset-inline-start:50.0%"' in near
    for none in (Span(FIRST, last, 4), Span(FIRST, last, 4, last + timedelta(days=1))):
        assert "us-due" not in chart(none, points, "x", ("a", "b"))


def test_one_day_nothing_and_odd_words() -> None:
    one = chart(Span(FIRST, FIRST, 4), [Point(FIRST, 2, 1)], '<b>"x"', ("<a>", "b"))
    assert 'role="img" aria-label="&lt;b&gt;&quot;x&quot;"' in one
    assert "&lt;a&gt;" in one
    assert chart(Span(FIRST, FIRST, 0), [Point(FIRST, 0, 0)], "x", ("a", "b"))
    assert chart(Span(FIRST, FIRST, 0), [], "x", ("a", "b"))
