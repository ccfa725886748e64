"""Doing what was asked, and saying it."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

_SCRIPT = """\
import streamlit as st

from ui.components.doing import do, say_what_happened
from ui.language import words
from workflow.errors import NameTaken

def refuse():
    raise NameTaken("<b>Omar</b>")

for name, act in (("one", list), ("two", refuse)):
    if st.button(name):
        do(words("en"), name, act, "It is done.")
    say_what_happened(words("en"), name)
st.text(str(len(st.session_state)))
"""


def html(app: AppTest) -> str:
    assert not app.exception
    return "".join(str(each.proto.body) for each in app.get("html"))


def test_what_was_done_is_said_once() -> None:
    app = AppTest.from_string(_SCRIPT).run()
    assert html(app) == ""
    assert html(app.button[0].click().run()).count("It is done.") == 1
    assert html(app.run()) == ""


def test_what_was_refused_is_said_at_once() -> None:
    app = AppTest.from_string(_SCRIPT).run()
    said = html(app.button[1].click().run())
    assert 'role="alert"' in said
    assert "is taken" in said
    assert "<b>" not in said
    assert "It is done." not in html(app.run())


def test_what_nobody_foresaw_is_not_hidden() -> None:
    app = AppTest.from_string(_SCRIPT.replace("refuse)", "lambda: 1 / 0)")).run()
    assert app.button[1].click().run().exception
