"""The blocks of a Markdown document as a tree."""

import pytest

from workflow.filters.markdown.nodes import Node, Scan


@pytest.mark.parametrize(
    ("position", "line", "start"), [(0, 1, 0), (3, 1, 0), (4, 2, 4), (9, 3, 8)]
)
def test_where_a_line_is(position: int, line: int, start: int) -> None:
    found = Scan(Node("document"), {}, (0, 4, 8))
    assert found.line(position) == line
    assert found.line_start(position) == start
