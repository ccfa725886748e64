"""Roles in words."""

from __future__ import annotations

import pytest

from ui.language import words
from ui.roles import role_name, role_table
from ui.served import Served
from workflow.access import Role
from workflow.services.people import GivenRole

ENGLISH = words("en")


@pytest.mark.parametrize("role", Role)
def test_every_role_has_a_name(role: Role) -> None:
    assert role_name(ENGLISH, role.label) == role.label.capitalize()


def test_the_table(house: Served) -> None:
    with house.workspace.settings_path.open("a", encoding="utf-8") as settings:
        settings.write('[documents.letter]\ntitle = "For the <b>bridge</b>"\n')
    given = (GivenRole(Role.REVIEWER, "letter", "ar"), GivenRole(Role.READER))
    table = role_table(ENGLISH, given)
    assert table.count("<tr>") == 3
    assert table.count('<th scope="col">') == 3
    for text in ("Reviewer", "For the &lt;b&gt;bridge&lt;/b&gt;", "Arabic", "All statements"):
        assert text in table
    assert "<b>" not in table
