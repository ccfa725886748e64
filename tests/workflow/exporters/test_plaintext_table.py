"""Tables in plain text."""

from hypothesis import given

from tests.workflow.exporters.conftest import bare, hostile_tables
from workflow.exporters.plaintext_table import table_text
from workflow.exporters.tables import Grid, grid
from workflow.exporters.tree import plain, texts
from workflow.model import Block, BlockKind, Inline


def _cells(line: str) -> tuple[Block, ...]:
    if not line:
        return ()
    return tuple(
        Block(BlockKind.TABLE_CELL, children=(Inline(text.strip()),)) for text in line.split("|")
    )


def _write(headings: str, *rows: str, locale: str = "en", aligned: str = "") -> str:
    first = _cells(headings) or _cells(rows[0])
    sides = tuple(aligned.split()) or ("",) * len(first)
    return table_text(Grid(_cells(headings), tuple(map(_cells, rows)), sides), locale, _plain)


def _plain(cell: Block) -> str:
    return plain(texts(cell)).strip()


def test_columns_are_aligned() -> None:
    written = _write("River|Metres|Open", "Upper|12|yes", "Low||no", aligned="start end center")
    assert written == (
        "River  Metres  Open\n"
        "-----  ------  ----\n"
        "Upper      12  yes\n"
        "Low             no"
    )  # fmt: skip


def test_wide_letters_take_two_columns() -> None:
    assert _write("", "川|a", "bank|b", locale="ja") == "川    a\nbank  b"


def test_what_does_not_fit_becomes_records() -> None:
    long = "the bank " * 8
    assert _write("River|Bank", f"Upper|{long}", "Low|") == (
        f"River: Upper\nBank: {long.strip()}\n\nRiver: Low\nBank:"
    )
    assert _write("", f"Upper|{long}", "Low|") == f"Upper\n{long.strip()}\n\nLow"
    assert _write(f"River|{long}") == f"River\n{long.strip()}"


def test_letters_of_two_directions_become_records() -> None:
    assert _write("نهر|ضفة", "Nile|١٢", locale="ar") == "نهر: Nile\nضفة: ١٢"
    assert _write("نهر|ضفة", "نيل|12", locale="ar") == "نهر  ضفة\n---  ---\nنيل  12"


def test_a_new_line_in_a_cell_is_a_space() -> None:
    assert _write("", "a\nb|c") == "a b  c"


@given(hostile_tables)
def test_every_cell_is_there(table: Block) -> None:
    found = grid(table, "en")
    if not found:
        return
    written = table_text(found, "en", _plain)
    cells = [*found.headings, *(cell for row in found.rows for cell in row)]
    assert all(bare(_plain(cell)) in bare(written) for cell in cells)
    if not found.headings:
        assert bare(written) == bare("".join(map(_plain, cells)))
