"""Tables in Markdown, the same on a terminal and in a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

Row = Sequence[str]


def table(head: Row, rows: Iterable[Row], *, texts: int = 1) -> str:
    """Draw a table whose first columns are texts, the others figures.

    >>> print(table(("tool", "s"), [("ours", "1.0")]))
    | tool |   s |
    |------|----:|
    | ours | 1.0 |
    """
    body = [list(row) for row in rows]
    widths = [max(len(row[at]) for row in [head, *body]) for at in range(len(head))]
    return "\n".join(_lines(head, body, widths, texts))


def _lines(head: Row, body: Iterable[Row], widths: Sequence[int], texts: int) -> Iterator[str]:
    yield _line(head, widths, texts)
    rules = [f"{'-' * (width + 1)}{'-' if at < texts else ':'}" for at, width in enumerate(widths)]
    yield f"|{'|'.join(rules)}|"
    for row in body:
        yield _line(row, widths, texts)


def _line(row: Row, widths: Sequence[int], texts: int) -> str:
    cells = [
        cell.ljust(width) if at < texts else cell.rjust(width)
        for at, (cell, width) in enumerate(zip(row, widths, strict=True))
    ]
    return f"| {' | '.join(cells)} |"
