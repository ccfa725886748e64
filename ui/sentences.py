"""What went wrong, in a sentence for the person it happened to: what happened, and what to do."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

from ui.language import Words
from workflow import errors
from workflow.services.publishing import PACKED

_LONG = 90.0
"""Seconds above which one speaks of minutes."""


def trouble(words: Words, error: Exception) -> str:
    """Say what went wrong; of what nobody foresaw, only that it did."""
    for kind, said in _SAID.items():
        if isinstance(error, kind):
            return said(words, error)
    if isinstance(error, errors.UndersignedError):
        return str(error).replace("`", "")
    return words.say("Something went wrong here, and it has been written down. Try again.")


def _limit(words: Words, error: errors.LimitExceeded) -> str:
    if error.unit == PACKED:
        return words.say(
            "This statement is too large, in too many languages, to be packed into one file. Take "
            "each language away by itself."
        )
    if error.unit != "characters":
        return words.count(
            "That is too many: {n} is the limit. Leave some out.",
            "That is too many: {n} are the limit. Leave some out.",
            error.limit,
        )
    return words.count(
        "This text is too long: {n} character is the limit. Shorten it; nothing is lost.",
        "This text is too long: {n} characters are the limit. Shorten it; nothing is lost.",
        error.limit,
    )


def _hostile(words: Words, _: errors.HostileInput) -> str:
    return words.say(
        "This text has characters that nobody can see and that change what others read. "
        "Type that place again."
    )


def about_a_name(words: Words, error: Exception) -> str:
    """Say why a name cannot be one here, and which could."""
    if isinstance(error, errors.LimitExceeded):
        return words.count(
            "A name has at most {n} character. Choose a shorter one.",
            "A name has at most {n} characters. Choose a shorter one.",
            error.limit,
        )
    if isinstance(error, errors.HostileInput):
        return words.say(
            "This cannot be a name here. Begin with a letter or a digit, use only signs that can "
            "be seen, and none of the names that the program itself goes by."
        )
    return trouble(words, error)


def _too_many(words: Words, error: errors.TooMany) -> str:
    if error.seconds > _LONG:
        return words.count(
            "That was too often. Try again in {n} minute.",
            "That was too often. Try again in {n} minutes.",
            math.ceil(error.seconds / 60),
        )
    return words.count(
        "That was too often. Try again in {n} second.",
        "That was too often. Try again in {n} seconds.",
        max(1, round(error.seconds)),
    )


def _four_eyes(words: Words, error: errors.FourEyes) -> str:
    if error.reason == "own_text":
        return words.say("These words are your own. A second person has to read them.")
    return words.say(
        "These words are by somebody whom you let in, or who let you in. Another "
        "reviewer has to read them."
    )


def _incomplete(words: Words, error: errors.Incomplete) -> str:
    return words.count(
        "{n} paragraph has no translation yet that is good enough, so there is no finished "
        "statement. It can be looked at as a preview.",
        "{n} paragraphs have no translation yet that is good enough, so there is no finished "
        "statement. It can be looked at as a preview.",
        len(error.lines),
    )


def _name(words: Words, error: errors.NameTaken) -> str:
    return words.say(
        "“{name}” is taken, or looks like a name that is. Choose another one.",
        name=f"\u2068{error.name}\u2069",
    )


_SAID: Mapping[type[Exception], Callable[[Words, Any], str]] = {
    errors.LimitExceeded: _limit,
    errors.HostileInput: _hostile,
    errors.TooMany: _too_many,
    errors.FourEyes: _four_eyes,
    errors.NameTaken: _name,
    errors.StoreBusy: lambda words, _: words.say(
        "Many people are saving just now. Your text is kept; it is tried again."
    ),
    errors.StoreFull: lambda words, _: words.say(
        "Not saved: the disk of the server is full. Tell a coordinator; your text is kept here."
    ),
    errors.StoreError: lambda words, _: words.say(
        "Not saved: the server cannot reach its store. Tell a coordinator; your text is kept here."
    ),
    errors.BadSettings: lambda words, _: words.say(
        "Not done: the settings of this server, in workspace.toml, have a fault in them. Tell "
        "whoever runs it. What you typed in a paragraph is kept here and tried again."
    ),
    errors.NotFound: lambda words, _: words.say(
        "This is not here any more, or not for you. Go back to the list."
    ),
    errors.NotAllowed: lambda words, _: words.say(
        "You may not do this here. Ask a coordinator for that role."
    ),
    errors.LinkRefused: lambda words, _: words.say(
        "This link is used up, out of date or not whole. Ask whoever sent it for a new one."
    ),
    errors.OutOfDate: lambda words, _: words.say(
        "The text has changed meanwhile. Read it again and decide then."
    ),
    errors.Incomplete: _incomplete,
    errors.NotPossible: lambda words, _: words.say(
        "This cannot be done as things stand now. Load the page again and look; if it should be "
        "possible, ask a coordinator."
    ),
    errors.UnknownLocale: lambda words, _: words.say("This language is not known here."),
}
