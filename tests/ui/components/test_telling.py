"""What goes wrong is said in a sentence; what nobody foresaw is written down too."""

from __future__ import annotations

import logging

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.screens.drawing import html, words_of

_SCRIPT = """\
import streamlit as st

from ui.components.telling import attempt, tell_trouble
from ui.language import words
from workflow.errors import NameTaken, StoreBusy

def fail(error):
    st.text("begun")
    raise error

def draw(first, *, second):
    st.text(first + second)

def once():
    if "again" not in st.session_state:
        st.session_state["again"] = True
        st.rerun()
    st.text("drawn anew")

{call}
st.text("the rest")
"""


def drawn(call: str) -> AppTest:
    return AppTest.from_string(_SCRIPT.format(call=call)).run()


def texts(app: AppTest) -> list[str]:
    return [each.value for each in app.text]


def written_down(caplog: pytest.LogCaptureFixture) -> list[logging.LogRecord]:
    return [each for each in caplog.records if each.name == "undersigned"]


def test_what_goes_well_is_drawn_and_nothing_said() -> None:
    app = drawn('attempt(words("en"), draw, "a", second="b")')
    assert texts(app) == ["ab", "the rest"]
    assert html(app) == ""


def test_what_is_refused_is_said_where_it_happened(caplog: pytest.LogCaptureFixture) -> None:
    app = drawn('attempt(words("en"), fail, StoreBusy(5))')
    assert html(app).startswith('<div role="alert"><p class="us-note" dir="ltr">')
    assert "Many people are saving just now." in words_of(app)
    assert texts(app) == ["begun", "the rest"]
    assert written_down(caplog) == [], "a disk that is busy is no fault of the program"


def test_what_nobody_foresaw_is_written_down_and_not_shown(
    caplog: pytest.LogCaptureFixture,
) -> None:
    app = drawn('attempt(words("en"), fail, RuntimeError("secret"))')
    assert "Something went wrong here" in words_of(app)
    assert "secret" not in html(app)
    assert texts(app)[-1] == "the rest"
    (record,) = written_down(caplog)
    assert record.levelno == logging.ERROR
    assert record.exc_info is not None
    assert str(record.exc_info[1]) == "secret"


def test_drawing_anew_is_no_trouble() -> None:
    app = drawn('attempt(words("en"), once)')
    assert texts(app) == ["drawn anew", "the rest"]
    assert html(app) == ""


def test_what_somebody_typed_stays_a_text_in_the_sentence() -> None:
    app = drawn('tell_trouble(words("en"), NameTaken("<b>Omar</b>"))')
    assert "is taken" in words_of(app)
    assert "<b>" not in html(app)


def test_it_is_said_in_the_readers_direction() -> None:
    assert 'dir="rtl"' in html(drawn('tell_trouble(words("ar"), StoreBusy(5))'))
