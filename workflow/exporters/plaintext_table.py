"""Tables in plain text: columns where they fit, else one record after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from workflow.exporters.columns import columns
from workflow.exporters.tables import Grid
from workflow.exporters.tree import ways
from workflow.languages import direction
from workflow.model import Block

_WIDEST = 72
_BETWEEN = "  "


def table_text(grid: Grid, locale: str, write: Callable[[Block], str]) -> str:
    """Write a table so that one can see which cell belongs to which heading.

    Columns have to fit a message, and need a single direction: where letters run both ways, a
    reader's program puts the cells of a line in another order than those of the next.

    Args:
        grid: the cells.
        locale: the document's language.
        write: writes the words of a cell.
    """
    headings = [_line(write(cell)) for cell in grid.headings]
    rows = [[_line(write(cell)) for cell in row] for row in grid.rows]
    lines = [headings, *rows] if headings else rows
    widths = [max(map(columns, column)) for column in zip(*lines, strict=True)]
    room = sum(widths) + len(_BETWEEN) * (len(widths) - 1)
    text = "".join("".join(line) for line in lines)
    if room > _WIDEST or ways(text) - {direction(locale)}:
        return "\n\n".join(_records(headings, rows))
    if headings:
        lines.insert(1, ["-" * width for width in widths])
    return "\n".join(_columns(lines, widths, grid.aligned))


def _line(words: str) -> str:
    return words.replace("\n", " ")


def _columns(lines: list[list[str]], widths: list[int], aligned: tuple[str, ...]) -> Iterator[str]:
    for line in lines:
        cells = map(_padded, line, widths, aligned)
        if written := _BETWEEN.join(cells).rstrip(" "):
            yield written


def _padded(cell: str, width: int, side: str) -> str:
    room = width - columns(cell)
    before = {"center": room // 2, "end": room}.get(side, 0)
    return " " * before + cell + " " * (room - before)


def _records(headings: list[str], rows: list[list[str]]) -> Iterator[str]:
    """Write each row as lines of its own; of an empty cell only the heading is left."""
    if not headings or not rows:
        rows = [*([headings] if headings else []), *rows]
        headings = [""] * len(rows[0])
    for row in rows:
        lines = (_named(*pair) for pair in zip(headings, row, strict=True))
        if record := "\n".join(filter(None, lines)):
            yield record


def _named(heading: str, cell: str) -> str:
    return f"{heading}: {cell}".rstrip(" ") if heading else cell
