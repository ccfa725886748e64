"""A text that runs over several lines, in one."""

import pytest

from workflow.filters.cues.flow import Flow, flow
from workflow.model import Span


@pytest.mark.parametrize(
    ("text", "flowing"),
    [
        ("one\ntwo", "one two"),
        ("one \r\n  two", "one two"),
        ("> one\n> two", "> one two"),
        ("four-\nteen", "four-teen"),
        ("four -\nteen", "four - teen"),
        ("川と\n橋", "川と橋"),
        ("마을\n학교", "마을 학교"),
        ("a\x01 b\x02c", "a b c"),
        ("a\u2028b", "a b"),
        ("a b", "a b"),
    ],
)
def test_flow(text: str, flowing: str) -> None:
    assert flow(text, 0, len(text)).text == flowing


def test_a_flow_knows_where_its_characters_stand() -> None:
    text = "xx one\n  two three"
    found = flow(text, 3, len(text))
    assert found == Flow("one two three", ((0, 3), (4, 9)))
    assert found.span(Span(4, 7)).of(text) == "two"
    assert found.span(Span(0, 7)).of(text) == "one\n  two"
