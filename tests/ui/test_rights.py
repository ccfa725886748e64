"""What is offered to those who coordinate all statements."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from ui.rights import may_add
from ui.session import Person
from workflow.services.people import GivenRole, Role


@pytest.mark.parametrize(
    ("given", "adds"),
    [
        ((), False),
        ((GivenRole(Role.COORDINATOR),), True),
        ((GivenRole(Role.ADMIN),), True),
        ((GivenRole(Role.COORDINATOR, document="letter"),), False),
        ((GivenRole(Role.COORDINATOR, locale="fr"),), False),
        ((GivenRole(Role.REVIEWER),), False),
        ((GivenRole(Role.REVIEWER), GivenRole(Role.COORDINATOR)), True),
    ],
)
def test_a_new_statement_is_for_those_who_coordinate_all(
    given: tuple[GivenRole, ...], adds: bool
) -> None:
    who = SimpleNamespace(me=SimpleNamespace(given=given))
    assert may_add(cast("Person", who)) is adds
