"""Why something was not done with a member."""

from __future__ import annotations

import pytest

from ui.language import words
from ui.refusals import refusal as other
from ui.screens.people.refusals import refusal
from ui.sentences import trouble
from workflow import errors

ENGLISH = words("en")


@pytest.mark.parametrize(
    "error", [errors.NotAllowed("people.grant", "admin"), errors.NotFound("role")]
)
def test_what_others_say_in_general_is_said_here_in_particular(error: Exception) -> None:
    assert refusal(ENGLISH, error) not in (trouble(ENGLISH, error), other(ENGLISH, error))


def test_all_else_is_said_as_everywhere() -> None:
    error = errors.NotPossible("x", "y.", case="last_admin")
    assert refusal(ENGLISH, error) == other(ENGLISH, error) != trouble(ENGLISH, error)
