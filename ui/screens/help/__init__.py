"""Help for the paragraph in work: one module for each kind, drawn only where there is something."""

from __future__ import annotations

import streamlit as st

from ui.components.passage import clean, said
from ui.components.telling import tell_trouble
from ui.screens.help import changed, findings, history, needs_work, note, remarks, suggestions
from ui.screens.help.desk import Desk
from ui.served import served
from ui.session import Person, zone
from workflow.errors import UndersignedError
from workflow.services import translation
from workflow.services.tasks import Choice

_PANELS = (
    note.draw,
    changed.draw,
    findings.draw,
    suggestions.draw,
    remarks.draw,
    needs_work.draw,
    history.draw,
)
"""In the order in which they stand."""


def render(who: Person, choice: Choice, paragraph: str, *, is_review: bool = False) -> None:
    """Draw what helps with one paragraph; a reviewer sends back in the statement itself."""
    words, house = who.words, served()
    if not paragraph:
        _draw_title(words.say("Help"))
        sentence = words.say("Open a paragraph; what helps with it appears here.")
        st.html(said(words, sentence, kind="us-quiet"))
        return
    now = house.clock()
    try:
        found = translation.unit(
            house.workspace,
            who.me.id,
            now,
            unit=paragraph,
            locale=choice.locale,
            findings=True,
        )
    except UndersignedError as error:
        _draw_title(words.say("Help"))
        tell_trouble(words, error)
        return
    number = None if found.row.position is None else words.number(found.row.position + 1)
    _draw_title(words.say("Help for paragraph {n}", n=number) if number else words.say("Help"))
    desk = Desk(who, choice, found, now, zone())
    for draw in _PANELS:
        if not (is_review and draw is needs_work.draw):
            draw(desk)


def _draw_title(text: str) -> None:
    st.html(f"<h2>{clean(text)}</h2>")
