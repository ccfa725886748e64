"""What looks wrong in a translation, as a list, each thing once."""

from __future__ import annotations

from collections.abc import Iterable

from ui.components.passage import filled, name, said
from ui.findings import finding
from ui.language import Words
from workflow.model import Issue


def look_again(words: Words, found: Iterable[Issue]) -> str:
    """Write what the checks found, with its title; nothing where they found nothing."""
    sentences = dict.fromkeys(finding(words, issue) for issue in found)
    if not sentences:
        return ""
    drawn = "".join(
        f"<li>{filled(sentence, detail=name(detail))}</li>" for sentence, detail in sentences
    )
    title = said(words, words.say("Look at this again"), tag="h3")
    return f'{title}<ul role="list" class="us-findings">{drawn}</ul>'
