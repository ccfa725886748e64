"""How far a statement is in a language, in figures and as a line."""

from __future__ import annotations

from ui.components.passage import clean
from ui.language import Words
from workflow.services.tasks import Figures


def figures(words: Words, far: Figures) -> str:
    """Write `18/42 ●` for eyes, and a sentence for those who listen."""
    shown = f"{words.number(far.done)}/{words.number(far.units)}"
    heard = words.count(
        "{done} of {n} paragraph translated",
        "{done} of {n} paragraphs translated",
        far.units,
        done=words.number(far.done),
    )
    return _counted(shown, "●", heard)


def approved(words: Words, far: Figures) -> str:
    """Write `7/42 ✓` for eyes, and a sentence for those who listen."""
    shown = f"{words.number(far.reviewed)}/{words.number(far.units)}"
    heard = words.count(
        "{done} of {n} paragraph reviewed",
        "{done} of {n} paragraphs reviewed",
        far.units,
        done=words.number(far.reviewed),
    )
    return _counted(shown, "✓", heard)


def _counted(shown: str, sign: str, heard: str) -> str:
    return (
        f'<span class="us-progress"><span aria-hidden="true"><bdi>{clean(shown)}</bdi> {sign}'
        f'</span><span class="us-hidden">{clean(heard)}</span></span>'
    )


def line(far: Figures) -> str:
    """Draw how much is done as a line; the figures beside it say the same."""
    share = round(100 * far.done / far.units) if far.units else 0
    filled = f'<span style="inline-size:{share}%"></span>'
    return f'<div class="us-bar-of" aria-hidden="true">{filled}</div>'


def deadline(words: Words, far: Figures) -> str:
    """Say how many days are left; nothing where no day was set."""
    if far.days_left is None:
        return ""
    if far.days_left < 0:
        sentence = words.count("{n} day late", "{n} days late", -far.days_left)
    elif far.days_left == 0:
        sentence = words.say("due today")
    else:
        sentence = words.count("{n} day left", "{n} days left", far.days_left)
    late = " us-late" if far.days_left <= 0 else ""
    return f'<span class="us-days{late}">{clean(sentence)}</span>'
