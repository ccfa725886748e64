"""Other texts that people offer for a paragraph; a reviewer decides on them."""

from __future__ import annotations

import streamlit as st

from ui.components.differences import differences
from ui.components.notes import alert
from ui.components.passage import clean, filled, member, own_words, passage
from ui.reasons import in_words
from ui.screens.help.desk import Desk
from workflow.services import review, translation
from workflow.services.translation import Proposal, Proposed, Suggested


def draw(desk: Desk) -> None:
    """Draw what was suggested here, undecided ones first, and a field to suggest something."""
    words, found = desk.words, desk.paragraph.suggestions
    is_open = any(each.status == "open" for each in found)
    panel = desk.panel("suggested", words.say("Suggestions"), is_open=is_open)
    if panel is None:
        return
    with panel:
        seen = desk.drawn_last("suggested")
        for each in sorted(found, key=lambda each: each.status != "open"):
            st.html(_drawn(desk, each))
            if each.status == "open" and desk.choice.may_review:
                _draw_decision(desk, each, seen)
        _draw_field(desk)


def _drawn(desk: Desk, each: Suggested) -> str:
    words = desk.words
    who = filled(
        _said_of(desk, each), name=member(words, each.author), when=clean(desk.when(each.at))
    )
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
        decided = filled(sentence, name=member(words, each.decided_by))
        parts.append(f'<p class="us-quiet">{decided}</p>')
    if each.reason:
        parts.append(own_words(in_words(words, each.reason), tag="p"))
    return f'<div class="us-version">{"".join(parts)}</div>'


def _said_of(desk: Desk, each: Suggested) -> str:
    words = desk.words
    if each.origin == "conflict":
        return words.say("{name} saved this at the same time · {when}")
    if each.origin == "file":
        return words.say("A file says this · {when}")
    return words.say("{name} suggests · {when}")


def _draw_decision(desk: Desk, each: Suggested, seen: int) -> None:
    """Draw what a reviewer can decide on a suggestion, and a field to say why."""
    words = desk.words
    reason = st.text_area(
        words.say("What you say to whoever suggested it"),
        key=desk.field(f"decision-{each.id}"),
        persist_state="session",
    )
    with st.container(horizontal=True):
        accepts = st.button(words.say("Take it"), key=f"accept-{each.id}")
        rejects = st.button(words.say("Do not take it"), key=f"reject-{each.id}")
    if accepts:
        desk.do(review.accept, f"decision-{each.id}", suggestion=each.id, seen=seen, reason=reason)
    elif rejects and not reason.strip():
        st.html(alert(words, words.say("Say why, so that whoever suggested it can learn from it.")))
    elif rejects:
        desk.do(review.reject, f"decision-{each.id}", suggestion=each.id, reason=reason)


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
