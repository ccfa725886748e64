"""Why a text came back, or cannot be approved: reasons chosen with one tap, and one's own words.

A reason that was chosen is kept as its English sentence, so that it can be read wherever it gets
to, and said to each reader in a language of his own.
"""

from __future__ import annotations

from collections.abc import Iterable

from ui.language import Words, tell
from workflow.services.review import WhyNot

QUICK = {
    "meaning": tell("The meaning differs from the source."),
    "whole": tell("Something is missing, or was added."),
    "figures": tell("A name, a number or a date is not right."),
    "terms": tell("We use another word for this."),
    "wording": tell("It can be said more naturally."),
    "spelling": tell("Spelling, grammar or punctuation is not right yet."),
}
"""By the names that scripts call them."""
_KNOWN = frozenset(QUICK.values())


def reason_of(chosen: Iterable[str], said: str) -> str:
    r"""Put a reason together, a sentence on each line; names that nobody knows are left out.

    >>> reason_of(["terms"], " See the list. ")
    'We use another word for this.\nSee the list.'
    """
    wanted = frozenset(chosen)
    lines = [sentence for name, sentence in QUICK.items() if name in wanted]
    return "\n".join([*lines, said.strip()] if said.strip() else lines)


def in_words(words: Words, reason: str) -> str:
    """Say a reason to a reader: what was chosen in his language, all else as it was written."""
    lines = reason.split("\n")
    return "\n".join(words.say(line) if line in _KNOWN else line for line in lines)


WHY_NOT = {
    WhyNot.OWN_TEXT: tell("Your own words: they wait for a second person."),
    WhyNot.BOUND: tell(
        "By somebody whom you let in, or who let you in. Another reviewer has to read this."
    ),
    WhyNot.OLD_SOURCE: tell(
        "The source has changed since. Correct the translation, or send it back."
    ),
    WhyNot.CHANGED: tell("Somebody wrote another text since you read it."),
    WhyNot.NOT_READ: tell("It came while you were reading."),
    WhyNot.NOT_READY: tell("Not translated yet, or it needs work."),
}
"""Why a paragraph cannot be approved, for the reviewer who wants to."""
