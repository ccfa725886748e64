"""What is said of members everywhere."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.language import words
from ui.screens.people.sentences import OPERATOR, by_whom, described, last_here, roles
from ui.served import Served
from workflow.services.people import GivenRole, Member, Role, Who

ENGLISH = words("en")
NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("days", "said"),
    [(-1, "today"), (0, "today"), (1, "1 day ago"), (3, "3 days ago"), (60, "2 months ago")],
)
def test_last_here_is_said_to_the_day(days: int, said: str) -> None:
    assert last_here(ENGLISH, NOON.date() - timedelta(days=days), NOON) == said


@given(st.dates(max_value=date(2026, 3, 14)), st.integers(0, 86399))
def test_no_hour_of_the_day_makes_a_difference(day: date, seconds: int) -> None:
    then = NOON.replace(hour=0) + timedelta(seconds=seconds)
    assert last_here(ENGLISH, day, then) == last_here(ENGLISH, day, NOON)


def test_whoever_was_never_here() -> None:
    assert last_here(ENGLISH, None, NOON) == "not yet"


def test_a_role_says_where_it_holds(house: Served) -> None:
    assert house.workspace.last_settings.name
    everywhere = described(ENGLISH, GivenRole(Role.READER))
    assert everywhere == "Reader, all languages, all statements"
    assert ">letter<" in described(ENGLISH, GivenRole(Role.READER, "letter", "fr"))


def test_no_role_is_said_too() -> None:
    nobody = Member("7", "Ana", (), None, None, None, vouched=False)
    assert "no role" in roles(ENGLISH, nobody)


def test_those_who_have_no_name_are_called_something() -> None:
    assert by_whom(ENGLISH, Who("7", "")) == "a former member"
    assert by_whom(ENGLISH, Who(OPERATOR, "operator")) == "whoever runs the server"
    assert by_whom(ENGLISH, Who("7", "<Ana>")) == "<bdi>&lt;Ana&gt;</bdi>"
