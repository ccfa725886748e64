"""Spans of a text: strong words that hold a link that holds code, one inside the other.

Filters hand over a flat row of texts, each with all its marks; a reader sees one link, not three
that lead to the same place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from workflow.model import Inline

_MARKS = ("link", "struck", "strong", "emphasis")
_BARE = Inline("")


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of texts that share a mark."""

    mark: str
    """Which field of the texts it is: `link`, `struck`, `strong` or `emphasis`."""
    link: str
    """Where it leads, if it is a link."""
    inside: tuple[Span, ...]


Span: TypeAlias = Inline | Marked


def spans(row: Sequence[Inline]) -> Iterator[Span]:
    """Nest a row of texts: what goes on for longest is outside.

    Law: the texts inside, in order, are those of the row; only code and language stay on them.

    >>> row = (Inline("see ", strong=True), Inline("this", strong=True, emphasis=True))
    >>> [(span.mark, len(span.inside)) for span in spans(row)]
    [('strong', 2)]
    """
    start = 0
    while start < len(row):
        mark, end = _longest(row, start)
        if mark:
            bare = getattr(_BARE, mark)
            inside = [replace(inline, **{mark: bare}) for inline in row[start:end]]
            link = row[start].link if mark == "link" else ""
            yield Marked(mark, link, tuple(spans(inside)))
        else:
            yield row[start]
        start = end


def said(span: Span) -> str:
    """Give the bare words of a span."""
    return span.text if isinstance(span, Inline) else "".join(map(said, span.inside))


def _longest(row: Sequence[Inline], start: int) -> tuple[str, int]:
    """Find the mark of a text that goes on for longest, and where it ends."""
    best, end = "", start + 1
    for mark in _MARKS:
        value = getattr(row[start], mark)
        if not value:
            continue
        stop = start + 1
        while stop < len(row) and getattr(row[stop], mark) == value:
            stop += 1
        if not best or stop > end:
            best, end = mark, stop
    return best, end
