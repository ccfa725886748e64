"""Plain blocks, told without the library."""

import pytest

from workflow.filters.markdown.outline import Run, stretches


def cut(text: str) -> str:
    """Draw the stretches: `=` for a plain run, `?` for what the library must read."""
    drawn = []
    for each in stretches(text):
        stretch = each.text if isinstance(each, Run) else each.of(text)
        drawn.append(("=" if isinstance(each, Run) else "?") + stretch)
    return "|".join(drawn)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One\ntwo\n\nthree", "=One\ntwo\n|=three"),
        ("# One\ntwo", "=# One\ntwo"),
        ("- One\n- two\n\nthree", "=- One\n- two\n|=three"),
        ("1. One\n2. two", "=1. One\n2. two"),
        ("*One* two", "=*One* two"),
        ("“One”", "=“One”"),
        ("١. واحد", "=١. واحد"),
        # a list that may go on behind the blank line
        ("- One\n\n- two", "?- One\n\n- two"),
        ("- One\n\n  two", "?- One\n\n  two"),
        ("- One\n\n> two", "?- One\n\n> two"),
        # what the library must read
        ("> One", "?> One"),
        ("One\n---", "?One\n---"),
        ("One\n===", "?One\n==="),
        ("One\n- two\n1. three", "?One\n- two\n1. three"),
        ("| a |\n|---|", "?| a |\n|---|"),
        ("[a]: b", "?[a]: b"),
        ("[^a]: b", "?[^a]: b"),
        ("<b>One</b>", "?<b>One</b>"),
        ("    One", "?    One"),
        ("***", "?***"),
        ("1.", "?1."),
        ("- [x] One", "?- [x] One"),
        # what blank lines do not end holds all that follows
        ("```\nOne\n\ntwo", "?```\nOne\n\ntwo"),
        ("<!-- One\n\ntwo", "?<!-- One\n\ntwo"),
        ("<!-- One -->\n\ntwo", "?<!-- One -->\n\n|=two"),
        ("<pre>\n\nOne", "?<pre>\n\nOne"),
        ("<?--\n\nOne", "?<?--\n\nOne"),
        ("<!x\n\nOne", "?<!x\n\nOne"),
        ("> One\n\ntwo", "?> One\n\n|=two"),
        ("", ""),
        ("\n \n", ""),
    ],
)
def test_stretches(text: str, found: str) -> None:
    assert cut(text) == found


@pytest.mark.parametrize(
    "text", ["One\n\n> two\n\n# Three\n\n- four\n", "\n\nOne  \n \n\n> two\n\n"]
)
def test_stretches_stand_in_order(text: str) -> None:
    position = 0
    for each in stretches(text):
        end = each.start + len(each.text) if isinstance(each, Run) else each.end
        assert not text[position : each.start].strip()
        position = end
    assert not text[position:].strip()
