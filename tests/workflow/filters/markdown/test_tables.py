"""The cells of a row of a table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.filters.markdown.parser import parser
from workflow.filters.markdown.tables import cells, escaped, unescaped
from workflow.model import Span


def cut(row: str) -> list[str]:
    return [cell.of(row) for cell in cells(row, Span(0, len(row)))]


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("| a | b |", ["a", "b"]),
        ("|a|b|", ["a", "b"]),
        ("a | b", ["a", "b"]),
        (" | a | b | \t", ["a", "b"]),
        ("| a \\| b | c |", ["a \\| b", "c"]),
        ("| a \\\\| b |", ["a \\\\| b"]),
        ("| `a | b` |", ["`a", "b`"]),
        ("| | |", ["", ""]),
        ("|||", ["", ""]),
        ("|", []),
        ("|a", ["a"]),
        ("a", ["a"]),
        ("", []),
    ],
)
def test_cells(row: str, found: list[str]) -> None:
    assert cut(row) == found


def test_a_cell_stands_where_it_says() -> None:
    text = "> | one |  two |\n"
    assert cells(text, Span(2, 16)) == [Span(4, 7), Span(11, 14)]


@pytest.mark.parametrize(
    ("written", "read"), [("a \\| b", "a | b"), ("a", "a"), ("\\|\\|", "||"), ("`\\|`", "`|`")]
)
def test_a_bar_stands_behind_a_backslash(written: str, read: str) -> None:
    assert unescaped(written) == read
    assert escaped(read) == written


@given(st.text(st.sampled_from("a |\\`\t"), max_size=12), st.integers(1, 4))
def test_a_row_is_cut_as_markdown_cuts_it(row: str, width: int) -> None:
    table = f"|{'h|' * width}\n|{'-|' * width}\n|{row}|x"
    tokens = parser().parse(table)
    rows = [number for number, token in enumerate(tokens) if token.type == "tr_open"]
    if len(rows) < 2:
        return
    wanted = [each.content for each in tokens[rows[1] :] if each.type == "inline"]
    found = [unescaped(cell) for cell in cut(f"|{row}|x")][:width]
    assert found + [""] * (width - len(found)) == wanted
