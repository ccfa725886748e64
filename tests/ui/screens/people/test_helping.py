"""A new return link: what it means, made once, shown once."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from tests.serving import Member
from tests.ui.screens.document.doing import labels, press
from tests.ui.screens.drawing import html, words_of
from tests.ui.screens.people.conftest import GuestOf, PageOf
from ui.served import Served
from workflow.access import OPERATOR
from workflow.errors import LinkRefused
from workflow.services import people

ASK, MAKE, KEEP = "Make a new return link", "Make the new link", "Keep the old one"


def link(app: AppTest) -> str:
    """Give the token of the link that is shown; empty where none is."""
    found = [each.value for each in app.code]
    return found[0].rpartition("/")[2] if found else ""


def whose(house: Served, token: str) -> str:
    return people.whose(house.workspace, token, house.clock()).name


def test_it_is_said_what_it_means_and_asked_once_more(
    people_page: PageOf, kim: Member, guest_of: GuestOf
) -> None:
    app = people_page(kim, member=guest_of(kim, "Ana"))
    assert "and 24 hours more" in words_of(app)
    assert "is told" in words_of(app)
    press(app, ASK)
    assert "opens nothing any more then" in words_of(app)
    assert link(app) == ""
    press(app, KEEP)
    assert ASK in labels(app)
    assert link(app) == ""


def test_the_link_is_shown_and_voids_the_one_before(
    house: Served, people_page: PageOf, kim: Member, guest_of: GuestOf
) -> None:
    ana = guest_of(kim, "Ana")
    old = people.renew_link(house.workspace, ana, house.clock()).token
    app = people_page(kim, member=ana)
    press(app, ASK)
    press(app, MAKE)
    assert whose(house, link(app)) == "Ana"
    assert "Send it to \u2068Ana\u2069 alone" in words_of(app)
    assert "data:image" in html(app)
    with pytest.raises(LinkRefused):
        whose(house, old)
    notice = people.me(house.workspace, ana, house.clock()).link
    assert notice is not None
    assert (notice.by.name, notice.is_own) == ("Kim", False)


def test_a_second_click_makes_no_other_link(
    house: Served, people_page: PageOf, kim: Member, guest_of: GuestOf
) -> None:
    app = people_page(kim, member=guest_of(kim, "Ana"))
    press(app, ASK)
    (yes,) = [each for each in app.button if each.label == MAKE]
    yes.click().run()
    first = link(app)
    yes.click().run()
    assert link(app) == first
    assert whose(house, first) == "Ana"
    assert ASK not in labels(app)


def test_a_click_that_stops_the_one_before_makes_no_other_link(
    house: Served, people_page: PageOf, kim: Member, guest_of: GuestOf
) -> None:
    app = people_page(kim, member=guest_of(kim, "Ana"))
    press(app, ASK)
    asked = app.session_state["kept.people.asked"]
    press(app, MAKE)
    first = link(app)
    app.session_state["kept.people.asked"] = asked  # as if the run had been stopped there
    app.run()
    assert link(app) == first
    assert whose(house, first) == "Ana"


def test_once_it_is_sent_it_is_hidden_and_another_one_can_be_made(
    house: Served, people_page: PageOf, kim: Member, guest_of: GuestOf
) -> None:
    app = people_page(kim, member=guest_of(kim, "Ana"))
    press(app, ASK)
    press(app, MAKE)
    first = link(app)
    press(app, "It is sent: hide it")
    assert link(app) == ""
    press(app, ASK)
    press(app, MAKE)
    assert whose(house, link(app)) == "Ana"
    assert link(app) != first


def test_it_is_gone_with_the_next_page(people_page: PageOf, kim: Member, guest_of: GuestOf) -> None:
    ana, bo = guest_of(kim, "Ana"), guest_of(kim, "Bo")
    for other in ({"member": bo}, {}):
        app = people_page(kim, member=ana)
        press(app, ASK)
        press(app, MAKE)
        assert link(app)
        app.query_params.clear()
        for name, value in other.items():
            app.query_params[name] = value
        app.run()
        assert link(app) == ""
        app.query_params["member"] = ana
        app.run()
        assert link(app) == ""
        assert ASK in labels(app)


def test_a_question_is_forgotten_with_the_next_page(
    people_page: PageOf, kim: Member, guest_of: GuestOf
) -> None:
    ana = guest_of(kim, "Ana")
    app = people_page(kim, member=ana)
    press(app, ASK)
    app.query_params.clear()
    app.run()
    app.query_params["member"] = ana
    app.run()
    assert ASK in labels(app)


def test_whoever_may_more_is_helped_by_an_admin(
    people_page: PageOf, kim: Member, alma: Member, guest_of: GuestOf
) -> None:
    app = people_page(kim, member=alma.id)
    assert "\u2068Alma\u2069 may do more than you." in words_of(app)
    assert ASK not in labels(app)
    assert ASK in labels(people_page(alma, member=kim.id))


def test_for_oneself_there_is_another_page(people_page: PageOf, kim: Member) -> None:
    app = people_page(kim, member=kim.id)
    assert ASK not in labels(app)
    assert "on your own page" in words_of(app)


def test_a_member_who_left_meanwhile_has_no_link(
    house: Served, people_page: PageOf, kim: Member, guest_of: GuestOf
) -> None:
    ana = guest_of(OPERATOR, "Ana")
    app = people_page(kim, member=ana)
    press(app, ASK)
    people.erase_me(house.workspace, ana, house.clock())
    press(app, MAKE)
    assert "This person is not here" in words_of(app)
    assert link(app) == ""
