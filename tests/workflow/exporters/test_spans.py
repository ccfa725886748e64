"""Spans, one inside the other."""

from hypothesis import given
from hypothesis import strategies as st

from tests.workflow.exporters.conftest import hostile_inline, inlines
from workflow.exporters.spans import Marked, Span, said, spans
from workflow.model import Inline


def _outline(span: Span) -> object:
    if isinstance(span, Inline):
        return span.text
    return (span.mark, [_outline(each) for each in span.inside])


def test_what_goes_on_for_longest_is_outside() -> None:
    row = inlines("**see [the `map`](https://e.org) of** [the *new* river](https://e.org)")
    assert [_outline(span) for span in spans(row)] == [
        ("strong", ["see ", ("link", ["the ", "map"]), " of"]),
        " ",
        ("link", ["the ", ("emphasis", ["new"]), " river"]),
    ]


def test_two_links_to_two_places_are_two() -> None:
    row = (Inline("a", link="#b"), Inline("c", link="#d"))
    assert list(spans(row)) == [
        Marked("link", "#b", (Inline("a"),)),
        Marked("link", "#d", (Inline("c"),)),
    ]


@given(st.lists(hostile_inline, max_size=6))
def test_every_text_is_inside_in_order(row: list[Inline]) -> None:
    assert "".join(map(said, spans(row))) == "".join(inline.text for inline in row)
