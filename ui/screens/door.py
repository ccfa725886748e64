"""What somebody sees who has not come in: what this is, and how one comes in."""

from __future__ import annotations

import streamlit as st

from ui.components.bar import brand
from ui.components.notes import link, status
from ui.components.passage import said
from ui.language import Words
from ui.session import DOOR, said_in


def render(words: Words) -> None:
    """Draw the page for the public."""
    brand()
    with st.container(key="us-home"):
        if left := said_in(DOOR):
            sentence = words.say("Remove what this browser keeps")
            st.html(status(words, left) + link(words, "./sign-out", sentence))
        st.html(said(words, words.say("Statements, in every language of those who sign"), tag="h1"))
        st.html(
            said(
                words,
                words.say(
                    "Here volunteers translate statements that organisations issue together, and "
                    "read each other's translations before they are published."
                ),
            )
        )
        st.html(said(words, words.say("How to come in"), tag="h2"))
        st.html(
            said(
                words,
                words.say(
                    "You come in with a personal link. If you have one, open it in this browser. "
                    "If you have none, ask whoever told you about the statement."
                ),
            )
        )
