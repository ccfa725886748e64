"""How far something is: a shape, a thin bar of its states, and the same in words and figures."""

from __future__ import annotations

from collections.abc import Collection

from ui.components.passage import clean
from ui.language import Words, tell
from workflow.services.progress import Far

TO_TRANSLATE, NEEDS_WORK, TRANSLATED, REVIEWED = "○", "◐", "●", "✓"
_STATES = (
    (TO_TRANSLATE, "untranslated", tell("to translate")),
    (NEEDS_WORK, "needs_work", tell("needs work")),
    (TRANSLATED, "translated", tell("waits for a review")),
    (REVIEWED, "reviewed", tell("reviewed")),
)


def shape(far: Far) -> str:
    """Choose the shape of what all of it still needs; none where its paragraphs differ in that."""
    if far.is_finished:
        return REVIEWED
    if not far.to_do:
        return TRANSLATED
    return {far.untranslated: TO_TRANSLATE, far.needs_work: NEEDS_WORK}.get(far.units, "")


def stacked(far: Far) -> str:
    """Draw the words in each state as a thin bar; the figures beside it say the same."""
    parts = (
        ("us-far-reviewed", far.words_reviewed),
        ("us-far-translated", far.words_translated),
        ("us-far-needs-work", far.words_needs_work),
    )
    drawn = "".join(
        f'<span class="{kind}" style="inline-size:{100 * words / far.words:.1f}%"></span>'
        for kind, words in parts
        if words
    )
    return f'<span class="us-far" aria-hidden="true">{drawn}</span>'


def heard(words: Words, far: Far) -> str:
    """Say how far it is in a sentence, for those who listen."""
    if far.is_finished:
        return words.count(
            "All reviewed: {n} paragraph, {words} words",
            "All reviewed: {n} paragraphs, {words} words",
            far.units,
            words=words.number(far.words),
        )
    return words.say(
        "{percent} of {words} words translated, {reviewed} reviewed; paragraphs to translate: "
        "{untranslated}, that need work: {rough}, that wait for a review: {waiting}",
        percent=words.percent(far.percent),
        words=words.number(far.words),
        reviewed=words.percent(far.percent_reviewed),
        untranslated=words.number(far.untranslated),
        rough=words.number(far.needs_work),
        waiting=words.number(far.translated),
    )


def states(words: Words, far: Far) -> str:
    """Write how many paragraphs and words are in each state."""
    shown = "".join(
        f'<li><span aria-hidden="true">{mark}</span> {clean(_state(words, far, name, said))}</li>'
        for mark, name, said in _STATES
        if getattr(far, name)
    )
    return f'<ul class="us-states">{shown}</ul>'


def _state(words: Words, far: Far, name: str, said: str) -> str:
    return words.say(
        "{state}: {units} ({words} words)",
        state=words.say(said),
        units=words.number(getattr(far, name)),
        words=words.number(getattr(far, f"words_{name}")),
    )


def legend(words: Words, shapes: Collection[tuple[str, str]] = ()) -> str:
    """Say what the shapes mean: those given with a constant sentence each, else all of them."""
    wanted = shapes or [(mark, said) for mark, _, said in _STATES]
    named = ((mark, clean(words.say(said))) for mark, said in wanted)
    items = "".join(
        f'<li><span aria-hidden="true">{mark}</span> {said}</li>' for mark, said in named
    )
    return f'<ul class="us-legend" role="list">{items}</ul>'


def how_many(words: Words, units: int, number: int) -> str:
    """Write how long something is."""
    return clean(
        words.count(
            "{n} paragraph, {words} words",
            "{n} paragraphs, {words} words",
            units,
            words=words.number(number),
        )
    )
