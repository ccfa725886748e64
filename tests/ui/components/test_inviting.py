"""Inviting: one link for one person, shown once, to whom one may give it."""

from __future__ import annotations

import re
from datetime import timedelta
from types import SimpleNamespace
from typing import cast

import pytest
from streamlit.testing.v1 import AppTest

from tests.serving import Member, come_in
from tests.ui.conftest import AppOf
from tests.ui.screens.document.doing import choose, field, labels, press
from tests.ui.screens.drawing import html, words_of
from ui.components.inviting import roles_to_give
from ui.served import Served
from ui.session import Person
from workflow.access import OPERATOR
from workflow.services import documents, people
from workflow.services.documents import DocumentChanges
from workflow.services.people import GivenRole, InvitationState, PendingInvitation, Role

LANGUAGE = "Into which language"


@pytest.fixture
def kim(house: Served) -> Member:
    return come_in(house.workspace, "Kim", Role.COORDINATOR)


def page(app_test: AppOf, who: Member) -> AppTest:
    return app_test(who, "document", query={"document": "letter"}).run()


def made(house: Served) -> tuple[PendingInvitation, ...]:
    return people.invitations(house.workspace, OPERATOR, house.clock())


def link_in(app: AppTest) -> str:
    (code,) = app.code
    return str(code.value)


def test_a_link_for_a_translator_of_this_statement(
    house: Served, app_test: AppOf, kim: Member
) -> None:
    app = page(app_test, kim)
    assert not app.code
    choose(app, LANGUAGE, "fr")
    app = press(app, "Make a link")
    (invitation,) = made(house)
    assert invitation.given == GivenRole(Role.TRANSLATOR, "letter", "fr")
    assert invitation.expires - invitation.issued == timedelta(days=3)
    token = link_in(app).rpartition("/join/")[2]
    assert people.join(house.workspace, token, house.clock(), name="Zoe").member
    drawn = words_of(app)
    assert "Send this link to one person" in drawn
    assert "Translator, French, letter" in drawn
    assert 'alt="The invitation as a QR code"' in html(app)


def test_everything_can_be_chosen(house: Served, app_test: AppOf, kim: Member) -> None:
    app = page(app_test, kim)
    choose(app, "What the guest will be", Role.REVIEWER)
    choose(app, LANGUAGE, "*")
    field(app, "radio", "The invitation is for").set_value("")
    field(app, "selectbox", "The link works for").set_value(30)
    press(app, "Make a link")
    (invitation,) = made(house)
    assert invitation.given == GivenRole(Role.REVIEWER)
    assert invitation.expires - invitation.issued == timedelta(days=30)


def test_without_a_language_there_is_no_link(house: Served, app_test: AppOf, kim: Member) -> None:
    app = press(page(app_test, kim), "Make a link")
    assert "Choose a language first" in words_of(app)
    assert made(house) == ()


def test_the_only_language_is_chosen_already(house: Served, app_test: AppOf, kim: Member) -> None:
    change = DocumentChanges(languages=("ja",))
    documents.change(house.workspace, OPERATOR, house.clock(), document="letter", changes=change)
    press(page(app_test, kim), "Make a link")
    assert made(house)[0].given.locale == "ja"


def test_many_languages_are_a_list(house: Served, app_test: AppOf, kim: Member) -> None:
    many = ("ar", "de", "es", "fa", "fr", "it", "ja", "nl", "pt-BR")
    documents.change(
        house.workspace,
        OPERATOR,
        house.clock(),
        document="letter",
        changes=DocumentChanges(languages=many),
    )
    app = page(app_test, kim)
    field(app, "selectbox", LANGUAGE).set_value("pt-BR")
    press(app, "Make a link")
    assert made(house)[0].given.locale == "pt-BR"


def test_two_clicks_make_one_link_and_later_ones_another(
    house: Served, app_test: AppOf, kim: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = house.clock()
    shift = SimpleNamespace(by=timedelta())
    monkeypatch.setattr(type(house), "clock", property(lambda _: lambda: now + shift.by))
    app = page(app_test, kim)
    choose(app, LANGUAGE, "fr")
    app = press(app, "Make a link")
    first = link_in(app)
    shift.by = timedelta(seconds=1)
    app = press(app, "Make a link")
    assert (link_in(app), len(made(house))) == (first, 1)
    choose(app, LANGUAGE, "ar")
    app = press(app, "Make a link")
    assert len(made(house)) == 2
    shift.by = timedelta(minutes=1)
    app = press(app, "Make a link")
    assert (len(made(house)), link_in(app) == first) == (3, False)


def test_an_open_one_is_taken_back(house: Served, app_test: AppOf, kim: Member) -> None:
    app = page(app_test, kim)
    choose(app, LANGUAGE, "fr")
    app = press(app, "Make a link")
    assert "Open invitations" in words_of(app)
    app = press(app, "Take back")
    assert "Taken back: this link opens nothing any more." in words_of(app)
    assert "Open invitations" not in words_of(app)
    assert not app.code
    assert [each.state for each in made(house)] == [InvitationState.REVOKED]


def test_one_that_was_used_meanwhile_is_not_taken_back(
    house: Served, app_test: AppOf, kim: Member
) -> None:
    app = page(app_test, kim)
    choose(app, LANGUAGE, "fr")
    app = press(app, "Make a link")
    token = link_in(app).rpartition("/join/")[2]
    people.join(house.workspace, token, house.clock(), name="Zoe <b>")
    app = press(app, "Take back")
    assert "Who came" in words_of(app)
    assert "<bdi>Zoe &lt;b&gt;</bdi> · Translator, French" in html(app)
    assert not app.code
    assert [each.state for each in made(house)] == [InvitationState.USED]


def test_the_link_is_nowhere_but_in_its_field(house: Served, app_test: AppOf, kim: Member) -> None:
    app = page(app_test, kim)
    choose(app, LANGUAGE, "fr")
    app = press(app, "Make a link")
    token = link_in(app).rpartition("/join/")[2]
    assert re.fullmatch(r"[\w-]{43}", token)
    assert token not in html(app)
    assert not page(app_test, kim).code


def test_a_link_that_is_sent_is_hidden(house: Served, app_test: AppOf, kim: Member) -> None:
    app = page(app_test, kim)
    choose(app, LANGUAGE, "fr")
    app = press(app, "Make a link")
    app.run()
    assert app.code
    app = press(app, "It is sent: hide it")
    assert not app.code
    assert [each.state for each in made(house)] == [InvitationState.OPEN]


def test_a_link_is_forgotten_on_another_page(house: Served, app_test: AppOf, kim: Member) -> None:
    app = page(app_test, kim)
    choose(app, LANGUAGE, "fr")
    app = press(app, "Make a link")
    assert app.code
    del app.query_params["document"]
    app.run()
    app.query_params["document"] = "letter"
    app.run()
    assert "Make a link" in labels(app)
    assert not app.code


@pytest.mark.parametrize(
    ("given", "here", "everywhere"),
    [
        (GivenRole(Role.ADMIN), 5, 5),
        (GivenRole(Role.COORDINATOR), 4, 4),
        (GivenRole(Role.COORDINATOR, document="letter"), 4, 0),
        (GivenRole(Role.COORDINATOR, document="other"), 0, 0),
        (GivenRole(Role.REVIEWER), 0, 0),
    ],
)
def test_nobody_is_offered_to_give_more_than_he_has(
    given: GivenRole, here: int, everywhere: int
) -> None:
    who = cast("Person", SimpleNamespace(me=SimpleNamespace(given=(given,))))
    assert len(roles_to_give(who, "letter")) == here
    assert len(roles_to_give(who, "")) == everywhere
    assert roles_to_give(who, "letter")[:1] in ((), (Role.TRANSLATOR,))


def test_whoever_may_invite_nobody_has_no_button(house: Served, app_test: AppOf) -> None:
    omar = come_in(house.workspace, "Omar", Role.TRANSLATOR)
    assert labels(page(app_test, omar)) == []


def test_whoever_coordinates_a_language_gives_roles_in_it_alone() -> None:
    given = (GivenRole(Role.COORDINATOR, locale="fr"), GivenRole(Role.REVIEWER))
    who = cast("Person", SimpleNamespace(me=SimpleNamespace(given=given)))
    assert len(roles_to_give(who, "letter", "fr")) == 4
    assert roles_to_give(who, "letter", "ar") == roles_to_give(who, "letter") == ()
