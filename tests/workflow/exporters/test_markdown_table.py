"""Tables in Markdown."""

import pytest

from tests.workflow.exporters.conftest import tree
from workflow.exporters.markdown_table import table_markdown
from workflow.exporters.tables import grid
from workflow.exporters.tree import plain, texts
from workflow.model import Block

SOURCE = """\
table|0||
  table_row|1||
    table_cell|0|left|A
    table_cell|0|center|B
    table_cell|0|right|C
    table_cell|0||D
  table_row|0||
    table_cell|0||E
"""


def _write(source: str, locale: str) -> str:
    found = grid(tree(source.splitlines())[0], "en")
    assert found
    return table_markdown(found, locale, _plain)


def _plain(cell: Block) -> str:
    return plain(texts(cell))


@pytest.mark.parametrize(
    ("locale", "line"),
    [("en", "| :--- | :---: | ---: | --- |"), ("ar", "| ---: | :---: | :--- | --- |")],
)
def test_a_table_in_each_direction(locale: str, line: str) -> None:
    assert _write(SOURCE, locale) == f"| A | B | C | D |\n{line}\n| E | | | |"


def test_without_headings_there_is_an_empty_row_of_them() -> None:
    source = SOURCE.replace("table_row|1", "table_row|0")
    assert _write(source, "en").startswith("| | | | |\n| :--- |")
