"""A wide table that everybody can read: on a phone each of its rows becomes a card.

Roles are written out, since a browser forgets that something is a table once it is laid out as
anything else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ui.components.passage import clean
from ui.language import Words


@dataclass(frozen=True, slots=True)
class Line:
    """A row: its head, and a cell for each column; HTML that was made here."""

    head: str
    cells: Sequence[str]
    """Empty where there is nothing to say."""
    is_total: bool = False


def matrix(words: Words, caption: str, heads: Sequence[str], lines: Sequence[Line]) -> str:
    """Write a table in a box of its own, which alone moves sideways where it is too wide.

    Args:
        words: the language of the reader.
        caption: what the table is about, a sentence of ours.
        heads: what stands above the columns, that of the row heads first; texts of ours.
        lines: the rows; totals stand at the end.
    """
    corner, *columns = heads
    head = f'<th role="columnheader" scope="col">{clean(corner)}</th>' + "".join(
        f'<th role="columnheader" scope="col">{clean(each)}</th>' for each in columns
    )
    body = "".join(_line(each, columns) for each in lines if not each.is_total)
    foot = "".join(_line(each, columns) for each in lines if each.is_total)
    return (
        f'<div class="us-box us-cards" role="region" tabindex="0" aria-label="{clean(caption)}" '
        f'dir="{words.direction}"><table class="us-matrix" role="table">'
        f'<caption class="us-hidden">{clean(caption)}</caption>'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>'
        f'<tbody role="rowgroup">{body}</tbody>'
        + (f'<tfoot role="rowgroup">{foot}</tfoot>' if foot else "")
        + "</table></div>"
    )


def _line(line: Line, columns: Sequence[str]) -> str:
    """Write a row; the name of the column is repeated in each cell for the card on a phone."""
    cells = "".join(
        f'<td role="cell"{"" if each else _EMPTY}>'
        f'<span class="us-column" aria-hidden="true">{clean(column)}</span>'
        f'<div class="us-in">{each}</div></td>'
        for column, each in zip(columns, line.cells, strict=True)
    )
    return f'<tr role="row"><th role="rowheader" scope="row">{line.head}</th>{cells}</tr>'


_EMPTY = ' class="us-none"'
