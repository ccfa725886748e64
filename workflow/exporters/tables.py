"""Tables as a grid: every row as long as the longest, and aligned the way its readers read."""

from __future__ import annotations

from dataclasses import dataclass

from workflow.exporters.tree import nested, texts
from workflow.languages import direction
from workflow.model import Block, BlockKind

_SIDES = {
    "ltr": {"left": "start", "center": "center", "right": "end"},
    "rtl": {"left": "end", "center": "center", "right": "start"},
}
_NOTHING = Block(BlockKind.TABLE_CELL)


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a table."""

    headings: tuple[Block, ...]
    """One for each column; nothing where the table has no row of headings."""
    rows: tuple[tuple[Block, ...], ...]
    aligned: tuple[str, ...]
    """For each column `start`, `center`, `end`, or nothing where the author says nothing."""


def grid(table: Block, source_locale: str) -> Grid | None:
    """Read a table; None where it is none, and has to be written block by block.

    A table holds rows of cells, and a cell holds nothing but texts. Its first row may be the row
    of headings; a further one is a row like any other. What its author set on the left, where a
    line of the source begins, stands where a line of the translation begins.
    """
    lines = nested(table)
    cells = [nested(line) for line in lines]
    if texts(table) or not any(cells) or not all(map(_is_row, lines)):
        return None
    width = max(map(len, cells))
    rows = [(*line, *[_NOTHING] * (width - len(line))) for line in cells]
    sides = _SIDES[direction(source_locale)]
    aligned = tuple(sides.get(_align(column), "") for column in zip(*rows, strict=True))
    headed = lines[0].level == 1
    return Grid(rows[0] if headed else (), tuple(rows[headed:]), aligned)


def _is_row(line: Block) -> bool:
    return (
        line.kind is BlockKind.TABLE_ROW
        and not texts(line)
        and all(cell.kind is BlockKind.TABLE_CELL and not nested(cell) for cell in nested(line))
    )


def _align(column: tuple[Block, ...]) -> str:
    return next((cell.align for cell in column if cell.align), "")
