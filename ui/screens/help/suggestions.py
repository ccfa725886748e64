"""Other texts that people offer for a paragraph; a reviewer decides on them."""

from __future__ import annotations

import streamlit as st

from ui.components.differences import differences
from ui.components.passage import clean, filled, name, own_words, passage
from ui.screens.help.desk import Desk
from workflow.services import translation
from workflow.services.translation import Suggested


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
        _draw_field(desk, len(found))


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


def _draw_field(desk: Desk, number: int) -> None:
    words = desk.words
    with st.form(key=desk.key(f"suggest-{number}"), border=False):
        text = st.text_area(
            words.say("What you would write instead"), key=desk.key(f"suggestion-{number}")
        )
        sends = st.form_submit_button(words.say("Suggest it"))
    if sends and text.strip():
        desk.do(
            translation.suggest,
            unit=desk.row.unit,
            locale=desk.locale,
            text=text,
            made_from=desk.row.source_digest,
        )
