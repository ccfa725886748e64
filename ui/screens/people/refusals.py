"""Why something was not done with a member, in sentences of the reader's language."""

from __future__ import annotations

from ui.language import Words
from ui.refusals import refusal as other_refusal
from workflow import errors


def refusal(words: Words, error: Exception) -> str:
    """Say why something was not done, and what to do."""
    if isinstance(error, errors.NotAllowed):
        return words.say(
            "Nobody gives, takes or moves more than they may do themselves. Ask somebody who "
            "coordinates all statements, or an admin."
        )
    if isinstance(error, errors.NotFound):
        return words.say(
            "Nothing was done: somebody changed this meanwhile. Load the page again and look."
        )
    return other_refusal(words, error)
