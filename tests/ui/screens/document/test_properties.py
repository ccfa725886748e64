"""What is set for a statement is saved once, and only what was changed."""

from __future__ import annotations

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from tests.serving import Member
from tests.ui.screens.document.conftest import PageOf
from tests.ui.screens.document.doing import field, press
from tests.ui.screens.drawing import words_of
from ui.served import Served
from workflow.access import OPERATOR
from workflow.assembly import Policy
from workflow.model import Missing, State
from workflow.services import documents
from workflow.services.documents import Listed
from workflow.settings import DocumentChanges

NOTES = "Notes for translators: what they should know before they begin"


def letter(house: Served) -> Listed:
    (found,) = documents.listing(house.workspace, OPERATOR, house.clock())
    return found


def change(house: Served, **what: object) -> None:
    documents.change(
        house.workspace,
        OPERATOR,
        house.clock(),
        document="letter",
        changes=DocumentChanges(**what),  # type: ignore[arg-type]
    )


def typed(app: AppTest, kind: str, label: str, value: object) -> AppTest:
    field(app, kind, label).set_value(value)
    return app


def test_all_of_it_is_saved_at_once(house: Served, page_of: PageOf, kim: Member) -> None:
    app = page_of(kim)
    typed(app, "text_input", "Title", "For the bridge")
    typed(app, "multiselect", "Translate it into", ["fr", "ja"])
    typed(app, "date_input", "Deadline", date(2027, 3, 14))
    typed(app, "number_input", "Urgency: the higher, the sooner", 2)
    typed(app, "radio", "What is good enough for the finished statement", State.TRANSLATED)
    typed(app, "radio", "Where nothing good enough is there", Missing.MARKED)
    typed(app, "text_area", NOTES, "One line.\nAnother.")
    drawn = words_of(press(app, "Save"))
    now = letter(house)
    assert (now.title, now.languages, now.deadline) == (
        "For the bridge",
        ("fr", "ja"),
        date(2027, 3, 14),
    )
    assert (now.priority, now.notes) == (2, "One line.\nAnother.")
    assert now.publication == Policy(State.TRANSLATED, Missing.MARKED)
    assert "Saved: title, languages, deadline, urgency, what is good enough, what stands" in drawn
    assert "Nothing is deleted: the translations into Arabic are kept" in drawn


def test_what_is_saved_is_in_the_fields_and_nothing_is_saved_twice(
    house: Served, page_of: PageOf, kim: Member
) -> None:
    app = press(typed(page_of(kim), "text_input", "Title", " For  the bridge "), "Save")
    assert field(app, "text_input", "Title").value == letter(house).title
    before = house.workspace.settings_path.read_bytes()
    assert "Nothing was changed, so nothing is saved." in words_of(press(app, "Save"))
    assert house.workspace.settings_path.read_bytes() == before


def test_a_deadline_can_be_taken_away(house: Served, page_of: PageOf, kim: Member) -> None:
    change(house, deadline=date(2027, 3, 14))
    app = page_of(kim)
    field(app, "checkbox", "No deadline any more").check()
    app = press(app, "Save")
    assert letter(house).deadline is None
    assert "Saved: deadline." in words_of(app)
    assert [each.label for each in app.checkbox] == []


def test_what_another_changed_meanwhile_stays(house: Served, page_of: PageOf, kim: Member) -> None:
    app = page_of(kim)
    change(house, notes="By Nia.", priority=3)
    press(typed(app, "text_input", "Title", "By Kim"), "Save")
    now = letter(house)
    assert (now.title, now.notes, now.priority) == ("By Kim", "By Nia.", 3)


def test_what_both_changed_is_told_before_it_is_replaced(
    house: Served, page_of: PageOf, kim: Member
) -> None:
    app = page_of(kim)
    change(house, title="By Nia")
    app = press(typed(app, "text_input", "Title", "By Kim"), "Save")
    assert "Not saved: somebody else changed this meanwhile: title." in words_of(app)
    assert (letter(house).title, field(app, "text_input", "Title").value) == ("By Nia", "By Kim")
    press(app, "Save")
    assert letter(house).title == "By Kim"


def test_what_is_replaced_at_the_second_press_is_what_was_told(
    house: Served, page_of: PageOf, kim: Member
) -> None:
    app = page_of(kim)
    change(house, title="By Nia", notes="By Nia.", priority=3)
    typed(app, "number_input", "Urgency: the higher, the sooner", 5)
    app = press(typed(app, "text_area", NOTES, "By Kim."), "Save")
    assert "meanwhile: urgency and notes for translators." in words_of(app)
    assert field(app, "text_area", NOTES).value == "By Kim."
    press(app, "Save")
    now = letter(house)
    assert (now.priority, now.notes, now.title) == (5, "By Kim.", "By Nia")


def test_the_browser_keeps_notes_by_what_they_were_typed_over(
    house: Served, page_of: PageOf, kim: Member
) -> None:
    before = field(page_of(kim), "text_area", NOTES).key
    assert field(page_of(kim), "text_area", NOTES).key == before
    change(house, notes="By Nia.")
    after = field(page_of(kim), "text_area", NOTES).key
    assert before.rpartition("-")[0] != after.rpartition("-")[0]


@pytest.mark.parametrize(
    ("where", "value", "sentence"),
    [
        (("text_input", "Title"), "By \u202e Kim", "a character in it that nobody can see"),
        (("text_input", "Title"), "x" * 301, "300 characters are the limit"),
        (("text_area", NOTES), "x" * 2001, "2,000 characters are the limit"),
    ],
)
def test_what_is_refused_is_said_and_stays_in_its_field(
    house: Served, page_of: PageOf, kim: Member, where: tuple[str, str], value: str, sentence: str
) -> None:
    kind, label = where
    before = letter(house)
    app = press(typed(page_of(kim), kind, label, value), "Save")
    assert sentence in words_of(app)
    assert (letter(house), field(app, kind, label).value) == (before, value)


def test_a_language_that_nobody_knows_is_refused(
    house: Served, page_of: PageOf, kim: Member
) -> None:
    app = page_of(kim)
    field(app, "multiselect", "Translate it into")._value = ["fr", "no language"]
    assert "Nobody knows the language" in words_of(press(app, "Save"))
    assert letter(house).languages == ("fr", "ar")
