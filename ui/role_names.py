"""Roles by the names that people read."""

from __future__ import annotations

from ui.language import Words, tell
from workflow.services.people import Role

_ORDER = (Role.TRANSLATOR, Role.REVIEWER, Role.READER, Role.COORDINATOR, Role.ADMIN)
"""As roles are offered: most people translate."""
_NAMES = {
    "reader": tell("Reader"),
    "translator": tell("Translator"),
    "reviewer": tell("Reviewer"),
    "coordinator": tell("Coordinator"),
    "admin": tell("Admin"),
}


def role_name(words: Words, label: str) -> str:
    """Name a role, given by the word that commands use for it."""
    return words.say(_NAMES[label])


def roles_up_to(highest: Role | None) -> tuple[Role, ...]:
    """Give the roles that are no higher than one, in the order in which they are offered.

    >>> [role.label for role in roles_up_to(Role.REVIEWER)], roles_up_to(None)
    (['translator', 'reviewer', 'reader'], ())
    """
    return tuple(each for each in _ORDER if highest is not None and each <= highest)
