"""What somebody may do with a statement: what to offer, not a right."""

from __future__ import annotations

from ui.session import Person
from workflow.services.people import Role


def may_add(who: Person) -> bool:
    """Tell whether to offer the form for a new statement."""
    return any(_covers(each.role, each.document, each.locale, "") for each in who.me.given)


def coordinates(who: Person, document: str) -> bool:
    """Tell whether somebody coordinates a statement in all its languages."""
    return any(_covers(each.role, each.document, each.locale, document) for each in who.me.given)


def _covers(role: Role, given: str, locale: str, document: str) -> bool:
    return role >= Role.COORDINATOR and not locale and given in ("", document)
