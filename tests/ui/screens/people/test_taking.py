"""Taking a role away: asked once more, and what stays is said."""

from __future__ import annotations

import pytest

from tests.serving import Member
from tests.ui.screens.document.doing import labels, press
from tests.ui.screens.drawing import html, words_of
from tests.ui.screens.people.asked_of import roles
from tests.ui.screens.people.conftest import GuestOf, PageOf
from ui.served import Served
from workflow.access import OPERATOR, Role
from workflow.services import people


def test_it_is_asked_once_more(
    house: Served, people_page: PageOf, kim: Member, guest_of: GuestOf
) -> None:
    app = people_page(kim, member=guest_of(kim, "Ana", locale="fr"))
    press(app, "Take this role away")
    assert "can no longer do what this role allows" in words_of(app)
    assert "wrote stays" in words_of(app)
    assert "Take this role away" not in labels(app)
    assert roles(house, "Ana") == {("translator", "", "fr")}
    press(app, "Take the role away")
    assert roles(house, "Ana") == set()
    assert "The role is taken away." in words_of(app)
    assert "No role at the moment." in words_of(app)


def test_it_can_be_left(house: Served, people_page: PageOf, kim: Member, guest_of: GuestOf) -> None:
    app = people_page(kim, member=guest_of(kim, "Ana"))
    press(app, "Take this role away")
    press(app, "Leave it")
    assert "no longer" not in words_of(app)
    assert "Take this role away" in labels(app)
    assert roles(house, "Ana") == {("translator", "", "")}


def test_the_one_meant_is_taken(
    house: Served, people_page: PageOf, kim: Member, guest_of: GuestOf
) -> None:
    ana = guest_of(kim, "Ana", locale="fr")
    people.grant(
        house.workspace, kim.id, house.clock(), member=ana, role=Role.READER, document="letter"
    )
    app = people_page(kim, member=ana)
    buttons = [each for each in app.button if each.label == "Take this role away"]
    assert len(buttons) == 2
    buttons[1].click().run()
    press(app, "Take the role away")
    assert roles(house, "Ana") == {("translator", "", "fr")}


def test_a_role_that_is_gone_is_no_error_of_the_page(
    house: Served,
    people_page: PageOf,
    kim: Member,
    guest_of: GuestOf,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ana = guest_of(kim, "Ana")
    app = people_page(kim, member=ana)
    press(app, "Take this role away")
    (yes,) = [each for each in app.button if each.label == "Take the role away"]
    yes.click()
    real = people.withdraw

    def late(*args: object, **which: object) -> None:
        real(*args, **which)  # type: ignore[arg-type]
        real(*args, **which)  # type: ignore[arg-type]

    monkeypatch.setattr(people, "withdraw", late)
    app.run()
    assert "Nothing was done: somebody changed this meanwhile." in words_of(app)
    assert roles(house, "Ana") == set()


def test_the_last_admin_keeps_it(house: Served, people_page: PageOf, alma: Member) -> None:
    app = people_page(alma, member=alma.id)
    press(app, "Take this role away")
    assert "somebody else has to give it back" in words_of(app)
    press(app, "Take the role away")
    assert "This is the last admin" in words_of(app)
    assert roles(house, "Alma") == {("admin", "", "")}


def test_no_more_is_taken_than_one_has(
    house: Served, people_page: PageOf, kim: Member, lia: Member, alma: Member, guest_of: GuestOf
) -> None:
    assert "Take this role away" not in labels(people_page(kim, member=alma.id))
    ana = guest_of(kim, "Ana", locale="fr")
    people.grant(house.workspace, OPERATOR, house.clock(), member=ana, role=Role.READER)
    app = people_page(lia, member=ana, locale="fr")
    assert labels(app).count("Take this role away") == 1
    press(app, "Take this role away")
    press(app, "Take the role away")
    assert roles(house, "Ana") == {("reader", "", "")}


def test_whoever_leaves_a_part_leaves_its_page(
    house: Served, people_page: PageOf, lia: Member, guest_of: GuestOf
) -> None:
    app = people_page(lia, member=guest_of(lia, "Ana", locale="fr"), locale="fr")
    press(app, "Take this role away")
    press(app, "Take the role away")
    assert roles(house, "Ana") == set()
    assert "The role is taken away." in words_of(app)
    assert 'href="./people?locale=fr"' in html(app)


def test_whoever_takes_it_from_himself_may_look_no_more(people_page: PageOf, kim: Member) -> None:
    app = people_page(kim, member=kim.id)
    press(app, "Take this role away")
    press(app, "Take the role away")
    assert "You may not do this here." in words_of(app)
