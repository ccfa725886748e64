"""Translate: the whole statement with its editor in place, and what helps with one paragraph."""

from __future__ import annotations

from ui.components.statement import Mode
from ui.language import tell
from ui.screens import work
from ui.session import Person

_MANNER = work.Manner(
    mode=Mode.TRANSLATE,
    title=tell("Translate"),
    nothing=tell(
        "There is no statement for you yet. Tell whoever sent you the link into which language "
        "you translate; it appears here then."
    ),
    takes=lambda _: True,
)


def render(who: Person) -> None:
    """Draw one statement in one language, to be translated."""
    work.render(who, _MANNER)
