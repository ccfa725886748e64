"""What a tab remembers of where it is: the address says it, and a link always wins."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

SCRIPT = """\
import streamlit as st
from ui.session import Place, arrive, go, paragraph_to_open, place

arrive(st.session_state.get("to", "translate"))
opening = paragraph_to_open()
st.text(f"{place().paragraph or '-'} {opening or '-'}")
moved = st.session_state.get("moved", "") or opening
go(Place("letter", "fr", moved))
"""


def tab(**query: str) -> AppTest:
    app = AppTest.from_string(SCRIPT)
    for name, value in query.items():
        app.query_params[name] = value
    return app.run()


def shown(app: AppTest) -> str:
    assert not app.exception
    return str(app.text[0].value)


def test_a_link_opens_its_paragraph_and_moving_on_does_not() -> None:
    app = tab(document="letter", locale="fr", paragraph="a")
    assert shown(app) == "a a"
    app.session_state["moved"] = "b"
    app.run()
    assert app.query_params["paragraph"] == "b"
    assert shown(app.run()) == "b a"


def test_a_link_to_another_paragraph_opens_that() -> None:
    app = tab(document="letter", locale="fr", paragraph="a")
    app.query_params["paragraph"] = "c"
    assert shown(app.run()) == "c c"


def test_coming_back_opens_where_one_was() -> None:
    app = tab(document="letter", locale="fr", paragraph="a")
    app.session_state["moved"] = "b"
    app.run()
    app.session_state["to"] = "home"
    app.run()
    for name in ("document", "locale", "paragraph"):
        if name in app.query_params:
            del app.query_params[name]
    app.session_state["to"] = "translate"
    assert shown(app.run()) == "b b"


def test_another_language_forgets_the_paragraph() -> None:
    app = tab(document="letter", locale="fr", paragraph="a")
    del app.query_params["paragraph"]
    app.query_params["locale"] = "ar"
    app.session_state["moved"] = ""
    assert shown(app.run()) == "- -"
