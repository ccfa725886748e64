"""What went wrong, in sentences for people."""

from __future__ import annotations

import inspect

import pytest

from ui.language import words
from ui.sentences import about_a_name, trouble
from workflow import errors

ENGLISH = words("en")
RAISED = (
    errors.NotFound("document"),
    errors.NotAllowed("translation.save", "translator"),
    errors.FourEyes("own_text"),
    errors.FourEyes("bound"),
    errors.LinkRefused(),
    errors.NameTaken("Omar"),
    errors.TooMany(20.4),
    errors.OutOfDate(1, 2),
    errors.UnknownLocale("f r"),
    errors.StoreBusy(5.0),
    errors.StoreFull(),
    errors.StoreBroken("it is broken"),
    errors.LimitExceeded("the text", "it", 20_000, "characters", "Shorten it."),
    errors.HostileInput("the text", "a control character", "Remove it."),
    errors.NotPossible("the unit `u` is archived", "Ask."),
    errors.Incomplete("letter", "fr", [1, 2, 3], 9),
)
JARGON = ("msgid", "string", "unit", "component", "translation.save", "`", "U+")


@pytest.mark.parametrize("error", RAISED, ids=lambda error: type(error).__name__)
def test_a_sentence_says_what_happened_and_nothing_of_the_machine(error: Exception) -> None:
    said = trouble(ENGLISH, error)
    assert said.endswith(".")
    assert said[0].isupper() or said[0] in "“123456789"
    assert not [word for word in JARGON if word in said]
    assert said != str(error)


def test_what_a_member_may_meet_has_its_own_sentence() -> None:
    met = {type(each) for each in RAISED}
    kinds = {
        each
        for _, each in inspect.getmembers(errors, inspect.isclass)
        if issubclass(each, errors.AccessError) and each is not errors.AccessError
    }
    assert kinds <= met


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0.2, "in 1 second."),
        (20.4, "in 20 seconds."),
        (90.0, "in 90 seconds."),
        (91.0, "in 2 minutes."),
        (300.0, "in 5 minutes."),
    ],
)
def test_how_long_to_wait(seconds: float, said: str) -> None:
    assert trouble(ENGLISH, errors.TooMany(seconds)).endswith(said)


def test_what_nobody_foresaw_says_nothing_of_itself() -> None:
    said = trouble(ENGLISH, RuntimeError("SELECT name FROM member"))
    assert "SELECT" not in said
    assert "it has been written down" in said


def test_a_name_in_a_sentence_does_not_turn_it() -> None:
    assert "“\u2068نور\u2069”" in trouble(ENGLISH, errors.NameTaken("نور"))


def test_a_name_that_cannot_be_one() -> None:
    long = errors.LimitExceeded("the name", "it", 40, "characters", "Choose a shorter one.")
    assert about_a_name(ENGLISH, long) == "A name has at most 40 characters. Choose a shorter one."
    odd = errors.HostileInput("the name", "it begins with '!'", "Begin with a letter or a digit.")
    assert about_a_name(ENGLISH, odd).startswith("This cannot be a name here.")
    taken = errors.NameTaken("Omar")
    assert about_a_name(ENGLISH, taken) == trouble(ENGLISH, taken)
