"""What somebody may do with all statements: what to offer on any screen, not a right."""

from __future__ import annotations

from ui.session import Person
from workflow.services.people import Role


def may_add(who: Person) -> bool:
    """Tell whether to offer a new statement: to those who coordinate all of them, no fewer."""
    return any(
        each.role >= Role.COORDINATOR and not each.document and not each.locale
        for each in who.me.given
    )
