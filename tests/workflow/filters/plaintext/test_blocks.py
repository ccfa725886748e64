"""Lines put together to blocks, each with its marker outside its text."""

import pytest
from hypothesis import given

from tests.strategies import any_texts
from workflow.filters.plaintext.blocks import read_blocks

NONE: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("1. One\n2. Two", [("1.", "One"), ("2.", "Two")]),
        ("1.\nOne\n2.\nTwo", [("1.", "One"), ("2.", "Two")]),
        ("•\nOne\n•\nTwo", [("•", "One"), ("•", "Two")]),
        ("One\n•", [("", "One")]),
        ("1. ---\nx", [("", "1. ---"), ("", "x")]),
        ("1.", [("", "1.")]),
        ("", []),
        ("---", []),
    ],
)
def test_read_blocks(text: str, blocks: list[tuple[str, str]]) -> None:
    found = read_blocks(text, NONE)
    assert [(each.marker.text if each.marker else "", each.text) for each in found] == blocks


def test_a_number_in_the_middle_of_a_wrapped_text_is_no_marker() -> None:
    text = (
        "We counted the swallows on the days that are named on pages 11 and\n"
        "12. The second of these pages was written by the children, who had\n"
        "counted better than we had, and who were paid in pears.\n\n"
        "11. Eleven\n"
    )
    assert [draft.text[:20] for draft in read_blocks(text, NONE)] == [
        "We counted the swall",
        "Eleven",
    ]


@given(any_texts())
def test_blocks_are_in_order_and_do_not_overlap(text: str) -> None:
    position = 0
    for draft in read_blocks(text, NONE):
        assert position <= draft.start <= draft.text_start < draft.end <= len(text)
        position = draft.end
