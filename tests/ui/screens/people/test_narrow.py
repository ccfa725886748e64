"""Inviting into the one language that somebody coordinates."""

from __future__ import annotations

import pytest

from tests.serving import Member
from tests.ui.screens.document.doing import choose, labels, press
from tests.ui.screens.drawing import words_of
from tests.ui.screens.people.asked_of import roles
from tests.ui.screens.people.conftest import PageOf
from ui.served import Served
from workflow.access import OPERATOR, Role
from workflow.services import people
from workflow.services.people import InvitationState, PendingInvitation

MAKE = "Make a link"


def made(house: Served) -> list[PendingInvitation]:
    return list(people.invitations(house.workspace, OPERATOR, house.clock()))


def test_a_guest_comes_for_that_language(house: Served, people_page: PageOf, lia: Member) -> None:
    app = people_page(lia, show="invitations")
    assert "Here one invites for French, all statements." in words_of(app)
    choose(app, "What the guest will be", Role.REVIEWER)
    press(app, MAKE)
    token = app.code[0].value.rpartition("/")[2]
    people.join(house.workspace, token, house.clock(), name="Ana")
    assert roles(house, "Ana") == {("reviewer", "", "fr")}


def test_two_clicks_make_one(house: Served, people_page: PageOf, lia: Member) -> None:
    app = people_page(lia, show="invitations")
    press(app, MAKE)
    press(app, MAKE)
    assert len(made(house)) == 1
    choose(app, "What the guest will be", Role.READER)
    press(app, MAKE)
    assert len(made(house)) == 2


def test_it_can_be_taken_back(house: Served, people_page: PageOf, lia: Member) -> None:
    app = people_page(lia, show="invitations")
    press(app, MAKE)
    press(app, "Take back")
    assert [each.state for each in made(house)] == [InvitationState.REVOKED]
    assert "this link opens nothing any more" in words_of(app)
    assert not app.code
    assert "Take back" not in labels(app)


def test_what_was_used_meanwhile_is_said(
    house: Served, people_page: PageOf, lia: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = people_page(lia, show="invitations")
    press(app, MAKE)
    token = app.code[0].value.rpartition("/")[2]
    (button,) = [each for each in app.button if each.label == "Take back"]
    button.click()
    real = people.revoke_invitation

    def late(*args: object, **which: object) -> None:
        people.join(house.workspace, token, house.clock(), name="Ana")
        real(*args, **which)  # type: ignore[arg-type]

    monkeypatch.setattr(people, "revoke_invitation", late)
    app.run()
    assert "Somebody has come in with this invitation already." in words_of(app)
