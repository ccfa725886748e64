"""What a pasted text is taken for, and how an edited one goes back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import any_texts
from ui.screens.document.pasting import (
    Notation,
    edited,
    encoded,
    file_of,
    suffix_of,
    to_edit,
)


@pytest.mark.parametrize(
    ("text", "suffix"),
    [
        ("An appeal\n\nTo all,\n", ".txt"),
        ("1. We ask.\n- We ask.\n* We ask.\n", ".txt"),
        ("Tickets are #1 and #2, and 3 * 4 * 5.\n-----\n", ".txt"),
        ("[1] See there (page 3).", ".txt"),
        ("# An appeal\n", ".md"),
        ("See [the site](https://example.org).", ".md"),
        ("We **ask** you.", ".md"),
        ("| a | b |\n|---|---|\n| c | d |\n", ".md"),
        ("Text.\n\n```\ncode\n```\n", ".md"),
    ],
)
def test_markdown_is_what_plainly_is(text: str, suffix: str) -> None:
    assert suffix_of(text, Notation.TOLD) == suffix
    assert suffix_of(text, Notation.PLAIN) == ".txt"
    assert suffix_of(text, Notation.MARKDOWN) == ".md"


def test_a_file_is_called_as_its_title_or_first_line() -> None:
    assert file_of("# Ein *Aufruf*\n\nAn alle.", Notation.TOLD, "") == (
        "ein-aufruf.md",
        b"# Ein *Aufruf*\n\nAn alle.\n",
    )
    assert file_of("x", Notation.TOLD, "نداء")[0] == "نداء.txt"
    assert file_of("…", Notation.TOLD, "")[0] == "document.txt"


def test_half_a_character_is_left_to_be_refused() -> None:
    assert encoded("\ud800") == b"\xed\xa0\x80"


@pytest.mark.parametrize("before", ["a\r\nb\r\n", "\ufeffa\nb", "a\rb\r", "", "a\n", "\ufeff\r\n"])
def test_what_was_not_edited_is_the_source(before: str) -> None:
    data = before.encode()
    assert edited(to_edit(data), data) == data


@given(any_texts(), st.sampled_from(["\n", "\r\n", "\r"]), st.booleans())
def test_any_source_with_one_kind_of_line_end_comes_back(text: str, end: str, mark: bool) -> None:
    plain = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    if "\ufeff" in plain[:1]:
        return
    data = (("\ufeff" if mark else "") + plain.replace("\n", end)).encode()
    assert edited(to_edit(data), data) == data


def test_an_edit_is_written_with_the_line_ends_of_the_source() -> None:
    assert edited("a\nc\nd\n", b"\xef\xbb\xbfa\r\nb\r\n") == b"\xef\xbb\xbfa\r\nc\r\nd\r\n"
