"""All members in a table: found, filtered, by pages, of a part."""

from __future__ import annotations

import re

import pytest

from tests.hostile import HOSTILE
from tests.serving import Member, come_in
from tests.ui.screens.drawing import html, words_of
from tests.ui.screens.people.conftest import GuestOf, PageOf
from ui.served import Served
from workflow.access import OPERATOR, Role
from workflow.services import people
from workflow.store.members import rename


def test_a_member_stands_there_with_all_that_is_known(
    people_page: PageOf, kim: Member, guest_of: GuestOf
) -> None:
    ana = guest_of(kim, "Ana", Role.REVIEWER, days=3, document="letter", locale="fr")
    drawn = html(people_page(kim))
    table = drawn.partition("<tbody")[2].partition("</tbody>")[0]
    assert f'href="./people?member={ana}"' in table
    for text in ("Reviewer, French, ", "letter", "3 days ago", "<bdi>Kim</bdi>", "today"):
        assert text in table
    assert 'scope="row"' in table
    assert drawn.count('scope="col"') == 5
    assert words_of(people_page(kim)).startswith("People")


def test_whoever_was_vouched_for_is_marked(
    house: Served, people_page: PageOf, kim: Member, nia: Member, guest_of: GuestOf
) -> None:
    ana = guest_of(kim, "Ana")
    assert "vouched" not in html(people_page(kim))
    people.vouch(house.workspace, nia.id, house.clock(), member=ana)
    assert html(people_page(kim)).count("vouched: two persons") == 1


def test_no_time_of_day_is_shown(people_page: PageOf, kim: Member, guest_of: GuestOf) -> None:
    guest_of(kim, "Ana")
    drawn = words_of(people_page(kim))
    assert "today" in drawn
    assert not re.search(r"\d:\d", drawn)


def test_few_need_no_filters(people_page: PageOf, kim: Member, guest_of: GuestOf) -> None:
    for number in range(9):
        guest_of(kim, f"Ana {number}")
    assert "<form" not in html(people_page(kim))
    guest_of(kim, "Ana 9")
    assert "<form" in html(people_page(kim))


def test_some_are_found_and_the_way_back_to_all(
    people_page: PageOf, kim: Member, guest_of: GuestOf
) -> None:
    guest_of(kim, "Ana", Role.REVIEWER, locale="fr")
    guest_of(kim, "Bo")
    drawn = html(people_page(kim, find="an", role="reviewer", language="fr"))
    assert "1 person of 3" in drawn
    assert ">Ana<" in drawn
    assert ">Bo<" not in drawn
    assert 'value="an"' in drawn
    assert '<option value="reviewer" selected>' in drawn
    assert '<option value="fr" selected>French' in drawn
    nobody = html(people_page(kim, find="zoe"))
    assert "Nobody is like that." in nobody
    assert '<a href="./people" target="_self">Show everybody' in nobody


def test_fifty_stand_on_a_page(house: Served, people_page: PageOf, kim: Member) -> None:
    for number in range(51):
        come_in(house.workspace, f"Ana {number:02}", Role.READER)
    first = html(people_page(kim))
    assert first.count('scope="row"') == 50
    assert "Page 1 of 2" in first
    assert 'href="./people?page=2"' in first
    second = html(people_page(kim, page="2"))
    assert second.count('scope="row"') == 2
    assert ">Kim<" in second
    assert html(people_page(kim, page="99")) == second
    assert html(people_page(kim, page="0")) == first


def test_whoever_is_alone_is_told_what_is_next(people_page: PageOf, kim: Member) -> None:
    drawn = html(people_page(kim))
    assert "Nobody else is here yet. Invite the first one." in drawn
    assert 'href="./people?show=invitations"' in drawn


def test_open_invitations_are_counted(house: Served, people_page: PageOf, kim: Member) -> None:
    assert "invitation" not in words_of(people_page(kim))
    for _ in range(2):
        people.invite(house.workspace, kim.id, house.clock(), role=Role.READER)
    assert "2 invitations are open" in words_of(people_page(kim))


def test_a_statement_narrows_it(people_page: PageOf, kim: Member, guest_of: GuestOf) -> None:
    ana = guest_of(kim, "Ana", document="letter")
    house_mate = guest_of(kim, "Bo", Role.READER, locale="ar")
    drawn = html(people_page(kim, document="letter", locale="fr"))
    assert "Shown here: who may do something in French, " in drawn
    assert f"document=letter&amp;locale=fr&amp;member={ana}" in drawn
    assert house_mate not in drawn
    assert '<a href="./people" target="_self">Show all people</a>' in drawn
    assert "./people?document=letter&amp;locale=fr&amp;show=invitations" in drawn


def test_whoever_coordinates_a_language_sees_that_part(
    people_page: PageOf, kim: Member, lia: Member, guest_of: GuestOf
) -> None:
    guest_of(kim, "Ana", locale="fr")
    guest_of(kim, "Bo", locale="ar")
    drawn = html(people_page(lia))
    assert "French, all statements" in drawn
    assert ">Ana<" in drawn
    assert ">Bo<" not in drawn
    assert "Show all people" not in drawn


def test_other_parts_are_offered(house: Served, people_page: PageOf, lia: Member) -> None:
    people.grant(
        house.workspace, OPERATOR, house.clock(),
        member=lia.id, role=Role.COORDINATOR, document="letter",
    )  # fmt: skip
    assert '<a href="./people?document=letter" target="_self">Show ' in html(
        people_page(lia, locale="fr")
    )
    assert 'href="./people?locale=fr"' in html(people_page(lia, document="letter"))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_name_stays_text(
    house: Served, people_page: PageOf, kim: Member, text: str
) -> None:
    mallory = come_in(house.workspace, "Mallory", Role.READER)
    with house.workspace.store.writing() as db:
        rename(db, mallory.id, text, "mallory")
    drawn = html(people_page(kim, find=text)).replace('<details class="us-fold"', "")
    for tag in ("<script", "<img", "<iframe", "<svg", "<object", "<details", "<link"):
        assert tag not in drawn
    one = html(people_page(kim, member=mallory.id))
    for tag in ("<script", "<img", "<iframe", "<svg", "<object", "<details", "<link"):
        assert tag not in one
