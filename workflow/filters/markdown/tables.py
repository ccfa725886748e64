"""The cells of a row of a table, and where each stands in the file."""

from __future__ import annotations

import re

from workflow.model import Span

_BORDER = re.compile(r"(?<!\\)\|")
_BLANK = " \t\n\r\f\v"


def cells(text: str, row: Span) -> list[Span]:
    r"""Cut a row where it has a border; a cell stands without the white space around it.

    As in GitHub's rules a `|` behind a backslash is no border, and one at either end of the row
    stands outside. Source: GitHub Flavored Markdown, section 4.10.

    >>> row = "| a | b |"
    >>> [cell.of(row) for cell in cells(row, Span(0, len(row)))]
    ['a', 'b']
    """
    row = _trimmed(text, row)
    found: list[Span] = []
    start = row.start
    for border in _BORDER.finditer(text, row.start, row.end):
        found.append(Span(start, border.start()))
        start = border.end()
    found.append(Span(start, row.end))
    if found[0].start == found[0].end:
        del found[0]
    if found and found[-1].start == found[-1].end:
        del found[-1]
    return [_trimmed(text, cell) for cell in found]


def unescaped(cell: str) -> str:
    """Give the text of a cell as an inline text: its `|` need no backslash there."""
    return cell.replace("\\|", "|")


def escaped(text: str) -> str:
    """Give a text as a cell holds it: on one line, no `|` without a backslash."""
    return text.replace("|", "\\|")


def _trimmed(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start] in _BLANK:
        start += 1
    while end > start and text[end - 1] in _BLANK:
        end -= 1
    return Span(start, end)
