"""Giving a role: which, for what, and no more than one has."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from tests.serving import Member
from tests.ui.screens.document.doing import choose, field, press
from tests.ui.screens.drawing import html, words_of
from tests.ui.screens.people.asked_of import roles
from tests.ui.screens.people.conftest import GuestOf, PageOf
from ui.served import Served
from workflow.access import OPERATOR, Role
from workflow.services import people

GIVE = "Give this role"


def offered(app: AppTest) -> list[str]:
    """Give the roles that are offered."""
    (pills,) = [each for each in app.button_group if each.label == "Role"]
    return [each.content for each in pills.proto.options]


def selects(app: AppTest) -> list[str]:
    return [each.label for each in app.selectbox]


def test_a_role_is_given_for_a_statement_and_a_language(
    house: Served, people_page: PageOf, kim: Member, guest_of: GuestOf
) -> None:
    app = people_page(kim, member=guest_of(kim, "Ana"))
    choose(app, "Role", Role.REVIEWER)
    field(app, "selectbox", "Statement").set_value("letter")
    field(app, "selectbox", "Language").set_value("ar")
    press(app, GIVE)
    assert roles(house, "Ana") == {("translator", "", ""), ("reviewer", "letter", "ar")}
    assert "\u2068Ana\u2069 has this role now." in words_of(app)
    assert "Reviewer, Arabic, " in html(app)


def test_all_of_both_has_to_be_chosen(
    house: Served, people_page: PageOf, kim: Member, guest_of: GuestOf
) -> None:
    app = people_page(kim, member=guest_of(kim, "Ana", locale="fr"))
    press(app, GIVE)
    assert "Choose a language first" in words_of(app)
    assert roles(house, "Ana") == {("translator", "", "fr")}
    field(app, "selectbox", "Language").set_value("*")
    press(app, GIVE)
    assert roles(house, "Ana") == {("translator", "", "fr"), ("translator", "", "")}


def test_two_clicks_give_one_and_say_so_once(
    house: Served, people_page: PageOf, kim: Member, guest_of: GuestOf
) -> None:
    app = people_page(kim, member=guest_of(kim, "Ana", Role.READER))
    field(app, "selectbox", "Language").set_value("fr")
    press(app, GIVE)
    press(app, GIVE)
    assert "already" not in words_of(app)
    assert roles(house, "Ana") == {("reader", "", ""), ("translator", "", "fr")}


def test_what_somebody_has_is_said(people_page: PageOf, kim: Member, guest_of: GuestOf) -> None:
    app = people_page(kim, member=guest_of(kim, "Ana", locale="fr"))
    field(app, "selectbox", "Language").set_value("fr")
    press(app, GIVE)
    assert "\u2068Ana\u2069 has this role already." in words_of(app)


def test_no_higher_role_is_offered_than_ones_own(
    people_page: PageOf, kim: Member, alma: Member, guest_of: GuestOf
) -> None:
    ana = guest_of(kim, "Ana")
    ladder = ["Translator", "Reviewer", "Reader", "Coordinator"]
    assert offered(people_page(kim, member=ana)) == ladder
    assert offered(people_page(alma, member=ana)) == [*ladder, "Admin"]


def test_a_part_is_not_asked_for_again(
    house: Served, people_page: PageOf, lia: Member, guest_of: GuestOf
) -> None:
    app = people_page(lia, member=guest_of(lia, "Ana", locale="fr"), locale="fr")
    assert selects(app) == ["Statement"]
    choose(app, "Role", Role.REVIEWER)
    press(app, GIVE)
    assert ("reviewer", "", "fr") in roles(house, "Ana")


def test_a_right_that_was_lost_meanwhile_is_said(
    house: Served,
    people_page: PageOf,
    kim: Member,
    guest_of: GuestOf,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = people_page(kim, member=guest_of(kim, "Ana", locale="fr"))
    choose(app, "Role", Role.COORDINATOR)
    field(app, "selectbox", "Language").set_value("*")
    (button,) = [each for each in app.button if each.label == GIVE]
    button.click()
    real = people.grant

    def late(*args: object, **which: object) -> object:
        people.withdraw(
            house.workspace, OPERATOR, house.clock(), member=kim.id, role=Role.COORDINATOR
        )
        return real(*args, **which)  # type: ignore[arg-type]

    monkeypatch.setattr(people, "grant", late)
    app.run()
    assert "Nobody gives, takes or moves more than they may do themselves." in words_of(app)
    assert roles(house, "Ana") == {("translator", "", "fr")}


def test_a_hostile_title_stays_text(
    house: Served, people_page: PageOf, kim: Member, guest_of: GuestOf
) -> None:
    app = people_page(kim, member=guest_of(kim, "Ana"))
    options = field(app, "selectbox", "Statement").options
    assert options == ["All statements", "\u2068letter\u2069"]
