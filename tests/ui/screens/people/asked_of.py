"""What tests ask the store about members."""

from __future__ import annotations

from ui.served import Served
from workflow.access import OPERATOR
from workflow.services import people
from workflow.services.people import Member


def members(house: Served) -> dict[str, Member]:
    """Give all members by name."""
    found = people.members(house.workspace, OPERATOR, house.clock())
    return {each.name: each for each in found}


def roles(house: Served, name: str) -> set[tuple[str, str, str]]:
    """Give what somebody may do: role, statement, language."""
    given = members(house)[name].given
    return {(each.role.label, each.document, each.locale) for each in given}
