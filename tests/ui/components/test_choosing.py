"""A file that the browser hands over; it may hand over anything."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from ui.components.choosing import MOST_BYTES, Chosen, chosen
from ui.served import Served
from workflow import guard
from workflow.cli import serving

SCRIPT = """\
from ui.components.choosing import chosen_file
from ui.language import words

assert chosen_file(words("ar"), "Choose", (".txt", ".md"), "file") is None
"""


def test_its_field_is_told_what_it_takes(house: Served) -> None:
    del house
    app = AppTest.from_string(SCRIPT, default_timeout=20).run()
    assert not app.exception
    data = json.loads(app.get("bidi_component")[0].proto.json)
    assert (data["accept"], data["limit"], data["ui_dir"]) == (".txt,.md", MOST_BYTES, "rtl")


def test_what_it_takes_gets_through_the_line_of_an_open_page() -> None:
    in_base64 = 4 * MOST_BYTES / 3
    assert in_base64 < serving._MOST_BYTES_OF_A_MESSAGE - 50_000 < guard.SOURCE_BYTES


def test_what_was_handed_over_is_read() -> None:
    assert chosen({"name": "é.txt", "data": "AP8="}) == Chosen("é.txt", b"\x00\xff")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inside: st.lists(inside) | st.dictionaries(st.text(), inside),
    max_leaves=5,
)


@given(JSON | st.fixed_dictionaries({"name": JSON, "data": JSON}))
def test_anything_else_is_no_file_or_one(told: object) -> None:
    found = chosen(told)
    assert found is None or isinstance(found, Chosen)


@pytest.mark.parametrize("told", [None, "x", {}, {"name": "a"}, {"name": "a", "data": "%"}])
def test_what_is_none_is_none(told: object) -> None:
    assert chosen(told) is None
