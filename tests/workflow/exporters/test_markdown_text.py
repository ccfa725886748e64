"""Words inside a Markdown block, escaped no more than needed."""

import pytest

from tests.workflow.exporters.conftest import inlines
from workflow.exporters.markdown_text import (
    cell_markdown,
    escape_line_starts,
    fenced,
    inline_markdown,
)
from workflow.model import Inline


def _write(*row: Inline) -> str:
    return inline_markdown(row, "fr", {"#note-1": "1"})


@pytest.mark.parametrize(
    "text",
    [
        "Plain, with (brackets) - and dashes.",
        "a snake_case word",
        "AT&T",
        "100 %",
        "It's 1.5 + 2",
        "«»",
    ],
)
def test_what_needs_no_escape_has_none(text: str) -> None:
    assert escape_line_starts(_write(Inline(text))) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("*", r"\*"), ("_a_", r"\_a\_"), ("[a]", r"\[a\]"), ("<a>", r"\<a>"), ("&amp;", r"\&amp;"),
        ("# a", r"\# a"), ("#a", "#a"), ("- a", r"\- a"), ("-5", "-5"), ("> a", r"\> a"),
        ("1. a", r"1\. a"), ("1984) a", r"1984\) a"), ("1.5", "1.5"), ("---", r"\---"),
        ("===", r"\==="), ("  a  ", "a"), ("a\nb", "a\\\nb"), ("a\n# b", "a\\\n\\# b"),
        (":-:", r"\:-:"),
    ],
)  # fmt: skip
def test_escapes(text: str, written: str) -> None:
    assert escape_line_starts(_write(Inline(text))) == written


def test_blanks_stay_outside_of_emphasis() -> None:
    assert _write(Inline("a"), Inline(" b ", strong=True), Inline("c")) == "a **b** c"


def test_stars_never_meet() -> None:
    row = (Inline("a", strong=True), Inline("b", emphasis=True))
    assert _write(*row) == "**a**<em>b</em>"


def test_code_is_fenced_with_enough_ticks() -> None:
    assert _write(Inline("a``b`", code=True)) == "``` a``b` ```"


def test_addresses_end_where_they_end() -> None:
    assert (
        _write(Inline("a", link="https://e.org/(b)?c&lt;")) == "[a](<https://e.org/(b)?c&amp;lt;>)"
    )


def test_an_exclamation_mark_before_a_link_makes_no_picture() -> None:
    assert _write(Inline("Look!"), Inline("a", link="https://e.org")) == "Look\\![a](https://e.org)"
    assert _write(Inline("Look!"), Inline("[1]", link="#note-1")) == "Look\\![^1]"
    assert _write(Inline("^"), Inline("a", link="https://e.org")) == "\\^[a](https://e.org)"


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("**see [the `map`](https://e.org)** now", "**see [the `map`](https://e.org)** now"),
        ("[the *new* river](https://e.org)", "[the *new* river](https://e.org)"),
        ("**[a](https://e.org) [b](https://e.org/b)**.",) * 2,
        ("x**[a](https://e.org) b**", "x<strong>[a](https://e.org) b</strong>"),
        ("~~old~~ new", "~~old~~ new"),
        ("~~«old»~~", "~~«old»~~"),
        ("水~~「古い」~~", "水<del>「古い」</del>"),
        ("~~all **of** it~~", "~~all **of** it~~"),
        ("[two words [1]](#note-1)", r"two words \[1\][^1]"),
    ],
)
def test_spans_inside_spans(source: str, written: str) -> None:
    assert _write(*inlines(source)) == written


def test_stars_inside_a_word_inside_stars_are_tags() -> None:
    row = (
        Inline("a", strong=True, emphasis=True),
        Inline("b", emphasis=True),
        Inline("c", strong=True, emphasis=True),
    )
    assert _write(*row) == "<em>**a**b**c**</em>"


def test_a_cell_is_one_line_without_a_bare_bar() -> None:
    row = (Inline("a|b\nc "), Inline("d|\\|", code=True), Inline("e", link="https://e.org/?a|b"))
    assert cell_markdown(row, "fr", {}) == (r"a\|b<br>c `d\|\\|`[e](https://e.org/?a%7Cb)")


def test_fences_are_longer_than_what_is_inside() -> None:
    assert fenced("````\n`") == "`````\n````\n`\n`````"
