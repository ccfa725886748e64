"""How items stand in one another."""

import pytest

from tests.laws import places
from workflow import plumbing


def tree(text: str) -> list[str]:
    document = plumbing.extract(f"Title\n\n{text}".encode(), format="plaintext", locale="en")
    return [f"{'  ' * each.depth}{each.marker or '.'}" for each in places(document)[1:]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. x:\n(1) y;\n(2) y;\n2. x", ["1.", "  (1)", "  (2)", "2."]),
        ("1. x.\n\nMore.\n\n2. x.\n\nEnd.", ["1.", "  .", "2.", "."]),
        ("1. x:\n\n(1) y.\n\n(2) y.\n\nEnd.", ["1.", "  (1)", "  (2)", "."]),
        ("- a\n  - b\n    - c\n- d", ["-", "  -", "    -", "-"]),
        ("• a\n    ◦ b\n• c", ["•", "  ◦", "•"]),
        ("1. x\na) y\ni. z\nii. z\nb) y\n2. x", ["1.", "  a)", "    i.", "    ii.", "  b)", "2."]),
        ("1. x.\n2. x.\n\n- a\n- b", ["1.", "2.", "-", "-"]),
        ("1. x.\n2. x:\n\n- a\n- b", ["1.", "2.", "  -", "  -"]),
        ("1. x.\n\n§ 1 y.\n§ 2 y.", ["1.", "§ 1", "§ 2"]),
        ("1. x.\n   Inside.\nOutside.", ["1.", "  .", "."]),
    ],
)
def test_depths(text: str, expected: list[str]) -> None:
    assert tree(text) == expected


def test_no_item_stands_deeper_than_twelve() -> None:
    text = "".join("  " * depth + f"- item {depth}\n" for depth in range(200))
    passages = plumbing.segment(text.encode(), format="plaintext", locale="en")
    assert max(each.level for each in passages) == 12
