"""What somebody may do with a statement: what to offer, not a right."""

from __future__ import annotations

from ui.rights import may_add
from ui.session import Person
from workflow.services.people import Role

__all__ = ["coordinates", "may_add"]


def coordinates(who: Person, document: str) -> bool:
    """Tell whether somebody coordinates a statement in all its languages."""
    return any(
        each.role >= Role.COORDINATOR and not each.locale and each.document in ("", document)
        for each in who.me.given
    )
