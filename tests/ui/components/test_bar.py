"""The bar: the ways to the screens, who one is, and the way out."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from tests.ui.screens.drawing import html, links, words_of

_SCRIPT = """\
from types import SimpleNamespace

from ui.components.bar import {draw}
from ui.language import words

who = SimpleNamespace(words=words("{language}"), me=SimpleNamespace(name="<b>Omar</b> {{n}}"))
{draw}({argument})
"""


def drawn(draw: str, argument: str = "", language: str = "en") -> AppTest:
    script = _SCRIPT.format(draw=draw, argument=argument, language=language)
    return AppTest.from_string(script).run()


def test_it_leads_to_every_screen_and_out() -> None:
    app = drawn("bar", "who")
    assert links(app) == [("Home", "", ""), ("Translate", "translate", ""), ("Me", "me", "")]
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
