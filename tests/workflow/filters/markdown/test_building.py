"""From the row of tokens to a tree of nodes."""

import pytest

from workflow.filters.markdown.building import titles
from workflow.filters.markdown.nodes import Node
from workflow.filters.markdown.scan import scan


def nodes(text: str) -> list[Node]:
    return scan(text, shortcut=False).root.children


@pytest.mark.parametrize(
    ("item", "marker", "box", "words"),
    [
        ("- [ ] One", "-", "[ ]", "One"),
        ("* [x]\tOne", "*", "[x]", "One"),
        ("1) [X]  One", "1)", "[X]", "One"),
        ("- [y] One", "-", "", "[y] One"),
        ("- [x]One", "-", "", "[x]One"),
        ("- [x]", "-", "", "[x]"),
        ("- \\[x] One", "-", "", "\\[x] One"),
    ],
)
def test_tasks(item: str, marker: str, box: str, words: str) -> None:
    (made,) = nodes(item)[0].children
    assert (made.marker, made.box) == (marker, box)
    assert made.children[0].lines[0].of(item) == words


def test_only_the_first_paragraph_of_an_item_has_a_box() -> None:
    (item,) = nodes("- One\n\n  [x] two")[0].children
    assert item.box == ""


def test_a_table_has_rows_and_aligned_cells() -> None:
    text = "x\n\n> | a | b |\n> |:-:|---|\n> | c \\| d |\n"
    (table,) = nodes(text)[1].children
    assert [(row.line, row.level, row.lines[0].of(text)) for row in table.children] == [
        (3, 1, "| a | b |"),
        (5, 0, "| c \\| d |"),
    ]
    assert [[(cell.content, cell.align) for cell in row.children] for row in table.children] == [
        [("a", "center"), ("b", "")],
        [("c | d", "center"), ("", "")],
    ]


@pytest.mark.parametrize(
    ("text", "level", "words"),
    [
        ("###### One", 6, "One"),
        ("# One # #", 1, "One #"),
        ("#\tOne\t#\t", 1, "One"),
        ("# # #", 1, "#"),
        ("   ## One", 2, "One"),
        ("##", 2, ""),
    ],
)
def test_headings(text: str, level: int, words: str) -> None:
    (made,) = nodes(text)
    assert (made.type, made.level, made.lines[0].of(text)) == ("heading", level, words)


def test_titles_stand_by_their_lines() -> None:
    references = {
        "A": {"title": "One", "href": "a", "map": [0, 1]},
        "B": {"title": "two", "href": "b", "map": [2, 4]},
    }
    assert titles(references) == {(0, 1): "One", (2, 4): "two"}


def test_what_stands_too_deep_is_told() -> None:
    assert scan("> " * 99 + "a").too_deep == []
    assert scan("b\n\n" + "> " * 101 + "a").too_deep == [3]
