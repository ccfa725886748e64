"""The bar: the ways to the screens, who one is, and the way out."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from tests.ui.screens.drawing import html, links, words_of

_SCRIPT = """\
from types import SimpleNamespace

from ui.components.bar import {draw}
from ui.language import words
from workflow.services.people import Role

who = SimpleNamespace(
    words=words("{language}"),
    me=SimpleNamespace(name="<b>Omar</b> {{n}}"),
    has_role=lambda least: "{role}" and Role["{role}"] >= least,
)
{draw}({argument})
"""


def drawn(draw: str, argument: str = "", language: str = "en", role: str = "") -> AppTest:
    script = _SCRIPT.format(draw=draw, argument=argument, language=language, role=role)
    return AppTest.from_string(script).run()


def test_it_leads_to_every_screen_and_out() -> None:
    app = drawn("bar", "who", role="TRANSLATOR")
    assert links(app) == [
        ("Home", "", ""),
        ("Translate", "translate", ""),
        ("Read", "read", ""),
        ("Me", "me", ""),
    ]
    assert 'href="./sign-out" target="_self">Sign out</a>' in html(app)


def test_a_name_is_a_text_with_its_own_direction() -> None:
    assert "<bdi>&lt;b&gt;Omar&lt;/b&gt; {n}</bdi>" in html(drawn("bar", "who"))


def test_it_speaks_the_readers_language() -> None:
    app = drawn("bar", "who", "ar")
    assert not {"Home", "Translate", "Me"} & {label for label, _, _ in links(app)}
    assert "Sign out" not in words_of(app)


def test_whoever_has_not_come_in_sees_our_name_alone() -> None:
    app = drawn("brand")
    assert words_of(app) == "Undersigned"
    assert links(app) == []
    assert "href" not in html(app)


def test_each_role_finds_its_screens() -> None:
    screens = {
        "REVIEWER": {"Review"},
        "COORDINATOR": {"Review", "Board", "People", "Activity", "Take away"},
    }
    for role, more in screens.items():
        found = {label for label, _, _ in links(drawn("bar", "who", role=role))}
        assert found == {"Home", "Translate", "Read", "Me"} | more
