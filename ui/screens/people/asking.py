"""Asking for something on the page of people: as whom, and whether it is meant."""

from __future__ import annotations

from datetime import datetime

import streamlit as st

from ui.components.notes import alert
from ui.language import Words
from ui.served import served
from ui.session import Person, keep, kept
from workflow.services.workspace import Workspace

_ASKED = "people.asked"


def asking(who: Person) -> tuple[Workspace, str, datetime]:
    """Give what every verb wants to know first: where, who, when."""
    house = served()
    return house.workspace, who.me.id, house.clock()


def wants(key: str, button: str) -> bool:
    """Draw a button; once it is pressed the question stands in its place, until it is answered.

    Args:
        key: names what is done, and to whom; one question at a time stands on the page.
        button: what the button says.
    """
    if kept(_ASKED) == key:
        return True
    place = st.empty()
    if not place.button(button, key=f"people-{key}"):
        return False
    keep(_ASKED, key)
    place.empty()
    return True


def is_meant(words: Words, key: str, question: str, yes: str, no: str) -> bool:
    """Ask whether it is meant; whoever then does it calls `answered`.

    Args:
        words: the language of the reader.
        key: as it was given to `wants`.
        question: what it means.
        yes: does it.
        no: leaves it.
    """
    place = st.empty()
    with place.container():
        st.html(alert(words, question))
        with st.container(horizontal=True):
            is_wanted = st.button(yes, key=f"people-{key}-yes")
            is_left = st.button(no, key=f"people-{key}-no")
    if is_left:
        answered()
        st.rerun()
    if is_wanted:
        place.empty()
    return is_wanted


def answered() -> None:
    """Forget the question: it is answered."""
    keep(_ASKED, None)
