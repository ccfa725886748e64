"""One member: what is known, and whom there is not."""

from __future__ import annotations

import pytest

from tests.hostile import HOSTILE
from tests.serving import Member
from tests.ui.screens.drawing import html, words_of
from tests.ui.screens.people.conftest import GuestOf, PageOf
from ui.served import Served
from workflow.access import OPERATOR, Role
from workflow.services import people


def test_what_is_known_stands_there(people_page: PageOf, kim: Member, guest_of: GuestOf) -> None:
    ana = guest_of(kim, "Ana", days=3)
    drawn = html(people_page(kim, member=ana))
    assert "<h1" in drawn
    assert "<bdi>Ana</bdi></h1>" in drawn
    assert "<dd>3 days ago</dd>" in drawn
    assert f'<dd><a href="./people?member={kim.id}" target="_self"><bdi>Kim</bdi></a></dd>' in drawn
    assert f'href="./activity?member={ana}"' in drawn


def test_whoever_was_vouched_for(
    house: Served, people_page: PageOf, kim: Member, nia: Member, guest_of: GuestOf
) -> None:
    ana = guest_of(kim, "Ana")
    people.vouch(house.workspace, nia.id, house.clock(), member=ana)
    assert "</a> (vouched: two persons)</dd>" in html(people_page(kim, member=ana))


def test_whom_a_command_invited(people_page: PageOf, kim: Member, guest_of: GuestOf) -> None:
    drawn = html(people_page(kim, member=guest_of(OPERATOR, "Ana")))
    assert "<dd>whoever runs the server</dd>" in drawn


@pytest.mark.parametrize("member", ["7", *HOSTILE[:3], "x" * 5000])
def test_nobody_is_there_under_a_made_up_id(people_page: PageOf, kim: Member, member: str) -> None:
    app = people_page(kim, member=member)
    assert "This person is not here" in words_of(app)
    assert not app.button


def test_whoever_coordinates_all_finds_everybody_from_any_part(
    people_page: PageOf, kim: Member, guest_of: GuestOf
) -> None:
    ana = guest_of(kim, "Ana", Role.READER, locale="ar")
    assert "Reader, Arabic, all statements" in html(people_page(kim, member=ana, locale="fr"))


def test_no_label_of_a_widget_holds_what_a_person_chose(
    house: Served, people_page: PageOf, alma: Member, kim: Member
) -> None:
    """Streamlit reads Markdown in labels, which may fetch a picture from anywhere."""
    name = "Ana ![x](https://evil.example/i.png)"
    made = people.invite(house.workspace, kim.id, house.clock(), role=Role.READER)
    ana = people.join(house.workspace, made.link.token, house.clock(), name=name).member
    app = people_page(alma, member=ana)
    labels = [each.label for each in (*app.button, *app.selectbox, *app.text_input)]
    assert len(labels) > 5
    assert not [each for each in labels if "Ana" in each]
    assert not app.markdown


def test_whoever_has_no_role_there_is_not_there(
    people_page: PageOf, kim: Member, lia: Member, guest_of: GuestOf
) -> None:
    ana = guest_of(kim, "Ana", Role.READER, locale="ar")
    assert "Ana" not in html(people_page(lia, member=ana, locale="fr"))


def test_the_way_back_leads_to_the_part_one_came_from(
    people_page: PageOf, kim: Member, guest_of: GuestOf
) -> None:
    drawn = html(people_page(kim, member=guest_of(kim, "Ana", locale="ar"), document="letter"))
    assert '<a href="./people?document=letter" target="_self">All people</a>' in drawn
    assert "Arabic, all statements" in drawn
