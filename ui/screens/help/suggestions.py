"""Other texts that people offer for a paragraph; a reviewer decides on them."""

from __future__ import annotations

import streamlit as st

from ui.components.differences import differences
from ui.components.passage import clean, filled, name, own_words, passage
from ui.screens.help.desk import Desk
from workflow.services import translation
from workflow.services.translation import Proposal, Proposed, Suggested


def draw(desk: Desk) -> None:
    """Draw what was suggested here, undecided ones first, and a field to suggest something."""
    words, found = desk.words, desk.paragraph.suggestions
    is_open = any(each.status == "open" for each in found)
    panel = desk.panel("suggested", words.say("Suggestions"), is_open=is_open)
    if panel is None:
        return
    with panel:
        for each in sorted(found, key=lambda each: each.status != "open"):
            st.html(_drawn(desk, each))
        _draw_field(desk)


def _drawn(desk: Desk, each: Suggested) -> str:
    words = desk.words
    who = filled(_said_of(desk, each), name=name(each.author), when=clean(desk.when(each.at)))
    parts = [f'<p class="us-quiet">{who}</p>']
    is_compared = each.status == "open" and desk.row.text.strip()
    parts.append(
        differences(desk.row.text, each.text, desk.locale)
        if is_compared
        else passage(each.text, desk.locale, tag="p")
    )
    if each.status != "open":
        sentence = (
            words.say("Taken by {name}")
            if each.status == "accepted"
            else words.say("Not taken, says {name}")
        )
        decided = filled(sentence, name=name(each.decided_by))
        parts.append(f'<p class="us-quiet">{decided}</p>')
    if each.reason:
        parts.append(own_words(each.reason, tag="p"))
    return f'<div class="us-version">{"".join(parts)}</div>'


def _said_of(desk: Desk, each: Suggested) -> str:
    words = desk.words
    if each.origin == "conflict":
        return words.say("{name} saved this at the same time · {when}")
    if each.origin == "file":
        return words.say("A file says this · {when}")
    return words.say("{name} suggests · {when}")


def _draw_field(desk: Desk) -> None:
    words = desk.words
    text = st.text_area(
        words.say("What you would write instead"),
        key=desk.field("suggestion"),
        persist_state="session",
    )
    if st.button(words.say("Suggest it"), key=desk.key("suggest")):
        desk.do(
            translation.suggest,
            "suggestion",
            lambda answer: _in_vain(desk, answer),
            unit=desk.row.unit,
            locale=desk.locale,
            text=text if text.strip() else "",
            made_from=desk.row.source_digest,
        )


def _in_vain(desk: Desk, answer: Proposal) -> str:
    """Say why nothing was suggested; empty where it was."""
    words = desk.words
    if answer.outcome is Proposed.EMPTY:
        return words.say("Nothing is typed here that could be suggested.")
    if answer.outcome is Proposed.EQUAL:
        return words.say("This is the translation already, word for word.")
    if answer.outcome is Proposed.KNOWN:
        return words.say(
            "This text was the translation before, or somebody has suggested it. Look at the "
            "suggestions and at the history."
        )
    return ""
