"""A new text is proposed by editing the old one or with a file; nothing is released by it."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from tests.serving import LETTER, Member
from tests.ui.screens.document.conftest import ChooseFile, PageOf
from tests.ui.screens.document.doing import field, labels, press
from tests.ui.screens.drawing import words_of
from ui.served import Served
from workflow.access import OPERATOR
from workflow.services import documents
from workflow.services.documents import Proposal

AREA = "Or write the text as it shall be"
TWO = "You chose a file and changed the text too. Which of them shall be proposed?"
NEW = LETTER.replace("open for everybody", "open for all")


def waits(house: Served) -> Proposal | None:
    return documents.proposal(house.workspace, OPERATOR, house.clock(), document="letter")


def asked(app: AppTest) -> AppTest:
    return press(app, "Propose a new text")


def test_the_released_text_is_edited_and_proposed(
    house: Served, page_of: PageOf, kim: Member
) -> None:
    app = asked(page_of(kim))
    assert field(app, "text_area", AREA).value == LETTER
    field(app, "text_area", AREA).set_value(NEW)
    field(app, "text_input", "A note for other coordinators").set_value("As agreed.")
    app = press(app, "Show what changes")
    made = waits(house)
    assert made is not None
    assert (made.author, made.note, len(made.differences)) == (kim.id, "As agreed.", 1)
    assert "Proposed. Look at what changes, and release it." in words_of(app)
    assert "Show what changes" not in labels(app)
    released = documents.source(house.workspace, OPERATOR, house.clock(), document="letter")
    assert released.data == LETTER.encode()


def test_a_file_is_proposed_in_place_of_what_is_in_the_field(
    house: Served, page_of: PageOf, kim: Member, choose_file: ChooseFile
) -> None:
    app = asked(page_of(kim))
    choose_file("any name.txt", NEW.replace("\n", "\r\n").encode())
    press(app, "Show what changes")
    made = waits(house)
    assert made is not None
    assert len(made.differences) == 1


def test_of_a_file_and_a_changed_text_none_is_lost_unasked(
    house: Served, page_of: PageOf, kim: Member, choose_file: ChooseFile
) -> None:
    app = asked(page_of(kim))
    field(app, "text_area", AREA).set_value(NEW)
    choose_file("new.txt", b"We ask no more.\n")
    app = press(app, "Show what changes")
    assert TWO in words_of(app)
    assert (field(app, "text_area", AREA).value, waits(house)) == (NEW, None)
    press(app, "Show what changes")
    assert waits(house) is None
    field(app, "radio", TWO).set_value("field")
    press(app, "Show what changes")
    made = waits(house)
    assert made is not None
    (one,) = made.differences
    assert "open for all" in one.new


def test_the_file_is_proposed_where_it_is_meant(
    house: Served, page_of: PageOf, kim: Member, choose_file: ChooseFile
) -> None:
    app = asked(page_of(kim))
    field(app, "text_area", AREA).set_value(LETTER + "\nMore.\n")
    choose_file("new.TXT", NEW.encode())
    app = press(app, "Show what changes")
    field(app, "radio", TWO).set_value("file")
    press(app, "Show what changes")
    made = waits(house)
    assert made is not None
    assert len(made.differences) == 1


def test_a_file_of_another_kind_is_refused(
    house: Served, page_of: PageOf, kim: Member, choose_file: ChooseFile
) -> None:
    app = asked(page_of(kim))
    choose_file("new.md", NEW.encode())
    app = press(app, "Show what changes")
    assert "Files of this kind cannot be read. Save it as one of \u2068.txt" in words_of(app)
    assert waits(house) is None


def test_the_browser_keeps_a_text_by_what_it_was_typed_over(
    house: Served, page_of: PageOf, kim: Member, nia: Member
) -> None:
    before = field(asked(page_of(kim)), "text_area", AREA).key
    assert field(asked(page_of(kim)), "text_area", AREA).key == before
    made = documents.propose(
        house.workspace, nia.id, house.clock(), data=NEW.encode(), document="letter"
    )
    documents.release(house.workspace, nia.id, house.clock(), digest=made.digest, document="letter")
    after = field(asked(page_of(kim)), "text_area", AREA).key
    assert before.rpartition("-")[0] != after.rpartition("-")[0]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (LETTER, "This is the text that is released, word for word."),
        ("", "There is no text in it."),
        ("----\n", "There is nothing in it to translate"),
        (LETTER + "\u202e", "a character in it that nobody can see"),
    ],
)
def test_what_cannot_be_proposed_is_said_and_kept(
    house: Served, page_of: PageOf, kim: Member, text: str, sentence: str
) -> None:
    app = asked(page_of(kim))
    field(app, "text_area", AREA).set_value(text)
    app = press(app, "Show what changes")
    assert sentence in words_of(app)
    assert field(app, "text_area", AREA).value == text
    assert waits(house) is None


def test_another_released_meanwhile_is_not_overwritten_unseen(
    house: Served, page_of: PageOf, kim: Member, nia: Member
) -> None:
    app = asked(page_of(kim))
    field(app, "text_area", AREA).set_value(NEW)
    made = documents.propose(
        house.workspace, nia.id, house.clock(), data=b"We ask no more.\n", document="letter"
    )
    documents.release(house.workspace, nia.id, house.clock(), digest=made.digest, document="letter")
    app = press(app, "Show what changes")
    assert "Another text was released meanwhile." in words_of(app)
    assert waits(house) is None
    assert field(app, "text_area", AREA).value == NEW
    press(app, "Show what changes")
    assert waits(house) is not None


def test_another_proposed_meanwhile_is_not_pushed_aside_unseen(
    house: Served, page_of: PageOf, kim: Member, nia: Member
) -> None:
    app = asked(page_of(kim))
    field(app, "text_area", AREA).set_value(NEW)
    documents.propose(
        house.workspace, nia.id, house.clock(), document="letter", data=b"We ask no more.\n"
    )
    app = press(app, "Show what changes")
    assert "Somebody proposed another text meanwhile." in words_of(app)
    found = waits(house)
    assert found is not None
    assert found.author == nia.id
    assert field(app, "text_area", AREA).value == NEW
    press(app, "Show what changes")
    found = waits(house)
    assert found is not None
    assert found.author == kim.id


def test_an_archived_statement_is_not_revised(house: Served, page_of: PageOf, kim: Member) -> None:
    documents.archive(house.workspace, OPERATOR, house.clock(), document="letter")
    assert "Propose a new text" not in labels(page_of(kim))
