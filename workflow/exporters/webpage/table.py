"""Tables on a web page: wide ones scroll by themselves, and the page stands still."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from workflow.exporters.tables import Grid
from workflow.model import Block


def table_lines(grid: Grid, name: str, write: Callable[[Block], str]) -> Iterator[str]:
    """Write a table inside a region that scrolls, by finger and by keyboard.

    The region is called by the row of headings, as a page in any language may be.

    Args:
        grid: the cells.
        name: what the row of headings is called on this page.
        write: writes the words of a cell.
    """
    label = f' role="group" aria-labelledby="{name}"' if grid.headings else ""
    yield f'<div class="table" tabindex="0"{label}>'
    yield "<table>"
    if grid.headings:
        cells = _cells(grid.headings, grid.aligned, 'th scope="col"', write)
        yield f'<thead><tr id="{name}">{cells}</tr></thead>'
    if grid.rows:
        yield "<tbody>"
        for row in grid.rows:
            yield f"<tr>{_cells(row, grid.aligned, 'td', write)}</tr>"
        yield "</tbody>"
    yield from ("</table>", "</div>")


def _cells(
    row: tuple[Block, ...], aligned: tuple[str, ...], tag: str, write: Callable[[Block], str]
) -> str:
    """Write the cells of a row; a class says how a column is aligned, where its author does."""
    end = tag.split(" ", maxsplit=1)[0]
    return "".join(
        f"<{tag}{_class(side)}>{write(cell)}</{end}>"
        for cell, side in zip(row, aligned, strict=True)
    )


def _class(side: str) -> str:
    return f' class="{side}"' if side else ""
