"""The page of a statement: its head, and what each may see and do there."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from tests.hostile import HOSTILE
from tests.serving import Member, come_in
from tests.ui.conftest import AppOf
from tests.ui.screens.document.conftest import PageOf
from tests.ui.screens.document.doing import labels
from tests.ui.screens.drawing import html, links, words_of
from ui.served import Served
from workflow.access import OPERATOR, Role
from workflow.errors import UndersignedError
from workflow.services import documents
from workflow.services.documents import DocumentChanges


def change(house: Served, **what: object) -> None:
    documents.change(
        house.workspace,
        OPERATOR,
        house.clock(),
        document="letter",
        changes=DocumentChanges(**what),  # type: ignore[arg-type]
    )


def propose(house: Served, text: str = "A joint appeal for the bridge\n\nWe ask.\n") -> None:
    documents.propose(
        house.workspace,
        OPERATOR,
        house.clock(),
        document="letter",
        data=text.encode(),
        note="For the council only.",
    )


def tabs(app: AppTest) -> list[str]:
    return [each.label for each in app.tabs]


def test_the_head_says_what_it_is_and_leads_on(house: Served, page_of: PageOf, kim: Member) -> None:
    change(house, title="For the bridge", deadline=date(2027, 3, 14))
    app = page_of(kim)
    assert html(app).count("<h1>") == 1
    drawn = words_of(app)
    assert drawn.startswith("For the bridge")
    assert "English · due on March 14, 2027 · Revision 1 of" in drawn
    assert links(app)[:4] == [
        ("Board", "board", ""),
        ("Read", "read", "document=letter"),
        ("Take away", "take-away", "document=letter"),
        ("Activity", "activity", "document=letter"),
    ]
    assert tabs(app) == ["People", "Text", "Properties"]


def test_a_text_that_waits_is_said(house: Served, page_of: PageOf, kim: Member) -> None:
    propose(house)
    drawn = words_of(page_of(kim))
    assert "a new text waits to be released" in drawn
    assert "For the council only." in drawn


@pytest.mark.parametrize("role", [Role.READER, Role.TRANSLATOR, Role.REVIEWER])
def test_others_see_what_it_is_and_no_form(house: Served, page_of: PageOf, role: Role) -> None:
    change(house, title="For the bridge", notes="Keep the name.\nOf the bridge.")
    propose(house)
    app = page_of(come_in(house.workspace, "Omar", role, locale="fr"))
    drawn = words_of(app)
    assert "For the bridge" in drawn
    assert "Keep the name.\nOf the bridge." in drawn
    assert "Revision 1" in drawn
    assert "Revision 2" not in drawn
    assert "For the council only." not in drawn
    assert (labels(app), tabs(app), list(app.text_input), list(app.text_area)) == ([], [], [], [])


def test_whoever_coordinates_one_language_sets_nothing_up(house: Served, page_of: PageOf) -> None:
    lou = come_in(house.workspace, "Lou", Role.COORDINATOR, locale="fr")
    assert labels(page_of(lou)) == []


def test_whoever_coordinates_this_statement_alone_does_all_of_it(
    house: Served, page_of: PageOf
) -> None:
    (letter,) = documents.listing(house.workspace, OPERATOR, house.clock())
    lou = come_in(house.workspace, "Lou", Role.COORDINATOR, document=letter.id)
    app = page_of(lou)
    assert tabs(app) == ["People", "Text", "Properties"]
    assert [each.label for each in app.radio if each.label == "For"] == []


@pytest.mark.parametrize("document", ["nothing", "../letter", "letter\x00"])
def test_what_is_not_there_is_said(
    house: Served, app_test: AppOf, kim: Member, document: str
) -> None:
    strange = come_in(house.workspace, "Stranger", None)
    for who in (kim, strange):
        wanted = document if who is kim else "letter"
        script = app_test(who, "document", query={"document": wanted})
        assert [each.message for each in script.run().exception] == [
            "there is no such document. Check the link, or go back to the list."
        ]


@pytest.mark.parametrize("text", HOSTILE[::3])
def test_what_people_wrote_stays_text(
    house: Served, page_of: PageOf, kim: Member, text: str
) -> None:
    with suppress(UndersignedError):  # some are refused
        propose(house, f"A joint appeal for the bridge\n\n{text}\n")
        change(house, title=text, notes=text)
    drawn = html(page_of(kim))
    for mark in ("<script", "<img src=x", "<iframe", "<svg onload", "<b>bold"):
        assert mark not in drawn


@pytest.mark.parametrize("language", ["en", "ar"])
def test_it_speaks_and_runs_as_its_reader_does(page_of: PageOf, kim: Member, language: str) -> None:
    drawn = html(page_of(kim, language=language))
    assert ('dir="rtl"' in drawn) is (language == "ar")
