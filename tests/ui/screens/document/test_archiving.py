"""A statement is put aside and taken back, and nobody does it by a slip."""

from __future__ import annotations

from tests.serving import Member
from tests.ui.screens.document.conftest import PageOf
from tests.ui.screens.document.doing import labels, press
from tests.ui.screens.drawing import words_of
from ui.served import Served
from workflow.access import OPERATOR
from workflow.services import documents


def status(house: Served) -> str:
    (letter,) = documents.listing(house.workspace, OPERATOR, house.clock())
    return letter.status


def test_it_is_asked_once_more(house: Served, page_of: PageOf, kim: Member) -> None:
    app = press(page_of(kim), "Put it into the archive")
    assert "Are you sure?" in words_of(app)
    assert status(house) == "active"
    app = press(app, "No, leave it as it is")
    assert "Put it into the archive" in labels(app)
    app = press(press(app, "Put it into the archive"), "Yes, put it aside")
    assert status(house) == "archived"
    drawn = words_of(app)
    assert "The statement is in the archive." in drawn
    assert "in the archive" in drawn
    assert labels(app) == ["Take it back into work"]
    app = press(press(app, "Take it back into work"), "Yes, take it back")
    assert (status(house), "Make a link" in labels(app)) == ("active", True)


def test_another_coordinator_was_faster(
    house: Served, page_of: PageOf, kim: Member, nia: Member
) -> None:
    first = press(page_of(kim), "Put it into the archive")
    second = press(page_of(nia), "Put it into the archive")
    press(first, "Yes, put it aside")
    assert labels(press(second, "Yes, put it aside")) == ["Take it back into work"]
    assert status(house) == "archived"
