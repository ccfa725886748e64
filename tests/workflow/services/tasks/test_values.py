"""What is told about work follows from its figures and from the role."""

from __future__ import annotations

from datetime import date

import pytest

from tests.live import NOW
from workflow.access import Role
from workflow.services.tasks import Choice, Figures, days_left


def choice(role: Role) -> Choice:
    return Choice("letter", "A letter", "en", "fr", role, None)


@pytest.mark.parametrize("role", list(Role))
def test_readers_do_not_translate(role: Role) -> None:
    assert choice(role).may_translate is (role is not Role.READER)


def test_done_is_what_is_at_least_translated() -> None:
    assert Figures(10, 99, 1, 2, 3, 4, None).done == 7


def test_days_left() -> None:
    assert [days_left(date(2026, 3, day), NOW) for day in (13, 14, 20)] == [-1, 0, 6]
    assert days_left(None, NOW) is None
