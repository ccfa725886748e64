"""Fields whose texts the browser keeps: their keys, and what is said when a text is in."""

from __future__ import annotations

from typing import Any

from streamlit.testing.v1 import AppTest

from ui.web.assets import address

SCRIPT = """\
import streamlit as st
from ui.components.keeping import field_key, keep_what_is_typed, taken
from ui.language import words

st.text_area("Text", key=field_key("new"))
st.text_area("Other", key=field_key("other"))
if st.button("Send"):
    taken("new")
    st.rerun()
keep_what_is_typed(words("en"), "kim")
"""


def value(app: AppTest, label: str) -> Any:
    (found,) = [each for each in app.text_area if each.label == label]
    return found


def test_a_field_whose_text_was_taken_begins_anew_and_others_stay() -> None:
    app = AppTest.from_string(SCRIPT).run()
    value(app, "Text").set_value("One").run()
    value(app, "Other").set_value("Two").run()
    before = value(app, "Text").key
    app.button[0].click().run()
    assert not app.exception
    assert (value(app, "Text").value, value(app, "Other").value) == ("", "Two")
    assert (before, value(app, "Text").key) == ("us-kept-new-0", "us-kept-new-1")
    app.button[0].click().run()
    assert value(app, "Text").key == "us-kept-new-2"


def test_its_script_is_fetched_from_here() -> None:
    assert address("keeping.js").startswith("assets/")
