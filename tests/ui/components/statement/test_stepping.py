"""From paragraph to paragraph by buttons."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

SCRIPT = """\
import streamlit as st
from ui.components.statement.stepping import stepped
from ui.language import words

st.text(f"step {stepped(words('en'), 'letter', 1, 3)}")
"""


@pytest.mark.parametrize(
    ("label", "step"), [("", "0"), ("Previous paragraph", "-1"), ("Next paragraph", "1")]
)
def test_a_button_is_a_step(label: str, step: str) -> None:
    app = AppTest.from_string(SCRIPT).run()
    for each in app.button:
        if each.label == label:
            each.click()
    assert [each.value for each in app.run().text] == ["2 of 3", f"step {step}"]
