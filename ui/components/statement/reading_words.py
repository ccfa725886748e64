"""What the statement says to whoever reads it as a second person."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import chain

from ui.components.statement.plurals import counted
from ui.findings import SENTENCES
from ui.language import Words
from ui.reasons import QUICK, WHY_NOT


def reading(words: Words) -> dict[str, str]:
    """Give the sentences of a review, by the name under which the scripts ask for them."""
    return dict(chain(_choices(words), _standing(words), _rest(words), _keys(words)))


def _choices(words: Words) -> Iterator[tuple[str, str]]:
    yield "approve", words.say("Approve")
    yield "correct", words.say("Correct")
    yield "send_back", words.say("Send back")
    yield "save_correction", words.say("Save the correction")
    yield "cancel", words.say("Cancel")
    yield "empty_correction", words.say("Write the better text here, or send this one back.")
    yield "tag_since", words.say("changed since it was approved")
    yield "sending", words.say("Why it goes back")
    yield "own_words", words.say("In your own words")
    yield "no_reason", words.say("Choose a reason, or say it in your own words.")
    for name, sentence in QUICK.items():
        yield f"reason_{name}", words.say(sentence)
    for why, sentence in WHY_NOT.items():
        yield f"why_{why.value}", words.say(sentence)
    yield "why_not_saved", words.say("Something here is not saved yet.")
    yield "findings", words.say("Look at this again")
    for name, sentence in SENTENCES.items():
        yield f"finding_{name}", words.say(sentence)
    yield "filter_waiting", words.say("Waiting for you")
    yield "filter_offered", words.say("Suggestions")
    yield "empty_waiting", words.say("Nothing waits for you here. Choose “All” to read on.")
    yield "empty_offered", words.say("Nobody suggests another text. Choose “All” to read on.")
    yield "next_waiting", words.say("Next that waits for you")


def _standing(words: Words) -> Iterator[tuple[str, str]]:
    yield "deciding", words.say("Not saved yet.")
    yield (
        "deciding_offline",
        words.say(
            "What you decided on paragraph {n} is not saved yet: no connection. It is tried again."
        ),
    )
    yield "deciding_busy", words.say("What you decided on paragraph {n} is not saved yet. {why}")
    yield "not_approve", words.say("Not approved. {why}")
    yield "not_send_back", words.say("Not sent back. {why}")
    yield "not_approve_of", words.say("Paragraph {n} is not approved. {why}")
    yield "not_send_back_of", words.say("Paragraph {n} is not sent back. {why}")
    yield "done_approve", words.say("Approved {time}")
    yield "done_send_back", words.say("Sent back {time}")


def _rest(words: Words) -> Iterator[tuple[str, str]]:
    yield "rest_title", words.say("I have read the whole statement")
    yield from counted(
        words,
        "rest_may",
        lambda n: words.count(
            "You can approve {n} paragraph that is not approved yet.",
            "You can approve {n} paragraphs that are not approved yet.",
            n,
        ),
    ).items()
    yield "rest_nothing", words.say("There is nothing that you can approve now.")
    yield "rest_all", words.say("Every paragraph of this statement is approved.")
    yield "rest_sure", words.say("Have you read all of it, in both languages?")
    yield from counted(words, "rest_findings", partial(looks_wrong, words)).items()
    yield "rest_do", words.say("Yes, approve the rest")
    yield from counted(
        words,
        "rest_done",
        lambda n: words.count("{n} paragraph is approved.", "{n} paragraphs are approved.", n),
    ).items()
    yield "rest_left", words.say("Not approved:")
    yield "rest_failed", words.say("No connection: whether it is saved is not known. Try again.")
    yield "rest_again", words.say("Try again")
    yield "go_to", words.say("Go to paragraph {n}")


def looks_wrong(words: Words, number: int) -> str:
    """Say in how many of the paragraphs that may be approved the checks found something."""
    return words.count(
        "In {n} of them something looks wrong. Read it again first.",
        "In {n} of them something looks wrong. Read them again first.",
        number,
    )


def _keys(words: Words) -> Iterator[tuple[str, str]]:
    yield "key_approve", words.say("Approve, in the list")
    yield "key_correct", words.say("Correct, in the list")
    yield "key_send_back", words.say("Send back, in the list")
    yield "key_down", words.say("Next paragraph, in the list")
    yield "key_up", words.say("Previous paragraph, in the list")
