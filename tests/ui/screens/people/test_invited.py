"""Inviting from the page of people, and what became of the invitations."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.serving import Member
from tests.ui.screens.document.doing import choose, labels, press
from tests.ui.screens.drawing import html, words_of
from tests.ui.screens.people.asked_of import roles
from tests.ui.screens.people.conftest import GuestOf, PageOf
from ui.served import Served
from workflow.access import OPERATOR, Role
from workflow.services import people
from workflow.services.people import InvitationState, PendingInvitation

MAKE = "Make a link"


def table(drawn: str) -> list[str]:
    return drawn.partition("<tbody")[2].partition("</tbody>")[0].split("<tr")[1:]


def test_a_link_for_all_statements_lets_somebody_in(
    house: Served, people_page: PageOf, kim: Member
) -> None:
    app = people_page(kim, show="invitations")
    choose(app, "Into which language", "fr")
    press(app, "Make a link")
    token = app.code[0].value.rpartition("/")[2]
    people.join(house.workspace, token, house.clock(), name="Ana")
    assert roles(house, "Ana") == {("translator", "", "fr")}


def test_languages_are_those_of_all_statements(people_page: PageOf, kim: Member) -> None:
    app = people_page(kim, show="invitations")
    (pills,) = [each for each in app.button_group if each.label == "Into which language"]
    assert [each.content for each in pills.proto.options] == ["French", "Arabic", "All languages"]


def test_what_became_of_each_is_said_in_words(
    house: Served, people_page: PageOf, kim: Member, nia: Member, guest_of: GuestOf
) -> None:
    work, now = house.workspace, house.clock()
    guest_of(nia, "Ana", locale="fr")
    left = guest_of(nia, "Bo")
    people.erase_me(work, left, now)
    people.invite(work, kim.id, now - timedelta(days=9), role=Role.READER)
    back = people.invite(work, kim.id, now, role=Role.READER).id
    people.revoke_invitation(work, kim.id, now, invitation=back)
    people.invite(work, nia.id, now, role=Role.REVIEWER)
    people.invite(work, OPERATOR, now, role=Role.ADMIN)
    people.withdraw(work, OPERATOR, now, member=nia.id, role=Role.COORDINATOR)
    rows = table(html(people_page(kim, show="invitations")))
    found = sorted(
        (word, by)
        for row in rows
        for word in ("○ open", "✓ used", "✗ out of date", "✗ taken back", "✗ void")
        for by in ("Kim", "Nia", "whoever runs the server")
        if word in row and by in row
    )
    assert found == [
        ("○ open", "whoever runs the server"),
        ("✓ used", "Nia"),
        ("✓ used", "Nia"),
        ("✗ out of date", "Kim"),
        ("✗ taken back", "Kim"),
        ("✗ void", "Nia"),
    ]
    assert [row for row in rows if "<bdi>Ana</bdi>" in row and "French" in row]
    assert [row for row in rows if "a former member" in row]


def test_where_none_was_made_there_is_no_table(people_page: PageOf, kim: Member) -> None:
    app = people_page(kim, show="invitations")
    assert not app.expander
    assert "<table" not in html(app)


def test_of_very_many_the_newest_are_shown(house: Served, people_page: PageOf, kim: Member) -> None:
    for hours in range(1, 53):
        people.invite(house.workspace, kim.id, house.clock(), role=Role.READER, hours=hours)
    app = people_page(kim, show="invitations")
    assert html(app).count('scope="row"') == 50
    assert "2 older ones are not shown." in words_of(app)


def test_for_a_statement_it_is_for_that_one(
    house: Served, people_page: PageOf, kim: Member
) -> None:
    app = people_page(kim, show="invitations", document="letter")
    assert "Here one invites for all languages, letter." in words_of(app)
    choose(app, "Into which language", "ar")
    press(app, "Make a link")
    (made,) = people.invitations(house.workspace, kim.id, house.clock())
    assert (made.given.document, made.given.locale) == ("letter", "ar")


# --- into one language ----------------------------------------------------------------------------


def made(house: Served) -> list[PendingInvitation]:
    return list(people.invitations(house.workspace, OPERATOR, house.clock()))


def test_whoever_coordinates_one_language_invites_into_it(
    house: Served, people_page: PageOf, lia: Member
) -> None:
    app = people_page(lia, show="invitations")
    assert "Here one invites for French, all statements." in words_of(app)
    assert "Into which language" not in [each.label for each in app.button_group]
    choose(app, "What the guest will be", Role.REVIEWER)
    press(app, MAKE)
    token = app.code[0].value.rpartition("/")[2]
    people.join(house.workspace, token, house.clock(), name="Ana")
    assert roles(house, "Ana") == {("reviewer", "", "fr")}


def test_two_clicks_make_one_link_into_it(house: Served, people_page: PageOf, lia: Member) -> None:
    app = people_page(lia, show="invitations")
    press(app, MAKE)
    press(app, MAKE)
    assert len(made(house)) == 1
    choose(app, "What the guest will be", Role.READER)
    press(app, MAKE)
    assert len(made(house)) == 2


def test_a_link_into_it_can_be_taken_back(house: Served, people_page: PageOf, lia: Member) -> None:
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
