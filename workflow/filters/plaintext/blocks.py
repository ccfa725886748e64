"""Lines put together to blocks, each with its marker outside its text.

A block is a heading, a paragraph, an item ...: the text that stands in one piece, in one line or in
several of a wrapped document.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from workflow.filters.cues.flow import Flow, flow
from workflow.filters.cues.measure import says_something
from workflow.filters.cues.punctuation import ends_sentence
from workflow.filters.plaintext.lines import Line, read_lines
from workflow.filters.plaintext.markers import Marker, read_markers
from workflow.filters.plaintext.wrapping import chunks, joined, wrap_width
from workflow.model import BlockKind

_INNER_END = re.compile(r"[.!?…]\s|[。！？؟।]")


@dataclass(slots=True)
class Draft:
    """A block whose kind is being found out."""

    line: Line
    """Its first line."""
    start: int
    text_start: int
    end: int
    flow: Flow
    marker: Marker | None
    ruled: str
    """The ruler below its last line."""
    chunk: int
    """Number of the run of lines without a blank line between them."""
    size: int
    """Blocks in that run."""
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    depth: int = 0

    @property
    def text(self) -> str:
        """Its text in one line."""
        return self.flow.text

    @property
    def gap(self) -> int:
        """Blank lines before it."""
        return self.line.gap


def read_blocks(text: str, months: frozenset[str]) -> list[Draft]:
    """Read the blocks of a text, in order, each still called a paragraph.

    Args:
        text: the whole file.
        months: folded names of months; a number before one is a date, not a marker.
    """
    lines = read_lines(text)
    markers = read_markers(lines, months)
    width = wrap_width(lines, lambda line: line.start in markers)
    if width is not None:
        markers = _without_accidents(lines, markers, width)
    drafts: list[Draft] = []
    for number, chunk in enumerate(chunks(lines)):
        is_title = number == 0 and not any(_says_a_sentence(line.text) for line in chunk)
        joins = joined(chunk, width, lambda line: _opens(line, markers), is_title=is_title)
        texts = _owners(joins, markers)
        drafts += [_draft(text, each, markers, number, len(texts)) for each in texts]
    return [draft for draft in drafts if says_something(draft.text)]


def _says_a_sentence(text: str) -> bool:
    return ends_sentence(text) or _INNER_END.search(text) is not None


def _says_nothing(text: str, lines: Sequence[Line], start: int) -> bool:
    return not any(says_something(text[max(each.start, start) : each.end]) for each in lines)


def _opens(line: Line, markers: dict[int, Marker]) -> bool:
    marker = markers.get(line.start)
    return marker is not None and marker.form != "quoted"


def _without_accidents(
    lines: Sequence[Line], markers: dict[int, Marker], width: int
) -> dict[int, Marker]:
    """Take out what only looks like a marker because a wrapped line begins there.

    `... on pages 11 and` / `12. The second ...`: a full line without an end before it.
    """
    kept = dict(markers)
    for one, two in pairwise(lines):
        marker = kept.get(two.start)
        if marker is None or two.gap or two.indent != one.indent or marker.form == "quoted":
            continue
        starts_list = marker.number <= 1 or marker.form == "bullet"
        is_full = one.width + 1 + len(two.text.split(maxsplit=1)[0]) > width
        if is_full and not starts_list and one.text[-1].isalnum() and one.start not in kept:
            del kept[two.start]
    return kept


def _owners(texts: list[list[Line]], markers: dict[int, Marker]) -> list[list[Line]]:
    """Give a marker that stands alone on its line to the text below it."""
    owned: list[list[Line]] = []
    for lines in texts:
        last = owned[-1] if owned else []
        marker = markers.get(last[0].start) if len(last) == 1 else None
        if marker and marker.width >= len(last[0].text) and lines[0].start not in markers:
            owned[-1] = [*last, *lines]
        else:
            owned.append(lines)
    return owned


def _draft(
    text: str, lines: list[Line], markers: dict[int, Marker], chunk: int, size: int
) -> Draft:
    first, last = lines[0], lines[-1]
    marker = markers.get(first.start)
    text_start = first.start
    if marker:
        text_start += marker.width
        if text_start >= first.end and len(lines) > 1:
            text_start = lines[1].start
        if _says_nothing(text, lines, text_start):  # `1. ---`
            marker, text_start = None, first.start
    return Draft(
        line=first,
        start=first.start,
        text_start=text_start,
        end=last.end,
        flow=flow(text, text_start, last.end),
        marker=marker,
        ruled=last.ruled,
        chunk=chunk,
        size=size,
    )
