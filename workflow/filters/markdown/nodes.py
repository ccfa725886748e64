"""The blocks of a Markdown document as a tree, each with where it stands in the file."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any

from workflow.model import Span


@dataclass(slots=True)
class Node:
    """A block of the document: a container with others inside, or a text."""

    type: str
    """`document`, `quote`, `list`, `item`, `footnote`, `paragraph`, `heading`, `underlined` (a
    heading over a line), `html`, `code`, `rule`, `table`, `row`, `cell`, `reference` (the
    definition of an address) or `field` (of the front matter)."""
    line: int = 0
    """1-based."""
    lines: tuple[Span, ...] = ()
    """Of a text: where each of its lines stands in the file, without the marks before it."""
    marker: str = ""
    """Of an item: `-`, `3.`; of a footnote: `[^name]`."""
    box: str = ""
    """Of an item: that of its task, `[x]`."""
    level: int = 0
    """Of a heading: its rank; of a row: 1 for the headings."""
    align: str = ""
    """Of a cell."""
    content: str = ""
    """Of code: its lines; of a reference: its title; of a cell: its text."""
    is_closed: bool = True
    """Of code: whether its fence is."""
    children: list[Node] = field(default_factory=list)
    groups: list[int] = field(default_factory=list)
    """Numbers of the blocks of text that stand in it, once they have been read."""


@dataclass(slots=True)
class Scan:
    """A document as its blocks."""

    root: Node
    env: dict[str, Any]
    """What inline texts may refer to, addresses and footnotes, in the library's own form.

    The library counts in it how often a footnote is referred to; nobody asks for the count.
    """
    starts: tuple[int, ...]
    """Where each line of the file begins."""
    too_deep: list[int] = field(default_factory=list)
    """Lines of the containers that the library did not look into."""

    def line_start(self, position: int) -> int:
        """Say where the line begins on which a character of the file stands."""
        return self.starts[bisect_right(self.starts, position) - 1]

    def line(self, position: int) -> int:
        """Say on which line, from 1, a character of the file stands."""
        return bisect_right(self.starts, position)
