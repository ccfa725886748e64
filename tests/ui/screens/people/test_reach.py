"""What to offer is what the services allow, whatever roles somebody has."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ui.screens.people.reach import (
    ALL,
    Part,
    has_as_much,
    is_over_all,
    may_change,
    part_to_show,
    parts,
    roles_to_give,
)
from workflow.access import Grant, highest, may
from workflow.services.people import GivenRole, Role

DOCUMENTS, LOCALES = ("", "letter", "poem"), ("", "fr", "ar")
GIVEN = st.builds(
    GivenRole, st.sampled_from(Role), st.sampled_from(DOCUMENTS), st.sampled_from(LOCALES)
)
HELD = st.lists(GIVEN, max_size=4)


def grants(own: list[GivenRole]) -> list[Grant]:
    return [Grant(each.role, each.document, each.locale) for each in own]


def may_grant(own: list[GivenRole], role: GivenRole) -> bool:
    """Ask as the service does."""
    held = grants(own)
    rank = highest(held, role.document, role.locale)
    where = {"document": role.document, "locale": role.locale}
    return may("7", held, "people.grant", **where) and rank is not None and rank >= role.role


@given(HELD, GIVEN)
def test_a_role_is_offered_to_whoever_may_give_it(own: list[GivenRole], role: GivenRole) -> None:
    assert may_change(own, role) == may_grant(own, role)


@given(HELD, HELD)
def test_links_are_offered_to_whoever_may_as_much(
    own: list[GivenRole], other: list[GivenRole]
) -> None:
    ranks = [(highest(grants(own), each.document, each.locale) or 0, each) for each in other]
    assert has_as_much(own, other) == all(rank >= each.role for rank, each in ranks)


@given(HELD)
def test_parts_are_those_that_one_may_look_at(own: list[GivenRole]) -> None:
    mine = parts(own)
    for document in DOCUMENTS:
        for locale in LOCALES:
            is_allowed = may("7", grants(own), "people.members", document=document, locale=locale)
            assert is_allowed == any(each.holds(document, locale) for each in mine)
    assert not any(one != each and one.holds(each.document, each.locale)
                   for one in mine for each in mine)  # fmt: skip
    assert is_over_all(own) == may("7", grants(own), "people.vouch") == (ALL in mine)
    assert is_over_all(own, Role.ADMIN) == may("7", grants(own), "people.erase")


@given(HELD, st.sampled_from(DOCUMENTS), st.sampled_from(LOCALES))
def test_roles_are_offered_that_can_be_given_somewhere_there(
    own: list[GivenRole], document: str, locale: str
) -> None:
    inside = [
        (name, tag)
        for name in DOCUMENTS
        for tag in LOCALES
        if document in ("", name) and locale in ("", tag)
    ]
    possible = {
        role
        for role in Role
        if any(may_change(own, GivenRole(role, name, tag)) for name, tag in inside)
    }
    assert set(roles_to_give(own, Part(document, locale))) == possible


def test_what_was_asked_for_comes_before_what_is_ones_own() -> None:
    french = [GivenRole(Role.COORDINATOR, "", "fr")]
    everything = [*french, GivenRole(Role.ADMIN)]
    asked = Part("letter", "ar")
    assert part_to_show(french, asked) == asked
    assert part_to_show(french, ALL) == Part("", "fr")
    assert part_to_show(everything, ALL) == ALL
    assert part_to_show([], ALL) == ALL
