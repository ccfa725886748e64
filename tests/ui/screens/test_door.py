"""The door: what somebody sees who has not come in, or has just left."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from tests.ui.screens.drawing import html, links, words_of
from ui.session import DOOR

_SCRIPT = """\
from ui.language import words
from ui.screens.door import render

render(words("{}"))
"""


def door(language: str = "en") -> AppTest:
    return AppTest.from_string(_SCRIPT.format(language))


def test_one_is_told_what_this_is_and_how_one_comes_in() -> None:
    app = door().run()
    said = words_of(app)
    assert said.index("Statements, in every") < said.index("How to come in")
    assert "You come in with a personal link." in said
    assert (html(app).count("<h1"), html(app).count("<h2")) == (1, 1)


def test_the_public_is_led_nowhere() -> None:
    app = door().run()
    assert links(app) == []
    assert "href" not in html(app)
    assert 'role="status"' not in html(app)


def test_whoever_left_is_told_so_once_and_cleans_up_behind_himself() -> None:
    app = door()
    app.session_state["said"] = (DOOR, "You are gone, <b>Omar</b>.")
    drawn = html(app.run())
    assert '<div role="status">' in drawn
    assert "&lt;b&gt;Omar" in drawn
    assert '<a href="./sign-out" target="_self">Remove what this browser keeps</a>' in drawn
    assert drawn.index("You are gone") < drawn.index("<h1")
    assert "You are gone" not in html(app.run())


def test_what_is_said_elsewhere_is_not_said_at_the_door() -> None:
    app = door()
    app.session_state["said"] = ("me-name", "Changed.")
    assert "Changed." not in html(app.run())


def test_it_runs_the_readers_way() -> None:
    drawn = html(door("ar").run())
    assert drawn.count('dir="rtl"') == 4
    assert 'dir="ltr"' not in drawn
