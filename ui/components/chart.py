"""A small chart of what was done by when, drawn by the page itself: it follows light and dark.

Streamlit takes SVG out of HTML; so areas are cut out of boxes, and what is written stays text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ui.components.passage import clean


@dataclass(frozen=True, slots=True)
class Point:
    """What was done at the end of a day."""

    day: date
    translated: int
    reviewed: int


@dataclass(frozen=True, slots=True)
class Span:
    """What a chart shows: from a day to a day, up to a number, and perhaps a deadline in it."""

    first: date
    last: date
    total: int
    deadline: date | None = None

    def across(self, day: date) -> float:
        """Say how far along a day is, in percent."""
        days = (self.last - self.first).days
        return 100 * (day - self.first).days / days if days else 100.0


def chart(span: Span, points: Sequence[Point], label: str, ends: tuple[str, str]) -> str:
    """Draw what was translated and what was reviewed as areas that rise from left to right.

    Args:
        span: what is shown.
        points: in order of days; each holds until the next.
        label: what there is to see, in a sentence.
        ends: the first and the last day, put into words.
    """
    areas = "".join(
        f'<span class="us-area us-area-{kind}" style="clip-path:{_area(span, points, kind)}">'
        "</span>"
        for kind in ("translated", "reviewed")
    )
    due = (
        f'<span class="us-due" style="inset-inline-start:{span.across(span.deadline):.1f}%"></span>'
        if span.deadline and span.first <= span.deadline <= span.last
        else ""
    )
    first, last = (clean(each) for each in ends)
    return (
        f'<div class="us-chart"><div class="us-plot" role="img" aria-label="{clean(label)}">'
        f'{areas}{due}</div><div class="us-days-of" aria-hidden="true"><span>{first}</span>'
        f"<span>{last}</span></div></div>"
    )


def _area(span: Span, points: Sequence[Point], kind: str) -> str:
    """Write the outline of the steps, from the ground and back to it, in percent of the box.

    >>> from datetime import date
    >>> three = Span(date(2026, 3, 1), date(2026, 3, 3), 4)
    >>> _area(three, [Point(date(2026, 3, 1), 0, 0), Point(date(2026, 3, 2), 2, 1)], "translated")
    'polygon(0.0% 100.0%,0.0% 100.0%,50.0% 100.0%,50.0% 50.0%,50.0% 100.0%)'
    """
    corners, height = [(0.0, 100.0)], 100.0
    for each in points:
        across = span.across(each.day)
        corners.append((across, height))
        done = getattr(each, kind)
        height = 100 - 100 * done / span.total if span.total else 0.0
        corners.append((across, height))
    ends = span.across(points[-1].day) if points else 0.0
    # the first corner of the first step stands on the ground already
    outline = [corners[0], *corners[2:], (ends, 100.0)] if points else corners
    return "polygon(" + ",".join(f"{x:.1f}% {y:.1f}%" for x, y in outline) + ")"
