"""What the authors changed since a paragraph was translated, word by word."""

from __future__ import annotations

import os

import streamlit as st

from ui.components.differences import differences
from ui.components.passage import passage, said
from ui.components.statement.mounting import PLAIN
from ui.screens.help.desk import Desk, title


def draw(desk: Desk) -> None:
    """Draw the source of then beside that of now, and the translation of then.

    Where the statement itself shows the differences, and the field has the text of then, there is
    nothing more to say.
    """
    row, words = desk.row, desk.words
    if not row.changed:
        return
    before = row.mine_made_from or row.made_from
    then = _translation_of(desk, before)
    if os.environ.get(PLAIN) != "1" and then in ("", row.text):
        return
    title(
        words.say("Changed since your version")
        if row.mine_made_from
        else words.say("Changed since this translation")
    )
    if before:
        st.html(differences(before, row.source, desk.choice.source_locale))
    if then:
        st.html(
            said(words, words.say("The translation of then:"), kind="us-quiet")
            + passage(then, desk.locale, tag="p", kind="us-serif")
        )


def _translation_of(desk: Desk, source: str) -> str:
    """Give the last text that was made from an earlier source text: one's own, where one has."""
    made = (past for past in desk.paragraph.history if past.made_from == source)
    if desk.row.mine_made_from:
        made = (past for past in made if past.is_mine)
    found = next(made, None)
    return found.text if found else ""
