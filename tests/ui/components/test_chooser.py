"""The chooser: where one is, and the way to other statements and languages."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from tests.ui.screens.drawing import html
from ui.components.chooser import titled
from ui.language import words

_SCRIPT = """\
import streamlit as st

from ui.components.chooser import chooser, where
from ui.language import words
from ui.session import place
from workflow.access import Role
from workflow.services.tasks import Choice

choices = tuple(
    Choice(name, title, "en", locale, Role.TRANSLATOR, None)
    for name, title, locale in {choices}
)
at = (place().document, place().locale)
(chosen,) = [each for each in choices if (each.document, each.locale) == at] or choices[:1]
with where():
    chooser(words("{ui}"), choices, chosen)
st.text("now " + chosen.document + " " + chosen.locale)
"""
LETTER, FRENCH = (
    ("letter", "A <b>joint</b> appeal", "ar"),
    ("letter", "A <b>joint</b> appeal", "fr"),
)
NOTE = ("note", "نداء مشترك", "fr")


def drawn(
    *choices: tuple[str, str, str], ui: str = "en", at: dict[str, str] | None = None
) -> AppTest:
    app = AppTest.from_string(_SCRIPT.format(choices=choices, ui=ui))
    for name, value in (at or {}).items():
        app.query_params[name] = value
    return app.run()


def test_one_statement_in_one_language_is_only_named() -> None:
    app = drawn(LETTER)
    assert not app.selectbox
    assert html(app) == (
        '<b><span class="us-said" dir="auto">'
        "\u2068A &lt;b&gt;joint&lt;/b&gt; appeal\u2069 · \u2068Arabic\u2069</span></b>"
    )


def test_each_is_named_with_its_language_and_kept_apart_from_the_other_words() -> None:
    app = drawn(LETTER, FRENCH, NOTE)
    (box,) = app.selectbox
    assert box.label == "Statement and language"
    assert box.options == [
        "\u2068A <b>joint</b> appeal\u2069 · \u2068Arabic\u2069",
        "\u2068A <b>joint</b> appeal\u2069 · \u2068French\u2069",
        "\u2068نداء مشترك\u2069 · \u2068French\u2069",
    ]
    assert "\u2068الفرنسية\u2069" in drawn(LETTER, FRENCH, ui="ar").selectbox[0].options[1]


def test_it_shows_where_one_is_by_the_address() -> None:
    app = drawn(LETTER, FRENCH, NOTE, at={"document": "note", "locale": "fr"})
    assert app.selectbox[0].index == 2
    assert app.text[0].value == "now note fr"


def test_choosing_leads_there_and_leaves_the_paragraph_behind() -> None:
    at = {"document": "letter", "locale": "ar", "paragraph": "one", "ui": "en"}
    app = drawn(LETTER, FRENCH, NOTE, at=at)
    app.selectbox[0].select_index(1).run()
    assert not app.exception
    assert app.text[0].value == "now letter fr"
    assert app.selectbox[0].index == 1
    asked = {name: app.query_params[name] for name in app.query_params}
    assert asked == {"document": "letter", "locale": "fr", "ui": "en"}


def test_staying_changes_nothing() -> None:
    at = {"document": "letter", "locale": "ar", "paragraph": "one"}
    app = drawn(LETTER, FRENCH, at=at).run()
    assert "paragraph" in app.query_params
    assert app.text[0].value == "now letter ar"


def test_those_who_listen_hear_the_title_and_the_language() -> None:
    said = titled(words("en"), "A <b> {n}", "ar")
    title = '<span class="us-said" dir="auto">A &lt;b&gt; {n}</span>'
    assert said == f'<h1 class="us-hidden">{title}, in Arabic</h1>'
    assert "in Arabic" not in titled(words("ar"), "A", "ar")


MANY = [(f"s{n}", f"Statement {n}", tag) for n in range(40) for tag in ("ar", "fr")]


def test_of_many_one_chooses_the_statement_and_then_the_language() -> None:
    app = drawn(*MANY, at={"document": "s7", "locale": "fr"})
    statement, language = app.selectbox
    assert (len(statement.options), language.options) == (
        40,
        ["\u2068Arabic\u2069", "\u2068French\u2069"],
    )
    statement.select("s9").run()
    assert app.text[0].value == "now s9 fr"
    app.selectbox[1].select("ar").run()
    assert app.text[0].value == "now s9 ar"


def test_the_language_of_another_statement_is_one_that_it_has() -> None:
    app = drawn(*MANY, ("last", "Last", "ja"), at={"document": "s7", "locale": "fr"})
    app.selectbox[0].select("last").run()
    assert app.text[0].value == "now last ja"
