"""Two persons: said by a third one."""

from __future__ import annotations

from tests.serving import Member
from tests.ui.screens.document.doing import labels, press
from tests.ui.screens.drawing import words_of
from tests.ui.screens.people.asked_of import members
from tests.ui.screens.people.conftest import GuestOf, PageOf
from ui.served import Served
from workflow.access import OPERATOR, Role
from workflow.services import people

KNOWS = "I know that they are two persons"


def test_a_third_person_vouches(
    house: Served, people_page: PageOf, kim: Member, nia: Member, guest_of: GuestOf
) -> None:
    app = people_page(nia, member=guest_of(kim, "Ana"))
    assert "Whoever sends an invitation could use it too" in words_of(app)
    press(app, KNOWS)
    assert members(house)["Ana"].vouched
    assert "Done: you vouched for them." in words_of(app)
    assert "each may review what the other wrote" in words_of(app)
    assert KNOWS not in labels(app)


def test_one_of_the_two_does_not(people_page: PageOf, kim: Member, guest_of: GuestOf) -> None:
    app = people_page(kim, member=guest_of(kim, "Ana"))
    assert KNOWS not in labels(app)
    assert "You are one of the two" in words_of(app)


def test_whoever_hangs_together_with_them_is_told_why_not(
    house: Served, people_page: PageOf, kim: Member, nia: Member, guest_of: GuestOf
) -> None:
    ana = guest_of(kim, "Ana")
    people.issue_link(house.workspace, nia.id, house.clock(), member=kim.id)
    app = people_page(nia, member=ana)
    press(app, KNOWS)
    assert "You cannot vouch here" in words_of(app)
    assert not members(house)["Ana"].vouched


def test_nobody_needs_to_for_whom_a_command_invited(
    people_page: PageOf, kim: Member, guest_of: GuestOf
) -> None:
    app = people_page(kim, member=guest_of(OPERATOR, "Ana"))
    assert "Two persons?" not in words_of(app)


def test_part_of_the_workspace_is_not_enough(
    people_page: PageOf, kim: Member, lia: Member, guest_of: GuestOf
) -> None:
    app = people_page(lia, member=guest_of(kim, "Ana", Role.READER, locale="fr"), locale="fr")
    assert "Two persons?" not in words_of(app)
    assert "Lost the link?" not in words_of(app)
    assert "Erase" not in words_of(app)


def test_a_host_who_left_is_called_so(
    house: Served, people_page: PageOf, kim: Member, nia: Member, guest_of: GuestOf
) -> None:
    ana = guest_of(kim, "Ana")
    people.erase_me(house.workspace, kim.id, house.clock())
    drawn = words_of(people_page(nia, member=ana))
    assert "Kim" not in drawn
