"""What the address asks for, and how members are found by it."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ui.screens.people.asked import Asked, View, asked
from ui.screens.people.reach import Part
from workflow.services.people import GivenRole, Member, Role


def member(name: str, *given: GivenRole) -> Member:
    return Member(name, name, given, date(2026, 3, 14), None, None, vouched=False)


ANA = member("Ana Lima", GivenRole(Role.TRANSLATOR, "", "fr"))
BO = member("bo", GivenRole(Role.REVIEWER), GivenRole(Role.READER, "letter", "ar"))
ZOE = member("Zoë")
ALL = (ZOE, BO, ANA)


@given(st.dictionaries(st.sampled_from(["show", "page", "role", "find", "member"]), st.text()))
def test_no_address_is_an_error(query: dict[str, str]) -> None:
    at = asked(query)
    assert asked(at.query()).query() == at.query()
    assert at.page >= 0


def test_an_address_says_what_was_asked_for() -> None:
    at = Asked(Part("letter", "fr"), "7", View.INVITATIONS, "ana", "reader", "ar")
    assert asked(at.query()) == at
    assert asked(at.query(page="3")).page == 3
    assert Asked().query() == {}


def test_all_are_found_by_name() -> None:
    assert Asked().among(ALL) == (ANA, BO, ZOE)
    assert not Asked().is_filtered


def test_words_are_looked_for_in_the_name() -> None:
    assert Asked(find="LIMA an").among(ALL) == (ANA,)
    assert Asked(find="lima bo").among(ALL) == ()
    assert Asked(find="x").is_filtered


def test_a_role_finds_those_who_have_it() -> None:
    assert Asked(role="reader").among(ALL) == (BO,)
    assert Asked(role="admin").among(ALL) == ()


def test_a_language_finds_those_who_may_work_in_it() -> None:
    assert Asked(language="fr").among(ALL) == (ANA, BO)
    assert Asked(language="sw").among(ALL) == (BO,)
