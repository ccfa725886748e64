"""Tables as GitHub writes them in Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from workflow.exporters.tables import Grid
from workflow.languages import direction
from workflow.model import Block

_LEFT, _CENTER, _RIGHT = ":---", ":---:", "---:"
_LINES = {
    "ltr": {"": "---", "start": _LEFT, "center": _CENTER, "end": _RIGHT},
    "rtl": {"": "---", "start": _RIGHT, "center": _CENTER, "end": _LEFT},
}


def table_markdown(grid: Grid, locale: str, write: Callable[[Block], str]) -> str:
    """Write a table; one without a row of headings gets an empty one, for Markdown wants one.

    Args:
        grid: the cells.
        locale: the document's language. Markdown knows left and right only, so that where a line
            begins depends on it.
        write: writes the words of a cell, on one line and with no bare bar among them.
    """
    lines = _LINES[direction(locale)]
    headings = map(write, grid.headings) if grid.headings else [""] * len(grid.aligned)
    return "\n".join(
        (
            _row(headings),
            _row(lines[aligned] for aligned in grid.aligned),
            *(_row(map(write, row)) for row in grid.rows),
        )
    )


def _row(cells: Iterable[str]) -> str:
    return "|" + "|".join(f" {cell} " if cell else " " for cell in cells) + "|"
