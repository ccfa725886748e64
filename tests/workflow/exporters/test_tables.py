"""Tables as a grid."""

import pytest
from hypothesis import given

from tests.workflow.exporters.conftest import hostile_tables, tree
from workflow.exporters.tables import grid
from workflow.exporters.tree import plain, texts
from workflow.model import Block, BlockKind, Inline

CELL = Block(BlockKind.TABLE_CELL, children=(Inline("river"),))
ROW = Block(BlockKind.TABLE_ROW, children=(CELL,))
SOURCE = """\
table|0||
  table_row|1||
    table_cell|0|left|River
    table_cell|0||Bank
  table_row|0||
    table_cell|0||Upper
    table_cell|0|right|Low
    table_cell|0|center|Green
  table_row|1||
"""


def test_rows_are_as_long_as_the_longest() -> None:
    found = grid(tree(SOURCE.splitlines())[0], "en")
    assert found
    assert [plain(texts(cell)) for cell in found.headings] == ["River", "Bank", ""]
    assert [[plain(texts(cell)) for cell in row] for row in found.rows] == [
        ["Upper", "Low", "Green"],
        ["", "", ""],
    ]


@pytest.mark.parametrize(
    ("source", "aligned"), [("en", ("start", "end", "center")), ("ar", ("end", "start", "center"))]
)
def test_a_side_is_where_lines_of_the_source_begin_or_end(source: str, aligned: object) -> None:
    found = grid(tree(SOURCE.splitlines())[0], source)
    assert found
    assert found.aligned == aligned


@pytest.mark.parametrize(
    "children",
    [
        (),
        (Block(BlockKind.TABLE_ROW),),
        (Inline("x"), ROW),
        (ROW, CELL),
        (Block(BlockKind.TABLE_ROW, children=(ROW,)),),
        (Block(BlockKind.TABLE_ROW, children=(Inline("x"), CELL)),),
        (Block(BlockKind.TABLE_ROW, children=(Block(BlockKind.TABLE_CELL, children=(ROW,)),)),),
    ],
)
def test_what_is_no_table_is_none(children: tuple[Block | Inline, ...]) -> None:
    assert grid(Block(BlockKind.TABLE, children=children), "en") is None


@given(hostile_tables)
def test_all_rows_are_equally_long(table: Block) -> None:
    if found := grid(table, "en"):
        lines = [found.headings, *found.rows] if found.headings else found.rows
        assert {len(line) for line in lines} == {len(found.aligned)}
