"""What is offered to whom."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from ui.screens.document.reach import coordinates, may_add
from ui.session import Person
from workflow.services.people import GivenRole, Role


def who(*given: GivenRole) -> Person:
    return cast("Person", SimpleNamespace(me=SimpleNamespace(given=given)))


@pytest.mark.parametrize(
    ("given", "adds", "sets_up"),
    [
        (GivenRole(Role.COORDINATOR), True, True),
        (GivenRole(Role.ADMIN), True, True),
        (GivenRole(Role.COORDINATOR, document="letter"), False, True),
        (GivenRole(Role.COORDINATOR, document="other"), False, False),
        (GivenRole(Role.COORDINATOR, locale="fr"), False, False),
        (GivenRole(Role.REVIEWER), False, False),
    ],
)
def test_the_form_and_the_parts_are_for_coordinators(
    given: GivenRole, adds: bool, sets_up: bool
) -> None:
    assert (may_add(who(given)), coordinates(who(given), "letter")) == (adds, sets_up)


def test_nobody_is_offered_nothing() -> None:
    assert not may_add(who())
