"""Being forgotten: by an admin, after the name was typed."""

from __future__ import annotations

import pytest

from tests.serving import Member
from tests.ui.screens.document.doing import field, labels, press
from tests.ui.screens.drawing import words_of
from tests.ui.screens.people.asked_of import members
from tests.ui.screens.people.conftest import GuestOf, PageOf
from ui.served import Served

ERASE = "Erase this member for good"
TYPED = "Type the name of this member to confirm"


def test_the_name_has_to_be_typed(
    house: Served, people_page: PageOf, alma: Member, guest_of: GuestOf
) -> None:
    app = people_page(alma, member=guest_of(alma, "Ana Lima"))
    assert "The texts stay, as those of a former member." in words_of(app)
    for typed in ("", "Ana", "ana lima", "Alma"):
        field(app, "text_input", TYPED).set_value(typed)
        press(app, ERASE)
        assert "Nothing was erased" in words_of(app)
        assert "Ana Lima" in members(house)
    field(app, "text_input", TYPED).set_value(" Ana  Lima ")
    press(app, ERASE)
    assert "Ana Lima" not in members(house)
    assert "Forgotten. What this member wrote stays" in words_of(app)
    assert "All people" in words_of(app)


@pytest.mark.parametrize("name", ["إدريس", "木村", "Bo <b>x</b> **y**"])
def test_any_name_can_be_typed(
    house: Served, people_page: PageOf, alma: Member, guest_of: GuestOf, name: str
) -> None:
    app = people_page(alma, member=guest_of(alma, name))
    field(app, "text_input", TYPED).set_value(name)
    press(app, ERASE)
    assert name not in members(house)


def test_a_coordinator_erases_nobody(people_page: PageOf, kim: Member, guest_of: GuestOf) -> None:
    assert ERASE not in labels(people_page(kim, member=guest_of(kim, "Ana")))


def test_nobody_is_asked_to_erase_himself_here(people_page: PageOf, alma: Member) -> None:
    assert ERASE not in labels(people_page(alma, member=alma.id))
