"""How far a statement is in a language, in figures and as a line."""

from __future__ import annotations

from ui.components.passage import clean
from ui.language import Words
from workflow.services.tasks import Work


def figures(words: Words, work: Work) -> str:
    """Write `18/42 ●` for eyes, and a sentence for those who listen."""
    shown = f"{words.number(work.done)}/{words.number(work.units)}"
    heard = words.count(
        "{done} of {n} paragraph translated",
        "{done} of {n} paragraphs translated",
        work.units,
        done=words.number(work.done),
    )
    return (
        f'<span class="us-progress"><span aria-hidden="true"><bdi>{clean(shown)}</bdi> ●</span>'
        f'<span class="us-hidden">{clean(heard)}</span></span>'
    )


def line(work: Work) -> str:
    """Draw how much is done as a line; the figures beside it say the same."""
    share = round(100 * work.done / work.units) if work.units else 0
    filled = f'<span style="inline-size:{share}%"></span>'
    return f'<div class="us-bar-of" aria-hidden="true">{filled}</div>'


def deadline(words: Words, work: Work) -> str:
    """Say how many days are left; nothing where no day was set."""
    if work.days_left is None:
        return ""
    if work.days_left < 0:
        sentence = words.count("{n} day late", "{n} days late", -work.days_left)
    elif work.days_left == 0:
        sentence = words.say("due today")
    else:
        sentence = words.count("{n} day left", "{n} days left", work.days_left)
    late = " us-late" if work.days_left <= 0 else ""
    return f'<span class="us-days{late}">{clean(sentence)}</span>'
