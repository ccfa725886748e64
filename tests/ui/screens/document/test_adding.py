"""A statement is pasted, looked at, and put in; nothing that was typed is lost by a refusal."""

from __future__ import annotations

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.hostile import HOSTILE
from tests.serving import Member, come_in
from tests.ui.screens.document.conftest import ChooseFile, PageOf
from tests.ui.screens.document.doing import field, labels, press
from tests.ui.screens.drawing import html, links, words_of
from ui.served import Served
from workflow import errors
from workflow.access import OPERATOR, Role
from workflow.services import documents

AREA = "Or paste the text of the statement"
TEXT = """\
# An appeal for the mill

Dear friends,

1. The mill stays open.
"""


def pasted(app: AppTest, text: str = TEXT) -> AppTest:
    field(app, "text_area", AREA).set_value(text)
    return press(app, "See how it is divided")


def there(house: Served) -> dict[str, documents.Listed]:
    found = documents.listing(house.workspace, OPERATOR, house.clock())
    return {each.name: each for each in found}


def test_a_pasted_text_is_looked_at_and_put_in(house: Served, page_of: PageOf, kim: Member) -> None:
    app = page_of(kim, "")
    assert "Add this statement" not in labels(app)
    drawn = words_of(pasted(app))
    assert "3 paragraphs · 11 words" in drawn
    for kind in ("Title", "Salutation", "Numbered item"):
        assert kind in drawn
    assert "It will be translated into: French and Arabic." in drawn
    assert list(there(house)) == ["letter"]
    app = press(app, "Add this statement")
    added = there(house)["an-appeal-for-the-mill"]
    assert (added.title, added.languages) == ("An appeal for the mill", ("fr", "ar"))
    data = documents.source(house.workspace, OPERATOR, house.clock(), document=added.name)
    assert (data.file_name, data.data) == ("an-appeal-for-the-mill.md", TEXT.encode())
    assert app.query_params["document"] == added.name
    app.run()
    assert "<h1>" in html(app)
    assert "Make a link" in labels(app)


def test_languages_of_the_workspace_are_not_written_down_again(
    house: Served, page_of: PageOf, kim: Member
) -> None:
    press(pasted(page_of(kim, "")), "Add this statement")
    own = house.workspace.settings.documents["an-appeal-for-the-mill"]
    assert own.languages == ()


def test_languages_title_and_notation_are_as_was_said(
    house: Served, page_of: PageOf, kim: Member
) -> None:
    app = page_of(kim, "")
    field(app, "text_area", AREA).set_value(TEXT)
    field(app, "text_input", "Title, if not its first line").set_value(" Für die  Mühle ")
    field(app, "multiselect", "Translate it into").set_value(["ja", "pt-br"])
    field(app, "selectbox", "Language of the text").set_value("de")
    field(app, "radio", "The pasted text is written as").set_value(".txt")
    press(press(app, "See how it is divided"), "Add this statement")
    added = there(house)["für-die-mühle"]
    assert (added.title, added.locale, added.languages) == ("Für die Mühle", "de", ("ja", "pt-BR"))
    described = documents.describe(
        house.workspace, OPERATOR, house.clock(), document="für-die-mühle"
    )
    assert described.file_name == "für-die-mühle.txt"


def test_a_file_is_put_in_under_its_name(
    house: Served, page_of: PageOf, kim: Member, choose_file: ChooseFile
) -> None:
    data = "نداء من أجل الطاحونة\n".encode()
    choose_file("Mill Appeal.ar.txt", data)
    app = press(page_of(kim, ""), "See how it is divided")
    assert "Arabic, as the name of the file says" in words_of(app)
    press(app, "Add this statement")
    added = there(house)["mill-appeal"]
    assert (added.locale, added.languages) == ("ar", ("fr",))


def test_two_clicks_add_once_and_lead_to_the_page(
    house: Served, page_of: PageOf, kim: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = pasted(page_of(kim, ""))
    real = documents.add

    def stopped(*args: object, **which: object) -> None:
        real(*args, **which)  # type: ignore[arg-type]
        st.stop()  # as the second click stops what the first one began

    monkeypatch.setattr(documents, "add", stopped)
    app = press(app, "Add this statement")
    assert "document" not in app.query_params
    app = app.run()
    assert app.query_params["document"] == "an-appeal-for-the-mill"
    assert "The statement is in." in words_of(app)
    assert list(there(house)) == ["an-appeal-for-the-mill", "letter"]


def test_a_text_that_is_here_already_is_not_said_to_be_put_in(
    house: Served, page_of: PageOf, kim: Member, nia: Member
) -> None:
    first = pasted(page_of(nia, ""))
    press(pasted(page_of(kim, "")), "Add this statement")
    field(first, "multiselect", "Translate it into").set_value(["ja"])
    for app in (press(first, "Add this statement"), press(first, "See how it is divided")):
        assert "This very text is here already." in words_of(app)
        assert links(app)[-1] == (
            "Open that statement",
            "document",
            "document=an-appeal-for-the-mill",
        )
        assert field(app, "text_area", AREA).value == TEXT
        assert field(app, "multiselect", "Translate it into").value == ["ja"]


def test_another_text_of_the_same_name_is_refused_and_the_other_one_linked(
    house: Served, page_of: PageOf, kim: Member
) -> None:
    press(pasted(page_of(kim, "")), "Add this statement")
    app = pasted(page_of(kim, ""), TEXT + "\nMore.\n")
    assert "There is another statement of this name." in words_of(app)
    assert links(app)[-1] == (
        "Open that statement",
        "document",
        "document=an-appeal-for-the-mill",
    )
    assert field(app, "text_area", AREA).value == TEXT + "\nMore.\n"
    field(app, "text_input", "Title, if not its first line").set_value("Another appeal")
    press(press(app, "See how it is divided"), "Add this statement")
    assert "another-appeal" in there(house)


def test_what_was_changed_after_the_look_is_shown_before_it_is_put_in(
    house: Served, page_of: PageOf, kim: Member
) -> None:
    app = pasted(page_of(kim, ""))
    field(app, "text_area", AREA).set_value(TEXT + "\n2. So does the bridge.\n")
    app = press(app, "Add this statement")
    assert "You changed something." in words_of(app)
    assert "So does the bridge." in words_of(app)
    assert list(there(house)) == ["letter"]
    press(app, "Add this statement")
    assert "an-appeal-for-the-mill" in there(house)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("  \n ", "There is no text yet."),
        ("We ask \u202e you.", "a character in it that nobody can see"),
        ("We ask\x00 you.", "a character in it that nobody can see"),
        ("---\n", "There is nothing in it to translate"),
        ("x" * 20_001, "One piece of it is too long: 20,000 characters"),
        ("word\n\n" * 30_000, "This text is too long: 50,000 lines"),
    ],
)
def test_what_cannot_be_put_in_is_refused_and_kept(
    house: Served, page_of: PageOf, kim: Member, text: str, sentence: str
) -> None:
    app = pasted(page_of(kim, ""), text)
    assert sentence in words_of(app)
    assert "Add this statement" not in labels(app)
    assert field(app, "text_area", AREA).value == text
    assert list(there(house)) == ["letter"]


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.txt", b"%PDF-1.7\xff", "this is a PDF, not text"),
        ("a.txt", b"\xff\xfea\x00", "this is UTF-16 text"),
        ("a.md", b"word " * 1_100_000, "This text is too large: 5 MB"),
        ("a.docx", b"PK", "Files of this kind cannot be read."),
    ],
)
def test_a_file_that_is_none_is_refused(
    page_of: PageOf, kim: Member, choose_file: ChooseFile, name: str, data: bytes, sentence: str
) -> None:
    choose_file(name, data)
    assert sentence in words_of(press(page_of(kim, ""), "See how it is divided"))


def test_a_language_that_nobody_knows_is_refused(page_of: PageOf, kim: Member) -> None:
    app = page_of(kim, "")
    field(app, "text_area", AREA).set_value(TEXT)
    field(app, "multiselect", "Translate it into")._value = ["fr", "no language"]
    app = press(app, "See how it is divided")
    assert "Nobody knows the language “\u2068no language\u2069”." in words_of(app)
    assert field(app, "text_area", AREA).value == TEXT


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_shown_as_what_it_is(page_of: PageOf, kim: Member, text: str) -> None:
    app = page_of(kim, "")
    field(app, "text_input", "Title, if not its first line").set_value(text)
    drawn = html(pasted(app, f"We ask: {text}"))
    for mark in ("<script", "<img", "<iframe", "<svg", "<b>", "onerror=alert(1)>"):
        assert mark not in drawn.replace('<span class="us-sentence">', "")


@pytest.mark.parametrize("role", [None, Role.READER, Role.TRANSLATOR, Role.REVIEWER])
def test_others_are_told_who_adds(house: Served, page_of: PageOf, role: Role | None) -> None:
    app = page_of(come_in(house.workspace, "Omar", role), "")
    assert "Only a coordinator of all statements can add one." in words_of(app)
    assert labels(app) == []


def test_whoever_coordinates_one_statement_adds_none(
    house: Served, page_of: PageOf, kim: Member
) -> None:
    letter = there(house)["letter"].id
    one = come_in(house.workspace, "Lou", Role.COORDINATOR, document=letter)
    assert labels(page_of(one, "")) == []


def test_a_right_that_was_taken_away_meanwhile_is_said(
    house: Served, page_of: PageOf, kim: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = pasted(page_of(kim, ""))

    def refuse(*_: object, **__: object) -> None:
        raise errors.NotAllowed("documents.add", "coordinator")

    monkeypatch.setattr(documents, "add", refuse)
    assert "You may not do this here." in words_of(press(app, "Add this statement"))
