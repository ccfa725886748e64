"""A wide table: heads for rows and columns, and the same said again for cards on a phone."""

from __future__ import annotations

import re

from tests.hostile import HOSTILE
from ui.components.matrix import Line, matrix
from ui.language import words

LINES = [
    Line("<b>One</b>", ["<i>1</i>", ""]),
    Line("Two", ["2", "3"]),
    Line("All", ["3", "3"], is_total=True),
]


def test_rows_and_columns_have_heads_and_roles() -> None:
    drawn = matrix(words("en"), "A table", ["What", "Here", "There"], LINES)
    assert re.findall(r'<th role="columnheader" scope="col">(\w+)</th>', drawn) == [
        "What",
        "Here",
        "There",
    ]
    assert drawn.count('role="rowheader" scope="row"') == 3
    assert drawn.count('role="cell"') == 6
    assert drawn.count('role="row"') == 4
    assert drawn.index("<tfoot") < drawn.index(">All<")
    assert '<caption class="us-hidden">A table</caption>' in drawn
    assert 'role="region" tabindex="0" aria-label="A table" dir="ltr"' in drawn


def test_each_cell_says_its_column_for_a_card() -> None:
    drawn = matrix(words("ar"), "A table", ["What", "Here", "There"], LINES)
    said = re.findall(r'<span class="us-column" aria-hidden="true">(\w+)</span>', drawn)
    assert said == ["Here", "There"] * 3
    assert drawn.count('class="us-none"') == 1
    assert 'dir="rtl"' in drawn


def test_without_totals_there_is_no_foot() -> None:
    assert "<tfoot" not in matrix(words("en"), "A table", ["What"], [Line("One", [])])


def test_heads_and_captions_stay_texts() -> None:
    plain = matrix(words("en"), "x", ["x", "x"], [Line("One", ["1"])]).count("<")
    for text in HOSTILE:
        drawn = matrix(words("en"), text, [text, text], [Line("One", ["1"])])
        assert drawn.count("<") == plain
