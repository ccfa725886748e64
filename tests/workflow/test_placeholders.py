"""What inside a text is not language."""

import pytest
from hypothesis import given

from tests.strategies import any_texts
from workflow.model import Span
from workflow.placeholders import Placeholder, placeholders


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See www.example.org. [1]", [("address", "www.example.org"), ("reference", "[1]")]),
        ("(https://a.example/b?c=d&e=f#g)", [("address", "https://a.example/b?c=d&e=f#g")]),
        ("«http://a.example/x»،", [("address", "http://a.example/x")]),
        ("来https://a.example/川。", [("address", "https://a.example/川")]),
        ("write to a.b+c@mail.example.org!", [("mail", "a.b+c@mail.example.org")]),
        ("as said[*] and [a], not [ab] [1234]", [("reference", "[*]"), ("reference", "[a]")]),
        ("10:30, 3.5, a@b, http://", []),
    ],
)
def test_what_is_found(text: str, found: list[tuple[str, str]]) -> None:
    assert [(each.kind, each.text) for each in placeholders(text)] == found


def test_whole_value() -> None:
    assert placeholders("x [1]") == (Placeholder(Span(2, 5), "reference", "[1]"),)


@given(any_texts())
def test_spans_are_in_order_and_say_where_the_text_is(text: str) -> None:
    end = 0
    for each in placeholders(text):
        assert each.span.start >= end
        assert each.span.of(text) == each.text != ""
        end = each.span.end
