"""Review: the whole statement in reading mode, to be approved, corrected or sent back."""

from __future__ import annotations

from ui.components.statement import Mode
from ui.language import tell
from ui.screens import work
from ui.session import Person

_MANNER = work.Manner(
    mode=Mode.REVIEW,
    title=tell("Review"),
    nothing=tell(
        "There is no statement that you review. Ask a coordinator for the role of a reviewer; "
        "what waits for a second person appears here then."
    ),
    takes=lambda choice: choice.may_review,
)


def render(who: Person) -> None:
    """Draw one statement in one language, to be reviewed."""
    work.render(who, _MANNER)
