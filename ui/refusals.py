"""Why a statement was not put in, changed or released, in sentences of the reader's language.

What the services say is for whoever reads English and uses commands; here are the cases that a
coordinator meets in the browser, each with what to do next there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ui.language import Words, tell
from ui.sentences import trouble
from workflow import errors

_APART, _TOGETHER = "\u2068", "\u2069"

_CASES = {
    "name_taken": tell(
        "There is another statement of this name. Give this one another title; or open that one "
        "and propose this as its new text."
    ),
    "file_there": tell(
        "In the folder of the sources there is a file of this name with another text. Give this "
        "statement another title."
    ),
    "no_text": tell("There is nothing in it to translate: not one word. Put a text in."),
    "own_language_only": tell(
        "It shall be translated into its own language only. Say in which language the text is, or "
        "choose others to translate it into."
    ),
    "own_language": tell(
        "The language of a statement cannot change, since its text was cut by the rules of that "
        "language. Add it again under another title."
    ),
    "archived": tell("This statement is in the archive. Take it back into work first."),
    "nothing_changed": tell("This is the text that is released, word for word. Change it first."),
    "released_meanwhile": tell(
        "Another text of this statement was released meanwhile. Look at it, and propose yours "
        "again; what you typed is kept."
    ),
    "nothing_waits": tell("No new text waits any more: somebody released or discarded it."),
    "not_edited": tell("The new text is another one now. Look at it again and decide then."),
    "file_changed": tell(
        "Not released: somebody changed the file of this statement in the folder of the sources, "
        "and that text is none of its versions. It would be lost. Ask whoever runs the server to "
        "put the released text back there, or propose the text of that file here."
    ),
    "invitation_used": tell(
        "Somebody has come in with this invitation already. Take the role away from that person "
        "instead."
    ),
    "last_admin": tell(
        "This is the last admin, and somebody has to be one. Make somebody else an admin first."
    ),
    "no_inviter": tell("No member invited this person, so nobody needs to vouch."),
    "no_third_person": tell(
        "You cannot vouch here: invitations or links connect you with one of the two. Ask another "
        "coordinator, or whoever runs the server."
    ),
}
CASES = frozenset(_CASES)
"""Names of the cases that are worded here."""


def refusal(words: Words, error: Exception) -> str:
    """Say why something was not done, and what to do."""
    for kind, said in _SAID.items():
        if isinstance(error, kind):
            return said(words, error)
    return trouble(words, error)


def _not_possible(words: Words, error: errors.NotPossible) -> str:
    return words.say(_CASES[error.case]) if error.case in _CASES else trouble(words, error)


def _too_much(words: Words, error: errors.LimitExceeded) -> str:
    match error.unit:
        case "bytes":
            return words.say(
                "This text is too large: {size} MB is the limit. Make several statements of it.",
                size=words.number(error.limit / 1_000_000),
            )
        case "lines":
            return words.count(
                "This text is too long: {n} line is the limit. Make several statements of it.",
                "This text is too long: {n} lines are the limit. Make several statements of it.",
                error.limit,
            )
        case "entries":
            return words.count(
                "That is too many: {n} is the limit. Leave some out.",
                "That is too many: {n} are the limit. Leave some out.",
                error.limit,
            )
    return words.count(
        "One piece of it is too long: {n} character is the limit, in {where}. Divide it with a "
        "blank line, or shorten it.",
        "One piece of it is too long: {n} characters are the limit, in {where}. Divide it with a "
        "blank line, or shorten it.",
        error.limit,
        where=_isolated(error.where),
    )


def _hostile(words: Words, error: errors.HostileInput) -> str:
    return words.say(
        "Refused: there is a character in it that nobody can see, and that hides a text or changes "
        "what others read ({what}). Type that place again. Nothing is lost.",
        what=_isolated(f"{error.where}: {error.reason}"),
    )


def _unreadable(words: Words, error: errors.UnreadableSource) -> str:
    return words.say(
        "This file is no text that can be read here ({what}). Save it as plain text in UTF-8, or "
        "paste its text.",
        what=_isolated(error.reason),
    )


def _format(words: Words, error: errors.UnknownFormat) -> str:
    return words.say(
        "Files of this kind cannot be read. Save it as one of {kinds}, or paste its text.",
        kinds=_isolated(", ".join(error.known)),
    )


def _language(words: Words, error: errors.UnknownLocale) -> str:
    return words.say(
        "Nobody knows the language “{tag}”. Choose one from the list, or type its tag, such as "
        "pt-BR.",
        tag=_isolated(error.tag),
    )


def _out_of_date(words: Words, _: errors.OutOfDate) -> str:
    return words.say(
        "Nothing was done: somebody proposed another text meanwhile. It is the one that you see "
        "now. Look at it and decide then."
    )


def _isolated(text: str) -> str:
    return f"{_APART}{text}{_TOGETHER}"


_SAID: Mapping[type[Exception], Callable[[Words, Any], str]] = {
    errors.NotPossible: _not_possible,
    errors.LimitExceeded: _too_much,
    errors.HostileInput: _hostile,
    errors.UnreadableSource: _unreadable,
    errors.UnknownFormat: _format,
    errors.UnknownLocale: _language,
    errors.OutOfDate: _out_of_date,
}
