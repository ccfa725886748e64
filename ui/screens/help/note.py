"""What the author says to translators of a paragraph, and how long its translation may be."""

from __future__ import annotations

import streamlit as st

from ui.components.passage import passage, said
from ui.screens.help.desk import Desk, title


def draw(desk: Desk) -> None:
    """Draw the note of the author, where there is one."""
    row, words = desk.row, desk.words
    if not row.note and row.max_length is None:
        return
    title(words.say("From the author"))
    if row.note:
        st.html(passage(row.note, desk.choice.source_locale, tag="p"))
    if row.max_length is not None:
        sentence = words.count(
            "At most {n} character fits here.", "At most {n} characters fit here.", row.max_length
        )
        st.html(said(words, sentence))
